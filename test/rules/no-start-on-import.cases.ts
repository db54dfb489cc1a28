import type { ClauseCase } from './clause-case.ts';
import type { noStartOnImport } from '../../tools/clauses/no-start-on-import.ts';

export const cases: readonly ClauseCase<keyof typeof noStartOnImport.clauses>[] = [
  {
    clause: '3.start-verb',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export { server };
`,
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: '' }, line: 3, column: 1, endColumn: 20 },
        ],
      },
      {
        code: `import { Kafka } from 'kafkajs';
const producer = new Kafka({ clientId: 'orders', brokers: ['kafka:9092'] }).producer();
await producer.connect();
export { producer };
`,
        errors: [
          { messageId: 'start', data: { what: "'producer.connect()'", chain: '' }, line: 3, column: 7, endColumn: 25 },
        ],
      },
      {
        code: `import { fastify } from 'fastify';
export const app = fastify();
app.listen({ port: 3000 });
`,
        errors: [
          { messageId: 'start', data: { what: "'app.listen()'", chain: '' }, line: 3, column: 1, endColumn: 27 },
        ],
      },
    ],
    valid: [
      `import { createServer } from 'node:http';
export const server = createServer();
export function begin(): void {
  server.listen(3000);
}
`,
      `import { Kafka } from 'kafkajs';
const producer = new Kafka({ clientId: 'orders', brokers: ['kafka:9092'] }).producer();
export { producer };
`,
    ],
  },
  {
    clause: '3.timer',
    invalid: [
      {
        code: `const seen = new Map<string, number>();
setInterval(() => seen.clear(), 60_000);
export { seen };
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", chain: '' }, line: 2, column: 1, endColumn: 40 },
        ],
      },
      {
        code: `const seen = new Map<string, number>();
export const timer = setInterval(() => seen.clear(), 60_000);
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", chain: '' }, line: 2, column: 22, endColumn: 61 },
        ],
      },
      {
        code: `const seen = new Map<string, number>();
setInterval(() => seen.clear(), 60_000).unref();
export { seen };
`, options: { report: 'likely' },
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", chain: '' }, line: 2, column: 1, endColumn: 40 },
        ],
      },
    ],
    valid: [
      `const seen = new Map<string, number>();
export const every = (ms: number) => setInterval(() => seen.clear(), ms);
`,
      `const seen = new Map<string, number>();
setInterval(() => seen.clear(), 60_000).unref();
export { seen };
`,
    ],
  },
  {
    clause: '3.one-shot',
    invalid: [
      {
        code: `export const seen = new Map<string, number>();
setTimeout(() => seen.clear(), 60_000);
`, options: { report: 'likely' },
        errors: [
          { messageId: 'timer', data: { what: "'setTimeout()'", chain: '' }, line: 2, column: 1, endColumn: 39 },
        ],
      },
    ],
    valid: [
      `export const seen = new Map<string, number>();
setTimeout(() => seen.clear(), 60_000);
`,
      { code: `export const seen = new Map<string, number>();
setTimeout(() => seen.clear(), 0);
await new Promise((done) => setTimeout(done, 100));
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '3.promise',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
async function refresh() {
  await pause();
}
void refresh();
export { refresh };
`,
        errors: [
          { messageId: 'promise', data: { what: "'refresh()'", chain: '' }, line: 5, column: 6, endColumn: 15 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
export async function refresh() {
  await pause();
}
refresh().catch(console.error);
`,
        errors: [
          { messageId: 'promise', data: { what: "'refresh()'", chain: '' }, line: 5, column: 1, endColumn: 10 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
export async function refresh() {
  await pause();
}
const first = refresh();
`,
        errors: [
          { messageId: 'promise', data: { what: "'refresh()'", chain: '' }, line: 5, column: 15, endColumn: 24 },
        ],
      },
      {
        code: `export let rates: unknown;
fetch('https://rates.example.org').then(async (response) => {
  rates = await response.json();
});
`,
        errors: [
          { messageId: 'promise', data: { what: "'fetch()'", chain: '' }, line: 2, column: 1, endColumn: 35 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
export async function refresh() {
  await pause();
}
await refresh();
`,
      `declare function pause(): Promise<void>;
export async function refresh() {
  await pause();
}
export const later = () => void refresh();
`,
    ],
  },
  {
    clause: '3.kept-promise',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
async function load() {
  await pause();
  return 1;
}
export const ready = load();
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'load()'", chain: '' }, line: 6, column: 22, endColumn: 28 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
async function load() {
  await pause();
  return 1;
}
const ready = load();
export const get = async () => await ready;
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'load()'", chain: '' }, line: 6, column: 15, endColumn: 21 },
        ],
      },
      {
        code: `export const rates = fetch('https://rates.example.org');
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'fetch()'", chain: '' }, line: 1, column: 22, endColumn: 56 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
async function load() {
  await pause();
  return 1;
}
export const ready = load();
`,
      { code: `declare function pause(): Promise<void>;
async function load() {
  await pause();
  return 1;
}
let ready: Promise<number> | undefined;
export const get = async () => await (ready ??= load());
`, options: { report: 'likely' } },
      { code: `declare function pause(): Promise<void>;
export const ready = await pause();
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '3.nothing-async',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
export async function warm() {
  await pause();
}
void warm();
`,
        errors: [
          { messageId: 'promise', data: { what: "'warm()'", chain: '' }, line: 5, column: 6, endColumn: 12 },
        ],
      },
    ],
    valid: [
      `export async function warm() {
  return 1;
}
void warm();
`,
      `export const lazily = 1;
void import('node:os');
`,
    ],
  },
  {
    clause: '3.top-level-await',
    invalid: [
      {
        code: `import { Kafka } from 'kafkajs';
const producer = new Kafka({ clientId: 'orders', brokers: ['kafka:9092'] }).producer();
async function open() {
  await producer.connect();
  return producer;
}
export const connected = await open();
`,
        errors: [
          { messageId: 'start', data: { what: "'producer.connect()'", chain: ' (open() is called at 7)' }, line: 4, column: 9, endColumn: 27 },
        ],
      },
      {
        code: `import { Kafka } from 'kafkajs';
const producer = new Kafka({ clientId: 'orders', brokers: ['kafka:9092'] }).producer();
async function open() {
  await producer.connect();
  return producer;
}
export const connected = open();
`,
        errors: [
          { messageId: 'start', data: { what: "'producer.connect()'", chain: ' (open() is called at 7)' }, line: 4, column: 9, endColumn: 27 },
        ],
      },
    ],
    valid: [
      `import { Kafka } from 'kafkajs';
const producer = new Kafka({ clientId: 'orders', brokers: ['kafka:9092'] }).producer();
export async function open() {
  await producer.connect();
  return producer;
}
`,
    ],
  },
  {
    clause: '3.process',
    invalid: [
      {
        code: `import { spawn } from 'node:child_process';
export const proxy = spawn('./proxy');
`,
        errors: [
          { messageId: 'eager', data: { what: "'spawn()'", chain: '' }, line: 2, column: 22, endColumn: 38 },
        ],
      },
    ],
    valid: [
      `import { spawn } from 'node:child_process';
export const startProxy = () => spawn('./proxy');
`,
      `import { execSync } from 'node:child_process';
export const revision = execSync('git rev-parse HEAD').toString();
`,
    ],
  },
  {
    clause: '3.thread',
    invalid: [
      {
        code: `import { Worker } from 'node:worker_threads';
export const hasher = new Worker(new URL('hash.js', import.meta.url));
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Worker()'", chain: '' }, line: 2, column: 23, endColumn: 70 },
        ],
      },
    ],
    valid: [
      `import { Worker } from 'node:worker_threads';
let hasher: Worker | undefined;
export const hasherOf = () => (hasher ??= new Worker(new URL('hash.js', import.meta.url)));
`,
    ],
  },
  {
    clause: '3.watcher',
    invalid: [
      {
        code: `import { watch } from 'node:fs';
export const watcher = watch('templates', () => {});
`,
        errors: [
          { messageId: 'eager', data: { what: "'watch()'", chain: '' }, line: 2, column: 24, endColumn: 52 },
        ],
      },
    ],
    valid: [
      `import { watch } from 'node:fs';
export const watchTemplates = () => watch('templates', () => {});
`,
    ],
  },
  {
    clause: '3.eager-client',
    invalid: [
      {
        code: `import { Redis } from 'ioredis';
export const redis = new Redis('redis://cache');
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", chain: '' }, line: 2, column: 22, endColumn: 48 },
        ],
      },
      {
        code: `import { Queue } from 'bullmq';
export default new Queue('mails');
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Queue()'", chain: '' }, line: 2, column: 16, endColumn: 34 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export const redis = new Redis('redis://cache', { lazyConnect: true });
`,
      `import { Pool } from 'pg';
export const pool = new Pool();
`,
    ],
  },
  {
    clause: '3.singleton',
    invalid: [
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  constructor(readonly client: Redis) {}
}
export const cache = new Cache(new Redis('redis://cache'));
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", chain: '' }, line: 5, column: 32, endColumn: 58 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export class Cache {
  readonly client = new Redis('redis://cache');
}
export const cache = new Cache();
`,
    ],
  },
  {
    clause: '3.subscription',
    invalid: [
      {
        code: `import { interval } from 'rxjs';
