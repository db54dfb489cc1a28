import type { ClauseCase } from './clause-case.ts';
import type { noOverwrittenResource } from '../../tools/clauses/no-overwritten-resource.ts';

export const cases: readonly ClauseCase<keyof typeof noOverwrittenResource.clauses>[] = [
  {
    clause: ['19.field', '19.head'],
    invalid: [
      {
        code: `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh(interval: number) {
    this.timer = setInterval(() => {}, interval);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.timer', when: 'when refresh() runs again', release: 'clearInterval(this.timer)' }, line: 4, column: 5, endColumn: 15 },
        ],
      },
      {
        code: `import { watch, type FSWatcher } from 'node:fs';
export class Files {
  #watcher: FSWatcher | undefined;
  set folder(path: string) {
    this.#watcher = watch(path, () => {});
  }
  close() {
    this.#watcher?.close();
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.#watcher', when: 'when folder() runs again', release: 'this.#watcher.close()' }, line: 5, column: 5, endColumn: 18 },
        ],
      },
      {
        code: `import { watch, type FSWatcher } from 'node:fs';
export class Files {
  #watcher: FSWatcher | undefined;
  follow(path: string) {
    const watcher = watch(path);
    this.#watcher = watcher;
  }
  close() {
    this.#watcher?.close();
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.#watcher', when: 'when follow() runs again', release: 'this.#watcher.close()' }, line: 6, column: 5, endColumn: 18 },
        ],
      },
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  client = new Redis();
  async reconnect(url: string) {
    this.client = new Redis(url);
    await this.client.set('connected', 'yes');
  }
  async close() {
    await this.client.quit();
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.client', when: 'when reconnect() runs again', release: 'await this.client.quit()' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh(interval: number) {
    clearInterval(this.timer);
    this.timer = setInterval(() => {}, interval);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `import { watch, type FSWatcher } from 'node:fs';
export class Files {
  readonly #watchers: FSWatcher[] = [];
  follow(path: string) {
    this.#watchers.push(watch(path));
  }
  close() {
    for (const watcher of this.#watchers) watcher.close();
  }
}
`,
    ],
  },
  {
    clause: '19.release-first',
    invalid: [
      {
        code: `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh(force: boolean) {
    if (force) clearInterval(this.timer);
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.timer', when: 'when refresh() runs again', release: 'clearInterval(this.timer)' }, line: 5, column: 5, endColumn: 15 },
        ],
      },
      {
        code: `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh() {
    this.timer = setInterval(() => {}, 1000);
    clearInterval(this.timer);
    this.timer = setInterval(() => {}, 2000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.timer', when: 'when refresh() runs again', release: 'clearInterval(this.timer)' }, line: 4, column: 5, endColumn: 15 },
        ],
      },
      {
        code: `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh() {
    this.timer?.unref();
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.timer', when: 'when refresh() runs again', release: 'clearInterval(this.timer)' }, line: 5, column: 5, endColumn: 15 },
        ],
      },
    ],
    valid: [
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh() {
    this.stop();
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh() {
    this.#clear();
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
  #clear() {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
`,
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh() {
    try {
      clearInterval(this.timer);
    } finally {
      this.timer = setInterval(() => {}, 1000);
    }
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `import { Redis } from 'ioredis';
export class Cache {
  client = new Redis();
  async reconnect(url: string) {
    const former = this.client;
    this.client = new Redis(url);
    await former.quit();
  }
  async close() {
    await this.client.quit();
  }
}
`,
      `import { Redis } from 'ioredis';
export class Cache {
  client = new Redis();
  readonly #former: Redis[] = [];
  reconnect(url: string) {
    this.#former.push(this.client);
    this.client = new Redis(url);
  }
  async close() {
    await Promise.all([this.client, ...this.#former].map((client) => client.quit()));
  }
}
`,
    ],
  },
  {
    clause: '19.guard',
    invalid: [
      {
        code: `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh(wanted: boolean) {
    if (!wanted) return;
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.timer', when: 'when refresh() runs again', release: 'clearInterval(this.timer)' }, line: 5, column: 5, endColumn: 15 },
        ],
      },
    ],
    valid: [
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh() {
    if (this.timer) return;
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh() {
    if (!this.timer) this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh() {
    this.timer ??= setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh() {
    this.timer = this.timer ?? setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  refresh() {
    if (this.isPolling) return;
    this.timer = setInterval(() => {}, 1000);
  }
  get isPolling() {
    return this.timer !== undefined;
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  #polling = false;
  refresh() {
    if (this.#polling) return;
    this.#polling = true;
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
    ],
  },
  {
    clause: '19.other-guard',
    invalid: [
      {
        code: `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  enabled = true;
  refresh() {
    if (!this.enabled) return;
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'overwritten', data: { name: 'this.timer', when: 'when refresh() runs again', release: 'clearInterval(this.timer)' }, line: 6, column: 5, endColumn: 15 },
        ],
      },
    ],
    valid: [
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  enabled = true;
  refresh() {
    if (!this.enabled) return;
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
    ],
  },
  {
    clause: '19.once',
    invalid: [
      {
        code: `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  constructor() {
    this.#arm();
  }
  refresh() {
    this.#arm();
  }
  #arm() {
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.timer', when: 'when #arm() runs again', release: 'clearInterval(this.timer)' }, line: 10, column: 5, endColumn: 15 },
        ],
      },
      {
        code: `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  constructor() {
    this.arm();
  }
  protected arm() {
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
export class FastPoller extends Poller {
  hurry() {
    this.arm();
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.timer', when: 'when arm() runs again', release: 'clearInterval(this.timer)' }, line: 7, column: 5, endColumn: 15 },
        ],
      },
    ],
    valid: [
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  constructor() {
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  onModuleInit() {
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  constructor() {
    this.#arm();
  }
  #arm() {
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  constructor() {
    this.arm();
  }
  protected arm() {
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
    ],
  },
  {
    clause: '19.per-stop',
    invalid: [
      {
        code: `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  start() {
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'overwritten', data: { name: 'this.timer', when: 'when start() runs again without a stop in between', release: 'clearInterval(this.timer)' }, line: 4, column: 5, endColumn: 15 },
        ],
      },
      {
        code: `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  start() {
    this.#arm();
  }
  #arm() {
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'overwritten', data: { name: 'this.timer', when: 'when #arm() runs again without a stop in between', release: 'clearInterval(this.timer)' }, line: 7, column: 5, endColumn: 15 },
        ],
      },
      {
        code: `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  start() {
    this.#arm();
  }
  hurry() {
    this.#arm();
  }
  #arm() {
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.timer', when: 'when #arm() runs again', release: 'clearInterval(this.timer)' }, line: 10, column: 5, endColumn: 15 },
        ],
      },
    ],
    valid: [
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  start() {
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  start() {
    this.#arm();
  }
  #arm() {
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  startPolling() {
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      { code: `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  start() {
    this.stop();
    this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '19.same-run',
    invalid: [
      {
        code: `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  constructor(intervals: number[]) {
    for (const interval of intervals) this.timer = setInterval(() => {}, interval);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.timer', when: 'in the same run', release: 'clearInterval(this.timer)' }, line: 4, column: 39, endColumn: 49 },
        ],
      },
      {
        code: `export function poll(): void {
  let timer = setInterval(() => {}, 1000);
  timer = setInterval(() => {}, 2000);
  clearInterval(timer);
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'timer', when: 'in the same run', release: 'clearInterval(timer)' }, line: 3, column: 3, endColumn: 8 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(name: string) {
  let store = new Store();
  await store.start();
  if (name === '') {
    store = new Store();
    await store.start();
  }
  await store.save(name);
  await store.stop();
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'store', when: 'in the same run', release: 'await store.stop()' }, line: 7, column: 5, endColumn: 10 },
        ],
      },
    ],
    valid: [
      `export function poll(): void {
  let timer = setInterval(() => {}, 1000);
  clearInterval(timer);
  timer = setInterval(() => {}, 2000);
  clearInterval(timer);
}
`,
      `export function poll(fast: boolean): void {
  let timer;
  if (fast) timer = setInterval(() => {}, 1000);
  else timer = setInterval(() => {}, 2000);
  clearInterval(timer);
}
`,
      `export class Poller {
  private timer: NodeJS.Timeout | undefined;
  constructor(fast: boolean) {
    if (fast) this.timer = setInterval(() => {}, 10);
    else this.timer = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(names: string[]) {
  let store: Store | undefined;
  for (const name of names) {
    store = new Store();
    await store.start();
    try {
      await store.save(name);
    } finally {
      await store.stop();
    }
  }
}
`,
    ],
  },
  {
    clause: '19.service',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  #store: Store | undefined;
  async reload() {
    this.#store = new Store();
    await this.#store.start();
  }
  async close() {
    await this.#store?.stop();
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.#store', when: 'when reload() runs again', release: 'await this.#store.stop()' }, line: 6, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  #store: Store | undefined;
  async reload() {
    await this.#store?.stop();
    this.#store = new Store();
    await this.#store.start();
  }
  async close() {
    await this.#store?.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  #store: Store | undefined;
  async reload() {
    this.#store = new Store();
    await this.#store.save('new');
  }
}
`,
    ],
  },
  {
    clause: '19.ends-alone',
    invalid: [
      {
        code: `export class Saver {
  #timer: NodeJS.Timeout | undefined;
  schedule() {
    this.#timer = setTimeout(() => this.save(), 1000);
  }
  save() {}
  close() {
    clearTimeout(this.#timer);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'overwritten', data: { name: 'this.#timer', when: 'when schedule() runs again', release: 'clearInterval(this.#timer)' }, line: 4, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `import { spawn, type ChildProcess } from 'node:child_process';
export class Runner {
  #child: ChildProcess | undefined;
  execute(command: string) {
    this.#child = spawn(command);
  }
  close() {
    this.#child?.kill();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'overwritten', data: { name: 'this.#child', when: 'when execute() runs again', release: 'this.#child.kill()' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      { code: `export class Saver {
  #timer: NodeJS.Timeout | undefined;
  tick() {
    this.#timer = setTimeout(() => this.tick(), 1000);
  }
  close() {
    clearTimeout(this.#timer);
  }
}
`, options: { report: 'likely' } },
      `export class Saver {
  #timer: NodeJS.Timeout | undefined;
  schedule() {
    this.#timer = setTimeout(() => this.save(), 1000);
  }
  save() {}
  close() {
    clearTimeout(this.#timer);
  }
}
`,
    ],
  },
  {
    clause: '19.not-this',
    invalid: [
      {
        code: `export class Poller {
  current: NodeJS.Timeout | undefined;
  refresh() {
    this.current = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.current);
  }
}
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'this.current', when: 'when refresh() runs again', release: 'clearInterval(this.current)' }, line: 4, column: 5, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `export function refresh(ref: { current: NodeJS.Timeout | undefined }) {
  ref.current = setInterval(() => {}, 1000);
}
`,
      `export class Poller {
  constructor(readonly ref: { current: NodeJS.Timeout | undefined }) {}
  refresh() {
    this.ref.current = setInterval(() => {}, 1000);
  }
  stop() {
    clearInterval(this.ref.current);
  }
}
`,
    ],
  },
  {
    clause: '19.test-hooks',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
import { afterAll, beforeEach, it } from 'vitest';
let store: Store;
beforeEach(async () => {
  store = new Store();
  await store.start();
});
afterAll(async () => {
  await store.stop();
});
it('saves', () => store.save('a'));
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'store', when: 'before the next test', release: 'await store.stop()' }, line: 6, column: 3, endColumn: 8 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
import { afterEach, beforeEach, it } from 'vitest';
let store: Store;
beforeEach(async () => {
  store = new Store();
  await store.start();
});
afterEach(async () => {
  await store.stop();
});
it('saves', () => store.save('a'));
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
import { afterAll, beforeAll, it } from 'vitest';
let store: Store;
beforeAll(async () => {
  store = new Store();
  await store.start();
});
afterAll(async () => {
  await store.stop();
});
it('saves', () => store.save('a'));
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
import { describe, afterEach, beforeEach, it } from 'vitest';
describe('store', () => {
  let store: Store;
  beforeEach(async () => {
    store = new Store();
    await store.start();
  });
  afterEach(() => store.stop());
  it('saves', () => store.save('a'));
});
`,
    ],
  },
  {
    clause: '19.test-hooks',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
import { beforeEach, it } from 'vitest';
declare class Relay { constructor(store: Store); start(port: number): Promise<void>; stop(): Promise<void> }
let relay: Relay;
let store: Store;
beforeEach(async () => {
  store = new Store();
  relay = new Relay(store);
  await relay.start(0);
});
it('relays', () => {});
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'relay', when: 'before the next test', release: 'await relay.stop()' }, line: 9, column: 3, endColumn: 8 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
import { afterEach, beforeEach, it } from 'vitest';
declare class Relay { start(store: Store): Promise<void>; stop(): Promise<void> }
let relay: Relay;
let store: Store;
beforeEach(async () => {
  store = new Store();
  relay = new Relay();
  await relay.start(store);
});
afterEach(() => store.stop());
it('relays', () => {});
`,
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
import { afterEach, it } from 'vitest';
let store: Store;
async function open() {
  store = new Store();
  await store.start();
}
afterEach(() => store.stop());
it('saves', () => open());
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '19.test-hooks',
    invalid: [
      {
        code: `import { createServer, type Server } from 'node:http';
import { afterAll, beforeEach, it } from 'vitest';
let server: Server;
beforeEach(() => {
  server = createServer();
  server.listen(0);
});
afterAll(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
});
it('listens', () => server.address());
`,
        errors: [
          { messageId: 'overwritten', data: { name: 'server', when: 'before the next test', release: 'await new Promise((resolve) => server.close(resolve))' }, line: 5, column: 3, endColumn: 9 },
        ],
      },
    ],
    valid: [
      `import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, it } from 'vitest';
let server: Server;
beforeEach(() => {
  server = createServer();
  server.listen(0);
});
afterEach(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
});
it('listens', () => server.address());
`,
    ],
  },
  {
    clause: '19.outer',
    invalid: [
      {
        code: `let timer: NodeJS.Timeout | undefined;
export function poll() {
  timer = setInterval(() => {}, 1000);
}
export function stop() {
  clearInterval(timer);
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'overwritten', data: { name: 'timer', when: 'when poll() runs again', release: 'clearInterval(timer)' }, line: 3, column: 3, endColumn: 8 },
        ],
      },
    ],
    valid: [
      `let timer: NodeJS.Timeout | undefined;
export function poll() {
  timer = setInterval(() => {}, 1000);
}
export function stop() {
  clearInterval(timer);
}
`,
      { code: `let timer: NodeJS.Timeout | undefined;
export function poll() {
  if (timer) return;
  timer = setInterval(() => {}, 1000);
}
export function stop() {
  clearInterval(timer);
}
`, options: { report: 'likely' } },
      { code: `export function ticks() {
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream({
    start(controller) {
      timer = setInterval(() => controller.enqueue('tick'), 1000);
    },
    cancel() {
      clearInterval(timer);
    },
  });
}
`, options: { report: 'likely' } },
      { code: `let timer: NodeJS.Timeout | undefined;
export function poll() {
  clearInterval(timer);
  timer = setInterval(() => {}, 1000);
}
`, options: { report: 'likely' } },
    ],
  },
];
