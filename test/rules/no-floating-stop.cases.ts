import type { ClauseCase } from './clause-case.ts';
import type { noFloatingStop } from '../../tools/clauses/no-floating-stop.ts';

export const cases: readonly ClauseCase<keyof typeof noFloatingStop.clauses>[] = [
  {
    clause: '5.dropped',
    invalid: {
      code: `
declare class Poller {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export function onIdle(poller: Poller) {
  poller.stop();
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'poller.stop()', resource: 'poller', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 7, column: 3, endColumn: 16 },
      ],
    },
    valid: [
      `
declare class Poller {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export async function onIdle(poller: Poller) {
  await poller.stop();
}
`,
      `
declare class Poller {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export function onIdle(poller: Poller) {
  return poller.stop();
}
`,
      `
declare class Poller {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export const onIdle = (poller: Poller) => poller.stop();
`,
      `
declare class Poller {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare const pending: Promise<void>[];
export function onIdle(poller: Poller) {
  pending.push(poller.stop());
}
`,
    ],
  },
  {
    clause: '5.dropped',
    invalid: {
      code: `
import type { Producer } from 'kafkajs';
interface Clients {
  events: Producer;
}
export function reset(clients: Clients) {
  clients
    .events
    .disconnect();
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'clients.events.disconnect()', resource: 'clients.events', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 7, column: 3, endLine: 9, endColumn: 18 },
      ],
    },
    valid: `
import type { Producer } from 'kafkajs';
interface Clients {
  events: Producer;
}
export async function reset(clients: Clients) {
  await clients
    .events
    .disconnect();
}
`,
  },
  {
    clause: '5.dropped',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Cache {
  readonly #redis = new Redis();
  async flush() {
    this.#redis.quit();
    await this.#warm();
  }
  async #warm() {}
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'this.#redis.quit()', resource: 'this.#redis', wayOut: 'await it (migrate: await-stop).' }, line: 6, column: 5, endColumn: 23,
          suggestions: [{ messageId: 'addAwait', data: { call: 'this.#redis.quit()' }, output: `
import { Redis } from 'ioredis';
export class Cache {
  readonly #redis = new Redis();
  async flush() {
    await this.#redis.quit();
    await this.#warm();
  }
  async #warm() {}
}
` }] },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export class Cache {
  readonly #redis = new Redis();
  async flush() {
    this.#redis.disconnect();
    await this.#warm();
  }
  async #warm() {}
}
`,
  },
  {
    clause: '5.dropped',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function each(pools: Pool[]) {
  for (const pool of pools) pool.end();
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'pool.end()', resource: 'pool', wayOut: 'await it (migrate: await-stop).' }, line: 4, column: 29, endColumn: 39,
          suggestions: [{ messageId: 'addAwait', data: { call: 'pool.end()' }, output: `
import { Pool } from 'pg';
export async function each(pools: Pool[]) {
  for (const pool of pools) await pool.end();
}
` }] },
      ],
    },
    valid: `
import { Pool } from 'pg';
export async function each(pools: Pool[]) {
  for (const pool of pools) await pool.end();
}
`,
  },
  {
    clause: '5.dropped',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function both(a: Pool, b: Pool) {
  Promise.all([a.end(), b.end()]);
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'a.end()', resource: 'a', wayOut: 'await it (migrate: await-stop).' }, line: 4, column: 16, endColumn: 23,
          suggestions: [{ messageId: 'addAwait', data: { call: 'a.end()' }, output: `
import { Pool } from 'pg';
export async function both(a: Pool, b: Pool) {
  await Promise.all([a.end(), b.end()]);
}
` }] },
      ],
    },
    valid: `
import { Pool } from 'pg';
export async function both(a: Pool, b: Pool) {
  await Promise.allSettled([a.end(), b.end()]);
}
`,
  },
  {
    clause: '5.dropped',
    invalid: {
      code: `
interface Backend {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export class Gateway {
  constructor(private readonly backend: Backend) {}
  async swap(): Promise<void> {
    this.backend.stop();
    await this.backend.start();
  }
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'this.backend.stop()', resource: 'this.backend', wayOut: 'await it (migrate: await-stop).' }, line: 9, column: 5, endColumn: 24,
          suggestions: [{ messageId: 'addAwait', data: { call: 'this.backend.stop()' }, output: `
interface Backend {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export class Gateway {
  constructor(private readonly backend: Backend) {}
  async swap(): Promise<void> {
    await this.backend.stop();
    await this.backend.start();
  }
}
` }] },
      ],
    },
    valid: `
interface Backend {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export class Gateway {
  constructor(private readonly backend: Backend) {}
  async swap(): Promise<void> {
    await this.backend.stop();
    await this.backend.start();
  }
}
`,
  },
  {
    clause: '5.comma',
    invalid: {
      code: `
import { Redis } from 'ioredis';
declare function log(text: string): void;
export const drop = (redis: Redis) => (redis.quit(), log('closed'));
`,
      errors: [
        { messageId: 'dropped', data: { call: 'redis.quit()', resource: 'redis', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 4, column: 40, endColumn: 52 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
declare function log(text: string): void;
export const drop = (redis: Redis) => (log('closing'), redis.quit());
`,
  },
  {
    clause: '5.and',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export async function drop(redis: Redis, connected: boolean) {
  connected && redis.quit();
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'redis.quit()', resource: 'redis', wayOut: 'await it (migrate: await-stop).' }, line: 4, column: 16, endColumn: 28,
          suggestions: [{ messageId: 'addAwait', data: { call: 'redis.quit()' }, output: `
import { Redis } from 'ioredis';
export async function drop(redis: Redis, connected: boolean) {
  connected && await redis.quit();
}
` }] },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export async function drop(redis: Redis, connected: boolean) {
  connected && (await redis.quit());
}
`,
      `
import { Redis } from 'ioredis';
export async function drop(redis: Redis, connected: boolean) {
  return connected && redis.quit();
}
`,
    ],
  },
  {
    clause: '5.optional',
    invalid: {
      code: `
import type { Admin } from 'kafkajs';
export class Topics {
  #admin: Admin | undefined;
  async reset() {
    this.#admin?.disconnect();
    this.#admin = undefined;
  }
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'this.#admin?.disconnect()', resource: 'this.#admin', wayOut: 'await it (migrate: await-stop).' }, line: 6, column: 5, endColumn: 30,
          suggestions: [{ messageId: 'addAwait', data: { call: 'this.#admin?.disconnect()' }, output: `
import type { Admin } from 'kafkajs';
export class Topics {
  #admin: Admin | undefined;
  async reset() {
    await this.#admin?.disconnect();
    this.#admin = undefined;
  }
}
` }] },
      ],
    },
    valid: `
import type { Admin } from 'kafkajs';
export class Topics {
  #admin: Admin | undefined;
  async reset() {
    await this.#admin?.disconnect();
    this.#admin = undefined;
  }
}
`,
  },
  {
    clause: '5.conditional',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function leave(pool: Pool, owned: boolean) {
  owned ? pool.end() : pool.removeAllListeners();
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'pool.end()', resource: 'pool', wayOut: 'await it (migrate: await-stop).' }, line: 4, column: 11, endColumn: 21,
          suggestions: [{ messageId: 'addAwait', data: { call: 'pool.end()' }, output: `
import { Pool } from 'pg';
export async function leave(pool: Pool, owned: boolean) {
  owned ? await pool.end() : pool.removeAllListeners();
}
` }] },
      ],
    },
    valid: `
import { Pool } from 'pg';
export async function leave(pool: Pool, owned: boolean) {
  await (owned ? pool.end() : pool.query('ROLLBACK'));
}
`,
  },
  {
    clause: '5.variable',
    invalid: {
      code: `
import { Worker } from 'node:worker_threads';
declare function report(text: string): void;
export async function restart(worker: Worker) {
  const ended = worker.terminate();
  report('restarting');
}
`,
      errors: [
        { messageId: 'variable', data: { call: 'worker.terminate()' }, line: 5, column: 17, endColumn: 35 },
      ],
    },
    valid: [
      `
import { Worker } from 'node:worker_threads';
declare function report(text: string): void;
export async function restart(worker: Worker) {
  const ended = worker.terminate();
  report('restarting');
  await ended;
}
`,
      `
import { Worker } from 'node:worker_threads';
export function restart(worker: Worker) {
  const ended = worker.terminate();
  return ended;
}
`,
      `
import { Worker } from 'node:worker_threads';
export async function restart(workers: Worker[]) {
  const ends = workers.map((worker) => worker.terminate());
  const first = workers[0]?.terminate();
  await Promise.all([...ends, first]);
}
`,
    ],
  },
  {
    clause: '5.variable',
    invalid: {
      code: `
import { Worker } from 'node:worker_threads';
export async function restart(worker: Worker) {
  let ended: Promise<number> | undefined;
  ended = worker.terminate();
}
`,
      errors: [
        { messageId: 'variable', data: { call: 'worker.terminate()' }, line: 5, column: 11, endColumn: 29 },
      ],
    },
    valid: `
import { Worker } from 'node:worker_threads';
let ended: Promise<number> | undefined;
export function restart(worker: Worker) {
  ended = worker.terminate();
}
export const whenEnded = () => ended;
`,
  },
  {
    clause: '5.foreach',
    invalid: {
      code: `
import { Queue } from 'bullmq';
export async function closeAll(queues: Queue[]) {
  queues.forEach((queue) => queue.close());
}
`,
      errors: [
        { messageId: 'forEach', data: { call: 'queue.close()' }, line: 4, column: 29, endColumn: 42 },
      ],
    },
    valid: [
      `
import { Queue } from 'bullmq';
export async function closeAll(queues: Queue[]) {
  for (const queue of queues) await queue.close();
}
`,
      `
import { Queue } from 'bullmq';
export function closeAll(queues: Queue[]) {
  return Promise.all(queues.map((queue) => queue.close()));
}
`,
      `
import { Queue } from 'bullmq';
export async function closeAll(queues: Queue[]) {
  const closing: Promise<void>[] = [];
  queues.forEach((queue) => closing.push(queue.close()));
  await Promise.all(closing);
}
`,
    ],
  },
  {
    clause: '5.foreach-async',
    invalid: {
      code: `
import { Queue, Worker } from 'bullmq';
export async function closeAll(lanes: { queue: Queue; worker: Worker }[]) {
  lanes.forEach(async ({ queue, worker }) => {
    await worker.close();
    await queue.close();
  });
}
`,
      errors: [
        { messageId: 'forEach', data: { call: 'worker.close()' }, line: 5, column: 11, endColumn: 25 },
      ],
    },
    valid: `
import { Queue, Worker } from 'bullmq';
export async function closeAll(lanes: { queue: Queue; worker: Worker }[]) {
  for (const { queue, worker } of lanes) {
    await worker.close();
    await queue.close();
  }
}
`,
  },
  {
    clause: '5.map',
    invalid: {
      code: `
import { Queue } from 'bullmq';
export async function closeAll(queues: Queue[]) {
  queues.map(async (queue) => {
    await queue.close();
  });
}
`,
      errors: [
        { messageId: 'map', data: { call: 'queue.close()' }, line: 5, column: 11, endColumn: 24 },
      ],
    },
    valid: `
import { Queue } from 'bullmq';
export async function closeAll(queues: Queue[]) {
  await Promise.all(
    queues.map(async (queue) => {
      await queue.close();
    }),
  );
}
`,
  },
  {
    clause: '5.map',
    invalid: {
      code: `
import { Queue } from 'bullmq';
export async function closeAll(queues: Queue[]) {
  const closing = queues.map((queue) => queue.close());
}
`,
      errors: [
        { messageId: 'variable', data: { call: 'queue.close()' }, line: 4, column: 41, endColumn: 54 },
      ],
    },
    valid: `
import { Queue } from 'bullmq';
export async function closeAll(queues: Queue[]) {
  const closing = queues.map((queue) => queue.close());
  await Promise.all(closing);
}
`,
  },
  {
    clause: ['5.callback-style', '5.suggest-promise-form'],
    invalid: {
      code: `
import { createServer } from 'node:http';
export class Health {
  #server = createServer();
  async stop(): Promise<void> {
    this.#server.close();
    this.#server = createServer();
  }
}
`,
      errors: [
        { messageId: 'callback', data: { call: 'this.#server.close()', wayOut: 'wait for it: await new Promise((resolve) => this.#server.close(resolve)) (migrate: await-stop).' }, line: 6, column: 5, endColumn: 25,
          suggestions: [{ messageId: 'usePromise', data: { call: 'this.#server.close()' }, output: `
import { createServer } from 'node:http';
export class Health {
  #server = createServer();
  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
    this.#server = createServer();
  }
}
` }] },
      ],
    },
    valid: [
      `
import { createServer } from 'node:http';
export class Health {
  #server = createServer();
  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
    this.#server = createServer();
  }
}
`,
      `
import { once } from 'node:events';
import type { Server } from 'node:http';
export async function stop(server: Server) {
  server.close();
  await once(server, 'close');
}
`,
    ],
  },
  {
    clause: ['5.callback-style', '5.suggest-promise-form'],
    invalid: {
      code: `
import { createServer } from 'node:http';
const server = createServer();
export async function stop() {
  await server.close();
}
`,
      errors: [
        { messageId: 'callback', data: { call: 'server.close()', wayOut: 'wait for it: await new Promise((resolve) => server.close(resolve)) (migrate: await-stop).' }, line: 5, column: 9, endColumn: 23 },
      ],
    },
    valid: `
import { createServer } from 'node:http';
const server = createServer();
export async function stop() {
  await server[Symbol.asyncDispose]();
}
`,
  },
  {
    clause: '5.callback-promise',
    invalid: {
      code: `
import type { Server } from 'node:net';
declare function later(): Promise<void>;
export function stop(server: Server) {
  server.close();
  return later();
}
`,
      errors: [
        { messageId: 'callback', data: { call: 'server.close()', wayOut: 'wait for it: await new Promise((resolve) => server.close(resolve)) (migrate: await-stop).' }, line: 5, column: 3, endColumn: 17 },
      ],
    },
    valid: [
      `
import type { Server } from 'node:net';
export function stop(server: Server) {
  server.close();
}
`,
      `
import { createServer } from 'node:net';
const server = createServer().listen(0);
server.close();
`,
    ],
  },
  {
    clause: '5.exit',
    invalid: {
      code: `
import { fastify } from 'fastify';
export async function migrate() {
  const app = fastify();
  await app.ready();
  app.close();
  process.exit(0);
}
`,
      errors: [
        { messageId: 'exit', data: { call: 'app.close()', wayOut: 'await it (migrate: await-stop).' }, line: 6, column: 3, endColumn: 14,
          suggestions: [{ messageId: 'addAwait', data: { call: 'app.close()' }, output: `
import { fastify } from 'fastify';
export async function migrate() {
  const app = fastify();
  await app.ready();
  await app.close();
  process.exit(0);
}
` }] },
      ],
    },
    valid: `
import { fastify } from 'fastify';
export async function migrate() {
  const app = fastify();
  await app.ready();
  await app.close();
  process.exit(0);
}
`,
  },
  {
    clause: '5.exit',
    invalid: {
      code: `
import { Redis } from 'ioredis';
declare const redis: Redis;
export function onFatal(failed: boolean) {
  void redis.quit();
  if (failed) process.exit(1);
}
`,
      errors: [
        { messageId: 'exit', data: { call: 'redis.quit()', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 5, column: 8, endColumn: 20 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
declare const redis: Redis;
export function onFatal(failed: boolean) {
  void redis.quit();
  if (failed) process.exitCode = 1;
}
`,
  },
  {
    clause: '5.exit',
    invalid: {
      code: `
import { Redis } from 'ioredis';
declare const redis: Redis;
function die(code: number): never {
  console.error('failed');
  process.exit(code);
}
export function onFatal() {
  void redis.quit();
  die(1);
}
`,
      errors: [
        { messageId: 'exit', data: { call: 'redis.quit()', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 9, column: 8, endColumn: 20 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
declare const redis: Redis;
function die(code: number) {
  console.error('failed', code);
}
export function onFatal() {
  void redis.quit();
  die(1);
}
`,
  },
  {
    clause: '5.exit-callback',
    invalid: {
      code: `
import { createWriteStream } from 'node:fs';
export function report(lines: string[]) {
  const out = createWriteStream('report.txt');
  for (const line of lines) out.write(line);
  out.end();
  process.exit(0);
}
`,
      errors: [
        { messageId: 'exit', data: { call: 'out.end()', wayOut: "wait for it: await new Promise<void>((resolve, reject) => out.once('error', reject).end(resolve)) (migrate: await-stop)." }, line: 6, column: 3, endColumn: 12 },
      ],
    },
    valid: [
      `
import { createWriteStream } from 'node:fs';
export function report(lines: string[]) {
  const out = createWriteStream('report.txt');
  for (const line of lines) out.write(line);
  out.end(() => process.exit(0));
}
`,
      `
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
export async function report(lines: string[]) {
  const out = createWriteStream('report.txt');
  for (const line of lines) out.write(line);
  out.end();
  await finished(out);
  process.exit(0);
}
`,
    ],
  },
  {
    clause: '5.exit-callback',
    invalid: {
      code: `
import type { Server } from 'node:http';
declare function log(text: string): void;
export function stop(server: Server) {
  server.close(() => log('closed'));
  process.exit(0);
}
`,
      errors: [
        { messageId: 'exit', data: { call: "server.close(() => log('closed'))", wayOut: 'wait for it: await new Promise((resolve) => server.close(resolve)) (migrate: await-stop).' }, line: 5, column: 3, endColumn: 36 },
      ],
    },
    valid: `
import type { Server } from 'node:http';
declare function log(text: string): void;
export function stop(server: Server) {
  server.close(() => {
    log('closed');
    process.exit(0);
  });
}
`,
  },
  {
    clause: '5.exit-after',
    invalid: {
      code: `
import { Redis } from 'ioredis';
declare const redis: Redis;
process.once('SIGTERM', () => {
  redis.quit().finally(() => console.log('closed'));
  process.exit();
});
`,
      errors: [
        { messageId: 'exit', data: { call: 'redis.quit()', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 5, column: 3, endColumn: 15 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
declare const redis: Redis;
process.once('SIGTERM', () => {
  redis.quit().finally(() => process.exit());
});
`,
      `
import { Redis } from 'ioredis';
declare const redis: Redis;
process.once('SIGTERM', async () => {
  await redis.quit();
  process.exit();
});
`,
      `
import { Redis } from 'ioredis';
declare const redis: Redis;
process.once('SIGTERM', () => {
  redis.quit().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
`,
      `
import { Redis } from 'ioredis';
declare const redis: Redis;
function leave() {
  process.exit(0);
}
process.once('SIGTERM', () => void redis.quit().finally(leave));
`,
    ],
  },
  {
    clause: '5.nested-exit',
    invalid: {
      code: `
import { Redis } from 'ioredis';
declare const redis: Redis;
process.once('SIGTERM', () => {
  void redis.quit();
  setTimeout(() => process.exit(0), 500);
});
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'void', data: { call: 'redis.quit()', reason: 'what follows may rely on its end', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 5, column: 8, endColumn: 20 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
declare const redis: Redis;
process.once('SIGTERM', () => {
  void redis.quit();
  setTimeout(() => process.exit(0), 500);
});
`,
      `
import type { Server } from 'node:http';
declare const server: Server;
process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  setTimeout(() => process.exit(1), 500).unref();
});
`,
    ],
  },
  {
    clause: '5.sync-dispose',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Session implements Disposable {
  readonly #redis = new Redis();
  [Symbol.dispose](): void {
    void this.#redis.quit();
  }
}
`,
      errors: [
        { messageId: 'syncDispose', data: { call: 'this.#redis.quit()' }, line: 6, column: 10, endColumn: 28 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export class Session implements AsyncDisposable {
  readonly #redis = new Redis();
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#redis.quit();
  }
}
`,
      `
import { Redis } from 'ioredis';
export class Session implements Disposable {
  readonly #redis = new Redis();
  [Symbol.dispose](): void {
    this.#redis.disconnect();
  }
}
`,
    ],
  },
  {
    clause: '5.sync-dispose',
    invalid: {
      code: `
import type { Producer } from 'kafkajs';
export const owned = (producer: Producer): Disposable => ({
  [Symbol.dispose]() {
    return producer.disconnect();
  },
});
`,
      errors: [
        { messageId: 'syncDispose', data: { call: 'producer.disconnect()' }, line: 5, column: 12, endColumn: 33 },
      ],
    },
    valid: `
import type { Producer } from 'kafkajs';
export const owned = (producer: Producer): AsyncDisposable => ({
  [Symbol.asyncDispose]() {
    return producer.disconnect();
  },
});
`,
  },
  {
    clause: '5.stack-callback',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function work(pool: Pool) {
  await using stack = new AsyncDisposableStack();
  stack.defer(() => {
    pool.end();
  });
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'pool.end()', resource: 'pool', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 6, column: 5, endColumn: 15 },
      ],
    },
    valid: [
      `
import { Pool } from 'pg';
export async function work(pool: Pool) {
  await using stack = new AsyncDisposableStack();
  stack.defer(() => pool.end());
}
`,
      `
import { Pool } from 'pg';
export async function work(pool: Pool) {
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await pool.end();
  });
}
`,
    ],
  },
  {
    clause: '5.stack-callback',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function work(pool: Pool) {
  await using stack = new AsyncDisposableStack();
  stack.adopt(pool, (value) => void value.end());
}
`,
      errors: [
        { messageId: 'void', data: { call: 'value.end()', reason: 'the work of this function is releasing', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 5, column: 37, endColumn: 48 },
      ],
    },
    valid: `
import { Pool } from 'pg';
export async function work(pool: Pool) {
  await using stack = new AsyncDisposableStack();
  stack.adopt(pool, (value) => value.end());
}
`,
  },
  {
    clause: '5.sync-stack',
    invalid: {
      code: `
import { Pool } from 'pg';
export function work(pool: Pool) {
  using stack = new DisposableStack();
  stack.defer(() => pool.end());
}
`,
      errors: [
        { messageId: 'ignored', data: { by: 'DisposableStack', call: 'pool.end()', wayOut: 'return a promise that waits for it (migrate: await-stop).' }, line: 5, column: 21, endColumn: 31 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export function work(redis: Redis) {
  using stack = new DisposableStack();
  stack.defer(() => redis.disconnect());
}
`,
  },
  {
    clause: '5.sync-stack',
    invalid: {
      code: `
import { Pool } from 'pg';
export function work(pool: Pool) {
  using stack = new DisposableStack();
  stack.adopt(pool, async (value) => {
    await value.end();
  });
}
`,
      errors: [
        { messageId: 'ignored', data: { by: 'DisposableStack', call: 'value.end()', wayOut: 'await it (migrate: await-stop).' }, line: 6, column: 11, endColumn: 22 },
      ],
    },
    valid: `
import { Pool } from 'pg';
export async function work(pool: Pool) {
  await using stack = new AsyncDisposableStack();
  stack.adopt(pool, async (value) => {
    await value.end();
  });
}
`,
  },
  {
    clause: '5.handled',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export function drop(redis: Redis) {
  redis.quit().catch(console.error);
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'handled', data: { call: 'redis.quit()', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 4, column: 3, endColumn: 15 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export function drop(redis: Redis) {
  redis.quit().catch(console.error);
}
`,
  },
  {
    clause: '5.handled',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export function drop(redis: Redis, next: () => void) {
  redis.quit().then(next);
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'continued', data: { call: 'redis.quit()', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 4, column: 3, endColumn: 15 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export function drop(redis: Redis, next: () => void) {
  redis.quit().then(next);
}
`,
      {
        code: `
import { Redis } from 'ioredis';
export async function drop(redis: Redis, next: () => void) {
  await redis.quit().then(next).catch(console.error);
}
`,
        options: { report: 'likely' },
      },
    ],
  },
  {
    clause: '5.handled-exit',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export function onFatal(redis: Redis) {
  redis.quit().catch(console.error);
  process.exit(1);
}
`,
      errors: [
        { messageId: 'exit', data: { call: 'redis.quit()', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 4, column: 3, endColumn: 15 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export async function onFatal(redis: Redis) {
  await redis.quit().catch(console.error);
  process.exit(1);
}
`,
  },
  {
    clause: '5.ignored-return',
    invalid: {
      code: `
declare class Bridge {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare const bridge: Bridge;
process.once('SIGTERM', () => bridge.stop());
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'ignored', data: { by: 'process.once', call: 'bridge.stop()', wayOut: 'return a promise that waits for it (migrate: await-stop).' }, line: 7, column: 31, endColumn: 44 },
      ],
    },
    valid: [
      `
declare class Bridge {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare const bridge: Bridge;
process.once('SIGTERM', () => bridge.stop());
`,
      {
        code: `
declare class Bridge {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare const bridge: Bridge;
declare function onShutdown(hook: () => Promise<void>): void;
onShutdown(() => bridge.stop());
`,
        options: { report: 'likely' },
      },
    ],
  },
  {
    clause: '5.ignored-return',
    invalid: {
      code: `
declare class Bridge {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export function stopLater(bridge: Bridge) {
  setTimeout(() => bridge.stop(), 1000);
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'ignored', data: { by: 'setTimeout', call: 'bridge.stop()', wayOut: 'return a promise that waits for it (migrate: await-stop).' }, line: 7, column: 20, endColumn: 33 },
      ],
    },
    valid: {
      code: `
import { setTimeout as sleep } from 'node:timers/promises';
declare class Bridge {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export async function stopLater(bridge: Bridge) {
  await sleep(1000);
  await bridge.stop();
}
`,
      options: { report: 'likely' },
    },
  },
  {
    clause: '5.ignored-return-exit',
    invalid: {
      code: `
declare class Bridge {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare const bridge: Bridge;
process.once('SIGTERM', () => {
  try {
    return bridge.stop();
  } finally {
    process.exit(0);
  }
});
`,
      errors: [
        { messageId: 'exit', data: { call: 'bridge.stop()', wayOut: 'return a promise that waits for it (migrate: await-stop).' }, line: 9, column: 12, endColumn: 25 },
      ],
    },
    valid: `
declare class Bridge {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare const bridge: Bridge;
process.once('SIGTERM', async () => {
  try {
    return await bridge.stop();
  } finally {
    process.exit(0);
  }
});
`,
  },
  {
    clause: '5.void',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export async function warm(redis: Redis) {
  void redis.quit();
  await fetch('/warm');
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'void', data: { call: 'redis.quit()', reason: 'what follows may rely on its end', wayOut: 'await it (migrate: await-stop).' }, line: 4, column: 8, endColumn: 20,
          suggestions: [{ messageId: 'addAwait', data: { call: 'redis.quit()' }, output: `
import { Redis } from 'ioredis';
export async function warm(redis: Redis) {
  await redis.quit();
  await fetch('/warm');
}
` }] },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export async function warm(redis: Redis) {
  void redis.quit();
  await fetch('/warm');
}
`,
  },
  {
    clause: '5.void-finally',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export async function read(redis: Redis) {
  try {
    return await redis.get('key');
  } finally {
    void redis.quit();
  }
}
`,
      errors: [
        { messageId: 'void', data: { call: 'redis.quit()', reason: 'it stands in a finally', wayOut: 'await it (migrate: await-stop).' }, line: 7, column: 10, endColumn: 22,
          suggestions: [{ messageId: 'addAwait', data: { call: 'redis.quit()' }, output: `
import { Redis } from 'ioredis';
export async function read(redis: Redis) {
  try {
    return await redis.get('key');
  } finally {
    await redis.quit();
  }
}
` }] },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export async function read(redis: Redis) {
  try {
    return await redis.get('key');
  } finally {
    await redis.quit();
  }
}
`,
  },
  {
    clause: '5.void-teardown',
    invalid: {
      code: `
import type { Consumer } from 'kafkajs';
export class Feed {
  constructor(private readonly consumer: Consumer) {}
  async start() {
    await this.consumer.connect();
  }
  async stop() {
    void this.consumer.disconnect();
  }
}
`,
      errors: [
        { messageId: 'void', data: { call: 'this.consumer.disconnect()', reason: 'the work of this function is releasing', wayOut: 'await it (migrate: await-stop).' }, line: 9, column: 10, endColumn: 36,
          suggestions: [{ messageId: 'addAwait', data: { call: 'this.consumer.disconnect()' }, output: `
import type { Consumer } from 'kafkajs';
export class Feed {
  constructor(private readonly consumer: Consumer) {}
  async start() {
    await this.consumer.connect();
  }
  async stop() {
    await this.consumer.disconnect();
  }
}
` }] },
      ],
    },
    valid: `
import type { Consumer } from 'kafkajs';
export class Feed {
  constructor(private readonly consumer: Consumer) {}
  async start() {
    await this.consumer.connect();
  }
  async stop() {
    await this.consumer.disconnect();
  }
}
`,
  },
  {
    clause: '5.void-teardown',
    invalid: {
      code: `
import type { Consumer } from 'kafkajs';
export function closeConsumers(consumers: Consumer[]) {
  for (const consumer of consumers) void consumer.disconnect();
}
`,
      errors: [
        { messageId: 'void', data: { call: 'consumer.disconnect()', reason: 'the work of this function is releasing', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 4, column: 42, endColumn: 63 },
      ],
    },
    valid: `
import type { Consumer } from 'kafkajs';
export function endpoints(consumers: Consumer[]) {
  for (const consumer of consumers) void consumer.disconnect();
}
`,
  },
  {
    clause: '5.void-teardown',
    invalid: {
      code: `
import type { Consumer } from 'kafkajs';
export const source = (consumer: Consumer) => ({
  cancel: () => {
    void consumer.disconnect();
  },
});
`,
      errors: [
        { messageId: 'void', data: { call: 'consumer.disconnect()', reason: 'the work of this function is releasing', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 5, column: 10, endColumn: 31 },
      ],
    },
    valid: `
import type { Consumer } from 'kafkajs';
export const source = (consumer: Consumer) => new ReadableStream<string>({
  cancel: () => {
    void consumer.disconnect();
  },
});
`,
  },
  {
    clause: '5.void-last-act',
    invalid: {
      code: `
import type { Producer } from 'kafkajs';
export async function connect(producer: Producer) {
  try {
    await producer.connect();
  } catch (error) {
    void producer.disconnect();
    throw error;
  }
}
`,
      errors: [
        { messageId: 'void', data: { call: 'producer.disconnect()', reason: 'a throw follows', wayOut: 'await it (migrate: await-stop).' }, line: 7, column: 10, endColumn: 31,
          suggestions: [{ messageId: 'addAwait', data: { call: 'producer.disconnect()' }, output: `
import type { Producer } from 'kafkajs';
export async function connect(producer: Producer) {
  try {
    await producer.connect();
  } catch (error) {
    await producer.disconnect();
    throw error;
  }
}
` }] },
      ],
    },
    valid: `
import type { Producer } from 'kafkajs';
export async function connect(producer: Producer) {
  try {
    await producer.connect();
  } catch (error) {
    await producer.disconnect();
    throw error;
  }
}
`,
  },
  {
    clause: '5.void-last-act',
    invalid: {
      code: `
import type { Producer } from 'kafkajs';
export async function send(producer: Producer, value: string) {
  if (value === '') {
    void producer.disconnect();
    return;
  }
  await producer.send({ topic: 'orders', messages: [{ value }] });
}
`,
      errors: [
        { messageId: 'void', data: { call: 'producer.disconnect()', reason: 'a return follows', wayOut: 'await it (migrate: await-stop).' }, line: 5, column: 10, endColumn: 31,
          suggestions: [{ messageId: 'addAwait', data: { call: 'producer.disconnect()' }, output: `
import type { Producer } from 'kafkajs';
export async function send(producer: Producer, value: string) {
  if (value === '') {
    await producer.disconnect();
    return;
  }
  await producer.send({ topic: 'orders', messages: [{ value }] });
}
` }] },
      ],
    },
    valid: `
import type { Producer } from 'kafkajs';
export async function send(producer: Producer, value: string) {
  if (value === '') void producer.disconnect();
  await producer.send({ topic: 'orders', messages: [{ value }] });
  return value;
}
`,
  },
  {
    clause: '5.void-replacement',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Cache {
  #redis = new Redis();
  reconnect() {
    void this.#redis.quit();
    this.#redis = new Redis();
  }
}
`,
      errors: [
        { messageId: 'void', data: { call: 'this.#redis.quit()', reason: 'its replacement is acquired next', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 6, column: 10, endColumn: 28 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export class Cache {
  #redis = new Redis();
  #reads = 0;
  reset() {
    void this.#redis.quit();
    this.#reads = 0;
  }
}
`,
  },
  {
    clause: '5.void-replacement',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Cache {
  #redis: Redis | undefined;
  #hosts: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  async update(hosts: string[]) {
    this.#hosts = hosts;
    void this.#redis?.quit();
    this.#redis = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (hosts.length === 0) return;
    const host = this.#hosts[0]!;
    this.#redis = new Redis({ host }).on('error', console.error);
  }
}
`,
      errors: [
        { messageId: 'void', data: { call: 'this.#redis?.quit()', reason: 'its replacement is acquired next', wayOut: 'await it (migrate: await-stop).' }, line: 9, column: 10, endColumn: 29, suggestions: [{ messageId: 'addAwait', data: { call: 'this.#redis?.quit()' }, output: `
import { Redis } from 'ioredis';
export class Cache {
  #redis: Redis | undefined;
  #hosts: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  async update(hosts: string[]) {
    this.#hosts = hosts;
    await this.#redis?.quit();
    this.#redis = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (hosts.length === 0) return;
    const host = this.#hosts[0]!;
    this.#redis = new Redis({ host }).on('error', console.error);
  }
}
` }] },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export class Cache {
  #redis: Redis | undefined;
  #other: Redis | undefined;
  #hosts: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  async update(hosts: string[]) {
    this.#hosts = hosts;
    void this.#redis?.quit();
    this.#redis = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (hosts.length === 0) return;
    const host = this.#hosts[0]!;
    this.#other = new Redis({ host }).on('error', console.error);
  }
  async close() {
    await this.#other?.quit();
  }
}
`,
  },
  {
    clause: '5.void-replacement',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Cache {
  #redis: Redis | undefined;
  reconnect() {
    if (this.#redis) {
      void this.#redis.quit();
      this.#redis = undefined;
    }
    this.#redis = new Redis();
  }
}
`,
      errors: [
        { messageId: 'void', data: { call: 'this.#redis.quit()', reason: 'its replacement is acquired next', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 7, column: 12, endColumn: 30 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export class Cache {
  #redis: Redis | undefined;
  reconnect(keep: boolean) {
    if (this.#redis) {
      if (!keep) void this.#redis.quit();
      this.#redis = undefined;
      return;
    }
    this.#redis = new Redis();
  }
}
`,
  },
  {
    clause: '5.class-teardown',
    invalid: {
      code: `
import { Redis } from 'ioredis';
declare const mutex: { run(task: () => Promise<void>): Promise<void>; forget(task: () => Promise<void>): void };
export class Controller {
  #redis = new Redis();
  #teardown = async (): Promise<void> => {
    await this.#redis.quit();
  };
  async teardown(): Promise<void> {
    return mutex.run(this.#teardown);
  }
  onChange(remote: boolean): void {
    if (remote) {
      void this.teardown();
      return;
    }
    console.log('local');
  }
}
`,
      errors: [
        { messageId: 'void', data: { call: 'this.teardown()', reason: 'a return follows', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 14, column: 12, endColumn: 27 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
declare const mutex: { run(task: () => Promise<void>): Promise<void>; forget(task: () => Promise<void>): void };
export class Controller {
  #redis = new Redis();
  #teardown = async (): Promise<void> => {
    await this.#redis.quit();
  };
  async teardown(): Promise<void> {
    mutex.forget(this.#teardown);
  }
  onChange(remote: boolean): void {
    if (remote) {
      void this.teardown();
      return;
    }
    console.log('local');
  }
}
`,
  },
  {
    clause: '5.says-disposable',
    invalid: {
      code: `
import type { Disposable } from './disposable.js';
interface Connection extends Disposable {
  id: string;
}
class ContainerConnection implements Connection {
  id = '';
  constructor(private readonly container: { stop(): Promise<void> }) {}
  async dispose(): Promise<void> {
    await this.container.stop();
  }
}
export async function connect(container: { stop(): Promise<void> }, setup: (connection: Connection) => Promise<void>) {
  let remote: ContainerConnection | undefined;
  try {
    remote = new ContainerConnection(container);
    await setup(remote);
    return remote.id;
  } catch (error) {
    remote?.dispose();
    throw error;
  }
}
`, files: { 'disposable.d.ts': `
export interface Disposable {
  dispose(): void;
}
` },
      errors: [
        { messageId: 'dropped', data: { call: 'remote?.dispose()', resource: 'remote', wayOut: 'await it (migrate: await-stop).' }, line: 20, column: 5, endColumn: 22, suggestions: [{ messageId: 'addAwait', data: { call: 'remote?.dispose()' }, output: `
import type { Disposable } from './disposable.js';
interface Connection extends Disposable {
  id: string;
}
class ContainerConnection implements Connection {
  id = '';
  constructor(private readonly container: { stop(): Promise<void> }) {}
  async dispose(): Promise<void> {
    await this.container.stop();
  }
}
export async function connect(container: { stop(): Promise<void> }, setup: (connection: Connection) => Promise<void>) {
  let remote: ContainerConnection | undefined;
  try {
    remote = new ContainerConnection(container);
    await setup(remote);
    return remote.id;
  } catch (error) {
    await remote?.dispose();
    throw error;
  }
}
` }] },
      ],
    },
    valid: { code: `
import type { Disposable } from './disposable.js';
interface Connection extends Disposable {
  id: string;
}
class ContainerConnection {
  id = '';
  constructor(private readonly container: { stop(): Promise<void> }) {}
  async dispose(): Promise<void> {
    await this.container.stop();
  }
}
export async function connect(container: { stop(): Promise<void> }, setup: (connection: ContainerConnection) => Promise<void>) {
  let remote: ContainerConnection | undefined;
  try {
    remote = new ContainerConnection(container);
    await setup(remote);
    return remote.id;
  } catch (error) {
    remote?.dispose();
    throw error;
  }
}
`, files: { 'disposable.d.ts': `
export interface Disposable {
  dispose(): void;
}
` } },
  },
  {
    clause: '5.says-disposable',
    invalid: {
      code: `
import type { Disposable } from './disposable.js';
interface Connection extends Disposable {
  id: string;
}
class ContainerConnection implements Connection {
  id = '';
  constructor(private readonly container: { stop(): Promise<void> }) {}
  async dispose(): Promise<void> {
    await this.container.stop();
  }
}
export async function connect(container: { stop(): Promise<void> }, setup: (connection: Connection) => Promise<void>) {
  let remote: ContainerConnection | undefined;
  try {
    remote = new ContainerConnection(container);
    await setup(remote);
    return remote.id;
  } catch (error) {
    remote?.dispose();
    throw error as Error;
  }
}
`, files: { 'disposable.d.ts': `
export interface Disposable {
  dispose(): void;
}
` },
      errors: [
        { messageId: 'dropped', data: { call: 'remote?.dispose()', resource: 'remote', wayOut: 'await it (migrate: await-stop).' }, line: 20, column: 5, endColumn: 22, suggestions: [{ messageId: 'addAwait', data: { call: 'remote?.dispose()' }, output: `
import type { Disposable } from './disposable.js';
interface Connection extends Disposable {
  id: string;
}
class ContainerConnection implements Connection {
  id = '';
  constructor(private readonly container: { stop(): Promise<void> }) {}
  async dispose(): Promise<void> {
    await this.container.stop();
  }
}
export async function connect(container: { stop(): Promise<void> }, setup: (connection: Connection) => Promise<void>) {
  let remote: ContainerConnection | undefined;
  try {
    remote = new ContainerConnection(container);
    await setup(remote);
    return remote.id;
  } catch (error) {
    await remote?.dispose();
    throw error as Error;
  }
}
` }] },
      ],
    },
    valid: { code: `
import type { Disposable } from './disposable.js';
interface Connection extends Disposable {
  id: string;
}
class ContainerConnection implements Connection {
  id = '';
  constructor(private readonly container: { stop(): Promise<void> }) {}
  async dispose(): Promise<void> {
    await this.container.stop();
  }
}
export async function connect(container: { stop(): Promise<void> }, setup: (connection: Connection) => Promise<void>) {
  let remote: Connection | undefined;
  try {
    remote = new ContainerConnection(container);
    await setup(remote);
    return remote.id;
  } catch (error) {
    remote?.dispose();
    throw error;
  }
}
`, files: { 'disposable.d.ts': `
export interface Disposable {
  dispose(): void;
}
` } },
  },
  {
    clause: '5.self-stop',
    invalid: {
      code: `
import { EventEmitter } from 'node:events';
export class Shard extends EventEmitter {
  async start() {
    this.on('zombie', () => {
      this.stop();
    });
  }
  async stop() {}
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'dropped', data: { call: 'this.stop()', resource: 'this', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 6, column: 7, endColumn: 18 },
      ],
    },
    valid: `
import { EventEmitter } from 'node:events';
export class Shard extends EventEmitter {
  async start() {
    this.on('zombie', () => {
      this.stop();
    });
  }
  async stop() {}
}
`,
  },
  {
    clause: '5.self-stop',
    invalid: {
      code: `
import { EventEmitter } from 'node:events';
export class Shard extends EventEmitter {
  async start() {
    process.on('SIGTERM', () => {
      this.stop();
    });
  }
  async stop() {}
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'this.stop()', resource: 'this', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 6, column: 7, endColumn: 18 },
      ],
    },
    valid: `
import { Worker } from 'bullmq';
export function watch(worker: Worker) {
  worker.on('error', () => {
    worker.close();
  });
}
`,
  },
  {
    clause: '5.self-stop',
    invalid: {
      code: `
export class Relay {
  constructor(readonly ask: () => Promise<void>) {}
  async start() {}
  async stop() {}
}
const other = new Relay(async () => {});
export const relay = new Relay(async () => {
  other.stop();
});
`,
      errors: [
        { messageId: 'dropped', data: { call: 'other.stop()', resource: 'other', wayOut: 'await it (migrate: await-stop).' }, line: 9, column: 3, endColumn: 15,
          suggestions: [{ messageId: 'addAwait', data: { call: 'other.stop()' }, output: `
export class Relay {
  constructor(readonly ask: () => Promise<void>) {}
  async start() {}
  async stop() {}
}
const other = new Relay(async () => {});
export const relay = new Relay(async () => {
  await other.stop();
});
` }] },
      ],
    },
    valid: `
export class Relay {
  constructor(readonly ask: () => Promise<void>) {}
  async start() {}
  async stop() {}
}
export const relay = new Relay(async () => {
  relay.stop();
});
`,
  },
  {
    clause: '5.swallowed',
    invalid: {
      code: `
import { Queue } from 'bullmq';
export class Webhooks {
  readonly #queue = new Queue('hooks');
  stop(): void {
    this.#queue.close();
  }
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'this.#queue.close()', resource: 'this.#queue', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 6, column: 5, endColumn: 24 },
      ],
    },
    valid: `
import { Queue } from 'bullmq';
export class Webhooks {
  readonly #queue = new Queue('hooks');
  stop(): Promise<void> {
    return this.#queue.close();
  }
}
`,
  },
  {
    clause: '5.type-gate',
    invalid: {
      code: `
import type { Client } from 'pg';
export async function leave(client: Client) {
  client.end();
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'client.end()', resource: 'client', wayOut: 'await it (migrate: await-stop).' }, line: 4, column: 3, endColumn: 15,
          suggestions: [{ messageId: 'addAwait', data: { call: 'client.end()' }, output: `
import type { Client } from 'pg';
export async function leave(client: Client) {
  await client.end();
}
` }] },
      ],
    },
    valid: [
      `
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { PoolClient } from 'pg';
export async function answer(response: ServerResponse, client: PoolClient, socket: Socket, controller: ReadableStreamDefaultController) {
  response.end();
  client.release();
  socket.destroy();
  controller.close();
}
`,
      `
declare class Spinner {
  start(): this;
  stop(): this;
}
declare class Span {
  end(): void;
}
export async function answer(spinner: Spinner, span: Span) {
  spinner.stop();
  span.end();
}
`,
      `
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
export async function run() {
  const child = spawn('build');
  const watcher = watch('.');
  watcher.close();
  child.kill();
}
`,
    ],
  },
  {
    clause: '5.unnamed-event',
    invalid: {
      code: `
import { createWriteStream } from 'node:fs';
export async function run() {
  const log = createWriteStream('build.log');
  log.end();
}
`,
      errors: [
        { messageId: 'callback', data: { call: 'log.end()', wayOut: "wait for it: await new Promise<void>((resolve, reject) => log.once('error', reject).end(resolve)) (migrate: await-stop)." }, line: 5, column: 3, endColumn: 12,
          suggestions: [{ messageId: 'usePromise', data: { call: 'log.end()' }, output: `
import { createWriteStream } from 'node:fs';
export async function run() {
  const log = createWriteStream('build.log');
  await new Promise<void>((resolve, reject) => log.once('error', reject).end(resolve));
}
` }] },
      ],
    },
    valid: [
      `
import { spawn } from 'node:child_process';
export async function run() {
  const child = spawn('build');
  child.kill();
  process.exit(1);
}
`,
      `
import { WebSocket } from 'ws';
export async function leave(socket: WebSocket) {
  socket.close();
}
`,
    ],
  },
  {
    clause: '5.domain-verb',
    invalid: {
      code: `
declare class Model {
  init(): Promise<void>;
  destroy(): Promise<void>;
}
export function remove(model: Model) {
  model.destroy();
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'model.destroy()', resource: 'model', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 7, column: 3, endColumn: 18 },
      ],
    },
    valid: [
      `
declare class Model {
  save(): Promise<void>;
  destroy(): Promise<void>;
}
export function remove(model: Model) {
  model.destroy();
}
`,
      `
interface Network {
  connect(peer: string): Promise<void>;
  disconnect(peer: string): Promise<void>;
}
export function leave(network: Network, peer: string) {
  network.disconnect(peer);
}
`,
    ],
  },
  {
    clause: '5.any',
    invalid: {
      code: `
import { Queue } from 'bullmq';
export function leave(queue: Queue) {
  queue.close();
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'queue.close()', resource: 'queue', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 4, column: 3, endColumn: 16 },
      ],
    },
    valid: `
export function leave(queue: any) {
  queue.close();
}
`,
  },
  {
    clause: '5.class-teardown',
    invalid: {
      code: `
import { Redis } from 'ioredis';
class Locks {
  readonly #redis = new Redis();
  async close() {
    await this.#redis.quit();
  }
}
export function leave(locks: Locks) {
  locks.close();
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'locks.close()', resource: 'locks', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 10, column: 3, endColumn: 16 },
      ],
    },
    valid: `
class Dialog {
  #open = true;
  async close() {
    this.#open = false;
  }
  get open() {
    return this.#open;
  }
}
export function leave(dialog: Dialog) {
  dialog.close();
}
`,
  },
  {
    clause: '5.host-slot',
    invalid: {
      code: `
import { useEffect } from 'react';
import { Redis } from 'ioredis';
export function useRedis(redis: Redis) {
  useEffect(() => () => {
    redis.quit();
  });
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'dropped', data: { call: 'redis.quit()', resource: 'redis', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 6, column: 5, endColumn: 17 },
      ],
    },
    valid: [
      {
        code: `
import { useEffect } from 'react';
import { Redis } from 'ioredis';
export function useRedis(redis: Redis) {
  useEffect(() => () => {
    void redis.quit();
  });
}
`,
        options: { report: 'likely' },
      },
      {
        code: `
import { useEffect } from 'react';
import { Redis } from 'ioredis';
export function useRedis(redis: Redis) {
  useEffect(() => {
    return () => {
      redis.quit().catch(console.error);
    };
  });
}
`,
        options: { report: 'likely' },
      },
      `
import { useEffect } from 'react';
import { Redis } from 'ioredis';
export function useRedis(redis: Redis) {
  useEffect(() => () => {
    redis.quit();
  });
}
`,
    ],
  },
  {
    clause: '5.host-slot',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Panel {
  readonly #redis = new Redis();
  onModuleDestroy() {
    void this.#redis.quit();
  }
}
`,
      errors: [
        { messageId: 'void', data: { call: 'this.#redis.quit()', reason: 'the work of this function is releasing', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 6, column: 10, endColumn: 28 },
      ],
    },
    valid: [
      {
        code: `
import type { OnDestroy } from '@angular/core';
import { Redis } from 'ioredis';
export class Panel implements OnDestroy {
  readonly #redis = new Redis();
  ngOnDestroy() {
    void this.#redis.quit();
  }
}
`,
        options: { report: 'likely' },
      },
      {
        code: `
import { Redis } from 'ioredis';
export class Panel extends HTMLElement {
  readonly #redis = new Redis();
  disconnectedCallback() {
    void this.#redis.quit();
  }
}
`,
        options: { report: 'likely' },
      },
      {
        code: `
import type { Disposable } from 'vscode';
import { Redis } from 'ioredis';
export class Panel implements Disposable {
  readonly #redis = new Redis();
  dispose() {
    void this.#redis.quit();
  }
}
`,
        options: { report: 'likely' },
      },
      {
        code: `
import { inject, DestroyRef } from '@angular/core';
import { Redis } from 'ioredis';
export function connect(redis: Redis) {
  inject(DestroyRef).onDestroy(() => {
    void redis.quit();
  });
}
`,
        options: { report: 'likely' },
      },
    ],
  },
  {
    clause: '5.suggest-await',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export async function drop(redis: Redis | undefined) {
  if (redis) void redis.quit();
  return;
}
`,
      errors: [
        { messageId: 'void', data: { call: 'redis.quit()', reason: 'a return follows', wayOut: 'await it (migrate: await-stop).' }, line: 4, column: 19, endColumn: 31,
          suggestions: [{ messageId: 'addAwait', data: { call: 'redis.quit()' }, output: `
import { Redis } from 'ioredis';
export async function drop(redis: Redis | undefined) {
  if (redis) await redis.quit();
  return;
}
` }] },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export async function drop(redis: Redis | undefined) {
  if (redis) await redis.quit();
  return;
}
`,
  },
  {
    clause: '5.suggest-await',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export function drop(redis: Redis): Promise<void> {
  redis.quit();
  return Promise.resolve();
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'redis.quit()', resource: 'redis', wayOut: 'return a promise that waits for it (migrate: await-stop).' }, line: 4, column: 3, endColumn: 15 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export function drop(redis: Redis): Promise<'OK'> {
  return redis.quit();
}
`,
  },
  {
    clause: '5.suggest-promise-form',
    invalid: {
      code: `
import type { Server } from 'node:http';
export async function stop(server: Server | undefined) {
  server?.close();
}
`,
      errors: [
        { messageId: 'callback', data: { call: 'server?.close()', wayOut: 'wait for it: await new Promise((resolve) => server.close(resolve)) (migrate: await-stop).' }, line: 4, column: 3, endColumn: 18 },
      ],
    },
    valid: `
import type { Server } from 'node:http';
export async function stop(server: Server | undefined) {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
}
`,
  },
  {
    clause: '5.suggest-promise-form',
    invalid: {
      code: `
import { createWriteStream } from 'node:fs';
export async function write(text: string) {
  const out = createWriteStream('out.txt');
  out.write(text);
  out.end();
  return 'out.txt';
}
`,
      errors: [
        { messageId: 'callback', data: { call: 'out.end()', wayOut: "wait for it: await new Promise<void>((resolve, reject) => out.once('error', reject).end(resolve)) (migrate: await-stop)." }, line: 6, column: 3, endColumn: 12,
          suggestions: [{ messageId: 'usePromise', data: { call: 'out.end()' }, output: `
import { createWriteStream } from 'node:fs';
export async function write(text: string) {
  const out = createWriteStream('out.txt');
  out.write(text);
  await new Promise<void>((resolve, reject) => out.once('error', reject).end(resolve));
  return 'out.txt';
}
` }] },
      ],
    },
    valid: `
import { createWriteStream } from 'node:fs';
export async function write(text: string) {
  const out = createWriteStream('out.txt');
  out.write(text);
  await new Promise<void>((resolve, reject) => out.once('error', reject).end(resolve));
  return 'out.txt';
}
`,
  },
  {
    clause: '5.dropped',
    invalid: {
      code: `
import { Pool } from 'pg';
const pool = new Pool();
async function closePool() {
  await pool.end();
}
export function onIdle() {
  closePool();
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'closePool()', resource: 'pool', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 8, column: 3, endColumn: 14 },
      ],
    },
    valid: [
      `
import { Pool } from 'pg';
const pool = new Pool();
async function closePool() {
  await pool.end();
}
export async function onIdle() {
  await closePool();
}
`,
      `
import { Pool } from 'pg';
const pool = new Pool();
async function shutdown() {
  await pool.end();
  process.exit(0);
}
process.once('SIGTERM', () => {
  shutdown();
});
`,
    ],
  },
  {
    clause: '5.swallowed',
    invalid: {
      code: `
import { Queue } from 'bullmq';
export class Webhooks {
  readonly #queue = new Queue('hooks');
  stop(): void {
    this.#closeQueue();
  }
  async #closeQueue() {
    await this.#queue.close();
  }
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'this.#closeQueue()', resource: 'this.#queue', wayOut: 'make the function async and await it (migrate: await-stop).' }, line: 6, column: 5, endColumn: 23 },
      ],
    },
    valid: `
import { Queue } from 'bullmq';
export class Webhooks {
  readonly #queue = new Queue('hooks');
  stop(): Promise<void> {
    return this.#closeQueue();
  }
  async #closeQueue() {
    await this.#queue.close();
  }
}
`,
  },
  {
    clause: '5.suggest-await',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export async function closeRedis(redis: Redis, owned: boolean) {
  void (owned && redis.quit());
  return 1;
}
`,
      errors: [
        { messageId: 'void', data: { call: 'redis.quit()', reason: 'the work of this function is releasing', wayOut: 'await it (migrate: await-stop).' }, line: 4, column: 18, endColumn: 30,
          suggestions: [{ messageId: 'addAwait', data: { call: 'redis.quit()' }, output: `
import { Redis } from 'ioredis';
export async function closeRedis(redis: Redis, owned: boolean) {
  await (owned && redis.quit());
  return 1;
}
` }] },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export async function closeRedis(redis: Redis, owned: boolean) {
  await (owned && redis.quit());
  return 1;
}
`,
  },
  {
    clause: '5.self-stop',
    invalid: {
      code: `
import { Worker } from 'bullmq';
export function watch(worker: Worker) {
  worker.on('error', async () => {
    void worker.close();
  });
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'void', data: { call: 'worker.close()', reason: 'what follows may rely on its end', wayOut: 'await it (migrate: await-stop).' }, line: 5, column: 10, endColumn: 24 },
      ],
    },
    valid: `
import { Worker } from 'bullmq';
export function watch(worker: Worker) {
  worker.on('error', async () => {
    void worker.close();
  });
}
`,
  },
  {
    clause: '5.foreach',
    invalid: {
      code: `
import type { Producer } from 'kafkajs';
export function closeAll(producers: Map<string, Producer>) {
  producers.forEach(async (producer, name) => {
    console.log(name);
    await producer.disconnect();
  });
}
`,
      errors: [
        { messageId: 'forEach', data: { call: 'producer.disconnect()' }, line: 6, column: 11, endColumn: 32 },
      ],
    },
    valid: [
      `
import type { Producer } from 'kafkajs';
export async function closeAll(producers: Map<string, Producer>) {
  await Promise.all([...producers.values()].map((producer) => producer.disconnect()));
}
`,
      `
import type { Producer } from 'kafkajs';
export async function closeAll(producers: AsyncIterable<Producer>) {
  for await (const producer of producers) await producer.disconnect();
}
`,
      `
import type { Producer } from 'kafkajs';
export function* closing(producers: Producer[]) {
  for (const producer of producers) yield producer.disconnect();
}
`,
      `
import type { Producer } from 'kafkajs';
declare function onShutdown(hook: () => Promise<void>): void;
export function register(producer: Producer) {
  onShutdown(producer.disconnect);
}
`,
    ],
  },
  {
    clause: '5.dropped',
    invalid: {
      code: `
import { Worker } from 'node:worker_threads';
export async function kill(worker: Worker) {
  const ended = new Promise((resolve) => worker.once('online', resolve));
  worker.terminate();
  await ended;
}
`,
      errors: [
        { messageId: 'dropped', data: { call: 'worker.terminate()', resource: 'worker', wayOut: 'await it (migrate: await-stop).' }, line: 5, column: 3, endColumn: 21,
          suggestions: [{ messageId: 'addAwait', data: { call: 'worker.terminate()' }, output: `
import { Worker } from 'node:worker_threads';
export async function kill(worker: Worker) {
  const ended = new Promise((resolve) => worker.once('online', resolve));
  await worker.terminate();
  await ended;
}
` }] },
      ],
    },
    valid: `
import { Worker } from 'node:worker_threads';
export async function kill(worker: Worker) {
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  worker.terminate();
  await ended;
}
`,
  },
  {
    clause: '5.self-stop',
    invalid: [
      {
        code: `
interface Connection {
  subscribe(handlers: { onError(error: Error): void }): void;
}
declare const connection: Connection;
export class Service {
  private timer: NodeJS.Timeout | undefined;
  start(): void {
    this.timer = setInterval(() => console.log('tick'), 1000);
  }
  async stop(): Promise<void> {
    clearInterval(this.timer);
  }
  tick(): void {
    this.stop();
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { call: 'this.stop()', resource: 'this', wayOut: 'make the function async and await it (migrate: await-stop).', reason: 'what follows may rely on its end', by: '' }, line: 15, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `
interface Connection {
  subscribe(handlers: { onError(error: Error): void }): void;
}
declare const connection: Connection;
export class Service {
  private timer: NodeJS.Timeout | undefined;
  start(): void {
    this.timer = setInterval(() => console.log('tick'), 1000);
  }
  async stop(): Promise<void> {
    clearInterval(this.timer);
  }
  listen(): void {
    process.on('SIGTERM', () => {
      this.stop();
    });
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { call: 'this.stop()', resource: 'this', wayOut: 'make the function async and await it (migrate: await-stop).', reason: 'what follows may rely on its end', by: '' }, line: 16, column: 7, endColumn: 18 },
        ],
      },
      {
        code: `
interface Connection {
  subscribe(handlers: { onError(error: Error): void }): void;
}
declare const connection: Connection;
export class Service {
  private timer: NodeJS.Timeout | undefined;
  start(): void {
    this.timer = setInterval(() => console.log('tick'), 1000);
  }
  async stop(): Promise<void> {
    clearInterval(this.timer);
  }
  listen(): void {
    const restart = () => {
      this.stop();
      this.start();
    };
    restart();
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { call: 'this.stop()', resource: 'this', wayOut: 'make the function async and await it (migrate: await-stop).', reason: 'what follows may rely on its end', by: '' }, line: 16, column: 7, endColumn: 18 },
        ],
      },
    ],
    valid: [
      `
interface Connection {
  subscribe(handlers: { onError(error: Error): void }): void;
}
declare const connection: Connection;
export class Service {
  private timer: NodeJS.Timeout | undefined;
  start(): void {
    this.timer = setInterval(() => console.log('tick'), 1000);
  }
  async stop(): Promise<void> {
    clearInterval(this.timer);
  }
  listen(): void {
    connection.subscribe({
      onError: () => {
        this.stop();
      },
    });
  }
}
`,
      `
interface Connection {
  subscribe(handlers: { onError(error: Error): void }): void;
}
declare const connection: Connection;
export class Service {
  private timer: NodeJS.Timeout | undefined;
  start(): void {
    this.timer = setInterval(() => console.log('tick'), 1000);
  }
  async stop(): Promise<void> {
    clearInterval(this.timer);
  }
  follow(done: Promise<void>): void {
    done.then(() => {
      this.stop();
    });
  }
}
`,
      `
interface Connection {
  subscribe(handlers: { onError(error: Error): void }): void;
}
declare const connection: Connection;
export class Service {
  private timer: NodeJS.Timeout | undefined;
  start(): void {
    this.timer = setInterval(() => console.log('tick'), 1000);
  }
  async stop(): Promise<void> {
    clearInterval(this.timer);
  }
  listen(): void {
    const onError = () => {
      this.stop();
    };
    connection.subscribe({ onError });
  }
}
`,
    ],
  },
  {
    clause: '5.exit',
    invalid: {
      code: `import { exit } from 'node:process';
import { Pool } from 'pg';
const pool = new Pool();
export function leave() {
  void pool.end();
  exit(0);
}
`,
      errors: [
        {
          messageId: 'exit',
          data: { call: 'pool.end()', resource: 'pool', wayOut: 'make the function async and await it (migrate: await-stop).', reason: 'a process exit follows', by: '' },
          line: 5,
          column: 8,
          endColumn: 18,
        },
      ],
    },
    valid: {
      code: `import { exit } from './rooms.ts';
import { Pool } from 'pg';
const pool = new Pool();
export function leave() {
  void pool.end();
  exit(0);
}
`,
      files: { 'rooms.ts': 'export declare function exit(room: number): void;\n' },
    },
  },
  {
    clause: '5.ignored-return',
    invalid: {
      code: `
declare class Bridge {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare const bridge: Bridge;
process.once('SIGTERM', bridge.stop.bind(bridge));
`,
      options: { report: 'likely' },
      errors: [
        {
          messageId: 'ignored',
          data: { by: 'process.once', call: 'bridge.stop.bind(bridge)', wayOut: 'await it (migrate: await-stop).' },
          line: 7,
          column: 25,
          endColumn: 49,
        },
      ],
    },
    valid: {
      code: `
declare class Bridge {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare const bridge: Bridge;
declare function atExit(stop: () => Promise<void>): void;
atExit(bridge.stop.bind(bridge));
`,
      options: { report: 'likely' },
    },
  },
  {
    clause: '5.variable',
    invalid: [
      {
        code: `
declare class Poller {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare const other: Promise<void>;
export async function end(poller: Poller, late: boolean): Promise<void> {
  let ended = poller.stop();
  ended = late ? other : ended;
  console.log('ended');
}
`,
        errors: [
          { messageId: 'variable', data: { call: 'poller.stop()', resource: 'poller', wayOut: 'await it (migrate: await-stop).', reason: 'the work of this function is releasing', by: '' }, line: 8, column: 15, endColumn: 28 },
        ],
      },
    ],
    valid: [
      `
declare class Poller {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare const other: Promise<void>;
export async function end(poller: Poller, late: boolean): Promise<void> {
  let ended = poller.stop();
  ended = late ? other : ended;
  await ended;
}
`,
    ],
  },
  {
    clause: '5.variable',
    invalid: [
      {
        code: `
declare class Poller {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export async function end(pollers: Poller[]): Promise<void> {
  let ends: Promise<void>[] = [];
  for (const poller of pollers) {
    const end = poller.stop();
    ends = [...ends, end];
  }
  console.log('ended');
}
`,
        errors: [
          { messageId: 'variable', data: { call: 'poller.stop()', resource: 'poller', wayOut: 'await it (migrate: await-stop).', reason: 'the work of this function is releasing', by: '' }, line: 9, column: 17, endColumn: 30 },
        ],
      },
    ],
    valid: [
      `
declare class Poller {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export async function end(pollers: Poller[]): Promise<void> {
  let ends: Promise<void>[] = [];
  for (const poller of pollers) {
    const end = poller.stop();
    ends = [...ends, end];
  }
  await Promise.all(ends);
}
`,
    ],
  },
  {
    clause: '5.void-last-act',
    invalid: [
      {
        code: `
declare const socket: { close(): Promise<void>; open(): Promise<void>; };
export class Shard {
  async connect(): Promise<void> { await socket.open(); }
  async destroy(options: { recover: boolean }): Promise<void> {
    await socket.close();
    console.log(options.recover);
  }
  async wait(event: Promise<void>): Promise<{ ok: boolean }> {
    try {
      await event;
      return { ok: true };
    } catch {
      void this.destroy({ recover: true });
      return { ok: false };
    }
  }
}
`,
        errors: [
          { messageId: 'void', data: { call: 'this.destroy({ recover: true })', resource: 'this', wayOut: 'await it (migrate: await-stop).', reason: 'a return follows', by: '' }, line: 14, column: 12, endColumn: 43, suggestions: [{ messageId: 'addAwait', data: { call: 'this.destroy({ recover: true })' }, output: `
declare const socket: { close(): Promise<void>; open(): Promise<void>; };
export class Shard {
  async connect(): Promise<void> { await socket.open(); }
  async destroy(options: { recover: boolean }): Promise<void> {
    await socket.close();
    console.log(options.recover);
  }
  async wait(event: Promise<void>): Promise<{ ok: boolean }> {
    try {
      await event;
      return { ok: true };
    } catch {
      await this.destroy({ recover: true });
      return { ok: false };
    }
  }
}
` }] },
        ],
      },
    ],
    valid: [
      `
declare const socket: { close(): Promise<void>; open(): Promise<void>; };
export class Shard {
  async connect(): Promise<void> { await socket.open(); }
  async destroy(options: { recover: boolean }): Promise<void> {
    await socket.close();
    if (options.recover) return this.connect();
  }
  async wait(event: Promise<void>): Promise<{ ok: boolean }> {
    try {
      await event;
      return { ok: true };
    } catch {
      void this.destroy({ recover: true });
      return { ok: false };
    }
  }
}
`,
    ],
  },
  {
    clause: '5.dropped',
    invalid: [
      {
        code: `
import { execSync } from 'node:child_process';
class Platform {
  async start(): Promise<void> { process.exitCode = 1; }
  async stop(): Promise<void> { process.exitCode = 1; }
}
export class Linux extends Platform {
  override async start(): Promise<void> { execSync('systemctl start service'); }
  override async stop(): Promise<void> { execSync('systemctl stop service'); await this.start(); }
}
export function act(installer: Platform): void {
  installer.stop();
  console.log('stopped');
}
`,
        errors: [
          { messageId: 'dropped', data: { call: 'installer.stop()', resource: 'installer', wayOut: 'make the function async and await it (migrate: await-stop).', reason: 'what follows may rely on its end', by: '' }, line: 12, column: 3, endColumn: 19 },
        ],
      },
    ],
    valid: [
      `
import { execSync } from 'node:child_process';
class Platform {
  async start(): Promise<void> { process.exitCode = 1; }
  async stop(): Promise<void> { process.exitCode = 1; }
}
export class Linux extends Platform {
  override async start(): Promise<void> { execSync('systemctl start service'); }
  override async stop(): Promise<void> { execSync('systemctl stop service'); }
}
export function act(installer: Platform): void {
  installer.stop();
  console.log('stopped');
}
`,
    ],
  },
  {
    clause: '5.dropped',
    invalid: [
      {
        code: `
declare class Stopwatch {
  start(name: string): Promise<void>;
  stop(): Promise<void>;
}
export async function measure(stopwatch: Stopwatch): Promise<void> {
  stopwatch.stop();
}
`,
        errors: [
          { messageId: 'dropped', data: { call: 'stopwatch.stop()', resource: 'stopwatch', wayOut: 'await it (migrate: await-stop).', reason: 'what follows may rely on its end', by: '' }, line: 7, column: 3, endColumn: 19, suggestions: [{ messageId: 'addAwait', data: { call: 'stopwatch.stop()' }, output: `
declare class Stopwatch {
  start(name: string): Promise<void>;
  stop(): Promise<void>;
}
export async function measure(stopwatch: Stopwatch): Promise<void> {
  await stopwatch.stop();
}
` }] },
        ],
      },
    ],
    valid: [
      `
declare class Stopwatch {
  start(name: string): Promise<number>;
  stop(measurement: number): Promise<void>;
}
export async function measure(stopwatch: Stopwatch): Promise<void> {
  stopwatch.stop(await stopwatch.start('layout'));
}
`,
    ],
  },
  {
    clause: '5.callback-style',
    invalid: [
      {
        code: `
import type { Server } from 'node:net';
declare function open(): Promise<Server>;
export async function setUp(): Promise<Server> {
  let server: Server | undefined;
  try {
    server = await open();
    await fetch('/opened');
  } catch (error) {
    server?.close();
    throw error;
  }
  return server;
}
`,
        errors: [
          { messageId: 'callback', data: { call: 'server?.close()', resource: 'server', wayOut: 'wait for it: await new Promise((resolve) => server.close(resolve)) (migrate: await-stop).', reason: 'a throw follows', by: '' }, line: 10, column: 5, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `
import type { Server } from 'node:net';
declare function open(): Promise<Server>;
export async function setUp(): Promise<Server> {
  let server: Server | undefined;
  try {
    console.log('opening');
    server = await open();
  } catch (error) {
    server?.close();
    throw error;
  }
  return server;
}
`,
    ],
  },
  {
    clause: '5.dropped',
    invalid: [
      {
        code: `
export async function write(stream: WritableStream<string>): Promise<string> {
  const writer = stream.getWriter();
  await writer.write('first');
  writer.close();
  return 'written';
}
`,
        errors: [
          { messageId: 'dropped', data: { call: 'writer.close()', resource: 'writer', wayOut: 'await it (migrate: await-stop).', reason: 'a return follows', by: '' }, line: 5, column: 3, endColumn: 17, suggestions: [{ messageId: 'addAwait', data: { call: 'writer.close()' }, output: `
export async function write(stream: WritableStream<string>): Promise<string> {
  const writer = stream.getWriter();
  await writer.write('first');
  await writer.close();
  return 'written';
}
` }] },
        ],
      },
      {
        code: `
export async function first(stream: ReadableStream<string>): Promise<string | undefined> {
  const reader = stream.getReader();
  const { value } = await reader.read();
  reader.cancel();
  return value;
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'dropped', data: { call: 'reader.cancel()', resource: 'reader', wayOut: 'await it (migrate: await-stop).', reason: 'a return follows', by: '' }, line: 5, column: 3, endColumn: 18, suggestions: [{ messageId: 'addAwait', data: { call: 'reader.cancel()' }, output: `
export async function first(stream: ReadableStream<string>): Promise<string | undefined> {
  const reader = stream.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return value;
}
` }] },
        ],
      },
    ],
    valid: [
      `
export async function first(stream: ReadableStream<string>): Promise<string | undefined> {
  const reader = stream.getReader();
  const { value } = await reader.read();
  reader.cancel();
  return value;
}
`,
    ],
  },
  {
    clause: '5.exit',
    invalid: [
      {
        code: `
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
export async function download(path: string): Promise<void> {
  const file = createWriteStream(path);
  try {
    await fetch('/file');
  } catch {
    file.close();
    await rm('/tmp/lock');
    process.exit(0);
  }
}
`,
        errors: [
          { messageId: 'exit', data: { call: 'file.close()', resource: 'file', wayOut: "wait for it: await new Promise<void>((resolve, reject) => file.once('error', reject).end(resolve)) (migrate: await-stop).", reason: 'a process exit follows', by: '' }, line: 9, column: 5, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
export async function download(path: string): Promise<void> {
  const file = createWriteStream(path);
  try {
    await fetch('/file');
  } catch {
    file.close();
    await rm(path);
    process.exit(0);
  }
}
`,
    ],
  },
  {
    clause: '5.domain-verb',
    invalid: [
      {
        code: `
interface Watch {
  start(name: string): Promise<number>;
  stop(): Promise<void>;
}
export function measure(watch: Watch, run: () => void): void {
  const started = watch.start('run');
  run();
  started.then(() => {
    watch.stop();
  }, console.error);
}
`,
        errors: [
          { messageId: 'dropped', data: { call: 'watch.stop()', resource: 'watch', wayOut: 'make the function async and await it (migrate: await-stop).', reason: 'what follows may rely on its end', by: '' }, line: 10, column: 5, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `
interface Watch {
  start(name: string): Promise<number>;
  stop(token: number, message: string): Promise<void>;
}
export class IdleWatch implements Watch {
  async start(): Promise<number> {
    return -1;
  }
  async stop(): Promise<void> {
    await Promise.resolve();
  }
}
export function measure(watch: Watch, run: () => void): void {
  const started = watch.start('run');
  run();
  started.then((token) => {
    watch.stop(token, 'done');
  }, console.error);
}
`,
    ],
  },
  {
    clause: '5.dropped',
    invalid: [
      {
        code: `
interface Storage {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}
declare const storage: Storage;
async function main(): Promise<void> {
  await storage.connect();
}
main()
  .catch(console.error)
  .finally(() => {
    storage.disconnect();
    console.log('done');
  });
`, filename: 'main.ts',
        errors: [
          { messageId: 'dropped', data: { call: 'storage.disconnect()', resource: 'storage', wayOut: 'make the function async and await it (migrate: await-stop).', reason: 'what follows may rely on its end', by: '' }, line: 13, column: 5, endColumn: 25 },
        ],
      },
    ],
    valid: [
      { code: `
interface Storage {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}
declare const storage: Storage;
async function main(): Promise<void> {
  await storage.connect();
}
main()
  .catch(console.error)
  .finally(() => {
    storage.disconnect();
  });
`, filename: 'main.ts' },
    ],
  },
  {
    clause: '5.callback-style',
    invalid: [
      {
        code: `
import type { Server } from 'node:http';
declare function pEvent(emitter: object, event: string): Promise<unknown>;
export async function stop(server: Server): Promise<void> {
  server.close();
  await pEvent(server, 'request');
}
`,
        errors: [
          { messageId: 'callback', data: { call: 'server.close()', resource: 'server', wayOut: 'wait for it: await new Promise((resolve) => server.close(resolve)) (migrate: await-stop).', reason: 'the work of this function is releasing', by: '' }, line: 5, column: 3, endColumn: 17, suggestions: [{ messageId: 'usePromise', data: { call: 'server.close()' }, output: `
import type { Server } from 'node:http';
declare function pEvent(emitter: object, event: string): Promise<unknown>;
export async function stop(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
  await pEvent(server, 'request');
}
` }] },
        ],
      },
    ],
    valid: [
      `
import type { Server } from 'node:http';
declare function pEvent(emitter: object, event: string): Promise<unknown>;
export class Host {
  constructor(private readonly http: Server | undefined) {}
  async stop(): Promise<void> {
    this.http?.close();
    const events = [pEvent(this, 'idle')];
    if (this.http) events.push(pEvent(this.http, 'close'));
    await Promise.all(events);
  }
}
`,
    ],
  },
  {
    clause: '5.dropped',
    invalid: [
      {
        code: `
interface Runner {
  start(): Promise<void>;
  close(): Promise<void>;
  join(): Promise<void>;
}
export async function stop(runner: Runner, other: Runner): Promise<void> {
  runner.close();
  await other.join();
}
`,
        errors: [
          { messageId: 'dropped', data: { call: 'runner.close()', resource: 'runner', wayOut: 'await it (migrate: await-stop).', reason: 'the work of this function is releasing', by: '' }, line: 8, column: 3, endColumn: 17, suggestions: [{ messageId: 'addAwait', data: { call: 'runner.close()' }, output: `
interface Runner {
  start(): Promise<void>;
  close(): Promise<void>;
  join(): Promise<void>;
}
export async function stop(runner: Runner, other: Runner): Promise<void> {
  await runner.close();
  await other.join();
}
` }] },
        ],
      },
    ],
    valid: [
      `
interface Runner {
  start(): Promise<void>;
  close(): Promise<void>;
  join(): Promise<void>;
}
export async function stop(runner: Runner, isIdle: boolean): Promise<void> {
  if (isIdle) {
    runner.close();
  }
  return runner.join();
}
`,
    ],
  },
  {
    clause: '5.class-teardown',
    invalid: [
      {
        code: `
import { createServer } from 'node:http';
export class Stream {
  #server = createServer();
  #aborter = new AbortController();
  start(): void {
    this.#server.listen(0);
  }
  stop = async (): Promise<void> => {
    this.#aborter.abort();
    this.#server.close();
  };
  restart(): void {
    this.stop();
    this.start();
  }
}
`,
        errors: [
          { messageId: 'callback', data: { call: 'this.#server.close()', resource: 'this.#server', wayOut: 'wait for it: await new Promise((resolve) => this.#server.close(resolve)) (migrate: await-stop).', reason: 'the work of this function is releasing', by: '' }, line: 11, column: 5, endColumn: 25, suggestions: [{ messageId: 'usePromise', data: { call: 'this.#server.close()' }, output: `
import { createServer } from 'node:http';
export class Stream {
  #server = createServer();
  #aborter = new AbortController();
  start(): void {
    this.#server.listen(0);
  }
  stop = async (): Promise<void> => {
    this.#aborter.abort();
    await new Promise((resolve) => this.#server.close(resolve));
  };
  restart(): void {
    this.stop();
    this.start();
  }
}
` }] },
          { messageId: 'dropped', data: { call: 'this.stop()', resource: 'this', wayOut: 'make the function async and await it (migrate: await-stop).', reason: 'what follows may rely on its end', by: '' }, line: 14, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `
export class Stream {
  #aborter = new AbortController();
  start(): void {
    void fetch('/events', { signal: this.#aborter.signal }).catch(console.error);
  }
  stop = async (told?: () => void): Promise<void> => {
    this.#aborter.abort();
    this.#aborter = new AbortController();
    told?.();
  };
  restart(): void {
    this.stop();
    this.start();
  }
}
`,
    ],
  },
  {
    clause: '5.host-slot',
    invalid: [
      {
        code: `
import { Redis } from 'ioredis';
declare function exitHook(callback: () => void): void;
const redis = new Redis();
export function guard(): void {
  exitHook(() => {
    redis.quit();
  });
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'dropped', data: { call: 'redis.quit()', resource: 'redis', wayOut: 'make the function async and await it (migrate: await-stop).', reason: 'what follows may rely on its end', by: '' }, line: 7, column: 5, endColumn: 17 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
declare function onceReady(callback: () => void): void;
const redis = new Redis();
export function guard(): void {
  onceReady(() => {
    redis.quit();
  });
}
`,
        errors: [
          { messageId: 'dropped', data: { call: 'redis.quit()', resource: 'redis', wayOut: 'make the function async and await it (migrate: await-stop).', reason: 'what follows may rely on its end', by: '' }, line: 7, column: 5, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `
import { Redis } from 'ioredis';
declare function exitHook(callback: () => void): void;
const redis = new Redis();
export function guard(): void {
  exitHook(() => {
    redis.quit();
  });
}
`,
      `
import { Redis } from 'ioredis';
declare function onExit(callback: () => void): void;
const redis = new Redis();
export function guard(): void {
  onExit(() => {
    redis.quit();
  });
}
`,
    ],
  },
  {
    clause: '5.dropped',
    invalid: [
      {
        code: `
export async function read(source: ReadableStream<string>, signal: AbortSignal): Promise<void> {
  const reader = source.getReader();
  while (true) {
    const { done, value } = await reader.read();
    if (done) return;
    if (signal.aborted) {
      reader.cancel();
      return;
    }
    console.log(value);
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { call: 'reader.cancel()', resource: 'reader', wayOut: 'await it (migrate: await-stop).', reason: 'a return follows', by: '' }, line: 8, column: 7, endColumn: 22, suggestions: [{ messageId: 'addAwait', data: { call: 'reader.cancel()' }, output: `
export async function read(source: ReadableStream<string>, signal: AbortSignal): Promise<void> {
  const reader = source.getReader();
  while (true) {
    const { done, value } = await reader.read();
    if (done) return;
    if (signal.aborted) {
      await reader.cancel();
      return;
    }
    console.log(value);
  }
}
` }] },
        ],
      },
      {
        code: `
export function stopWith(reader: ReadableStreamDefaultReader<string>, signal: AbortSignal): void {
  signal.addEventListener('abort', () => {
    queueMicrotask(() => {
      reader.cancel();
    });
  });
}
`,
        errors: [
          { messageId: 'dropped', data: { call: 'reader.cancel()', resource: 'reader', wayOut: 'make the function async and await it (migrate: await-stop).', reason: 'what follows may rely on its end', by: '' }, line: 5, column: 7, endColumn: 22 },
        ],
      },
      {
        code: `
export async function read(source: ReadableStream<string>, signal: AbortSignal): Promise<void> {
  const reader = source.getReader();
  while (true) {
    const { done, value } = await reader.read();
    if (done) return;
    if (value === 'end') {
      reader.cancel();
      return;
    }
    console.log(value);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'dropped', data: { call: 'reader.cancel()', resource: 'reader', wayOut: 'await it (migrate: await-stop).', reason: 'a return follows', by: '' }, line: 8, column: 7, endColumn: 22, suggestions: [{ messageId: 'addAwait', data: { call: 'reader.cancel()' }, output: `
export async function read(source: ReadableStream<string>, signal: AbortSignal): Promise<void> {
  const reader = source.getReader();
  while (true) {
    const { done, value } = await reader.read();
    if (done) return;
    if (value === 'end') {
      await reader.cancel();
      return;
    }
    console.log(value);
  }
}
` }] },
        ],
      },
    ],
    valid: [
      `
export async function read(source: ReadableStream<string>, signal: AbortSignal): Promise<void> {
  const reader = source.getReader();
  while (true) {
    const { done, value } = await reader.read();
    if (done) return;
    if (value === 'end') {
      reader.cancel();
      return;
    }
    console.log(value);
  }
}
`,
      `
export async function read(source: ReadableStream<string>, signal: AbortSignal): Promise<void> {
  const reader = source.getReader();
  while (true) {
    const { done, value } = await reader.read();
    if (done) return;
    if (!signal.aborted) {
      reader.cancel();
      return;
    }
    console.log(value);
  }
}
`,
      `
export async function read(source: ReadableStream<string>, signal: AbortSignal): Promise<void> {
  const reader = source.getReader();
  while (true) {
    const { done, value } = await reader.read();
    if (done) return;
    if (signal.aborted) {
      reader.cancel().catch(console.error);
      return;
    }
    console.log(value);
  }
}
`,
      `
export function stopWith(reader: ReadableStreamDefaultReader<string>, signal: AbortSignal): void {
  document.addEventListener('click', () => {
    queueMicrotask(() => {
      reader.cancel();
    });
  });
}
`,
    ],
  },
  {
    clause: '5.void-teardown',
    invalid: [
      {
        code: `
interface Thread {
  start(): Promise<void>;
  close(): Promise<void>;
}
export class Run {
  readonly #thread: Thread;
  constructor(thread: Thread) {
    this.#thread = thread;
  }
  start(): Promise<void> {
    return this.#thread.start();
  }
  abort(): void {
    void this.close();
  }
  async close(): Promise<void> {
    await this.#thread.close();
  }
}
`,
        errors: [
          { messageId: 'void', data: { call: 'this.close()', resource: 'this', wayOut: 'make the function async and await it (migrate: await-stop).', reason: 'the work of this function is releasing', by: '' }, line: 15, column: 10, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `
interface Thread {
  start(): Promise<void>;
  close(): Promise<void>;
}
export class Run {
  readonly #thread: Thread;
  constructor(thread: Thread) {
    this.#thread = thread;
  }
  start(): Promise<void> {
    return this.#thread.start();
  }
  abort(): void {
    void this.close();
  }
  async close(): Promise<void> {
    try {
      await this.#thread.close();
    } catch (error) {
      console.error(error);
    }
  }
}
`,
    ],
  },
];
