import type { ClauseCase } from './clause-case.ts';
import type { noMixedOwnership } from '../../tools/clauses/no-mixed-ownership.ts';

export const cases: readonly ClauseCase<keyof typeof noMixedOwnership.clauses>[] = [
  {
    clause: ['21.always', '21.head'],
    invalid: [
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
`,
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'options.client', release: 'await this.client.quit()', line: '11' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    if (this.client) await this.client.quit();
  }
}
`,
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'options.client', release: 'await this.client.quit()', line: '11' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.#end();
  }
  async #end() {
    await this.client.quit();
  }
}
`,
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'options.client', release: 'await this.client.quit()', line: '14' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  #closed = false;
  constructor(options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    if (this.#closed) return;
    this.#closed = true;
    await this.client.quit();
  }
}
`,
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'options.client', release: 'await this.client.quit()', line: '14' }, line: 6, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor() {
    this.client = new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
`,
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { client: Redis }) {
    this.client = options.client;
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
`,
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { host?: string } = {}) {
    this.client = new Redis({ host: options.host ?? 'localhost' });
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
`,
    ],
  },
  {
    clause: '21.never',
    invalid: [
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.set('closed', 'yes');
  }
}
`,
        errors: [
          { messageId: 'never', data: { name: 'this.client', given: 'options.client', release: 'await this.client.quit()', line: '' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  constructor(readonly client = new Redis()) {}
  async get(key: string) {
    return this.client.get(key);
  }
}
`,
        errors: [
          { messageId: 'never', data: { name: 'this.client', given: 'client', release: 'await this.client.quit()', line: '' }, line: 3, column: 24, endColumn: 30 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { client: Redis }) {
    this.client = options.client;
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.set('closed', 'yes');
  }
}
`,
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.set('closed', 'yes');
  }
}
export class OwnCache extends Cache {
  override async close() {
    await super.close();
    await this.client.quit();
  }
}
`,
    ],
  },
  {
    clause: '21.shapes',
    invalid: [
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(client?: Redis) {
    this.client = client || new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
`,
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'client', release: 'await this.client.quit()', line: '11' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(client?: Redis) {
    this.client = client ? client : new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
`,
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'client', release: 'await this.client.quit()', line: '11' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(client?: Redis) {
    if (client) {
      this.client = client;
    } else {
      this.client = new Redis();
    }
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
`,
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'client', release: 'await this.client.quit()', line: '15' }, line: 8, column: 7, endColumn: 18 },
        ],
      },
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(client = new Redis()) {
    this.client = client;
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
`,
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'client', release: 'await this.client.quit()', line: '11' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  constructor(readonly client = new Redis()) {}
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
`,
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'client', release: 'await this.client.quit()', line: '8' }, line: 3, column: 24, endColumn: 30 },
        ],
      },
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor({ client = new Redis() }: { client?: Redis }) {
    this.client = client;
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
`,
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'client', release: 'await this.client.quit()', line: '11' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  client = new Redis();
  use(client: Redis) {
    this.client = client;
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
`,
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'client', release: 'await this.client.quit()', line: '11' }, line: 3, column: 3, endColumn: 9 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(client: Redis | undefined) {
    const made = client ?? new Redis();
    this.client = made;
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    console.log('closed');
  }
}
`,
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(client?: Redis) {
    this.client = this.pick(client);
  }
  pick(client?: Redis) {
    return client!;
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
`,
    ],
  },
  {
    clause: '21.remembered',
    invalid: [
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    if (this.client.status === 'ready') await this.client.quit();
  }
}
`,
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'options.client', release: 'await this.client.quit()', line: '11' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  readonly #owns: boolean;
  constructor(options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
    this.#owns = options.client === undefined;
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    if (this.#owns) await this.client.quit();
  }
}
`,
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  readonly #owns: boolean;
  constructor(options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
    this.#owns = !options.client;
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    if (!this.#owns) return;
    await this.client.quit();
  }
}
`,
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(private readonly options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    if (!this.options.client) await this.client.quit();
  }
}
`,
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  readonly #made: Redis | undefined;
  constructor(options: { client?: Redis } = {}) {
    this.#made = options.client ? undefined : new Redis();
    this.client = options.client ?? this.#made!;
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.#made?.quit();
  }
}
`,
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  #end: (() => Promise<unknown>) | undefined;
  constructor(options: { client?: Redis } = {}) {
    if (options.client) {
      this.client = options.client;
    } else {
      this.client = new Redis();
      this.#end = () => this.client.quit();
    }
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.#end?.();
  }
}
`,
    ],
  },
  {
    clause: '21.taken-over',
    invalid: [
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
const shared = new Redis();
export const caches = [new Cache({ client: shared }), new Cache({ client: shared })];
`,
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'options.client', release: 'await this.client.quit()', line: '11' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
export const caches = [new Cache(), new Cache({ client: new Redis('redis://other') })];
`,
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(client?: Redis) {
    this.client = client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
export const caches = [new Cache(), new Cache(new Redis('redis://other'))];
`,
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { /** @owns */ client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
`,
    ],
  },
  {
    clause: '21.start',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  readonly #store: Store;
  constructor(store?: Store) {
    this.#store = store ?? new Store();
  }
  async run() {
    await this.#store.start();
  }
}
`,
        errors: [
          { messageId: 'never', data: { name: 'this.#store', given: 'store', release: 'await this.#store.stop()', line: '' }, line: 6, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  readonly #store: Store;
  constructor(store?: Store) {
    this.#store = store ?? new Store();
  }
  async run() {
    await this.#store.save('run');
  }
}
`,
    ],
  },
  {
    clause: '21.grades',
    invalid: [
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
export const caches = [new Cache(), new Cache()];
`, options: { report: 'likely' },
        errors: [
          { messageId: 'always', data: { name: 'this.client', given: 'options.client', release: 'await this.client.quit()', line: '11' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `import { Pool } from 'pg';
export class Users {
  constructor(readonly pool = new Pool()) {}
  async count() {
    return this.pool.query('select 1');
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'never', data: { name: 'this.pool', given: 'pool', release: 'await this.pool.end()', line: '' }, line: 3, column: 24, endColumn: 28 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client: Redis;
  constructor(options: { client?: Redis } = {}) {
    this.client = options.client ?? new Redis();
  }
  async get(key: string) {
    return this.client.get(key);
  }
  async close() {
    await this.client.quit();
  }
}
export const caches = [new Cache(), new Cache()];
`,
      `import { Pool } from 'pg';
export class Users {
  constructor(readonly pool = new Pool()) {}
  async count() {
    return this.pool.query('select 1');
  }
}
`,
    ],
  },
];
