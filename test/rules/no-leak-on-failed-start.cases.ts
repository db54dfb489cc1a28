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
    await pause();
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
];
