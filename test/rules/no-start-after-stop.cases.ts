import type { ClauseCase } from './clause-case.ts';
import type { noStartAfterStop } from '../../tools/clauses/no-start-after-stop.ts';

export const cases: readonly ClauseCase<keyof typeof noStartAfterStop.clauses>[] = [
  {
    clause: '23.timer',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await load();
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '7' }, line: 8, column: 19, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  async start(): Promise<void> {
    await load();
    if (this.#stopped) return;
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    this.#timer = setInterval(send, 1000);
    await load();
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
`,
    ],
  },
  {
    clause: '23.listener',
    invalid: [
      {
        code: `import type { EventEmitter } from 'node:events';
declare function load(): Promise<string>;
export class Presence {
  readonly #bus: EventEmitter;
  constructor(bus: EventEmitter) {
    this.#bus = bus;
  }
  async start(): Promise<void> {
    await load();
    this.#bus.on('join', this.#onJoin);
  }
  stop(): void {
    this.#bus.off('join', this.#onJoin);
  }
  readonly #onJoin = (): void => this.stop();
}
`,
        errors: [
          { messageId: 'started', data: { name: "this.#bus.on('join')", line: '9' }, line: 10, column: 5, endColumn: 39 },
        ],
      },
    ],
    valid: [
      `import type { EventEmitter } from 'node:events';
declare function load(): Promise<string>;
export class Presence {
  readonly #bus: EventEmitter;
  constructor(bus: EventEmitter) {
    this.#bus = bus;
  }
  async start(): Promise<void> {
    this.#bus.on('join', this.#onJoin);
    await load();
  }
  stop(): void {
    this.#bus.off('join', this.#onJoin);
  }
  readonly #onJoin = (): void => this.stop();
}
`,
      `import type { EventEmitter } from 'node:events';
declare function load(): Promise<string>;
declare function open(): Promise<EventEmitter>;
export class Presence {
  #bus: EventEmitter | undefined;
  async start(): Promise<void> {
    const bus = await open();
    bus.on('join', () => this.stop());
    this.#bus = bus;
  }
  stop(): void {
    this.#bus?.removeAllListeners();
  }
}
`,
    ],
  },
  {
    clause: '23.watcher',
    invalid: [
      {
        code: `import { watch, type FSWatcher } from 'node:fs';
import { mkdir } from 'node:fs/promises';
export class Inbox {
  #watcher: FSWatcher | undefined;
  async start(): Promise<void> {
    await mkdir('inbox', { recursive: true });
    this.#watcher = watch('inbox');
  }
  async stop(): Promise<void> {
    this.#watcher?.close();
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#watcher', line: '6' }, line: 7, column: 21, endColumn: 35 },
        ],
      },
    ],
    valid: [
      `import { watch, type FSWatcher } from 'node:fs';
import { mkdir } from 'node:fs/promises';
export class Inbox {
  #watcher: FSWatcher | undefined;
  #ended = false;
  async start(): Promise<void> {
    await mkdir('inbox', { recursive: true });
    if (!this.#ended) this.#watcher = watch('inbox');
  }
  async stop(): Promise<void> {
    this.#ended = true;
    this.#watcher?.close();
  }
}
`,
    ],
  },
  {
    clause: '23.loop',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Feed {
  #live = false;
  #loop: Promise<void> | undefined;
  async start(): Promise<void> {
    await load();
    this.#loop = this.#run();
  }
  async stop(): Promise<void> {
    this.#live = false;
    await this.#loop;
  }
  async #run(): Promise<void> {
    for (;;) await poll();
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#loop', line: '8' }, line: 9, column: 18, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Feed {
  #live = true;
  #loop: Promise<void> | undefined;
  async start(): Promise<void> {
    await load();
    if (!this.#live) throw new Error('stopped');
    this.#loop = this.#run();
  }
  async stop(): Promise<void> {
    this.#live = false;
    await this.#loop;
  }
  async #run(): Promise<void> {
    for (;;) await poll();
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Feed {
  #first: Promise<void> | undefined;
  async start(): Promise<void> {
    await load();
    this.#first = this.#once();
  }
  async stop(): Promise<void> {
    await this.#first;
  }
  async #once(): Promise<void> {
    await poll();
  }
}
`,
    ],
  },
  {
    clause: '23.field',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  readonly #settings = { polls: true };
  async start(): Promise<void> {
    await load();
    if (this.#settings.polls) {
      this.#timer = setInterval(send, 1000);
    }
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '8' }, line: 10, column: 21, endColumn: 44 },
        ],
      },
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await load();
    if (this.#timer) return;
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '7' }, line: 9, column: 19, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #state: 'live' | 'ended' = 'live';
  async start(): Promise<void> {
    await load();
    if (this.#state === 'live') {
      this.#timer = setInterval(send, 1000);
    }
  }
  stop(): void {
    this.#state = 'ended';
    clearInterval(this.#timer);
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  async start(): Promise<void> {
    await load();
    if (!this.isLive) return;
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
  get isLive(): boolean {
    return !this.#stopped;
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  async start(): Promise<void> {
    await load();
    this.#stopped || (this.#timer = setInterval(send, 1000));
  }
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
}
`,
    ],
  },
  {
    clause: '23.signal',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  readonly #ending = new AbortController();
  async start(): Promise<void> {
    this.#ending.signal.throwIfAborted();
    await load();
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    this.#ending.abort();
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '9' }, line: 10, column: 19, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  readonly #ending = new AbortController();
  async start(): Promise<void> {
    await load();
    this.#ending.signal.throwIfAborted();
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    this.#ending.abort();
    clearInterval(this.#timer);
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(signal: AbortSignal): Promise<void> {
    await load();
    if (signal.aborted) return;
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
`,
    ],
  },
  {
    clause: '23.token',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  readonly #before = '';
  async start(): Promise<void> {
    const text = await load();
    if (text !== this.#before) return;
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '8' }, line: 10, column: 19, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #session = 0;
  async start(): Promise<void> {
    const mine = ++this.#session;
    await load();
    if (mine !== this.#session) return;
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    this.#session++;
    clearInterval(this.#timer);
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #session = 0;
  async start(): Promise<void> {
    const mine = ++this.#session;
    await load();
    const current = mine === this.#session;
    if (!current) return;
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    this.#session++;
    clearInterval(this.#timer);
  }
}
`,
    ],
  },
  {
    clause: '23.between',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  async start(): Promise<void> {
    if (this.#stopped) return;
    await load();
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '9' }, line: 10, column: 19, endColumn: 42 },
        ],
      },
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  async start(): Promise<void> {
    await load();
    if (this.#stopped) return;
    await poll();
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '10' }, line: 11, column: 19, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  async start(): Promise<void> {
    await load();
    this.#timer = setInterval(send, 1000);
    if (this.#stopped) this.stop();
  }
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  async start(): Promise<void> {
    await load();
    await poll();
    if (this.#stopped) return;
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
}
`,
    ],
  },
  {
    clause: '23.helper',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await load();
    this.#arm();
  }
  stop(): void {
    clearInterval(this.#timer);
  }
  #arm(): void {
    this.#timer = setInterval(send, 1000);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '7' }, line: 14, column: 19, endColumn: 42 },
        ],
      },
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await this.#open();
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    clearInterval(this.#timer);
  }
  async #open(): Promise<void> {
    await load();
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '7' }, line: 8, column: 19, endColumn: 42 },
        ],
      },
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    void this.#open();
  }
  stop(): void {
    clearInterval(this.#timer);
  }
  readonly #open = async (): Promise<void> => {
    await load();
    this.#timer = setInterval(send, 1000);
  };
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '13' }, line: 14, column: 19, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  async start(): Promise<void> {
    await load();
    this.#demand();
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
  #demand(): void {
    if (this.#stopped) throw new Error('stopped');
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  async start(): Promise<void> {
    if (!(await this.#open())) return;
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
  async #open(): Promise<boolean> {
    await load();
    return this.#stopped ? false : true;
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    void this.#open();
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    clearInterval(this.#timer);
  }
  async #open(): Promise<void> {
    await load();
  }
}
`,
    ],
  },
  {
    clause: '23.constructor',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Chains {
  #timer: ReturnType<typeof setInterval> | null = null;
  constructor() {
    this.#initialize().catch(console.error);
  }
  async #initialize(): Promise<void> {
    try {
      await this.#fetch();
      this.#timer = setInterval(() => {
        this.#fetch().catch(console.error);
      }, 1000);
    } catch (error) {
      console.error(error);
    }
  }
  async #fetch(): Promise<void> {
    await load();
  }
  destroy(): void {
    if (this.#timer) clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '11' }, line: 12, column: 21, endLine: 14, endColumn: 15 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Chains {
  #timer: ReturnType<typeof setInterval> | null = null;
  constructor() {
    this.#timer = setInterval(send, 1000);
    this.#fetch().catch(console.error);
  }
  async #fetch(): Promise<void> {
    await load();
  }
  destroy(): void {
    if (this.#timer) clearInterval(this.#timer);
  }
}
`,
    ],
  },
  {
    clause: '23.callback',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  start(): Promise<void> {
    return load().then(() => {
      this.#timer = setInterval(send, 1000);
    });
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '7' }, line: 8, column: 21, endColumn: 44 },
        ],
      },
      {
        code: `import type { EventEmitter } from 'node:events';
declare function load(): Promise<string>;
export class Presence {
  readonly #bus: EventEmitter;
  constructor(bus: EventEmitter) {
    this.#bus = bus;
  }
  async start(): Promise<void> {
    await load();
    ['join', 'leave'].forEach((name) => {
      this.#bus.on(name, this.#heard);
    });
  }
  stop(): void {
    ['join', 'leave'].forEach((name) => {
      this.#bus.off(name, this.#heard);
    });
  }
  readonly #heard = (): void => this.stop();
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#bus.on(name)', line: '9' }, line: 11, column: 7, endColumn: 38 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  start(): Promise<void> {
    return load().then(() => {
      if (!this.#stopped) this.#timer = setInterval(send, 1000);
    });
  }
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
}
`,
    ],
  },
  {
    clause: '23.paths',
    invalid: [
      {
        code: `import type { EventEmitter } from 'node:events';
declare function load(): Promise<string>;
export class Presence {
  readonly #bus: EventEmitter;
  constructor(bus: EventEmitter) {
    this.#bus = bus;
  }
  async start(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
      this.#bus.on('join', this.#heard);
      await load();
    }
  }
  stop(): void {
    this.#bus.off('join', this.#heard);
  }
  readonly #heard = (): void => this.stop();
}
`,
        errors: [
          { messageId: 'started', data: { name: "this.#bus.on('join')", line: '11' }, line: 10, column: 7, endColumn: 40 },
        ],
      },
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    try {
      await load();
    } catch {
      this.#timer = setInterval(send, 1000);
    }
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '8' }, line: 10, column: 21, endColumn: 44 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  readonly #warm = true;
  async start(): Promise<void> {
    if (this.#warm) {
      await load();
      return;
    }
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  readonly #kind: number = 1;
  async start(): Promise<void> {
    switch (this.#kind) {
      case 1:
        await load();
        break;
      default:
        this.#timer = setInterval(send, 1000);
    }
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
`,
    ],
  },
  {
    clause: '23.one-report',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #fast: NodeJS.Timeout | undefined;
  #slow: NodeJS.Timeout | undefined;
  #last: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await load();
    this.#fast = setInterval(send, 1000);
    this.#slow = setInterval(send, 9000);
    await poll();
    this.#last = setInterval(send, 90_000);
  }
  stop(): void {
    clearInterval(this.#fast);
    clearInterval(this.#slow);
    clearInterval(this.#last);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#fast', line: '9' }, line: 10, column: 18, endColumn: 41 },
          { messageId: 'started', data: { name: 'this.#last', line: '12' }, line: 13, column: 18, endColumn: 43 },
        ],
      },
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #once: NodeJS.Timeout | undefined;
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await load();
    this.#once = setTimeout(send, 1000);
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    clearTimeout(this.#once);
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '8' }, line: 10, column: 19, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #fast: NodeJS.Timeout | undefined;
  #slow: NodeJS.Timeout | undefined;
  #stopped = false;
  async start(): Promise<void> {
    await load();
    if (this.#stopped) return;
    this.#fast = setInterval(send, 1000);
    this.#slow = setInterval(send, 9000);
  }
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#fast);
    clearInterval(this.#slow);
  }
}
`,
    ],
  },
  {
    clause: '23.connect',
    invalid: [
      {
        code: `import { Redis } from 'ioredis';
export class Cache {
  readonly #redis = new Redis({ lazyConnect: true });
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await this.#redis.connect();
    this.#timer = setInterval(() => void this.#redis.get('alive'), 1000);
  }
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#redis.quit();
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '6' }, line: 7, column: 19, endColumn: 73 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export class Cache {
  readonly #redis = new Redis({ lazyConnect: true });
  readonly #events = new Redis({ lazyConnect: true });
  async start(): Promise<void> {
    await this.#redis.connect();
    await this.#events.connect();
  }
  async stop(): Promise<void> {
    await this.#events.quit();
    await this.#redis.quit();
  }
}
`,
    ],
  },
  {
    clause: '23.released',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timers: NodeJS.Timeout[] = [];
  async start(): Promise<void> {
    await load();
    this.#timers.push(setInterval(send, 1000));
  }
  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timers', line: '7' }, line: 8, column: 23, endColumn: 46 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #count = 0;
  async start(): Promise<void> {
    await load();
    setInterval(send, 1000);
  }
  stop(): void {
    this.#count = 0;
  }
}
`,
    ],
  },
  {
    clause: '23.stop',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller implements Disposable {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await load();
    this.#timer = setInterval(send, 1000);
  }
  stop(): void {
    this[Symbol.dispose]();
  }
  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '7' }, line: 8, column: 19, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await load();
    this.#timer = setInterval(send, 1000);
  }
  pause(): void {
    clearInterval(this.#timer);
  }
}
`,
    ],
  },
  {
    clause: '23.waits',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await load();
    this.#timer = setInterval(send, 1000);
  }
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await poll();
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '7' }, line: 8, column: 19, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #starting: Promise<void> | undefined;
  start(): Promise<void> {
    return (this.#starting ??= this.#begin());
  }
  async stop(): Promise<void> {
    await this.#starting?.catch(() => {});
    clearInterval(this.#timer);
  }
  async #begin(): Promise<void> {
    await load();
    this.#timer = setInterval(send, 1000);
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
declare class Mutex {
  acquire(): Promise<() => void>;
}
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  readonly #mutex = new Mutex();
  async start(): Promise<void> {
    const free = await this.#mutex.acquire();
    this.#timer = setInterval(send, 1000);
    free();
  }
  async stop(): Promise<void> {
    const free = await this.#mutex.acquire();
    clearInterval(this.#timer);
    free();
  }
}
`,
    ],
  },
  {
    clause: '23.restart',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await this.stop();
    await load();
    this.#timer = setInterval(send, 1000);
  }
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await poll();
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '8' }, line: 9, column: 19, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await this.stop();
    this.#timer = setInterval(send, 1000);
  }
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await poll();
  }
}
`,
    ],
  },
  {
    clause: '23.settled',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
class Extension {
  async start(): Promise<void> {
    await load();
  }
  async stop(): Promise<void> {}
}
export class Health extends Extension {
  #timer: NodeJS.Timeout | undefined;
  override async start(): Promise<void> {
    await super.start();
    this.#timer = setInterval(send, 1000);
  }
  override async stop(): Promise<void> {
    clearInterval(this.#timer);
    await super.stop();
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '13' }, line: 14, column: 19, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
class Extension {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}
export class Health extends Extension {
  #timer: NodeJS.Timeout | undefined;
  override async start(): Promise<void> {
    await super.start();
    this.#timer = setInterval(send, 1000);
  }
  override async stop(): Promise<void> {
    clearInterval(this.#timer);
    await super.stop();
  }
}
`,
    ],
  },
  {
    clause: '23.hook',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Clock {
  #timer: ReturnType<typeof setInterval> | undefined;
  async ngOnInit(): Promise<void> {
    await load();
    this.#timer = setInterval(send, 1000);
  }
  ngOnDestroy(): void {
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '7' }, line: 8, column: 19, endColumn: 42 },
        ],
      },
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Depth {
  #timer: NodeJS.Timeout | undefined;
  async onModuleInit(): Promise<void> {
    await load();
    this.#timer = setInterval(send, 1000);
  }
  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '7' }, line: 8, column: 19, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Depth {
  #timer: NodeJS.Timeout | undefined;
  async onModuleInit(): Promise<void> {
    await load();
    this.#timer = setInterval(send, 1000);
  }
  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }
}
`,
    ],
  },
  {
    clause: '23.likely',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Feed {
  readonly #ending = new AbortController();
  #loop: Promise<void> | undefined;
  async start(): Promise<void> {
    await load();
    this.#loop ??= this.#run();
  }
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#loop;
  }
  async #run(): Promise<void> {
    while (!this.#ending.signal.aborted) await poll();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'started', data: { name: 'this.#loop', line: '8' }, line: 9, column: 20, endColumn: 31 },
        ],
      },
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await load();
    this.#timer = setTimeout(() => this.stop(), 1000);
  }
  stop(): void {
    clearTimeout(this.#timer);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'started', data: { name: 'this.#timer', line: '7' }, line: 8, column: 19, endColumn: 54 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Feed {
  readonly #ending = new AbortController();
  #loop: Promise<void> | undefined;
  async start(): Promise<void> {
    await load();
    this.#loop ??= this.#run();
  }
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#loop;
  }
  async #run(): Promise<void> {
    while (!this.#ending.signal.aborted) await poll();
  }
}
`,
    ],
  },
  {
    clause: '23.rearmed',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  start(): void {
    this.schedule();
  }
  stop(): void {
    clearTimeout(this.#timer);
  }
  private schedule(): void {
    this.#timer = setTimeout(() => void this.#tick(), 1000);
  }
  async #tick(): Promise<void> {
    try {
      await poll();
    } finally {
      this.schedule();
    }
  }
}
`,
        errors: [
          { messageId: 'rearmed', data: { name: 'this.#timer', line: '17' }, line: 13, column: 19, endColumn: 60 },
        ],
      },
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  start(): void {
    this.schedule();
  }
  stop(): void {
    clearTimeout(this.#timer);
  }
  private schedule(): void {
    this.#timer = setTimeout(() => {
      poll().finally(() => this.schedule());
    }, 1000);
  }
}
`,
        errors: [
          { messageId: 'rearmed', data: { name: 'this.#timer', line: '14' }, line: 13, column: 19, endLine: 15, endColumn: 13 },
        ],
      },
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  start(): void {
    this.schedule();
  }
  stop(): void {
    clearTimeout(this.#timer);
  }
  private schedule(): void {
    this.#timer = setTimeout(async () => {
      await poll();
      this.schedule();
    }, 1000);
  }
}
`,
        errors: [
          { messageId: 'rearmed', data: { name: 'this.#timer', line: '14' }, line: 13, column: 19, endLine: 16, endColumn: 13 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  start(): void {
    this.schedule();
  }
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
  private schedule(): void {
    this.#timer = setTimeout(() => {
      if (!this.#stopped) void this.#tick();
    }, 1000);
  }
  async #tick(): Promise<void> {
    await poll();
    this.schedule();
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  start(): void {
    this.schedule();
  }
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
  private schedule(): void {
    this.#timer = setTimeout(() => void this.#tick(), 1000);
  }
  async #tick(): Promise<void> {
    await poll();
    if (!this.#stopped) this.schedule();
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  start(): void {
    this.schedule();
  }
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
  private schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      poll().finally(() => this.schedule());
    }, 1000);
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  start(): void {
    this.schedule();
  }
  stop(): void {
    clearTimeout(this.#timer);
  }
  private schedule(): void {
    this.#timer = setTimeout(() => void this.#tick(), 1000);
  }
  async #tick(): Promise<void> {
    this.schedule();
    await poll();
  }
}
`,
    ],
  },
  {
    clause: '23.rearmed-at-once',
    invalid: [
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #count = 0;
  start(): void {
    this.schedule();
  }
  stop(): void {
    this.#count = 0;
  }
  private schedule(): void {
    send();
    setTimeout(() => this.schedule(), 1000);
  }
}
`,
        errors: [
          { messageId: 'endless', data: { name: 'setTimeout()', line: '' }, line: 14, column: 5, endColumn: 44 },
        ],
      },
      {
        code: `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #count = 0;
  start(): void {
    this.schedule();
  }
  stop(): void {
    this.#count = 0;
  }
  private schedule(): void {
    send();
    setTimeout(this.schedule.bind(this), 1000);
  }
}
`,
        errors: [
          { messageId: 'endless', data: { name: 'setTimeout()', line: '' }, line: 14, column: 5, endColumn: 47 },
        ],
      },
    ],
    valid: [
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  start(): void {
    this.schedule();
  }
  stop(): void {
    clearTimeout(this.#timer);
  }
  private schedule(): void {
    send();
    this.#timer = setTimeout(() => this.schedule(), 1000);
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #stopped = false;
  start(): void {
    this.schedule();
  }
  stop(): void {
    this.#stopped = true;
  }
  private schedule(): void {
    if (this.#stopped) return;
    setTimeout(() => this.schedule(), 1000);
  }
}
`,
      `declare function load(): Promise<string>;
declare function poll(): Promise<void>;
declare function send(): void;
export class Poller {
  #count = 0;
  start(): void {
    this.schedule();
  }
  stop(): void {
    this.#count = 0;
  }
  private schedule(): void {
    setTimeout(() => send(), 1000);
  }
}
`,
    ],
  },
];
