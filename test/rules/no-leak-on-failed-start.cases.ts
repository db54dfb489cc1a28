import type { ClauseCase } from './clause-case.ts';
import type { noLeakOnFailedStart } from '../../tools/clauses/no-leak-on-failed-start.ts';

export const cases: readonly ClauseCase<keyof typeof noLeakOnFailedStart.clauses>[] = [
  {
    clause: '12.factory',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStore() {
  const store = new Store();
  await store.start();
  await store.save('ready');
  return store;
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'store', path: "'store' is created at 4 → 'store' is started at 5 → 'store.save()' may reject at 6 → leaves with 'store' live at 8" }, line: 5, column: 9, endColumn: 22 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createApp() {
  const store = new Store();
  await store.start();
  await store.save('ready');
  return { store, stop: () => store.stop() };
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'store', path: "'store' is created at 4 → 'store' is started at 5 → 'store.save()' may reject at 6 → leaves with 'store' live at 8" }, line: 5, column: 9, endColumn: 22 },
        ],
      },
      {
        code: `import { Client } from 'pg';
export async function connect() {
  const client = new Client();
  await client.connect();
  await client.query('select 1');
  return client;
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'client', path: "'client' is created at 3 → 'client' is started at 4 → 'client.query()' may reject at 5 → leaves with 'client' live at 7" }, line: 4, column: 9, endColumn: 25 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStore() {
  const store = new Store();
  await store.start();
  return store;
}
`,
    ],
  },
  {
    clause: '12.constructor',
    invalid: [
      {
        code: `import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
export class Cache {
  readonly #redis: Redis;
  readonly #config: unknown;
  constructor(file: string) {
    this.#redis = new Redis();
    this.#config = JSON.parse(readFileSync(file, 'utf8'));
  }
  async stop() { await this.#redis.quit(); return this.#config; }
}
`,
        errors: [
          { messageId: 'constructor', data: { resource: 'this.#redis', path: "'this.#redis' is acquired at 7 → 'readFileSync()' may throw at 8 → leaves with 'this.#redis' live at 9" }, line: 7, column: 19, endColumn: 30 },
        ],
      },
    ],
    valid: [
      `import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
export class Cache {
  readonly #redis: Redis;
  readonly #config: unknown;
  constructor(file: string) {
    this.#config = JSON.parse(readFileSync(file, 'utf8'));
    this.#redis = new Redis();
  }
  async stop() { await this.#redis.quit(); return this.#config; }
}
`,
    ],
  },
  {
    clause: '12.start',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  #store = new Store();
  #audit = new Store();
  async start() {
    await this.#store.start();
    await this.#audit.start();
  }
  async stop() {
    await this.#audit.stop();
    await this.#store.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'start', data: { resource: 'this.#store', path: "'this.#store' is started at 7 → 'this.#audit.start()' may reject at 8 → leaves with 'this.#store' live at 9" }, line: 7, column: 11, endColumn: 30 },
        ],
      },
      {
        code: `import { Client } from 'pg';
export class App {
  #client: Client | undefined;
  async start() {
    const client = new Client();
    await client.connect();
    await client.query('select 1');
    this.#client = client;
  }
  async stop() { await this.#client?.end(); }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'start', data: { resource: 'client', path: "'client' is created at 5 → 'client' is started at 6 → 'client.query()' may reject at 7 → leaves with 'client' live at 9" }, line: 6, column: 11, endColumn: 27 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  #store = new Store();
  #audit = new Store();
  async start() {
    await this.#store.start();
    await this.#audit.start();
  }
  async stop() {
    await this.#audit.stop();
    await this.#store.stop();
  }
}
`,
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  #store = new Store();
  async start() {
    await this.#store.save('x');
    await this.#store.start();
  }
  async stop() { await this.#store.stop(); }
}
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '12.loop',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Pool {
  readonly #stores: Store[] = [];
  async start(count: number) {
    for (let index = 0; index < count; index += 1) {
      const store = new Store();
      await store.start();
      this.#stores.push(store);
    }
  }
  async stop() { for (const store of this.#stores.reverse()) await store.stop(); }
}
`,
        errors: [
          { messageId: 'start', data: { resource: 'store', path: "'store' is created at 7 → 'store' is started at 8 → 'store.start()' may reject at 8 → leaves with 'store' live at 11" }, line: 8, column: 13, endColumn: 26 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Pool {
  readonly #stores: Store[] = [];
  async start(count: number) {
    try {
      for (let index = 0; index < count; index += 1) {
        const store = new Store();
        await store.start();
        this.#stores.push(store);
      }
    } catch (error) {
      await this.stop();
      throw error;
    }
  }
  async stop() { for (const store of this.#stores.reverse()) await store.stop(); }
}
`,
    ],
  },
  {
    clause: '12.roll-back',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStore() {
  const store = new Store();
  await store.start();
  try {
    await store.save('ready');
  } catch (error) {
    console.error(error);
    throw error;
  }
  return store;
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'store', path: "'store' is created at 4 → 'store' is started at 5 → 'store.save()' may reject at 7 → throws at 10 → leaves with 'store' live at 13" }, line: 5, column: 9, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStore() {
  const store = new Store();
  await store.start();
  try {
    await store.save('ready');
  } catch (error) {
    await store.stop();
    throw error;
  }
  return store;
}
`,
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  #store = new Store();
  async start() {
    await this.#store.start();
    try {
      await this.#store.save('ready');
    } catch (error) {
      await this.stop();
      throw error;
    }
  }
  async stop() { await this.#store.stop(); }
}
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '12.stack',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStore() {
  const store = new Store();
  await store.start();
  await store.save('ready');
  const stack = new AsyncDisposableStack();
  stack.defer(() => store.stop());
  return { store, stack };
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'store', path: "'store' is created at 4 → 'store' is started at 5 → 'store.save()' may reject at 6 → leaves with 'store' live at 10" }, line: 5, column: 9, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStore() {
  await using stack = new AsyncDisposableStack();
  const store = new Store();
  await store.start();
  stack.defer(() => store.stop());
  await store.save('ready');
  return { store, stack: stack.move() };
}
`,
      { code: `import { Client } from 'pg';
export class App {
  #stack: AsyncDisposableStack | undefined;
  #client: Client | undefined;
  async start() {
    await using stack = new AsyncDisposableStack();
    const client = new Client();
    await client.connect();
    stack.defer(() => client.end());
    await client.query('select 1');
    this.#client = client;
    this.#stack = stack.move();
  }
  async stop() { await this.#stack?.disposeAsync(); return this.#client; }
}
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '12.cannot-throw',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
function check(store: Store) { if (!store) throw new Error('no store'); }
export async function createStore() {
  const store = new Store();
  await store.start();
  check(store);
  return store;
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'store', path: "'store' is created at 5 → 'store' is started at 6 → 'check()' may throw at 7 → leaves with 'store' live at 9" }, line: 6, column: 9, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStore(names: string[]) {
  const store = new Store();
  await store.start();
  names.push('store');
  console.log('started');
  return store;
}
`,
    ],
  },
  {
    clause: '12.local',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function openStore() {
  const store = new Store();
  await store.start();
  await store.save('x');
  return store;
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'store', path: "'store' is created at 4 → 'store' is started at 5 → 'store.save()' may reject at 6 → leaves with 'store' live at 8" }, line: 5, column: 9, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function useStore() {
  const store = new Store();
  await store.start();
  await store.save('x');
  await store.stop();
}
`,
    ],
  },
  {
    clause: '12.factory',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
import { once } from 'node:events';
import { Pool } from 'pg';
export async function createApp(port: number) {
  const pool = new Pool();
  const server = createServer();
  server.listen(port);
  await once(server, 'listening');
  await pool.query('select 1');
  return { pool, server };
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'pool', path: "'pool' is acquired at 5 → 'once()' may reject at 8 → leaves with 'pool' live at 11" }, line: 5, column: 16, endColumn: 26 },
          { messageId: 'factory', data: { resource: 'server', path: "'server' is created at 6 → 'server' is started at 7 → 'pool.query()' may reject at 9 → leaves with 'server' live at 11" }, line: 7, column: 3, endColumn: 22 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
declare const flags: { audit: boolean };
export async function createStores() {
  const main = new Store();
  await main.start();
  if (flags.audit) {
    const audit = new Store();
    await audit.start();
    return { main, audit };
  }
  return { main };
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'main', path: "'main' is created at 5 → 'main' is started at 6 → 'audit.start()' may reject at 9 → leaves with 'main' live at 13" }, line: 6, column: 9, endColumn: 21 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export const createStore = async () => {
  const store = new Store();
  await store.start();
  if (Math.random() > 2) throw new Error('unlucky');
  return store;
};
`,
        errors: [
          { messageId: 'factory', data: { resource: 'store', path: "'store' is created at 4 → 'store' is started at 5 → throws at 6 → leaves with 'store' live at 8" }, line: 5, column: 9, endColumn: 22 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Factory {
  async create() {
    const store = new Store();
    await store.start();
    await store.save('x');
    return store;
  }
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'store', path: "'store' is created at 5 → 'store' is started at 6 → 'store.save()' may reject at 7 → leaves with 'store' live at 9" }, line: 6, column: 11, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStore() {
  await pause();
  const store = new Store();
  await store.start();
  return store;
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStore() {
  const store = new Store();
  await store.save('prepared before anything is live');
  await store.start();
  return store;
}
`,
      `import { Pool } from 'pg';
export async function createPool() {
  const pool = new Pool();
  pool.on('error', console.error);
  return pool;
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export function createStore(): Promise<Store> {
  const store = new Store();
  return store.start().then(() => store);
}
`,
    ],
  },
  {
    clause: '12.constructor',
    invalid: [
      {
        code: `import { watch, type FSWatcher } from 'node:fs';
import { readFileSync } from 'node:fs';
export class Config {
  readonly #watcher: FSWatcher;
  constructor(file: string) {
    this.#watcher = watch(file);
    this.#parse(file);
  }
  #parse(file: string) { return JSON.parse(readFileSync(file, 'utf8')); }
  stop() { this.#watcher.close(); }
}
`,
        errors: [
          { messageId: 'constructor', data: { resource: 'this.#watcher', path: "'this.#watcher' is acquired at 6 → 'this.#parse()' may throw at 7 → leaves with 'this.#watcher' live at 8" }, line: 6, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `import { Redis } from 'ioredis';
export class Pair {
  readonly first: Redis;
  readonly second: Redis;
  constructor(url: string | undefined) {
    this.first = new Redis();
    if (url === undefined) throw new Error('no url');
    this.second = new Redis(url);
  }
  async stop() { await this.first.quit(); await this.second.quit(); }
}
`,
        errors: [
          { messageId: 'constructor', data: { resource: 'this.first', path: "'this.first' is acquired at 6 → throws at 7 → leaves with 'this.first' live at 9" }, line: 6, column: 18, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export class Pair {
  readonly first: Redis;
  readonly second: Redis;
  constructor(url: string | undefined) {
    if (url === undefined) throw new Error('no url');
    this.first = new Redis();
    this.second = new Redis(url);
  }
  async stop() { await this.first.quit(); await this.second.quit(); }
}
`,
      `import { Pool } from 'pg';
export class Repository {
  readonly #pool: Pool;
  readonly names = new Map<string, string>();
  constructor(names: readonly string[]) {
    this.#pool = new Pool();
    for (const name of names) this.names.set(name, name);
  }
  async stop() { await this.#pool.end(); }
}
`,
    ],
  },
  {
    clause: '12.start',
    invalid: [
      {
        code: `import { Client } from 'pg';
export class App {
  readonly #client = new Client();
  async start() {
    await this.#client.connect();
    await this.#client.query('select 1');
  }
  async stop() { await this.#client.end(); }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'start', data: { resource: 'this.#client', path: "'this.#client' is started at 5 → 'this.#client.query()' may reject at 6 → leaves with 'this.#client' live at 7" }, line: 5, column: 11, endColumn: 33 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  #store: Store | undefined;
  async start() {
    const store = new Store();
    await store.start();
    this.#store = store;
    await store.save('x');
  }
  async stop() { await this.#store?.stop(); }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'start', data: { resource: 'store', path: "'store' is created at 6 → 'store' is started at 7 → 'store.save()' may reject at 9 → leaves with 'store' live at 10" }, line: 7, column: 11, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `import { Client } from 'pg';
export class App {
  readonly #client = new Client();
  async start() {
    await this.#client.connect();
    await this.#client.query('select 1');
  }
  async stop() { await this.#client.end(); }
}
`,
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  readonly #store = new Store();
  async start() {
    await this.#store.save('x');
    await this.#store.start();
  }
  async stop() { await this.#store.stop(); }
}
`, options: { report: 'likely' } },
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  constructor(readonly store: Store) {}
  async start() {
    await this.store.start();
    await this.store.save('x');
  }
}
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '12.loop',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Group {
  readonly #stores: Store[] = [];
  async start() {
    for (let index = 0; index < 3; index++) {
      const store = new Store();
      await store.start();
      this.#stores.push(store);
    }
  }
  async stop() { for (const store of this.#stores) await store.stop(); }
}
`,
        errors: [
          { messageId: 'start', data: { resource: 'store', path: "'store' is created at 7 → 'store' is started at 8 → 'store.start()' may reject at 8 → leaves with 'store' live at 11" }, line: 8, column: 13, endColumn: 26 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Group {
  readonly #stores: Store[] = [];
  async start() {
    try {
      for (let index = 0; index < 3; index++) {
        const store = new Store();
        await store.start();
        this.#stores.push(store);
      }
    } catch (error) {
      await this.stop();
      throw error;
    }
  }
  async stop() { for (const store of this.#stores) await store.stop(); }
}
`,
    ],
  },
  {
    clause: '12.roll-back',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStore() {
  const store = new Store();
  await store.start();
  try {
    await store.save('x');
  } catch (error) {
    console.error(error);
    throw error;
  }
  return store;
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'store', path: "'store' is created at 4 → 'store' is started at 5 → 'store.save()' may reject at 7 → throws at 10 → leaves with 'store' live at 13" }, line: 5, column: 9, endColumn: 22 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStores() {
  const first = new Store();
  await first.start();
  const second = new Store();
  try {
    await second.start();
  } catch (error) {
    await second.stop();
    throw error;
  }
  return [first, second];
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'first', path: "'first' is created at 4 → 'first' is started at 5 → 'second.start()' may reject at 8 → 'second.stop()' may reject at 10 → leaves with 'first' live at 14" }, line: 5, column: 9, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStore() {
  const store = new Store();
  await store.start();
  try {
    await store.save('x');
  } catch (error) {
    await store.stop().catch(console.error);
    throw error;
  }
  return store;
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStore() {
  const store = new Store();
  await store.start();
  let done = false;
  try {
    await store.save('x');
    done = true;
  } finally {
    if (!done) await store.stop();
  }
  return store;
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function createStore() {
  const store = new Store();
  await store.start();
  await store.save('x').catch(async (error: unknown) => {
    await store.stop();
    throw error;
  });
  return store;
}
`,
    ],
  },
  {
    clause: '12.cannot-throw',
    invalid: [
      {
        code: `import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
export function createCache(file: string) {
  const redis = new Redis();
  const options = JSON.parse(readFileSync(file, 'utf8')) as { size: number };
  return { redis, size: options.size };
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'redis', path: "'redis' is acquired at 4 → 'readFileSync()' may throw at 5 → leaves with 'redis' live at 7" }, line: 4, column: 17, endColumn: 28 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export function createCache(size: number) {
  const redis = new Redis();
  redis.on('error', console.error);
  const sizes = [size, size * 2].map((one) => one + 1);
  return { redis, sizes };
}
`,
    ],
  },
  {
    clause: '12.constructor',
    invalid: [
      {
        code: `import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
export class Cache {
  readonly #redis = new Redis();
  readonly #config: unknown;
  constructor(file: string) {
    this.#config = JSON.parse(readFileSync(file, 'utf8'));
  }
  async stop() { await this.#redis.quit(); return this.#config; }
}
`,
        errors: [
          { messageId: 'constructor', data: { resource: 'this.#redis', path: "'this.#redis' is acquired at 4 → 'readFileSync()' may throw at 7 → leaves with 'this.#redis' live at 8" }, line: 4, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `import { watch } from 'node:fs';
export class Config {
  readonly #watcher = watch('.');
  readonly name: string;
  constructor(name: string | undefined) {
    if (name === undefined) throw new Error('no name');
    this.name = name;
  }
  stop() { this.#watcher.close(); }
}
`,
        errors: [
          { messageId: 'constructor', data: { resource: 'this.#watcher', path: "'this.#watcher' is acquired at 3 → throws at 6 → leaves with 'this.#watcher' live at 8" }, line: 3, column: 23, endColumn: 33 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export class Cache {
  readonly #redis = new Redis();
  readonly #sizes: number[];
  constructor(sizes: readonly number[]) {
    this.#sizes = [...sizes];
  }
  async stop() { await this.#redis.quit(); return this.#sizes; }
}
`,
      `import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
export class Cache {
  readonly #redis = new Redis();
  readonly #config: unknown;
  constructor(file: string) {
    try {
      this.#config = JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      this.#redis.disconnect();
      throw error;
    }
  }
  async stop() { await this.#redis.quit(); return this.#config; }
}
`,
      `import { Pool } from 'pg';
import { readFileSync } from 'node:fs';
export class Repository {
  readonly #pool = new Pool();
  readonly #config: unknown;
  constructor(file: string) {
    this.#config = JSON.parse(readFileSync(file, 'utf8'));
  }
  async stop() { await this.#pool.end(); return this.#config; }
}
`,
    ],
  },
  {
    clause: '12.cannot-throw',
    invalid: [
      {
        code: `
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
export class Strategy {
  readonly workers: Worker[] = [];
  async setupWorker(file: string): Promise<void> {
    const worker = new Worker(file);
    await once(worker, 'online');
    await this.ready(worker);
    this.workers.push(worker);
  }
  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
  private async ready(worker: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      worker.once('error', reject);
      const handler = () => {
        resolve();
        worker.off('message', handler);
      };
      worker.on('message', handler);
    });
  }
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'worker', path: "'worker' is acquired at 7 → 'this.ready()' may reject at 9 → leaves with 'worker' live at 11" }, line: 7, column: 20, endColumn: 36 },
        ],
      },
      {
        code: `
import { readFileSync } from 'node:fs';
import { Pool } from 'pg';
class Connection {
  readonly #pool = new Pool();
  static create(): Connection { return new Connection(); }
  async query(text: string): Promise<unknown> { return this.#pool.query(text); }
  async close(): Promise<void> { await this.#pool.end(); }
}
export class Client {
  readonly #connection: Connection;
  readonly #config: unknown;
  constructor(file: string) {
    this.#connection = Connection.create();
    this.#config = JSON.parse(readFileSync(file, 'utf8'));
  }
  async close(): Promise<void> { await this.#connection.close(); console.log(this.#config); }
}
`,
        errors: [
          { messageId: 'constructor', data: { resource: 'this.#connection', path: "'this.#connection' is acquired at 14 → 'readFileSync()' may throw at 15 → leaves with 'this.#connection' live at 16" }, line: 14, column: 24, endColumn: 43 },
        ],
      },
    ],
    valid: [
      `
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
export class Strategy {
  readonly workers: Worker[] = [];
  async setupWorker(file: string): Promise<void> {
    const worker = new Worker(file);
    await once(worker, 'online');
    await this.ready(worker);
    this.workers.push(worker);
  }
  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
  private async ready(worker: Worker): Promise<void> {
    return new Promise((resolve) => {
      const handler = () => {
        resolve();
        worker.off('message', handler);
      };
      worker.on('message', handler);
    });
  }
}
`,
      `
import { readFileSync } from 'node:fs';
import { Pool } from 'pg';
class Connection {
  readonly #pool = new Pool();
  static lazy(): Connection { return new Connection(); }
  async query(text: string): Promise<unknown> { return this.#pool.query(text); }
  async close(): Promise<void> { await this.#pool.end(); }
}
export class Client {
  readonly #connection: Connection;
  readonly #config: unknown;
  constructor(file: string) {
    this.#connection = Connection.lazy();
    this.#config = JSON.parse(readFileSync(file, 'utf8'));
  }
  async close(): Promise<void> { await this.#connection.close(); console.log(this.#config); }
}
`,
    ],
  },
  {
    clause: '12.factory',
    invalid: [
      {
        code: `
import { connect, type Socket } from 'node:net';
export class Transport {
  readonly socket: Socket;
  private constructor(path: string) {
    this.socket = connect(path);
  }
  static async to(path: string, ready: Promise<void>): Promise<Transport> {
    const transport = new Transport(path);
    try {
      await ready;
      return transport;
    } catch (error) {
      transport.socket.pause();
      throw error;
    }
  }
  close(): void {
    this.socket.destroy();
  }
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'transport', path: "'transport' is acquired at 9 → 'ready' may reject at 11 → throws at 15 → leaves with 'transport' live at 17" }, line: 9, column: 23, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `
import { connect, type Socket } from 'node:net';
export class Transport {
  readonly socket: Socket;
  private constructor(path: string) {
    this.socket = connect(path);
  }
  static async to(path: string, ready: Promise<void>): Promise<Transport> {
    const transport = new Transport(path);
    try {
      await ready;
      return transport;
    } catch (error) {
      transport.socket.destroy();
      throw error;
    }
  }
  close(): void {
    this.socket.destroy();
  }
}
`,
      `
import { connect, type Socket } from 'node:net';
export class Transport {
  readonly socket: Socket;
  private constructor(path: string) {
    this.socket = connect(path);
  }
  static async to(path: string, ready: Promise<void>): Promise<Transport> {
    const transport = new Transport(path);
    try {
      await ready;
      return transport;
    } catch (error) {
      await transport.closeAndWait();
      throw error;
    }
  }
  close(): void {
    this.socket.destroy();
  }
  async closeAndWait(): Promise<void> {
    const closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.close();
    await closed;
  }
}
`,
    ],
  },
  {
    clause: '12.cannot-throw',
    invalid: [
      {
        code: `
import { createServer, type Server } from 'node:net';
class Deferred<Value> {
  resolve!: (value: Value) => void;
  reject!: (reason: unknown) => void;
  readonly promise = new Promise<Value>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}
declare function check(done: Deferred<void>): void;
export async function open(): Promise<Server> {
  const checked = new Deferred<void>();
  const server = createServer().listen(0);
  server.on('error', (error) => checked.reject(error));
  checked.resolve();
  await checked.promise;
  return server;
}
export async function openChecked(): Promise<Server> {
  const checked = new Deferred<void>();
  const server = createServer().listen(0);
  check(checked);
  await checked.promise;
  return server;
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'server', path: "'server' is acquired at 14 → 'checked.promise' may reject at 17 → leaves with 'server' live at 19" }, line: 14, column: 18, endColumn: 42 },
          { messageId: 'factory', data: { resource: 'server', path: "'server' is acquired at 22 → 'checked.promise' may reject at 24 → leaves with 'server' live at 26" }, line: 22, column: 18, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `
import { createServer, type Server } from 'node:net';
class Deferred<Value> {
  resolve!: (value: Value) => void;
  reject!: (reason: unknown) => void;
  readonly promise = new Promise<Value>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}
export async function open(): Promise<Server> {
  const listening = new Deferred<void>();
  const server = createServer().listen(0, () => {
    listening.resolve();
  });
  await listening.promise;
  return server;
}
export async function openLater(): Promise<Server> {
  const server = createServer().listen(0);
  await new Promise<void>((resolve) => setTimeout(resolve, 10));
  return server;
}
`,
    ],
  },
  {
    clause: '12.constructor',
    invalid: [
      {
        code: `
import { Worker } from 'node:worker_threads';
class Builds {
  readonly url: string;
  constructor(url: string) {
    if (url.startsWith('//')) throw new Error('no scheme');
    this.url = url;
  }
}
export class Services {
  readonly worker: Worker;
  readonly builds: Builds;
  constructor(url: string) {
    this.worker = new Worker('./worker.js');
    this.builds = new Builds(url);
  }
  async dispose(): Promise<void> {
    await this.worker.terminate();
  }
}
`,
        errors: [
          { messageId: 'constructor', data: { resource: 'this.worker', path: "'this.worker' is acquired at 14 → 'new Builds()' may throw at 15 → leaves with 'this.worker' live at 16" }, line: 14, column: 19, endColumn: 44 },
        ],
      },
      {
        code: `
import { Worker } from 'node:worker_threads';
function normalize(url: string): string {
  if (url.startsWith('//')) throw new Error('no scheme');
  return url;
}
class Builds {
  readonly url: string;
  constructor(url: string) {
    this.url = normalize(url);
  }
}
export class Services {
  readonly worker: Worker;
  readonly builds: Builds;
  constructor(url: string) {
    this.worker = new Worker('./worker.js');
    this.builds = new Builds(url);
  }
  async dispose(): Promise<void> {
    await this.worker.terminate();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'constructor', data: { resource: 'this.worker', path: "'this.worker' is acquired at 17 → 'new Builds()' may throw at 18 → leaves with 'this.worker' live at 19" }, line: 17, column: 19, endColumn: 44 },
        ],
      },
    ],
    valid: [
      `
import { Worker } from 'node:worker_threads';
function normalize(url: string): string {
  if (url.startsWith('//')) throw new Error('no scheme');
  return url;
}
class Builds {
  readonly url: string;
  constructor(url: string) {
    this.url = normalize(url);
  }
}
export class Services {
  readonly worker: Worker;
  readonly builds: Builds;
  constructor(url: string) {
    this.worker = new Worker('./worker.js');
    this.builds = new Builds(url);
  }
  async dispose(): Promise<void> {
    await this.worker.terminate();
  }
}
`,
    ],
  },
  {
    clause: '12.roll-back',
    invalid: [
      {
        code: `
import type { Socket } from 'node:net';
class Browser {
  constructor(readonly socket: Socket) {
    socket.on('data', () => console.log('data'));
  }
  async handshake(): Promise<void> {
    await fetch('/devtools');
  }
  close(): void {
    this.socket.destroy();
  }
  [Symbol.dispose](): void {
    this.close();
  }
}
export async function connect(socket: Socket): Promise<Browser> {
  try {
    const browser = new Browser(socket);
    await browser.handshake();
    return browser;
  } catch (error) {
    socket.pause();
    throw error;
  }
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'browser', path: "'browser' is acquired at 19 → 'browser.handshake()' may reject at 20 → throws at 24 → leaves with 'browser' live at 26" }, line: 19, column: 21, endColumn: 40 },
        ],
      },
    ],
    valid: [
      `
import type { Socket } from 'node:net';
class Browser {
  constructor(readonly socket: Socket) {
    socket.on('data', () => console.log('data'));
  }
  async handshake(): Promise<void> {
    await fetch('/devtools');
  }
  close(): void {
    this.socket.destroy();
  }
  [Symbol.dispose](): void {
    this.close();
  }
}
export async function connect(socket: Socket): Promise<Browser> {
  try {
    const browser = new Browser(socket);
    await browser.handshake();
    return browser;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
`,
    ],
  },
  {
    clause: '12.factory',
    invalid: [
      {
        code: `
class Device {
  #poll: NodeJS.Timeout | undefined;
  async handshake(): Promise<void> {
    await fetch('/device');
  }
  poll(): void {
    this.#poll = setInterval(() => {}, 500);
  }
  close(): void {
    clearInterval(this.#poll);
  }
  [Symbol.dispose](): void {
    this.close();
  }
}
export async function create(): Promise<Device> {
  const device = new Device();
  device.poll();
  await device.handshake();
  return device;
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'device', path: "'device' is acquired at 18 → 'device.handshake()' may reject at 20 → leaves with 'device' live at 22" }, line: 18, column: 18, endColumn: 30 },
        ],
      },
      {
        code: `
class Device {
  #poll: NodeJS.Timeout | undefined;
  async handshake(): Promise<void> {
    await fetch('/device');
  }
  poll(): void {
    this.#poll = setInterval(() => {}, 500);
  }
  close(): void {
    clearInterval(this.#poll);
  }
  [Symbol.dispose](): void {
    this.close();
  }
}
export async function create(): Promise<Device> {
  const device = new Device();
  await device.handshake();
  return device;
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'factory', data: { resource: 'device', path: "'device' is acquired at 18 → 'device.handshake()' may reject at 19 → leaves with 'device' live at 21" }, line: 18, column: 18, endColumn: 30 },
        ],
      },
    ],
    valid: [
      `
class Device {
  #poll: NodeJS.Timeout | undefined;
  async handshake(): Promise<void> {
    await fetch('/device');
  }
  poll(): void {
    this.#poll = setInterval(() => {}, 500);
  }
  close(): void {
    clearInterval(this.#poll);
  }
  [Symbol.dispose](): void {
    this.close();
  }
}
export async function create(): Promise<Device> {
  const device = new Device();
  await device.handshake();
  return device;
}
`,
    ],
  },
  {
    clause: '12.ends-process',
    invalid: [
      {
        code: `
import { connect, type Socket } from 'node:net';
async function open(): Promise<{ socket: Socket; greeting: string }> {
  const socket = connect(80);
  const greeting = await (await fetch('https://example.org')).text();
  return { socket, greeting };
}
const { greeting } = await open();
console.log(greeting);
`, options: { report: 'likely' },
        errors: [
          { messageId: 'factory', data: { resource: 'socket', path: "'socket' is acquired at 4 → 'fetch()' may reject at 5 → leaves with 'socket' live at 7" }, line: 4, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
async function open(): Promise<{ socket: Socket; greeting: string }> {
  const socket = connect(80);
  const greeting = await (await fetch('https://example.org')).text();
  return { socket, greeting };
}
try {
  await open();
} catch (error) {
  console.error(error);
}
`,
        errors: [
          { messageId: 'factory', data: { resource: 'socket', path: "'socket' is acquired at 4 → 'fetch()' may reject at 5 → leaves with 'socket' live at 7" }, line: 4, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
async function open(): Promise<{ socket: Socket; greeting: string }> {
  const socket = connect(80);
  const greeting = await (await fetch('https://example.org')).text();
  return { socket, greeting };
}
open().then(console.log).catch(console.error);
`,
        errors: [
          { messageId: 'factory', data: { resource: 'socket', path: "'socket' is acquired at 4 → 'fetch()' may reject at 5 → leaves with 'socket' live at 7" }, line: 4, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
async function open(): Promise<{ socket: Socket; greeting: string }> {
  const socket = connect(80);
  const greeting = await (await fetch('https://example.org')).text();
  return { socket, greeting };
}
const { greeting } = await open();
console.log(greeting);
export const again = () => open();
`,
        errors: [
          { messageId: 'factory', data: { resource: 'socket', path: "'socket' is acquired at 4 → 'fetch()' may reject at 5 → leaves with 'socket' live at 7" }, line: 4, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
async function open(): Promise<{ socket: Socket; greeting: string }> {
  const socket = connect(80);
  const greeting = await (await fetch('https://example.org')).text();
  return { socket, greeting };
}
export { open };
const { greeting } = await open();
console.log(greeting);
`,
        errors: [
          { messageId: 'factory', data: { resource: 'socket', path: "'socket' is acquired at 4 → 'fetch()' may reject at 5 → leaves with 'socket' live at 7" }, line: 4, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
async function open(): Promise<{ socket: Socket; greeting: string }> {
  const socket = connect(80);
  const greeting = await (await fetch('https://example.org')).text();
  return { socket, greeting };
}
const opening = open();
opening.catch(console.error);
`,
        errors: [
          { messageId: 'factory', data: { resource: 'socket', path: "'socket' is acquired at 4 → 'fetch()' may reject at 5 → leaves with 'socket' live at 7" }, line: 4, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
async function open(): Promise<{ socket: Socket; greeting: string }> {
  const socket = connect(80);
  const greeting = await (await fetch('https://example.org')).text();
  return { socket, greeting };
}
const { greeting } = await open();
console.log(greeting);
export {};
`, filename: 'used.ts', files: { 'main.ts': `await import('./used.ts').catch(console.error);
` },
        errors: [
          { messageId: 'factory', data: { resource: 'socket', path: "'socket' is acquired at 4 → 'fetch()' may reject at 5 → leaves with 'socket' live at 7" }, line: 4, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
class Hub {
  readonly #socket: Socket;
  readonly limits: object;
  constructor(text: string) {
    this.#socket = connect(80);
    this.limits = JSON.parse(text) as object;
  }
  close(): void {
    this.#socket.destroy();
  }
}
export function reload(text: string): Hub {
  return new Hub(text);
}
`,
        errors: [
          { messageId: 'constructor', data: { resource: 'this.#socket', path: "'this.#socket' is acquired at 7 → 'JSON.parse()' may throw at 8 → leaves with 'this.#socket' live at 9" }, line: 7, column: 20, endColumn: 31 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
class Hub {
  readonly #socket: Socket;
  readonly limits: object;
  constructor(text: string) {
    this.#socket = connect(80);
    this.limits = JSON.parse(text) as object;
  }
  close(): void {
    this.#socket.destroy();
  }
}
let hub: Hub | undefined;
try {
  hub = new Hub('{}');
} catch (error) {
  console.error(error);
}
console.log(hub);
`,
        errors: [
          { messageId: 'constructor', data: { resource: 'this.#socket', path: "'this.#socket' is acquired at 7 → 'JSON.parse()' may throw at 8 → leaves with 'this.#socket' live at 9" }, line: 7, column: 20, endColumn: 31 },
        ],
      },
    ],
    valid: [
      `
import { connect, type Socket } from 'node:net';
async function open(): Promise<{ socket: Socket; greeting: string }> {
  const socket = connect(80);
  const greeting = await (await fetch('https://example.org')).text();
  return { socket, greeting };
}
const { greeting } = await open();
console.log(greeting);
`,
      `
import { connect, type Socket } from 'node:net';
async function open(): Promise<{ socket: Socket; greeting: string }> {
  const socket = connect(80);
  const greeting = await (await fetch('https://example.org')).text();
  return { socket, greeting };
}
async function main(): Promise<void> {
  console.log((await open()).greeting);
}
void main();
`,
      `
import { connect, type Socket } from 'node:net';
async function open(): Promise<{ socket: Socket; greeting: string }> {
  const socket = connect(80);
  const greeting = await (await fetch('https://example.org')).text();
  return { socket, greeting };
}
open().then(console.log).catch((error) => {
  console.error(error);
  process.exit(1);
});
`,
      `
import { connect, type Socket } from 'node:net';
async function open(): Promise<{ socket: Socket; greeting: string }> {
  const socket = connect(80);
  const greeting = await (await fetch('https://example.org')).text();
  return { socket, greeting };
}
(async () => {
  console.log((await open()).greeting);
})();
`,
      `
import { connect, type Socket } from 'node:net';
class Hub {
  readonly #socket: Socket;
  readonly limits: object;
  constructor(text: string) {
    this.#socket = connect(80);
    this.limits = JSON.parse(text) as object;
  }
  close(): void {
    this.#socket.destroy();
  }
}
const hub = new Hub('{}');
console.log(hub);
`,
      `
import { connect, type Socket } from 'node:net';
class Hub {
  readonly #socket: Socket;
  readonly limits: object;
  constructor(text: string) {
    this.#socket = connect(80);
    this.limits = JSON.parse(text) as object;
  }
  close(): void {
    this.#socket.destroy();
  }
}
class Wrapper {
  readonly hub = new Hub('{}');
}
console.log(new Wrapper());
`,
    ],
  },
  {
    clause: '12.opens-nothing',
    invalid: [
      {
        code: `
import { connect, type Socket } from 'node:net';
class Registry {
  readonly entries = new Map<string, Socket>();
  dispose(): void {
    for (const entry of this.entries.values()) entry.destroy();
  }
  [Symbol.dispose](): void {
    this.dispose();
  }
}
export class App {
  readonly registry = new Registry();
  constructor(text: string) {
    
    JSON.parse(text);
  }
  stop(): void {
    this.registry.dispose();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'constructor', data: { resource: 'this.registry', path: "'this.registry' is acquired at 13 → 'JSON.parse()' may throw at 16 → leaves with 'this.registry' live at 17" }, line: 13, column: 23, endColumn: 37 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
class Registry {
  readonly entries = new Map<string, Socket>();
  readonly beat = connect(80);
  dispose(): void {
    for (const entry of this.entries.values()) entry.destroy();
  }
  [Symbol.dispose](): void {
    this.dispose();
  }
}
export class App {
  readonly registry = new Registry();
  constructor(text: string) {
    
    JSON.parse(text);
  }
  stop(): void {
    this.registry.dispose();
  }
}
`,
        errors: [
          { messageId: 'constructor', data: { resource: 'this.registry', path: "'this.registry' is acquired at 14 → 'JSON.parse()' may throw at 17 → leaves with 'this.registry' live at 18" }, line: 14, column: 23, endColumn: 37 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
class Registry {
  readonly entries = new Map<string, Socket>();
  readonly beat = connect(80);
  dispose(): void {
    for (const entry of this.entries.values()) entry.destroy();
  }
  [Symbol.dispose](): void {
    this.dispose();
  }
}
export class App {
  readonly registry: Registry;
  constructor(text: string) {
    this.registry = new Registry();
    JSON.parse(text);
  }
  stop(): void {
    this.registry.dispose();
  }
}
`,
        errors: [
          { messageId: 'constructor', data: { resource: 'this.registry', path: "'this.registry' is acquired at 16 → 'JSON.parse()' may throw at 17 → leaves with 'this.registry' live at 18" }, line: 16, column: 21, endColumn: 35 },
        ],
      },
    ],
    valid: [
      `
import { connect, type Socket } from 'node:net';
class Registry {
  readonly entries = new Map<string, Socket>();
  dispose(): void {
    for (const entry of this.entries.values()) entry.destroy();
  }
  [Symbol.dispose](): void {
    this.dispose();
  }
}
export class App {
  readonly registry = new Registry();
  constructor(text: string) {
    
    JSON.parse(text);
  }
  stop(): void {
    this.registry.dispose();
  }
}
`,
      `
import { connect, type Socket } from 'node:net';
class Registry {
  readonly entries = new Map<string, Socket>();
  dispose(): void {
    for (const entry of this.entries.values()) entry.destroy();
  }
  [Symbol.dispose](): void {
    this.dispose();
  }
}
export class App {
  readonly registry: Registry;
  constructor(text: string) {
    this.registry = new Registry();
    JSON.parse(text);
  }
  stop(): void {
    this.registry.dispose();
  }
}
`,
    ],
  },
  {
    clause: '12.constructor',
    invalid: [
      {
        code: `
import Sqlite from 'better-sqlite3';
export class Store {
  readonly #db: Sqlite.Database;
  constructor(path: string) {
    this.#db = new Sqlite(path);
    this.#db.exec('CREATE TABLE IF NOT EXISTS kv (key TEXT PRIMARY KEY)');
  }
  close(): void {
    this.#db.close();
  }
}
`,
        errors: [
          { messageId: 'constructor', data: { resource: 'this.#db', path: "'this.#db' is acquired at 6 → 'this.#db.exec()' may throw at 7 → leaves with 'this.#db' live at 8" }, line: 6, column: 16, endColumn: 32 },
        ],
      },
      {
        code: `
import Sqlite from 'better-sqlite3';
export class Store {
  readonly #db: Sqlite.Database;
  constructor(path: string) {
    this.#db = new Sqlite(path);
    this.#db.prepare('SELECT value FROM kv');
  }
  close(): void {
    this.#db.close();
  }
}
`,
        errors: [
          { messageId: 'constructor', data: { resource: 'this.#db', path: "'this.#db' is acquired at 6 → 'this.#db.prepare()' may throw at 7 → leaves with 'this.#db' live at 8" }, line: 6, column: 16, endColumn: 32 },
        ],
      },
    ],
    valid: [
      `
import Sqlite from 'better-sqlite3';
export class Store {
  readonly #db: Sqlite.Database;
  constructor(path: string) {
    this.#db = new Sqlite(path);
  }
  close(): void {
    this.#db.close();
  }
}
`,
      `
import Sqlite from 'better-sqlite3';
export class Store {
  readonly #db: Sqlite.Database;
  constructor(path: string) {
    this.#db = new Sqlite(path);
    console.log(path);
  }
  close(): void {
    this.#db.close();
  }
}
`,
    ],
  },
];