export let turns = 0;
interval(1000).subscribe(() => turns++);
`,
        errors: [
          { messageId: 'listener', data: { what: "'interval(1000).subscribe()'", chain: '' }, line: 3, column: 1, endColumn: 40 },
        ],
      },
    ],
    valid: [
      `export let hangups = 0;
process.on('SIGHUP', () => hangups++);
`,
    ],
  },
  {
    clause: '3.helper',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
export const server = createServer();
function begin(): void {
  server.listen(3000);
}
begin();
`,
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: ' (begin() is called at 6)' }, line: 4, column: 3, endColumn: 22 },
        ],
      },
      {
        code: `import { begin } from './begin.ts';
export const port = begin();
`, files: { 'begin.ts': `import { createServer } from 'node:http';
export function begin(): number {
  createServer().listen(3000);
  return 3000;
}
` },
        errors: [
          { messageId: 'start', data: { what: "'createServer().listen()'", chain: ' (begin() is called at 2)' }, line: 2, column: 21, endColumn: 28 },
        ],
      },
    ],
    valid: [
      `import { createServer } from 'node:http';
export const server = createServer();
function begin(): void {
  server.listen(3000);
}
export { begin };
`,
    ],
  },
  {
    clause: '3.iife',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
export const server = createServer();
(() => {
  server.listen(3000);
})();
`,
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: ' ((() => …)() is called at 3)' }, line: 4, column: 3, endColumn: 22 },
        ],
      },
      {
        code: `import { createServer } from 'node:http';
export const servers = [createServer(), createServer()];
servers.forEach((server) => server.listen());
`,
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: '' }, line: 3, column: 29, endColumn: 44 },
        ],
      },
    ],
    valid: [
      `import { createServer } from 'node:http';
export const server = createServer();
export const routes = { begin: () => server.listen(3000) };
`,
    ],
  },
  {
    clause: '3.static',
    invalid: [
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  static readonly client = new Redis('redis://cache');
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", chain: '' }, line: 3, column: 28, endColumn: 54 },
        ],
      },
      {
        code: `import { createServer } from 'node:http';
export class Health {
  static readonly server = createServer();
  static {
    this.server.listen(3000);
  }
}
`,
        errors: [
          { messageId: 'start', data: { what: "'this.server.listen()'", chain: '' }, line: 5, column: 5, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export class Cache {
  static #client: Redis | undefined;
  static client() {
    return (this.#client ??= new Redis('redis://cache'));
  }
}
`,
    ],
  },
  {
    clause: '3.condition',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
export const server = createServer();
if (process.env.NODE_ENV !== 'test') server.listen(3000);
`, options: { report: 'likely' },
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: '' }, line: 3, column: 38, endColumn: 57 },
        ],
      },
      {
        code: `import { Redis } from 'ioredis';
const shared = globalThis as { redis?: Redis };
export const redis = (shared.redis ??= new Redis('redis://cache'));
`, options: { report: 'likely' },
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", chain: '' }, line: 3, column: 40, endColumn: 66 },
        ],
      },
    ],
    valid: [
      `import { createServer } from 'node:http';
export const server = createServer();
if (process.env.NODE_ENV !== 'test') server.listen(3000);
`,
    ],
  },
  {
    clause: '3.no-exports',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export { server };
`,
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: '' }, line: 3, column: 1, endColumn: 20 },
        ],
      },
      {
        code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
`, files: { 'other.ts': `import './file.ts';
` },
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: '' }, line: 3, column: 1, endColumn: 20 },
        ],
      },
      {
        code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
`, filename: 'jobs/index.ts', files: { 'other.ts': `await import('./jobs');
` },
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: '' }, line: 3, column: 1, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
`,
      `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export {};
