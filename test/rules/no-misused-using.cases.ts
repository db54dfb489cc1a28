import type { ClauseCase } from './clause-case.ts';
import type { noMisusedUsing } from '../../tools/clauses/no-misused-using.ts';

export const cases: readonly ClauseCase<keyof typeof noMisusedUsing.clauses>[] = [
  {
    clause: ['20.fire-and-forget', '20.suggestion'],
    invalid: [
      {
        code: `import { Piscina } from 'piscina';
export async function run(tasks: string[]) {
  using pool = new Piscina();
  for (const task of tasks) await pool.run(task);
}
`, files: { 'piscina.d.ts': "declare module 'piscina' { export class Piscina { run(task: unknown): Promise<unknown>; destroy(): Promise<void>; close(): Promise<void>; [Symbol.dispose](): void; [Symbol.asyncDispose](): Promise<void> } }" },
        errors: [
          { messageId: 'forgets', data: { name: 'pool', event: '', path: '' }, line: 3, column: 9, endColumn: 29, suggestions: [{ messageId: 'useAwait', data: {  }, output: `import { Piscina } from 'piscina';
export async function run(tasks: string[]) {
  await using pool = new Piscina();
  for (const task of tasks) await pool.run(task);
}
` }] },
        ],
      },
      {
        code: `import { Piscina } from 'piscina';
export function run(task: string) {
  using pool = new Piscina();
  return pool.run(task);
}
`, files: { 'piscina.d.ts': "declare module 'piscina' { export class Piscina { run(task: unknown): Promise<unknown>; destroy(): Promise<void>; close(): Promise<void>; [Symbol.dispose](): void; [Symbol.asyncDispose](): Promise<void> } }" },
        errors: [
          { messageId: 'forgets', data: { name: 'pool', event: '', path: '' }, line: 3, column: 9, endColumn: 29 },
        ],
      },
    ],
    valid: [
      { code: `import { Piscina } from 'piscina';
export async function run(tasks: string[]) {
  await using pool = new Piscina();
  for (const task of tasks) await pool.run(task);
}
`, files: { 'piscina.d.ts': "declare module 'piscina' { export class Piscina { run(task: unknown): Promise<unknown>; destroy(): Promise<void>; close(): Promise<void>; [Symbol.dispose](): void; [Symbol.asyncDispose](): Promise<void> } }" } },
      { code: `import { Piscina } from 'piscina';
export async function run(task: string) {
  const pool = new Piscina();
  try {
    await pool.run(task);
  } finally {
    await pool.destroy();
  }
}
`, files: { 'piscina.d.ts': "declare module 'piscina' { export class Piscina { run(task: unknown): Promise<unknown>; destroy(): Promise<void>; close(): Promise<void>; [Symbol.dispose](): void; [Symbol.asyncDispose](): Promise<void> } }" } },
    ],
  },
  {
    clause: '20.child',
    invalid: [
      {
        code: `import { spawn } from 'node:child_process';
import { once } from 'node:events';
export async function render() {
  using child = spawn('render');
  child.stdin.end('scene');
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'kills', data: { name: 'child', event: " (the event 'exit')", path: '' }, line: 4, column: 9, endColumn: 32 },
        ],
      },
      {
        code: `import { spawn } from 'node:child_process';
import { once } from 'node:events';
export async function render() {
  await using child = spawn('render');
  child.stdin.end('scene');
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'kills', data: { name: 'child', event: " (the event 'exit')", path: '' }, line: 4, column: 15, endColumn: 38 },
        ],
      },
    ],
    valid: [
      `import { spawn } from 'node:child_process';
import { once } from 'node:events';
export async function render() {
  using child = spawn('render');
  child.stdin.end('scene');
}
`,
      { code: `import { spawn } from 'node:child_process';
import { once } from 'node:events';
export async function render() {
  using child = spawn('render');
  child.stdin.end('scene');
  await once(child, 'exit');
}
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '20.stack',
    invalid: [
      {
        code: `import { Piscina } from 'piscina';
export async function run(tasks: string[]) {
  using stack = new DisposableStack();
  const pool = stack.use(new Piscina());
  for (const task of tasks) await pool.run(task);
}
`, files: { 'piscina.d.ts': "declare module 'piscina' { export class Piscina { run(task: unknown): Promise<unknown>; destroy(): Promise<void>; close(): Promise<void>; [Symbol.dispose](): void; [Symbol.asyncDispose](): Promise<void> } }" },
        errors: [
          { messageId: 'forgets', data: { name: 'pool', event: '', path: '' }, line: 4, column: 16, endColumn: 40 },
        ],
      },
      {
        code: `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
export async function dump() {
  await using stack = new AsyncDisposableStack();
  const out = createWriteStream('rows');
  stack.use(out);
  for (const row of rows) out.write(row);
  out.end();
}
`,
        errors: [
          { messageId: 'lossy', data: { name: 'out', event: " (the event 'finish')", path: 'what out.write() writes may still be buffered at 8 → the scope destroys it at 10' }, line: 7, column: 3, endColumn: 17 },
        ],
      },
      {
        code: `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
export async function serve() {
  await using stack = new AsyncDisposableStack();
  const server = createServer();
  stack.use(server);
  server.listen(3000);
  await once(server, 'listening');
  await load();
}
`,
        errors: [
          { messageId: 'mayNotStart', data: { name: 'server', event: " (the event 'close')", path: 'server.listen() may fail at 8' }, line: 7, column: 3, endColumn: 20 },
        ],
      },
    ],
    valid: [
      { code: `import { Piscina } from 'piscina';
export async function run(tasks: string[]) {
  await using stack = new AsyncDisposableStack();
  const pool = stack.use(new Piscina());
  for (const task of tasks) await pool.run(task);
}
`, files: { 'piscina.d.ts': "declare module 'piscina' { export class Piscina { run(task: unknown): Promise<unknown>; destroy(): Promise<void>; close(): Promise<void>; [Symbol.dispose](): void; [Symbol.asyncDispose](): Promise<void> } }" } },
      `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
export async function serve() {
  await using stack = new AsyncDisposableStack();
  const server = createServer();
  stack.defer(async () => {
    if (server.listening) await server[Symbol.asyncDispose]();
  });
  server.listen(3000);
  await once(server, 'listening');
  await load();
}
`,
    ],
  },
  {
    clause: '20.program-class',
    invalid: [
      {
        code: `import { Piscina } from 'piscina';
export function run(task: string) {
  using pool = new Piscina();
  return pool.run(task);
}
`, files: { 'piscina.d.ts': "declare module 'piscina' { export class Piscina { run(task: unknown): Promise<unknown>; destroy(): Promise<void>; close(): Promise<void>; [Symbol.dispose](): void; [Symbol.asyncDispose](): Promise<void> } }" },
        errors: [
          { messageId: 'forgets', data: { name: 'pool', event: '', path: '' }, line: 3, column: 9, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store {
  async start() { await pause(); }
  async stop() { await pause(); }
  [Symbol.dispose]() { void this.stop(); }
}
export async function run() {
  using store = new Store();
  await store.start();
}
`,
    ],
  },
  {
    clause: '20.async-dispose',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
export class Session {
  async [Symbol.dispose]() {
    await pause();
  }
}
`,
        errors: [
          { messageId: 'asyncDispose', data: { name: '[Symbol.dispose]()', event: '', path: '' }, line: 3, column: 9, endColumn: 25 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
export const session = () => ({
  [Symbol.dispose]: async () => {
    await pause();
  },
});
`,
        errors: [
          { messageId: 'asyncDispose', data: { name: '[Symbol.dispose]()', event: '', path: '' }, line: 3, column: 3, endColumn: 19 },
        ],
      },
      {
        code: `export interface Session {
  [Symbol.dispose](): Promise<void>;
}
`,
        errors: [
          { messageId: 'asyncDispose', data: { name: '[Symbol.dispose]()', event: '', path: '' }, line: 2, column: 3, endColumn: 19 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
export function disposable(session: { [Symbol.dispose]?: unknown }) {
  session[Symbol.dispose] = async () => {
    await pause();
  };
}
`,
        errors: [
          { messageId: 'asyncDispose', data: { name: '[Symbol.dispose]()', event: '', path: '' }, line: 3, column: 3, endColumn: 26 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
export class Session {
  async [Symbol.asyncDispose]() {
    await pause();
  }
}
`,
      `export class Session {
  #open = true;
  [Symbol.dispose]() {
    this.#open = false;
  }
}
`,
    ],
  },
  {
    clause: '20.async-dispose-declared',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
export class Session implements Disposable {
  async [Symbol.dispose]() {
    await pause();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'asyncDispose', data: { name: '[Symbol.dispose]()', event: '', path: '' }, line: 3, column: 9, endColumn: 25 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
export const session: Disposable = {
  async [Symbol.dispose]() {
    await pause();
  },
};
`, options: { report: 'likely' },
        errors: [
          { messageId: 'asyncDispose', data: { name: '[Symbol.dispose]()', event: '', path: '' }, line: 3, column: 9, endColumn: 25 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
export class Session implements Disposable {
  async [Symbol.dispose]() {
    await pause();
  }
}
`,
    ],
  },
  {
    clause: '20.returned-release',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
export class Session {
  [Symbol.dispose]() {
    return pause();
  }
}
`,
        errors: [
          { messageId: 'asyncDispose', data: { name: '[Symbol.dispose]()', event: '', path: '' }, line: 3, column: 3, endColumn: 19 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export class Session {
  readonly #redis = new Redis();
  [Symbol.dispose]() {
    return this.#redis.quit();
  }
}
`,
    ],
  },
  {
    clause: '20.lossy',
    invalid: [
      {
        code: `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
export async function dump() {
  await using out = createWriteStream('rows');
  for (const row of rows) out.write(row);
}
`,
        errors: [
          { messageId: 'lossy', data: { name: 'out', event: " (the event 'finish')", path: 'what out.write() writes may still be buffered at 6 → the scope destroys it at 7' }, line: 5, column: 15, endColumn: 46 },
        ],
      },
      {
        code: `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
export async function dump() {
  await using out = createWriteStream('rows');
  for (const row of rows) out.write(row);
  out.end();
}
`,
        errors: [
          { messageId: 'lossy', data: { name: 'out', event: " (the event 'finish')", path: 'what out.write() writes may still be buffered at 6 → the scope destroys it at 8' }, line: 5, column: 15, endColumn: 46 },
        ],
      },
      {
        code: `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
export async function copy(source: NodeJS.ReadableStream) {
  await using out = createWriteStream('rows');
  source.pipe(out);
}
`,
        errors: [
          { messageId: 'lossy', data: { name: 'out', event: " (the event 'finish')", path: 'what source.pipe() writes may still be buffered at 6 → the scope destroys it at 7' }, line: 5, column: 15, endColumn: 46 },
        ],
      },
    ],
    valid: [
      `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
export async function dump() {
  const out = createWriteStream('rows');
  for (const row of rows) out.write(row);
  out.end();
  await finished(out);
}
`,
    ],
  },
  {
    clause: '20.lossy-waits',
    invalid: [
      {
        code: `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
function writeAll(out: NodeJS.WritableStream) {
  for (const row of rows) out.write(row);
  out.end();
}
export async function dump() {
  await using out = createWriteStream('rows');
  writeAll(out);
}
`,
        errors: [
          { messageId: 'lossy', data: { name: 'out', event: " (the event 'finish')", path: 'what writeAll() writes may still be buffered at 10 → the scope destroys it at 11' }, line: 9, column: 15, endColumn: 46 },
        ],
      },
    ],
    valid: [
      `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
export async function dump() {
  await using out = createWriteStream('rows');
  for (const row of rows) out.write(row);
  out.end();
  await finished(out);
}
`,
      `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
export async function dump() {
  await using out = createWriteStream('rows');
  await pipeline(rows, out);
}
`,
      `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
import { once } from 'node:events';
export async function dump() {
  await using out = createWriteStream('rows');
  out.end(rows.join());
  await once(out, 'finish');
}
`,
      `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
export async function dump() {
  await using out = createWriteStream('rows');
  await new Promise<void>((done) => out.end(rows.join(), done));
}
`,
      `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
async function writeAll(out: NodeJS.WritableStream) {
  for (const row of rows) out.write(row);
  out.end();
  await finished(out);
}
export async function dump() {
  await using out = createWriteStream('rows');
  await writeAll(out);
}
`,
    ],
  },
  {
    clause: '20.lossy-unseen',
    invalid: [
      {
        code: `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
declare function writeAll(out: NodeJS.WritableStream): Promise<void>;
export async function dump() {
  await using out = createWriteStream('rows');
  await writeAll(out);
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'lossy', data: { name: 'out', event: " (the event 'finish')", path: 'what writeAll() writes may still be buffered at 7 → the scope destroys it at 8' }, line: 6, column: 15, endColumn: 46 },
        ],
      },
    ],
    valid: [
      `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
declare function writeAll(out: NodeJS.WritableStream): Promise<void>;
export async function dump() {
  await using out = createWriteStream('rows');
  await writeAll(out);
}
`,
      { code: `import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
declare const rows: string[];
export async function touch() {
  await using out = createWriteStream('rows');
  out.on('open', () => {});
}
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '20.writable',
    invalid: [
      {
        code: `import { Writable } from 'node:stream';
class Sink extends Writable {}
export async function collect(chunks: Buffer[]) {
  await using sink = new Sink();
  for (const chunk of chunks) sink.write(chunk);
}
`,
        errors: [
          { messageId: 'lossy', data: { name: 'sink', event: '', path: 'what sink.write() writes may still be buffered at 5 → the scope destroys it at 6' }, line: 4, column: 15, endColumn: 32 },
        ],
      },
      {
        code: `import { connect } from 'node:net';
export async function notify(text: string) {
  await using socket = connect(3000);
  socket.write(text);
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'lossy', data: { name: 'socket', event: " (the event 'close')", path: 'what socket.write() writes may still be buffered at 4 → the scope destroys it at 5' }, line: 3, column: 15, endColumn: 37 },
        ],
      },
    ],
    valid: [
      `import { Readable } from 'node:stream';
export async function drain(source: Readable) {
  await using input = source;
  input.resume();
}
`,
      { code: `import { connect } from 'node:net';
export async function ask(text: string) {
  await using socket = connect(3000);
  socket.write(text);
  for await (const answer of socket) return String(answer);
}
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '20.never-started',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
export async function serve() {
  await using server = createServer();
  server.listen(3000);
  await once(server, 'listening');
  await load();
}
`,
        errors: [
          { messageId: 'mayNotStart', data: { name: 'server', event: " (the event 'close')", path: 'server.listen() may fail at 6' }, line: 5, column: 15, endColumn: 38 },
        ],
      },
      {
        code: `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
export async function serve() {
  await using server = createServer().listen(3000);
  await load();
}
`,
        errors: [
          { messageId: 'mayNotStart', data: { name: 'server', event: " (the event 'close')", path: 'createServer().listen() may fail at 5' }, line: 5, column: 15, endColumn: 51 },
        ],
      },
      {
        code: `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
function make() {
  return createServer();
}
export async function serve() {
  await using server = make();
  server.listen(3000);
  await load();
}
`,
        errors: [
          { messageId: 'mayNotStart', data: { name: 'server', event: " (the event 'close')", path: 'server.listen() may fail at 9' }, line: 8, column: 15, endColumn: 30 },
        ],
      },
      {
        code: `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
function listen(on: import('node:http').Server) {
  on.listen(3000);
  return once(on, 'listening');
}
export async function serve() {
  await using server = createServer();
  await listen(server);
  await load();
}
`,
        errors: [
          { messageId: 'mayNotStart', data: { name: 'server', event: " (the event 'close')", path: 'listen() may fail at 10' }, line: 9, column: 15, endColumn: 38 },
        ],
      },
      {
        code: `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
declare function listen(on: object): Promise<void>;
export async function serve() {
  await using server = createServer();
  await listen(server);
  await load();
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'mayNotStart', data: { name: 'server', event: " (the event 'close')", path: 'listen() may fail at 7' }, line: 6, column: 15, endColumn: 38 },
        ],
      },
      {
        code: `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
export async function serve() {
  await using server = createServer();
  await load();
}
`,
        errors: [
          { messageId: 'neverStarted', data: { name: 'server', event: " (the event 'close')", path: '' }, line: 5, column: 15, endColumn: 38 },
        ],
      },
    ],
    valid: [
      `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
export async function serve() {
  const listening = createServer();
  listening.listen(3000);
  await once(listening, 'listening');
  await using server = listening;
  await load();
}
`,
      `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
async function start() {
  const server = createServer();
  server.listen(3000);
  await once(server, 'listening');
  return server;
}
export async function serve() {
  await using server = await start();
  await load();
}
`,
    ],
  },
  {
    clause: '20.started',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
export async function serve() {
  await using stack = new AsyncDisposableStack();
  const server = stack.use(createServer());
  await new Promise<void>((done) => server.listen(3000, done));
  await load();
}
`,
        errors: [
          { messageId: 'mayNotStart', data: { name: 'server', event: " (the event 'close')", path: 'server.listen() may fail at 7' }, line: 6, column: 18, endColumn: 43 },
        ],
      },
    ],
    valid: [
      `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
export async function serve() {
  await using stack = new AsyncDisposableStack();
  const server = createServer();
  await new Promise<void>((done) => server.listen(3000, done));
  stack.use(server);
  await load();
}
`,
    ],
  },
  {
    clause: '20.safe-before-start',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
export async function serve() {
  await using server = createServer();
  server.listen(3000);
  await load();
}
`,
        errors: [
          { messageId: 'mayNotStart', data: { name: 'server', event: " (the event 'close')", path: 'server.listen() may fail at 6' }, line: 5, column: 15, endColumn: 38 },
        ],
      },
    ],
    valid: [
      `import { createServer } from 'node:net';
declare function load(): Promise<void>;
export async function serve() {
  await using server = createServer();
  server.listen(3000);
  await load();
}
`,
    ],
  },
  {
    clause: '20.exception-paths',
    invalid: [
      {
        code: `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
export async function serve() {
  await using server = createServer();
  await load();
}
`, options: { checkExceptionPaths: false },
        errors: [
          { messageId: 'neverStarted', data: { name: 'server', event: " (the event 'close')", path: '' }, line: 5, column: 15, endColumn: 38 },
        ],
      },
    ],
    valid: [
      { code: `import { createServer } from 'node:http';
import { once } from 'node:events';
declare function load(): Promise<void>;
export async function serve() {
  await using server = createServer();
  server.listen(3000);
  await load();
}
`, options: { checkExceptionPaths: false } },
    ],
  },
  {
    clause: '20.yield',
    invalid: [
      {
        code: `import { open } from 'node:fs/promises';
async function* linesOf(path: string) {
  await using file = await open(path);
  for await (const line of file.readLines()) yield line;
}
export async function first(path: string) {
  return (await linesOf(path).next()).value;
}
`,
        errors: [
          { messageId: 'abandoned', data: { name: 'file', event: '', path: 'it is held across a yield at 4 → linesOf(path).next() takes one value and nobody finishes it at 7' }, line: 3, column: 15, endColumn: 38 },
        ],
      },
      {
        code: `import { open } from 'node:fs/promises';
async function* linesOf(path: string) {
  await using file = await open(path);
  for await (const line of file.readLines()) yield line;
}
export async function header(path: string) {
  const lines = linesOf(path);
  const head = await lines.next();
  return head.value;
}
`,
        errors: [
          { messageId: 'abandoned', data: { name: 'file', event: '', path: 'it is held across a yield at 4 → lines.next() takes one value and nobody finishes it at 8' }, line: 3, column: 15, endColumn: 38 },
        ],
      },
      {
        code: `import { open } from 'node:fs/promises';
export async function* linesOf(path: string) {
  await using file = await open(path);
  for await (const line of file.readLines()) yield line;
}
`, files: { 'first.ts': `import { linesOf } from './file.ts';
export const first = async (path: string) => (await linesOf(path).next()).value;
` },
        errors: [
          { messageId: 'abandoned', data: { name: 'file', event: '', path: 'it is held across a yield at 4 → linesOf(path).next() takes one value and nobody finishes it at first.ts:2' }, line: 3, column: 15, endColumn: 38 },
        ],
      },
    ],
    valid: [
      `import { open } from 'node:fs/promises';
async function* linesOf(path: string) {
  const text: string[] = [];
  {
    await using file = await open(path);
    text.push(await file.readFile('utf8'));
  }
  yield* text;
}
export const first = async (path: string) => (await linesOf(path).next()).value;
`,
    ],
  },
  {
    clause: '20.yield-finished',
    invalid: [
      {
        code: `import { open } from 'node:fs/promises';
const linesOf = async function* (path: string) {
  await using file = await open(path);
  for await (const line of file.readLines()) yield line;
}
export async function twoOf(path: string) {
  const lines = linesOf(path);
  return [await lines.next(), await lines.next()];
}
`,
        errors: [
          { messageId: 'abandoned', data: { name: 'file', event: '', path: 'it is held across a yield at 4 → lines.next() takes one value and nobody finishes it at 8' }, line: 3, column: 15, endColumn: 38 },
        ],
      },
    ],
    valid: [
      `import { open } from 'node:fs/promises';
async function* linesOf(path: string) {
  await using file = await open(path);
  for await (const line of file.readLines()) yield line;
}
export async function first(path: string) {
  for await (const line of linesOf(path)) return line;
}
`,
      `import { open } from 'node:fs/promises';
async function* linesOf(path: string) {
  await using file = await open(path);
  for await (const line of file.readLines()) yield line;
}
export async function header(path: string) {
  const lines = linesOf(path);
  const head = await lines.next();
  await lines.return(undefined);
  return head.value;
}
`,
      `import { open } from 'node:fs/promises';
async function* linesOf(path: string) {
  await using file = await open(path);
  for await (const line of file.readLines()) yield line;
}
export async function all(path: string) {
  const lines = linesOf(path);
  for (let next = await lines.next(); !next.done; next = await lines.next()) console.log(next.value);
}
`,
      `import { open } from 'node:fs/promises';
async function* linesOf(path: string) {
  await using file = await open(path);
  for await (const line of file.readLines()) yield line;
}
export async function* both(a: string, b: string) {
  yield* linesOf(a);
  yield* linesOf(b);
}
`,
    ],
  },
  {
    clause: '20.yield-exported',
    invalid: [
      {
        code: `import { open } from 'node:fs/promises';
export async function* linesOf(path: string) {
  await using file = await open(path);
  for await (const line of file.readLines()) yield line;
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'abandoned', data: { name: 'file', event: '', path: 'it is held across a yield at 4' }, line: 3, column: 15, endColumn: 38 },
        ],
      },
      {
        code: `import { open } from 'node:fs/promises';
export class Log {
  async *lines(path: string) {
    await using file = await open(path);
    yield* file.readLines();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'abandoned', data: { name: 'file', event: '', path: 'it is held across a yield at 5' }, line: 4, column: 17, endColumn: 40 },
        ],
      },
    ],
    valid: [
      `import { open } from 'node:fs/promises';
export async function* linesOf(path: string) {
  await using file = await open(path);
  for await (const line of file.readLines()) yield line;
}
`,
      { code: `import { open } from 'node:fs/promises';
export class Log {
  constructor(readonly path: string) {}
  async *[Symbol.asyncIterator]() {
    await using file = await open(this.path);
    yield* file.readLines();
  }
}
`, options: { report: 'likely' } },
      { code: `import { open } from 'node:fs/promises';
export async function* linesOf(path: string) {
  await using file = await open(path);
  for await (const line of file.readLines()) yield line;
}
`, options: { report: 'likely' }, files: { 'print.ts': `import { linesOf } from './file.ts';
for await (const line of linesOf('a')) console.log(line);
` } },
    ],
  },
];
