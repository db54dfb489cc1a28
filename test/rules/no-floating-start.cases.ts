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
];
