import type { ClauseCase } from './clause-case.ts';
import type { noUseAfterDispose } from '../../tools/clauses/no-use-after-dispose.ts';

export const cases: readonly ClauseCase<keyof typeof noUseAfterDispose.clauses>[] = [
  {
    clause: '16.use',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export async function run(pool: Pool) {
  await pool.end();
  await pool.query('select 1');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 3 → 'pool.query()' uses 'pool' at 4", failure: '', migrate: '' }, line: 4, column: 9, endColumn: 31 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
declare class Store { start(): Promise<void>; stop(): Promise<void>; save(text: string): Promise<void>; size: number; isOpen(): boolean; on(event: string, listener: () => void): this }
export async function run() {
  const store = new Store();
  await store.start();
  await store.stop();
  await store.save('x');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'store', path: "'store' is released at 6 → 'store.save()' uses 'store' at 7", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 7, column: 9, endColumn: 24 },
        ],
      },
      {
        code: `import { open } from 'node:fs/promises';
export async function read(path: string) {
  const file = await open(path);
  await file.close();
  return file.readFile();
}
`,
        errors: [
          { messageId: 'used', data: { name: 'file', path: "'file' is released at 4 → 'file.readFile()' uses 'file' at 5", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 5, column: 10, endColumn: 25 },
        ],
      },
      {
        code: `import { Worker } from 'node:worker_threads';
export async function run(url: URL) {
  const worker = new Worker(url);
  await worker.terminate();
  worker.postMessage('late');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'worker', path: "'worker' is released at 4 → 'worker.postMessage()' uses 'worker' at 5", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 5, column: 3, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export async function run(pool: Pool) {
  await pool.query('select 1');
  await pool.end();
}
`,
      `declare function pause(): Promise<void>;
declare class Store { start(): Promise<void>; stop(): Promise<void>; save(text: string): Promise<void>; size: number; isOpen(): boolean; on(event: string, listener: () => void): this }
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
    clause: '16.branches',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export async function run(pool: Pool, fast: boolean) {
  if (fast) await pool.end();
  else {
    await pool.query('select 1');
    await pool.end();
  }
  await pool.query('select 2');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 3 → 'pool.query()' uses 'pool' at 8", failure: '', migrate: '' }, line: 8, column: 9, endColumn: 31 },
        ],
      },
      {
        code: `import { Pool } from 'pg';
export async function run() {
  const pool = new Pool();
  await pool.query('select 1');
  if (pool) await pool.end();
  await pool.query('select 2');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 5 → 'pool.query()' uses 'pool' at 6", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 6, column: 9, endColumn: 31 },
        ],
      },
      {
        code: `import { Pool } from 'pg';
export async function run(pool: Pool, done: boolean) {
  if (done) {
    await pool.end();
  }
  if (done) await pool.query('select 2');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 4 → 'pool.query()' uses 'pool' at 6", failure: '', migrate: '' }, line: 6, column: 19, endColumn: 41 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export async function run(pool: Pool, done: boolean) {
  if (done) {
    await pool.end();
  }
  if (!done) await pool.query('select 2');
}
`,
      `import { Pool } from 'pg';
export async function run(pool: Pool, fast: boolean) {
  if (fast) {
    await pool.end();
    return;
  }
  await pool.query('select 2');
}
`,
    ],
  },
  {
    clause: '16.some-paths',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export async function run(pool: Pool, texts: string[]) {
  for (const text of texts) {
    await pool.query(text);
  }
  await pool.end();
  for (const text of texts) {
    await pool.query(text);
  }
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 6 → 'pool.query()' uses 'pool' at 8", failure: '', migrate: '' }, line: 8, column: 11, endColumn: 27 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export async function run(pool: Pool, fast: boolean) {
  if (fast) await pool.end();
  await pool.query('select 1');
}
`,
      `import { Pool } from 'pg';
export async function run(pool: Pool, texts: string[]) {
  for (const text of texts) {
    await pool.query(text);
    if (text === 'last') await pool.end();
  }
}
`,
      `import { Pool } from 'pg';
export async function run(pool: Pool) {
  try {
    await pool.end();
  } catch {
    await pool.query('select 1');
  }
}
`,
    ],
  },
  {
    clause: '16.finally',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export async function run(pool: Pool) {
  try {
    await pool.query('select 1');
  } finally {
    await pool.end();
  }
  await pool.query('select 2');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 6 → 'pool.query()' uses 'pool' at 8", failure: '', migrate: '' }, line: 8, column: 9, endColumn: 31 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export async function run(pool: Pool) {
  try {
    await pool.query('select 1');
    await pool.query('select 2');
  } finally {
    await pool.end();
  }
}
`,
    ],
  },
  {
    clause: '16.alias',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export async function run() {
  const pool = new Pool();
  const db = pool;
  await pool.end();
  await db.query('select 1');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 5 → 'db.query()' uses 'pool' at 6", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 6, column: 9, endColumn: 29 },
        ],
      },
      {
        code: `import { Pool } from 'pg';
export async function run(pool: Pool) {
  const db = pool;
  await db.end();
  await pool.query('select 1');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 4 → 'pool.query()' uses 'pool' at 5", failure: '', migrate: '' }, line: 5, column: 9, endColumn: 31 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export async function run(pool: Pool) {
  const other = new Pool();
  let db = pool;
  db = other;
  await pool.end();
  await db.query('select 1');
}
`,
    ],
  },
  {
    clause: '16.helper',
    invalid: [
      {
        code: `import { Pool } from 'pg';
async function closePool(pool: Pool) {
  console.log('closing');
  await pool.end();
}
export async function run(pool: Pool) {
  await closePool(pool);
  await pool.query('select 1');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 7 → 'pool.query()' uses 'pool' at 8", failure: '', migrate: '' }, line: 8, column: 9, endColumn: 31 },
        ],
      },
      {
        code: `import { Pool } from 'pg';
async function count(db: Pool) {
  const { rows } = await db.query('select count(*) from t');
  return rows;
}
export async function run(pool: Pool) {
  await pool.end();
  return await count(pool);
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 7 → 'count()' uses 'pool' at 8", failure: '', migrate: '' }, line: 8, column: 16, endColumn: 27 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
async function closePool(pool: Pool, force: boolean) {
  if (force) await pool.end();
}
export async function run(pool: Pool) {
  await closePool(pool, false);
  await pool.query('select 1');
}
`,
      `import { Pool } from 'pg';
function describe(db: Pool) {
  return \`\${db.totalCount} clients\`;
}
export async function run(pool: Pool) {
  await pool.end();
  return describe(pool);
}
`,
    ],
  },
  {
    clause: '16.closure',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export async function run(pool: Pool, texts: string[]) {
  await pool.end();
  return await Promise.all(texts.map((text) => pool.query(text)));
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 3 → 'pool.query()' uses 'pool' at 4", failure: '', migrate: '' }, line: 4, column: 48, endColumn: 64 },
        ],
      },
      {
        code: `import { Pool } from 'pg';
export async function run(pool: Pool) {
  const finish = async () => {
    await pool.end();
  };
  await finish();
  await pool.query('select 1');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 4 → 'pool.query()' uses 'pool' at 7", failure: '', migrate: '' }, line: 7, column: 9, endColumn: 31 },
        ],
      },
      {
        code: `import { createServer } from 'node:http';
export async function run() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  await new Promise((resolve) => server.close(resolve));
  await new Promise((resolve) => server.close(resolve));
}
`,
        errors: [
          { messageId: 'again', data: { name: 'server', path: "'server' is released at 5 → 'server' is released again at 6", failure: 'fails', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 6, column: 34, endColumn: 55 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export async function run(pool: Pool) {
  const later = () => pool.query('select 1');
  const rows = await later();
  await pool.end();
  return rows;
}
`,
      `import { Pool } from 'pg';
export async function run(pool: Pool) {
  setTimeout(() => pool.end(), 1000);
  await pool.query('select 1');
}
`,
      `import { Pool } from 'pg';
export async function run(pool: Pool) {
  const finish = async () => {
    if (process.env.KEEP) return;
    await pool.end();
  };
  await finish();
  await pool.query('select 1');
}
`,
    ],
  },
  {
    clause: '16.field',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export class Repository {
  readonly #pool = new Pool();
  async stop() {
    await this.#pool.end();
    await this.#pool.query('select 1');
  }
}
`,
        errors: [
          { messageId: 'used', data: { name: 'this.#pool', path: "'this.#pool' is released at 5 → 'this.#pool.query()' uses 'this.#pool' at 6", failure: '', migrate: '' }, line: 6, column: 11, endColumn: 39 },
        ],
      },
      {
        code: `import { Pool } from 'pg';
export class Repository {
  private pool = new Pool();
  async renew() {
    this.pool = new Pool();
  }
  async stop() {
    await this.pool.end();
    await this.pool.query('select 1');
  }
}
`,
        errors: [
          { messageId: 'used', data: { name: 'this.pool', path: "'this.pool' is released at 8 → 'this.pool.query()' uses 'this.pool' at 9", failure: '', migrate: '' }, line: 9, column: 11, endColumn: 38 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export class Repository {
  private pool = new Pool();
  async renew() {
    this.pool = new Pool();
  }
  async reset() {
    await this.pool.end();
    await this.renew();
    await this.pool.query('select 1');
  }
}
`,
      `import { Pool } from 'pg';
export class Repository {
  private pool = new Pool();
  async reset() {
    await this.pool.end();
    this.pool = new Pool();
    await this.pool.query('select 1');
  }
}
`,
    ],
  },
  {
    clause: '16.reassigned',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export async function run() {
  let pool = new Pool();
  await pool.end();
  await pool.query('select 1');
  pool = new Pool();
  await pool.end();
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 4 → 'pool.query()' uses 'pool' at 5", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 5, column: 9, endColumn: 31 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export async function run() {
  let pool = new Pool();
  await pool.end();
  pool = new Pool();
  await pool.query('select 1');
  await pool.end();
}
`,
      `import { Pool } from 'pg';
export async function run(texts: string[]) {
  for (const text of texts) {
    const pool = new Pool();
    await pool.query(text);
    await pool.end();
  }
}
`,
    ],
  },
  {
    clause: '16.restart',
    invalid: [
      {
        code: `import { Client } from 'pg';
export async function run(client: Client) {
  await client.end();
  await client.connect();
}
`,
        errors: [
          { messageId: 'started', data: { name: 'client', path: "'client' is released at 3 → 'client' is started again at 4", failure: '', migrate: '' }, line: 4, column: 9, endColumn: 25 },
        ],
      },
      {
        code: `import { createSocket } from 'node:dgram';
export function run(port: number) {
  const socket = createSocket('udp4');
  socket.bind(port);
  socket.close();
  socket.bind(port);
}
`,
        errors: [
          { messageId: 'started', data: { name: 'socket', path: "'socket' is released at 5 → 'socket' is started again at 6", failure: '', migrate: '' }, line: 6, column: 3, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `import { createServer, type Server } from 'node:http';
export function run(server: Server, port: number) {
  server.close();
  server.listen(port);
}
`,
      `declare function pause(): Promise<void>;
declare class Store { start(): Promise<void>; stop(): Promise<void>; save(text: string): Promise<void>; size: number; isOpen(): boolean; on(event: string, listener: () => void): this }
export async function run() {
  const store = new Store();
  await store.start();
  await store.stop();
  await store.start();
  await store.save('x');
  await store.stop();
}
`,
      `import { Kafka } from 'kafkajs';
export async function run() {
  const producer = new Kafka({ brokers: ['kafka:9092'] }).producer();
  await producer.connect();
  await producer.disconnect();
  await producer.connect();
  await producer.send({ topic: 'news', messages: [] });
  await producer.disconnect();
}
`,
    ],
  },
  {
    clause: '16.again.pool',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export async function run(pool: Pool) {
  await pool.query('select 1');
  await pool.end();
  await pool.end();
}
`,
        errors: [
          { messageId: 'again', data: { name: 'pool', path: "'pool' is released at 4 → 'pool' is released again at 5", failure: 'fails', migrate: '' }, line: 5, column: 9, endColumn: 19 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export async function run(pool: Pool) {
  await pool.query('select 1');
  await pool.end();
}
`,
    ],
  },
  {
    clause: '16.again.server',
    invalid: [
      {
        code: `import { createServer, type Server } from 'node:http';
export function stop(server: Server, done: () => void) {
  server.close();
  server.close(done);
}
`,
        errors: [
          { messageId: 'again', data: { name: 'server', path: "'server' is released at 3 → 'server' is released again at 4", failure: 'fails', migrate: '' }, line: 4, column: 3, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `import { createServer, type Server } from 'node:http';
export function stop(server: Server, done: () => void) {
  server.close(done);
  server.closeAllConnections();
}
`,
    ],
  },
  {
    clause: '16.again.socket',
    invalid: [
      {
        code: `import { createSocket } from 'node:dgram';
export function send(text: string) {
  const socket = createSocket('udp4');
  socket.send(text, 9, '127.0.0.1', () => console.log('sent'));
  socket.close();
  socket.close();
}
`,
        errors: [
          { messageId: 'again', data: { name: 'socket', path: "'socket' is released at 5 → 'socket' is released again at 6", failure: 'throws', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 6, column: 3, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `import { createSocket } from 'node:dgram';
export function send(text: string) {
  const socket = createSocket('udp4');
  socket.send(text, 9, '127.0.0.1', () => socket.close());
}
`,
    ],
  },
  {
    clause: '16.again.path',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export async function run() {
  const pool = new Pool();
  try {
    await pool.query('select 1');
    await pool.end();
  } finally {
    await pool.end();
  }
}
`,
        errors: [
          { messageId: 'again', data: { name: 'pool', path: "'pool' is released at 6 → 'pool' is released again at 8", failure: 'fails', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 8, column: 11, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export async function run() {
  const pool = new Pool();
  try {
    await pool.query('select 1');
    await pool.end();
  } catch (error) {
    await pool.end();
    throw error;
  }
}
`,
      `import { Pool } from 'pg';
export async function run(pool: Pool, early: boolean, late: boolean) {
  if (early) await pool.end();
  await pool.query('select 1').catch(() => undefined);
  if (!late) await pool.end();
}
`,
    ],
  },
  {
    clause: '16.again.loop',
    invalid: [
      {
        code: `import { opendir } from 'node:fs/promises';
export async function list(path: string) {
  const dir = await opendir(path);
  for await (const entry of dir) console.log(entry.name);
  await dir.close();
}
`,
        errors: [
          { messageId: 'again', data: { name: 'dir', path: "'dir' is released at 4 → 'dir' is released again at 5", failure: 'fails', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 5, column: 9, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `import { opendir } from 'node:fs/promises';
export async function first(path: string) {
  const dir = await opendir(path);
  const entry = await dir.read();
  await dir.close();
  return entry?.name;
}
`,
    ],
  },
  {
    clause: '16.again.idempotent',
    invalid: [
      {
        code: `import { openSync, closeSync } from 'node:fs';
export function touch(path: string) {
  const fd = openSync(path, 'a');
  closeSync(fd);
  closeSync(fd);
}
`,
        errors: [
          { messageId: 'again', data: { name: 'fd', path: "'fd' is released at 4 → 'fd' is released again at 5", failure: 'throws', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 5, column: 3, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `import { Worker } from 'node:worker_threads';
export async function run(url: URL) {
  const worker = new Worker(url);
  await worker.terminate();
  await worker.terminate();
}
`,
      `declare function pause(): Promise<void>;
declare class Store { start(): Promise<void>; stop(): Promise<void>; save(text: string): Promise<void>; size: number; isOpen(): boolean; on(event: string, listener: () => void): this }
export async function run() {
  const store = new Store();
  await store.start();
  await store.stop();
  await store.stop();
}
`,
    ],
  },
  {
    clause: '16.scope',
    invalid: [
      {
        code: `import { createServer, type Server } from 'node:http';
export async function run() {
  await using server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  await new Promise((resolve) => server.close(resolve));
}
`,
        errors: [
          { messageId: 'scope', data: { name: 'server', path: "'server' is handed to the scope by its 'using' at 3 → 'server' is released at 5 → the scope releases it again at 6", failure: 'fails', migrate: '' }, line: 5, column: 34, endColumn: 55 },
        ],
      },
    ],
    valid: [
      `import { createServer } from 'node:net';
export async function run() {
  await using server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  await new Promise((resolve) => server.close(resolve));
}
`,
      `import { createServer, type Server } from 'node:http';
export async function run() {
  await using server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
}
`,
    ],
  },
  {
    clause: '16.stack',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export async function run() {
  await using stack = new AsyncDisposableStack();
  const pool = new Pool();
  stack.defer(() => pool.end());
  await pool.query('select 1');
  await pool.end();
}
`,
        errors: [
          { messageId: 'scope', data: { name: 'pool', path: "'pool' is handed to the scope by stack.defer() at 5 → 'pool' is released at 7 → the scope releases it again at 8", failure: 'fails', migrate: '' }, line: 7, column: 9, endColumn: 19 },
        ],
      },
      {
        code: `import { Pool } from 'pg';
export async function run() {
  await using stack = new AsyncDisposableStack();
  const pool = stack.adopt(new Pool(), (owned) => owned.end());
  await pool.query('select 1');
  await pool.end();
}
`,
        errors: [
          { messageId: 'scope', data: { name: 'pool', path: "'pool' is handed to the scope by stack.adopt() at 4 → 'pool' is released at 6 → the scope releases it again at 7", failure: 'fails', migrate: '' }, line: 6, column: 9, endColumn: 19 },
        ],
      },
      {
        code: `import { Pool } from 'pg';
export async function run() {
  const stack = new AsyncDisposableStack();
  const pool = new Pool();
  stack.defer(() => pool.end());
  await stack.disposeAsync();
  await pool.query('select 1');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 6 → 'pool.query()' uses 'pool' at 7", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 7, column: 9, endColumn: 31 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export async function run() {
  await using stack = new AsyncDisposableStack();
  const pool = new Pool();
  stack.defer(() => pool.end());
  await pool.query('select 1');
}
`,
      `import { Pool } from 'pg';
export async function run() {
  await using stack = new AsyncDisposableStack();
  const pool = new Pool();
  stack.defer(async () => {
    if (pool.totalCount > 0) await pool.end();
  });
  await pool.query('select 1');
  await pool.end();
}
`,
      `declare function pause(): Promise<void>;
declare class Store { start(): Promise<void>; stop(): Promise<void>; save(text: string): Promise<void>; size: number; isOpen(): boolean; on(event: string, listener: () => void): this }
export async function run() {
  const store = new Store();
  await store.start();
  await using stack = new AsyncDisposableStack();
  stack.defer(() => store.stop());
  await store.save('x');
  await store.stop();
}
`,
    ],
  },
  {
    clause: '16.status',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
declare class Store { start(): Promise<void>; stop(): Promise<void>; save(text: string): Promise<void>; size: number; isOpen(): boolean; on(event: string, listener: () => void): this }
export async function run() {
  const store = new Store();
  await store.start();
  await store.stop();
  console.log(store.size);
  await store.save('x');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'store', path: "'store' is released at 6 → 'store.save()' uses 'store' at 8", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 8, column: 9, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
declare class Store { start(): Promise<void>; stop(): Promise<void>; save(text: string): Promise<void>; size: number; isOpen(): boolean; on(event: string, listener: () => void): this }
export async function run() {
  const store = new Store();
  await store.start();
  await store.stop();
  store.on('stopped', () => console.log('stopped'));
  console.log(store.size, store.isOpen());
}
`,
      `import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
export async function run(url: URL) {
  const worker = new Worker(url);
  void worker.terminate();
  worker.once('exit', () => console.log('gone'));
  await once(worker, 'exit');
  return worker.threadId;
}
`,
    ],
  },
  {
    clause: '16.harder',
    invalid: [
      {
        code: `import WebSocket from 'ws';
export function stop(socket: WebSocket) {
  socket.close();
  socket.send('bye');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'socket', path: "'socket' is released at 3 → 'socket.send()' uses 'socket' at 4", failure: '', migrate: '' }, line: 4, column: 3, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `import WebSocket from 'ws';
export function stop(socket: WebSocket) {
  socket.close();
  socket.terminate();
}
`,
      `import { createServer, type Server } from 'node:http';
export function stop(server: Server) {
  server.close();
  server.closeIdleConnections();
}
`,
      `import { connect } from 'node:net';
export function stop() {
  const socket = connect(80);
  socket.end('bye');
  socket.destroy();
}
`,
      `import { spawn } from 'node:child_process';
export function stop() {
  const child = spawn('sleep', ['9']);
  child.kill('SIGTERM');
  child.kill('SIGKILL');
}
`,
    ],
  },
  {
    clause: '16.asserted',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export async function run(pool: Pool) {
  await pool.end();
  const rows = await pool.query('select 1');
  console.log(rows);
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 3 → 'pool.query()' uses 'pool' at 4", failure: '', migrate: '' }, line: 4, column: 22, endColumn: 44 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
declare function expect(value: unknown): { rejects: { toThrow(text: string): Promise<void> } };
export async function run(pool: Pool) {
  await pool.end();
  await expect(pool.query('select 1')).rejects.toThrow('end');
}
`,
      `import { Pool } from 'pg';
import assert from 'node:assert/strict';
export async function run(pool: Pool) {
  await pool.end();
  await assert.rejects(async () => {
    await pool.query('select 1');
  });
  await assert.rejects(pool.end());
}
`,
      `import { Pool } from 'pg';
import assert from 'node:assert/strict';
export async function run(pool: Pool) {
  await pool.end();
  const failing = pool.query('select 1');
  await assert.rejects(failing);
}
`,
    ],
  },
  {
    clause: '16.guarded',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
declare class Store { start(): Promise<void>; stop(): Promise<void>; save(text: string): Promise<void>; size: number; isOpen(): boolean; on(event: string, listener: () => void): this }
export async function run() {
  const store = new Store();
  await store.start();
  await store.stop();
  if (process.env.LATE) await store.save('x');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'store', path: "'store' is released at 6 → 'store.save()' uses 'store' at 7", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 7, column: 31, endColumn: 46 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
declare class Store { start(): Promise<void>; stop(): Promise<void>; save(text: string): Promise<void>; size: number; isOpen(): boolean; on(event: string, listener: () => void): this }
export async function run() {
  const store = new Store();
  await store.start();
  await store.stop();
  if (store.isOpen()) await store.save('x');
}
`,
      `import { Pool } from 'pg';
export async function run(pool: Pool) {
  await pool.end();
  if (pool.totalCount === 0) return;
  await pool.query('select 1');
}
`,
      `import { createServer, type Server } from 'node:http';
export function stop(server: Server) {
  server.close();
  if (server.listening) server.close();
}
`,
    ],
  },
  {
    clause: '16.expected',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export async function run(pool: Pool) {
  await pool.end();
  await pool.query('select 1').catch(() => undefined);
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 3 → 'pool.query()' uses 'pool' at 4", failure: '', migrate: '' }, line: 4, column: 9, endColumn: 31 },
        ],
      },
      {
        code: `import { Pool } from 'pg';
export async function run(pool: Pool) {
  await pool.end();
  try {
    await pool.end();
  } catch {}
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'again', data: { name: 'pool', path: "'pool' is released at 3 → 'pool' is released again at 5", failure: 'fails', migrate: '' }, line: 5, column: 11, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export async function run(pool: Pool) {
  await pool.end();
  await pool.query('select 1').catch(() => undefined);
}
`,
      `import { Pool } from 'pg';
export async function run(pool: Pool) {
  await pool.end();
  try {
    await pool.end();
  } catch {}
}
`,
    ],
  },
  {
    clause: '16.sync',
    invalid: [
      {
        code: `import { DatabaseSync } from 'node:sqlite';
export function run(path: string) {
  const db = new DatabaseSync(path);
  db.close();
  db.exec('vacuum');
}
`, files: { 'sqlite.d.ts': `declare module 'node:sqlite' {
  export class DatabaseSync { constructor(path: string); open(): void; close(): void; exec(sql: string): void }
}
` },
        errors: [
          { messageId: 'used', data: { name: 'db', path: "'db' is released at 4 → 'db.exec()' uses 'db' at 5", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 5, column: 3, endColumn: 20 },
        ],
      },
      {
        code: `import { createInterface } from 'node:readline/promises';
export async function ask() {
  const lines = createInterface({ input: process.stdin });
  lines.close();
  return await lines.question('Name? ');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'lines', path: "'lines' is released at 4 → 'lines.question()' uses 'lines' at 5", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 5, column: 16, endColumn: 40 },
        ],
      },
      {
        code: `declare class Lease { extend(seconds: number): void; [Symbol.dispose](): void }
export function run(lease: Lease) {
  lease[Symbol.dispose]();
  lease.extend(5);
}
`,
        errors: [
          { messageId: 'used', data: { name: 'lease', path: "'lease' is released at 3 → 'lease.extend()' uses 'lease' at 4", failure: '', migrate: '' }, line: 4, column: 3, endColumn: 18 },
        ],
      },
      {
        code: `export async function run(open: () => Disposable) {
  const stack = new DisposableStack();
  stack.use(open());
  stack.dispose();
  stack.use(open());
}
`,
        errors: [
          { messageId: 'used', data: { name: 'stack', path: "'stack' is released at 4 → 'stack.use()' uses 'stack' at 5", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 5, column: 3, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `export function run(tick: () => void) {
  const timer = setInterval(tick, 1000);
  clearInterval(timer);
  timer.unref();
  clearInterval(timer);
}
`,
      `import { createWriteStream } from 'node:fs';
export function run(path: string) {
  const file = createWriteStream(path);
  file.write('x');
  file.end();
  file.on('finish', () => console.log(file.bytesWritten));
}
`,
      `export function run(target: Element, other: Element, show: () => void) {
  const observer = new ResizeObserver(show);
  observer.observe(target);
  observer.disconnect();
  observer.observe(other);
  observer.disconnect();
}
`,
    ],
  },
  {
    clause: '16.revives',
    invalid: [
      {
        code: `import Redis from 'ioredis';
export async function run() {
  const redis = new Redis();
  await redis.set('a', '1');
  await redis.quit();
  await redis.set('b', '2');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'redis', path: "'redis' is released at 5 → 'redis.set()' uses 'redis' at 6", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 6, column: 9, endColumn: 28 },
        ],
      },
    ],
    valid: [
      { code: `import { PrismaClient } from '@prisma/client';
export async function run() {
  const prisma = new PrismaClient();
  await prisma.$disconnect();
  await prisma.$queryRaw('select 1');
  await prisma.$disconnect();
}
`, files: { 'prisma.d.ts': `declare module '@prisma/client' {
  export class PrismaClient { $connect(): Promise<void>; $disconnect(): Promise<void>; $queryRaw(text: string): Promise<unknown> }
}
` } },
      `declare class Link { connect(): Promise<void>; close(): Promise<void>; reconnect(): Promise<void>; send(text: string): Promise<void> }
export async function run(link: Link) {
  await link.close();
  await link.reconnect();
  await link.send('x');
}
`,
    ],
  },
  {
    clause: '16.own-class',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export class Journal {
  readonly #pool = new Pool();
  async close() {
    await this.#pool.end();
  }
  async write(line: string) {
    await this.#insert(line);
  }
  async #insert(line: string) {
    await this.#pool.query('insert into journal values ($1)', [line]);
  }
}
export async function run(journal: Journal) {
  await journal.close();
  await journal.write('late');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'journal', path: "'journal' is released at 15 → 'journal.write()' uses 'journal' at 16", failure: '', migrate: '' }, line: 16, column: 9, endColumn: 30 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export class Journal {
  readonly #pool = new Pool();
  readonly #lines: string[] = [];
  async close() {
    await this.#pool.end();
  }
  async lines() {
    return this.#lines;
  }
}
export async function run(journal: Journal) {
  await journal.close();
  return await journal.lines();
}
`,
      `import { Pool } from 'pg';
export class Journal {
  #pool: Pool | undefined;
  async close() {
    await this.#pool?.end();
    this.#pool = undefined;
  }
  async write(line: string) {
    this.#pool ??= new Pool();
    await this.#pool.query('insert into journal values ($1)', [line]);
  }
}
export async function run(journal: Journal) {
  await journal.close();
  await journal.write('again');
}
`,
    ],
  },
  {
    clause: '16.argument',
    invalid: [
      {
        code: `export class Bus {
  readonly #listeners = new Set<() => void>();
  subscribe(): void {
    this.#listeners.add(console.log);
  }
  async unsubscribe(): Promise<void> {
    this.#listeners.clear();
  }
  async publish(text: string): Promise<void> {
    await fetch(text);
  }
}
export async function run(bus: Bus) {
  await bus.unsubscribe();
  await bus.publish('x');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'bus', path: "'bus' is released at 14 → 'bus.publish()' uses 'bus' at 15", failure: '', migrate: '' }, line: 15, column: 9, endColumn: 25 },
        ],
      },
    ],
    valid: [
      `export class Bus {
  readonly #listeners = new Set<() => void>();
  subscribe(listener: () => void): void {
    this.#listeners.add(console.log);
  }
  async unsubscribe(listener: () => void): Promise<void> {
    this.#listeners.clear();
  }
  async publish(text: string): Promise<void> {
    await fetch(text);
  }
}
export async function run(bus: Bus, listener: () => void) {
  await bus.unsubscribe(listener);
  await bus.publish('x');
}
`,
    ],
  },
  {
    clause: '16.own-guard',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export class Journal {
  #closed = false;
  readonly #pool = new Pool();
  async close() {
    this.#closed = true;
    await this.#pool.end();
  }
  async write(line: string) {
    if (this.#closed) throw new Error('closed');
    await this.#pool.query('insert into journal values ($1)', [line]);
  }
}
export async function run(journal: Journal) {
  await journal.close();
  await journal.write('late');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'journal', path: "'journal' is released at 15 → 'journal.write()' uses 'journal' at 16", failure: '', migrate: '' }, line: 16, column: 9, endColumn: 30 },
        ],
      },
      {
        code: `export class Logger {
  #open = false;
  async start() {
    this.#open = true;
  }
  stop() {
    this.#open = false;
  }
  async log(text: string) {
    if (!this.#open) throw new Error(\`closed: \${text}\`);
    console.log(text);
  }
}
export async function run(logger: Logger) {
  logger.stop();
  await logger.log('late');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'logger', path: "'logger' is released at 15 → 'logger.log()' uses 'logger' at 16", failure: '', migrate: '' }, line: 16, column: 9, endColumn: 27 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export class Journal {
  #closed = false;
  readonly #pool = new Pool();
  async close() {
    this.#closed = true;
    await this.#pool.end();
  }
  async write(line: string) {
    if (this.#closed) return;
    await this.#pool.query('insert into journal values ($1)', [line]);
  }
}
export async function run(journal: Journal) {
  await journal.close();
  await journal.write('late');
}
`,
      `export class Logger {
  #open = false;
  async start() {
    this.#open = true;
  }
  stop() {
    this.#open = false;
  }
  async log(text: string) {
    if (!this.#open) {
      console.debug('not open');
      return;
    }
    console.log(text);
  }
}
export async function run(logger: Logger) {
  logger.stop();
  await logger.log('late');
}
`,
    ],
  },
  {
    clause: '16.interface',
    invalid: [
      {
        code: `import { Pool } from 'pg';
interface Journal { close(): Promise<void>; write(line: string): Promise<void> }
class PgJournal implements Journal {
  readonly #pool = new Pool();
  async close() {
    await this.#pool.end();
  }
  async write(line: string) {
    await this.#pool.query(line);
  }
}
export const made: Journal = new PgJournal();
export async function run(journal: Journal) {
  await journal.close();
  await journal.write('late');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'journal', path: "'journal' is released at 14 → 'journal.write()' uses 'journal' at 15", failure: '', migrate: '' }, line: 15, column: 9, endColumn: 30 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
interface Journal { close(): Promise<void>; write(line: string): Promise<void> }
class PgJournal implements Journal {
  readonly #pool = new Pool();
  readonly lines: string[] = [];
  async close() {
    await this.#pool.end();
  }
  async write(line: string) {
    this.lines.push(line);
  }
}
export const made: Journal = new PgJournal();
export async function run(journal: Journal) {
  await journal.close();
  await journal.write('late');
}
`,
    ],
  },
  {
    clause: '16.prepared',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
declare class Store { start(): Promise<void>; stop(): Promise<void>; save(text: string): Promise<void>; size: number; isOpen(): boolean; on(event: string, listener: () => void): this }
export async function run() {
  const store = new Store();
  await store.start();
  await store.stop();
  await store.save('x');
  await pause();
}
`,
        errors: [
          { messageId: 'used', data: { name: 'store', path: "'store' is released at 6 → 'store.save()' uses 'store' at 7", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 7, column: 9, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
declare class Store { start(): Promise<void>; stop(): Promise<void>; save(text: string): Promise<void>; size: number; isOpen(): boolean; on(event: string, listener: () => void): this }
export async function run() {
  const store = new Store();
  await store.start();
  await store.stop();
  await store.save('x');
  await store.start();
  await store.stop();
}
`,
    ],
  },
  {
    clause: '16.parts',
    invalid: [
      {
        code: `declare class Client { db(name: string): { find(text: string): Promise<string[]> }; readonly admin: { ping(): Promise<void> }; close(): Promise<void>; [Symbol.asyncDispose](): Promise<void> }
export async function run(client: Client) {
  await client.close();
  await client.db('x').find('y');
}
export async function ping(client: Client) {
  await client.close();
  await client.admin.ping();
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'used', data: { name: 'client', path: "'client' is released at 3 → 'client.db('x').find()' uses 'client' at 4", failure: '', migrate: '' }, line: 4, column: 9, endColumn: 33 },
          { messageId: 'used', data: { name: 'client', path: "'client' is released at 7 → 'client.admin.ping()' uses 'client' at 8", failure: '', migrate: '' }, line: 8, column: 9, endColumn: 28 },
        ],
      },
    ],
    valid: [
      `declare class Client { db(name: string): { find(text: string): Promise<string[]> }; close(): Promise<void>; [Symbol.asyncDispose](): Promise<void> }
export async function run(client: Client) {
  await client.close();
  await client.db('x').find('y');
}
`,
    ],
  },
  {
    clause: '16.outer',
    invalid: [
      {
        code: `import { Pool } from 'pg';
const pool = new Pool();
export async function stop() {
  await pool.end();
  await pool.query('select 1');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 4 → 'pool.query()' uses 'pool' at 5", failure: '', migrate: '' }, line: 5, column: 9, endColumn: 31 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
const pool = new Pool();
export async function stop() {
  await pool.end();
}
export async function find() {
  return await pool.query('select 1');
}
`,
      `import { Pool } from 'pg';
let pool = new Pool();
async function renew() {
  pool = new Pool();
}
export async function reset() {
  await pool.end();
  await renew();
  await pool.query('select 1');
}
`,
      `import { createServer } from 'node:http';
export async function run(wait: (stop: () => void) => Promise<void>) {
  const server = createServer();
  await wait(() => server.close());
  server.close();
}
`,
    ],
  },
  {
    clause: '16.once',
    invalid: [
      {
        code: `import { Pool } from 'pg';
export async function run(pool: Pool) {
  await pool.end();
  await pool.query('select 1');
  await pool.query('select 2');
  await pool.end();
}
`,
        errors: [
          { messageId: 'used', data: { name: 'pool', path: "'pool' is released at 3 → 'pool.query()' uses 'pool' at 4", failure: '', migrate: '' }, line: 4, column: 9, endColumn: 31 },
        ],
      },
    ],
    valid: [
      `import { Pool } from 'pg';
export async function run(pool: Pool) {
  await pool.query('select 1');
  await pool.query('select 2');
  await pool.end();
}
`,
    ],
  },
  {
    clause: '16.concurrent',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
declare class Store { start(): Promise<void>; stop(): Promise<void>; save(text: string): Promise<void>; size: number; isOpen(): boolean; on(event: string, listener: () => void): this }
export async function run() {
  const store = new Store();
  await store.start();
  await Promise.all([store.stop(), pause()]);
  await store.save('x');
}
`,
        errors: [
          { messageId: 'used', data: { name: 'store', path: "'store' is released at 6 → 'store.save()' uses 'store' at 7", failure: '', migrate: ', best by a scope that owns it (migrate: trailing-stop-to-using)' }, line: 7, column: 9, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
declare class Store { start(): Promise<void>; stop(): Promise<void>; save(text: string): Promise<void>; size: number; isOpen(): boolean; on(event: string, listener: () => void): this }
export async function run() {
  const store = new Store();
  await store.start();
  await Promise.all([store.stop(), store.save('x')]);
}
`,
    ],
  },
];