`,
    ],
  },
  {
    clause: '3.shebang',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export { server };
`,
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: '' }, line: 3, column: 1, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `#!/usr/bin/env node
import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export { server };
`,
    ],
  },
  {
    clause: '3.main-guard',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export const here = import.meta.url;
`,
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: '' }, line: 3, column: 1, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `import { createServer } from 'node:http';
export const server = createServer();
if (require.main === module) server.listen(3000);
`,
      { code: `import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
export const server = createServer();
if (process.argv[1] === fileURLToPath(import.meta.url)) server.listen(3000);
`, options: { report: 'likely' } },
      { code: `import { isMainThread, Worker } from 'node:worker_threads';
export const hasher = isMainThread ? new Worker(new URL('hash.js', import.meta.url)) : undefined;
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '3.package',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export { server };
`, filename: 'entries/src/tool.ts',
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: '' }, line: 3, column: 1, endColumn: 20 },
        ],
      },
      {
        code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export { server };
`, filename: 'entries/src/nested/server.ts',
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: '' }, line: 3, column: 1, endColumn: 20 },
        ],
      },
    ],
    valid: [
      { code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export { server };
`, filename: 'entries/src/server.ts' },
      { code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export { server };
`, filename: 'entries/src/worker.ts' },
      { code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export { server };
`, filename: 'entries/src/jobs.ts' },
    ],
  },
  {
    clause: '3.entry-points',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export { server };
`, filename: 'src/app.ts', options: { entryPoints: ['src/main.ts', 'app/*.ts', 'p.ts', 'src/app.t'] },
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: '' }, line: 3, column: 1, endColumn: 20 },
        ],
      },
    ],
    valid: [
      { code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export { server };
`, filename: 'src/app.ts', options: { entryPoints: ['./src/app.ts'] } },
      { code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export { server };
`, filename: 'apps/api/src/app.ts', options: { entryPoints: ['apps/**/app.ts'] } },
      { code: `import { createServer } from 'node:http';
const server = createServer();
server.listen(3000);
export { server };
`, filename: 'scripts/serve.ts', options: { entryPoints: ['scripts/*.ts'] } },
    ],
  },
  {
    clause: '3.one-per-start',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
export const server = createServer();
function begin(): void {
  server.listen(3000);
}
begin();
begin();
`,
        errors: [
          { messageId: 'start', data: { what: "'server.listen()'", chain: ' (begin() is called at 6)' }, line: 4, column: 3, endColumn: 22 },
        ],
      },
      {
        code: `import { connect } from './connect.ts';
export const cache = connect(process.argv.includes('--cluster'));
`, options: { report: 'likely' }, files: { 'connect.ts': `import { Redis } from 'ioredis';
export const connect = (cluster: boolean) => (cluster ? new Redis('redis://cluster') : new Redis('redis://cache'));
` },
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", chain: ' (connect() is called at 2)' }, line: 2, column: 22, endColumn: 65 },
        ],
      },
    ],
    valid: [
      `import { watch } from 'node:fs';
export let changes = 0;
function follow(): void {
  const watcher = watch('templates');
  watcher.on('change', () => changes++);
}
follow();
`,
    ],
  },
];
