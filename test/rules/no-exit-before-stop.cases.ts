import type { ClauseCase } from './clause-case.ts';
import type { noExitBeforeStop } from '../../tools/clauses/no-exit-before-stop.ts';

export const cases: readonly ClauseCase<keyof typeof noExitBeforeStop.clauses>[] = [
  {
    clause: '7.finally',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run() {
  const store = new Store();
  await store.start();
  try {
    await store.save('x');
  } catch (error) {
    console.error(error);
    process.exit(1);
  } finally {
    await store.stop();
  }
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'store'", path: "'store' is created at 4 → 'store' is started at 5 → 'store.save()' may reject at 7 → the process ends at 10" }, line: 10, column: 5, endColumn: 20 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run(wrong: boolean) {
  const store = new Store();
  await store.start();
  try {
    if (wrong) process.exit(2);
    await store.save('x');
  } finally {
    await store.stop();
  }
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'store'", path: "'store' is created at 4 → 'store' is started at 5 → the process ends at 7" }, line: 7, column: 16, endColumn: 31 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run() {
  const store = new Store();
  await store.start();
  try {
    await store.save('x');
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    await store.stop();
  }
}
`,
    ],
  },
  {
    clause: '7.later',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run(wrong: boolean) {
  const store = new Store();
  await store.start();
  if (wrong) process.exit(1);
  await store.stop();
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'store'", path: "'store' is created at 4 → 'store' is started at 5 → the process ends at 6" }, line: 6, column: 14, endColumn: 29 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run(wrong: boolean) {
  const store = new Store();
  await store.start();
  if (wrong) process.abort();
  await store.stop();
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'store'", path: "'store' is created at 4 → 'store' is started at 5 → the process ends at 6" }, line: 6, column: 14, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run(wrong: boolean) {
  if (wrong) process.exit(1);
  const store = new Store();
  await store.start();
  await store.stop();
}
`,
    ],
  },
  {
    clause: '7.using',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run(wrong: boolean) {
  await using store = new Store();
  await store.start();
  if (wrong) process.exit(1);
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'store'", path: "'store' is owned by the scope at 4 → the process ends at 6" }, line: 6, column: 14, endColumn: 29 },
        ],
      },
      {
        code: `import { openSync } from 'node:fs';
class Lock implements Disposable { fd = openSync('lock', 'w'); [Symbol.dispose]() {} }
export function run(wrong: boolean) {
  using lock = new Lock();
  if (wrong && lock.fd > 0) process.exit(1);
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'lock'", path: "'lock' is owned by the scope at 4 → the process ends at 5" }, line: 5, column: 29, endColumn: 44 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run(wrong: boolean) {
  {
    await using store = new Store();
    await store.start();
  }
  if (wrong) process.exit(1);
}
`,
    ],
  },
  {
    clause: '7.stack',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run(wrong: boolean) {
  await using stack = new AsyncDisposableStack();
  const store = new Store();
  await store.start();
  stack.use(store);
  if (wrong) process.exit(1);
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'stack'", path: "'stack' is owned by the scope at 4 → the process ends at 8" }, line: 8, column: 14, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run(wrong: boolean) {
  await using stack = new AsyncDisposableStack();
  const store = new Store();
  await store.start();
  stack.use(store);
  if (wrong) process.exitCode = 1;
}
`,
    ],
  },
  {
    clause: '7.loses-data',
    invalid: [
      {
        code: `import { Kafka } from 'kafkajs';
export async function run() {
  const producer = new Kafka({ brokers: [] }).producer();
  await producer.connect();
  await producer.send({ topic: 'a', messages: [] });
  process.exit(0);
}
`,
        errors: [
          { messageId: 'losesData', data: { held: "'producer'", path: "'producer' is created at 3 → 'producer' is started at 4 → the process ends at 6" }, line: 6, column: 3, endColumn: 18 },
        ],
      },
    ],
    valid: [
      `import { Kafka } from 'kafkajs';
export async function run() {
  const producer = new Kafka({ brokers: [] }).producer();
  await producer.connect();
  await producer.send({ topic: 'a', messages: [] });
  await producer.disconnect();
  process.exit(0);
}
`,
    ],
  },
  {
    clause: '7.helper',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
function fail(text: string): never {
  console.error(text);
  process.exit(1);
}
export async function run(wrong: boolean) {
  const store = new Store();
  await store.start();
  if (wrong) fail('wrong');
  await store.stop();
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'store'", path: "'store' is created at 8 → 'store' is started at 9 → the process ends at 10" }, line: 10, column: 14, endColumn: 27 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
function fail(text: string): never {
  throw new Error(text);
}
export async function run(wrong: boolean) {
  const store = new Store();
  await store.start();
  if (wrong) fail('wrong');
  await store.stop();
}
`,
    ],
  },
  {
    clause: '7.self-kill',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run(wrong: boolean) {
  const store = new Store();
  await store.start();
  if (wrong) process.kill(process.pid, 'SIGKILL');
  await store.stop();
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'store'", path: "'store' is created at 4 → 'store' is started at 5 → the process ends at 6" }, line: 6, column: 14, endColumn: 50 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run(wrong: boolean, child: number) {
  const store = new Store();
  await store.start();
  if (wrong) process.kill(child, 'SIGKILL');
  await store.stop();
}
`,
    ],
  },
  {
    clause: '7.once',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run() {
  const store = new Store();
  await store.start();
  const audit = new Store();
  await audit.start();
  try {
    await store.save('x');
  } catch {
    process.exit(1);
  } finally {
    await audit.stop();
    await store.stop();
  }
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'store' and 'audit'", path: "'store' is created at 4 → 'store' is started at 5 → 'store.save()' may reject at 9 → the process ends at 11" }, line: 11, column: 5, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run() {
  const store = new Store();
  await store.start();
  const audit = new Store();
  await audit.start();
  try {
    await store.save('x');
  } catch {
    process.exitCode = 1;
  } finally {
    await audit.stop();
    await store.stop();
  }
}
`,
    ],
  },
  {
    clause: '7.nested',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run(wrong: boolean) {
  const store = new Store();
  await store.start();
  if (wrong) process.exit(1);
  process.once('SIGINT', () => process.exit(130));
  await store.stop();
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'store'", path: "'store' is created at 4 → 'store' is started at 5 → the process ends at 6" }, line: 6, column: 14, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run() {
  const store = new Store();
  await store.start();
  process.once('SIGINT', () => process.exit(130));
  await store.save('x');
  await store.stop();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
process.on('uncaughtException', (error) => {
  console.error(error);
  process.exit(1);
});
export async function run() {
  const store = new Store();
  await store.start();
  await store.stop();
}
`,
    ],
  },
  {
    clause: '7.module-scope',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function check(wrong: boolean) {
  const store = new Store();
  await store.start();
  if (wrong) process.exit(1);
  await store.stop();
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'store'", path: "'store' is created at 4 → 'store' is started at 5 → the process ends at 6" }, line: 6, column: 14, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
const store = new Store();
await store.start();
export function check(wrong: boolean) {
  if (wrong) process.exit(1);
}
await store.stop();
`,
    ],
  },
  {
    clause: '7.main-catch',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
async function main() {
  const store = new Store();
  await store.start();
  if (process.argv.length > 3) process.exit(1);
  await store.stop();
}
main().catch(() => process.exit(1));
export {};
`,
        errors: [
          { messageId: 'exit', data: { held: "'store'", path: "'store' is created at 4 → 'store' is started at 5 → the process ends at 6" }, line: 6, column: 32, endColumn: 47 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
async function main() {
  await using store = new Store();
  await store.start();
}
main().catch(() => process.exit(1));
export {};
`,
    ],
  },
  {
    clause: '7.released',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run() {
  const store = new Store();
  await store.start();
  const audit = new Store();
  await audit.start();
  await audit.stop();
  if (process.argv.length > 3) process.exit(0);
  await store.stop();
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'store'", path: "'store' is created at 4 → 'store' is started at 5 → the process ends at 9" }, line: 9, column: 32, endColumn: 47 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run() {
  const store = new Store();
  await store.start();
  await store.stop();
  process.exit(0);
}
`,
    ],
  },
  {
    clause: '7.finally',
    invalid: [
      {
        code: `
import { createWriteStream } from 'node:fs';
declare const ask: () => Promise<string>;
export async function confirm(): Promise<void> {
  const log = createWriteStream('answers.log');
  try {
    if ((await ask()) !== 'y') process.exit(1);
  } finally {
    log.end();
  }
}
`,
        errors: [
          { messageId: 'exit', data: { held: "'log'", path: "'log' is acquired at 5 → the process ends at 7" }, line: 7, column: 32, endColumn: 47 },
        ],
      },
    ],
    valid: [
      `
import { createInterface } from 'node:readline/promises';
export async function confirm(): Promise<void> {
  const prompt = createInterface({ input: process.stdin });
  try {
    if ((await prompt.question('Sure?')) !== 'y') process.exit(1);
  } finally {
    prompt.close();
  }
}
`,
    ],
  },
];
