import type { ClauseCase } from './clause-case.ts';
import type { noStopInFinalizer } from '../../tools/clauses/no-stop-in-finalizer.ts';

export const cases: readonly ClauseCase<keyof typeof noStopInFinalizer.clauses>[] = [
  {
    clause: '6.registry',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
const registry = new FinalizationRegistry((store: Store) => {
  void store.stop();
});
export { registry };
`,
        errors: [
          { messageId: 'never', data: { call: 'store.stop()', place: 'A FinalizationRegistry listener' }, line: 5, column: 8, endColumn: 20 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
const registry = new FinalizationRegistry((timer: Timer) => timer.stop());
export { registry };
`,
        errors: [
          { messageId: 'never', data: { call: 'timer.stop()', place: 'A FinalizationRegistry listener' }, line: 4, column: 61, endColumn: 73 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
const registry = new FinalizationRegistry((name: string) => {
  console.warn(name, 'was never stopped');
});
export { registry };
`,
    ],
  },
  {
    clause: '6.exit',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export async function run(store: Store) {
  await store.start();
  process.on('exit', () => {
    void store.stop();
  });
}
`,
        errors: [
          { messageId: 'cannotWait', data: { call: 'store.stop()', place: "A process.on('exit') listener" }, line: 7, column: 10, endColumn: 22 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export async function run(store: Store) {
  await store.start();
  process.once('exit', async () => {
    await store.stop();
  });
}
`,
        errors: [
          { messageId: 'cannotWait', data: { call: 'store.stop()', place: "A process.on('exit') listener" }, line: 7, column: 11, endColumn: 23 },
        ],
      },
      {
        code: `import { createServer } from 'node:http';
const server = createServer();
process.on('exit', () => server.close());
`,
        errors: [
          { messageId: 'cannotWait', data: { call: 'server.close()', place: "A process.on('exit') listener" }, line: 3, column: 26, endColumn: 40 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export async function run(store: Store) {
  await store.start();
  process.on('beforeExit', async () => {
    await store.stop();
  });
}
`,
    ],
  },
  {
    clause: '6.exit-sync',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(store: Store, timer: Timer) {
  process.on('exit', () => {
    timer.stop();
    void store.stop();
  });
}
`,
        errors: [
          { messageId: 'cannotWait', data: { call: 'store.stop()', place: "A process.on('exit') listener" }, line: 7, column: 10, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(timer: Timer) {
  process.on('exit', () => timer.stop());
}
`,
    ],
  },
  {
    clause: '6.unload',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(store: Store) {
  window.addEventListener('beforeunload', () => {
    void store.stop();
  });
}
`,
        errors: [
          { messageId: 'cannotWait', data: { call: 'store.stop()', place: "An 'unload' listener" }, line: 6, column: 10, endColumn: 22 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(store: Store) {
  addEventListener('unload', async () => {
    await store.stop();
  });
}
`,
        errors: [
          { messageId: 'cannotWait', data: { call: 'store.stop()', place: "An 'unload' listener" }, line: 6, column: 11, endColumn: 23 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(store: Store) {
  window.addEventListener('pagehide', () => {
    void store.stop();
  });
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(timer: Timer) {
  window.addEventListener('beforeunload', () => timer.stop());
}
`,
    ],
  },
  {
    clause: '6.registry',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export class Pool {
  readonly #registry = new FinalizationRegistry<Store>(async (store) => {
    await store.stop();
  });
  add(owner: object, store: Store) { this.#registry.register(owner, store); }
}
`,
        errors: [
          { messageId: 'never', data: { call: 'store.stop()', place: 'A FinalizationRegistry listener' }, line: 6, column: 11, endColumn: 23 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
const stopLater = (store: Store) => void store.stop();
export const registry = new FinalizationRegistry(stopLater);
`,
        errors: [
          { messageId: 'never', data: { call: 'store.stop()', place: 'A FinalizationRegistry listener' }, line: 4, column: 42, endColumn: 54 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export const registry = new FinalizationRegistry((count: { live: number }) => {
  count.live -= 1;
});
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
class FinalizationLog { constructor(readonly report: (store: Store) => void) {} }
export const log = new FinalizationLog((store) => void store.stop());
`,
    ],
  },
  {
    clause: '6.exit',
    invalid: [
      {
        code: `import { Pool } from 'pg';
const pool = new Pool();
process.on('exit', async () => {
  await Promise.all([pool.end()]);
});
export { pool };
`,
        errors: [
          { messageId: 'cannotWait', data: { call: 'pool.end()', place: "A process.on('exit') listener" }, line: 4, column: 22, endColumn: 32 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(store: Store) {
  process.prependListener('exit', (code) => {
    if (code !== 0) store.stop().catch(console.error);
  });
}
`,
        errors: [
          { messageId: 'cannotWait', data: { call: 'store.stop()', place: "A process.on('exit') listener" }, line: 6, column: 21, endColumn: 33 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
import { EventEmitter } from 'node:events';
export function run(store: Store, child: EventEmitter) {
  child.on('exit', async () => {
    await store.stop();
  });
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(store: Store) {
  process.on('exit', () => {
    console.log('bye');
  });
  return store.stop();
}
`,
    ],
  },
  {
    clause: '6.exit-sync',
    valid: [
      `import { createServer } from 'node:net';
import { unlinkSync } from 'node:fs';
const server = createServer();
process.on('exit', () => {
  unlinkSync('/tmp/server.sock');
});
export { server };
`,
      `import { watch } from 'node:fs';
export function run() {
  const watcher = watch('.');
  process.on('exit', () => watcher.close());
  return watcher;
}
`,
    ],
  },
  {
    clause: '6.unload',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(store: Store) {
  window.onbeforeunload = () => {
    void store.stop();
  };
}
`,
        errors: [
          { messageId: 'cannotWait', data: { call: 'store.stop()', place: "An 'unload' listener" }, line: 6, column: 10, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(store: Store) {
  window.onpagehide = () => {
    void store.stop();
  };
}
`,
    ],
  },
  {
    clause: '6.named',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(store: Store) {
  const onExit = () => {
    void store.stop();
  };
  process.on('exit', onExit);
}
`,
        errors: [
          { messageId: 'cannotWait', data: { call: 'store.stop()', place: "A process.on('exit') listener" }, line: 6, column: 10, endColumn: 22 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export class App {
  #store = new Store();
  listen() {
    process.on('exit', this.#onExit);
  }
  #onExit = () => {
    void this.#store.stop();
  };
}
`,
        errors: [
          { messageId: 'cannotWait', data: { call: 'this.#store.stop()', place: "A process.on('exit') listener" }, line: 10, column: 10, endColumn: 28 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(store: Store) {
  const cleanup = async () => {
    await store.stop();
  };
  process.once('SIGTERM', cleanup);
  process.on('exit', cleanup);
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'cannotWait', data: { call: 'store.stop()', place: "A process.on('exit') listener" }, line: 6, column: 11, endColumn: 23 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(store: Store) {
  const cleanup = async () => {
    await store.stop();
  };
  process.once('SIGTERM', cleanup);
  process.on('exit', cleanup);
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(timer: Timer) {
  function cleanup() {
    timer.stop();
  }
  process.on('exit', cleanup);
}
`,
    ],
  },
  {
    clause: '6.signal',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(store: Store) {
  process.once('SIGTERM', async () => {
    await store.stop();
  });
  process.once('exit', () => void store.stop());
}
`,
        errors: [
          { messageId: 'cannotWait', data: { call: 'store.stop()', place: "A process.on('exit') listener" }, line: 8, column: 35, endColumn: 47 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Timer { #t: NodeJS.Timeout | undefined; start() { this.#t = setInterval(() => undefined, 1000); } stop() { clearInterval(this.#t); } }
export function run(store: Store) {
  process.once('SIGTERM', async () => {
    await store.stop();
  });
}
`,
    ],
  },
  {
    clause: '6.own-timer',
    invalid: [
      {
        code: `export class Pool {
  #batch: NodeJS.Timeout | undefined;
  readonly #registry = new FinalizationRegistry((name: string) => {
    clearTimeout(this.#batch);
    this.add({}, name);
  });
  add(one: object, name: string) { this.#registry.register(one, name); }
}
`,
        errors: [{ messageId: 'never', data: { call: 'clearTimeout(this.#batch)', place: 'A FinalizationRegistry listener' }, line: 4, column: 5, endColumn: 30 }],
      },
    ],
    valid: [
      `export class Pool {
  #batch: NodeJS.Timeout | undefined;
  readonly #registry = new FinalizationRegistry((name: string) => {
    clearTimeout(this.#batch);
    this.#batch = setTimeout(() => console.log(name), 100);
  });
  add(one: object, name: string) { this.#registry.register(one, name); }
}
`,
    ],
  },
  {
    clause: '6.exit',
    invalid: [
      {
        code: `
import { createWriteStream } from 'node:fs';
const log = createWriteStream('log.txt');
process.on('exit', () => {
  log.close();
});
`,
        errors: [
          { messageId: 'cannotWait', data: { call: 'log.close()', place: "A process.on('exit') listener" }, line: 5, column: 3, endColumn: 14 },
        ],
      },
    ],
    valid: [
      { code: `
import { watch } from 'chokidar';
const watcher = watch('src');
process.on('exit', () => {
  watcher.close();
});
`, files: { 'node_modules/chokidar/index.d.ts': `export class FSWatcher { close(): Promise<void>; }
export function watch(paths: string): FSWatcher;
` } },
    ],
  },
];
