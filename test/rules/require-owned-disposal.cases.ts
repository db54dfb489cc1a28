import type { requireOwnedDisposal } from '../../tools/clauses/require-owned-disposal.ts';
import type { ClauseCase } from './clause-case.ts';

export const cases: readonly ClauseCase<keyof typeof requireOwnedDisposal.clauses>[] = [
  {
    clause: '9.field',
    invalid: [
      {
        code: `
export class Poller {
  private timer: NodeJS.Timeout | undefined;
  start(): void {
    this.timer = setInterval(() => this.poll(), 1000);
  }
  stop(): void {
    this.poll();
  }
  private poll(): void {}
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.timer', class: 'Poller', release: 'clearInterval(this.timer)' }, line: 5, column: 18, endColumn: 54 },
        ],
      },
      {
        code: `
import { watch, type FSWatcher } from 'node:fs';
export class TestRunner {
  readonly #watchers: FSWatcher;
  #queue: Promise<void> = Promise.resolve();
  constructor(folder: string) {
    this.#watchers = watch(folder);
  }
  async stop(): Promise<void> {
    await this.#queue;
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.#watchers', class: 'TestRunner', release: 'this.#watchers.close()' }, line: 7, column: 22, endColumn: 35 },
        ],
      },
    ],
    valid: [
      `
export class Poller {
  private timer: NodeJS.Timeout | undefined;
  start(): void {
    this.timer = setInterval(() => this.poll(), 1000);
  }
  stop(): void {
    clearInterval(this.timer);
  }
  private poll(): void {}
}
`,
      `
import { watch, type FSWatcher } from 'node:fs';
export class TestRunner {
  readonly #watchers: FSWatcher;
  #queue: Promise<void> = Promise.resolve();
  constructor(folder: string) {
    this.#watchers = watch(folder);
  }
  async stop(): Promise<void> {
    await this.#queue;
    this.#watchers.close();
  }
}
`,
    ],
  },
  {
    clause: '9.started',
    invalid: {
      code: `
import { Kafka } from 'kafkajs';
export class Events {
  private readonly producer = new Kafka({ brokers: [] }).producer();
  private readonly consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'events' });
  async start(): Promise<void> {
    await this.producer.connect();
    await this.consumer.connect();
  }
  async stop(): Promise<void> {
    await this.consumer.disconnect();
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.producer', class: 'Events', release: 'await this.producer.disconnect()' }, line: 7, column: 11, endColumn: 34 },
      ],
    },
    valid: `
import { Kafka } from 'kafkajs';
export class Events {
  private readonly producer = new Kafka({ brokers: [] }).producer();
  private readonly consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'events' });
  async start(): Promise<void> {
    await this.consumer.connect();
  }
  async stop(): Promise<void> {
    await this.consumer.disconnect();
  }
}
`,
  },
  {
    clause: '9.initializer',
    invalid: {
      code: `
export class Clock {
  readonly #ticks = setInterval(() => this.tick(), 1000);
  tick(): void {}
  [Symbol.dispose](): void {
    this.tick();
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.#ticks', class: 'Clock', release: 'clearInterval(this.#ticks)' }, line: 3, column: 21, endColumn: 57 },
      ],
    },
    valid: `
export class Clock {
  readonly #ticks = setInterval(() => this.tick(), 1000);
  tick(): void {}
  [Symbol.dispose](): void {
    clearInterval(this.#ticks);
  }
}
`,
  },
  {
    clause: '9.variable',
    invalid: {
      code: `
import { createServer, type Server } from 'node:http';
export class Gateway {
  private server?: Server;
  private readonly routes = new Map<string, string>();
  listen(port: number): void {
    const server = createServer();
    server.listen(port);
    this.server = server;
  }
  close(): void {
    this.routes.clear();
  }
  get address(): unknown {
    return this.server?.address();
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.server', class: 'Gateway', release: 'await new Promise((resolve) => this.server.close(resolve))' }, line: 8, column: 5, endColumn: 24 },
      ],
    },
    valid: `
import { createServer, type Server } from 'node:http';
export class Gateway {
  private server?: Server;
  listen(port: number): void {
    const server = createServer();
    server.listen(port);
    this.server = server;
  }
  close(): void {
    this.server?.close();
  }
}
`,
  },
  {
    clause: '9.factory',
    invalid: {
      code: `
import { Redis } from 'ioredis';
async function connected(url: string): Promise<Redis> {
  const redis = new Redis(url);
  await redis.get('warm-up');
  return redis;
}
export class Cache {
  private redis: Redis | undefined;
  async start(): Promise<void> {
    this.redis = await connected('redis://cache');
  }
  async stop(): Promise<void> {
    await this.redis?.set('stopped', 'yes');
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.redis', class: 'Cache', release: 'await this.redis.quit()' }, line: 11, column: 24, endColumn: 50 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
const shared = new Redis('redis://cache');
async function getShared(): Promise<Redis> {
  return shared;
}
export class Cache {
  private redis: Redis | undefined;
  async start(): Promise<void> {
    this.redis = await getShared();
  }
  async stop(): Promise<void> {
    await this.redis?.set('stopped', 'yes');
  }
}
`,
  },
  {
    clause: '9.program-class',
    invalid: {
      code: `
class Heartbeat {
  private timer = setInterval(() => console.log('alive'), 1000);
  stop(): void {
    clearInterval(this.timer);
  }
}
export class Session {
  private heartbeat = new Heartbeat();
  private open = true;
  close(): void {
    this.open = false;
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.heartbeat', class: 'Session', release: 'this.heartbeat.stop()' }, line: 9, column: 23, endColumn: 38 },
      ],
    },
    valid: [
      `
class Heartbeat {
  private timer = setInterval(() => console.log('alive'), 1000);
  stop(): void {
    clearInterval(this.timer);
  }
}
export class Session {
  private heartbeat = new Heartbeat();
  close(): void {
    this.heartbeat.stop();
  }
}
`,
      `
class Parser {
  private text = '';
  stop(): void {
    this.text = '';
  }
}
export class Session {
  private parser = new Parser();
  private open = true;
  close(): void {
    this.open = false;
  }
}
`,
    ],
  },
  {
    clause: '9.collection',
    invalid: [
      {
        code: `
import { Worker } from 'node:worker_threads';
export class Workers {
  private readonly workers: Worker[] = [];
  grow(file: string): void {
    this.workers.push(new Worker(file));
  }
  async stop(): Promise<void> {
    for (const worker of this.workers) worker.postMessage('stopping');
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.workers', class: 'Workers', release: 'await this.workers.terminate()' }, line: 6, column: 23, endColumn: 39 },
        ],
      },
      {
        code: `
import { Worker } from 'node:worker_threads';
export class Workers {
  private workers: Worker[] = [];
  start(files: string[]): void {
    this.workers = files.map((file) => new Worker(file));
  }
  async stop(): Promise<void> {
    this.workers = [];
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.workers', class: 'Workers', release: 'await this.workers.terminate()' }, line: 6, column: 40, endColumn: 56 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
export class Shards {
  private readonly shards = new Map<string, Redis>();
  add(name: string): void {
    const redis = new Redis(name);
    this.shards.set(name, redis);
  }
  close(): void {
    this.shards.clear();
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.shards', class: 'Shards', release: 'await this.shards.quit()' }, line: 6, column: 19, endColumn: 34 },
        ],
      },
    ],
    valid: [
      `
import { Worker } from 'node:worker_threads';
export class Workers {
  private readonly workers: Worker[] = [];
  grow(file: string): void {
    this.workers.push(new Worker(file));
  }
  async stop(): Promise<void> {
    for (const worker of this.workers) await worker.terminate();
  }
}
`,
      `
import { Worker } from 'node:worker_threads';
export class Workers {
  private workers: Worker[] = [];
  start(files: string[]): void {
    this.workers = files.map((file) => new Worker(file));
  }
  async stop(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => worker.terminate()));
  }
}
`,
      `
import { Redis } from 'ioredis';
export class Shards {
  private readonly shards = new Map<string, Redis>();
  add(name: string): void {
    const redis = new Redis(name);
    this.shards.set(name, redis);
  }
  close(): void {
    this.shards.forEach((redis) => redis.disconnect());
    this.shards.clear();
  }
}
`,
    ],
  },
  {
    clause: '9.all-settled',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Clients {
  private readonly reader = new Redis('redis://reader');
  private readonly writer = new Redis('redis://writer');
  async shutdown(): Promise<void> {
    await Promise.allSettled([this.reader.quit(), this.writer.set('bye', '1')]);
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.writer', class: 'Clients', release: 'await this.writer.quit()' }, line: 5, column: 29, endColumn: 56 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export class Clients {
  private readonly reader = new Redis('redis://reader');
  private readonly writer = new Redis('redis://writer');
  async shutdown(): Promise<void> {
    await Promise.allSettled([this.reader.quit(), this.writer.quit()]);
  }
}
`,
      `
import { Redis } from 'ioredis';
export class Clients {
  private readonly reader = new Redis('redis://reader');
  private readonly writer = new Redis('redis://writer');
  async shutdown(): Promise<void> {
    for (const client of [this.reader, this.writer]) await client.quit();
  }
}
`,
    ],
  },
  {
    clause: '9.object',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Hub {
  private readonly handles = { redis: new Redis(), beat: setInterval(() => this.beat(), 1000) };
  beat(): void {}
  stop(): void {
    clearInterval(this.handles.beat);
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.handles.redis', class: 'Hub', release: 'await this.handles.redis.quit()' }, line: 4, column: 39, endColumn: 50 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export class Hub {
  private readonly handles = { redis: new Redis(), beat: setInterval(() => this.beat(), 1000) };
  beat(): void {}
  stop(): void {
    const { redis, beat } = this.handles;
    clearInterval(beat);
    redis.disconnect();
  }
}
`,
      `
import { Redis } from 'ioredis';
export class Hub {
  private readonly sessions = new Map<string, { redis: Redis; since: number }>();
  open(id: string): void {
    this.sessions.set(id, { redis: new Redis(), since: Date.now() });
  }
  stop(): void {
    for (const [, session] of this.sessions) session.redis.disconnect();
  }
}
`,
    ],
  },
  {
    clause: '9.discarded',
    invalid: [
      {
        code: `
export class Metrics {
  start(): void {
    setInterval(() => this.flush(), 1000);
  }
  stop(): void {
    this.flush();
  }
  private flush(): void {}
}
`,
        errors: [
          { messageId: 'discarded', data: { name: 'setInterval()', class: 'Metrics', release: 'clearInterval(setInterval())' }, line: 4, column: 5, endColumn: 42 },
        ],
      },
      {
        code: `
import { interval } from 'rxjs';
export class Metrics {
  start(): void {
    interval(1000).subscribe(() => this.flush());
  }
  stop(): void {
    this.flush();
  }
  private flush(): void {}
}
`,
        errors: [
          { messageId: 'discarded', data: { name: 'interval()', class: 'Metrics', release: 'interval().unsubscribe()' }, line: 5, column: 5, endColumn: 49 },
        ],
      },
    ],
    valid: [
      `
export class Metrics {
  start(): void {
    setTimeout(() => this.flush(), 1000);
  }
  stop(): void {
    this.flush();
  }
  private flush(): void {}
}
`,
      `
import { interval, take } from 'rxjs';
export class Metrics {
  start(): void {
    interval(1000).pipe(take(3)).subscribe(() => this.flush());
  }
  stop(): void {
    this.flush();
  }
  private flush(): void {}
}
`,
    ],
  },
  {
    clause: '9.unref',
    invalid: {
      code: `
export class Metrics {
  start(): void {
    setInterval(() => this.flush(), 1000).unref();
  }
  stop(): void {
    this.flush();
  }
  private flush(): void {}
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'discarded', data: { name: 'setInterval()', class: 'Metrics', release: 'clearInterval(setInterval())' }, line: 4, column: 5, endColumn: 42 },
      ],
    },
    valid: [
      `
export class Metrics {
  start(): void {
    setInterval(() => this.flush(), 1000).unref();
  }
  stop(): void {
    this.flush();
  }
  private flush(): void {}
}
`,
      `
export class Metrics {
  private timer?: NodeJS.Timeout;
  start(): void {
    this.timer = setInterval(() => this.flush(), 1000);
    this.timer.unref();
  }
  stop(): void {
    this.flush();
  }
  private flush(): void {}
}
`,
    ],
  },
  {
    clause: '9.listener',
    invalid: [
      {
        code: `
import { EventEmitter } from 'node:events';
export class FeedReader {
  private readonly feeds = new Set<string>();
  constructor(manager: EventEmitter) {
    manager.on('connection', (feed: string) => this.feeds.add(feed));
  }
  stop(): void {
    this.feeds.clear();
  }
}
`,
        errors: [
          { messageId: 'listener', data: { name: "manager.on('connection')", class: 'FeedReader', release: '' }, line: 6, column: 5, endColumn: 69 },
        ],
      },
      {
        code: `
export class Shortcuts {
  attach(): void {
    document.addEventListener('keydown', this.onKey);
  }
  dispose(): void {
    document.removeEventListener('keyup', this.onKey);
  }
  private readonly onKey = (event: KeyboardEvent): void => void event.key;
}
`,
        errors: [
          { messageId: 'listener', data: { name: "document.addEventListener('keydown')", class: 'Shortcuts', release: '' }, line: 4, column: 5, endColumn: 53 },
        ],
      },
    ],
    valid: [
      `
import { EventEmitter } from 'node:events';
export class FeedReader {
  private readonly feeds = new Set<string>();
  private readonly manager: EventEmitter;
  constructor(manager: EventEmitter) {
    this.manager = manager;
    manager.on('connection', this.onConnection);
  }
  stop(): void {
    this.manager.off('connection', this.onConnection);
  }
  private readonly onConnection = (feed: string): void => void this.feeds.add(feed);
}
`,
      `
export class Shortcuts {
  attach(): void {
    document.addEventListener('keydown', this.onKey);
  }
  dispose(): void {
    document.removeEventListener('keydown', this.onKey);
  }
  private readonly onKey = (event: KeyboardEvent): void => void event.key;
}
`,
      `
import { EventEmitter } from 'node:events';
export class FeedReader {
  constructor(private readonly manager: EventEmitter) {
    manager.on('connection', (feed: string) => this.add(feed));
  }
  add(feed: string): void {}
  stop(): void {
    this.manager.removeAllListeners('connection');
  }
}
`,
    ],
  },
  {
    clause: '9.listener-identity',
    invalid: [
      {
        code: `
import { EventEmitter } from 'node:events';
export class FeedReader {
  constructor(private readonly manager: EventEmitter) {}
  start(): void {
    this.manager.on('connection', this.onConnection.bind(this));
  }
  stop(): void {
    this.manager.off('connection', this.onConnection.bind(this));
  }
  private onConnection(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { name: "this.manager.on('connection')", class: 'FeedReader', release: '' }, line: 6, column: 5, endColumn: 64 },
        ],
      },
      {
        code: `
import { EventEmitter } from 'node:events';
export class FeedReader {
  constructor(private readonly manager: EventEmitter) {}
  start(): void {
    this.manager.on('connection', () => this.add());
  }
  stop(): void {
    this.manager.off('connection', () => this.add());
  }
  private add(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { name: "this.manager.on('connection')", class: 'FeedReader', release: '' }, line: 6, column: 5, endColumn: 52 },
        ],
      },
    ],
    valid: `
import { EventEmitter } from 'node:events';
export class FeedReader {
  private readonly listener = this.onConnection.bind(this);
  constructor(private readonly manager: EventEmitter) {}
  start(): void {
    this.manager.on('connection', this.listener);
  }
  stop(): void {
    this.manager.off('connection', this.listener);
  }
  private onConnection(): void {}
}
`,
  },
  {
    clause: '9.own-emitter',
    invalid: {
      code: `
import { EventEmitter } from 'node:events';
const bus = new EventEmitter();
export class Relay extends EventEmitter {
  start(): void {
    bus.on('event', (event) => this.emit('event', event));
  }
  stop(): void {
    this.emit('stopped');
  }
}
`,
      errors: [
        { messageId: 'listener', data: { name: "bus.on('event')", class: 'Relay', release: '' }, line: 6, column: 5, endColumn: 58 },
      ],
    },
    valid: [
      `
import { EventEmitter } from 'node:events';
export class Relay extends EventEmitter {
  start(): void {
    this.on('event', (event) => this.emit('copy', event));
  }
  stop(): void {
    this.emit('stopped');
  }
}
`,
      `
import { EventEmitter } from 'node:events';
export class Relay {
  private readonly bus = new EventEmitter();
  start(): void {
    this.bus.on('event', () => this.pass());
  }
  stop(): void {
    this.pass();
  }
  private pass(): void {}
}
`,
      `
import { spawn, type ChildProcess } from 'node:child_process';
export class Relay {
  private child: ChildProcess | undefined = undefined;
  start(): void {
    this.child = spawn('relay');
    this.child.stdout?.on('data', () => this.pass());
  }
  stop(): void {
    this.child?.kill();
    this.child = undefined;
  }
  private pass(): void {}
}
`,
    ],
  },
  {
    clause: '9.handed-over-emitter',
    invalid: {
      code: `
import { EventEmitter } from 'node:events';
export class Line {
  constructor(private readonly port: EventEmitter) {
    port.on('data', () => this.read());
  }
  close(): void {
    this.read();
  }
  private read(): void {}
}
`,
      errors: [
        { messageId: 'listener', data: { name: "port.on('data')", class: 'Line', release: '' }, line: 5, column: 5, endColumn: 39 },
      ],
    },
    valid: [
      `
import { Socket } from 'node:net';
export class Line {
  constructor(private readonly socket: Socket) {
    socket.on('data', () => this.read());
  }
  close(): void {
    this.socket.destroy();
  }
  private read(): void {}
}
`,
      `
import { EventEmitter } from 'node:events';
export class Line {
  constructor(private readonly port: EventEmitter) {
    port.on('data', () => this.read());
  }
  close(): void {
    this.read();
  }
  private read(): void {}
}
export const line = new Line(new EventEmitter());
`,
    ],
  },
  {
    clause: '9.short-lived-emitter',
    invalid: {
      code: `
import type { Socket } from 'node:net';
export class Line {
  constructor(socket: Socket) {
    socket.on('data', () => this.read());
  }
  close(): void {
    this.read();
  }
  private read(): void {}
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'listener', data: { name: "socket.on('data')", class: 'Line', release: '' }, line: 5, column: 5, endColumn: 41 },
      ],
    },
    valid: [
      `
import type { Socket } from 'node:net';
export class Line {
  constructor(socket: Socket) {
    socket.on('data', () => this.read());
  }
  close(): void {
    this.read();
  }
  private read(): void {}
}
`,
      `
export class Job {
  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.close());
  }
  close(): void {}
}
`,
    ],
  },
  {
    clause: '9.signal',
    invalid: {
      code: `
export class Shortcuts {
  readonly #abort = new AbortController();
  attach(): void {
    window.addEventListener('keydown', () => this.onKey(), { signal: this.#abort.signal });
  }
  dispose(): void {
    this.onKey();
  }
  private onKey(): void {}
}
`,
      errors: [
        { messageId: 'listener', data: { name: "window.addEventListener('keydown')", class: 'Shortcuts', release: '' }, line: 5, column: 5, endColumn: 91 },
      ],
    },
    valid: [
      `
export class Shortcuts {
  readonly #abort = new AbortController();
  attach(): void {
    window.addEventListener('keydown', () => this.onKey(), { signal: this.#abort.signal });
  }
  dispose(): void {
    this.#abort.abort();
  }
  private onKey(): void {}
}
`,
      `
export class Shortcuts {
  attach(signal: AbortSignal): void {
    window.addEventListener('keydown', () => this.onKey(), { signal });
    window.addEventListener('load', () => this.onKey(), { once: true });
  }
  dispose(): void {
    this.onKey();
  }
  private onKey(): void {}
}
`,
    ],
  },
  {
    clause: '9.acquired-with-signal',
    invalid: {
      code: `
import { watch, type FSWatcher } from 'node:fs';
export class Config {
  readonly #abort = new AbortController();
  #watcher: FSWatcher | undefined;
  start(): void {
    this.#watcher = watch('config.json', { signal: this.#abort.signal });
  }
  stop(): void {
    console.log('stopped');
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.#watcher', class: 'Config', release: 'this.#watcher.close()' }, line: 7, column: 21, endColumn: 73 },
      ],
    },
    valid: `
import { watch, type FSWatcher } from 'node:fs';
export class Config {
  readonly #abort = new AbortController();
  #watcher: FSWatcher | undefined;
  start(): void {
    this.#watcher = watch('config.json', { signal: this.#abort.signal });
  }
  stop(): void {
    this.#abort.abort();
  }
}
`,
  },
  {
    clause: '9.background-task',
    invalid: [
      {
        code: `
export class HoundReader {
  private polls = 0;
  start(): void {
    void this.poll();
  }
  async stop(): Promise<void> {
    console.log(this.polls);
  }
  private async poll(): Promise<void> {
    while (this.polls < 1_000_000) {
      await fetch('https://feeds.example');
      this.polls += 1;
    }
  }
}
`,
        errors: [
          { messageId: 'task', data: { name: 'this.poll()', class: 'HoundReader', release: '' }, line: 5, column: 10, endColumn: 21 },
        ],
      },
      {
        code: `
export class KubernetesWorker {
  async start(): Promise<void> {
    this.begin();
  }
  async stop(): Promise<void> {
    await fetch('https://cluster.example/bye');
  }
  private begin(): void {
    void (async () => {
      for (;;) await fetch('https://cluster.example');
    })().catch(console.error);
  }
}
`,
        errors: [
          { messageId: 'task', data: { name: "(async () => { for (;;) await fetch('https://cluster.exam…", class: 'KubernetesWorker', release: '' }, line: 10, column: 10, endLine: 12, endColumn: 9 },
        ],
      },
    ],
    valid: [
      `
export class HoundReader {
  private polling: Promise<void> | undefined;
  start(): void {
    this.polling = this.poll();
  }
  async stop(): Promise<void> {
    await this.polling;
  }
  private async poll(): Promise<void> {
    await fetch('https://feeds.example');
  }
}
`,
      `
export class KubernetesWorker {
  async start(): Promise<void> {
    await this.greet();
  }
  async stop(): Promise<void> {
    await fetch('https://cluster.example/bye');
  }
  private async greet(): Promise<void> {
    await fetch('https://cluster.example');
  }
}
`,
    ],
  },
  {
    clause: '9.stoppable-task',
    invalid: {
      code: `
export class HoundReader {
  private running = false;
  start(): void {
    this.running = true;
    void this.poll();
  }
  stop(): void {
    this.running = false;
  }
  private async poll(): Promise<void> {
    while (this.running) await fetch('https://feeds.example');
  }
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'task', data: { name: 'this.poll()', class: 'HoundReader', release: '' }, line: 6, column: 10, endColumn: 21 },
      ],
    },
    valid: [
      `
export class HoundReader {
  private running = false;
  start(): void {
    this.running = true;
    void this.poll();
  }
  stop(): void {
    this.running = false;
  }
  private async poll(): Promise<void> {
    while (this.running) await fetch('https://feeds.example');
  }
}
`,
      `
export class HoundReader {
  readonly #abort = new AbortController();
  start(): void {
    void this.poll(this.#abort.signal);
  }
  stop(): void {
    this.#abort.abort();
  }
  private async poll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) await fetch('https://feeds.example', { signal });
  }
}
`,
    ],
  },
  {
    clause: '9.background-task',
    invalid: [
      {
        code: `
export class Chats {
  #any = false;
  init(): void {
    this.refresh(false);
  }
  private async refresh(titled: boolean): Promise<void> {
    let saved = false;
    if (!titled) {
      try {
        saved = (await fetch('/chats')).ok;
      } finally {
        console.log('asked');
      }
    }
    this.#any = saved;
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`,
        errors: [
          { messageId: 'task', data: { name: 'this.refresh(false)', class: 'Chats', release: '' }, line: 5, column: 5, endColumn: 24 },
        ],
      },
      {
        code: `
export class Chats {
  #any = false;
  init(): void {
    this.refresh(false);
  }
  private async refresh(titled: boolean): Promise<void> {
    let saved = false;
    if (!titled) {
      try {
        saved = (await fetch('/chats')).ok;
      } catch {
        saved = false;
      }
    }
    this.#any = saved;
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'task', data: { name: 'this.refresh(false)', class: 'Chats', release: '' }, line: 5, column: 5, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `
export class Chats {
  #any = false;
  init(): void {
    this.refresh(false);
  }
  private async refresh(titled: boolean): Promise<void> {
    let saved = false;
    if (!titled) {
      try {
        saved = (await fetch('/chats')).ok;
      } catch {
        saved = false;
      }
    }
    this.#any = saved;
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`,
    ],
  },
  {
    clause: '9.background-task',
    invalid: [
      {
        code: `
import { debounce } from 'debounced';
export class Editors {
  open = 0;
  init(): void {
    this.begin();
  }
  private async begin(): Promise<void> {
    await this.list();
    this.open += 1;
  }
  private readonly update = debounce(this.list, 250);
  private async list(): Promise<void> {
    await fetch('/editors');
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`, files: { 'debounce.d.ts': `
declare module 'debounced' {
  export function debounce<A extends unknown[], R>(run: (...given: A) => R, wait: number): (...given: A) => R | undefined;
}
` },
        errors: [
          { messageId: 'task', data: { name: 'this.begin()', class: 'Editors', release: '' }, line: 6, column: 5, endColumn: 17 },
        ],
      },
      {
        code: `
import { debounce } from 'debounced';
export class Editors {
  open = 0;
  init(): void {
    this.begin();
  }
  private async begin(): Promise<void> {
    await this.update();
    this.open += 1;
  }
  private readonly update = debounce(this.list, 250);
  private async list(): Promise<void> {
    await fetch('/editors');
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`, options: { report: 'likely' }, files: { 'debounce.d.ts': `
declare module 'debounced' {
  export function debounce<A extends unknown[], R>(run: (...given: A) => R, wait: number): (...given: A) => R | undefined;
}
` },
        errors: [
          { messageId: 'task', data: { name: 'this.begin()', class: 'Editors', release: '' }, line: 6, column: 5, endColumn: 17 },
        ],
      },
    ],
    valid: [
      { code: `
import { debounce } from 'debounced';
export class Editors {
  open = 0;
  init(): void {
    this.begin();
  }
  private async begin(): Promise<void> {
    await this.update();
    this.open += 1;
  }
  private readonly update = debounce(this.list, 250);
  private async list(): Promise<void> {
    await fetch('/editors');
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`, files: { 'debounce.d.ts': `
declare module 'debounced' {
  export function debounce<A extends unknown[], R>(run: (...given: A) => R, wait: number): (...given: A) => R | undefined;
}
` }, },
    ],
  },
  {
    clause: '9.background-task',
    invalid: [
      {
        code: `
export class Input {
  label = '';
  private agent: string | undefined;
  init(agent: string): void {
    this.agent = agent;
    this.showModel();
  }
  choose(agent: string): void {
    this.agent = agent;
  }
  private async showModel(): Promise<void> {
    const agent = this.agent ? this.agent.trim() : undefined;
    if (agent) this.label = (await fetch(agent)).statusText;
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`,
        errors: [
          { messageId: 'task', data: { name: 'this.showModel()', class: 'Input', release: '' }, line: 7, column: 5, endColumn: 21 },
        ],
      },
      {
        code: `
export class Input {
  label = '';
  private agent: string | undefined;
  init(): void {
    this.showModel();
  }
  choose(agent: string): void {
    this.agent = agent;
  }
  private async showModel(): Promise<void> {
    const agent = this.agent ? this.agent.trim() : undefined;
    if (agent) this.label = (await fetch(agent)).statusText;
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'task', data: { name: 'this.showModel()', class: 'Input', release: '' }, line: 6, column: 5, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `
export class Input {
  label = '';
  private agent: string | undefined;
  init(): void {
    this.showModel();
  }
  choose(agent: string): void {
    this.agent = agent;
  }
  private async showModel(): Promise<void> {
    const agent = this.agent ? this.agent.trim() : undefined;
    if (agent) this.label = (await fetch(agent)).statusText;
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`,
    ],
  },
  {
    clause: '9.background-task',
    invalid: [
      {
        code: `
interface Storage {
  read(): Promise<string>;
}
export class Provider {
  #text = '';
  constructor(private readonly storage: Storage) {}
  init(): void {
    this.begin();
  }
  private async begin(): Promise<void> {
    await this.readAll();
    console.log('ready');
  }
  private readAll(): Promise<void> {
    return this.storage
      .read()
      .then((text) => {
        this.#text = text;
      })
      .finally(() => {
        console.log(this.#text);
      });
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`,
        errors: [
          { messageId: 'task', data: { name: 'this.begin()', class: 'Provider', release: '' }, line: 9, column: 5, endColumn: 17 },
        ],
      },
      {
        code: `
interface Storage {
  read(): Promise<string>;
}
export class Provider {
  #text = '';
  constructor(private readonly storage: Storage) {}
  init(): void {
    this.begin();
  }
  private async begin(): Promise<void> {
    await this.readAll();
    console.log('ready');
  }
  private readAll(): Promise<void> {
    return this.storage
      .read()
      .then((text) => {
        this.#text = text;
      })
      .catch(() => {
        this.#text = '';
      });
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'task', data: { name: 'this.begin()', class: 'Provider', release: '' }, line: 9, column: 5, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `
interface Storage {
  read(): Promise<string>;
}
export class Provider {
  #text = '';
  constructor(private readonly storage: Storage) {}
  init(): void {
    this.begin();
  }
  private async begin(): Promise<void> {
    await this.readAll();
    console.log('ready');
  }
  private readAll(): Promise<void> {
    return this.storage
      .read()
      .then((text) => {
        this.#text = text;
      })
      .catch(() => {
        this.#text = '';
      });
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`,
    ],
  },
  {
    clause: '9.background-task',
    invalid: [
      {
        code: `
import { Mutex } from 'async-mutex';
export class Transaction {
  readonly #queue = new Mutex();
  #status = '';
  init(): void {
    this.begin();
  }
  private async begin(): Promise<void> {
    const release = await this.#queue.acquire();
    await fetch('/lock');
    try {
      this.#status = (await fetch('/status')).statusText;
    } catch {
      this.#status = 'failed';
    } finally {
      release();
    }
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`, files: { 'async-mutex.d.ts': `
declare module 'async-mutex' {
  export class Mutex {
    acquire(): Promise<() => void>;
  }
}
` },
        errors: [
          { messageId: 'task', data: { name: 'this.begin()', class: 'Transaction', release: '' }, line: 7, column: 5, endColumn: 17 },
        ],
      },
      {
        code: `
import { Mutex } from 'async-mutex';
export class Transaction {
  readonly #queue = new Mutex();
  #status = '';
  init(): void {
    this.begin();
  }
  private async begin(): Promise<void> {
    const release = await this.#queue.acquire();
    try {
      this.#status = (await fetch('/status')).statusText;
    } catch {
      this.#status = 'failed';
    } finally {
      release();
    }
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`, options: { report: 'likely' }, files: { 'async-mutex.d.ts': `
declare module 'async-mutex' {
  export class Mutex {
    acquire(): Promise<() => void>;
  }
}
` },
        errors: [
          { messageId: 'task', data: { name: 'this.begin()', class: 'Transaction', release: '' }, line: 7, column: 5, endColumn: 17 },
        ],
      },
    ],
    valid: [
      { code: `
import { Mutex } from 'async-mutex';
export class Transaction {
  readonly #queue = new Mutex();
  #status = '';
  init(): void {
    this.begin();
  }
  private async begin(): Promise<void> {
    const release = await this.#queue.acquire();
    try {
      this.#status = (await fetch('/status')).statusText;
    } catch {
      this.#status = 'failed';
    } finally {
      release();
    }
  }
  async dispose(): Promise<void> {
    console.log('gone');
  }
}
`, files: { 'async-mutex.d.ts': `
declare module 'async-mutex' {
  export class Mutex {
    acquire(): Promise<() => void>;
  }
}
` }, },
    ],
  },
  {
    clause: '9.background-task',
    invalid: [
      {
        code: `
export class Watcher {
  failures = 0;
  #interval: NodeJS.Timeout | undefined;
  start(): void {
    this.#interval = setInterval(() => void this.look(), 1000);
    this.look();
  }
  private async look(): Promise<void> {
    console.log('looking');
    try {
      await fetch('/news');
    } catch {
      this.failures += 1;
    }
  }
  stop(): void {
    clearInterval(this.#interval);
  }
}
`,
        errors: [
          { messageId: 'task', data: { name: 'this.look()', class: 'Watcher', release: '' }, line: 7, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `
export class Watcher {
  failures = 0;
  #interval: NodeJS.Timeout | undefined;
  start(): void {
    this.#interval = setInterval(() => console.log(this.failures), 1000);
    this.look();
  }
  private async look(): Promise<void> {
    console.log('looking');
    try {
      await fetch('/news');
    } catch {
      this.failures += 1;
    }
  }
  stop(): void {
    clearInterval(this.#interval);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'task', data: { name: 'this.look()', class: 'Watcher', release: '' }, line: 7, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `
export class Watcher {
  failures = 0;
  #interval: NodeJS.Timeout | undefined;
  start(): void {
    this.#interval = setInterval(() => console.log(this.failures), 1000);
    this.look();
  }
  private async look(): Promise<void> {
    console.log('looking');
    try {
      await fetch('/news');
    } catch {
      this.failures += 1;
    }
  }
  stop(): void {
    clearInterval(this.#interval);
  }
}
`,
    ],
  },
  {
    clause: '9.handled-task',
    invalid: {
      code: `
export class OnEvent {
  start(): void {
    this.announce().catch(console.error);
  }
  stop(): void {
    console.log('stopped');
  }
  private async announce(): Promise<void> {
    await fetch('https://devices.example');
  }
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'task', data: { name: 'this.announce()', class: 'OnEvent', release: '' }, line: 4, column: 5, endColumn: 20 },
      ],
    },
    valid: `
export class OnEvent {
  start(): void {
    this.announce().catch(console.error);
  }
  stop(): void {
    console.log('stopped');
  }
  private async announce(): Promise<void> {
    await fetch('https://devices.example');
  }
}
`,
  },
  {
    clause: '9.own-source',
    invalid: {
      code: `
import { Subject } from 'rxjs';
declare function inject<T>(token: abstract new () => T): T;
class Notifications {
  readonly throttled = new Subject<string>();
}
export class Layout {
  private readonly notifications = inject(Notifications);
  ngOnInit(): void {
    this.notifications.throttled.subscribe((text) => this.show(text));
  }
  ngOnDestroy(): void {
    this.show('');
  }
  private show(text: string): void {}
}
`,
      errors: [
        { messageId: 'discarded', data: { name: 'this.notifications.throttled.subscribe()', class: 'Layout', release: 'this.notifications.throttled.subscribe().unsubscribe()' }, line: 10, column: 5, endColumn: 70 },
      ],
    },
    valid: [
      `
import { Subject } from 'rxjs';
export class Slider {
  private readonly changed = new Subject<number>();
  ngOnInit(): void {
    this.changed.subscribe((value) => this.apply(value));
  }
  ngOnDestroy(): void {
    this.apply(0);
  }
  private apply(value: number): void {}
}
`,
      `
import { Subject } from 'rxjs';
interface Namespace {
  readonly connected: Subject<void>;
  end(): void;
}
declare function namespaceOf(name: string): Namespace;
export class Restart {
  private readonly io = namespaceOf('restart');
  ngOnInit(): void {
    this.io.connected.subscribe(() => this.poll());
  }
  ngOnDestroy(): void {
    this.io.end();
  }
  private poll(): void {}
}
`,
    ],
  },
  {
    clause: '9.host-cannot-wait',
    invalid: {
      code: `
export class Ticker {
  ngOnInit(): void {
    void this.tick();
  }
  ngOnDestroy(): void {
    console.log('destroyed');
  }
  private async tick(): Promise<void> {
    for (;;) await fetch('/tick');
  }
}
`,
      errors: [
        { messageId: 'task', data: { name: 'this.tick()', class: 'Ticker', release: '' }, line: 4, column: 10, endColumn: 21 },
      ],
    },
    valid: `
export class Pairings {
  pairings: unknown;
  ngOnInit(): void {
    this.load();
  }
  ngOnDestroy(): void {
    console.log('destroyed');
  }
  private async load(): Promise<void> {
    this.pairings = await fetch('/pairings');
  }
}
`,
  },
  {
    clause: '9.helper',
    invalid: {
      code: `
export class Poller {
  private timer?: NodeJS.Timeout;
  start(): void {
    this.timer = setInterval(() => this.report(), 1000);
  }
  stop(): void {
    this.report();
  }
  private report(): void {
    console.log(this.timer !== undefined);
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.timer', class: 'Poller', release: 'clearInterval(this.timer)' }, line: 5, column: 18, endColumn: 56 },
      ],
    },
    valid: [
      `
export class Poller {
  private timer?: NodeJS.Timeout;
  start(): void {
    this.timer = setInterval(() => this.report(), 1000);
  }
  stop(): void {
    this.#clear();
  }
  #clear(): void {
    clearInterval(this.timer);
  }
  private report(): void {}
}
`,
      `
export class Poller {
  private timer?: NodeJS.Timeout;
  #stopping: Promise<void> | undefined;
  start(): void {
    this.timer = setInterval(() => console.log('poll'), 1000);
  }
  stop(): Promise<void> {
    return (this.#stopping ??= this.#end());
  }
  #end = async (): Promise<void> => {
    clearInterval(this.timer);
  };
}
`,
    ],
  },
  {
    clause: '9.parameter',
    invalid: {
      code: `
import { createServer, type Server } from 'node:http';
function describe(server: Server): string {
  return server.listening ? 'listening' : 'idle';
}
export class Api {
  private readonly server = createServer().listen(80);
  close(): void {
    describe(this.server);
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.server', class: 'Api', release: 'await new Promise((resolve) => this.server.close(resolve))' }, line: 7, column: 29, endColumn: 54 },
      ],
    },
    valid: `
import { createServer, type Server } from 'node:http';
function safeClose(server: Server): void {
  if (server.listening) server.close();
}
export class Api {
  private readonly server = createServer().listen(80);
  close(): void {
    safeClose(this.server);
  }
}
`,
  },
  {
    clause: '9.variadic',
    invalid: {
      code: `
import { Redis } from 'ioredis';
async function pingAll(...clients: Redis[]): Promise<void> {
  for (const client of clients) await client.get('ping');
}
export class Clients {
  private readonly reader = new Redis();
  async close(): Promise<void> {
    await pingAll(this.reader);
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.reader', class: 'Clients', release: 'await this.reader.quit()' }, line: 7, column: 29, endColumn: 40 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
async function closeAll(...clients: Redis[]): Promise<void> {
  for (const client of clients) await client.quit();
}
export class Clients {
  private readonly reader = new Redis();
  private readonly writer = new Redis();
  async close(): Promise<void> {
    await closeAll(this.reader, this.writer);
  }
}
`,
      `
import { Redis } from 'ioredis';
async function closeAll(clients: Iterable<Redis>): Promise<void> {
  for (const client of clients) await client.quit();
}
export class Clients {
  private readonly clients = new Map([['reader', new Redis()]]);
  add(name: string): void {
    this.clients.set(name, new Redis());
  }
  async close(): Promise<void> {
    await closeAll(this.clients.values());
  }
}
`,
    ],
  },
  {
    clause: '9.destructured',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Clients {
  private reader = new Redis();
  private writer = new Redis();
  async close(): Promise<void> {
    const { reader, writer } = this;
    await reader.quit();
    await writer.get('last');
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.writer', class: 'Clients', release: 'await this.writer.quit()' }, line: 5, column: 20, endColumn: 31 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export class Clients {
  private reader = new Redis();
  private writer = new Redis();
  async close(): Promise<void> {
    const { reader, writer: other } = this;
    await reader.quit();
    await other.quit();
  }
}
`,
  },
  {
    clause: '9.swap',
    invalid: {
      code: `
export class Poller {
  private timer?: NodeJS.Timeout;
  start(): void {
    this.timer = setInterval(() => console.log('poll'), 1000);
  }
  stop(): void {
    const timer = this.timer;
    this.timer = undefined;
    if (timer) console.log('stopped');
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.timer', class: 'Poller', release: 'clearInterval(this.timer)' }, line: 5, column: 18, endColumn: 62 },
      ],
    },
    valid: `
export class Poller {
  private timer?: NodeJS.Timeout;
  start(): void {
    this.timer = setInterval(() => console.log('poll'), 1000);
  }
  stop(): void {
    const timer = this.timer;
    this.timer = undefined;
    clearInterval(timer);
  }
}
`,
  },
  {
    clause: '9.contract-verb',
    invalid: {
      code: `
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
export class LoopMonitor {
  private histogram: IntervalHistogram | null = null;
  start(): void {
    this.histogram = monitorEventLoopDelay({ resolution: 10 });
    this.histogram.enable();
  }
  stop(): void {
    this.histogram?.reset();
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.histogram', class: 'LoopMonitor', release: 'this.histogram.disable()' }, line: 7, column: 5, endColumn: 28 },
      ],
    },
    valid: `
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
export class LoopMonitor {
  private histogram: IntervalHistogram | null = null;
  start(): void {
    this.histogram = monitorEventLoopDelay({ resolution: 10 });
    this.histogram.enable();
  }
  stop(): void {
    this.histogram?.disable();
  }
}
`,
  },
  {
    clause: '9.owned-stack',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Resources {
  readonly #stack = new AsyncDisposableStack();
  start(): void {
    this.#stack.adopt(new Redis(), (redis) => redis.disconnect());
  }
  async stop(): Promise<void> {
    console.log('stopped');
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.#stack', class: 'Resources', release: 'await this.#stack.disposeAsync()' }, line: 4, column: 21, endColumn: 47 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export class Resources {
  readonly #stack = new AsyncDisposableStack();
  start(): void {
    this.#stack.adopt(new Redis(), (redis) => redis.disconnect());
  }
  async stop(): Promise<void> {
    await this.#stack.disposeAsync();
  }
}
`,
      `
class Flusher {
  #timer = setInterval(() => console.log('flush'), 1000);
  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
export class Batch {
  readonly #flusher = new Flusher();
  stop(): void {
    using ending = new DisposableStack();
    ending.use(this.#flusher);
  }
}
`,
    ],
  },
  {
    clause: '9.owned-stack',
    invalid: {
      code: `
declare function ready(): Promise<void>;
class Flusher implements AsyncDisposable {
  #timer: ReturnType<typeof setInterval> | undefined;
  async start(): Promise<void> {
    this.#timer = setInterval(() => console.log('flush'), 1000);
  }
  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
  }
}
export class Batch {
  readonly #flusher = new Flusher();
  #resources: AsyncDisposableStack | undefined;
  async start(): Promise<void> {
    await using starting = new AsyncDisposableStack();
    await this.#flusher.start();
    await ready();
    this.#resources = starting.move();
  }
  async stop(): Promise<void> {
    await this.#resources?.disposeAsync();
  }
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'field', data: { name: 'this.#flusher', class: 'Batch', release: 'await this.#flusher[Symbol.asyncDispose]()' }, line: 13, column: 23, endColumn: 36 },
      ],
    },
    valid: {
      code: `
declare function ready(): Promise<void>;
class Flusher implements AsyncDisposable {
  #timer: ReturnType<typeof setInterval> | undefined;
  async start(): Promise<void> {
    this.#timer = setInterval(() => console.log('flush'), 1000);
  }
  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
  }
}
export class Batch {
  readonly #flusher = new Flusher();
  #resources: AsyncDisposableStack | undefined;
  async start(): Promise<void> {
    await using starting = new AsyncDisposableStack();
    await this.#flusher.start();
    starting.use(this.#flusher);
    await ready();
    this.#resources = starting.move();
  }
  async stop(): Promise<void> {
    await this.#resources?.disposeAsync();
  }
}
`,
      options: { report: 'likely' },
    },
  },
  {
    clause: '9.registered',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Cache {
  private readonly redis = new Redis();
  private readonly jobs: (() => void)[] = [];
  start(): void {
    this.jobs.push(() => void this.redis.get('warm'));
  }
  stop(): void {
    console.log(this.jobs.length);
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.redis', class: 'Cache', release: 'await this.redis.quit()' }, line: 4, column: 28, endColumn: 39 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export class Cache {
  private readonly redis = new Redis();
  private readonly cleanups: (() => void)[] = [];
  start(): void {
    this.cleanups.push(() => this.redis.disconnect());
  }
  stop(): void {
    for (const cleanup of this.cleanups) cleanup();
  }
}
`,
      `
import { Redis } from 'ioredis';
export class Cache {
  private readonly redis = new Redis();
  start(): void {
    process.once('SIGTERM', () => this.redis.disconnect());
  }
  stop(): void {
    console.log('stopped');
  }
}
`,
      `
import { EventEmitter } from 'node:events';
export class Relay {
  readonly #stack = new DisposableStack();
  constructor(private readonly bus: EventEmitter) {}
  start(): void {
    this.bus.on('event', this.onEvent);
    this.#stack.defer(() => void this.bus.off('event', this.onEvent));
  }
  stop(): void {
    this.#stack.dispose();
  }
  private readonly onEvent = (): void => {};
}
`,
    ],
  },
  {
    clause: '9.super',
    invalid: {
      code: `
class Base {
  protected timer?: NodeJS.Timeout;
  stop(): void {
    console.log('stopped');
  }
}
export class Poller extends Base {
  start(): void {
    this.timer = setInterval(() => console.log('poll'), 1000);
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.timer', class: 'Poller', release: 'clearInterval(this.timer)' }, line: 10, column: 18, endColumn: 62 },
      ],
    },
    valid: [
      `
class Base {
  protected timer?: NodeJS.Timeout;
  stop(): void {
    clearInterval(this.timer);
  }
}
export class Poller extends Base {
  start(): void {
    this.timer = setInterval(() => console.log('poll'), 1000);
  }
}
`,
      `
abstract class Base {
  stop(): void {
    this.onStop();
  }
  protected onStop(): void {}
}
export class Poller extends Base {
  private timer?: NodeJS.Timeout;
  start(): void {
    this.timer = setInterval(() => console.log('poll'), 1000);
  }
  protected override onStop(): void {
    clearInterval(this.timer);
  }
}
`,
      `
abstract class Base {
  protected timer = setInterval(() => console.log('poll'), 1000);
  abstract stop(): void;
}
export class Poller extends Base {
  stop(): void {
    clearInterval(this.timer);
  }
}
`,
    ],
  },
  {
    clause: '9.framework-hook',
    invalid: [
      {
        code: `
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
@Injectable()
export class StatusService implements OnModuleDestroy {
  private readonly timer = setInterval(() => this.poll(), 1000);
  onModuleDestroy(): void {
    this.poll();
  }
  private poll(): void {}
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.timer', class: 'StatusService', release: 'clearInterval(this.timer)' }, line: 5, column: 28, endColumn: 64 },
        ],
      },
      {
        code: `
export class Clock extends HTMLElement {
  private timer = 0;
  connectedCallback(): void {
    this.timer = window.setInterval(() => this.render(), 1000);
  }
  disconnectedCallback(): void {
    this.render();
  }
  private render(): void {}
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.timer', class: 'Clock', release: 'clearInterval(this.timer)' }, line: 5, column: 18, endColumn: 63 },
        ],
      },
    ],
    valid: [
      `
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
@Injectable()
export class StatusService implements OnModuleDestroy {
  private readonly timer = setInterval(() => this.poll(), 1000);
  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
  private poll(): void {}
}
`,
      `
export class Clock extends HTMLElement {
  private timer = 0;
  connectedCallback(): void {
    this.timer = window.setInterval(() => this.render(), 1000);
  }
  disconnectedCallback(): void {
    window.clearInterval(this.timer);
  }
  private render(): void {}
}
`,
    ],
  },
  {
    clause: '9.guarded',
    invalid: {
      code: `
export class Poller {
  private running = false;
  private timer?: NodeJS.Timeout;
  start(): void {
    this.running = true;
    this.timer = setInterval(() => console.log('poll'), 1000);
  }
  async stop(): Promise<void> {
    if (!this.running) return;
    this.running = false;
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.timer', class: 'Poller', release: 'clearInterval(this.timer)' }, line: 7, column: 18, endColumn: 62 },
      ],
    },
    valid: `
export class Poller {
  private running = false;
  private timer?: NodeJS.Timeout;
  start(): void {
    this.running = true;
    this.timer = setInterval(() => console.log('poll'), 1000);
  }
  async stop(): Promise<void> {
    if (!this.running) return;
    this.running = false;
    if (this.timer) clearInterval(this.timer);
  }
}
`,
  },
  {
    clause: '9.injected',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Cache {
  private readonly subscriber: Redis;
  constructor(private readonly redis: Redis) {
    this.subscriber = redis.duplicate();
  }
  async stop(): Promise<void> {
    await this.redis.get('last');
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.subscriber', class: 'Cache', release: 'await this.subscriber.quit()' }, line: 6, column: 23, endColumn: 40 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export class Cache {
  constructor(private readonly redis: Redis) {}
  async stop(): Promise<void> {
    await this.redis.get('last');
  }
}
`,
      `
import { Redis } from 'ioredis';
export class Cache {
  private readonly redis: Redis;
  constructor(options: { redis?: Redis }) {
    this.redis = options.redis ?? new Redis();
  }
  async stop(): Promise<void> {
    await this.redis.get('last');
  }
}
`,
    ],
  },
  {
    clause: '9.delegated',
    invalid: {
      code: `
import { Redis } from 'ioredis';
class Journal {
  readonly names: string[] = [];
  note(redis: Redis): void {
    this.names.push(redis.status);
  }
}
export class Cache {
  private readonly redis = new Redis();
  constructor(journal: Journal) {
    journal.note(this.redis);
  }
  stop(): void {
    console.log('stopped');
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.redis', class: 'Cache', release: 'await this.redis.quit()' }, line: 10, column: 28, endColumn: 39 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
class Owner {
  readonly #owned = new Set<Redis>();
  register(redis: Redis): void {
    this.#owned.add(redis);
  }
  stop(): void {
    for (const redis of this.#owned) redis.disconnect();
  }
}
export class Cache {
  private readonly redis = new Redis();
  constructor(owner: Owner) {
    owner.register(this.redis);
  }
  stop(): void {
    console.log('stopped');
  }
}
`,
  },
  {
    clause: '9.self-ending',
    invalid: {
      code: `
import { spawn, type ChildProcess } from 'node:child_process';
export class Build {
  private child?: ChildProcess;
  start(): void {
    this.child = spawn('make', ['watch']);
  }
  stop(): void {
    console.log(this.child?.pid);
  }
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'field', data: { name: 'this.child', class: 'Build', release: 'this.child.kill()' }, line: 6, column: 18, endColumn: 42 },
      ],
    },
    valid: [
      `
import { spawn, type ChildProcess } from 'node:child_process';
export class Build {
  private child?: ChildProcess;
  start(): void {
    this.child = spawn('make', ['watch']);
  }
  stop(): void {
    console.log(this.child?.pid);
  }
}
`,
      {
        code: `
import { spawn, type ChildProcess } from 'node:child_process';
export class Build {
  private child?: ChildProcess;
  start(): void {
    this.child = spawn('make', ['all']);
    this.child.on('exit', () => console.log('built'));
  }
  stop(): void {
    console.log(this.child?.pid);
  }
}
`,
        options: { report: 'likely' },
      },
    ],
  },
  {
    clause: '9.lent-out',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Pool {
  private last?: Redis;
  lend(): Redis {
    this.last = new Redis();
    return this.last;
  }
  stop(): void {
    console.log('stopped');
  }
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'field', data: { name: 'this.last', class: 'Pool', release: 'await this.last.quit()' }, line: 6, column: 17, endColumn: 28 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export class Pool {
  private last?: Redis;
  lend(): Redis {
    this.last = new Redis();
    return this.last;
  }
  stop(): void {
    console.log('stopped');
  }
}
`,
  },
  {
    clause: '9.one-shot',
    invalid: {
      code: `
export class Debounced {
  private timer?: NodeJS.Timeout;
  start(): void {
    this.timer = setTimeout(() => this.flush(), 1000);
  }
  stop(): void {
    console.log(this.timer !== undefined);
  }
  private flush(): void {}
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'field', data: { name: 'this.timer', class: 'Debounced', release: 'clearInterval(this.timer)' }, line: 5, column: 18, endColumn: 54 },
      ],
    },
    valid: `
export class Debounced {
  private timer?: NodeJS.Timeout;
  start(): void {
    this.timer = setTimeout(() => this.flush(), 1000);
  }
  stop(): void {
    console.log(this.timer !== undefined);
  }
  private flush(): void {}
}
`,
  },
  {
    clause: '9.dropped-one-shot',
    invalid: {
      code: `
export class Checker {
  private checks = 0;
  private stopped = false;
  start(): void {
    setTimeout(() => this.check(), 30_000);
  }
  async stop(): Promise<void> {
    this.stopped = true;
    console.log(this.stopped);
  }
  private check(): void {
    this.checks++;
    console.log(this.checks);
  }
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'discarded', data: { name: 'setTimeout()', class: 'Checker' }, line: 6, column: 5, endColumn: 43 },
      ],
    },
    valid: { code: `
export class Checker {
  private checks = 0;
  private stopped = false;
  start(): void {
    setTimeout(() => this.stopped || this.check(), 30_000);
  }
  async stop(): Promise<void> {
    this.stopped = true;
    console.log(this.stopped);
  }
  private check(): void {
    this.checks++;
    console.log(this.checks);
  }
}
`, options: { report: 'likely' } },
  },
  {
    clause: '9.managed-lazy',
    invalid: {
      code: `
import { Pool } from 'pg';
export class Repository {
  private readonly pool = new Pool();
  async close(): Promise<void> {
    await this.pool.query('select 1');
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.pool', class: 'Repository', release: 'await this.pool.end()' }, line: 4, column: 27, endColumn: 37 },
      ],
    },
    valid: `
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Pool } from 'pg';
@Injectable()
export class Repository implements OnModuleDestroy {
  private readonly pool = new Pool();
  async onModuleDestroy(): Promise<void> {
    await this.pool.query('select 1');
  }
}
`,
  },
  {
    clause: '9.replaced',
    invalid: {
      code: `
export class Poller {
  private timer?: NodeJS.Timeout;
  poll(ms: number): void {
    clearInterval(this.timer);
    this.timer = setInterval(() => console.log('poll'), ms);
  }
  stop(): void {
    console.log('stopped');
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.timer', class: 'Poller', release: 'clearInterval(this.timer)' }, line: 6, column: 18, endColumn: 60 },
      ],
    },
    valid: `
export class Poller {
  private timer?: NodeJS.Timeout;
  poll(ms: number): void {
    clearInterval(this.timer);
    this.timer = setInterval(() => console.log('poll'), ms);
  }
  stop(): void {
    clearInterval(this.timer);
  }
}
`,
  },
  {
    clause: '9.stopped-elsewhere',
    invalid: {
      code: `
export class Poller {
  private timer?: NodeJS.Timeout;
  poll(ms: number): void {
    this.timer = setInterval(() => console.log('poll'), ms);
  }
  pause(): void {
    clearInterval(this.timer);
  }
  stop(): void {
    console.log('stopped');
  }
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'field', data: { name: 'this.timer', class: 'Poller', release: 'clearInterval(this.timer)' }, line: 5, column: 18, endColumn: 60 },
      ],
    },
    valid: `
export class Poller {
  private timer?: NodeJS.Timeout;
  poll(ms: number): void {
    this.timer = setInterval(() => console.log('poll'), ms);
  }
  pause(): void {
    clearInterval(this.timer);
  }
  stop(): void {
    console.log('stopped');
  }
}
`,
  },
  {
    clause: '9.begun-by-call',
    invalid: {
      code: `
import { watch, type FSWatcher } from 'node:fs';
class Files {
  #watcher?: FSWatcher;
  names: string[] = [];
  update(folder: string): void {
    this.#watcher?.close();
    this.#watcher = watch(folder);
  }
  close(): void {
    this.#watcher?.close();
  }
}
export class Runner {
  readonly #files = new Files();
  async watch(folder: string): Promise<void> {
    this.#files.update(folder);
  }
  async stop(): Promise<void> {
    console.log('stopped');
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.#files', class: 'Runner', release: 'this.#files.close()' }, line: 15, column: 21, endColumn: 32 },
      ],
    },
    valid: `
import { watch, type FSWatcher } from 'node:fs';
class Files {
  #watcher?: FSWatcher;
  names: string[] = [];
  update(folder: string): void {
    this.#watcher?.close();
    this.#watcher = watch(folder);
  }
  close(): void {
    this.#watcher?.close();
  }
}
export class Runner {
  readonly #files = new Files();
  async watch(folder: string): Promise<void> {
    console.log(folder, this.#files.names);
  }
  async stop(): Promise<void> {
    console.log('stopped');
  }
}
`,
  },
  {
    clause: '9.begun-by-call',
    invalid: {
      code: `
class Probe {
  #timer?: NodeJS.Timeout;
  #ticks?: NodeJS.Timeout;
  async measure(): Promise<void> {
    this.#ticks = setInterval(() => console.log('tick'), 10);
    try {
      await fetch('https://example.org');
    } finally {
      clearInterval(this.#ticks);
    }
  }
  begin(): void {
    this.#timer = setInterval(() => console.log('tick'), 10);
  }
  close(): void {
    clearInterval(this.#timer);
  }
}
export class Monitor {
  readonly #probe = new Probe();
  async look(): Promise<void> {
    this.#probe.begin();
  }
  async stop(): Promise<void> {
    console.log('stopped');
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.#probe', class: 'Monitor', release: 'this.#probe.close()' }, line: 21, column: 21, endColumn: 32 },
      ],
    },
    valid: `
class Probe {
  #timer?: NodeJS.Timeout;
  #ticks?: NodeJS.Timeout;
  async measure(): Promise<void> {
    this.#ticks = setInterval(() => console.log('tick'), 10);
    try {
      await fetch('https://example.org');
    } finally {
      clearInterval(this.#ticks);
    }
  }
  begin(): void {
    this.#timer = setInterval(() => console.log('tick'), 10);
  }
  close(): void {
    clearInterval(this.#timer);
  }
}
export class Monitor {
  readonly #probe = new Probe();
  async look(): Promise<void> {
    await this.#probe.measure();
  }
  async stop(): Promise<void> {
    console.log('stopped');
  }
}
`,
  },
  {
    clause: '9.property-teardown',
    invalid: {
      code: `
export class Poller {
  #timer = setInterval(() => console.log('poll'), 1000);
  stop = async (): Promise<void> => {
    console.log('stopped');
  };
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.#timer', class: 'Poller', release: 'clearInterval(this.#timer)' }, line: 3, column: 12, endColumn: 56 },
      ],
    },
    valid: `
export class Poller {
  #timer = setInterval(() => console.log('poll'), 1000);
  stop = async (): Promise<void> => {
    clearInterval(this.#timer);
  };
}
`,
  },
  {
    clause: '9.configured-verb',
    invalid: {
      code: `
export class Fire {
  #timer?: NodeJS.Timeout;
  ignite(): void {
    this.#timer = setInterval(() => console.log('burn'), 1000);
  }
  extinguish(): void {
    console.log(this.#timer);
  }
}
`,
      settings: { verbs: [{ start: 'ignite', stop: 'extinguish' }] },
      errors: [
        { messageId: 'field', data: { name: 'this.#timer', class: 'Fire', release: 'clearInterval(this.#timer)' }, line: 5, column: 19, endColumn: 63 },
      ],
    },
    valid: {
      code: `
export class Fire {
  #timer?: NodeJS.Timeout;
  ignite(): void {
    this.#timer = setInterval(() => console.log('burn'), 1000);
  }
  extinguish(): void {
    clearInterval(this.#timer);
  }
}
`,
      settings: { verbs: [{ start: 'ignite', stop: 'extinguish' }] },
    },
  },
  {
    clause: '9.whole-instance',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Clients {
  reader = new Redis();
  close(): void {
    console.log('closing', this);
  }
}
`,
      errors: [
        { messageId: 'field', data: { name: 'this.reader', class: 'Clients', release: 'await this.reader.quit()' }, line: 4, column: 12, endColumn: 23 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export class Clients {
  reader = new Redis();
  async close(): Promise<void> {
    for (const client of Object.values(this)) if (client instanceof Redis) await client.quit();
  }
}
`,
      `
import { Redis } from 'ioredis';
export class Clients {
  reader = new Redis();
  close(): void {
    disconnectAll(this);
  }
}
function disconnectAll(clients: Clients): void {
  clients.reader.disconnect();
}
`,
    ],
  },
  {
    clause: '9.stated',
    invalid: [
      {
        code: `import { type FSWatcher } from 'node:fs';
export class Tree {
  constructor(/** @owns */ private readonly watcher: FSWatcher, private readonly names: Set<string>) {}
  close() {
    this.names.clear();
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.watcher', class: 'Tree', release: 'this.watcher.close()' }, line: 3, column: 45, endColumn: 52 },
        ],
      },
      {
        code: `import { type FSWatcher } from 'node:fs';
export class Tree {
  readonly #watcher: FSWatcher;
  /** @owns watcher - the one of this tree alone */
  constructor(watcher: FSWatcher) {
    this.#watcher = watcher;
  }
  close() {
    console.log(this.#watcher.eventNames());
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.#watcher', class: 'Tree', release: 'this.#watcher.close()' }, line: 5, column: 15, endColumn: 22 },
        ],
      },
      {
        code: `import { type FSWatcher } from 'node:fs';
export class Tree {
  /** @owns */
  readonly #watcher: FSWatcher;
  constructor(watcher: FSWatcher) {
    this.#watcher = watcher;
  }
  close() {
    console.log(this.#watcher.eventNames());
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.#watcher', class: 'Tree', release: 'this.#watcher.close()' }, line: 5, column: 15, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `import { type FSWatcher } from 'node:fs';
export class Tree {
  constructor(/** @owns */ private readonly watcher: FSWatcher, private readonly names: Set<string>) {}
  close() {
    this.names.clear();
    this.watcher.close();
  }
}
`,
      `import { type FSWatcher } from 'node:fs';
export class Tree {
  constructor(private readonly watcher: FSWatcher, private readonly names: Set<string>) {}
  close() {
    this.names.clear();
    console.log(this.watcher.eventNames());
  }
}
`,
      `import { type FSWatcher } from 'node:fs';
export class Tree {
  constructor(/** @owns */ private readonly names: Set<string>) {}
  close() {
    console.log(this.names);
  }
}
`,
    ],
  },
  {
    clause: '9.every-path',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #transaction: { id: number } | undefined;
  begin(id: number) {
    this.#transaction = { id };
  }
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    if (!this.#transaction) {
      await this.#client.stop();
      return;
    }
    clearInterval(this.#timer);
    await this.#client.stop();
  }
}
`,
        errors: [
          { messageId: 'skipped', data: { name: 'this.#timer', class: 'Service', teardown: 'stop', line: '17', release: 'clearInterval(this.#timer)' }, line: 12, column: 19, endColumn: 53 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #transaction: { id: number } | undefined;
  begin(id: number) {
    this.#transaction = { id };
  }
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async #end() {
    if (this.#transaction === undefined) {
      await this.#client.stop();
      return;
    } else {
      clearInterval(this.#timer);
      await this.#client.stop();
    }
  }
  async stop() {
    await this.#end();
  }
}
`,
        errors: [
          { messageId: 'skipped', data: { name: 'this.#timer', class: 'Service', teardown: '#end', line: '17', release: 'clearInterval(this.#timer)' }, line: 12, column: 19, endColumn: 53 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #transaction: { id: number } | undefined;
  begin(id: number) {
    this.#transaction = { id };
  }
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    if (!this.#transaction) return;
    clearInterval(this.#timer);
    await this.#client.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'skipped', data: { name: 'this.#client', class: 'Service', teardown: 'stop', line: '15', release: 'await this.#client.stop()' }, line: 11, column: 11, endColumn: 31 },
          { messageId: 'skipped', data: { name: 'this.#timer', class: 'Service', teardown: 'stop', line: '15', release: 'clearInterval(this.#timer)' }, line: 12, column: 19, endColumn: 53 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #transaction: { id: number } | undefined;
  begin(id: number) {
    this.#transaction = { id };
  }
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    if (!this.#transaction) {
      return this.#client.stop();
    }
    clearInterval(this.#timer);
    await this.#client.stop();
  }
}
`,
        errors: [
          { messageId: 'skipped', data: { name: 'this.#timer', class: 'Service', teardown: 'stop', line: '16', release: 'clearInterval(this.#timer)' }, line: 12, column: 19, endColumn: 53 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #timer = setInterval(() => undefined, 1000);
  #server: Client | undefined;
  async start() {
    this.#server = new Client();
    await this.#server.start();
  }
  async stop() {
    if (!this.#server) return;
    await this.#server.stop();
    clearInterval(this.#timer);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'skipped', data: { name: 'this.#timer', class: 'Service', teardown: 'stop', line: '11', release: 'clearInterval(this.#timer)' }, line: 4, column: 21, endColumn: 55 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #transaction: { id: number } | undefined;
  begin(id: number) {
    this.#transaction = { id };
  }
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    clearInterval(this.#timer);
    if (!this.#transaction) {
      await this.#client.stop();
      return;
    }
    await this.#client.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    if (!this.#timer) return;
    clearInterval(this.#timer);
    await this.#client.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    const timer = this.#timer;
    if (timer === undefined) {
      await this.#client.stop();
      return;
    }
    clearInterval(timer);
    await this.#client.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    if (this.#stopped) return;
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#client.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    if (this.#stopped) {
      await this.#client.stop();
      return;
    }
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#client.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #state: 'new' | 'running' | 'stopped' = 'new';
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    if (this.#state !== 'running') return;
    this.#state = 'stopped';
    clearInterval(this.#timer);
    await this.#client.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #stopping: Promise<void> | undefined;
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    if (this.#stopping) return this.#stopping;
    this.#stopping = this.#client.stop();
    clearInterval(this.#timer);
    await this.#stopping;
  }
}
`,
      `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #transaction: { id: number } | undefined;
  begin(id: number) {
    this.#transaction = { id };
  }
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    try {
      if (!this.#transaction) {
        await this.#client.stop();
        return;
      }
      await this.#client.stop();
    } finally {
      clearInterval(this.#timer);
    }
  }
}
`,
      `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #transaction: { id: number } | undefined;
  begin(id: number) {
    this.#transaction = { id };
  }
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    try {
      await this.#client.stop();
    } catch {
      return;
    }
    clearInterval(this.#timer);
  }
}
`,
      `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #transaction: { id: number } | undefined;
  begin(id: number) {
    this.#transaction = { id };
  }
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    if (!this.#transaction) {
      clearInterval(this.#timer);
      await this.#client.stop();
      return;
    }
    clearInterval(this.#timer);
    await this.#client.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #transaction: { id: number } | undefined;
  begin(id: number) {
    this.#transaction = { id };
  }
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  #quiet() {
    clearInterval(this.#timer);
  }
  async stop() {
    if (!this.#transaction) {
      this.#quiet();
      await this.#client.stop();
      return;
    }
    this.#quiet();
    await this.#client.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  #transaction: { id: number } | undefined;
  begin(id: number) {
    this.#transaction = { id };
  }
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async [Symbol.asyncDispose]() {
    clearInterval(this.#timer);
    await this.#client.stop();
  }
  async stop() {
    if (!this.#transaction) {
      await this.#client.stop();
      return;
    }
    clearInterval(this.#timer);
    await this.#client.stop();
  }
}
`,
      { code: `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  #timer: NodeJS.Timeout | undefined;
  #server: Client | undefined;
  async start() {
    this.#server = new Client();
    await this.#server.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    if (!this.#server) return;
    await this.#server.stop();
    clearInterval(this.#timer);
  }
}
`, options: { report: 'likely' } },
      { code: `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  #timer: NodeJS.Timeout | undefined;
  #server: Client | undefined;
  async start() {
    await this.#open();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async #open() {
    this.#server = new Client();
    await this.#server.start();
  }
  async stop() {
    if (!this.#server) return;
    await this.#server.stop();
    clearInterval(this.#timer);
  }
}
`, options: { report: 'likely' } },
      { code: `declare function pause(): Promise<void>;
class Client { async start() { await pause(); } async stop() { await pause(); } }
export class Service {
  readonly #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  constructor(private readonly options: { keep?: boolean }) {}
  async start() {
    await this.#client.start();
    this.#timer = setInterval(() => undefined, 1000);
  }
  async stop() {
    if (this.options.keep) return;
    clearInterval(this.#timer);
    await this.#client.stop();
  }
}
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '9.background-task',
    invalid: [
      {
        code: `
export class Feed {
  private readonly lines: AsyncIterable<string>;
  constructor(lines: AsyncIterable<string>) {
    this.lines = lines;
  }
  start(): void {
    (async () => {
      for await (const line of this.lines) console.log(line);
    })();
  }
  async stop(): Promise<void> {
    console.log('stopped');
  }
}
`,
        errors: [
          { messageId: 'task', data: { name: '(async () => { for await (const line of this.lines) conso…', class: 'Feed', release: '' }, line: 8, column: 5, endLine: 10, endColumn: 9 },
        ],
      },
    ],
    valid: [
      `
declare function subscribe(): AsyncIterable<string>;
export class Feed {
  watch(): AsyncIterable<string> {
    const lines = subscribe();
    (async () => {
      for await (const line of lines) console.log(line);
    })();
    return lines;
  }
  async stop(): Promise<void> {
    console.log('stopped');
  }
}
`,
    ],
  },
  {
    clause: '9.collection',
    invalid: [
      {
        code: `
import { Worker } from 'node:worker_threads';
export class Strategy {
  #workers: Worker[] = [];
  readonly #byShard = new Map<number, Worker>();
  constructor(shards: number[]) {
    const worker = new Worker('./shard.js');
    this.#workers.push(worker);
    for (const shard of shards) this.#byShard.set(shard, worker);
  }
  async destroy(): Promise<void> {
    this.#workers = [];
    this.#byShard.clear();
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.#workers', class: 'Strategy', release: 'await this.#workers.terminate()' }, line: 7, column: 20, endColumn: 44 },
        ],
      },
    ],
    valid: [
      `
import { Worker } from 'node:worker_threads';
export class Strategy {
  #workers: Worker[] = [];
  readonly #byShard = new Map<number, Worker>();
  constructor(shards: number[]) {
    const worker = new Worker('./shard.js');
    this.#workers.push(worker);
    for (const shard of shards) this.#byShard.set(shard, worker);
  }
  async destroy(): Promise<void> {
    const ended: Promise<unknown>[] = [];
    for (const [, worker] of this.#byShard.entries()) ended.push(worker.terminate());
    this.#workers = [];
    this.#byShard.clear();
    await Promise.all(ended);
  }
}
`,
    ],
  },
  {
    clause: '9.handed-over-emitter',
    invalid: [
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Overlay {
  constructor(page: EventEmitter) {
    page.on('navigated', () => this.show());
  }
  show(): void {
    console.log('shown');
  }
  dispose(): void {
    console.log('gone');
  }
}
export function open(page: EventEmitter): Overlay {
  return new Overlay(page);
}
`,
        errors: [
          { messageId: 'listener', data: { name: "page.on('navigated')", class: 'Overlay', release: '' }, line: 5, column: 5, endColumn: 44 },
        ],
      },
    ],
    valid: [
      `
import { EventEmitter } from 'node:events';
export class Page extends EventEmitter {
  readonly overlay = new Overlay(this);
}
export class Overlay {
  constructor(page: EventEmitter) {
    page.on('navigated', () => this.show());
  }
  show(): void {
    console.log('shown');
  }
  dispose(): void {
    console.log('gone');
  }
}
`,
    ],
  },
  {
    clause: '9.handled-task',
    invalid: [
      {
        code: `
export class Preferences {
  start(): void {
    this.load();
  }
  async load(): Promise<void> {
    try {
      await fetch('/preferences');
    } catch (error) {
      throw new Error('not loaded', { cause: error });
    }
  }
  stop(): void {
    console.log('stopped');
  }
}
`,
        errors: [
          { messageId: 'task', data: { name: 'this.load()', class: 'Preferences', release: '' }, line: 4, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `
export class Preferences {
  start(): void {
    this.load();
  }
  async load(): Promise<void> {
    try {
      await fetch('/preferences');
    } catch (error) {
      console.log(error);
    }
  }
  stop(): void {
    console.log('stopped');
  }
}
`,
    ],
  },
  {
    clause: '9.listener',
    invalid: [
      {
        code: `
import { type ISignal, Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';
export const known = [Signal, Widget];
export class Status {
  constructor(context: { changed: ISignal<object, string> }) {
    context.changed.connect(this.onChange, this);
  }
  onChange(): void {
    console.log('changed');
  }
  dispose(): void {
    console.log('gone');
  }
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
          { messageId: 'listener', data: { name: 'context.changed.connect(this.onChange)', class: 'Status', release: '' }, line: 7, column: 5, endColumn: 49 },
        ],
      },
    ],
    valid: [
      { code: `
import { type ISignal, Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';
export const known = [Signal, Widget];
export class Status {
  constructor(context: { changed: ISignal<object, string> }) {
    context.changed.connect(this.onChange, this);
  }
  onChange(): void {
    console.log('changed');
  }
  dispose(): void {
    Signal.clearData(this);
  }
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
    clause: '9.delegated',
    invalid: [
      {
        code: `
import { Worker } from 'node:worker_threads';
export class Shell {
  readonly #side = new Worker('./side.js');
  dispose(): void {
    console.log('gone', this.#side.threadId);
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.#side', class: 'Shell', release: 'await this.#side.terminate()' }, line: 4, column: 20, endColumn: 43 },
        ],
      },
    ],
    valid: [
      { code: `
import { Widget } from '@lumino/widgets';
export class Shell extends Widget {
  readonly #header = new Widget();
  constructor() {
    super();
    this.addWidget(this.#header);
  }
  override dispose(): void {
    console.log('gone');
    super.dispose();
  }
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
    clause: '9.delegated',
    invalid: [
      {
        code: `
class Base {}
class Tree extends Base {
  #timer = setInterval(() => console.log('tick'), 1000);
  dispose(): void {
    clearInterval(this.#timer);
  }
}
export class Shell {
  readonly #tree = new Tree();
  dispose(): void {
    console.log('gone', this.#tree);
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.#tree', class: 'Shell', release: 'this.#tree.dispose()' }, line: 10, column: 20, endColumn: 30 },
        ],
      },
    ],
    valid: [
      { code: `
import { Widget } from '@lumino/widgets';
class Tree extends Widget {
  #timer = setInterval(() => console.log('tick'), 1000);
  override dispose(): void {
    clearInterval(this.#timer);
    super.dispose();
  }
}
export class Shell extends Widget {
  readonly #tree = new Tree();
  constructor() {
    super();
    this.addWidget(this.#tree);
  }
  override dispose(): void {
    console.log('gone');
    super.dispose();
  }
}
`, files: { 'lumino.d.ts': `
declare module '@lumino/widgets' {
  export class Widget {
    dispose(): void;
    close(): void;
    addWidget(widget: Widget): void;
  }
}
` } },
    ],
  },
  {
    clause: '9.listener',
    invalid: [
      {
        code: `
export class Select {
  page: Window | undefined;
  readonly listeners = new Map<string, () => void>();
  attach(element: Element): void {
    this.page = element.ownerDocument.defaultView ?? window;
    for (const [event, listener] of this.listeners.entries()) {
      this.page.addEventListener(event, listener);
    }
  }
  dispose(): void {
    for (const [event, listener] of this.listeners.entries()) {
      (this.page ?? window).removeEventListener(listener.name, () => console.log(event));
    }
  }
}
`,
        errors: [
          { messageId: 'listener', data: { name: 'this.page.addEventListener(event)', class: 'Select', release: '' }, line: 8, column: 7, endColumn: 50 },
        ],
      },
    ],
    valid: [
      `
export class Select {
  page: Window | undefined;
  readonly listeners = new Map<string, () => void>();
  attach(element: Element): void {
    this.page = element.ownerDocument.defaultView ?? window;
    for (const [event, listener] of this.listeners.entries()) {
      this.page.addEventListener(event, listener);
    }
  }
  dispose(): void {
    for (const [event, listener] of this.listeners.entries()) {
      (this.page ?? window).removeEventListener(event, listener);
    }
  }
}
`,
    ],
  },
  {
    clause: '9.field',
    invalid: [
      {
        code: `
export class Toolbar {
  readonly #observer = new ResizeObserver(() => console.log('resized'));
  gapChanged(gap: Element): void {
    this.#observer.observe(gap);
  }
  dispose(): void {
    console.log('disposed');
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.#observer', class: 'Toolbar', release: 'this.#observer.disconnect()' }, line: 5, column: 5, endColumn: 32 },
        ],
      },
      {
        code: `
export class Toolbar {
  readonly #observer = new ResizeObserver(() => console.log('resized'));
  #gap: Element | undefined;
  gapChanged(gap: Element | null): void {
    if (this.#gap) this.#observer.unobserve(this.#gap);
    this.#gap = gap ?? undefined;
    if (this.#gap) this.#observer.observe(this.#gap);
  }
  dispose(): void {
    console.log('disposed');
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'field', data: { name: 'this.#observer', class: 'Toolbar', release: 'this.#observer.disconnect()' }, line: 8, column: 20, endColumn: 53 },
        ],
      },
    ],
    valid: [
      `
export class Toolbar {
  readonly #observer = new ResizeObserver(() => console.log('resized'));
  #gap: Element | undefined;
  gapChanged(gap: Element | null): void {
    if (this.#gap) this.#observer.unobserve(this.#gap);
    this.#gap = gap ?? undefined;
    if (this.#gap) this.#observer.observe(this.#gap);
  }
  dispose(): void {
    console.log('disposed');
  }
}
`,
    ],
  },
  {
    clause: '9.discarded',
    invalid: [
      {
        code: `
import { watch, type FSWatcher } from 'node:fs';
export class Context {
  watch(url: string): FSWatcher {
    return watch(url);
  }
}
export class Router {
  attach(context: Context): void {
    context.watch('**/*');
  }
  dispose(): void {
    console.log('disposed');
  }
}
export function attach(router: Router, contexts: readonly Context[]): void {
  for (const context of contexts) router.attach(context);
}
`,
        errors: [
          { messageId: 'discarded', data: { name: 'context.watch()', class: 'Router', release: 'context.watch().close()' }, line: 10, column: 5, endColumn: 26 },
        ],
      },
      {
        code: `
import { watch, type FSWatcher } from 'node:fs';
export class Context {
  readonly routers: Router[] = [];
  watch(url: string): FSWatcher {
    return watch(url);
  }
  add(router: Router): void {
    this.routers.push(router);
    router.attach(this);
  }
}
export class Router {
  attach(context: Context): void {
    context.watch('**/*');
  }
  dispose(): void {
    console.log('disposed');
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'discarded', data: { name: 'context.watch()', class: 'Router', release: 'context.watch().close()' }, line: 15, column: 5, endColumn: 26 },
        ],
      },
    ],
    valid: [
      `
import { watch, type FSWatcher } from 'node:fs';
export class Context {
  readonly routers: Router[] = [];
  watch(url: string): FSWatcher {
    return watch(url);
  }
  add(router: Router): void {
    this.routers.push(router);
    router.attach(this);
  }
}
export class Router {
  attach(context: Context): void {
    context.watch('**/*');
  }
  dispose(): void {
    console.log('disposed');
  }
}
`,
    ],
  },
  {
    clause: '9.listener',
    invalid: [
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Muxer {
  #parts: string[] = [];
  constructor(private readonly stream: EventEmitter) {
    this.stream.on('message', (part: string) => this.#parts.push(part));
    this.stream.on('close', () => this.close());
  }
  close(): void {
    this.#parts = [];
  }
}
`,
        errors: [
          { messageId: 'listener', data: { name: "this.stream.on('message')", class: 'Muxer', release: '' }, line: 6, column: 5, endColumn: 72 },
          { messageId: 'listener', data: { name: "this.stream.on('close')", class: 'Muxer', release: '' }, line: 7, column: 5, endColumn: 48 },
        ],
      },
    ],
    valid: [
      `
import type { EventEmitter } from 'node:events';
interface Connection extends EventEmitter {
  close(): Promise<void>;
}
export class Muxer {
  #parts: string[] = [];
  constructor(private readonly stream: Connection) {
    this.stream.on('message', (part: string) => this.#parts.push(part));
    this.stream.on('close', () => this.close());
  }
  close(): void {
    this.#parts = [];
  }
}
`,
      `
import type { EventEmitter } from 'node:events';
export class Subscriber {
  #stopped = false;
  constructor(private readonly pool: EventEmitter) {
    this.pool.on('removed', this.onRemoved);
  }
  private onRemoved = (): void => {
    if (this.#stopped) return;
    this.select();
  };
  select(): void {}
  stop(): void {
    this.#stopped = true;
  }
}
`,
    ],
  },
  {
    clause: '9.own-emitter',
    invalid: [
      {
        code: `
import { window, EventEmitter, type Event } from 'vscode';
export class Diffs {
  readonly #changes = new EventEmitter<string>();
  dispose(): void {
    console.log('gone');
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'field', data: { name: 'this.#changes', class: 'Diffs', release: 'this.#changes.dispose()' }, line: 4, column: 23, endColumn: 49 },
        ],
      },
      {
        code: `
import { window, type StatusBarItem } from 'vscode';
export class Diffs {
  readonly #item = window.createStatusBarItem();
  dispose(): void {
    console.log('gone');
  }
}
`,
        errors: [
          { messageId: 'field', data: { name: 'this.#item', class: 'Diffs', release: 'this.#item.dispose()' }, line: 4, column: 20, endColumn: 48 },
        ],
      },
    ],
    valid: [
      `
import { window, EventEmitter, type Event } from 'vscode';
export class Diffs {
  readonly #changes = new EventEmitter<string>();
  dispose(): void {
    console.log('gone');
  }
}
`,
    ],
  },
  {
    clause: '9.listener',
    invalid: [
      {
        code: `
import { EventEmitter } from 'node:events';
export const signals = new EventEmitter();
export class Scheduler {
  #stopping = false;
  #timer: NodeJS.Timeout | undefined;
  start(): void {
    signals.on('SIGTERM', () => this.shutdown().catch(console.error));
    this.#timer = setInterval(() => console.log('flush'), 1_000);
  }
  async shutdown(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'listener', data: { name: "signals.on('SIGTERM')", class: 'Scheduler', release: '' }, line: 8, column: 5, endColumn: 70 },
        ],
      },
      {
        code: `
import { EventEmitter } from 'node:events';
export const signals = new EventEmitter();
export class Scheduler {
  #stopping = false;
  #timer: NodeJS.Timeout | undefined;
  start(): void {
    signals.on('SIGTERM', () => {
      void this.shutdown();
    });
    this.#timer = setInterval(() => console.log('flush'), 1_000);
  }
  async shutdown(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'listener', data: { name: "signals.on('SIGTERM')", class: 'Scheduler', release: '' }, line: 8, column: 5, endLine: 10, endColumn: 7 },
        ],
      },
    ],
    valid: [
      `
import { EventEmitter } from 'node:events';
export const signals = new EventEmitter();
export class Scheduler {
  #stopping = false;
  #timer: NodeJS.Timeout | undefined;
  start(): void {
    signals.on('SIGTERM', () => {
      void this.flush();
    });
    this.#timer = setInterval(() => console.log('flush'), 1_000);
  }
  async flush(): Promise<void> {
    if (this.#stopping) return;
    console.log(this.#timer);
  }
  async shutdown(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    clearInterval(this.#timer);
  }
}
`,
    ],
  },
];
