import type { ClauseCase } from './clause-case.ts';
import type { noEscapingUsing } from '../../tools/clauses/no-escaping-using.ts';

export const cases: readonly ClauseCase<keyof typeof noEscapingUsing.clauses>[] = [
  {
    clause: '17.returned',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return db;
}
`,
        errors: [
          { messageId: 'returned', data: { name: 'db', to: '', within: '', path: "the scope takes over 'db' at 4 → 'db' is returned at 5 → the scope releases 'db' at 6" }, line: 5, column: 10, endColumn: 12 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return { db, at: Date.now() };
}
`,
        errors: [
          { messageId: 'returned', data: { name: 'db', to: '', within: " in '{ db, at: Date.now() }'", path: "the scope takes over 'db' at 4 → 'db' is returned at 5 → the scope releases 'db' at 6" }, line: 5, column: 10, endColumn: 32 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(fresh: boolean) {
  await using db = await open();
  return fresh ? [db] : undefined;
}
`,
        errors: [
          { messageId: 'returned', data: { name: 'db', to: '', within: " in 'fresh ? [db] : undefined'", path: "the scope takes over 'db' at 4 → 'db' is returned at 5 → the scope releases 'db' at 6" }, line: 5, column: 10, endColumn: 34 },
        ],
      },
      {
        code: `declare class Lock { renew(): void; release(): void; [Symbol.dispose](): void }
declare function lock(): Lock;
export function run() {
  using held = lock();
  held.renew();
  return held;
}
`,
        errors: [
          { messageId: 'returned', data: { name: 'held', to: '', within: '', path: "the scope takes over 'held' at 4 → 'held' is returned at 6 → the scope releases 'held' at 7" }, line: 6, column: 10, endColumn: 14 },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  const db = await open();
  return db;
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return db.name;
}
`,
    ],
  },
  {
    clause: '17.stored',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export class Cache {
  #db: Db | undefined;
  async load() {
    await using db = await open();
    this.#db = db;
  }
  get db() {
    return this.#db;
  }
}
`,
        errors: [
          { messageId: 'stored', data: { name: 'db', to: 'this.#db', within: " in 'this.#db = db'", path: "the scope takes over 'db' at 6 → 'db' is kept outside at 7 → the scope releases 'db' at 8" }, line: 7, column: 5, endColumn: 18 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
const all: Db[] = [];
export async function run() {
  await using db = await open();
  all.push(db);
}
`,
        errors: [
          { messageId: 'stored', data: { name: 'db', to: 'all', within: " in 'all.push(db)'", path: "the scope takes over 'db' at 5 → 'db' is kept outside at 6 → the scope releases 'db' at 7" }, line: 6, column: 3, endColumn: 15 },
        ],
      },
      {
        code: `declare class Lock { renew(): void; release(): void; [Symbol.dispose](): void }
declare function lock(): Lock;
export let last: Lock | undefined;
export function run() {
  using held = lock();
  last = held;
}
`,
        errors: [
          { messageId: 'stored', data: { name: 'held', to: 'last', within: " in 'last = held'", path: "the scope takes over 'held' at 5 → 'held' is kept outside at 6 → the scope releases 'held' at 7" }, line: 6, column: 3, endColumn: 14 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(context: { db?: Db }) {
  await using db = await open();
  context.db = db;
}
`,
        errors: [
          { messageId: 'stored', data: { name: 'db', to: 'context.db', within: " in 'context.db = db'", path: "the scope takes over 'db' at 4 → 'db' is kept outside at 5 → the scope releases 'db' at 6" }, line: 5, column: 3, endColumn: 18 },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const all: Db[] = [];
  all.push(db);
  for (const one of all) await one.query('x');
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const context: { db?: Db } = {};
  context.db = db;
  await context.db.query('x');
}
`,
    ],
  },
  {
    clause: '17.wrapped',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
class Repository {
  constructor(private readonly db: Db) {}
  all() {
    return this.db.query('all');
  }
}
export async function run() {
  await using db = await open();
  return new Repository(db);
}
`,
        errors: [
          { messageId: 'returned', data: { name: 'db', to: '', within: " in 'new Repository(db)'", path: "the scope takes over 'db' at 10 → 'db' is returned at 11 → the scope releases 'db' at 12" }, line: 11, column: 10, endColumn: 28 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
class Repository {
  #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }
  all() {
    return this.#db.query('all');
  }
}
export async function run() {
  await using db = await open();
  const repository = new Repository(db);
  await repository.all();
  return { repository };
}
`,
        errors: [
          { messageId: 'returned', data: { name: 'db', to: '', within: " in '{ repository }'", path: "the scope takes over 'db' at 13 → 'db' is returned at 16 → the scope releases 'db' at 17" }, line: 16, column: 10, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
class Repository {
  constructor(private readonly db: Db) {}
  all() {
    return this.db.query('all');
  }
}
export async function run() {
  await using db = await open();
  const repository = new Repository(db);
  return await repository.all();
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
class Report {
  readonly text: string;
  constructor(db: Db) {
    this.text = db.name;
  }
}
export async function run() {
  await using db = await open();
  return new Report(db);
}
`,
    ],
  },
  {
    clause: '17.kept',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
class Registry {
  readonly #all = new Set<Db>();
  register(db: Db) {
    this.#all.add(db);
  }
}
const registry = new Registry();
export async function run() {
  await using db = await open();
  registry.register(db);
}
`,
        errors: [
          { messageId: 'stored', data: { name: 'db', to: 'registry', within: " in 'registry.register(db)'", path: "the scope takes over 'db' at 11 → 'db' is kept outside at 12 → the scope releases 'db' at 13" }, line: 12, column: 3, endColumn: 24 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
let current: Db | undefined;
function select(db: Db) {
  current = db;
}
export const selected = () => current;
export async function run() {
  await using db = await open();
  select(db);
}
`,
        errors: [
          { messageId: 'stored', data: { name: 'db', to: 'select', within: " in 'select(db)'", path: "the scope takes over 'db' at 9 → 'db' is kept outside at 10 → the scope releases 'db' at 11" }, line: 10, column: 3, endColumn: 13 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
const same = <Value>(value: Value) => value;
export async function run() {
  await using db = await open();
  return same(db);
}
`,
        errors: [
          { messageId: 'returned', data: { name: 'db', to: '', within: " in 'same(db)'", path: "the scope takes over 'db' at 5 → 'db' is returned at 6 → the scope releases 'db' at 7" }, line: 6, column: 10, endColumn: 18 },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
class Registry {
  readonly #all = new Set<Db>();
  register(db: Db) {
    this.#all.add(db);
  }
}
export async function run() {
  await using db = await open();
  const registry = new Registry();
  registry.register(db);
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
function log(db: Db) {
  console.log(db.name);
}
export async function run() {
  await using db = await open();
  log(db);
}
`,
    ],
  },
  {
    clause: '17.closure',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return () => db.query('x');
}
`,
        errors: [
          { messageId: 'captured', data: { name: 'db', to: 'the function returned here', within: " in '() => db.query('x')'", path: "the scope takes over 'db' at 4 → a function that uses 'db' is handed on at 5 → the scope releases 'db' at 6" }, line: 5, column: 10, endColumn: 29 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const find = async (text: string) => await db.query(text);
  return { find };
}
`,
        errors: [
          { messageId: 'captured', data: { name: 'db', to: 'the function returned here', within: " in '{ find }'", path: "the scope takes over 'db' at 4 → a function that uses 'db' is handed on at 6 → the scope releases 'db' at 7" }, line: 6, column: 10, endColumn: 18 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return {
    async find(text: string) {
      return await db.query(text);
    },
  };
}
`,
        errors: [
          { messageId: 'captured', data: { name: 'db', to: 'the function returned here', within: " in '{ async find(text: string) { return await db.query(text);…'", path: "the scope takes over 'db' at 4 → a function that uses 'db' is handed on at 5 → the scope releases 'db' at 10" }, line: 5, column: 10, endColumn: 11 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export class Api {
  find: ((text: string) => Promise<string[]>) | undefined;
  async start() {
    await using db = await open();
    this.find = (text) => db.query(text);
  }
}
`,
        errors: [
          { messageId: 'captured', data: { name: 'db', to: "what 'this.find' keeps", within: " in 'this.find = (text) => db.query(text)'", path: "the scope takes over 'db' at 6 → a function that uses 'db' is handed on at 7 → the scope releases 'db' at 8" }, line: 7, column: 5, endColumn: 41 },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const find = async (text: string) => await db.query(text);
  return await find('x');
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return ['x', 'y'].filter((text) => text !== db.name);
}
`,
    ],
  },
  {
    clause: '17.timer',
    invalid: [
      {
        code: `declare class Lock { renew(): void; release(): void; [Symbol.dispose](): void }
declare function lock(): Lock;
export function run() {
  using held = lock();
  setTimeout(() => held.renew(), 1000);
}
`,
        errors: [
          { messageId: 'captured', data: { name: 'held', to: "'setTimeout()', which runs it later", within: " in 'setTimeout(() => held.renew(), 1000)'", path: "the scope takes over 'held' at 4 → a function that uses 'held' is handed on at 5 → the scope releases 'held' at 6" }, line: 5, column: 3, endColumn: 39 },
        ],
      },
      {
        code: `declare class Lock { renew(): void; release(): void; [Symbol.dispose](): void }
declare function lock(): Lock;
export function run() {
  using held = lock();
  queueMicrotask(() => {
    held.renew();
  });
}
`,
        errors: [
          { messageId: 'captured', data: { name: 'held', to: "'queueMicrotask()', which runs it later", within: " in 'queueMicrotask(() => { held.renew(); })'", path: "the scope takes over 'held' at 4 → a function that uses 'held' is handed on at 5 → the scope releases 'held' at 8" }, line: 5, column: 3, endColumn: 25 },
        ],
      },
    ],
    valid: [
      `declare class Lock { renew(): void; release(): void; [Symbol.dispose](): void }
declare function lock(): Lock;
export function run(work: () => void) {
  using held = lock();
  const timer = setInterval(() => held.renew(), 1000);
  try {
    work();
  } finally {
    clearInterval(timer);
  }
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  await new Promise<void>((resolve) => {
    setTimeout(() => {
      console.log(db.name);
      resolve();
    }, 10);
  });
}
`,
      `declare class Lock { renew(): void; release(): void; [Symbol.dispose](): void }
declare function lock(): Lock;
export function run(work: () => void) {
  using held = lock();
  using timer = setInterval(() => held.renew(), 1000);
  work();
  timer.unref();
}
`,
    ],
  },
  {
    clause: '17.listener',
    invalid: [
      {
        code: `import type { EventEmitter } from 'node:events';
declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(bus: EventEmitter) {
  await using db = await open();
  bus.on('ask', () => void db.query('x'));
}
`,
        errors: [
          { messageId: 'captured', data: { name: 'db', to: "a listener of 'bus', which lives longer", within: " in 'bus.on('ask', () => void db.query('x'))'", path: "the scope takes over 'db' at 5 → a function that uses 'db' is handed on at 6 → the scope releases 'db' at 7" }, line: 6, column: 3, endColumn: 42 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  process.on('SIGUSR2', () => console.log(db.name));
}
`,
        errors: [
          { messageId: 'captured', data: { name: 'db', to: "a listener of 'process', which lives longer", within: " in 'process.on('SIGUSR2', () => console.log(db.name))'", path: "the scope takes over 'db' at 4 → a function that uses 'db' is handed on at 5 → the scope releases 'db' at 6" }, line: 5, column: 3, endColumn: 52 },
        ],
      },
    ],
    valid: [
      `import type { EventEmitter } from 'node:events';
declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(bus: EventEmitter, done: Promise<void>) {
  await using db = await open();
  const ask = () => void db.query('x');
  bus.on('ask', ask);
  await done;
  bus.off('ask', ask);
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  db.on('idle', () => console.log(db.name));
  await db.query('x');
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(target: EventTarget, signal: AbortSignal) {
  await using db = await open();
  target.addEventListener('ask', () => void db.query('x'), { signal });
}
`,
    ],
  },
  {
    clause: '17.listener-order',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(done: Promise<void>) {
  await using server = createServer();
  await using db = await open();
  server.on('request', () => void db.query('x'));
  await done;
}
`,
        errors: [
          { messageId: 'captured', data: { name: 'db', to: "a listener of 'server', which lives longer", within: " in 'server.on('request', () => void db.query('x'))'", path: "the scope takes over 'db' at 6 → a function that uses 'db' is handed on at 7 → the scope releases 'db' at 9" }, line: 7, column: 3, endColumn: 49 },
        ],
      },
    ],
    valid: [
      `import { createServer } from 'node:http';
declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(done: Promise<void>) {
  await using db = await open();
  await using server = createServer();
  server.on('request', () => void db.query('x'));
  await done;
}
`,
      `import { createServer } from 'node:http';
declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(done: Promise<void>) {
  await using db = await open();
  await using server = createServer(() => void db.query('x')).listen(0);
  console.log(server.listening);
  await done;
}
`,
    ],
  },
  {
    clause: '17.floating',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  void db.query('x');
}
`,
        errors: [
          { messageId: 'floating', data: { name: 'db', to: "db.query('x')", within: " in 'db.query('x')'", path: "the scope takes over 'db' at 4 → work on 'db' begins, and nobody waits for it at 5 → the scope releases 'db' at 6" }, line: 5, column: 8, endColumn: 21 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  db.query('x').catch(console.error);
}
`,
        errors: [
          { messageId: 'floating', data: { name: 'db', to: "db.query('x')", within: " in 'db.query('x')'", path: "the scope takes over 'db' at 4 → work on 'db' begins, and nobody waits for it at 5 → the scope releases 'db' at 6" }, line: 5, column: 3, endColumn: 16 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(late: boolean) {
  await using db = await open();
  if (late) db.query('x');
  await db.query('y');
}
`,
        errors: [
          { messageId: 'floating', data: { name: 'db', to: "db.query('x')", within: " in 'db.query('x')'", path: "the scope takes over 'db' at 4 → work on 'db' begins, and nobody waits for it at 5 → the scope releases 'db' at 7" }, line: 5, column: 13, endColumn: 26 },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  await db.query('x');
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const rows = db.query('x');
  await rows;
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  await db.query('x').catch(console.error);
}
`,
    ],
  },
  {
    clause: '17.handed',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
async function poll(db: Db) {
  for (;;) await db.query('next');
}
export async function run() {
  await using db = await open();
  void poll(db);
}
`,
        errors: [
          { messageId: 'floating', data: { name: 'db', to: 'poll(db)', within: " in 'poll(db)'", path: "the scope takes over 'db' at 7 → work on 'db' begins, and nobody waits for it at 8 → the scope releases 'db' at 9" }, line: 8, column: 8, endColumn: 16 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  ['x', 'y'].forEach(async (text) => {
    await db.query(text);
  });
}
`,
        errors: [
          { messageId: 'floating', data: { name: 'db', to: "['x', 'y'].forEach", within: " in '['x', 'y'].forEach(async (text) => { await db.query(text)…'", path: "the scope takes over 'db' at 4 → work on 'db' begins, and nobody waits for it at 5 → the scope releases 'db' at 8" }, line: 5, column: 3, endLine: 7, endColumn: 5 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(ready: Promise<void>) {
  await using db = await open();
  void ready.then(() => db.query('x'));
}
`,
        errors: [
          { messageId: 'floating', data: { name: 'db', to: "ready.then(() => db.query('x'))", within: " in 'ready.then(() => db.query('x'))'", path: "the scope takes over 'db' at 4 → work on 'db' begins, and nobody waits for it at 5 → the scope releases 'db' at 6" }, line: 5, column: 8, endColumn: 39 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  (async () => {
    await db.query('x');
  })();
}
`,
        errors: [
          { messageId: 'floating', data: { name: 'db', to: "(async () => { await db.query('x'); })()", within: " in '(async () => { await db.query('x'); })()'", path: "the scope takes over 'db' at 4 → work on 'db' begins, and nobody waits for it at 5 → the scope releases 'db' at 8" }, line: 5, column: 3, endLine: 7, endColumn: 7 },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
async function poll(db: Db) {
  for (;;) await db.query('next');
}
export async function run() {
  await using db = await open();
  await poll(db);
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  await Promise.all(['x', 'y'].map(async (text) => {
    await db.query(text);
  }));
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(ready: Promise<void>) {
  await using db = await open();
  await ready.then(() => db.query('x'));
}
`,
    ],
  },
  {
    clause: '17.awaited-outside',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  let rows: Promise<string[]>;
  {
    await using db = await open();
    rows = db.query('x');
  }
  return await rows;
}
`,
        errors: [
          { messageId: 'floating', data: { name: 'db', to: "db.query('x')", within: " in 'db.query('x')'", path: "the scope takes over 'db' at 6 → work on 'db' begins, and nobody waits for it at 7 → the scope releases 'db' at 8" }, line: 7, column: 12, endColumn: 25 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(texts: string[]) {
  const pending: Promise<string[]>[] = [];
  for (const text of texts) {
    await using db = await open();
    pending.push(db.query(text));
  }
  return await Promise.all(pending);
}
`,
        errors: [
          { messageId: 'floating', data: { name: 'db', to: 'db.query(text)', within: " in 'db.query(text)'", path: "the scope takes over 'db' at 6 → work on 'db' begins, and nobody waits for it at 7 → the scope releases 'db' at 8" }, line: 7, column: 18, endColumn: 32 },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  let rows: string[];
  {
    await using db = await open();
    rows = await db.query('x');
  }
  return rows;
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(texts: string[]) {
  await using db = await open();
  const pending: Promise<string[]>[] = [];
  for (const text of texts) pending.push(db.query(text));
  return await Promise.all(pending);
}
`,
    ],
  },
  {
    clause: '17.return-await',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return db.query('x');
}
`,
        errors: [
          { messageId: 'promise', data: { name: 'db', to: "db.query('x')", within: " in 'db.query('x')'", path: "the scope takes over 'db' at 4 → work on 'db' is returned before it is done at 5 → the scope releases 'db' at 6" }, line: 5, column: 10, endColumn: 23, suggestions: [{ messageId: 'addAwait', data: {  }, output: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return await db.query('x');
}
` }] },
        ],
      },
      {
        code: `import { open } from 'node:fs/promises';
export async function read(path: string) {
  await using file = await open(path);
  return file.readFile({ encoding: 'utf8' });
}
`,
        errors: [
          { messageId: 'promise', data: { name: 'file', to: "file.readFile({ encoding: 'utf8' })", within: " in 'file.readFile({ encoding: 'utf8' })'", path: "the scope takes over 'file' at 3 → work on 'file' is returned before it is done at 4 → the scope releases 'file' at 5" }, line: 4, column: 10, endColumn: 45, suggestions: [{ messageId: 'addAwait', data: {  }, output: `import { open } from 'node:fs/promises';
export async function read(path: string) {
  await using file = await open(path);
  return await file.readFile({ encoding: 'utf8' });
}
` }] },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  using db = null as unknown as Db & Disposable;
  return db.query('x');
}
`,
        errors: [
          { messageId: 'promise', data: { name: 'db', to: "db.query('x')", within: " in 'db.query('x')'", path: "the scope takes over 'db' at 4 → work on 'db' is returned before it is done at 5 → the scope releases 'db' at 6" }, line: 5, column: 10, endColumn: 23, suggestions: [{ messageId: 'addAwait', data: {  }, output: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  using db = null as unknown as Db & Disposable;
  return await db.query('x');
}
` }] },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return await db.query('x');
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const rows = await db.query('x');
  return rows;
}
`,
    ],
  },
  {
    clause: '17.return-combined',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return Promise.all([db.query('x'), db.query('y')]);
}
`,
        errors: [
          { messageId: 'promise', data: { name: 'db', to: "db.query('x')", within: " in 'Promise.all([db.query('x'), db.query('y')])'", path: "the scope takes over 'db' at 4 → work on 'db' is returned before it is done at 5 → the scope releases 'db' at 6" }, line: 5, column: 10, endColumn: 53, suggestions: [{ messageId: 'addAwait', data: {  }, output: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return await Promise.all([db.query('x'), db.query('y')]);
}
` }] },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(texts: string[]) {
  await using db = await open();
  return Promise.all(texts.map((text) => db.query(text)));
}
`,
        errors: [
          { messageId: 'promise', data: { name: 'db', to: 'Promise.all(texts.map((text) => db.query(text)))', within: " in 'Promise.all(texts.map((text) => db.query(text)))'", path: "the scope takes over 'db' at 4 → work on 'db' is returned before it is done at 5 → the scope releases 'db' at 6" }, line: 5, column: 10, endColumn: 58, suggestions: [{ messageId: 'addAwait', data: {  }, output: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(texts: string[]) {
  await using db = await open();
  return await Promise.all(texts.map((text) => db.query(text)));
}
` }] },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return db.query('x').then((rows) => rows.length);
}
`,
        errors: [
          { messageId: 'promise', data: { name: 'db', to: "db.query('x')", within: " in 'db.query('x').then((rows) => rows.length)'", path: "the scope takes over 'db' at 4 → work on 'db' is returned before it is done at 5 → the scope releases 'db' at 6" }, line: 5, column: 10, endColumn: 51, suggestions: [{ messageId: 'addAwait', data: {  }, output: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return await db.query('x').then((rows) => rows.length);
}
` }] },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(fast: boolean) {
  await using db = await open();
  return fast ? db.query('x') : db.query('y');
}
`,
        errors: [
          { messageId: 'promise', data: { name: 'db', to: "db.query('x')", within: " in 'fast ? db.query('x') : db.query('y')'", path: "the scope takes over 'db' at 4 → work on 'db' is returned before it is done at 5 → the scope releases 'db' at 6" }, line: 5, column: 10, endColumn: 46, suggestions: [{ messageId: 'addAwait', data: {  }, output: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(fast: boolean) {
  await using db = await open();
  return await (fast ? db.query('x') : db.query('y'));
}
` }] },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const rows = db.query('x');
  return rows;
}
`,
        errors: [
          { messageId: 'promise', data: { name: 'db', to: "db.query('x')", within: " in 'rows'", path: "the scope takes over 'db' at 4 → work on 'db' is returned before it is done at 6 → the scope releases 'db' at 7" }, line: 6, column: 10, endColumn: 14, suggestions: [{ messageId: 'addAwait', data: {  }, output: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const rows = db.query('x');
  return await rows;
}
` }] },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
async function count(db: Db) {
  return (await db.query('x')).length;
}
export async function run() {
  await using db = await open();
  return count(db);
}
`,
        errors: [
          { messageId: 'promise', data: { name: 'db', to: 'count(db)', within: " in 'count(db)'", path: "the scope takes over 'db' at 7 → work on 'db' is returned before it is done at 8 → the scope releases 'db' at 9" }, line: 8, column: 10, endColumn: 19, suggestions: [{ messageId: 'addAwait', data: {  }, output: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
async function count(db: Db) {
  return (await db.query('x')).length;
}
export async function run() {
  await using db = await open();
  return await count(db);
}
` }] },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return await Promise.all([db.query('x'), db.query('y')]);
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(texts: string[]) {
  await using db = await open();
  return await Promise.all(texts.map((text) => db.query(text)));
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
async function count(db: Db) {
  return (await db.query('x')).length;
}
export async function run() {
  await using db = await open();
  return await count(db);
}
`,
    ],
  },
  {
    clause: '17.stack',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using stack = new AsyncDisposableStack();
  const db = stack.use(await open());
  return db;
}
`,
        errors: [
          { messageId: 'returned', data: { name: 'db', to: '', within: '', path: "the scope takes over 'db' at 5 → 'db' is returned at 6 → the scope releases 'db' at 7" }, line: 6, column: 10, endColumn: 12 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using stack = new AsyncDisposableStack();
  const db = await open();
  stack.defer(() => db.close());
  return db.query('x');
}
`,
        errors: [
          { messageId: 'promise', data: { name: 'db', to: "db.query('x')", within: " in 'db.query('x')'", path: "the scope takes over 'db' at 6 → work on 'db' is returned before it is done at 7 → the scope releases 'db' at 8" }, line: 7, column: 10, endColumn: 23, suggestions: [{ messageId: 'addAwait', data: {  }, output: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using stack = new AsyncDisposableStack();
  const db = await open();
  stack.defer(() => db.close());
  return await db.query('x');
}
` }] },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export class Host {
  stack: AsyncDisposableStack | undefined;
  async start() {
    await using stack = new AsyncDisposableStack();
    stack.use(await open());
    this.stack = stack;
  }
}
`,
        errors: [
          { messageId: 'stored', data: { name: 'stack', to: 'this.stack', within: " in 'this.stack = stack'", path: "the scope takes over 'stack' at 6 → 'stack' is kept outside at 8 → the scope releases 'stack' at 9" }, line: 8, column: 5, endColumn: 23 },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using stack = new AsyncDisposableStack();
  const db = stack.use(await open());
  await db.query('x');
  const owned = stack.move();
  return { db, stop: () => owned.disposeAsync() };
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export class Host {
  stack: AsyncDisposableStack | undefined;
  db: Db | undefined;
  async start() {
    await using stack = new AsyncDisposableStack();
    this.db = stack.use(await open());
    this.stack = stack.move();
  }
}
`,
    ],
  },
  {
    clause: '17.alias',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const same = db;
  return same;
}
`,
        errors: [
          { messageId: 'returned', data: { name: 'db', to: '', within: " in 'same'", path: "the scope takes over 'db' at 4 → 'db' is returned at 6 → the scope releases 'db' at 7" }, line: 6, column: 10, endColumn: 14 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const same = db;
  return same.query('x');
}
`,
        errors: [
          { messageId: 'promise', data: { name: 'db', to: "same.query('x')", within: " in 'same.query('x')'", path: "the scope takes over 'db' at 4 → work on 'db' is returned before it is done at 6 → the scope releases 'db' at 7" }, line: 6, column: 10, endColumn: 25, suggestions: [{ messageId: 'addAwait', data: {  }, output: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const same = db;
  return await same.query('x');
}
` }] },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const same = db;
  return await same.query('x');
}
`,
    ],
  },
  {
    clause: '17.release',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(done: Promise<void>) {
  await using db = await open();
  process.once('SIGTERM', () => {
    console.log(db.name);
  });
  await done;
}
`,
        errors: [
          { messageId: 'captured', data: { name: 'db', to: "a listener of 'process', which lives longer", within: " in 'process.once('SIGTERM', () => { console.log(db.name); })'", path: "the scope takes over 'db' at 4 → a function that uses 'db' is handed on at 5 → the scope releases 'db' at 9" }, line: 5, column: 3, endColumn: 34 },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run(done: Promise<void>) {
  await using db = await open();
  process.once('SIGTERM', () => void db.close());
  await done;
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  await db.query('x');
  return db.close();
}
`,
    ],
  },
  {
    clause: '17.borrowed',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const find = (text: string) => db.query(text);
  return [find];
}
`,
        errors: [
          { messageId: 'captured', data: { name: 'db', to: 'the function returned here', within: " in '[find]'", path: "the scope takes over 'db' at 4 → a function that uses 'db' is handed on at 6 → the scope releases 'db' at 7" }, line: 6, column: 10, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const rows = [];
  for (const text of ['x', 'y']) rows.push(...(await db.query(text)));
  return rows.map((row) => \`\${db.name} \${row}\`);
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
declare function transaction<Result>(work: () => Promise<Result>): Promise<Result>;
export async function run() {
  await using db = await open();
  return await transaction(() => db.query('x'));
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  const rows: string[] = [];
  for await (const row of db.rows('x')) rows.push(row);
  return rows;
}
`,
    ],
  },
  {
    clause: '17.parts',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return { name: db.name, db };
}
`,
        errors: [
          { messageId: 'returned', data: { name: 'db', to: '', within: " in '{ name: db.name, db }'", path: "the scope takes over 'db' at 4 → 'db' is returned at 5 → the scope releases 'db' at 6" }, line: 5, column: 10, endColumn: 31 },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return { name: db.name, at: Date.now() };
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export class Host {
  name = '';
  async start() {
    await using db = await open();
    this.name = db.name;
  }
}
`,
    ],
  },
  {
    clause: '17.likely',
    invalid: [
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
declare class Foreign { constructor(db: Db) }
export async function run() {
  await using db = await open();
  return new Foreign(db);
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'returned', data: { name: 'db', to: '', within: " in 'new Foreign(db)'", path: "the scope takes over 'db' at 5 → 'db' is returned at 6 → the scope releases 'db' at 7" }, line: 6, column: 10, endColumn: 25 },
        ],
      },
      {
        code: `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
declare class Router { get(path: string, handle: () => unknown): void }
export async function run(router: Router) {
  await using db = await open();
  router.get('/', () => db.query('x'));
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'captured', data: { name: 'db', to: "'router.get', which may keep it", within: " in 'router.get('/', () => db.query('x'))'", path: "the scope takes over 'db' at 5 → a function that uses 'db' is handed on at 6 → the scope releases 'db' at 7" }, line: 6, column: 3, endColumn: 39 },
        ],
      },
      {
        code: `import { open } from 'node:fs/promises';
export async function read(path: string) {
  await using file = await open(path);
  return file.createReadStream();
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'returned', data: { name: 'file', to: '', within: " in 'file.createReadStream()'", path: "the scope takes over 'file' at 3 → 'file' is returned at 4 → the scope releases 'file' at 5" }, line: 4, column: 10, endColumn: 33 },
        ],
      },
    ],
    valid: [
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
export async function run() {
  await using db = await open();
  return db.rows('x');
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
declare class Foreign { constructor(db: Db) }
export async function run() {
  await using db = await open();
  return new Foreign(db);
}
`,
      `declare class Db { query(text: string): Promise<string[]>; rows(text: string): AsyncIterable<string>; close(): Promise<void>; on(event: string, listener: () => void): this; readonly name: string; [Symbol.asyncDispose](): Promise<void> }
declare function open(): Promise<Db>;
declare class Router { get(path: string, handle: () => unknown): void }
export async function run(router: Router) {
  await using db = await open();
  router.get('/', () => db.query('x'));
}
`,
    ],
  },
];
