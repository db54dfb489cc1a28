import type { ClauseCase } from './clause-case.ts';
import type { requireDisposal } from '../../tools/clauses/require-disposal.ts';

export const cases: readonly ClauseCase<keyof typeof requireDisposal.clauses>[] = [
  {
    clause: '8.never',
    invalid: {
      code: `
import { createServer } from 'node:net';
export function listen() {
  const server = createServer();
  server.listen(4000);
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'server', born: 'started', path: "'server' is created at 4 → 'server' is started at 5 → leaves with 'server' live at 6", release: 'await new Promise((resolve) => server.close(resolve))', migration: 'trailing-stop-to-using' }, line: 5, column: 3, endColumn: 22 },
      ],
    },
    valid: `
import { createServer } from 'node:net';
export function listen() {
  const server = createServer();
  server.listen(4000);
  server.close();
}
`,
  },
  {
    clause: '8.never',
    invalid: {
      code: `
declare class Mailer {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export async function run() {
  const mailer = new Mailer();
  await mailer.start();
  console.log('ready');
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'mailer', born: 'started', path: "'mailer' is created at 7 → 'mailer' is started at 8 → leaves with 'mailer' live at 10", release: 'await mailer.stop()', migration: 'trailing-stop-to-using' }, line: 8, column: 9, endColumn: 23 },
      ],
    },
    valid: `
declare class Mailer {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export async function run() {
  const mailer = new Mailer();
  await mailer.start();
  console.log('ready');
  await mailer.stop();
}
`,
  },
  {
    clause: '8.never',
    invalid: {
      code: `
import { Pool } from 'pg';
function open() {
  return new Pool();
}
export async function count() {
  const pool = open();
  const { rows } = await pool.query('SELECT 1');
  return rows.length;
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'pool', born: 'acquired', path: "'pool' is acquired at 7 → returns with 'pool' live at 9", release: 'await pool.end()', migration: 'trailing-stop-to-using' }, line: 7, column: 16, endColumn: 22 },
      ],
    },
    valid: `
import { Pool } from 'pg';
const shared = new Pool();
function open() {
  return shared;
}
export async function count() {
  const pool = open();
  const { rows } = await pool.query('SELECT 1');
  return rows.length;
}
`,
  },
  {
    clause: '8.never',
    invalid: {
      code: `
import { Pool } from 'pg';
export function* rows() {
  const pool = new Pool();
  yield 1;
  yield pool.totalCount;
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'pool', born: 'acquired', path: "'pool' is acquired at 4 → leaves with 'pool' live at 7", release: 'await pool.end()', migration: 'trailing-stop-to-using' }, line: 4, column: 16, endColumn: 26 },
      ],
    },
    valid: `
import { Pool } from 'pg';
export function* pools() {
  const pool = new Pool();
  yield pool;
}
`,
  },
  {
    clause: '8.return-path',
    invalid: {
      code: `
declare class Scheduler {
  start(): void;
  stop(): Promise<void>;
}
export async function shutdown(ready: boolean) {
  const scheduler = new Scheduler();
  scheduler.start();
  if (!ready) return;
  await scheduler.stop();
}
`,
      errors: [
        { messageId: 'notOnEveryPath', data: { resource: 'scheduler', born: 'started', scope: 'shutdown()', path: "'scheduler' is created at 7 → 'scheduler' is started at 8 → returns with 'scheduler' live at 9", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 8, column: 3, endColumn: 20 },
      ],
    },
    valid: `
declare class Scheduler {
  start(): void;
  stop(): Promise<void>;
}
export async function shutdown(ready: boolean) {
  if (!ready) return;
  const scheduler = new Scheduler();
  scheduler.start();
  await scheduler.stop();
}
`,
  },
  {
    clause: '8.jump-path',
    invalid: {
      code: `
import { openSync, closeSync, writeSync } from 'node:fs';
export function append(names: string[]) {
  for (const name of names) {
    const descriptor = openSync(name, 'a');
    if (name.startsWith('.')) continue;
    closeSync(descriptor);
  }
}
`,
      errors: [
        { messageId: 'notOnEveryPath', data: { resource: 'descriptor', born: 'acquired', scope: 'append()', path: "'descriptor' is acquired at 5 → leaves with 'descriptor' live at 9", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 5, column: 24, endColumn: 43 },
      ],
    },
    valid: `
import { openSync, closeSync } from 'node:fs';
export function append(names: string[]) {
  for (const name of names) {
    if (name.startsWith('.')) continue;
    const descriptor = openSync(name, 'a');
    closeSync(descriptor);
  }
}
`,
  },
  {
    clause: '8.jump-path',
    invalid: {
      code: `
import { Queue } from 'bullmq';
export async function drain(names: string[]) {
  outer: for (const name of names) {
    const queue = new Queue(name);
    for (const letter of name) {
      if (letter === '-') break outer;
    }
    await queue.close();
  }
}
`,
      errors: [
        { messageId: 'notOnEveryPath', data: { resource: 'queue', born: 'acquired', scope: 'drain()', path: "'queue' is acquired at 5 → leaves with 'queue' live at 11", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 5, column: 19, endColumn: 34 },
      ],
    },
    valid: `
import { Queue } from 'bullmq';
export async function drain(names: string[]) {
  outer: for (const name of names) {
    for (const letter of name) {
      if (letter === '-') break outer;
    }
    const queue = new Queue(name);
    await queue.close();
  }
}
`,
  },
  {
    clause: '8.jump-path',
    invalid: {
      code: `
import { watch } from 'node:fs';
export function follow(kind: 'file' | 'folder' | 'none') {
  const watcher = watch('.');
  switch (kind) {
    case 'file':
      watcher.close();
      break;
    case 'folder':
      break;
    default:
      watcher.close();
  }
}
`,
      errors: [
        { messageId: 'notOnEveryPath', data: { resource: 'watcher', born: 'acquired', scope: 'follow()', path: "'watcher' is acquired at 4 → leaves with 'watcher' live at 14", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 19, endColumn: 29 },
      ],
    },
    valid: `
import { watch } from 'node:fs';
export function follow(kind: 'file' | 'folder' | 'none') {
  const watcher = watch('.');
  switch (kind) {
    case 'file':
      console.log('file');
    case 'folder':
      watcher.close();
      break;
    default:
      watcher.close();
  }
}
`,
  },
  {
    clause: '8.throw-await',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function copy() {
  const pool = new Pool();
  await pool.query('INSERT INTO copies SELECT * FROM originals');
  await pool.end();
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'pool', born: 'acquired', scope: 'copy()', path: "'pool' is acquired at 4 → 'pool.query()' may reject at 5 → leaves with 'pool' live at 7", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 16, endColumn: 26 },
      ],
    },
    valid: `
import { Pool } from 'pg';
export async function copy() {
  const pool = new Pool();
  try {
    await pool.query('INSERT INTO copies SELECT * FROM originals');
  } finally {
    await pool.end();
  }
}
`,
  },
  {
    clause: '8.throw-await',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function copy(rows: AsyncIterable<string>) {
  const pool = new Pool();
  for await (const row of rows) console.log(row);
  await pool.end();
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'pool', born: 'acquired', scope: 'copy()', path: "'pool' is acquired at 4 → 'rows' may reject at 5 → leaves with 'pool' live at 7", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 16, endColumn: 26 },
      ],
    },
    valid: `
import { Pool } from 'pg';
export async function copy(rows: string[]) {
  const pool = new Pool();
  for (const row of rows) console.log(row);
  await pool.end();
}
`,
  },
  {
    clause: '8.throw-statement',
    invalid: {
      code: `
import { watch } from 'node:fs';
export function follow(path: string) {
  const watcher = watch(path);
  if (path === '') throw new Error('no path');
  watcher.close();
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'watcher', born: 'acquired', scope: 'follow()', path: "'watcher' is acquired at 4 → throws at 5 → leaves with 'watcher' live at 7", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 19, endColumn: 30 },
      ],
    },
    valid: `
import { watch } from 'node:fs';
export function follow(path: string) {
  if (path === '') throw new Error('no path');
  const watcher = watch(path);
  watcher.close();
}
`,
  },
  {
    clause: '8.throw-call',
    invalid: {
      code: `
import { watch } from 'node:fs';
function check(path: string) {
  if (path === '') throw new Error('no path');
}
export function follow(path: string) {
  const watcher = watch(path);
  check(path);
  watcher.close();
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'watcher', born: 'acquired', scope: 'follow()', path: "'watcher' is acquired at 7 → 'check()' may throw at 8 → leaves with 'watcher' live at 10", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 7, column: 19, endColumn: 30 },
      ],
    },
    valid: [
      `
import { watch } from 'node:fs';
function check(path: string) {
  return path !== '';
}
export function follow(path: string) {
  const watcher = watch(path);
  check(path);
  watcher.close();
}
`,
      `
import { watch } from 'node:fs';
function check(path: string) {
  try {
    if (path === '') throw new Error('no path');
  } catch {
    return false;
  }
  return true;
}
export function follow(path: string) {
  const watcher = watch(path);
  check(path);
  watcher.close();
}
`,
    ],
  },
  {
    clause: '8.throw-call',
    invalid: {
      code: `
import { Redis } from 'ioredis';
async function warm() {
  return 1;
}
export async function count() {
  const redis = new Redis();
  const found = await warm();
  redis.disconnect();
  return found;
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'redis', born: 'acquired', scope: 'count()', path: "'redis' is acquired at 7 → 'warm()' may reject at 8 → leaves with 'redis' live at 11", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 7, column: 17, endColumn: 28 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
async function warm() {
  return 1;
}
export async function count() {
  const found = await warm();
  const redis = new Redis();
  redis.disconnect();
  return found;
}
`,
  },
  {
    clause: '8.throw-io',
    invalid: {
      code: `
import { readFileSync, watch } from 'node:fs';
export function load(path: string) {
  const watcher = watch(path);
  const text = readFileSync(path, 'utf8');
  watcher.close();
  return text;
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'watcher', born: 'acquired', scope: 'load()', path: "'watcher' is acquired at 4 → 'readFileSync()' may throw at 5 → leaves with 'watcher' live at 8", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 19, endColumn: 30 },
      ],
    },
    valid: `
import { readFileSync, watch } from 'node:fs';
export function load(path: string) {
  const text = readFileSync(path, 'utf8');
  const watcher = watch(path);
  watcher.close();
  return text;
}
`,
  },
  {
    clause: '8.throw-io',
    invalid: {
      code: `
import { watch } from 'node:fs';
export function load(text: string) {
  const watcher = watch('.');
  const value: unknown = JSON.parse(text);
  watcher.close();
  return value;
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'watcher', born: 'acquired', scope: 'load()', path: "'watcher' is acquired at 4 → 'JSON.parse()' may throw at 5 → leaves with 'watcher' live at 8", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 19, endColumn: 29 },
      ],
    },
    valid: `
import { watch } from 'node:fs';
export function load(value: unknown) {
  const watcher = watch('.');
  const text = JSON.stringify(value);
  watcher.close();
  return text;
}
`,
  },
  {
    clause: '8.throw-unknown',
    invalid: {
      code: `
import { watch } from 'node:fs';
declare function prepare(): void;
export function load() {
  const watcher = watch('.');
  prepare();
  watcher.close();
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'onException', data: { resource: 'watcher', born: 'acquired', scope: 'load()', path: "'watcher' is acquired at 5 → 'prepare()' may throw at 6 → leaves with 'watcher' live at 8", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 5, column: 19, endColumn: 29 },
      ],
    },
    valid: `
import { watch } from 'node:fs';
declare function prepare(): void;
export function load() {
  const watcher = watch('.');
  prepare();
  watcher.close();
}
`,
  },
  {
    clause: '8.cannot-throw',
    invalid: {
      code: `
import { watch } from 'node:fs';
export function load(names: Map<string, number>) {
  const watcher = watch('.');
  watcher.on('change', () => names.clear());
  new URL('relative');
  watcher.close();
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'watcher', born: 'acquired', scope: 'load()', path: "'watcher' is acquired at 4 → 'new URL()' may throw at 6 → leaves with 'watcher' live at 8", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 19, endColumn: 29 },
      ],
    },
    valid: {
      code: `
import { watch } from 'node:fs';
export function load(names: Map<string, number>) {
  const watcher = watch('.');
  watcher.on('change', () => names.clear());
  names.set('a', 1);
  console.log([...names.keys()].join());
  setTimeout(() => undefined, 10);
  watcher.close();
}
`,
      options: { report: 'likely' },
    },
  },
  {
    clause: '8.discarded-timer',
    invalid: {
      code: `
declare function poll(): void;
export function begin() {
  setInterval(poll, 1000);
}
`,
      errors: [
        { messageId: 'discarded', data: { kind: 'timer', what: "'setInterval()'" }, line: 4, column: 3, endColumn: 26 },
      ],
    },
    valid: `
declare function poll(): void;
export function begin() {
  return setInterval(poll, 1000);
}
`,
  },
  {
    clause: '8.discarded-subscription',
    invalid: {
      code: `
import { interval } from 'rxjs';
export function begin(tick: (count: number) => void) {
  interval(1000).subscribe(tick);
}
`,
      errors: [
        { messageId: 'discarded', data: { kind: 'subscription', what: "'interval(1000).subscribe()'" }, line: 4, column: 3, endColumn: 33 },
      ],
    },
    valid: `
import { interval } from 'rxjs';
export function begin(tick: (count: number) => void) {
  const subscription = interval(1000).subscribe(tick);
  return () => subscription.unsubscribe();
}
`,
  },
  {
    clause: '8.discarded-new',
    invalid: {
      code: `
import { Worker } from 'node:worker_threads';
export function begin() {
  new Worker('./worker.js');
}
`,
      errors: [
        { messageId: 'discarded', data: { kind: 'worker', what: "'new Worker()'" }, line: 4, column: 3, endColumn: 28 },
      ],
    },
    valid: `
import { Worker } from 'node:worker_threads';
export function begin() {
  return new Worker('./worker.js');
}
`,
  },
  {
    clause: '8.discarded-new',
    invalid: {
      code: `
import { createServer } from 'node:http';
export function begin() {
  createServer().listen(3000);
}
`,
      errors: [
        { messageId: 'discarded', data: { kind: 'server', what: "'createServer().listen()'" }, line: 4, column: 3, endColumn: 30 },
      ],
    },
    valid: `
import { createServer } from 'node:http';
export function begin() {
  createServer();
}
`,
  },
  {
    clause: '8.from-start',
    invalid: {
      code: `
import { Kafka } from 'kafkajs';
export async function publish(kafka: Kafka) {
  const producer = kafka.producer();
  await producer.connect();
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'producer', born: 'started', path: "'producer' is created at 4 → 'producer' is started at 5 → leaves with 'producer' live at 6", release: 'await producer.disconnect()', migration: 'trailing-stop-to-using' }, line: 5, column: 9, endColumn: 27 },
      ],
    },
    valid: `
import { Kafka } from 'kafkajs';
export async function publish(kafka: Kafka) {
  const producer = kafka.producer();
  producer.on('producer.connect', () => console.log('connected'));
}
`,
  },
  {
    clause: '8.from-start',
    invalid: {
      code: `
interface Bot {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare class ChatBot implements Bot {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export async function run(started: boolean) {
  const bot: Bot = new ChatBot();
  if (started) await bot.start();
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'bot', born: 'started', path: "'bot' is created at 11 → 'bot' is started at 12 → leaves with 'bot' live at 13", release: 'await bot.stop()', migration: 'trailing-stop-to-using' }, line: 12, column: 22, endColumn: 33 },
      ],
    },
    valid: `
declare class ChatBot {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export async function run(started: boolean) {
  const bot = new ChatBot();
  if (started) {
    await bot.start();
    await bot.stop();
  }
}
`,
  },
  {
    clause: '8.from-creation',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export async function ping() {
  const redis = new Redis();
  return await redis.get('ping');
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'redis', born: 'acquired', path: "'redis' is acquired at 4 → returns with 'redis' live at 5", release: 'await redis.quit()', migration: 'trailing-stop-to-using' }, line: 4, column: 17, endColumn: 28 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export async function ping() {
  const redis = new Redis({ lazyConnect: true });
  return redis.status;
}
`,
  },
  {
    clause: '8.from-creation',
    invalid: {
      code: `
declare class Lock implements Disposable {
  [Symbol.dispose](): void;
}
export function guarded(work: () => number) {
  const lock = new Lock();
  return work() + 1;
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'lock', born: 'acquired', path: "'lock' is acquired at 6 → returns with 'lock' live at 7", release: 'lock[Symbol.dispose]()', migration: 'trailing-stop-to-using' }, line: 6, column: 16, endColumn: 26,
          suggestions: [{ messageId: 'useScope', data: { keyword: 'using' }, output: `
declare class Lock implements Disposable {
  [Symbol.dispose](): void;
}
export function guarded(work: () => number) {
  using lock = new Lock();
  return work() + 1;
}
` }] },
      ],
    },
    valid: `
declare class Lock {
  held: boolean;
}
export function guarded(work: () => number) {
  const lock = new Lock();
  return work() + 1;
}
`,
  },
  {
    clause: '8.lazy-pool',
    invalid: {
      code: `
import { Pool } from 'pg';
export function configure() {
  const pool = new Pool({ max: 2 });
  console.log(pool.totalCount);
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'pool', born: 'acquired', path: "'pool' is acquired at 4 → leaves with 'pool' live at 6", release: 'await pool.end()', migration: 'trailing-stop-to-using' }, line: 4, column: 16, endColumn: 36 },
      ],
    },
    valid: `
import { Client } from 'pg';
export function configure() {
  const client = new Client();
  console.log(client.listenerCount('end'));
}
`,
  },
  {
    clause: '8.process-lifetime',
    invalid: {
      code: `
import { createServer } from 'node:http';
async function main() {
  const server = createServer();
  server.listen(3000);
}
main();
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'never', data: { resource: 'server', born: 'started', path: "'server' is created at 4 → 'server' is started at 5 → leaves with 'server' live at 6", release: 'await new Promise((resolve) => server.close(resolve))', migration: 'trailing-stop-to-using' }, line: 5, column: 3, endColumn: 22 },
      ],
    },
    valid: `
import { createServer } from 'node:http';
async function main() {
  const server = createServer();
  server.listen(3000);
}
main();
`,
  },
  {
    clause: '8.process-lifetime',
    invalid: {
      code: `
import { createServer } from 'node:http';
async function main() {
  const server = createServer();
  server.listen(3000);
  await fetch('http://localhost:3000/warm');
  process.once('SIGTERM', () => {
    server.close(() => process.exit(0));
  });
}
main();
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'onException', data: { resource: 'server', born: 'started', scope: 'main()', path: "'server' is created at 4 → 'server' is started at 5 → 'fetch()' may reject at 6 → leaves with 'server' live at 10", migration: 'trailing-stop-to-using' }, line: 5, column: 3, endColumn: 22 },
      ],
    },
    valid: `
import { createServer } from 'node:http';
async function main() {
  const server = createServer();
  server.listen(3000);
  await fetch('http://localhost:3000/warm');
  process.once('SIGTERM', () => {
    server.close(() => process.exit(0));
  });
}
main();
`,
  },
  {
    clause: '8.process-lifetime',
    invalid: {
      code: `
import { createServer } from 'node:http';
export async function main() {
  const server = createServer();
  server.listen(3000);
  await fetch('http://localhost:3000/warm');
  server.close();
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'server', born: 'started', scope: 'main()', path: "'server' is created at 4 → 'server' is started at 5 → 'fetch()' may reject at 6 → leaves with 'server' live at 8", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 5, column: 3, endColumn: 22 },
      ],
    },
    valid: `
import { createServer } from 'node:http';
async function main() {
  const server = createServer();
  server.listen(3000);
  console.log('listening');
  process.once('SIGTERM', () => server.close());
}
main();
`,
  },
  {
    clause: '8.entry-shape',
    invalid: {
      code: `
import { Redis } from 'ioredis';
async function recover() {
  const redis = new Redis();
  await redis.get('stuck');
}
export const later = () => recover();
`,
      errors: [
        { messageId: 'never', data: { resource: 'redis', born: 'acquired', path: "'redis' is acquired at 4 → leaves with 'redis' live at 6", release: 'await redis.quit()', migration: 'trailing-stop-to-using' }, line: 4, column: 17, endColumn: 28 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
async function recover() {
  const redis = new Redis();
  await redis.get('stuck');
}
recover().catch(() => process.exit(1));
`,
      `
import { Redis } from 'ioredis';
(async () => {
  const redis = new Redis();
  await redis.get('stuck');
})();
`,
      `
import { Redis } from 'ioredis';
async function connect() {}
const recover = async () => {
  const redis = new Redis();
  await redis.get('stuck');
};
connect().then(recover);
`,
      `#!/usr/bin/env node
import { Redis } from 'ioredis';
export async function recover() {
  const redis = new Redis();
  await redis.get('stuck');
}
await recover();
`,
    ],
  },
  {
    clause: '8.entry-shape',
    invalid: {
      code: `
import { Redis } from 'ioredis';
async function recover() {
  const redis = new Redis();
  await redis.get('stuck');
}
recover();
`,
      filename: 'jobs.ts',
      files: {
          'main.ts': `
import './jobs.ts';
`,
      },
      errors: [
        { messageId: 'never', data: { resource: 'redis', born: 'acquired', path: "'redis' is acquired at 4 → leaves with 'redis' live at 6", release: 'await redis.quit()', migration: 'trailing-stop-to-using' }, line: 4, column: 17, endColumn: 28 },
      ],
    },
    valid: {
      code: `
import { Redis } from 'ioredis';
async function recover() {
  const redis = new Redis();
  await redis.get('stuck');
}
recover();
`,
      filename: 'jobs.ts',
      files: {
          'main.ts': `
import './other-jobs.ts';
`,
      },
    },
  },
  {
    clause: '8.no-exception-paths',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function copy(dry: boolean) {
  const pool = new Pool();
  await pool.query('INSERT INTO copies SELECT * FROM originals');
  if (dry) return;
  await pool.end();
}
`,
      options: { checkExceptionPaths: false },
      errors: [
        { messageId: 'notOnEveryPath', data: { resource: 'pool', born: 'acquired', scope: 'copy()', path: "'pool' is acquired at 4 → returns with 'pool' live at 6", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 16, endColumn: 26 },
      ],
    },
    valid: {
      code: `
import { Pool } from 'pg';
export async function copy() {
  const pool = new Pool();
  await pool.query('INSERT INTO copies SELECT * FROM originals');
  await pool.end();
}
`,
      options: { checkExceptionPaths: false },
    },
  },
  {
    clause: '8.no-exception-paths',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function copy() {
  const pool = new Pool();
  await pool.query('INSERT INTO copies SELECT * FROM originals');
}
`,
      options: { checkExceptionPaths: false },
      errors: [
        { messageId: 'never', data: { resource: 'pool', born: 'acquired', path: "'pool' is acquired at 4 → leaves with 'pool' live at 6", release: 'await pool.end()', migration: 'trailing-stop-to-using' }, line: 4, column: 16, endColumn: 26 },
      ],
    },
    valid: {
      code: `
import { Pool } from 'pg';
export async function open() {
  const pool = new Pool();
  await pool.query('SELECT 1');
  return pool;
}
`,
      options: { checkExceptionPaths: false },
    },
  },
  {
    clause: '8.finally',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function copy() {
  const pool = new Pool();
  await pool.query('SELECT 1');
  try {
    await pool.query('INSERT INTO copies SELECT * FROM originals');
  } finally {
    await pool.end();
  }
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'pool', born: 'acquired', scope: 'copy()', path: "'pool' is acquired at 4 → 'pool.query()' may reject at 5 → leaves with 'pool' live at 11", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 16, endColumn: 26 },
      ],
    },
    valid: `
import { Pool } from 'pg';
export async function copy(dry: boolean) {
  const pool = new Pool();
  try {
    if (dry) return 0;
    await pool.query('INSERT INTO copies SELECT * FROM originals');
    return 1;
  } finally {
    await pool.end();
  }
}
`,
  },
  {
    clause: '8.finally',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function copy() {
  const from = new Pool();
  const to = new Pool();
  try {
    await to.query('SELECT 1');
  } finally {
    await to.query('ROLLBACK');
    await to.end();
    await from.end();
  }
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'from', born: 'acquired', scope: 'copy()', path: "'from' is acquired at 4 → 'to.query()' may reject at 9 → leaves with 'from' live at 13", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 16, endColumn: 26 },
        { messageId: 'onException', data: { resource: 'to', born: 'acquired', scope: 'copy()', path: "'to' is acquired at 5 → 'to.query()' may reject at 9 → leaves with 'to' live at 13", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 5, column: 14, endColumn: 24 },
      ],
    },
    valid: `
import { Pool } from 'pg';
export async function copy() {
  const from = new Pool();
  try {
    const to = new Pool();
    try {
      await to.query('SELECT 1');
    } finally {
      await to.end();
    }
  } finally {
    await from.end();
  }
}
`,
  },
  {
    clause: '8.catch',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function copy() {
  const pool = new Pool();
  try {
    await pool.query('INSERT INTO copies SELECT * FROM originals');
  } catch (error) {
    console.error(error);
    return;
  }
  await pool.end();
}
`,
      errors: [
        { messageId: 'notOnEveryPath', data: { resource: 'pool', born: 'acquired', scope: 'copy()', path: "'pool' is acquired at 4 → 'pool.query()' may reject at 6 → returns with 'pool' live at 9", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 16, endColumn: 26 },
      ],
    },
    valid: [
      `
import { Pool } from 'pg';
export async function copy() {
  const pool = new Pool();
  try {
    await pool.query('INSERT INTO copies SELECT * FROM originals');
  } catch (error) {
    await pool.end();
    throw error;
  }
  await pool.end();
}
`,
      `
import { Pool } from 'pg';
export async function copy() {
  const pool = new Pool();
  try {
    await pool.query('INSERT INTO copies SELECT * FROM originals');
  } catch (error) {
    console.error(error);
  }
  await pool.end();
}
`,
    ],
  },
  {
    clause: '8.using',
    invalid: {
      code: `
declare class Lock implements Disposable {
  [Symbol.dispose](): void;
}
export function guarded(risky: boolean) {
  const lock = new Lock();
  if (risky) throw new Error('risky');
  lock[Symbol.dispose]();
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'lock', born: 'acquired', scope: 'guarded()', path: "'lock' is acquired at 6 → throws at 7 → leaves with 'lock' live at 9", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 6, column: 16, endColumn: 26 },
      ],
    },
    valid: [
      `
declare class Lock implements Disposable {
  [Symbol.dispose](): void;
}
export function guarded(risky: boolean) {
  using lock = new Lock();
  if (risky) throw new Error('risky');
}
`,
      `
import { open } from 'node:fs/promises';
export async function size(path: string) {
  await using file = await open(path);
  const { size } = await file.stat();
  return size;
}
`,
      `
declare class Lock implements Disposable {
  [Symbol.dispose](): void;
}
export function guarded(risky: boolean) {
  const lock = new Lock();
  using held = lock;
  if (risky) throw new Error('risky');
}
`,
    ],
  },
  {
    clause: '8.alias',
    invalid: {
      code: `
import { createServer, type Server } from 'node:http';
export async function serve() {
  const server = createServer();
  const same = server as Server;
  (same!).listen(0);
  await fetch('http://localhost');
  server.close();
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'server', born: 'started', scope: 'serve()', path: "'server' is created at 4 → 'same' is started at 6 → 'fetch()' may reject at 7 → leaves with 'server' live at 9", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 6, column: 3, endColumn: 20 },
      ],
    },
    valid: `
import { createServer, type Server } from 'node:http';
export async function serve() {
  const server = createServer();
  const same = server as Server;
  (same!).listen(0);
  same.close();
}
`,
  },
  {
    clause: '8.alias',
    invalid: {
      code: `
import { createServer } from 'node:http';
export function serve() {
  const server = createServer().listen(0).on('error', console.error);
  console.log(server.address());
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'server', born: 'started', path: "'server' is started at 4 → leaves with 'server' live at 6", release: 'await new Promise((resolve) => server.close(resolve))', migration: 'trailing-stop-to-using' }, line: 4, column: 18, endColumn: 42 },
      ],
    },
    valid: `
import { createServer } from 'node:http';
export function serve() {
  const server = createServer().listen(0).on('error', console.error);
  const same = server;
  same.close();
}
`,
  },
  {
    clause: '8.alias',
    invalid: {
      code: `
import { open } from 'node:fs/promises';
export async function size(path: string) {
  const file = (await open(path))!;
  const { size } = await file.stat();
  await file.close();
  return size;
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'file', born: 'acquired', scope: 'size()', path: "'file' is acquired at 4 → 'file.stat()' may reject at 5 → leaves with 'file' live at 8", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 23, endColumn: 33 },
      ],
    },
    valid: `
import { open } from 'node:fs/promises';
export async function close(path: string) {
  const file = (await open(path))!;
  const same = file;
  await same.close();
}
`,
  },
  {
    clause: '8.branches',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export async function connect(url: string | undefined) {
  let redis: Redis;
  if (url) redis = new Redis(url);
  else redis = new Redis();
  if (url) redis.disconnect();
}
`,
      errors: [
        { messageId: 'notOnEveryPath', data: { resource: 'redis', born: 'acquired', scope: 'connect()', path: "'redis' is acquired at 6 → leaves with 'redis' live at 8", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 6, column: 16, endColumn: 27 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export async function connect(url: string | undefined) {
  let redis: Redis;
  if (url) redis = new Redis(url);
  else redis = new Redis();
  redis.disconnect();
}
`,
      `
import { Redis } from 'ioredis';
export async function connect(own: boolean, shared: Redis) {
  const redis = own ? new Redis() : shared;
  console.log(redis.status);
  if (own) redis.disconnect();
}
`,
    ],
  },
  {
    clause: '8.guard',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export async function connect(wanted: boolean, done: boolean) {
  let redis: Redis | undefined;
  if (wanted) redis = new Redis();
  if (done) redis?.disconnect();
}
`,
      errors: [
        { messageId: 'notOnEveryPath', data: { resource: 'redis', born: 'acquired', scope: 'connect()', path: "'redis' is acquired at 5 → leaves with 'redis' live at 7", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 5, column: 23, endColumn: 34 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export async function connect(wanted: boolean) {
  let redis: Redis | undefined;
  try {
    if (wanted) redis = new Redis();
    await redis?.get('key');
  } finally {
    if (redis) redis.disconnect();
  }
}
`,
      `
import { Redis } from 'ioredis';
export async function connect(wanted: boolean) {
  let redis: Redis | null = null;
  try {
    if (wanted) redis = new Redis();
    await redis?.get('key');
  } finally {
    redis?.disconnect();
  }
}
`,
      `
import { Redis } from 'ioredis';
export async function connect(wanted: boolean) {
  let redis: Redis | undefined;
  if (wanted) redis = new Redis();
  if (redis !== undefined) redis.disconnect();
}
`,
    ],
  },
  {
    clause: '8.guard',
    invalid: {
      code: `
import { Kafka } from 'kafkajs';
export async function publish(kafka: Kafka, dry: boolean) {
  const producer = kafka.producer();
  let started = false;
  try {
    await producer.connect();
    started = true;
    await producer.send({ topic: 'orders', messages: [] });
  } finally {
    if (started && !dry) await producer.disconnect();
  }
}
`,
      errors: [
        { messageId: 'notOnEveryPath', data: { resource: 'producer', born: 'started', scope: 'publish()', path: "'producer' is created at 4 → 'producer' is started at 7 → leaves with 'producer' live at 13", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 7, column: 11, endColumn: 29 },
      ],
    },
    valid: `
import { Kafka } from 'kafkajs';
export async function publish(kafka: Kafka) {
  const producer = kafka.producer();
  let started = false;
  try {
    await producer.connect();
    started = true;
    await producer.send({ topic: 'orders', messages: [] });
  } finally {
    if (started) await producer.disconnect();
  }
}
`,
  },
  {
    clause: '8.loop',
    invalid: {
      code: `
import { Queue } from 'bullmq';
export async function drain(names: string[]) {
  let queue: Queue | undefined;
  for (const name of names) {
    queue = new Queue(name);
    console.log(queue.eventNames());
  }
  await queue?.close();
}
`,
      errors: [
        { messageId: 'notOnEveryPath', data: { resource: 'queue', born: 'acquired', scope: 'drain()', path: "'queue' is acquired at 6 → acquired again while the first is live at 6 → leaves with 'queue' live at 10", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 6, column: 13, endColumn: 28 },
      ],
    },
    valid: [
      `
import { Queue } from 'bullmq';
export async function drain(names: string[]) {
  for (const name of names) {
    const queue = new Queue(name);
    console.log(queue.eventNames());
    await queue.close();
  }
}
`,
      `
import { Queue } from 'bullmq';
export async function drain(names: string[]) {
  const queues: Queue[] = [];
  for (const name of names) queues.push(new Queue(name));
  for (const queue of queues) await queue.close();
}
`,
      `
import { Queue } from 'bullmq';
export async function drain(names: string[]) {
  const queues = names.map((name) => new Queue(name));
  await Promise.all(queues.map((queue) => queue.close()));
}
`,
    ],
  },
  {
    clause: '8.loop',
    invalid: {
      code: `
import { connect } from 'node:net';
export function probe(port: number) {
  while (port > 0) {
    const socket = connect(port);
    if (socket.connecting) port = 0;
  }
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'socket', born: 'acquired', path: "'socket' is acquired at 5 → leaves with 'socket' live at 8", release: 'socket.end()', migration: 'trailing-stop-to-using' }, line: 5, column: 20, endColumn: 33 },
      ],
    },
    valid: `
import { connect } from 'node:net';
export function probe(port: number) {
  do {
    const socket = connect(port);
    port -= 1;
    socket.destroy();
  } while (port > 0);
}
`,
  },
  {
    clause: '8.any-release',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export async function read() {
  const redis = new Redis();
  redis.removeAllListeners();
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'redis', born: 'acquired', path: "'redis' is acquired at 4 → leaves with 'redis' live at 6", release: 'await redis.quit()', migration: 'trailing-stop-to-using' }, line: 4, column: 17, endColumn: 28 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export async function read() {
  const redis = new Redis();
  redis.disconnect();
}
`,
      `
import { Redis } from 'ioredis';
export async function read() {
  const redis = new Redis();
  await redis.quit();
}
`,
    ],
  },
  {
    clause: '8.returned',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export async function open() {
  const redis = new Redis();
  return redis.status;
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'redis', born: 'acquired', path: "'redis' is acquired at 4 → returns with 'redis' live at 5", release: 'await redis.quit()', migration: 'trailing-stop-to-using' }, line: 4, column: 17, endColumn: 28 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export async function open() {
  const redis = new Redis();
  return redis;
}
`,
      `
import { Redis } from 'ioredis';
export function open() {
  const redis = new Redis();
  return { redis, status: redis.status };
}
`,
    ],
  },
  {
    clause: '8.stored',
    invalid: {
      code: `
import { Redis } from 'ioredis';
const statuses: string[] = [];
export function open() {
  const redis = new Redis();
  statuses.push(redis.status);
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'redis', born: 'acquired', path: "'redis' is acquired at 5 → leaves with 'redis' live at 7", release: 'await redis.quit()', migration: 'trailing-stop-to-using' }, line: 5, column: 17, endColumn: 28 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
const clients: Redis[] = [];
export function open() {
  const redis = new Redis();
  clients.push(redis);
}
`,
      `
import { Redis } from 'ioredis';
export class Cache {
  redis: Redis | undefined;
  open() {
    const redis = new Redis();
    this.redis = redis;
  }
  close() {
    this.redis?.disconnect();
  }
}
`,
    ],
  },
  {
    clause: '8.stored',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export function open() {
  const byName = new Map<string, string>();
  const redis = new Redis();
  byName.set('main', redis.status);
  return byName;
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'redis', born: 'acquired', path: "'redis' is acquired at 5 → returns with 'redis' live at 7", release: 'await redis.quit()', migration: 'trailing-stop-to-using' }, line: 5, column: 17, endColumn: 28 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export function open() {
  const byName = new Map<string, Redis>();
  const redis = new Redis();
  byName.set('main', redis);
  return byName;
}
`,
  },
  {
    clause: '8.returned-closure',
    invalid: {
      code: `
import { useEffect } from 'react';
export function useTick(tick: () => void) {
  useEffect(() => {
    const timer = setInterval(tick, 1000);
  }, [tick]);
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'timer', born: 'acquired', path: "'timer' is acquired at 5 → leaves with 'timer' live at 6", release: 'clearInterval(timer)', migration: 'trailing-stop-to-using' }, line: 5, column: 19, endColumn: 42 },
      ],
    },
    valid: [
      `
import { useEffect } from 'react';
export function useTick(tick: () => void) {
  useEffect(() => {
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [tick]);
}
`,
      `
import { createServer } from 'node:http';
export function serve() {
  const server = createServer().listen(0);
  return { port: 0, stop: () => server.close() };
}
`,
      `
import { Observable } from 'rxjs';
export const ticks = new Observable<number>((subscriber) => {
  const timer = setInterval(() => subscriber.next(1), 1000);
  return () => clearInterval(timer);
});
`,
      `
import { createServer } from 'node:http';
export function serve() {
  const server = createServer().listen(0);
  const stop = () => {
    server.close();
  };
  return stop;
}
`,
    ],
  },
  {
    clause: '8.returned-closure',
    invalid: {
      code: `
import { createServer } from 'node:http';
export function serve() {
  const server = createServer().listen(0);
  return { address: server.address() };
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'server', born: 'started', path: "'server' is started at 4 → returns with 'server' live at 5", release: 'await new Promise((resolve) => server.close(resolve))', migration: 'trailing-stop-to-using' }, line: 4, column: 18, endColumn: 42 },
      ],
    },
    valid: `
import { createServer } from 'node:http';
export function serve() {
  const server = createServer().listen(0);
  return {
    address: () => server.address(),
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
`,
  },
  {
    clause: '8.array',
    invalid: {
      code: `
import { watch } from 'node:fs';
export function follow(paths: string[]) {
  const watcher = watch('.');
  return paths.map((path) => path.length);
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'watcher', born: 'acquired', path: "'watcher' is acquired at 4 → returns with 'watcher' live at 5", release: 'watcher.close()', migration: 'trailing-stop-to-using' }, line: 4, column: 19, endColumn: 29 },
      ],
    },
    valid: [
      `
import { watch } from 'node:fs';
export function follow() {
  const here = watch('.');
  const above = watch('..');
  return [here, above];
}
`,
      `
import { watch } from 'node:fs';
declare function own(things: { close(): void }[]): void;
export function follow() {
  const here = watch('.');
  own([here]);
}
`,
    ],
  },
  {
    clause: '8.stack',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function copy() {
  const stack = new AsyncDisposableStack();
  const pool = new Pool();
  stack.defer(() => pool.end());
  await pool.query('SELECT 1');
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'stack', born: 'acquired', path: "'stack' is acquired at 4 → leaves with 'stack' live at 8", release: 'await stack.disposeAsync()', migration: 'trailing-stop-to-using' }, line: 4, column: 17, endColumn: 43,
          suggestions: [{ messageId: 'useScope', data: { keyword: 'await using' }, output: `
import { Pool } from 'pg';
export async function copy() {
  await using stack = new AsyncDisposableStack();
  const pool = new Pool();
  stack.defer(() => pool.end());
  await pool.query('SELECT 1');
}
` }] },
      ],
    },
    valid: [
      `
import { Pool } from 'pg';
export async function copy() {
  await using stack = new AsyncDisposableStack();
  const pool = new Pool();
  stack.defer(() => pool.end());
  await pool.query('SELECT 1');
}
`,
      `
import { Pool } from 'pg';
export async function copy() {
  await using stack = new AsyncDisposableStack();
  const pool = stack.adopt(new Pool(), (value) => value.end());
  await pool.query('SELECT 1');
}
`,
      `
import { open } from 'node:fs/promises';
export async function copy(path: string) {
  await using stack = new AsyncDisposableStack();
  const file = stack.use(await open(path));
  await file.stat();
  return stack.move();
}
`,
    ],
  },
  {
    clause: '8.stack',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function copy(again: boolean) {
  await using stack = new AsyncDisposableStack();
  let pool: Pool | undefined;
  if (again) {
    stack.defer(async () => {
      if (pool) await pool.end();
    });
  }
  pool = new Pool({ max: 1 });
  await pool.query('SELECT 1');
}
`,
      errors: [
        { messageId: 'notOnEveryPath', data: { resource: 'pool', born: 'acquired', scope: 'copy()', path: "'pool' is acquired at 11 → leaves with 'pool' live at 13", migration: 'trailing-stop-to-using' }, line: 11, column: 10, endColumn: 30 },
      ],
    },
    valid: `
import { Pool } from 'pg';
export async function copy() {
  await using stack = new AsyncDisposableStack();
  let pool: Pool | undefined;
  stack.defer(async () => {
    if (pool) await pool.end();
  });
  pool = new Pool({ max: 1 });
  await pool.query('SELECT 1');
}
`,
  },
  {
    clause: '8.stack',
    invalid: {
      code: `
import { Pool } from 'pg';
export async function copy() {
  await using stack = new AsyncDisposableStack();
  const pool = new Pool();
  await pool.query('SELECT 1');
  stack.defer(() => pool.end());
}
`,
      errors: [
        { messageId: 'onException', data: { resource: 'pool', born: 'acquired', scope: 'copy()', path: "'pool' is acquired at 5 → 'pool.query()' may reject at 6 → leaves with 'pool' live at 8", migration: 'trailing-stop-to-using' }, line: 5, column: 16, endColumn: 26 },
      ],
    },
    valid: `
import { Pool } from 'pg';
export async function copy() {
  const stack = new AsyncDisposableStack();
  try {
    const pool = new Pool();
    stack.defer(() => pool.end());
    await pool.query('SELECT 1');
  } finally {
    await stack.disposeAsync();
  }
}
`,
  },
  {
    clause: '8.registered',
    invalid: {
      code: `
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
export function register(app: FastifyInstance) {
  const pool = new Pool();
  app.get('/count', () => pool.totalCount);
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'pool', born: 'acquired', path: "'pool' is acquired at 5 → leaves with 'pool' live at 7", release: 'await pool.end()', migration: 'trailing-stop-to-using' }, line: 5, column: 16, endColumn: 26 },
      ],
    },
    valid: [
      `
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
export function register(app: FastifyInstance) {
  const pool = new Pool();
  app.addHook('onClose', async () => {
    await pool.end();
  });
}
`,
      `
import { test } from 'node:test';
import { Pool } from 'pg';
test('counts', async (t) => {
  const pool = new Pool();
  t.after(() => pool.end());
  await pool.query('SELECT 1');
});
`,
      `
import { DestroyRef, inject } from '@angular/core';
export function poll(tick: () => void) {
  const timer = setInterval(tick, 1000);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
}
`,
      `
import { window, type Disposable } from 'vscode';
class Base {
  protected _register<T extends Disposable>(value: T): T {
    this.#owned.push(value);
    return value;
  }
  readonly #owned: Disposable[] = [];
}
export class Status extends Base {
  show() {
    const item = window.createStatusBarItem();
    this._register(item);
  }
}
`,
    ],
  },
  {
    clause: '8.signal',
    invalid: {
      code: `
import { watch } from 'node:fs';
export function follow(signal: AbortSignal) {
  const watcher = watch('.');
  signal.throwIfAborted();
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'watcher', born: 'acquired', path: "'watcher' is acquired at 4 → leaves with 'watcher' live at 6", release: 'watcher.close()', migration: 'trailing-stop-to-using' }, line: 4, column: 19, endColumn: 29 },
      ],
    },
    valid: [
      `
import { watch } from 'node:fs';
export function follow(signal: AbortSignal) {
  const watcher = watch('.');
  signal.addEventListener('abort', () => watcher.close());
}
`,
      `
import { watch } from 'node:fs';
export function follow(signal: AbortSignal) {
  const watcher = watch('.', { signal });
  watcher.on('change', console.log);
}
`,
      `
import { spawn } from 'node:child_process';
export function build(signal: AbortSignal) {
  const child = spawn('build', { signal });
  child.stdout.resume();
}
`,
    ],
  },
  {
    clause: '8.signal',
    invalid: {
      code: `
import { interval, type Observable } from 'rxjs';
declare const other: (source: Observable<number>) => Observable<number>;
export function follow(tick: (count: number) => void) {
  const subscription = interval(10).pipe(other).subscribe(tick);
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'subscription', born: 'acquired', path: "'subscription' is acquired at 5 → leaves with 'subscription' live at 6", release: 'subscription.unsubscribe()', migration: 'trailing-stop-to-using' }, line: 5, column: 24, endColumn: 64 },
      ],
    },
    valid: `
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { interval } from 'rxjs';
export function follow(tick: (count: number) => void) {
  const subscription = interval(10).pipe(takeUntilDestroyed()).subscribe(tick);
}
`,
  },
  {
    clause: '8.wrapper',
    invalid: {
      code: `
import { watch, type FSWatcher } from 'node:fs';
class Names {
  constructor(private readonly watcher: FSWatcher) {}
  names() {
    return this.watcher.eventNames();
  }
}
export function follow() {
  const watcher = watch('.');
  const names = new Names(watcher);
  return names.names().length;
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'watcher', born: 'acquired', path: "'watcher' is acquired at 10 → returns with 'watcher' live at 12", release: 'watcher.close()', migration: 'trailing-stop-to-using' }, line: 10, column: 19, endColumn: 29 },
      ],
    },
    valid: [
      `
import { watch, type FSWatcher } from 'node:fs';
class Tree {
  constructor(private readonly watcher: FSWatcher) {}
  close() {
    this.watcher.close();
  }
}
export function follow() {
  const watcher = watch('.');
  return new Tree(watcher);
}
`,
      `
import { watch, type FSWatcher } from 'node:fs';
class Tree {
  readonly #watcher: FSWatcher;
  constructor(options: { watcher: FSWatcher }) {
    this.#watcher = options.watcher;
  }
  dispose() {
    this.#watcher.close();
  }
}
export function follow() {
  const watcher = watch('.');
  return new Tree({ watcher });
}
`,
    ],
  },
  {
    clause: '8.released-through',
    invalid: [
      {
        code: `
import { watch, type FSWatcher } from 'node:fs';
declare function check(name: string): Promise<void>;
class Kept {
  constructor(readonly tree: FSWatcher, readonly name: string) {}
}
export class Trees {
  readonly #all = new Map<string, Kept>();
  add(name: string) {
    const tree = watch(name);
    const kept = new Kept(tree, name);
    this.#all.set(name, kept);
    return kept;
  }
  evict(name: string) {
    this.#all.delete(name);
  }
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'tree', born: 'acquired', path: "'tree' is acquired at 10 → returns with 'tree' live at 13", release: 'tree.close()', migration: 'trailing-stop-to-using' }, line: 10, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { watch, type FSWatcher } from 'node:fs';
declare function check(name: string): Promise<void>;
class Kept {
  constructor(readonly tree: FSWatcher, readonly name: string) {}
}
export class Trees {
  readonly #all = new Map<string, Kept>();
  add(name: string) {
    const tree = watch(name);
    const kept = new Kept(tree, name);
    return kept.name;
  }
  evict(name: string) {
    this.#all.get(name)?.tree.close();
  }
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'tree', born: 'acquired', path: "'tree' is acquired at 10 → returns with 'tree' live at 12", release: 'tree.close()', migration: 'trailing-stop-to-using' }, line: 10, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { watch, type FSWatcher } from 'node:fs';
declare function check(name: string): Promise<void>;
class Kept {
  constructor(private readonly tree: FSWatcher, readonly name: string) {}
  close(name: string) {
    if (name === this.name) this.tree.eventNames();
  }
}
export class Trees {
  readonly #all = new Map<string, Kept>();
  add(name: string) {
    const tree = watch(name);
    const kept = new Kept(tree, name);
    this.#all.set(name, kept);
    return kept;
  }
  evict(name: string) {
    this.#all.get(name)?.close(name);
  }
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'tree', born: 'acquired', path: "'tree' is acquired at 13 → returns with 'tree' live at 16", release: 'tree.close()', migration: 'trailing-stop-to-using' }, line: 13, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { watch, type FSWatcher } from 'node:fs';
declare function check(name: string): Promise<void>;
class Kept {
  readonly tree: FSWatcher;
  readonly other: FSWatcher;
  constructor(tree: FSWatcher, other: FSWatcher) {
    this.tree = tree;
    this.other = other;
  }
}
export class Trees {
  constructor(private readonly other: FSWatcher) {}
  readonly #all = new Map<string, Kept>();
  add(name: string) {
    const tree = watch(name);
    const kept = new Kept(tree, this.other);
    this.#all.set(name, kept);
    return kept;
  }
  evict(name: string) {
    this.#all.get(name)?.other.close();
  }
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'tree', born: 'acquired', path: "'tree' is acquired at 16 → returns with 'tree' live at 19", release: 'tree.close()', migration: 'trailing-stop-to-using' }, line: 16, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { watch, type FSWatcher } from 'node:fs';
declare function check(name: string): Promise<void>;
class Kept {
  constructor(readonly tree: FSWatcher, readonly name: string) {}
}
export class Trees {
  readonly #all = new Map<string, Kept>();
  async add(name: string) {
    const tree = watch(name);
    await check(name);
    const kept = new Kept(tree, name);
    this.#all.set(name, kept);
    return kept;
  }
  evict(name: string) {
    this.#all.get(name)?.tree.close();
  }
}
`,
        errors: [
          { messageId: 'onException', data: { resource: 'tree', born: 'acquired', scope: 'add()', path: "'tree' is acquired at 10 → 'check()' may reject at 11 → leaves with 'tree' live at 15", release: 'tree.close()', migration: 'trailing-stop-to-using' }, line: 10, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { watch, type FSWatcher } from 'node:fs';
declare function check(name: string): Promise<void>;
class Kept {
  constructor(readonly tree: FSWatcher, readonly name: string) {}
  rename() {
    this.tree.close();
  }
}
export class Trees {
  readonly #all = new Map<string, Kept>();
  add(name: string) {
    const tree = watch(name);
    const kept = new Kept(tree, name);
    this.#all.set(name, kept);
    return kept;
  }
  evict(name: string) {
    this.#all.get(name)?.rename();
  }
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'tree', born: 'acquired', path: "'tree' is acquired at 13 → returns with 'tree' live at 16", release: 'tree.close()', migration: 'trailing-stop-to-using' }, line: 13, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { watch, type FSWatcher } from 'node:fs';
declare function check(name: string): Promise<void>;
class Kept {
  constructor(readonly tree: FSWatcher, readonly name: string) {}
}
class Lent {
  constructor(readonly tree: FSWatcher) {}
}
export class Trees {
  readonly #lent = new Map<string, Lent>();
  readonly #all = new Map<string, Kept>();
  add(name: string) {
    const tree = watch(name);
    const kept = new Kept(tree, name);
    this.#all.set(name, kept);
    return kept;
  }
  evict(name: string) {
    this.#lent.get(name)?.tree.close();
  }
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'tree', born: 'acquired', path: "'tree' is acquired at 14 → returns with 'tree' live at 17", release: 'tree.close()', migration: 'trailing-stop-to-using' }, line: 14, column: 18, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `
import { watch, type FSWatcher } from 'node:fs';
declare function check(name: string): Promise<void>;
class Kept {
  constructor(readonly tree: FSWatcher, readonly name: string) {}
}
export class Trees {
  readonly #all = new Map<string, Kept>();
  add(name: string) {
    const tree = watch(name);
    const kept = new Kept(tree, name);
    this.#all.set(name, kept);
    return kept;
  }
  evict(name: string) {
    this.#all.get(name)?.tree.close();
  }
}
`,
      `
import { watch, type FSWatcher } from 'node:fs';
declare function check(name: string): Promise<void>;
class Kept {
  readonly tree: FSWatcher;
  constructor(tree: FSWatcher, readonly name: string) {
    this.tree = tree;
  }
}
export class Trees {
  readonly #all = new Map<string, Kept>();
  add(name: string) {
    const tree = watch(name);
    return new Kept(tree, name);
  }
  evict(name: string) {
    const kept = this.#all.get(name);
    if (kept) kept.tree.close();
  }
}
`,
    ],
  },
  {
    clause: '8.parameter',
    invalid: {
      code: `
import { watch, type FSWatcher } from 'node:fs';
function count(watcher: FSWatcher) {
  return watcher.eventNames().length;
}
export function follow() {
  const watcher = watch('.');
  return count(watcher) + 1;
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'watcher', born: 'acquired', path: "'watcher' is acquired at 7 → returns with 'watcher' live at 8", release: 'watcher.close()', migration: 'trailing-stop-to-using' }, line: 7, column: 19, endColumn: 29 },
      ],
    },
    valid: [
      `
import { watch, type FSWatcher } from 'node:fs';
function finish(watcher: FSWatcher) {
  watcher.close();
}
export function follow() {
  const watcher = watch('.');
  finish(watcher);
}
`,
      `
import { watch } from 'node:fs';
declare function own(value: { close(): void }): void;
export function follow() {
  const watcher = watch('.');
  own(watcher);
}
`,
      `
import { watch } from 'node:fs';
declare function closeAll(...values: { close(): void }[]): void;
export function follow() {
  const here = watch('.');
  const above = watch('..');
  closeAll(here, above);
}
`,
    ],
  },
  {
    clause: '8.parameter',
    invalid: {
      code: `
import { watch, type FSWatcher } from 'node:fs';
function describe({ watcher, name }: { watcher: FSWatcher; name: string }) {
  return \`\${name} \${watcher.eventNames().length}\`;
}
export function follow() {
  const watcher = watch('.');
  return describe({ watcher, name: 'here' }).length;
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'watcher', born: 'acquired', path: "'watcher' is acquired at 7 → returns with 'watcher' live at 8", release: 'watcher.close()', migration: 'trailing-stop-to-using' }, line: 7, column: 19, endColumn: 29 },
      ],
    },
    valid: `
import { watch, type FSWatcher } from 'node:fs';
function end({ watcher, name }: { watcher: FSWatcher; name: string }) {
  watcher.close();
  return name;
}
export function follow() {
  const watcher = watch('.');
  return end({ watcher, name: 'here' }).length;
}
`,
  },
  {
    clause: '8.borrowing-closure',
    invalid: {
      code: `
import { createServer } from 'node:http';
import { Pool } from 'pg';
export function routes() {
  const pool = new Pool();
  createServer(async () => {
    await pool.query('SELECT 1');
  });
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'pool', born: 'acquired', path: "'pool' is acquired at 5 → leaves with 'pool' live at 9", release: 'await pool.end()', migration: 'trailing-stop-to-using' }, line: 5, column: 16, endColumn: 26 },
      ],
    },
    valid: `
import { createServer } from 'node:http';
import { Pool } from 'pg';
export function routes() {
  const pool = new Pool();
  createServer(async () => {
    await pool.query('SELECT 1');
  }).on('close', () => pool.end());
}
`,
  },
  {
    clause: '8.borrowed-start',
    invalid: {
      code: `
declare class Session {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export async function run() {
  const session = new Session();
  await session.start();
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'session', born: 'started', path: "'session' is created at 7 → 'session' is started at 8 → leaves with 'session' live at 9", release: 'await session.stop()', migration: 'trailing-stop-to-using' }, line: 8, column: 9, endColumn: 24 },
      ],
    },
    valid: `
declare class Session {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export async function run(session: Session, holder: { session: Session }) {
  await session.start();
  await holder.session.start();
}
`,
  },
  {
    clause: '8.iteration',
    invalid: {
      code: `
declare class Batch implements Disposable {
  [Symbol.dispose](): void;
  items: number[];
}
export function sum() {
  const batch = new Batch();
  let total = 0;
  for (const item of batch.items) total += item;
  return total;
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'batch', born: 'acquired', path: "'batch' is acquired at 7 → returns with 'batch' live at 10", release: 'batch[Symbol.dispose]()', migration: 'trailing-stop-to-using' }, line: 7, column: 17, endColumn: 28,
          suggestions: [{ messageId: 'useScope', data: { keyword: 'using' }, output: `
declare class Batch implements Disposable {
  [Symbol.dispose](): void;
  items: number[];
}
export function sum() {
  using batch = new Batch();
  let total = 0;
  for (const item of batch.items) total += item;
  return total;
}
` }] },
      ],
    },
    valid: [
      `
import { opendir } from 'node:fs/promises';
export async function list(path: string) {
  const folder = await opendir(path);
  for await (const entry of folder) console.log(entry.name);
}
`,
      `
import { createReadStream } from 'node:fs';
export async function read(path: string) {
  const stream = createReadStream(path);
  for await (const chunk of stream) console.log(chunk);
}
`,
    ],
  },
  {
    clause: '8.unref',
    invalid: {
      code: `
declare function poll(): void;
export function begin() {
  setInterval(poll, 1000).unref();
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'discarded', data: { kind: 'timer', what: "'setInterval()'" }, line: 4, column: 3, endColumn: 26 },
      ],
    },
    valid: `
declare function poll(): void;
export function begin() {
  setInterval(poll, 1000).unref();
}
`,
  },
  {
    clause: '8.unref',
    invalid: {
      code: `
declare function poll(): void;
export function begin() {
  const timer = setInterval(poll, 1000);
  timer.unref();
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'never', data: { resource: 'timer', born: 'acquired', path: "'timer' is acquired at 4 → leaves with 'timer' live at 6", release: 'clearInterval(timer)', migration: 'trailing-stop-to-using' }, line: 4, column: 17, endColumn: 40 },
      ],
    },
    valid: `
declare function poll(): void;
export function begin() {
  const timer = setInterval(poll, 1000);
  timer.unref();
}
`,
  },
  {
    clause: '8.natural-exit',
    invalid: {
      code: `
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
export async function run() {
  const worker = new Worker('./worker.js');
  await once(worker, 'online');
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'worker', born: 'acquired', path: "'worker' is acquired at 5 → leaves with 'worker' live at 7", release: 'await worker.terminate()', migration: 'trailing-stop-to-using' }, line: 5, column: 18, endColumn: 43 },
      ],
    },
    valid: [
      `
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
export async function run() {
  const worker = new Worker('./worker.js');
  await once(worker, 'exit');
}
`,
      `
import { once } from 'node:events';
import { spawn } from 'node:child_process';
export async function run() {
  const child = spawn('build');
  await once(child, 'close');
}
`,
      `
import { Worker } from 'node:worker_threads';
export async function run() {
  const worker = new Worker('./worker.js');
  await new Promise((resolve) => worker.once('exit', resolve));
}
`,
    ],
  },
  {
    clause: '8.one-shot',
    invalid: {
      code: `
declare function poll(): void;
export function begin() {
  const timer = setInterval(poll, 1000);
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'timer', born: 'acquired', path: "'timer' is acquired at 4 → leaves with 'timer' live at 5", release: 'clearInterval(timer)', migration: 'trailing-stop-to-using' }, line: 4, column: 17, endColumn: 40 },
      ],
    },
    valid: [
      `
declare function poll(): void;
export function begin() {
  const timer = setTimeout(poll, 1000);
  setTimeout(poll, 10);
  setImmediate(poll);
}
`,
      `
export const sleep = (delay: number) => new Promise<void>((resolve) => setTimeout(resolve, delay));
`,
    ],
  },
  {
    clause: '8.module-level',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export function connect() {
  const redis = new Redis();
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'redis', born: 'acquired', path: "'redis' is acquired at 4 → leaves with 'redis' live at 5", release: 'await redis.quit()', migration: 'trailing-stop-to-using' }, line: 4, column: 17, endColumn: 28 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
const redis = new Redis();
setInterval(() => redis.get('key'), 1000);
new Redis();
export {};
`,
  },
  {
    clause: '8.module-binding',
    invalid: {
      code: `
import { Redis } from 'ioredis';
let status: string | undefined;
export function client() {
  const redis = new Redis();
  status = redis.status;
  return status;
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'redis', born: 'acquired', path: "'redis' is acquired at 5 → returns with 'redis' live at 7", release: 'await redis.quit()', migration: 'trailing-stop-to-using' }, line: 5, column: 17, endColumn: 28 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
let redis: Redis | undefined;
export function client() {
  redis ??= new Redis();
  return redis;
}
`,
      `
import { Redis } from 'ioredis';
const holder = globalThis as { redis?: Redis };
export function client() {
  const redis = new Redis();
  holder.redis = redis;
}
`,
      `
import { Redis } from 'ioredis';
let redis: Redis | undefined;
export function client() {
  const fresh = new Redis();
  redis = fresh;
}
export const current = () => redis;
`,
    ],
  },
  {
    clause: '8.listeners',
    invalid: {
      code: `
import { EventEmitter } from 'node:events';
import { commands } from 'vscode';
export function listen(bus: EventEmitter) {
  bus.on('data', console.log);
  const handle = setInterval(() => bus.emit('tick'), 1000);
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'handle', born: 'acquired', path: "'handle' is acquired at 6 → leaves with 'handle' live at 7", release: 'clearInterval(handle)', migration: 'trailing-stop-to-using' }, line: 6, column: 18, endColumn: 59 },
      ],
    },
    valid: `
import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
export function listen(bus: EventEmitter, request: IncomingMessage, socket: WebSocket) {
  bus.on('data', console.log);
  request.on('close', console.log);
  socket.on('message', console.log);
  process.on('SIGTERM', console.log);
}
`,
  },
  {
    clause: '8.test-hooks',
    invalid: {
      code: `
import { beforeEach, describe, it } from 'vitest';
import { Pool } from 'pg';
describe('pool', () => {
  let count = 0;
  beforeEach(() => {
    const pool = new Pool();
    count = pool.totalCount;
  });
  it('counts', () => count);
});
`,
      errors: [
        { messageId: 'never', data: { resource: 'pool', born: 'acquired', path: "'pool' is acquired at 7 → leaves with 'pool' live at 9", release: 'await pool.end()', migration: 'trailing-stop-to-using' }, line: 7, column: 18, endColumn: 28 },
      ],
    },
    valid: [
      `
import { afterEach, beforeEach, describe, it } from 'vitest';
import { Pool } from 'pg';
describe('pool', () => {
  let pool: Pool;
  beforeEach(async () => {
    pool = new Pool();
    await pool.query('SELECT 1');
  });
  afterEach(() => pool.end());
  it('counts', () => pool.totalCount);
});
`,
      `
import { afterAll, beforeAll, describe, it } from 'vitest';
import { createServer, type Server } from 'node:http';
describe('server', () => {
  let server: Server;
  beforeAll(() => {
    server = createServer().listen(0);
  });
  afterAll(() => {
    server.close();
  });
  it('listens', () => server.listening);
});
`,
    ],
  },
  {
    clause: '8.self-ending-child',
    invalid: {
      code: `
import { spawn } from 'node:child_process';
export function build() {
  const child = spawn('build');
  child.stdout.on('data', console.log);
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'never', data: { resource: 'child', born: 'acquired', path: "'child' is acquired at 4 → leaves with 'child' live at 6", release: 'child.kill()', migration: 'trailing-stop-to-using' }, line: 4, column: 17, endColumn: 31 },
      ],
    },
    valid: {
      code: `
import { exec, execFile, spawn } from 'node:child_process';
export function build() {
  exec('build', console.log);
  const file = execFile('build', console.log);
  const child = spawn('build');
  child.on('exit', console.log);
}
`,
      options: { report: 'likely' },
    },
  },
  {
    clause: '8.self-ending-stream',
    invalid: {
      code: `
import { createReadStream } from 'node:fs';
export function read(path: string) {
  const stream = createReadStream(path);
  stream.pause();
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'stream', born: 'acquired', path: "'stream' is acquired at 4 → leaves with 'stream' live at 6", release: 'stream.close()', migration: 'trailing-stop-to-using' }, line: 4, column: 18, endColumn: 40 },
      ],
    },
    valid: [
      `
import { createReadStream } from 'node:fs';
export function read(path: string) {
  const stream = createReadStream(path);
  stream.pipe(process.stdout);
}
`,
      `
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
export async function copy(from: string, to: string) {
  const source = createReadStream(from);
  const target = createWriteStream(to);
  await pipeline(source, target);
}
`,
      `
import { request } from 'node:http';
export function ask() {
  const sent = request('http://localhost');
  sent.on('response', (answer) => answer.resume());
}
`,
    ],
  },
  {
    clause: '8.completing-observable',
    invalid: {
      code: `
import { interval } from 'rxjs';
export function begin(tick: (count: number) => void) {
  const subscription = interval(10).subscribe(tick);
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'subscription', born: 'acquired', path: "'subscription' is acquired at 4 → leaves with 'subscription' live at 5", release: 'subscription.unsubscribe()', migration: 'trailing-stop-to-using' }, line: 4, column: 24, endColumn: 52 },
      ],
    },
    valid: [
      `
import { first, interval } from 'rxjs';
export function begin(tick: (count: number) => void) {
  const subscription = interval(10).pipe(first()).subscribe(tick);
}
`,
      `
import { interval, take } from 'rxjs';
export function begin(tick: (count: number) => void) {
  interval(10).pipe(take(3)).subscribe(tick);
}
`,
    ],
  },
  {
    clause: '8.never-resources',
    invalid: {
      code: `
import { createServer } from 'node:http';
function createApi() {
  return createServer().listen(0);
}
export function begin() {
  const api = createApi();
  return api.listening;
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'api', born: 'acquired', path: "'api' is acquired at 7 → returns with 'api' live at 8", release: 'await new Promise((resolve) => api.close(resolve))', migration: 'trailing-stop-to-using' }, line: 7, column: 15, endColumn: 26 },
      ],
    },
    valid: [
      `
import { createServer } from 'node:http';
function getApi() {
  return createServer().listen(0);
}
export function begin() {
  const api = getApi();
  return api.listening;
}
`,
      `
import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
function* numbers() {
  yield 1;
}
export function begin(text: string) {
  const hash = createHash('sha256');
  const through = new PassThrough();
  const source = Readable.from([text]);
  const all = numbers();
  const entries = new Map<string, string>().entries();
  return [hash, all, entries].length + source.readableLength + through.readableLength;
}
`,
    ],
  },
  {
    clause: '8.suggest-await-using',
    invalid: {
      code: `
import { open } from 'node:fs/promises';
export async function size(path: string) {
  const file = await open(path);
  const { size } = await file.stat();
  return size;
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'file', born: 'acquired', path: "'file' is acquired at 4 → returns with 'file' live at 6", release: 'await file.close()', migration: 'trailing-stop-to-using' }, line: 4, column: 22, endColumn: 32,
          suggestions: [{ messageId: 'useScope', data: { keyword: 'await using' }, output: `
import { open } from 'node:fs/promises';
export async function size(path: string) {
  await using file = await open(path);
  const { size } = await file.stat();
  return size;
}
` }] },
      ],
    },
    valid: `
import { open } from 'node:fs/promises';
export async function size(path: string) {
  await using file = await open(path);
  const { size } = await file.stat();
  return size;
}
`,
  },
  {
    clause: '8.suggest-await-using',
    invalid: {
      code: `
import { createWriteStream } from 'node:fs';
export async function write(path: string) {
  const file = createWriteStream(path);
  file.write('text');
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'file', born: 'acquired', path: "'file' is acquired at 4 → leaves with 'file' live at 6", release: "await new Promise<void>((resolve, reject) => file.once('error', reject).end(resolve))", migration: 'trailing-stop-to-using' }, line: 4, column: 16, endColumn: 39 },
      ],
    },
    valid: `
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
export async function write(path: string) {
  const file = createWriteStream(path);
  file.write('text');
  file.end();
  await finished(file);
}
`,
  },
  {
    clause: '8.suggest-using',
    invalid: {
      code: `
declare class Lock implements Disposable {
  [Symbol.dispose](): void;
}
export function guarded(work: () => void) {
  const lock = new Lock();
  work();
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'lock', born: 'acquired', path: "'lock' is acquired at 6 → leaves with 'lock' live at 8", release: 'lock[Symbol.dispose]()', migration: 'trailing-stop-to-using' }, line: 6, column: 16, endColumn: 26,
          suggestions: [{ messageId: 'useScope', data: { keyword: 'using' }, output: `
declare class Lock implements Disposable {
  [Symbol.dispose](): void;
}
export function guarded(work: () => void) {
  using lock = new Lock();
  work();
}
` }] },
      ],
    },
    valid: `
declare class Lock implements Disposable {
  [Symbol.dispose](): void;
}
export function guarded(work: () => void) {
  using lock = new Lock();
  work();
}
`,
  },
  {
    clause: '8.no-suggestion',
    invalid: {
      code: `
declare function poll(): void;
export function begin() {
  const timer = setInterval(poll, 1000);
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'timer', born: 'acquired', path: "'timer' is acquired at 4 → leaves with 'timer' live at 5", release: 'clearInterval(timer)', migration: 'trailing-stop-to-using' }, line: 4, column: 17, endColumn: 40 },
      ],
    },
    valid: `
declare function poll(): void;
export function begin() {
  const timer = setInterval(poll, 1000);
  clearInterval(timer);
}
`,
  },
  {
    clause: '8.no-suggestion',
    invalid: {
      code: `
class Feed implements Disposable {
  readonly #timer = setInterval(() => undefined, 1000);
  async stop() {
    clearInterval(this.#timer);
  }
  [Symbol.dispose]() {
    void this.stop();
  }
}
export function begin() {
  const feed = new Feed();
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'feed', born: 'acquired', path: "'feed' is acquired at 12 → leaves with 'feed' live at 13", release: 'await feed.stop()', migration: 'trailing-stop-to-using' }, line: 12, column: 16, endColumn: 26 },
      ],
    },
    valid: `
class Feed implements Disposable {
  readonly #timer = setInterval(() => undefined, 1000);
  async stop() {
    clearInterval(this.#timer);
  }
  [Symbol.dispose]() {
    void this.stop();
  }
}
export async function begin() {
  const feed = new Feed();
  await feed.stop();
}
`,
  },
  {
    clause: '8.shutdown-hooks',
    invalid: {
      code: `
import { NestFactory } from '@nestjs/core';
export async function bootstrap(module: unknown) {
  const app = await NestFactory.create(module);
  await app.listen(3000);
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'app', born: 'started', path: "'app' is created at 4 → 'app' is started at 5 → leaves with 'app' live at 6", release: 'await app.close()', migration: 'trailing-stop-to-using' }, line: 5, column: 9, endColumn: 25 },
      ],
    },
    valid: `
import { NestFactory } from '@nestjs/core';
export async function bootstrap(module: unknown) {
  const app = await NestFactory.create(module);
  app.enableShutdownHooks();
  await app.listen(3000);
}
`,
  },
  {
    clause: '8.from-start',
    invalid: {
      code: `
declare class Bot {
  start(): Promise<void>;
  stop(): Promise<void>;
}
async function launch(bot: Bot) {
  await bot.start();
}
export async function run() {
  const bot = new Bot();
  await launch(bot);
  console.log('launched');
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'bot', born: 'started', path: "'bot' is created at 10 → 'bot' is started at 11 → leaves with 'bot' live at 13", release: 'await bot.stop()', migration: 'trailing-stop-to-using' }, line: 11, column: 9, endColumn: 20 },
      ],
    },
    valid: [
      `
declare class Bot {
  start(): Promise<void>;
  stop(): Promise<void>;
}
async function runOnce(bot: Bot) {
  await bot.start();
  await bot.stop();
}
export async function run() {
  const bot = new Bot();
  await runOnce(bot);
  console.log('done');
}
`,
      `
declare class Bot {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export async function run(log: (error: unknown) => void) {
  const bot = new Bot();
  try {
    await bot.start();
  } catch (error) {
    log(error);
    return;
  }
  await bot.stop();
}
`,
    ],
  },
  {
    clause: '8.returned-closure',
    invalid: {
      code: `
import { watch } from 'node:fs';
export function follow(early: boolean) {
  const watcher = watch('.');
  const end = () => watcher.close();
  if (early) return;
  end();
}
`,
      errors: [
        { messageId: 'notOnEveryPath', data: { resource: 'watcher', born: 'acquired', scope: 'follow()', path: "'watcher' is acquired at 4 → returns with 'watcher' live at 6", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 19, endColumn: 29 },
      ],
    },
    valid: [
      `
import { watch } from 'node:fs';
export function follow(early: boolean) {
  const watcher = watch('.');
  const end = () => watcher.close();
  if (early) return end();
  end();
}
`,
      `
import { watch } from 'node:fs';
export function follow() {
  const watcher = watch('.');
  setTimeout(() => watcher.close(), 1000);
}
`,
      `
import { watch } from 'node:fs';
export function follow(work: Promise<void>) {
  const watcher = watch('.');
  return work.finally(() => watcher.close());
}
`,
      `
import { watch } from 'node:fs';
export function follow(onEnd: (end: () => void) => void) {
  const watcher = watch('.');
  onEnd(watcher.close.bind(watcher));
}
`,
    ],
  },
  {
    clause: '8.finally',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export async function race(names: string[]) {
  for (const name of names) {
    const redis = new Redis();
    try {
      if (await redis.get(name)) continue;
    } finally {
      if (name === '') redis.disconnect();
    }
    redis.disconnect();
  }
}
`,
      errors: [
        { messageId: 'notOnEveryPath', data: { resource: 'redis', born: 'acquired', scope: 'race()', path: "'redis' is acquired at 5 → leaves with 'redis' live at 13", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 5, column: 19, endColumn: 30 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export async function race(names: string[]) {
  for (const name of names) {
    const redis = new Redis();
    try {
      if (await redis.get(name)) continue;
    } finally {
      redis.disconnect();
    }
  }
}
`,
      `
import { Pool } from 'pg';
export async function both() {
  const from = new Pool();
  const to = new Pool();
  try {
    await to.query('SELECT 1');
  } finally {
    await Promise.allSettled([to.end(), from.end()]);
  }
}
`,
    ],
  },
  {
    clause: '8.stored',
    invalid: {
      code: `
import { createServer, type Server } from 'node:http';
export function serve() {
  const server = createServer();
  const same: Server = server.listen(0);
  console.log(same.address());
}
`,
      errors: [
        { messageId: 'never', data: { resource: 'server', born: 'started', path: "'server' is created at 4 → 'server' is started at 5 → leaves with 'server' live at 7", release: 'await new Promise((resolve) => server.close(resolve))', migration: 'trailing-stop-to-using' }, line: 5, column: 24, endColumn: 40 },
      ],
    },
    valid: `
import { createServer, type Server } from 'node:http';
export class App {
  server: Server | undefined;
  listen() {
    const server = createServer();
    this.server = server.listen(0);
  }
  close() {
    this.server?.close();
  }
}
`,
  },
  {
    clause: '8.stated',
    invalid: [
      {
        code: `import { watch, type FSWatcher } from 'node:fs';
/** @borrows watcher */
declare function count(watcher: FSWatcher): number;
export function run() {
  const watcher = watch('.');
  return count(watcher);
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'watcher', born: 'acquired', release: 'watcher.close()', path: "'watcher' is acquired at 5 → returns with 'watcher' live at 6", migration: 'trailing-stop-to-using' }, line: 5, column: 19, endColumn: 29 },
        ],
      },
      {
        code: `import { watch, type FSWatcher } from 'node:fs';
/** @owns */
declare function getWatcher(): FSWatcher;
export function run() {
  const watcher = getWatcher();
  return watcher.eventNames().length;
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'watcher', born: 'acquired', release: 'watcher.close()', path: "'watcher' is acquired at 5 → returns with 'watcher' live at 6", migration: 'trailing-stop-to-using' }, line: 5, column: 19, endColumn: 31 },
        ],
      },
    ],
    valid: [
      `import { watch, type FSWatcher } from 'node:fs';
/** @owns watcher */
declare function keep(watcher: FSWatcher): number;
export function run() {
  const watcher = watch('.');
  return keep(watcher);
}
`,
      `import { watch, type FSWatcher } from 'node:fs';
/** @borrows */
function shared() {
  return watch('.');
}
export function run() {
  const watcher = shared();
  return watcher.eventNames().length;
}
`,
    ],
  },
  {
    clause: '8.stated-parameter',
    invalid: [
      {
        code: `import { watch, type FSWatcher } from 'node:fs';
/** @owns watcher */
export function count(watcher: FSWatcher) {
  return watcher.eventNames().length;
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'watcher', born: 'handed over', release: 'watcher.close()', path: "'watcher' is handed over at 3 → returns with 'watcher' live at 4", migration: 'trailing-stop-to-using' }, line: 3, column: 23, endColumn: 30 },
        ],
      },
      {
        code: `import { watch, type FSWatcher } from 'node:fs';
export function count(/** @owns */ watcher: FSWatcher, names: string[]) {
  if (names.length === 0) return 0;
  watcher.close();
  return names.length;
}
`,
        errors: [
          { messageId: 'notOnEveryPath', data: { resource: 'watcher', born: 'handed over', scope: 'count()', path: "'watcher' is handed over at 2 → returns with 'watcher' live at 3", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 2, column: 36, endColumn: 43 },
        ],
      },
    ],
    valid: [
      `import { watch, type FSWatcher } from 'node:fs';
/** @owns watcher */
export function count(watcher: FSWatcher, names: string[]) {
  watcher.close();
  return names.length;
}
`,
      `import { watch, type FSWatcher } from 'node:fs';
export function count(watcher: FSWatcher) {
  return watcher.eventNames().length;
}
`,
      `import { watch, type FSWatcher } from 'node:fs';
/** @owns watcher */
export function tree(watcher: FSWatcher) {
  return { close: () => watcher.close() };
}
`,
    ],
  },
  {
    clause: '8.any-release',
    invalid: [
      {
        code: `
class Runner {
  async query(): Promise<string> {
    return 'x';
  }
  async commit(): Promise<void> {
    await this.query();
  }
  async release(): Promise<void> {
    await this.query();
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await this.commit();
    await this.release();
  }
}
export async function read(): Promise<string> {
  const runner = new Runner();
  const row = await runner.query();
  await runner.commit();
  return row;
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'runner', born: 'acquired', release: 'await runner.release()', scope: 'read()', path: "'runner' is acquired at 18 → returns with 'runner' live at 21", kind: 'service', what: "'new Runner()'", migration: 'trailing-stop-to-using' }, line: 18, column: 18, endColumn: 30, suggestions: [{ messageId: 'useScope', data: { keyword: 'await using' }, output: `
class Runner {
  async query(): Promise<string> {
    return 'x';
  }
  async commit(): Promise<void> {
    await this.query();
  }
  async release(): Promise<void> {
    await this.query();
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await this.commit();
    await this.release();
  }
}
export async function read(): Promise<string> {
  await using runner = new Runner();
  const row = await runner.query();
  await runner.commit();
  return row;
}
` }] },
        ],
      },
    ],
    valid: [
      `
class Runner {
  async query(): Promise<string> {
    return 'x';
  }
  async commit(): Promise<void> {
    await this.query();
  }
  async release(): Promise<void> {
    await this.query();
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await this.commit();
    await this.release();
  }
}
export async function read(): Promise<string> {
  const runner = new Runner();
  try {
    return await runner.query();
  } finally {
    await runner.release();
  }
}
`,
    ],
  },
  {
    clause: '8.alias',
    invalid: [
      {
        code: `
interface Service {
  stop(): Promise<void>;
}
class Server implements Service {
  private timer: NodeJS.Timeout | undefined;
  async start(): Promise<Service> {
    this.timer = setInterval(() => console.log('tick'), 1000);
    return this;
  }
  async stop(): Promise<void> {
    clearInterval(this.timer);
  }
}
export async function serve(): Promise<void> {
  const server = await new Server().start();
  console.log(server);
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'server', born: 'started', release: 'await server.stop()', scope: 'serve()', path: "'server' is started at 16 → leaves with 'server' live at 18", kind: 'service', what: "'new Server().start()'", migration: 'trailing-stop-to-using' }, line: 16, column: 24, endColumn: 44 },
        ],
      },
      {
        code: `
interface Service {
  stop(): Promise<void>;
}
class Server implements Service {
  private timer: NodeJS.Timeout | undefined;
  async start(): Promise<Service> {
    this.timer = setInterval(() => console.log('tick'), 1000);
    return this;
  }
  async stop(): Promise<void> {
    clearInterval(this.timer);
  }
}
export async function serve(): Promise<void> {
  const server = new Server();
  await server.start();
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'server', born: 'started', release: 'await server.stop()', scope: 'serve()', path: "'server' is created at 16 → 'server' is started at 17 → leaves with 'server' live at 18", kind: 'service', what: "'server.start()'", migration: 'trailing-stop-to-using' }, line: 17, column: 9, endColumn: 23 },
        ],
      },
    ],
    valid: [
      `
interface Service {
  stop(): Promise<void>;
}
class Server implements Service {
  private timer: NodeJS.Timeout | undefined;
  async start(): Promise<Service> {
    this.timer = setInterval(() => console.log('tick'), 1000);
    return this;
  }
  async stop(): Promise<void> {
    clearInterval(this.timer);
  }
}
export function serve(): Promise<Service> {
  const server = new Server();
  return server.start();
}
`,
      `
interface Service {
  stop(): Promise<void>;
}
class Server implements Service {
  private timer: NodeJS.Timeout | undefined;
  async start(): Promise<Service> {
    this.timer = setInterval(() => console.log('tick'), 1000);
    return this;
  }
  async stop(): Promise<void> {
    clearInterval(this.timer);
  }
}
export async function serve(): Promise<Service> {
  const server = await new Server().start();
  return server;
}
`,
    ],
  },
  {
    clause: '8.returned',
    invalid: [
      {
        code: `
import * as http from 'node:http';
export async function serve(): Promise<void> {
  const server = http.createServer();
  await new Promise<void>((resolve, reject) => {
    const listening = server.listen(0, () => resolve());
    listening.on('error', reject);
  });
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'server', born: 'started', release: 'await new Promise((resolve) => server.close(resolve))', scope: 'serve()', path: "'server' is created at 4 → 'server' is started at 5 → leaves with 'server' live at 9", kind: 'server', what: "'server.listen()'", migration: 'trailing-stop-to-using' }, line: 6, column: 23, endColumn: 56 },
        ],
      },
    ],
    valid: [
      `
import * as http from 'node:http';
export async function serve(): Promise<http.Server> {
  const server = http.createServer();
  return await new Promise((resolve, reject) => {
    const listening = server.listen(0, () => resolve(listening));
    listening.on('error', reject);
  });
}
`,
    ],
  },
  {
    clause: '8.process-lifetime',
    invalid: [
      {
        code: `
let installed = false;
export function install(): boolean {
  if (installed) return false;
  setInterval(() => console.log('tick'), 1000);
  return true;
}
export function forget(): void {
  installed = false;
}
`,
        errors: [
          { messageId: 'discarded', data: { resource: 'Timeout', born: 'acquired', release: 'clearInterval(Timeout)', scope: 'install()', path: 'a timer is acquired and its handle is dropped at 5', kind: 'timer', what: "'setInterval()'", migration: 'trailing-stop-to-using' }, line: 5, column: 3, endColumn: 47 },
        ],
      },
      {
        code: `
export class Heart {
  private installed = false;
  private readonly beats: number[] = [];
  static install(): void {
    let installed = false;
    if (!installed) {
      setInterval(() => console.log('tick'), 1000);
      installed = true;
    }
  }
}
`,
        errors: [
          { messageId: 'discarded', data: { resource: 'Timeout', born: 'acquired', release: 'clearInterval(Timeout)', scope: 'install()', path: 'a timer is acquired and its handle is dropped at 8', kind: 'timer', what: "'setInterval()'", migration: 'trailing-stop-to-using' }, line: 8, column: 7, endColumn: 51 },
        ],
      },
    ],
    valid: [
      `
let installed = false;
export function install(): boolean {
  if (installed) return false;
  setInterval(() => console.log('tick'), 1000);
  installed = true;
  return true;
}
`,
      `
let installed = false;
export function install(): void {
  if (!installed) {
    setInterval(() => console.log('tick'), 1000);
    installed = true;
  }
}
`,
    ],
  },
  {
    clause: '8.from-start',
    invalid: [
      {
        code: `
class Worker {
  private timer: NodeJS.Timeout | undefined;
  readonly receive = (line: string) => console.log(line);
  readonly size = 1;
  async run(): Promise<void> {
    this.timer = setInterval(() => console.log('tick'), 1000);
  }
  async shutdown(): Promise<void> {
    clearInterval(this.timer);
  }
}
export async function work(): Promise<void> {
  const worker = new Worker();
  const running = worker.run();
  console.log(running);
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'worker', born: 'started', release: 'await worker.shutdown()', scope: 'work()', path: "'worker' is created at 14 → 'worker' is started at 15 → leaves with 'worker' live at 17", kind: 'service', what: "'worker.run()'", migration: 'trailing-stop-to-using' }, line: 15, column: 19, endColumn: 31 },
        ],
      },
      {
        code: `
class Bucket {
  private timer: NodeJS.Timeout | undefined;
  async init(): Promise<void> {
    this.timer = setInterval(() => console.log('tick'), 1000);
  }
  async destroy(): Promise<boolean> {
    clearInterval(this.timer);
    return true;
  }
}
export async function open(): Promise<void> {
  const bucket = new Bucket();
  await bucket.init();
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'bucket', born: 'started', release: 'await bucket.destroy()', scope: 'open()', path: "'bucket' is created at 13 → 'bucket' is started at 14 → leaves with 'bucket' live at 15", kind: 'service', what: "'bucket.init()'", migration: 'trailing-stop-to-using' }, line: 14, column: 9, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `
class Worker {
  private timer: NodeJS.Timeout | undefined;
  readonly receive = (line: string) => console.log(line);
  readonly size = 1;
  async run(): Promise<void> {
    this.timer = setInterval(() => console.log('tick'), 1000);
  }
  async shutdown(): Promise<void> {
    clearInterval(this.timer);
  }
}
export async function work(): Promise<void> {
  const worker = new Worker();
  await worker.run();
}
`,
      `
declare function remove(name: string): Promise<boolean>;
declare function info(name: string): Promise<object>;
class Bucket {
  async init(): Promise<object> {
    return await info('bucket');
  }
  destroy(): Promise<boolean> {
    return remove('bucket');
  }
}
export async function open(): Promise<void> {
  const bucket = new Bucket();
  await bucket.init();
}
`,
    ],
  },
  {
    clause: '8.returned',
    invalid: [
      {
        code: `
class Collector {
  private readonly timer = setInterval(() => this.flush(), 1000);
  readonly receive = (line: string) => console.log(line);
  readonly size = 1;
  flush(): void {}
  close(): void {
    clearInterval(this.timer);
  }
}
export function collect(): { size: number } {
  const collector = new Collector();
  return { size: collector.size };
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'collector', born: 'acquired', release: 'collector.close()', scope: 'collect()', path: "'collector' is acquired at 12 → returns with 'collector' live at 13", kind: 'service', what: "'new Collector()'", migration: 'trailing-stop-to-using' }, line: 12, column: 21, endColumn: 36 },
        ],
      },
    ],
    valid: [
      `
class Collector {
  private readonly timer = setInterval(() => this.flush(), 1000);
  readonly receive = (line: string) => console.log(line);
  readonly size = 1;
  flush(): void {}
  close(): void {
    clearInterval(this.timer);
  }
}
export function collect(): { receive(line: string): void } {
  const collector = new Collector();
  return { receive: collector.receive };
}
`,
    ],
  },
  {
    clause: '8.finally',
    invalid: [
      {
        code: `
declare const pool: { take(): Promise<{ free(): void }>; };
declare function query(text: string): Promise<string>;
interface Runner { connect(): Promise<unknown>; release(): Promise<void>; version(): Promise<string>; [Symbol.asyncDispose](): Promise<void>; }
class BaseRunner {
  isReleased = false;
  held: { free(): void } | undefined;
  async version(): Promise<string> { return query('select version()'); }
}
class HttpRunner extends BaseRunner implements Runner {
  async connect(): Promise<unknown> { this.held = await pool.take(); return this.held; }
  release(): Promise<void> { this.isReleased = true; if (this.held) this.held.free(); return Promise.resolve(); }
  async [Symbol.asyncDispose](): Promise<void> { await this.release(); }
}
export async function connect(): Promise<string> {
  const runner = new HttpRunner();
  const version = await runner.version();
  await runner.release();
  return version;
}
`,
        errors: [
          { messageId: 'onException', data: { resource: 'runner', born: 'acquired', release: 'await runner.release()', scope: 'connect()', path: "'runner' is acquired at 16 → 'runner.version()' may reject at 17 → leaves with 'runner' live at 20", kind: 'service', what: "'new HttpRunner()'", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 16, column: 18, endColumn: 34 },
        ],
      },
      {
        code: `
declare const pool: { take(): Promise<{ free(): void }>; };
declare function query(text: string): Promise<string>;
interface Runner { connect(): Promise<unknown>; release(): Promise<void>; version(): Promise<string>; [Symbol.asyncDispose](): Promise<void>; }
class BaseRunner {
  isReleased = false;
  held: { free(): void } | undefined;
  async version(): Promise<string> { return query('select version()'); }
}
class HttpRunner extends BaseRunner implements Runner {
  async connect(): Promise<unknown> { return {}; }
  release(): Promise<void> { this.isReleased = true; return Promise.resolve(); }
  async [Symbol.asyncDispose](): Promise<void> { await this.release(); }
  async poll(): Promise<void> { while (!this.isReleased) await query('select 1'); }
}
export async function connect(): Promise<string> {
  const runner = new HttpRunner();
  const version = await runner.version();
  await runner.release();
  return version;
}
`,
        errors: [
          { messageId: 'onException', data: { resource: 'runner', born: 'acquired', release: 'await runner.release()', scope: 'connect()', path: "'runner' is acquired at 17 → 'runner.version()' may reject at 18 → leaves with 'runner' live at 21", kind: 'service', what: "'new HttpRunner()'", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 17, column: 18, endColumn: 34 },
        ],
      },
      {
        code: `
import { Server } from 'socket.io';
export function attach(port: number): void {
  const io = new Server(port);
  io.on('connection', () => console.log('one more'));
}
`,
        files: { 'node_modules/socket.io/index.d.ts': "export declare class Server { constructor(server?: import('node:http').Server | number); on(event: string, listener: () => void): this; close(): Promise<void>; }", 'node_modules/socket.io/package.json': '{ "name": "socket.io", "version": "4.8.0", "types": "index.d.ts" }' },
        errors: [
          { messageId: 'never', data: { resource: 'io', born: 'acquired', release: 'await io.close()', scope: 'attach()', path: "'io' is acquired at 4 → leaves with 'io' live at 6", kind: 'server', what: "'new Server()'", migration: 'trailing-stop-to-using' }, line: 4, column: 14, endColumn: 30 },
        ],
      },
    ],
    valid: [
      `
declare const pool: { take(): Promise<{ free(): void }>; };
declare function query(text: string): Promise<string>;
interface Runner { connect(): Promise<unknown>; release(): Promise<void>; version(): Promise<string>; [Symbol.asyncDispose](): Promise<void>; }
class BaseRunner {
  isReleased = false;
  held: { free(): void } | undefined;
  async version(): Promise<string> { return query('select version()'); }
}
class HttpRunner extends BaseRunner implements Runner {
  async connect(): Promise<unknown> { return {}; }
  release(): Promise<void> { this.isReleased = true; if (this.held) this.held.free(); return Promise.resolve(); }
  async [Symbol.asyncDispose](): Promise<void> { await this.release(); }
}
export async function connect(): Promise<string> {
  const runner = new HttpRunner();
  const version = await runner.version();
  await runner.release();
  return version;
}
`,
      {
        code: `
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
export function attach(server: HttpServer): void {
  const io = new Server(server);
  io.on('connection', () => console.log('one more'));
}
`,
        files: { 'node_modules/socket.io/index.d.ts': "export declare class Server { constructor(server?: import('node:http').Server | number); on(event: string, listener: () => void): this; close(): Promise<void>; }", 'node_modules/socket.io/package.json': '{ "name": "socket.io", "version": "4.8.0", "types": "index.d.ts" }' },
      },
    ],
  },
  {
    clause: '8.natural-exit',
    invalid: [
      {
        code: `
export class Session {
  #opened?: (id: string) => void;
  open(): Promise<string> {
    return new Promise<string>((resolve) => {
      this.#opened = resolve;
    });
  }
  welcomed(id: string): void {
    this.#opened?.(id);
  }
  async close(): Promise<void> {
    await fetch('/bye');
  }
}
export async function use(): Promise<void> {
  const session = new Session();
  console.log(await session.open());
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'session', born: 'started', release: 'await session.close()', scope: 'use()', path: "'session' is created at 17 → 'session' is started at 18 → leaves with 'session' live at 19", kind: 'service', what: "'session.open()'", migration: 'trailing-stop-to-using' }, line: 18, column: 21, endColumn: 35 },
        ],
      },
    ],
    valid: [
      `
export class Dialog<T> {
  #resolve?: (value: T | undefined) => void;
  open(): Promise<T | undefined> {
    return new Promise<T | undefined>((resolve) => {
      this.#resolve = (value) => {
        resolve(value);
      };
      document.body.append('dialog');
    });
  }
  close(): void {
    this.#resolve?.(undefined);
  }
}
export async function confirm(): Promise<boolean> {
  const dialog = new Dialog<boolean>();
  return (await dialog.open()) === true;
}
`,
      `
export class Dialog<T> {
  #resolve?: (value: T | undefined) => void;
  open(): Promise<T | undefined> {
    return new Promise<T | undefined>((resolve) => {
      this.#resolve = (value) => {
        resolve(value);
      };
      document.body.append('dialog');
    });
  }
  close(): void {
    this.#resolve?.(undefined);
  }
}
export async function confirm(): Promise<boolean> {
  const confirmed = await new Dialog<boolean>().open();
  return confirmed === true;
}
`,
      `
export class Dialog<T> {
  #resolve?: (value: T | undefined) => void;
  open(): Promise<T | undefined> {
    return new Promise<T | undefined>((resolve) => {
      this.#resolve = (value) => {
        resolve(value);
      };
      document.body.append('dialog');
    });
  }
  close(): void {
    this.#resolve?.(undefined);
  }
}
export function rename(): void {
  const dialog = new Dialog<string>();
  void dialog.open().then((name) => console.log(name));
}
`,
    ],
  },
  {
    clause: '8.never',
    invalid: [
      {
        code: `
declare class Server {
  url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}
export async function serve(): Promise<void> {
  const server = new Server();
  await server.start();
  console.log(server.url);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'server', born: 'started', release: 'await server.stop()', scope: 'serve()', path: "'server' is created at 8 → 'server' is started at 9 → leaves with 'server' live at 12", kind: 'service', what: "'server.start()'", migration: 'trailing-stop-to-using' }, line: 9, column: 9, endColumn: 23 },
        ],
      },
    ],
    valid: [
      `
declare class Server {
  url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}
export async function serve(): Promise<void> {
  const server = new Server();
  await server.start();
  console.log(server.url);
  await new Promise(() => {});
}
`,
    ],
  },
  {
    clause: '8.from-start',
    invalid: [
      {
        code: `
declare class Host {
  start(errors: string[]): Promise<boolean>;
  stop(): Promise<void>;
}
export async function load(): Promise<void> {
  const host = new Host();
  if (!(await host.start([]))) return;
  console.log('started');
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'host', born: 'started', release: 'await host.stop()', scope: 'load()', path: "'host' is created at 7 → 'host' is started at 8 → leaves with 'host' live at 10", kind: 'service', what: "'host.start()'", migration: 'trailing-stop-to-using' }, line: 8, column: 15, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `
declare class Host {
  start(errors: string[]): Promise<boolean>;
  stop(): Promise<void>;
}
export async function load(): Promise<void> {
  const host = new Host();
  if (await host.start([])) {
    console.log('started');
    await host.stop();
  }
}
`,
    ],
  },
  {
    clause: '8.branches',
    invalid: [
      {
        code: `
declare class Host {
  start(errors: string[]): Promise<boolean>;
  stop(): Promise<void>;
}
export async function load(inProcess: boolean): Promise<void> {
  const host = inProcess ? new Host() : new Host();
  await host.start([]);
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'host', born: 'started', release: 'await host.stop()', scope: 'load()', path: "'host' is created at 7 → 'host' is started at 8 → leaves with 'host' live at 9", kind: 'service', what: "'host.start()'", migration: 'trailing-stop-to-using' }, line: 8, column: 9, endColumn: 23 },
        ],
      },
    ],
    valid: [
      `
declare class Host {
  start(errors: string[]): Promise<boolean>;
  stop(): Promise<void>;
}
export async function load(inProcess: boolean): Promise<void> {
  const host = inProcess ? new Host() : new Host();
  await host.start([]);
  await host.stop();
}
`,
    ],
  },
  {
    clause: '8.self-ending-stream',
    invalid: [
      {
        code: `
import { createReadStream } from 'node:fs';
export function warm(path: string): void {
  createReadStream(path).on('error', (error) => console.log(error));
}
`,
        errors: [
          { messageId: 'discarded', data: { resource: 'ReadStream', born: 'acquired', release: 'ReadStream.close()', scope: 'warm()', path: 'a stream is acquired and its handle is dropped at 4', kind: 'stream', what: "'createReadStream()'", migration: 'trailing-stop-to-using' }, line: 4, column: 3, endColumn: 25 },
        ],
      },
    ],
    valid: [
      `
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
export function hash(path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sum = createHash('sha256');
    createReadStream(path).on('close', () => resolve(sum.digest())).on('data', (data) => sum.update(data)).on('error', reject);
  });
}
`,
    ],
  },
  {
    clause: '8.wrapper',
    invalid: [
      {
        code: `
declare class Menu {
  open(): Promise<void>;
  close(): void;
}
class Access {
  constructor(readonly menu: Menu) {}
}
export async function show(): Promise<Access> {
  const menu = new Menu();
  await menu.open();
  return new Access(menu);
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'menu', born: 'started', release: 'menu.close()', scope: 'show()', path: "'menu' is created at 10 → 'menu' is started at 11 → returns with 'menu' live at 12", kind: 'service', what: "'menu.open()'", migration: 'trailing-stop-to-using' }, line: 11, column: 9, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `
declare class Menu {
  open(): Promise<void>;
  close(): void;
}
class Access {
  readonly #toClose: Menu;
  constructor(readonly menu: Menu) {
    this.#toClose = menu;
  }
  dispose(): void {
    this.#toClose.close();
  }
}
export async function show(): Promise<Access> {
  const menu = new Menu();
  await menu.open();
  return new Access(menu);
}
`,
    ],
  },
  {
    clause: '8.discarded-subscription',
    invalid: [
      {
        code: `
import { DisposableDelegate } from '@lumino/disposable';
class Registry {
  readonly #names = new Set<string>();
  lock(name: string): DisposableDelegate {
    this.#names.add(name);
    return new DisposableDelegate(() => this.#names.delete(name));
  }
}
export function activate(registry: Registry): void {
  registry.lock('viewer');
}
`, files: { 'lumino.d.ts': `
declare module '@lumino/signaling' {
  export interface ISignal<T, U> {
    connect(slot: (sender: T, args: U) => void, receiver?: unknown): boolean;
    disconnect(slot: (sender: T, args: U) => void, receiver?: unknown): boolean;
  }
  export class Signal<T, U> implements ISignal<T, U> {
    connect(slot: (sender: T, args: U) => void, receiver?: unknown): boolean;
    disconnect(slot: (sender: T, args: U) => void, receiver?: unknown): boolean;
    static clearData(object: unknown): void;
  }
}
declare module '@lumino/widgets' {
  export class Widget {
    dispose(): void;
    close(): void;
    addWidget(widget: Widget): void;
  }
}
declare module '@lumino/disposable' {
  export class DisposableDelegate {
    constructor(callback: () => void);
    dispose(): void;
  }
}
` },
        errors: [
          { messageId: 'discarded', data: { resource: 'DisposableDelegate', born: 'acquired', release: 'DisposableDelegate.dispose()', scope: 'activate()', path: 'a handle is acquired and its handle is dropped at 11', kind: 'handle', what: "'registry.lock()'", migration: 'trailing-stop-to-using' }, line: 11, column: 3, endColumn: 26 },
        ],
      },
    ],
    valid: [
      { code: `
import { DisposableDelegate } from '@lumino/disposable';
class Registry {
  readonly #names = new Set<string>();
  addFactory(name: string): DisposableDelegate {
    this.#names.add(name);
    return new DisposableDelegate(() => this.#names.delete(name));
  }
}
export function activate(registry: Registry): void {
  registry.addFactory('viewer');
}
`, files: { 'lumino.d.ts': `
declare module '@lumino/signaling' {
  export interface ISignal<T, U> {
    connect(slot: (sender: T, args: U) => void, receiver?: unknown): boolean;
    disconnect(slot: (sender: T, args: U) => void, receiver?: unknown): boolean;
  }
  export class Signal<T, U> implements ISignal<T, U> {
    connect(slot: (sender: T, args: U) => void, receiver?: unknown): boolean;
    disconnect(slot: (sender: T, args: U) => void, receiver?: unknown): boolean;
    static clearData(object: unknown): void;
  }
}
declare module '@lumino/widgets' {
  export class Widget {
    dispose(): void;
    close(): void;
    addWidget(widget: Widget): void;
  }
}
declare module '@lumino/disposable' {
  export class DisposableDelegate {
    constructor(callback: () => void);
    dispose(): void;
  }
}
` } },
    ],
  },
  {
    clause: '8.natural-exit',
    invalid: [
      {
        code: `
declare class Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
}
export class Login {
  #token = new Deferred<string>();
  open(): Promise<string> {
    this.#token = new Deferred<string>();
    return this.#token.promise;
  }
  granted(token: string): void {
    this.#token.resolve(token);
  }
  async close(): Promise<void> {
    await fetch('/logout');
  }
}
export async function use(): Promise<void> {
  const login = new Login();
  console.log(await login.open());
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'login', born: 'started', release: 'await login.close()', scope: 'use()', path: "'login' is created at 20 → 'login' is started at 21 → leaves with 'login' live at 22", kind: 'service', what: "'login.open()'", migration: 'trailing-stop-to-using' }, line: 21, column: 21, endColumn: 33 },
        ],
      },
    ],
    valid: [
      `
declare class Deferred<T> {
  readonly promise: Promise<T>;
  reject(reason: unknown): void;
}
export class Dialog {
  #answer: Deferred<string> | undefined;
  open(): Promise<string> {
    this.#answer = new Deferred<string>();
    return this.#answer.promise;
  }
  close(): void {
    const answer = this.#answer;
    answer?.reject('closed');
  }
}
export async function ask(): Promise<string> {
  const dialog = new Dialog();
  return await dialog.open();
}
`,
    ],
  },
  {
    clause: '8.self-ending-stream',
    invalid: [
      {
        code: `
import { createInterface } from 'node:readline';
export function log(): void {
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => console.log(line));
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'lines', born: 'acquired', release: 'lines.close()', scope: 'log()', path: "'lines' is acquired at 4 → leaves with 'lines' live at 6", kind: 'handle', what: "'createInterface()'", migration: 'trailing-stop-to-using' }, line: 4, column: 17, endColumn: 58 },
        ],
      },
    ],
    valid: [
      `
import { createInterface } from 'node:readline';
import type { ChildProcess } from 'node:child_process';
export function log(child: ChildProcess): void {
  const lines = createInterface({ input: child.stdout! });
  lines.on('line', (line) => console.log(line));
  createInterface(child.stderr!).on('line', (line) => console.error(line));
}
`,
    ],
  },
  {
    clause: '8.process-lifetime',
    invalid: [
      {
        code: `
declare function useEffect(effect: () => void): void;
export function watchElement(element: Element, changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(element, { childList: true });
}
export function Panel({ changed }: { changed: () => void }): void {
  useEffect(() => {
    const observer = new ResizeObserver(changed);
    observer.observe(document.body);
  });
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'observer', born: 'started', release: 'observer.disconnect()', scope: 'watchElement()', path: "'observer' is created at 4 → 'observer' is started at 5 → leaves with 'observer' live at 6", kind: 'observer', what: "'observer.observe()'", migration: 'trailing-stop-to-using' }, line: 5, column: 3, endColumn: 49 },
          { messageId: 'never', data: { resource: 'observer', born: 'started', release: 'observer.disconnect()', scope: 'this function', path: "'observer' is created at 9 → 'observer' is started at 10 → leaves with 'observer' live at 11", kind: 'observer', what: "'observer.observe()'", migration: 'trailing-stop-to-using' }, line: 10, column: 5, endColumn: 36 },
        ],
      },
      {
        code: `
export function watchPage(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document, { childList: true });
}
export function watchBody(changed: () => void): void {
  new ResizeObserver(changed).observe(document.body);
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'never', data: { resource: 'observer', born: 'started', release: 'observer.disconnect()', scope: 'watchPage()', path: "'observer' is created at 3 → 'observer' is started at 4 → leaves with 'observer' live at 5", kind: 'observer', what: "'observer.observe()'", migration: 'trailing-stop-to-using' }, line: 4, column: 3, endColumn: 50 },
          { messageId: 'discarded', data: { resource: 'ResizeObserver', born: 'started', release: 'ResizeObserver.disconnect()', scope: 'watchBody()', path: 'a observer is acquired and its handle is dropped at 7', kind: 'observer', what: "'new ResizeObserver(changed).observe()'", migration: 'trailing-stop-to-using' }, line: 7, column: 3, endColumn: 53 },
        ],
      },
    ],
    valid: [
      `
export function watchPage(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document, { childList: true });
}
export function watchBody(changed: () => void): void {
  new ResizeObserver(changed).observe(document.body);
}
`,
    ],
  },
  {
    clause: '8.process-lifetime',
    invalid: [
      {
        code: `
import { createServer } from 'node:net';
interface Command {
  command(name: string): Command;
  action(run: (port: number) => void): Command;
}
declare const program: Command;
async function serve(port: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  console.log('ready');
}
export function addCommands(): void {
  program.command('serve').action((port) => {
    serve(port).catch(console.error);
  });
}
export async function serveTwice(): Promise<void> {
  await serve(1);
  await serve(2);
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'server', born: 'started', release: 'await new Promise((resolve) => server.close(resolve))', scope: 'serve()', path: "'server' is created at 9 → 'server' is started at 10 → leaves with 'server' live at 12", kind: 'server', what: "'server.listen()'", migration: 'trailing-stop-to-using' }, line: 10, column: 3, endColumn: 22 },
        ],
      },
      {
        code: `
import { createServer } from 'node:net';
interface Command {
  command(name: string): Command;
  action(run: (port: number) => void): Command;
}
declare const program: Command;
async function serve(port: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  console.log('ready');
}
export function addCommands(): void {
  program.command('serve').action((port) => {
    serve(port).catch(console.error);
  });
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'never', data: { resource: 'server', born: 'started', release: 'await new Promise((resolve) => server.close(resolve))', scope: 'serve()', path: "'server' is created at 9 → 'server' is started at 10 → leaves with 'server' live at 12", kind: 'server', what: "'server.listen()'", migration: 'trailing-stop-to-using' }, line: 10, column: 3, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `
import { createServer } from 'node:net';
interface Command {
  command(name: string): Command;
  action(run: (port: number) => void): Command;
}
declare const program: Command;
async function serve(port: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  console.log('ready');
}
export function addCommands(): void {
  program.command('serve').action((port) => {
    serve(port).catch(console.error);
  });
}
`,
    ],
  },
  {
    clause: '8.wrapper',
    invalid: [
      {
        code: `
import { watch, type FSWatcher } from 'node:fs';
class Dispatcher {
  constructor(readonly scope: string) {}
}
export class ChangeCounter extends Dispatcher {
  changes = 0;
  constructor(scope: string, watcher: FSWatcher) {
    super(scope);
    watcher.on('change', () => this.changes++);
  }
}
export function open(path: string): { counter: ChangeCounter } {
  const watcher = watch(path);
  return { counter: new ChangeCounter('watch', watcher) };
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'watcher', born: 'acquired', release: 'watcher.close()', scope: 'open()', path: "'watcher' is acquired at 14 → returns with 'watcher' live at 15", kind: 'watcher', what: "'watch()'", migration: 'trailing-stop-to-using' }, line: 14, column: 19, endColumn: 30 },
        ],
      },
    ],
    valid: [
      `
import { watch, type FSWatcher } from 'node:fs';
class Model {
  constructor(readonly watcher: FSWatcher) {}
}
class Dispatcher {
  constructor(readonly scope: string, readonly model: Model) {}
}
export class WatchDispatcher extends Dispatcher {
  constructor(scope: string, watcher: FSWatcher) {
    super(scope, new Model(watcher));
  }
  dispose(): void {
    this.model.watcher.close();
  }
}
export function open(path: string): { dispatcher: WatchDispatcher } {
  const watcher = watch(path);
  return { dispatcher: new WatchDispatcher('watch', watcher) };
}
`,
    ],
  },
  {
    clause: '8.returned-closure',
    invalid: [
      {
        code: `
interface Client {
  frame(): void;
  dispose(): void;
}
interface Screencast {
  add(client: Client): void;
}
export class Recorder {
  #timer: NodeJS.Timeout | undefined;
  constructor(readonly screencast: Screencast) {}
  start(): void {
    this.#timer = setInterval(() => {}, 40);
    this.screencast.add({ frame: () => this.stop(), dispose: () => {} });
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
export function record(screencast: Screencast): void {
  const recorder = new Recorder(screencast);
  recorder.start();
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'recorder', born: 'started', release: 'recorder.stop()', scope: 'record()', path: "'recorder' is created at 21 → 'recorder' is started at 22 → leaves with 'recorder' live at 23", kind: 'service', what: "'recorder.start()'", migration: 'trailing-stop-to-using' }, line: 22, column: 3, endColumn: 19 },
        ],
      },
      {
        code: `
interface Client {
  frame(): void;
  dispose(): void;
}
interface Screencast {
  add(client: Client): void;
}
export class Recorder {
  #timer: NodeJS.Timeout | undefined;
  constructor(readonly screencast: Screencast) {}
  start(): void {
    this.#timer = setInterval(() => {}, 40);
    this.screencast.add({ frame: () => {}, dispose: () => this.stop() });
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
export function record(screencast: Screencast): void {
  const recorder = new Recorder(screencast);
  recorder.start();
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'never', data: { resource: 'recorder', born: 'started', release: 'recorder.stop()', scope: 'record()', path: "'recorder' is created at 21 → 'recorder' is started at 22 → leaves with 'recorder' live at 23", kind: 'service', what: "'recorder.start()'", migration: 'trailing-stop-to-using' }, line: 22, column: 3, endColumn: 19 },
        ],
      },
    ],
    valid: [
      `
interface Client {
  frame(): void;
  dispose(): void;
}
interface Screencast {
  add(client: Client): void;
}
export class Recorder {
  #timer: NodeJS.Timeout | undefined;
  constructor(readonly screencast: Screencast) {}
  start(): void {
    this.#timer = setInterval(() => {}, 40);
    this.screencast.add({ frame: () => {}, dispose: () => this.stop() });
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
export function record(screencast: Screencast): void {
  const recorder = new Recorder(screencast);
  recorder.start();
}
`,
    ],
  },
  {
    clause: '8.returned',
    invalid: [
      {
        code: `
declare class Browser {
  start(): Promise<void>;
  titles(): Promise<string[]>;
  stop(): Promise<void>;
}
export async function firstTitle(): Promise<string> {
  const browser = new Browser();
  await browser.start();
  const [title] = await browser.titles();
  return title;
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'browser', born: 'started', release: 'await browser.stop()', scope: 'firstTitle()', path: "'browser' is created at 8 → 'browser' is started at 9 → returns with 'browser' live at 11", kind: 'service', what: "'browser.start()'", migration: 'trailing-stop-to-using' }, line: 9, column: 9, endColumn: 24 },
        ],
      },
      {
        code: `
declare class Page {
  open(url: string): Promise<void>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
declare class Browser {
  start(): Promise<void>;
  pages(): Promise<Page[]>;
  stop(): Promise<void>;
}
export async function firstPage(): Promise<Page> {
  const browser = new Browser();
  await browser.start();
  const [page] = await browser.pages();
  return page;
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'never', data: { resource: 'browser', born: 'started', release: 'await browser.stop()', scope: 'firstPage()', path: "'browser' is created at 13 → 'browser' is started at 14 → returns with 'browser' live at 16", kind: 'service', what: "'browser.start()'", migration: 'trailing-stop-to-using' }, line: 14, column: 9, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `
declare class Page {
  open(url: string): Promise<void>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
declare class Browser {
  start(): Promise<void>;
  pages(): Promise<Page[]>;
  stop(): Promise<void>;
}
export async function firstPage(): Promise<Page> {
  const browser = new Browser();
  await browser.start();
  const [page] = await browser.pages();
  return page;
}
`,
    ],
  },
  {
    clause: '8.cannot-throw',
    invalid: [
      {
        code: `
import { watch } from 'node:fs';
export function load(kind: 'json' | 'text' | 'binary'): void {
  const watcher = watch('.');
  switch (kind) {
    case 'json':
    case 'text':
      break;
    default:
      throw new Error('unknown kind');
  }
  watcher.close();
}
`,
        errors: [
          { messageId: 'onException', data: { resource: 'watcher', born: 'acquired', release: 'watcher.close()', scope: 'load()', path: "'watcher' is acquired at 4 → throws at 10 → leaves with 'watcher' live at 13", kind: 'watcher', what: "'watch()'", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 19, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `
import { watch } from 'node:fs';
export function load(kind: 'json' | 'text'): RegExp {
  const watcher = watch('.');
  const pattern = new RegExp('^/(lab|doc)(/.*)?');
  const base = new URL('https://example.org');
  switch (kind) {
    case 'json':
      console.log(base);
      break;
    case 'text':
      break;
    default:
      throw new Error('unknown kind');
  }
  watcher.close();
  return pattern;
}
`,
    ],
  },
  {
    clause: '8.natural-exit',
    invalid: [
      {
        code: `
abstract class Session<Answer> {
  #timer: NodeJS.Timeout | undefined;
  async open(): Promise<Answer> {
    this.#timer = setInterval(() => {}, 1000);
    return (await fetch('/session')).json() as Promise<Answer>;
  }
  close(): void {
    clearInterval(this.#timer);
  }
}
class Login extends Session<boolean> {
  override async open(): Promise<boolean> {
    return super.open();
  }
}
export async function confirm(): Promise<boolean> {
  const login = new Login();
  return login.open();
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'login', born: 'started', release: 'login.close()', scope: 'confirm()', path: "'login' is created at 18 → 'login' is started at 19 → returns with 'login' live at 19", kind: 'service', what: "'login.open()'", migration: 'trailing-stop-to-using' }, line: 19, column: 10, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `
declare function detach(): void;
abstract class Dialog<Answer> {
  #resolve: ((answer: Answer) => void) | undefined;
  open(): Promise<Answer> {
    return new Promise<Answer>((resolve) => {
      this.#resolve = resolve;
    });
  }
  close(): void {
    this.#resolve?.(undefined as Answer);
    detach();
  }
}
class ShouldSave extends Dialog<boolean> {
  override async open(): Promise<boolean> {
    return super.open();
  }
}
export async function confirm(): Promise<boolean> {
  const save = await new ShouldSave().open();
  return save;
}
`,
    ],
  },
  {
    clause: '8.never-resources',
    invalid: [
      {
        code: `
import { watch, type FSWatcher } from 'node:fs';
class Watchers {
  _openWatcher(): FSWatcher {
    return watch('.');
  }
  connect(): void {
    const watcher = this._openWatcher();
    watcher.on('change', console.log);
  }
}
export const watchers = new Watchers();
`,
        errors: [
          { messageId: 'never', data: { resource: 'watcher', born: 'acquired', release: 'watcher.close()', scope: 'connect()', path: "'watcher' is acquired at 8 → leaves with 'watcher' live at 10", kind: 'watcher', what: "'this._openWatcher()'", migration: 'trailing-stop-to-using' }, line: 8, column: 21, endColumn: 40 },
        ],
      },
    ],
    valid: [
      `
import { Agent } from 'node:http';
class Proxies {
  _getAgent(): Agent {
    return new Agent();
  }
  connect(): void {
    const agent = this._getAgent();
    console.log(agent.maxSockets);
  }
}
export const proxies = new Proxies();
`,
    ],
  },
  {
    clause: '8.process-lifetime',
    invalid: [
      {
        code: `
import { createServer } from 'node:net';
interface Definition {
  name: string;
  handler(port: number): Promise<void>;
}
declare function defineRoute(definition: Definition): Definition;
export const probe = defineRoute({
  name: 'probe',
  async handler(port: number): Promise<void> {
    const server = createServer();
    server.listen(port);
    await fetch('/probe');
    await new Promise((resolve) => server.close(resolve));
  },
});
`,
        errors: [
          { messageId: 'onException', data: { resource: 'server', born: 'started', release: 'await new Promise((resolve) => server.close(resolve))', scope: 'handler()', path: "'server' is created at 11 → 'server' is started at 12 → 'fetch()' may reject at 13 → leaves with 'server' live at 15", kind: 'server', what: "'server.listen()'", migration: 'trailing-stop-to-using' }, line: 12, column: 5, endColumn: 24 },
        ],
      },
      {
        code: `
import { createServer } from 'node:net';
interface Definition {
  name: string;
  handler(port: number): Promise<void>;
}
declare function defineCommand(definition: Definition): Definition;
export const probe = defineCommand({
  name: 'probe',
  async handler(port: number): Promise<void> {
    const server = createServer();
    server.listen(port);
    await fetch('/probe');
    await new Promise((resolve) => server.close(resolve));
  },
});
`, options: { report: 'likely' },
        errors: [
          { messageId: 'onException', data: { resource: 'server', born: 'started', release: 'await new Promise((resolve) => server.close(resolve))', scope: 'handler()', path: "'server' is created at 11 → 'server' is started at 12 → 'fetch()' may reject at 13 → leaves with 'server' live at 15", kind: 'server', what: "'server.listen()'", migration: 'trailing-stop-to-using' }, line: 12, column: 5, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `
import { createServer } from 'node:net';
interface Definition {
  name: string;
  handler(port: number): Promise<void>;
}
declare function defineCommand(definition: Definition): Definition;
export const probe = defineCommand({
  name: 'probe',
  async handler(port: number): Promise<void> {
    const server = createServer();
    server.listen(port);
    await fetch('/probe');
    await new Promise((resolve) => server.close(resolve));
  },
});
`,
    ],
  },
  {
    clause: '8.discarded-subscription',
    invalid: [
      {
        code: `
import { Observable } from 'rxjs';
export class Queries {
  readonly changes = new Observable<string>();
}
export function createQueries(): Queries {
  const queries = new Queries();
  queries.changes.subscribe((change) => console.log(change));
  return queries;
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'discarded', data: { resource: 'Subscription', born: 'acquired', release: 'Subscription.unsubscribe()', scope: 'createQueries()', path: 'a subscription is acquired and its handle is dropped at 8', kind: 'subscription', what: "'queries.changes.subscribe()'", migration: 'trailing-stop-to-using' }, line: 8, column: 3, endColumn: 61 },
        ],
      },
    ],
    valid: [
      `
import { Observable } from 'rxjs';
export class Queries {
  readonly changes = new Observable<string>();
}
export function createQueries(): Queries {
  const queries = new Queries();
  queries.changes.subscribe((change) => console.log(change));
  return queries;
}
`,
    ],
  },
  {
    clause: '8.guard',
    invalid: [
      {
        code: `
import { createServer } from 'node:net';
export async function probe(port: number, limit: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  try {
    await fetch('/probe');
  } finally {
    if (server.maxConnections > limit) server.close();
  }
}
`,
        errors: [
          { messageId: 'notOnEveryPath', data: { resource: 'server', born: 'started', release: 'await new Promise((resolve) => server.close(resolve))', scope: 'probe()', path: "'server' is created at 4 → 'server' is started at 5 → leaves with 'server' live at 11", kind: 'server', what: "'server.listen()'", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 5, column: 3, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `
import { createServer } from 'node:net';
export async function probe(port: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  try {
    await fetch('/probe');
  } finally {
    if (server.listening) server.close();
  }
}
`,
    ],
  },
  {
    clause: '8.discarded-timer',
    invalid: [
      {
        code: `
export function waitForWorkers(workers: { isDead(): boolean }[]): void {
  const maybeExit = () => {
    const alive = workers.some((worker) => !worker.isDead());
    console.log(alive);
    if (!alive) process.exit(0);
  };
  setInterval(maybeExit, 1000);
}
`,
        errors: [
          { messageId: 'discarded', data: { kind: 'timer', what: "'setInterval()'" }, line: 8, column: 3, endColumn: 31 },
        ],
      },
      {
        code: `
export function waitForWorkers(workers: { isDead(): boolean }[]): void {
  const maybeExit = () => {
    const alive = workers.some((worker) => !worker.isDead());
    if (!alive) process.exit(0);
  };
  setInterval(maybeExit, 1000);
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'discarded', data: { kind: 'timer', what: "'setInterval()'" }, line: 7, column: 3, endColumn: 31 },
        ],
      },
    ],
    valid: [
      `
export function waitForWorkers(workers: { isDead(): boolean }[]): void {
  const maybeExit = () => {
    const alive = workers.some((worker) => !worker.isDead());
    if (!alive) process.exit(0);
  };
  setInterval(maybeExit, 1000);
}
`,
    ],
  },
  {
    clause: '8.never',
    invalid: [
      {
        code: `
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
export function answer(server: Server): void {
  const sockets = new WebSocketServer({ port: 8080 });
  sockets.on('connection', () => console.log('connected', server.listening));
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'sockets', born: 'acquired', path: "'sockets' is acquired at 5 → leaves with 'sockets' live at 7", release: 'await new Promise<void>((resolve, reject) => sockets.close((error) => (error ? reject(error) : resolve())))', migration: 'trailing-stop-to-using' }, line: 5, column: 19, endColumn: 54 },
        ],
      },
      {
        code: `
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
export function answer(server: Server): void {
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', () => console.log('connected', server.listening));
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'never', data: { resource: 'sockets', born: 'acquired', path: "'sockets' is acquired at 5 → leaves with 'sockets' live at 7", release: 'await new Promise<void>((resolve, reject) => sockets.close((error) => (error ? reject(error) : resolve())))', migration: 'trailing-stop-to-using' }, line: 5, column: 19, endColumn: 50 },
        ],
      },
    ],
    valid: [
      `
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
export function answer(server: Server): void {
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', () => console.log('connected', server.listening));
}
`,
    ],
  },
  {
    clause: '8.never',
    invalid: [
      {
        code: `
import type { Pool } from 'pg';
export function listen(pool: Pool): void {
  pool.connect();
}
`,
        errors: [
          { messageId: 'discarded', data: { resource: 'PoolClient', born: 'acquired', release: 'PoolClient.release()', scope: 'listen()', path: 'a connection is acquired and its handle is dropped at 4', kind: 'connection', what: "'pool.connect()'", migration: 'trailing-stop-to-using' }, line: 4, column: 3, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `
import type { Pool } from 'pg';
export function listen(pool: Pool): void {
  pool.connect((error, client, release) => {
    if (error) return release(error);
    client?.on('end', () => release());
  });
}
`,
    ],
  },
  {
    clause: '8.ends-process',
    invalid: [
      {
        code: `
import { connect, type Socket } from 'node:net';
async function ping(): Promise<void> {
  const socket = connect(80);
  await fetch('https://example.org');
  socket.destroy();
}
await ping();
`, options: { report: 'likely' },
        errors: [
          { messageId: 'onException', data: { resource: 'socket', born: 'acquired', release: 'socket.end()', scope: 'ping()', path: "'socket' is acquired at 4 → 'fetch()' may reject at 5 → leaves with 'socket' live at 7", kind: 'connection', what: "'connect()'", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
async function ping(): Promise<void> {
  const socket = connect(80);
  await fetch('https://example.org');
  socket.destroy();
}
ping().catch(console.error);
`,
        errors: [
          { messageId: 'onException', data: { resource: 'socket', born: 'acquired', release: 'socket.end()', scope: 'ping()', path: "'socket' is acquired at 4 → 'fetch()' may reject at 5 → leaves with 'socket' live at 7", kind: 'connection', what: "'connect()'", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
async function ping(): Promise<void> {
  const socket = connect(80);
  await fetch('https://example.org');
  socket.destroy();
}
await ping();
export const again = ping;
`,
        errors: [
          { messageId: 'onException', data: { resource: 'socket', born: 'acquired', release: 'socket.end()', scope: 'ping()', path: "'socket' is acquired at 4 → 'fetch()' may reject at 5 → leaves with 'socket' live at 7", kind: 'connection', what: "'connect()'", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
async function ping(): Promise<void> {
  const socket = connect(80);
  await fetch('https://example.org');
  socket.destroy();
}
for (const host of ['a', 'b']) {
  try {
    await ping();
  } catch {
    console.error(host);
  }
}
`,
        errors: [
          { messageId: 'onException', data: { resource: 'socket', born: 'acquired', release: 'socket.end()', scope: 'ping()', path: "'socket' is acquired at 4 → 'fetch()' may reject at 5 → leaves with 'socket' live at 7", kind: 'connection', what: "'connect()'", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 18, endColumn: 29 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
async function ping(): Promise<void> {
  const socket = connect(80);
  await fetch('https://example.org');
  socket.destroy();
}
async function main(): Promise<void> {
  await ping().catch(console.error);
}
await main();
`,
        errors: [
          { messageId: 'onException', data: { resource: 'socket', born: 'acquired', release: 'socket.end()', scope: 'ping()', path: "'socket' is acquired at 4 → 'fetch()' may reject at 5 → leaves with 'socket' live at 7", kind: 'connection', what: "'connect()'", migration: 'finally-to-stack or trailing-stop-to-using' }, line: 4, column: 18, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `
import { connect, type Socket } from 'node:net';
async function ping(): Promise<void> {
  const socket = connect(80);
  await fetch('https://example.org');
  socket.destroy();
}
await ping();
`,
      `
import { connect, type Socket } from 'node:net';
async function ping(): Promise<void> {
  const socket = connect(80);
  await fetch('https://example.org');
  socket.destroy();
}
async function main(): Promise<void> {
  await ping();
}
main().catch((error) => {
  console.error(error);
  process.exit(1);
});
`,
    ],
  },
  {
    clause: '8.kept-by-helper',
    invalid: [
      {
        code: `
import { Redis } from 'ioredis';
const kept: Record<string, unknown> = {};
function singleton<Value>(name: string, make: () => Value): Value {
  return (kept[name] ??= make()) as Value;
}
class Cache {
  constructor(private readonly options: { redis: Redis }) {}
  read(): object {
    return this.options.redis;
  }
}
function makeCache(): object {
  const redis = new Redis();
  return new Cache({ redis });
}
export const cache = singleton('cache', makeCache);
`, options: { report: 'likely' },
        errors: [
          { messageId: 'never', data: { resource: 'redis', born: 'acquired', release: 'await redis.quit()', scope: 'makeCache()', path: "'redis' is acquired at 14 → returns with 'redis' live at 15", kind: 'client', what: "'new Redis()'", migration: 'trailing-stop-to-using' }, line: 14, column: 17, endColumn: 28 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
const kept: Record<string, unknown> = {};
function singleton<Value>(name: string, make: () => Value): Value {
  return (kept[name] ??= make()) as Value;
}
class Cache {
  constructor(private readonly options: { redis: Redis }) {}
  read(): object {
    return this.options.redis;
  }
}
function makeCache(): object {
  const redis = new Redis();
  return new Cache({ redis });
}
export const another = () => makeCache();
`,
        errors: [
          { messageId: 'never', data: { resource: 'redis', born: 'acquired', release: 'await redis.quit()', scope: 'makeCache()', path: "'redis' is acquired at 14 → returns with 'redis' live at 15", kind: 'client', what: "'new Redis()'", migration: 'trailing-stop-to-using' }, line: 14, column: 17, endColumn: 28 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
const kept: Record<string, unknown> = {};
function singleton<Value>(name: string, make: () => Value): Value {
  return (kept[name] ??= make()) as Value;
}
class Cache {
  constructor(private readonly options: { redis: Redis }) {}
  read(): object {
    return this.options.redis;
  }
}
function makeCache(): object {
  const redis = new Redis();
  return { status: redis.status };
}
export const cache = singleton('cache', makeCache);
`,
        errors: [
          { messageId: 'never', data: { resource: 'redis', born: 'acquired', release: 'await redis.quit()', scope: 'makeCache()', path: "'redis' is acquired at 14 → returns with 'redis' live at 15", kind: 'client', what: "'new Redis()'", migration: 'trailing-stop-to-using' }, line: 14, column: 17, endColumn: 28 },
        ],
      },
    ],
    valid: [
      `
import { Redis } from 'ioredis';
const kept: Record<string, unknown> = {};
function singleton<Value>(name: string, make: () => Value): Value {
  return (kept[name] ??= make()) as Value;
}
class Cache {
  constructor(private readonly options: { redis: Redis }) {}
  read(): object {
    return this.options.redis;
  }
}
function makeCache(): object {
  const redis = new Redis();
  return new Cache({ redis });
}
export const cache = singleton('cache', makeCache);
`,
      `
import { Redis } from 'ioredis';
const kept: Record<string, unknown> = {};
function singleton<Value>(name: string, make: () => Value): Value {
  return (kept[name] ??= make()) as Value;
}
class Cache {
  constructor(private readonly options: { redis: Redis }) {}
  read(): object {
    return this.options.redis;
  }
}
function makeCache(): object {
  const redis = new Redis();
  return new Cache({ redis });
}
export const cache = () => singleton('cache', () => makeCache());
`,
    ],
  },
  {
    clause: '8.process-lifetime',
    invalid: [
      {
        code: `
import { createServer } from 'node:net';
interface CommandModule {
  command: string;
  handler(port: number): unknown;
}
declare function createCommand(command: CommandModule): CommandModule;
declare function deploy(name: string, check: { check: (port: number) => unknown }): Promise<void>;
async function serve(port: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  console.log('ready');
}
export const serveCommand: CommandModule = { command: 'serve', handler: async (port) => serve(port) };
`, options: { report: 'likely' },
        errors: [
          { messageId: 'never', data: { resource: 'server', born: 'started', release: 'await new Promise((resolve) => server.close(resolve))', scope: 'serve()', path: "'server' is created at 10 → 'server' is started at 11 → leaves with 'server' live at 13", kind: 'server', what: "'server.listen()'", migration: 'trailing-stop-to-using' }, line: 11, column: 3, endColumn: 22 },
        ],
      },
      {
        code: `
import { createServer } from 'node:net';
interface CommandModule {
  command: string;
  handler(port: number): unknown;
}
declare function createCommand(command: CommandModule): CommandModule;
declare function deploy(name: string, check: { check: (port: number) => unknown }): Promise<void>;
async function serve(port: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  console.log('ready');
}
export const serveCommand: CommandModule = { command: 'serve', handler: async (port) => serve(port) };
export const start = serve;
`,
        errors: [
          { messageId: 'never', data: { resource: 'server', born: 'started', release: 'await new Promise((resolve) => server.close(resolve))', scope: 'serve()', path: "'server' is created at 10 → 'server' is started at 11 → leaves with 'server' live at 13", kind: 'server', what: "'server.listen()'", migration: 'trailing-stop-to-using' }, line: 11, column: 3, endColumn: 22 },
        ],
      },
      {
        code: `
import { createServer } from 'node:net';
interface CommandModule {
  command: string;
  handler(port: number): unknown;
}
declare function createCommand(command: CommandModule): CommandModule;
declare function deploy(name: string, check: { check: (port: number) => unknown }): Promise<void>;
async function serve(port: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  console.log('ready');
}
export const routes: { path: string; handler(port: number): unknown } = { path: '/', handler: async (port) => serve(port) };
`,
        errors: [
          { messageId: 'never', data: { resource: 'server', born: 'started', release: 'await new Promise((resolve) => server.close(resolve))', scope: 'serve()', path: "'server' is created at 10 → 'server' is started at 11 → leaves with 'server' live at 13", kind: 'server', what: "'server.listen()'", migration: 'trailing-stop-to-using' }, line: 11, column: 3, endColumn: 22 },
        ],
      },
      {
        code: `
import { createServer } from 'node:net';
interface CommandModule {
  command: string;
  handler(port: number): unknown;
}
declare function createCommand(command: CommandModule): CommandModule;
declare function deploy(name: string, check: { check: (port: number) => unknown }): Promise<void>;
async function serve(port: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  console.log('ready');
}
export const serveCommand: CommandModule = { command: 'serve', handler: async (port) => deploy(String(port), { check: serve }) };
export const check = { check: serve };
`,
        errors: [
          { messageId: 'never', data: { resource: 'server', born: 'started', release: 'await new Promise((resolve) => server.close(resolve))', scope: 'serve()', path: "'server' is created at 10 → 'server' is started at 11 → leaves with 'server' live at 13", kind: 'server', what: "'server.listen()'", migration: 'trailing-stop-to-using' }, line: 11, column: 3, endColumn: 22 },
        ],
      },
      {
        code: `
import { connect, type Socket } from 'node:net';
async function main(): Promise<void> {
  const socket = connect(80);
  await fetch('https://example.org');
}
export { main };
`, filename: 'app.ts', files: { 'main.ts': `import { main } from './app.ts';
await main();
`, 'other.ts': `import { main } from './app.ts';
export const again = () => main();
` },
        errors: [
          { messageId: 'never', data: { resource: 'socket', born: 'acquired', release: 'socket.end()', scope: 'main()', path: "'socket' is acquired at 4 → leaves with 'socket' live at 6", kind: 'connection', what: "'connect()'", migration: 'trailing-stop-to-using' }, line: 4, column: 18, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `
import { createServer } from 'node:net';
interface CommandModule {
  command: string;
  handler(port: number): unknown;
}
declare function createCommand(command: CommandModule): CommandModule;
declare function deploy(name: string, check: { check: (port: number) => unknown }): Promise<void>;
async function serve(port: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  console.log('ready');
}
export const serveCommand: CommandModule = { command: 'serve', handler: async (port) => serve(port) };
`,
      `
import { createServer } from 'node:net';
interface CommandModule {
  command: string;
  handler(port: number): unknown;
}
declare function createCommand(command: CommandModule): CommandModule;
declare function deploy(name: string, check: { check: (port: number) => unknown }): Promise<void>;
async function serve(port: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  console.log('ready');
}
export const serveCommand = createCommand({ command: 'serve', handler: serve });
`,
      `
import { createServer } from 'node:net';
interface CommandModule {
  command: string;
  handler(port: number): unknown;
}
declare function createCommand(command: CommandModule): CommandModule;
declare function deploy(name: string, check: { check: (port: number) => unknown }): Promise<void>;
async function serve(port: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  console.log('ready');
}
const check = (port: number) => serve(port);
export const serveCommand = createCommand({
  command: 'serve',
  async handler(port) {
    await deploy(String(port), { check });
  },
});
`,
      { code: `
import { connect, type Socket } from 'node:net';
async function main(): Promise<void> {
  const socket = connect(80);
  await fetch('https://example.org');
}
export { main };
`, filename: 'app.ts', files: { 'main.ts': `import { main } from './app.ts';
await main();
` } },
    ],
  },
  {
    clause: '8.never',
    invalid: [
      {
        code: `
import { window } from 'vscode';
export function run(): void {
  const terminal = window.createTerminal('run');
  console.log(terminal);
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'never', data: { resource: 'terminal', born: 'acquired', release: 'terminal.dispose()', scope: 'run()', path: "'terminal' is acquired at 4 → leaves with 'terminal' live at 6", kind: 'handle', what: "'window.createTerminal()'", migration: 'trailing-stop-to-using' }, line: 4, column: 20, endColumn: 48 },
        ],
      },
      {
        code: `
import { window } from 'vscode';
export function run(): void {
  const item = window.createStatusBarItem();
  console.log(item);
}
`,
        errors: [
          { messageId: 'never', data: { resource: 'item', born: 'acquired', release: 'item.dispose()', scope: 'run()', path: "'item' is acquired at 4 → leaves with 'item' live at 6", kind: 'handle', what: "'window.createStatusBarItem()'", migration: 'trailing-stop-to-using' }, line: 4, column: 16, endColumn: 44 },
        ],
      },
    ],
    valid: [
      `
import { window } from 'vscode';
export function run(): void {
  const terminal = window.createTerminal('run');
  console.log(terminal);
}
`,
    ],
  },
  {
    clause: '8.alias',
    invalid: [
      {
        code: `
import { connect } from 'node:net';
export function open(port: number): void {
  connect({ port });
}
`,
        errors: [
          { messageId: 'discarded', data: { kind: 'connection', what: "'connect()'" }, line: 4, column: 3, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `
import { Socket } from 'node:net';
export function reconnecting(port: number) {
  let socket = new Socket();
  return {
    async open(): Promise<void> {
      socket.connect({ port });
    },
    close(): void {
      socket.destroy();
    },
  };
}
`,
    ],
  },
];
