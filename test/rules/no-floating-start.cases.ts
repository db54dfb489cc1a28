import type { ClauseCase } from './clause-case.ts';
import type { noFloatingStart } from '../../tools/clauses/no-floating-start.ts';

export const cases: readonly ClauseCase<keyof typeof noFloatingStart.clauses>[] = [
  {
    clause: ['4.dropped', '4.suggest-await'],
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run() {
  const store = new Store();
  store.start();
  await store.save('x');
  await store.stop();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 6, column: 3, endColumn: 16, suggestions: [{ messageId: 'addAwait', data: { call: 'store.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  await store.save('x');
  await store.stop();
}
` }] },
        ],
      },
      {
        code: `import { Client } from 'pg';
export async function run() {
  const client = new Client();
  client.connect();
  await client.query('select 1');
  await client.end();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'client', call: 'client.connect()' }, line: 4, column: 3, endColumn: 19, suggestions: [{ messageId: 'addAwait', data: { call: 'client.connect()' }, output: `import { Client } from 'pg';
export async function run() {
  const client = new Client();
  await client.connect();
  await client.query('select 1');
  await client.end();
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store | undefined) {
  store?.start();
  await pause();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store?.start()' }, line: 5, column: 3, endColumn: 17, suggestions: [{ messageId: 'addAwait', data: { call: 'store?.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store | undefined) {
  await store?.start();
  await pause();
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, wanted: boolean) {
  wanted && store.start();
  await pause();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 13, endColumn: 26, suggestions: [{ messageId: 'addAwait', data: { call: 'store.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, wanted: boolean) {
  wanted && await store.start();
  await pause();
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  await store.save('x');
  await store.stop();
}
`,
    ],
  },
  {
    clause: '4.dropped',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export function begin(store: Store) {
  store.start();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 3, endColumn: 16 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  const started = store.start();
  await store.save('x');
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 19, endColumn: 32, suggestions: [{ messageId: 'addAwait', data: { call: 'store.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  const started = await store.start();
  await store.save('x');
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export function begin(store: Store) {
  return store.start();
}
`,
    ],
  },
  {
    clause: '4.void',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  void store.start();
  await store.save('x');
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 8, endColumn: 21 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export function begin(store: Store) {
  void store.start();
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 8, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export function begin(store: Store) {
  void store.start();
}
`,
    ],
  },
  {
    clause: '4.handled',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  store.start().catch(console.error);
  await store.save('x');
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'handled', data: { name: 'store', call: 'store.start()' }, line: 5, column: 3, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  store.start().catch(console.error);
  await store.save('x');
}
`,
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  await store.start().catch(console.error);
  await store.save('x');
}
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '4.run-loop',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(loop: Loop) {
  loop.run();
  await pause();
}
`,
        errors: [
          { messageId: 'runLoop', data: { name: 'loop', call: 'loop.run()' }, line: 5, column: 3, endColumn: 13 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(loop: Loop) {
  const done = loop.run();
  await loop.stop();
  await done;
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export class Owner {
  readonly #loop = new Loop();
  #done: Promise<void> | undefined;
  begin() {
    this.#done = this.#loop.run();
  }
  async stop() {
    await this.#loop.stop();
    await this.#done;
  }
}
`,
    ],
  },
  {
    clause: '4.constructor',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export class Owner {
  constructor(private readonly store: Store) {}
  open() {
    this.store.start();
  }
}
`,
        errors: [
          { messageId: 'start', data: { name: 'this.store', call: 'this.store.start()' }, line: 7, column: 5, endColumn: 23 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
const store = new Store();
store.start();
console.log('begun');
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 4, column: 1, endColumn: 14, suggestions: [{ messageId: 'addAwait', data: { call: 'store.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
const store = new Store();
await store.start();
console.log('begun');
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export class Owner {
  constructor(private readonly store: Store) {
    this.store.start();
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
const store = new Store();
export class Owner {
  readonly ready = store.start();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export const store = new Store();
store.start();
`,
    ],
  },
  {
    clause: '4.queues',
    invalid: [
      {
        code: `import { PrismaClient } from '@prisma/client';
import { Client } from 'pg';
export async function run() {
  const prisma = new PrismaClient();
  const client = new Client();
  prisma.$connect();
  client.connect();
  await prisma.$disconnect();
}
`, files: { 'prisma.d.ts': "declare module '@prisma/client' { export class PrismaClient { $connect(): Promise<void>; $disconnect(): Promise<void> } }" },
        errors: [
          { messageId: 'start', data: { name: 'client', call: 'client.connect()' }, line: 7, column: 3, endColumn: 19, suggestions: [{ messageId: 'addAwait', data: { call: 'client.connect()' }, output: `import { PrismaClient } from '@prisma/client';
import { Client } from 'pg';
export async function run() {
  const prisma = new PrismaClient();
  const client = new Client();
  prisma.$connect();
  await client.connect();
  await prisma.$disconnect();
}
` }] },
        ],
      },
    ],
    valid: [
      { code: `import { PrismaClient } from '@prisma/client';
export async function run() {
  const prisma = new PrismaClient();
  prisma.$connect();
  await prisma.$disconnect();
}
`, files: { 'prisma.d.ts': "declare module '@prisma/client' { export class PrismaClient { $connect(): Promise<void>; $disconnect(): Promise<void> } }" } },
    ],
  },
  {
    clause: '4.kept',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, audit: Store) {
  const started = [store.start()];
  audit.start();
  await Promise.all(started);
}
`,
        errors: [
          { messageId: 'start', data: { name: 'audit', call: 'audit.start()' }, line: 6, column: 3, endColumn: 16, suggestions: [{ messageId: 'addAwait', data: { call: 'audit.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, audit: Store) {
  const started = [store.start()];
  await audit.start();
  await Promise.all(started);
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, audit: Store) {
  await Promise.all([store.start(), audit.start()]);
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  const started = store.start();
  await pause();
  await started;
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export class Owner {
  #ready: Promise<void> | undefined;
  open(store: Store) {
    this.#ready = store.start();
    return this.#ready;
  }
}
`,
    ],
  },
  {
    clause: '4.callback',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export function later(store: Store) {
  setTimeout(() => store.start(), 1000);
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 20, endColumn: 33 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export function onSignal(store: Store) {
  process.once('SIGHUP', () => store.start());
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 32, endColumn: 45 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export function onSignal(store: Store) {
  process.once('SIGHUP', () => {
    store.start();
  });
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 6, column: 5, endColumn: 18 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export function onSignal(store: Store) {
  process.once('SIGHUP', () => store.start());
}
`,
    ],
  },
  {
    clause: '4.array',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function startAll(stores: Store[]) {
  stores.forEach((store) => store.start());
  await pause();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 29, endColumn: 42 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function startAll(stores: Store[]) {
  stores.map((store) => store.start());
  await pause();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 25, endColumn: 38 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function startAll(stores: Store[]) {
  await Promise.all(stores.map((store) => store.start()));
}
`,
    ],
  },
  {
    clause: '4.sync',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
class Ticker { #t: NodeJS.Timeout | undefined; async start() { this.#t = setInterval(() => undefined, 1000); await pause(); } stop() { clearInterval(this.#t); } }
export async function run(ticker: Ticker) {
  ticker.start();
  await pause();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'ticker', call: 'ticker.start()' }, line: 6, column: 3, endColumn: 17, suggestions: [{ messageId: 'addAwait', data: { call: 'ticker.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
class Ticker { #t: NodeJS.Timeout | undefined; async start() { this.#t = setInterval(() => undefined, 1000); await pause(); } stop() { clearInterval(this.#t); } }
export async function run(ticker: Ticker) {
  await ticker.start();
  await pause();
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
class Ticker { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export async function run(ticker: Ticker) {
  ticker.start();
  await pause();
}
`,
      `import { createServer } from 'node:http';
export async function run() {
  const server = createServer();
  server.listen(8080);
}
`,
    ],
  },
  {
    clause: '4.dropped',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, audit: Store) {
  store.start(), await audit.start();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 3, endColumn: 16, suggestions: [{ messageId: 'addAwait', data: { call: 'store.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, audit: Store) {
  await store.start(), await audit.start();
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, audit: Store, audited: boolean) {
  audited ? audit.start() : store.start();
  await pause();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'audit', call: 'audit.start()' }, line: 5, column: 13, endColumn: 26, suggestions: [{ messageId: 'addAwait', data: { call: 'audit.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, audit: Store, audited: boolean) {
  audited ? await audit.start() : store.start();
  await pause();
}
` }] },
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 29, endColumn: 42, suggestions: [{ messageId: 'addAwait', data: { call: 'store.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, audit: Store, audited: boolean) {
  audited ? audit.start() : await store.start();
  await pause();
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export class Audited extends Store {
  async open() {
    super.start();
    await pause();
  }
}
`,
        errors: [
          { messageId: 'start', data: { name: 'super', call: 'super.start()' }, line: 6, column: 5, endColumn: 18, suggestions: [{ messageId: 'addAwait', data: { call: 'super.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export class Audited extends Store {
  async open() {
    await super.start();
    await pause();
  }
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export class Opened extends Store {
  async open() {
    this.start();
    await pause();
  }
}
`,
        errors: [
          { messageId: 'start', data: { name: 'this', call: 'this.start()' }, line: 6, column: 5, endColumn: 17, suggestions: [{ messageId: 'addAwait', data: { call: 'this.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export class Opened extends Store {
  async open() {
    await this.start();
    await pause();
  }
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(stores: Store[]) {
  for (const store of stores) store.start();
  await pause();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 31, endColumn: 44, suggestions: [{ messageId: 'addAwait', data: { call: 'store.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(stores: Store[]) {
  for (const store of stores) await store.start();
  await pause();
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, audit: Store) {
  await store.start(), await audit.start();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, audit: Store, audited: boolean) {
  await (audited ? audit.start() : store.start());
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export class Audited extends Store {
  async open() {
    await super.start();
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(stores: Store[]) {
  for (const store of stores) await store.start();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: any) {
  store.start();
  await pause();
}
`,
    ],
  },
  {
    clause: '4.void',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export class Holder {
  static {
    void new Store().start();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'start', data: { name: 'new Store()', call: 'new Store().start()' }, line: 6, column: 10, endColumn: 29 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
void new Store().start();
`,
        errors: [
          { messageId: 'start', data: { name: 'new Store()', call: 'new Store().start()' }, line: 4, column: 6, endColumn: 25 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export class Holder {
  static {
    void new Store().start();
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
await new Store().start();
`,
    ],
  },
  {
    clause: '4.variable',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  let started;
  started = store.start();
  await pause();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 6, column: 13, endColumn: 26, suggestions: [{ messageId: 'addAwait', data: { call: 'store.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  let started;
  started = await store.start();
  await pause();
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  let started;
  started = store.start();
  await pause();
  await started;
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, all: Promise<void>[]) {
  all.push(store.start());
  await pause();
}
`,
    ],
  },
  {
    clause: '4.combined',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, audit: Store) {
  Promise.all([store.start(), audit.start()]);
  await pause();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 16, endColumn: 29 },
          { messageId: 'start', data: { name: 'audit', call: 'audit.start()' }, line: 5, column: 31, endColumn: 44 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, audit: Store) {
  await Promise.all([store.start(), audit.start()]);
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  await Promise.race([store.start(), pause()]);
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  return { ready: store.start() };
}
`,
    ],
  },
  {
    clause: '4.continued',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  store.start().then(() => console.log('started'));
  await pause();
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 3, endColumn: 16 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  store.start().finally(() => console.log('tried'));
  await pause();
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 3, endColumn: 16 },
        ],
      },
    ],
    valid: [
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  await store.start().then(() => console.log('started'));
}
`, options: { report: 'likely' } },
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export function run(store: Store) {
  return new Promise<void>((resolve, reject) => {
    store.start().then(resolve, reject);
  });
}
`, options: { report: 'likely' } },
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export function run(store: Store) {
  return pause().then(() => store.start());
}
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '4.handled',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  store.start().then(() => console.log('started'), console.error);
  await pause();
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'handled', data: { name: 'store', call: 'store.start()' }, line: 5, column: 3, endColumn: 16 },
        ],
      },
    ],
    valid: [
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  await store.start().then(() => console.log('started'), console.error);
}
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '4.run-loop',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(loop: Loop) {
  void loop.run();
  await pause();
}
`,
        errors: [
          { messageId: 'runLoop', data: { call: 'loop.run()' }, line: 5, column: 8, endColumn: 18 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(loop: Loop) {
  const running = loop.run();
  await loop.stop();
}
`,
        errors: [
          { messageId: 'runLoop', data: { call: 'loop.run()' }, line: 5, column: 19, endColumn: 29 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(loop: Loop) {
  loop.run().catch(console.error);
  await pause();
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'runLoop', data: { call: 'loop.run()' }, line: 5, column: 3, endColumn: 13 },
        ],
      },
      {
        code: `import { Worker } from 'bullmq';
export async function run(queue: string) {
  const worker = new Worker(queue, async () => undefined, { autorun: false });
  worker.run();
  await worker.close();
}
`,
        errors: [
          { messageId: 'runLoop', data: { call: 'worker.run()' }, line: 4, column: 3, endColumn: 15 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(loop: Loop) {
  const running = loop.run();
  await loop.stop();
  await running;
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(loop: Loop) {
  await loop.run();
}
`,
      `import { Worker } from 'bullmq';
export async function run(queue: string) {
  const worker = new Worker(queue, async () => undefined, { autorun: false });
  const running = worker.run();
  await worker.close();
  await running;
}
`,
    ],
  },
  {
    clause: '4.constructor',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export class Owner {
  constructor(private readonly store: Store) {}
  init() {
    this.store.start();
  }
}
`,
        errors: [
          { messageId: 'start', data: { name: 'this.store', call: 'this.store.start()' }, line: 7, column: 5, endColumn: 23 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>; declare function open(): Promise<void>;
class Store { async start() { await open(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export class Owner {
  constructor(private readonly store: Store) {
    this.init();
  }
  init() {
    this.store.start();
  }
}
`,
    ],
  },
  {
    clause: '4.queues',
    invalid: [
      {
        code: `import mongoose from 'mongoose';
import { Client } from 'pg';
export async function run(url: string) {
  mongoose.connect(url);
  const client = new Client();
  client.connect();
  await client.end();
}
`, files: { 'mongoose.d.ts': "declare module 'mongoose' { export class Mongoose { connect(url: string): Promise<Mongoose>; disconnect(): Promise<void> } const mongoose: Mongoose; export default mongoose; }" },
        errors: [
          { messageId: 'start', data: { name: 'client', call: 'client.connect()' }, line: 6, column: 3, endColumn: 19, suggestions: [{ messageId: 'addAwait', data: { call: 'client.connect()' }, output: `import mongoose from 'mongoose';
import { Client } from 'pg';
export async function run(url: string) {
  mongoose.connect(url);
  const client = new Client();
  await client.connect();
  await client.end();
}
` }] },
        ],
      },
    ],
    valid: [
      { code: `import mongoose from 'mongoose';
export async function run(url: string) {
  mongoose.connect(url);
  await mongoose.disconnect();
}
`, files: { 'mongoose.d.ts': "declare module 'mongoose' { export class Mongoose { connect(url: string): Promise<Mongoose>; disconnect(): Promise<void> } const mongoose: Mongoose; export default mongoose; }" } },
      `import { Redis } from 'ioredis';
export async function run() {
  const redis = new Redis({ lazyConnect: true });
  redis.connect();
  await redis.quit();
}
`,
      { code: `import { Client } from 'discord.js';
export async function run(token: string) {
  const client = new Client();
  client.login(token);
  await client.destroy();
}
`, files: { 'discord.d.ts': "declare module 'discord.js' { export class Client { login(token: string): Promise<string>; destroy(): Promise<void> } }" } },
    ],
  },
  {
    clause: '4.array',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function startAll(stores: Store[]) {
  stores.forEach(async (store) => {
    await store.start();
  });
  await pause();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 6, column: 11, endColumn: 24 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function startAll(stores: Store[]) {
  Promise.allSettled(stores.map((store) => store.start()));
  await pause();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 44, endColumn: 57 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function startAll(stores: Store[]) {
  await Promise.all(stores.map(async (store) => {
    await store.start();
  }));
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export function startAll(stores: Store[]) {
  return Promise.allSettled(stores.map((store) => store.start()));
}
`,
    ],
  },
  {
    clause: '4.suggest-await',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, started: boolean) {
  started || (store.start() as Promise<void>);
  await pause();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 15, endColumn: 28, suggestions: [{ messageId: 'addAwait', data: { call: 'store.start()' }, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, started: boolean) {
  started || (await store.start() as Promise<void>);
  await pause();
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store) {
  [store.start()];
  await pause();
}
`,
        errors: [
          { messageId: 'start', data: { name: 'store', call: 'store.start()' }, line: 5, column: 4, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Loop { #on = true; async run() { while (true) { if (!this.#on) return; await pause(); } } async stop() { this.#on = false; await pause(); } }
export async function run(store: Store, started: boolean) {
  started || (await store.start());
}
`,
    ],
  },
  {
    clause: '4.dropped',
    invalid: [
      {
        code: `
declare class Watcher {
  watch(uri: string): Promise<void>;
  unwatch(): Promise<void>;
}
export async function follow(watcher: Watcher): Promise<void> {
  watcher.watch('file:///a');
}
`,
        errors: [
          { messageId: 'start', data: { name: 'watcher', call: 'watcher.watch()' }, line: 7, column: 3, endColumn: 29, suggestions: [{ messageId: 'addAwait', data: { call: 'watcher.watch()' }, output: `
declare class Watcher {
  watch(uri: string): Promise<void>;
  unwatch(): Promise<void>;
}
export async function follow(watcher: Watcher): Promise<void> {
  await watcher.watch('file:///a');
}
` }] },
        ],
      },
    ],
    valid: [
      `
declare class Watcher {
  watch(id: number, uri: string): Promise<void>;
  unwatch(id: number): Promise<void>;
  close(): void;
}
export async function follow(watcher: Watcher): Promise<void> {
  watcher.watch(1, 'file:///a');
}
`,
    ],
  },
  {
    clause: '4.lost',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
declare function dial(): Promise<void>;
export class Line {
  #timer: NodeJS.Timeout | undefined;
  async connect() {
    try {
      await dial();
    } catch (error) {
      throw error;
    }
  }
  async disconnect() { clearTimeout(this.#timer); await pause(); }
}
export function open(line: Line) {
  line.connect();
}
`,
        errors: [{ messageId: 'start', data: { name: 'line', call: 'line.connect()' }, line: 15, column: 3, endColumn: 17 }],
      },
      {
        code: `declare function pause(): Promise<void>;
declare function dial(): Promise<void>;
export class Beat {
  #timer: NodeJS.Timeout | undefined;
  async start() { this.#timer = setInterval(() => console.log('beat'), 1000); await dial(); }
  async stop() { clearInterval(this.#timer); }
}
export function open(beat: Beat) {
  beat.start();
}
`,
        errors: [{ messageId: 'start', data: { name: 'beat', call: 'beat.start()' }, line: 9, column: 3, endColumn: 15 }],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
declare function dial(): Promise<void>;
export class Line {
  #timer: NodeJS.Timeout | undefined;
  async connect() {
    try {
      await dial();
    } catch (error) {
      this.#timer = setTimeout(() => void this.connect(), 1000);
    }
  }
  async disconnect() { clearTimeout(this.#timer); await pause(); }
}
export function open(line: Line) {
  line.connect();
}
`,
      `declare function pause(): Promise<void>;
declare function dial(): Promise<void>;
export class Beat {
  #timer: NodeJS.Timeout | undefined;
  async start() { this.#timer = setInterval(() => console.log('beat'), 1000); }
  async stop() { clearInterval(this.#timer); }
}
export function open(beat: Beat) {
  beat.start();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
const store = new Store();
store.start();
`,
    ],
  },
];
