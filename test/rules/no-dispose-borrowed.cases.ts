import type { ClauseCase } from './clause-case.ts';
import type { noDisposeBorrowed } from '../../tools/clauses/no-dispose-borrowed.ts';

export const cases: readonly ClauseCase<keyof typeof noDisposeBorrowed.clauses>[] = [
  {
    clause: '15.parameter',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function report(store: Store, text: string) {
  await store.save(text);
  await store.stop();
}
`,
        errors: [
          { messageId: 'parameter', data: { name: 'store' }, line: 5, column: 9, endColumn: 21 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Reporter {
  async report(store: Store, text: string) {
    await store.save(text);
    await store.stop();
  }
}
`,
        errors: [
          { messageId: 'parameter', data: { name: 'store' }, line: 6, column: 11, endColumn: 23 },
        ],
      },
      {
        code: `import type { Pool } from 'pg';
export const count = async (pool: Pool) => {
  const { rows } = await pool.query('select 1');
  await pool.end();
  return rows.length;
};
`,
        errors: [
          { messageId: 'parameter', data: { name: 'pool' }, line: 4, column: 9, endColumn: 19 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function report(store: Store, text: string) {
  await store.save(text);
}
`,
    ],
  },
  {
    clause: '15.field',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Reporter {
  constructor(private readonly store: Store) {}
  async stop() {
    await this.store.stop();
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.store' }, line: 6, column: 11, endColumn: 28 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Reporter {
  readonly #store: Store;
  constructor(store: Store) {
    this.#store = store;
  }
  async stop() {
    await this.#store.stop();
  }
}
export async function run() {
  const store = new Store();
  await store.start();
  const reporter = new Reporter(store);
  await reporter.stop();
  await store.stop();
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.#store' }, line: 9, column: 11, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Reporter {
  constructor(private readonly store: Store) {}
  async stop() {
    await this.store.save('closed');
  }
}
`,
    ],
  },
  {
    clause: '15.release-verb',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function saveLast(store: Store) {
  await store.save('last');
  await store.stop();
}
`,
        errors: [
          { messageId: 'parameter', data: { name: 'store' }, line: 5, column: 9, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeStore(store: Store) {
  await store.save('last');
  await store.stop();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function shutdownAll(store: Store, audit: Store) {
  await store.save('last');
  await audit.stop();
  await store.stop();
}
`,
    ],
  },
  {
    clause: '15.only-releases',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function finish(store: Store, audit: Store) {
  await audit.save('finished');
  await store.stop();
}
`,
        errors: [
          { messageId: 'parameter', data: { name: 'store' }, line: 5, column: 9, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function finish(store: Store, audit: Store) {
  await audit.stop();
  await store.stop();
}
`,
    ],
  },
  {
    clause: '15.callback',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function each(store: Store, names: string[]) {
  for (const name of names) await store.save(name);
  await store.stop();
}
`,
        errors: [
          { messageId: 'parameter', data: { name: 'store' }, line: 5, column: 9, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function each(stores: Store[]) {
  await Promise.all(
    stores.map(async (store) => {
      await store.save('last');
      await store.stop();
    }),
  );
}
`,
    ],
  },
  {
    clause: '15.made-for-it',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Reporter {
  constructor(private readonly store: Store) {}
  async stop() {
    await this.store.stop();
  }
}
export function make(store: Store) {
  return [new Reporter(store), new Reporter(store)];
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.store' }, line: 6, column: 11, endColumn: 28 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Reporter {
  constructor(private readonly store: Store) {}
  async stop() {
    await this.store.stop();
  }
}
export function make() {
  return new Reporter(new Store());
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Reporter {
  constructor(private readonly store: Store) {}
  async stop() {
    await this.store.stop();
  }
}
export async function make() {
  const store = new Store();
  await store.start();
  return new Reporter(store);
}
`,
    ],
  },
  {
    clause: '15.own',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store) {
  const audit = new Store();
  await audit.start();
  await audit.stop();
  await store.stop();
  console.log('done');
  audit.save('x').catch(console.error);
}
`,
        errors: [
          { messageId: 'parameter', data: { name: 'store' }, line: 7, column: 9, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  await store.stop();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Reporter {
  readonly #store = new Store();
  async stop() {
    await this.#store.stop();
  }
}
`,
    ],
  },
  {
    clause: '15.balanced',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Reporter {
  constructor(private readonly store: Store) {}
  async start() {
    await this.store.save('open');
  }
  async stop() {
    await this.store.stop();
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.store' }, line: 9, column: 11, endColumn: 28 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Reporter {
  constructor(private readonly store: Store) {}
  async start() {
    await this.store.start();
  }
  async stop() {
    await this.store.stop();
  }
}
`,
    ],
  },
  {
    clause: '15.stated',
    invalid: [
      {
        code: `import { type FSWatcher } from 'node:fs';
/** @borrows watcher */
export function closeTree(watcher: FSWatcher) {
  watcher.close();
}
`,
        errors: [
          { messageId: 'parameter', data: { name: 'watcher' }, line: 4, column: 3, endColumn: 18 },
        ],
      },
      {
        code: `import { type FSWatcher } from 'node:fs';
export class Tree {
  constructor(/** @borrows */ private readonly watcher: FSWatcher) {}
  close() {
    this.watcher.close();
  }
}
export const make = (open: () => FSWatcher) => new Tree(open());
`,
        errors: [
          { messageId: 'field', data: { name: 'this.watcher' }, line: 5, column: 5, endColumn: 25 },
        ],
      },
      {
        code: `import { type FSWatcher } from 'node:fs';
export interface Trees {
  /** @borrows - whoever made the trees closes it */
  watcher(): FSWatcher;
}
export function run(trees: Trees) {
  const watcher = trees.watcher();
  watcher.once('change', () => console.log('changed'));
  watcher.close();
}
`,
        errors: [
          { messageId: 'function', data: { name: 'watcher' }, line: 9, column: 3, endColumn: 18 },
        ],
      },
    ],
    valid: [
      `import { type FSWatcher } from 'node:fs';
/** @owns watcher */
export function count(watcher: FSWatcher) {
  const names = watcher.eventNames();
  watcher.close();
  return names.length;
}
`,
      `import { type FSWatcher } from 'node:fs';
export class Tree {
  constructor(/** @owns */ private readonly watcher: FSWatcher) {}
  close() {
    this.watcher.close();
  }
}
export const make = (shared: FSWatcher) => [new Tree(shared), new Tree(shared)];
`,
      `import { type FSWatcher } from 'node:fs';
export interface Trees {
  /** @owns */
  watcher(): FSWatcher;
}
export function run(trees: Trees) {
  const watcher = trees.watcher();
  watcher.once('change', () => console.log('changed'));
  watcher.close();
}
`,
    ],
  },
  {
    clause: '15.provided',
    invalid: [
      {
        code: `import { Inject } from '@nestjs/common';
import { Client } from 'pg';
export const provider = { provide: 'other', useFactory: () => new Client() };
export class Shutdown {
  constructor(@Inject('client') private readonly client: Client) {}
  async onModuleDestroy() {
    await this.client.end();
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.client' }, line: 7, column: 11, endColumn: 28 },
        ],
      },
      {
        code: `import { Inject } from '@nestjs/common';
import { Client } from 'pg';
export const provider = { provide: 'client', useFactory: () => new Client() };
export class Reports {
  constructor(@Inject('client') private readonly client: Client) {}
  async print() {
    await this.client.query('select 1');
    await this.client.end();
  }
  onModuleDestroy() {
    console.log('printed');
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.client' }, line: 8, column: 11, endColumn: 28 },
        ],
      },
    ],
    valid: [
      `import { Inject } from '@nestjs/common';
import { Client } from 'pg';
export const provider = {
  provide: 'client',
  useFactory: async () => {
    const client = new Client();
    await client.connect();
    return client;
  },
};
export class Shutdown {
  constructor(@Inject('client') private readonly client: Client) {}
  async onModuleDestroy() {
    await this.client.end();
  }
}
`,
      {
        code: `import { CLIENT } from './provider.ts';
import { Inject } from '@nestjs/common';
import type { Client } from 'pg';
export class Shutdown {
  readonly #client: Client;
  constructor(@Inject(CLIENT) client: Client) {
    this.#client = client;
  }
  async onApplicationShutdown() {
    await this.#client.end();
  }
}
`,
        files: { 'provider.ts': "import { Client } from 'pg';\nexport const CLIENT = Symbol('client');\nexport const provider = { provide: CLIENT, useFactory: () => new Client() };\n" },
      },
    ],
  },
];
