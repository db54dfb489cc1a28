import type { ClauseCase } from './clause-case.ts';
import type { noStartInConstructor } from '../../tools/clauses/no-start-in-constructor.ts';

export const cases: readonly ClauseCase<keyof typeof noStartInConstructor.clauses>[] = [
  {
    clause: '1.start-verb',
    invalid: [
      {
        code: `
import { createServer } from 'node:http';
class Api {
  readonly #server = createServer();
  constructor() {
    this.#server.listen(8080);
  }
}
`,
        errors: [
          { messageId: 'start', data: { what: "'this.#server.listen()'", class: 'Api', chain: '' }, line: 6, column: 5, endColumn: 30 },
        ],
      },
      {
        code: `
interface Scheduler {
  start(): Promise<void>;
  stop(): Promise<void>;
}
class Host {
  constructor(scheduler: Scheduler) {
    void scheduler.start();
  }
}
`,
        errors: [
          { messageId: 'start', data: { what: "'scheduler.start()'", class: 'Host', chain: '' }, line: 8, column: 10, endColumn: 27 },
        ],
      },
    ],
    valid: [
      `
import { createServer } from 'node:http';
class Api {
  readonly #server = createServer();
  listen(): void {
    this.#server.listen(8080);
  }
}
`,
      `
interface Story {
  start(): string;
  stop(): string;
}
class Reader {
  readonly #first: string;
  constructor(story: Story) {
    this.#first = story.start();
  }
}
`,
    ],
  },
  {
    clause: '1.field-initializer',
    invalid: [
      {
        code: `
class Status {
  readonly #timer = setInterval(() => this.#sample(), 10_000);
  #sample(): void {}
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Status', chain: '' }, line: 3, column: 21, endColumn: 62 },
        ],
      },
      {
        code: `
class Status {
  #timers: NodeJS.Timeout[];
  constructor(timers = [setInterval(() => {}, 1_000)]) {
    this.#timers = timers;
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Status', chain: '' }, line: 4, column: 25, endColumn: 53 },
        ],
      },
    ],
    valid: `
class Status {
  static readonly ticks = setInterval(() => {}, 10_000);
  readonly arm = () => setInterval(() => {}, 10_000);
  arms = { once: () => setInterval(() => {}, 10_000) };
}
`,
  },
  {
    clause: '1.own-method',
    invalid: [
      {
        code: `
class Plugins {
  constructor() {
    this.#begin();
  }
  #begin(): void {
    setInterval(() => {}, 60_000);
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Plugins', chain: ' (this.#begin() is called at 4)' }, line: 4, column: 5, endColumn: 18 },
        ],
      },
      {
        code: `
class Plugins {
  readonly #begin = () => setInterval(() => {}, 60_000);
  readonly #timer = this.#begin();
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Plugins', chain: ' (this.#begin() is called at 4)' }, line: 4, column: 21, endColumn: 34 },
        ],
      },
      {
        code: `
import { EventEmitter } from 'node:events';
class Attached {
  constructor(bus: EventEmitter) {
    this.#attach(bus);
  }
  #attach(target: EventEmitter): void {
    target.on('change', () => {});
  }
  dispose(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'target.on()'", class: 'Attached', chain: ' (this.#attach() is called at 5)' }, line: 5, column: 5, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `
class Plugins {
  constructor() {
    this.#prepare();
  }
  #prepare(): void {}
  begin(): void {
    setInterval(() => {}, 60_000);
  }
}
`,
      `
import { EventEmitter } from 'node:events';
class Attached {
  readonly #bus = new EventEmitter();
  constructor() {
    this.#attach(this.#bus);
  }
  #attach(target: EventEmitter): void {
    target.on('change', () => {});
  }
}
`,
    ],
  },
  {
    clause: '1.own-method',
    invalid: {
      code: `
class Source {
  protected begin(): void {
    this.open();
  }
  protected open(): void {}
}
class PollingSource extends Source {
  constructor() {
    super();
    this.begin();
  }
  protected override open(): void {
    setInterval(() => {}, 1_000);
  }
}
`,
      errors: [
        { messageId: 'timer', data: { what: "'setInterval()'", class: 'PollingSource', chain: ' (this.begin() is called at 11 → this.open() is called at 4)' }, line: 11, column: 5, endColumn: 17 },
      ],
    },
    valid: `
class Source {
  protected begin(): void {
    this.open();
  }
  protected open(): void {
    setInterval(() => {}, 1_000);
  }
}
class QuietSource extends Source {
  constructor() {
    super();
    this.begin();
  }
  protected override open(): void {}
}
`,
  },
  {
    clause: '1.helper',
    invalid: [
      {
        code: `
function every(period: number, run: () => void): NodeJS.Timeout {
  return setInterval(run, period);
}
class Flusher {
  readonly #timer = every(500, () => this.#flush());
  #flush(): void {}
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Flusher', chain: ' (every() is called at 6)' }, line: 6, column: 21, endColumn: 52 },
        ],
      },
      {
        code: `
import { poll } from './poll.ts';
class Flusher {
  constructor() {
    poll(() => {});
  }
}
`,
        files: {
          'poll.ts': `
export const poll = (run: () => void) => setInterval(run, 500);
`,
        },
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Flusher', chain: ' (poll() is called at 5)' }, line: 5, column: 5, endColumn: 19 },
        ],
      },
      {
        code: `
class Feed {
  attach(): void {
    process.on('SIGHUP', () => {});
  }
}
class Reader {
  constructor(feed: Feed) {
    feed.attach();
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'process.on()'", class: 'Reader', chain: ' (feed.attach() is called at 9)' }, line: 9, column: 5, endColumn: 18 },
        ],
      },
      {
        code: `
function atOnce(run: () => void): void {
  run();
}
class Flusher {
  constructor() {
    atOnce(() => {
      setInterval(() => {}, 500);
    });
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Flusher', chain: ' (atOnce() is called at 7 → run() is called at 3)' }, line: 7, column: 5, endLine: 9, endColumn: 7 },
        ],
      },
    ],
    valid: [
      `
function every(period: number, run: () => void): { period: number; run: () => void } {
  return { period, run };
}
class Flusher {
  readonly #plan = every(500, () => setInterval(() => {}, 1));
}
`,
      `
import { EventEmitter } from 'node:events';
class Feed {
  readonly #bus: EventEmitter;
  constructor(bus: EventEmitter) {
    this.#bus = bus;
  }
  attach(): void {
    this.#bus.on('item', () => {});
  }
}
class Reader {
  readonly #bus = new EventEmitter();
  constructor() {
    const feed = new Feed(this.#bus);
    feed.attach();
  }
}
`,
    ],
  },
  {
    clause: '1.iife',
    invalid: [
      {
        code: `
class Runner {
  constructor() {
    (() => {
      setInterval(() => {}, 1_000);
    })();
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Runner', chain: ' ((() => …)() is called at 4)' }, line: 4, column: 5, endLine: 6, endColumn: 9 },
        ],
      },
      {
        code: `
class Runner {
  constructor(url: string) {
    (async () => {
      const answer = await fetch(url);
      this.#status = answer.status;
    })();
  }
  #status = 0;
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'(async () => …)()'", class: 'Runner', chain: '' }, line: 4, column: 5, endLine: 7, endColumn: 9 },
        ],
      },
    ],
    valid: [
      `
class Runner {
  readonly #begin: () => void;
  constructor() {
    this.#begin = () => {
      setInterval(() => {}, 1_000);
    };
  }
}
`,
      `
class Runner {
  readonly #table = (() => new Map([['a', 1]]))();
}
`,
    ],
  },
  {
    clause: '1.array-callback',
    invalid: [
      {
        code: `
class Queues {
  constructor(names: string[]) {
    names.forEach((name) => {
      setInterval(() => console.log(name), 1_000);
    });
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Queues', chain: '' }, line: 5, column: 7, endColumn: 50 },
        ],
      },
      {
        code: `
class Queues {
  readonly #timers: NodeJS.Timeout[];
  constructor(periods: number[]) {
    this.#timers = periods.map(poll);
  }
}
function poll(period: number): NodeJS.Timeout {
  return setInterval(() => {}, period);
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Queues', chain: ' (periods.map() is called at 5)' }, line: 5, column: 20, endColumn: 37 },
        ],
      },
      {
        code: `
class Queues {
  constructor(urls: string[]) {
    urls.forEach(async (url) => {
      await fetch(url);
    });
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'urls.forEach()'", class: 'Queues', chain: '' }, line: 4, column: 5, endLine: 6, endColumn: 7 },
        ],
      },
      {
        code: `
class Queues {
  readonly #loaded: Promise<number[]>;
  constructor(names: string[]) {
    this.#loaded = Promise.all(names.map((name) => this.#load(name)));
  }
  async #load(name: string): Promise<number> {
    return (await fetch(name)).status;
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.#load()'", class: 'Queues', chain: '' }, line: 5, column: 52, endColumn: 68 },
        ],
      },
    ],
    valid: [
      `
class Queues {
  readonly #labels: string[];
  constructor(names: string[]) {
    this.#labels = names.map((name) => name.toUpperCase());
  }
}
`,
      `
interface Catalogue {
  find(visit: (name: string) => void): void;
}
class Queues {
  constructor(catalogue: Catalogue) {
    catalogue.find((name) => {
      setInterval(() => console.log(name), 1_000);
    });
  }
}
`,
    ],
  },
  {
    clause: '1.later-callback',
    invalid: {
      code: `
class Manager {
  constructor() {
    setInterval(() => this.#log(), 5_000);
  }
  #log(): void {}
}
`,
      errors: [
        { messageId: 'timer', data: { what: "'setInterval()'", class: 'Manager', chain: '' }, line: 4, column: 5, endColumn: 42 },
      ],
    },
    valid: [
      `
import { EventEmitter } from 'node:events';
class Manager extends EventEmitter {
  constructor() {
    super();
    this.on('ready', () => setInterval(() => this.#log(), 5_000));
  }
  #log(): void {}
}
`,
      `
class Manager {
  readonly #handlers: Record<string, () => void>;
  constructor() {
    this.#handlers = { start: () => void setInterval(() => {}, 5_000) };
  }
}
`,
    ],
  },
  {
    clause: '1.call-chain',
    invalid: [
      {
        code: `
class Batches {
  constructor(count: number) {
    if (count > 0) this.#startConsumers(count);
  }
  #startConsumers(count: number): void {
    for (let index = 0; index < count; index++) this.#startConsumer(index);
  }
  #startConsumer(index: number): void {
    setInterval(() => console.log(index), 100);
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Batches', chain: ' (this.#startConsumers() is called at 4 → this.#startConsumer() is called at 7)' }, line: 4, column: 20, endColumn: 47 },
        ],
      },
      {
        code: `
import { Ticker } from './ticker.ts';
class Clock {
  readonly #ticker: Ticker;
  constructor(ticker: Ticker) {
    this.#ticker = ticker;
    this.#ticker.arm();
  }
}
`,
        files: {
          'ticker.ts': `
export class Ticker {
  arm(): void {
    this.tick();
  }
  private tick(): void {
    setInterval(() => {}, 1);
  }
}
`,
        },
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Clock', chain: ' (this.#ticker.arm() is called at 7 → this.tick() is called at ticker.ts:4)' }, line: 7, column: 5, endColumn: 23 },
        ],
      },
    ],
    valid: `
class Batches {
  constructor(count: number) {
    this.#prepare(count);
  }
  #prepare(count: number): void {
    if (count > 0) this.#prepare(count - 1);
  }
}
`,
  },
  {
    clause: '1.template-method',
    invalid: [
      {
        code: `
abstract class Source {
  constructor() {
    this.open();
  }
  protected abstract open(): void;
}
class PollingSource extends Source {
  protected open(): void {
    setInterval(() => {}, 1_000);
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Source', chain: " (this.open() is called at 4 → 'PollingSource' fills it in at 9)" }, line: 4, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `
export class Source {
  constructor() {
    this.setUp();
  }
  protected setUp(): void {
    this.open();
  }
  protected open(): void {}
}
`,
        files: {
          'middle.ts': `
import { Source } from './file.ts';
export abstract class Middle extends Source {}
`,
          'polling.ts': `
import { Middle as Base } from './middle.ts';
export class PollingSource extends Base {
  protected override open(): void {
    setInterval(() => {}, 1_000);
  }
}
`,
        },
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Source', chain: " (this.setUp() is called at 4 → this.open() is called at 7 → 'PollingSource' fills it in at polling.ts:4)" }, line: 4, column: 5, endColumn: 17 },
        ],
      },
      {
        code: `
abstract class Source {
  readonly #opening: Promise<void>;
  constructor() {
    this.#opening = this.open();
  }
  protected abstract open(): Promise<void>;
}
class RemoteSource extends Source {
  protected async open(): Promise<void> {
    await fetch('https://example.com');
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.open()'", class: 'Source', chain: " ('RemoteSource' fills it in at 10)" }, line: 5, column: 21, endColumn: 32 },
        ],
      },
    ],
    valid: [
      `
abstract class Source {
  constructor() {
    this.open();
  }
  protected abstract open(): void;
}
class ListSource extends Source {
  protected open(): void {}
}
`,
      `
abstract class Source {
  constructor() {
    this.describe();
  }
  protected describe(): void {}
  protected abstract open(): void;
}
class PollingSource extends Source {
  protected open(): void {
    setInterval(() => {}, 1_000);
  }
}
`,
      `
abstract class Source {
  constructor() {
    this.describe();
  }
  protected describe(): void {
    console.log('a source');
  }
}
class QuietSource extends Source {
  protected override describe(): void {}
}
`,
    ],
  },
  {
    clause: '1.setinterval',
    invalid: [
      {
        code: `
class Scheduler {
  constructor() {
    setInterval(() => console.log('flush'), 1_000);
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Scheduler', chain: '' }, line: 4, column: 5, endColumn: 51 },
        ],
      },
      {
        code: `
class Scheduler {
  readonly #timer: NodeJS.Timeout;
  constructor() {
    this.#timer = globalThis.setInterval(() => {}, 1_000);
  }
  stop(): void {
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'globalThis.setInterval()'", class: 'Scheduler', chain: '' }, line: 5, column: 19, endColumn: 58 },
        ],
      },
      {
        code: `
class Scheduler {
  readonly #timer: NodeJS.Timeout;
  constructor() {
    this.#timer = setInterval(() => {}, 1_000);
    this.#timer.unref();
  }
}
`,
        options: { report: 'likely' },
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Scheduler', chain: '' }, line: 5, column: 19, endColumn: 47 },
        ],
      },
      {
        code: `
class Progress {
  #done = false;
  constructor() {
    const timer = setInterval(() => {
      if (this.#done) clearInterval(timer);
    }, 100);
  }
}
`,
        options: { report: 'likely' },
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Progress', chain: '' }, line: 5, column: 19, endLine: 7, endColumn: 12 },
        ],
      },
    ],
    valid: [
      `
class Scheduler {
  #timer: NodeJS.Timeout | undefined;
  constructor() {
    this.#timer = undefined;
  }
  start(): void {
    this.#timer = setInterval(() => {}, 1_000);
  }
}
`,
      `
class Scheduler {
  constructor() {
    setInterval(() => {}, 1_000).unref();
  }
}
`,
      `
class Progress {
  #done = false;
  constructor() {
    const timer = setInterval(() => {
      if (this.#done) clearInterval(timer);
    }, 100);
  }
}
`,
      `
function setInterval(run: () => void, period: number): number {
  return run.length + period;
}
class Scheduler {
  readonly #period = setInterval(() => {}, 1_000);
}
`,
    ],
  },
  {
    clause: '1.one-shot-this',
    invalid: [
      {
        code: `
class Tokens {
  constructor() {
    setTimeout(() => this.refresh(), 60_000);
  }
  refresh(): void {}
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setTimeout()'", class: 'Tokens', chain: '' }, line: 4, column: 5, endColumn: 45 },
        ],
      },
      {
        code: `
class Tokens {
  constructor() {
    setTimeout(this.refresh.bind(this), 60_000);
  }
  refresh(): void {}
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setTimeout()'", class: 'Tokens', chain: '' }, line: 4, column: 5, endColumn: 48 },
        ],
      },
      {
        code: `
class Tokens {
  constructor() {
    const refresh = () => this.refresh();
    setTimeout(refresh, 60_000);
  }
  refresh(): void {}
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setTimeout()'", class: 'Tokens', chain: '' }, line: 5, column: 5, endColumn: 32 },
        ],
      },
    ],
    valid: [
      `
class Tokens {
  constructor() {
    setTimeout(() => console.log('constructed a minute ago'), 60_000);
  }
}
`,
      `
class Tokens {
  constructor() {
    setTimeout(function () {
      console.log(this);
    }, 60_000);
  }
}
`,
    ],
  },
  {
    clause: '1.microtask-this',
    invalid: [
      {
        code: `
class Cache {
  constructor() {
    queueMicrotask(() => this.#load());
  }
  #load(): void {}
}
`,
        errors: [
          { messageId: 'microtask', data: { what: "'queueMicrotask()'", class: 'Cache', chain: '' }, line: 4, column: 5, endColumn: 39 },
        ],
      },
      {
        code: `
class Cache {
  constructor() {
    process.nextTick(() => this.load());
  }
  load(): void {}
}
`,
        errors: [
          { messageId: 'microtask', data: { what: "'process.nextTick()'", class: 'Cache', chain: '' }, line: 4, column: 5, endColumn: 40 },
        ],
      },
      {
        code: `
class Cache {
  constructor() {
    Promise.resolve().then(() => this.load());
  }
  load(): void {}
}
`,
        errors: [
          { messageId: 'microtask', data: { what: "'Promise.resolve().then()'", class: 'Cache', chain: '' }, line: 4, column: 5, endColumn: 46 },
        ],
      },
    ],
    valid: `
class Cache {
  constructor() {
    queueMicrotask(() => console.log('constructed'));
  }
}
`,
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
class FeedReader {
  constructor() {
    void this.#pollFeeds();
  }
  async #pollFeeds(): Promise<void> {
    await fetch('https://example.com/feed');
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.#pollFeeds()'", class: 'FeedReader', chain: '' }, line: 4, column: 10, endColumn: 27 },
        ],
      },
      {
        code: `
class ConfigEditor {
  constructor() {
    this.start();
  }
  private async start(): Promise<void> {
    await this.load();
  }
  private async load(): Promise<void> {
    await fetch('https://example.com/config');
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.start()'", class: 'ConfigEditor', chain: '' }, line: 4, column: 5, endColumn: 17 },
        ],
      },
      {
        code: `
import type { Worker } from 'bullmq';
class Loop {
  constructor(worker: Worker) {
    this.run(worker).catch((error: unknown) => console.error(error));
  }
  private async run(worker: Worker): Promise<void> {
    for (;;) await worker.run();
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.run()'", class: 'Loop', chain: '' }, line: 5, column: 5, endColumn: 21 },
        ],
      },
      {
        code: `
class Session {
  constructor(url: string) {
    fetch(url).then((answer) => console.log(answer.status));
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'fetch()'", class: 'Session', chain: '' }, line: 4, column: 5, endColumn: 15 },
        ],
      },
      {
        code: `
class Session {
  constructor(url: string) {
    this.#open(url);
  }
  #open(url: string): Promise<number> {
    return fetch(url).then((answer) => answer.status);
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.#open()'", class: 'Session', chain: '' }, line: 4, column: 5, endColumn: 20 },
        ],
      },
      {
        code: `
class Watcher {
  readonly #stopped = new AbortController();
  constructor() {
    void this.#poll(this.#stopped.signal);
  }
  async #poll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) await fetch('https://example.com', { signal });
  }
}
`,
        options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.#poll()'", class: 'Watcher', chain: '' }, line: 5, column: 10, endColumn: 42 },
        ],
      },
    ],
    valid: [
      `
class FeedReader {
  async start(): Promise<void> {
    await this.#pollFeeds();
  }
  async #pollFeeds(): Promise<void> {
    await fetch('https://example.com/feed');
  }
}
`,
      `
class Session {
  constructor(loading: { add(promise: Promise<unknown>): void }, url: string) {
    loading.add(fetch(url));
  }
}
`,
      `
class Watcher {
  readonly #stopped = new AbortController();
  constructor() {
    void this.#poll(this.#stopped.signal);
  }
  async #poll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) await fetch('https://example.com', { signal });
  }
}
`,
      `
interface Span {
  end(): void;
}
class Request {
  constructor(span: Span) {
    span.end();
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: {
      code: `
interface Backend {
  begin(): Promise<void>;
}
class Client {
  constructor(backend: Backend) {
    void backend
      .begin();
  }
}
`,
      errors: [
        { messageId: 'promise', data: { what: "'backend.begin()'", class: 'Client', chain: '' }, line: 7, column: 10, endLine: 8, endColumn: 15 },
      ],
    },
    valid: `
interface Backend {
  markReady(): void;
}
class Client {
  constructor(backend: Backend) {
    void backend
      .markReady();
  }
}
`,
  },
  {
    clause: '1.floating-promise',
    invalid: {
      code: `
export class Events {
  private closing = false;
  constructor(private readonly read: () => Promise<string>) {
    this.run().catch((error: unknown) => console.error(error));
  }
  async run(): Promise<void> {
    await this.consume();
  }
  private async consume(): Promise<void> {
    while (!this.closing) console.log(await this.read());
  }
  close(): void {
    this.closing = true;
  }
}
`,
      errors: [
        { messageId: 'promise', data: { what: "'this.run()'", class: 'Events', chain: '' }, line: 5, column: 5, endColumn: 15 },
      ],
    },
    valid: `
export class Events {
  private closing = false;
  constructor(private readonly read: () => Promise<string>) {
    this.run().catch((error: unknown) => console.error(error));
  }
  async run(): Promise<void> {
    await this.consume();
  }
  private async consume(): Promise<void> {
    let left = 2;
    while (left-- > 0) console.log(await this.read());
  }
  close(): void {
    this.closing = true;
  }
}
`,
  },
  {
    clause: '1.kept-promise',
    invalid: [
      {
        code: `
class Provider {
  readonly #connecting: Promise<Response>;
  constructor(url: string) {
    this.#connecting = fetch(url);
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'fetch()'", class: 'Provider', chain: '' }, line: 5, column: 24, endColumn: 34 },
        ],
      },
      {
        code: `
class Provider {
  readonly #connecting = this.#connect();
  async #connect(): Promise<void> {
    await fetch('https://example.com');
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.#connect()'", class: 'Provider', chain: '' }, line: 3, column: 26, endColumn: 41 },
        ],
      },
    ],
    valid: [
      `
class Provider {
  #connecting: Promise<Response> | undefined;
  connect(url: string): Promise<Response> {
    return (this.#connecting ??= fetch(url));
  }
}
`,
      `
class Provider {
  #open: () => void = () => {};
  readonly #opened: Promise<void>;
  constructor() {
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }
}
`,
    ],
  },
  {
    clause: '1.kept-promise-awaited',
    invalid: [
      {
        code: `
class Connection {
  readonly #ready: Promise<void>;
  constructor() {
    this.#ready = this.#init();
  }
  async #init(): Promise<void> {
    await fetch('https://example.com');
  }
  async query(): Promise<void> {
    await this.#ready;
  }
}
`,
        options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.#init()'", class: 'Connection', chain: '' }, line: 5, column: 19, endColumn: 31 },
        ],
      },
      {
        code: `
class Connection {
  readonly ready: Promise<Response>;
  constructor(url: string) {
    this.ready = fetch(url);
  }
}
`,
        options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'fetch()'", class: 'Connection', chain: '' }, line: 5, column: 18, endColumn: 28 },
        ],
      },
      {
        code: `
import { Client } from 'pg';
class Store {
  readonly #client = new Client();
  readonly #connected = this.#client.connect();
  async query(text: string): Promise<unknown> {
    await this.#connected;
    return await this.#client.query(text);
  }
}
`,
        options: { report: 'likely' },
        errors: [
          { messageId: 'start', data: { what: "'this.#client.connect()'", class: 'Store', chain: '' }, line: 5, column: 25, endColumn: 47 },
        ],
      },
    ],
    valid: [
      `
class Connection {
  readonly #ready: Promise<void>;
  constructor() {
    this.#ready = this.#init();
  }
  async #init(): Promise<void> {
    await fetch('https://example.com');
  }
  async query(): Promise<void> {
    await this.#ready;
  }
}
`,
      `
import { Client } from 'pg';
class Store {
  readonly #client = new Client();
  readonly #connected = this.#client.connect();
  async query(text: string): Promise<unknown> {
    await this.#connected;
    return await this.#client.query(text);
  }
}
`,
    ],
  },
  {
    clause: '1.kept-promise-teardown',
    invalid: {
      code: `
class QueueEvents {
  readonly #loop: Promise<void>;
  #closing = false;
  constructor() {
    this.#loop = this.#consume();
  }
  async #consume(): Promise<void> {
    while (!this.#closing) await fetch('https://example.com/events');
  }
  async close(): Promise<void> {
    this.#closing = true;
    await this.#loop;
  }
}
`,
      errors: [
        { messageId: 'promise', data: { what: "'this.#consume()'", class: 'QueueEvents', chain: '' }, line: 6, column: 18, endColumn: 33 },
      ],
    },
    valid: `
class QueueEvents {
  #loop: Promise<void> | undefined;
  #closing = false;
  start(): void {
    this.#loop = this.#consume();
  }
  async #consume(): Promise<void> {
    while (!this.#closing) await fetch('https://example.com/events');
  }
  async close(): Promise<void> {
    this.#closing = true;
    await this.#loop;
  }
}
`,
  },
  {
    clause: '1.kept-promise-teardown',
    invalid: {
      code: `
class BatchQueue {
  readonly #loops: Promise<void>[] = [];
  constructor() {
    this.#start();
  }
  #start(): void {
    const loop = this.#consume();
    this.#loops.push(loop);
  }
  async #consume(): Promise<void> {
    for (;;) await fetch('https://example.com/next');
  }
  async close(): Promise<void> {
    await Promise.all(this.#loops);
  }
}
`,
      errors: [
        {
          messageId: 'promise',
          data: { what: "'this.#consume()'", class: 'BatchQueue', chain: ' (this.#start() is called at 5)' },
          line: 5,
          column: 5,
          endColumn: 18,
        },
      ],
    },
    valid: `
class BatchQueue {
  readonly #loops: Promise<void>[] = [];
  constructor() {
    this.#start();
  }
  #start(): void {
    const loop = this.#consume();
    this.#loops.push(loop);
  }
  async #consume(): Promise<void> {
    for (;;) await fetch('https://example.com/next');
  }
  async drained(): Promise<void> {
    await Promise.all(this.#loops);
  }
}
`,
  },
  {
    clause: '1.nothing-async',
    invalid: {
      code: `
class Connection {
  constructor() {
    void this.#configure();
  }
  async #configure(): Promise<void> {
    await this.#open();
  }
  async #open(): Promise<void> {
    await fetch('https://example.com');
  }
}
`,
      errors: [
        { messageId: 'promise', data: { what: "'this.#configure()'", class: 'Connection', chain: '' }, line: 4, column: 10, endColumn: 27 },
      ],
    },
    valid: [
      `
class Connection {
  #options = new Map<string, string>();
  constructor() {
    void this.#configure();
  }
  async #configure(): Promise<void> {
    await this.#read();
  }
  async #read(): Promise<void> {
    this.#options.set('host', 'localhost');
  }
}
`,
      `
import { EventEmitter } from 'node:events';
class Connection extends EventEmitter {
  readonly #opened = this.#untilOpened();
  #untilOpened(): Promise<void> {
    return new Promise((resolve) => {
      this.once('open', resolve);
    });
  }
}
`,
    ],
  },
  {
    clause: '1.sync-start',
    invalid: {
      code: `
class Autorun {
  constructor() {
    this.start();
  }
  start(): void {
    setInterval(() => {}, 1_000);
  }
  stop(): void {}
}
`,
      errors: [
        { messageId: 'timer', data: { what: "'setInterval()'", class: 'Autorun', chain: ' (this.start() is called at 4)' }, line: 4, column: 5, endColumn: 17 },
      ],
    },
    valid: [
      `
class Autorun {
  #running = false;
  constructor() {
    this.start();
  }
  start(): void {
    this.#running = true;
  }
  async stop(): Promise<void> {
    this.#running = false;
  }
}
`,
      `
class Model {
  constructor(rows: string[]) {
    this.init(rows);
  }
  init(rows: string[]): void {
    console.log(rows.length);
  }
  destroy(): void {}
}
`,
      `
interface Signal {
  connect(slot: () => void): boolean;
  disconnect(slot: () => void): boolean;
}
class Panel {
  constructor(changed: Signal) {
    changed.connect(() => {});
  }
}
`,
    ],
  },
  {
    clause: '1.async-generator',
    invalid: {
      code: `
class Pages {
  constructor() {
    void this.#drain();
  }
  async *#pages(): AsyncGenerator<Response> {
    yield await fetch('https://example.com');
  }
  async #drain(): Promise<void> {
    for await (const page of this.#pages()) console.log(page.status);
  }
}
`,
      errors: [
        { messageId: 'promise', data: { what: "'this.#drain()'", class: 'Pages', chain: '' }, line: 4, column: 10, endColumn: 23 },
      ],
    },
    valid: [
      `
class Pages {
  readonly #iterator = this.#pages();
  async *#pages(): AsyncGenerator<Response> {
    yield await fetch('https://example.com');
  }
}
`,
      `
class Pages {
  readonly #iterator: Generator<NodeJS.Timeout>;
  constructor() {
    this.#iterator = this.#timers();
  }
  *#timers(): Generator<NodeJS.Timeout> {
    yield setInterval(() => {}, 1_000);
  }
}
`,
    ],
  },
  {
    clause: '1.process',
    invalid: [
      {
        code: `
import { spawn } from 'node:child_process';
class Compiler {
  readonly #child = spawn('tsc', ['--watch']);
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'spawn()'", class: 'Compiler', chain: '' }, line: 4, column: 21, endColumn: 46 },
        ],
      },
      {
        code: `
import * as childProcess from 'node:child_process';
class Compiler {
  constructor() {
    childProcess.fork('./worker.js');
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'childProcess.fork()'", class: 'Compiler', chain: '' }, line: 5, column: 5, endColumn: 37 },
        ],
      },
    ],
    valid: [
      `
import { spawn } from 'node:child_process';
class Compiler {
  compile(): void {
    spawn('tsc');
  }
}
`,
      `
interface Beans {
  spawn(name: string): object;
}
class Garden {
  constructor(beans: Beans) {
    beans.spawn('bean');
  }
}
`,
    ],
  },
  {
    clause: '1.thread',
    invalid: {
      code: `
import { Worker } from 'node:worker_threads';
class Pool {
  readonly #threads = [1, 2].map(() => new Worker('./thread.js'));
}
`,
      errors: [
        { messageId: 'eager', data: { what: "'new Worker()'", class: 'Pool', chain: '' }, line: 4, column: 40, endColumn: 65 },
      ],
    },
    valid: [
      `
class Worker {
  constructor(readonly name: string) {}
}
class Pool {
  readonly #threads = [1, 2].map((id) => new Worker(String(id)));
}
`,
      `
import { Worker } from 'node:worker_threads';
class Pool {
  readonly #make: () => Worker;
  constructor() {
    this.#make = () => new Worker('./thread.js');
  }
}
`,
    ],
  },
  {
    clause: '1.socket',
    invalid: [
      {
        code: `
import { createConnection } from 'node:net';
class Link {
  readonly #socket = createConnection(4222);
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'createConnection()'", class: 'Link', chain: '' }, line: 4, column: 22, endColumn: 44 },
        ],
      },
      {
        code: `
class Link {
  readonly #socket: WebSocket;
  constructor(url: string) {
    this.#socket = new WebSocket(url);
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new WebSocket()'", class: 'Link', chain: '' }, line: 5, column: 20, endColumn: 38 },
        ],
      },
      {
        code: `
import { WebSocketServer } from 'ws';
class Gateway {
  readonly #server = new WebSocketServer({ port: 8080 });
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new WebSocketServer()'", class: 'Gateway', chain: '' }, line: 4, column: 22, endColumn: 57 },
        ],
      },
    ],
    valid: [
      `
import { createServer, Socket } from 'node:net';
class Link {
  readonly #server = createServer();
  readonly #socket = new Socket();
}
`,
      `
import { WebSocketServer } from 'ws';
class Gateway {
  readonly #server = new WebSocketServer({ noServer: true });
}
`,
    ],
  },
  {
    clause: '1.watcher',
    invalid: [
      {
        code: `
import { watch } from 'node:fs';
class Reloader {
  readonly #watcher = watch('src');
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'watch()'", class: 'Reloader', chain: '' }, line: 4, column: 23, endColumn: 35 },
        ],
      },
      {
        code: `
class Reloader {
  constructor() {
    new MutationObserver(() => {}).observe(document.body, { childList: true });
  }
}
`,
        errors: [
          { messageId: 'start', data: { what: "'new MutationObserver(() => {}).observe()'", class: 'Reloader', chain: '' }, line: 4, column: 5, endColumn: 79 },
        ],
      },
    ],
    valid: [
      `
import { watch, type FSWatcher } from 'node:fs';
class Reloader {
  #watcher: FSWatcher | undefined;
  watch(): void {
    this.#watcher = watch('src');
  }
}
`,
      `
class Reloader {
  readonly #observer = new MutationObserver(() => {});
}
`,
      `
class Reloader {
  constructor(target: Node) {
    new MutationObserver(() => {}).observe(target, { childList: true });
  }
}
`,
      `
export class Reloader {
  readonly #observer = new MutationObserver(() => {});
  constructor() {
    this.#observer.observe(document.body, { childList: true });
  }
  dispose(): void {
    this.#observer.disconnect();
  }
}
`,
    ],
  },
  {
    clause: '1.eager-client',
    invalid: [
      {
        code: `
import { Redis } from 'ioredis';
class FairQueue {
  readonly #redis: Redis;
  constructor(url: string) {
    this.#redis = new Redis(url);
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'FairQueue', chain: '' }, line: 6, column: 19, endColumn: 33 },
        ],
      },
      {
        code: `
import { Queue } from 'bullmq';
class Mails {
  readonly #queue = new Queue('mails');
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Queue()'", class: 'Mails', chain: '' }, line: 4, column: 21, endColumn: 39 },
        ],
      },
      {
        code: `
import NodeCache from 'node-cache';
class Sessions {
  readonly #cache = new NodeCache();
}
`,
        options: { report: 'likely' },
        errors: [
          { messageId: 'timer', data: { what: "'new NodeCache()'", class: 'Sessions', chain: '' }, line: 4, column: 21, endColumn: 36 },
        ],
      },
    ],
    valid: [
      `
import type { Redis } from 'ioredis';
class FairQueue {
  readonly #redis: Redis;
  constructor(redis: Redis) {
    this.#redis = redis;
  }
}
`,
      `
import NodeCache from 'node-cache';
class Sessions {
  readonly #cache = new NodeCache();
}
`,
      `
import { Redis } from 'ioredis';
class FairQueue {
  readonly #redis = Redis;
  connect(): object {
    return new this.#redis();
  }
}
`,
    ],
  },
  {
    clause: '1.kept-by-helper',
    invalid: [
      {
        code: `
import { Redis } from 'ioredis';
function singleton<Value>(name: string, make: () => Value): Value {
  const all = globalThis as any;
  all.kept ??= {};
  all.kept[name] ??= make();
  return all.kept[name];
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = singleton('cache', () => new Cache());
`,
        options: { report: 'likely' },
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 10, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
function singleton<Value>(name: string, make: () => Value): Value {
  return make();
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = singleton('cache', () => new Cache());
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 7, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
function singleton<Value>(name: string, make: () => Value): Value {
  const kept: Record<string, unknown> = {};
  return (kept[name] ??= make()) as Value;
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = singleton('cache', () => new Cache());
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 8, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
let kept: unknown;
function singleton<Value>(name: string, make: () => Value): Value {
  kept = make();
  return kept as Value;
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = singleton('cache', () => new Cache());
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 9, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
let kept: unknown;
function singleton<Value>(name: string, make: () => Value): Value {
  if (kept) {
    kept = make();
  }
  return kept as Value;
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = singleton('cache', () => new Cache());
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 11, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
let kept: unknown;
function singleton<Value>(name: string, make: () => Value): Value {
  kept ??= make();
  return (name === '' ? undefined : kept) as Value;
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = singleton('cache', () => new Cache());
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 9, column: 21, endColumn: 32 },
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
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cacheOf = (id: string) => singleton(id, () => new Cache());
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 8, column: 21, endColumn: 32 },
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
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
for (const id of ['a', 'b']) singleton(id, () => new Cache());
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 8, column: 21, endColumn: 32 },
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
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const caches = singleton('caches', () => ['a', 'b'].map(() => new Cache()));
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 8, column: 21, endColumn: 32 },
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
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = singleton('cache', () => new Cache());
export const another = () => new Cache();
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 8, column: 21, endColumn: 32 },
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
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
function makeCache() {
  return new Cache();
}
export const cache = singleton('cache', makeCache);
export const another = () => makeCache();
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 8, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
const kept: Record<string, unknown> = {};
function singleton<Value>(name: string, make: () => Value): Value {
  const key = \`\${name}\${Math.random()}\`;
  kept[key] ??= make();
  return kept[key] as Value;
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = singleton('cache', () => new Cache());
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 10, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
let kept: unknown;
function singleton<Value>(name: string, make: () => Value): Value {
  kept ??= make();
  console.log(make());
  return kept as Value;
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = singleton('cache', () => new Cache());
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 10, column: 21, endColumn: 32 },
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
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const caches = singleton('caches', () => {
  const all: Cache[] = [];
  for (const _ of ['a', 'b']) all.push(new Cache());
  return all;
});
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 8, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
const kept: Record<string, unknown> = {};
function singleton<Value>(name: string, make: () => Value): Value {
  return (kept[name] ??= make()) as Value;
}
class Cache {
  readonly #timer = setInterval(() => {}, 1000);
  read(): object {
    return this.#timer;
  }
}
export const cache = singleton('cache', () => new Cache());
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Cache', chain: '' }, line: 7, column: 21, endColumn: 48 },
        ],
      },
    ],
    valid: [
      `
import { Redis } from 'ioredis';
function singleton<Value>(name: string, make: () => Value): Value {
  const all = globalThis as any;
  all.kept ??= {};
  all.kept[name] ??= make();
  return all.kept[name];
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
function makeCache() {
  return new Cache();
}
export { makeCache };
export const cache = singleton('cache', makeCache);
`,
      `
import { Redis } from 'ioredis';
function singleton<Value>(name: string, make: () => Value): Value {
  const all = globalThis as any;
  all.kept ??= {};
  all.kept[name] ??= make();
  return all.kept[name];
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = singleton('cache', () => new Cache());
`,
      `
import { Redis } from 'ioredis';
function singleton<Value>(name: string, make: () => Value): Value {
  const all = globalThis as any;
  all.kept ??= {};
  all.kept[name] ??= make();
  return all.kept[name];
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
function makeCache() {
  const cache = new Cache();
  return cache;
}
export const cache = () => singleton('cache', makeCache);
`,
      `
import { Redis } from 'ioredis';
const kept: Record<string, unknown> = {};
function singleton<Value>(name: string, make: () => Value): Value {
  return (kept[name] ??= make()) as Value;
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = () => singleton('cache', () => new Cache());
`,
      `
import { Redis } from 'ioredis';
let kept: unknown;
function singleton<Value>(name: string, make: () => Value): Value {
  if (!kept) {
    kept = make();
  }
  return kept as Value;
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = singleton('cache', () => new Cache());
`,
    ],
  },
  {
    clause: '1.lazy-client',
    invalid: {
      code: `
import { Redis } from 'ioredis';
class Cache {
  readonly #redis = new Redis({ lazyConnect: false });
}
`,
      errors: [
        { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 4, column: 21, endColumn: 54 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
class Cache {
  readonly #redis = new Redis({ lazyConnect: true });
}
`,
      `
import { Pool } from 'pg';
class Store {
  readonly #pool = new Pool({ max: 5 });
}
`,
      `
import { Kafka } from 'kafkajs';
class Producer {
  readonly #producer = new Kafka({ brokers: [] }).producer();
}
`,
      `
import { Agent } from 'node:https';
class Http {
  readonly #agent = new Agent({ keepAlive: true });
}
`,
    ],
  },
  {
    clause: '1.autorun-false',
    invalid: [
      {
        code: `
import { Worker } from 'bullmq';
class Mailer {
  readonly #worker = new Worker('mails', async () => {}, { autorun: false });
}
`,
        options: { report: 'likely' },
        errors: [
          { messageId: 'eager', data: { what: "'new Worker()'", class: 'Mailer', chain: '' }, line: 4, column: 22, endColumn: 77 },
        ],
      },
      {
        code: `
import { Worker } from 'bullmq';
class Mailer {
  readonly #worker = new Worker('mails', async () => {});
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Worker()'", class: 'Mailer', chain: '' }, line: 4, column: 22, endColumn: 57 },
        ],
      },
    ],
    valid: `
import { Worker } from 'bullmq';
class Mailer {
  readonly #worker = new Worker('mails', async () => {}, { autorun: false });
}
`,
  },
  {
    clause: '1.foreign-listener',
    invalid: [
      {
        code: `
import type { EventEmitter } from 'node:events';
class FeedReader {
  readonly #manager: EventEmitter;
  constructor(manager: EventEmitter) {
    this.#manager = manager;
    this.#manager.on('join', () => {});
  }
  #running = true;
  stop(): void {
    this.#running = false;
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'this.#manager.on()'", class: 'FeedReader', chain: '' }, line: 7, column: 5, endColumn: 39 },
        ],
      },
      {
        code: `
class Flusher {
  constructor() {
    process.on('SIGTERM', () => this.flush());
  }
  flush(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'process.on()'", class: 'Flusher', chain: '' }, line: 4, column: 5, endColumn: 46 },
        ],
      },
      {
        code: `
class Resizer {
  constructor() {
    window.addEventListener('resize', () => {});
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'window.addEventListener()'", class: 'Resizer', chain: '' }, line: 4, column: 5, endColumn: 48 },
        ],
      },
      {
        code: `
import type { Observable } from 'rxjs';
class Prices {
  constructor(prices: Observable<number>) {
    prices.subscribe((price) => console.log(price));
  }
  dispose(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'prices.subscribe()'", class: 'Prices', chain: '' }, line: 5, column: 5, endColumn: 52 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
interface Deps {
  bus: EventEmitter;
}
class Audit {
  constructor({ bus }: Deps) {
    bus.on('change', () => {});
  }
  dispose(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'bus.on()'", class: 'Audit', chain: '' }, line: 8, column: 5, endColumn: 31 },
        ],
      },
      {
        code: `
import { EventEmitter } from 'node:events';
class Base {
  protected readonly bus: EventEmitter;
  constructor(bus: EventEmitter) {
    this.bus = bus;
  }
}
class Audit extends Base {
  constructor(bus: EventEmitter) {
    super(bus);
    this.bus.on('change', () => {});
  }
  dispose(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'this.bus.on()'", class: 'Audit', chain: '' }, line: 12, column: 5, endColumn: 36 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
class Audit {
  constructor(buses: EventEmitter[]) {
    for (const bus of buses) bus.on('change', () => {});
  }
  dispose(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'bus.on()'", class: 'Audit', chain: '' }, line: 5, column: 30, endColumn: 56 },
        ],
      },
    ],
    valid: [
      `
import type { EventEmitter } from 'node:events';
class FeedReader {
  readonly #manager: EventEmitter;
  constructor(manager: EventEmitter) {
    this.#manager = manager;
  }
  start(): void {
    this.#manager.on('join', () => {});
  }
}
`,
      `
class Flusher {
  constructor() {
    process.once('SIGTERM', () => this.flush());
  }
  flush(): void {}
}
`,
      `
interface Matcher {
  on(pattern: string, run: () => void): void;
}
class Rules {
  constructor(matcher: Matcher) {
    matcher.on('a*', () => {});
  }
}
`,
      `
import type { Observable } from 'rxjs';
class Prices {
  readonly #rounded: object;
  constructor(prices: Observable<number>) {
    this.#rounded = prices.pipe((source) => source);
  }
}
`,
    ],
  },
  {
    clause: '1.own-emitter',
    invalid: {
      code: `
import { EventEmitter } from 'node:events';
const shared = new EventEmitter();
class Worker {
  readonly #bus: EventEmitter;
  constructor(bus?: EventEmitter) {
    this.#bus = bus ?? shared;
    this.#bus.on('error', () => {});
  }
}
`,
      errors: [
        { messageId: 'listener', data: { what: "'this.#bus.on()'", class: 'Worker', chain: '' }, line: 8, column: 5, endColumn: 36 },
      ],
    },
    valid: [
      `
import { EventEmitter } from 'node:events';
class Worker extends EventEmitter {
  constructor() {
    super();
    this.on('error', () => {});
  }
}
`,
      `
import { createServer } from 'node:http';
class Worker {
  readonly #server = createServer();
  constructor() {
    const { error } = console;
    this.#server.on('error', error);
  }
}
`,
      `
import { EventEmitter } from 'node:events';
function listening(): EventEmitter {
  const bus = new EventEmitter();
  bus.on('error', () => {});
  return bus;
}
class Worker {
  readonly bus = listening();
}
`,
      `
import { EventEmitter } from 'node:events';
class Worker {
  readonly bus = new EventEmitter();
  constructor() {
    const { bus } = this;
    bus.on('error', () => {});
  }
}
`,
      `
class Toolbar {
  readonly #button = document.createElement('button');
  constructor() {
    this.#button.addEventListener('click', () => {});
  }
}
`,
    ],
  },
  {
    clause: '1.handed-over',
    invalid: [
      {
        code: `
import { Socket } from 'node:net';
const socket = new Socket();
class Session {
  constructor(peer: Socket) {
    peer.on('data', () => {});
  }
}
new Session(socket);
new Session(socket);
`,
        errors: [
          { messageId: 'listener', data: { what: "'peer.on()'", class: 'Session', chain: '' }, line: 6, column: 5, endColumn: 30 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
class Session {
  #socket: EventEmitter | undefined;
  constructor(socket: EventEmitter) {
    this.#socket = socket;
    socket.on('data', () => {});
  }
  close(): void {
    this.#socket = undefined;
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'socket.on()'", class: 'Session', chain: '' }, line: 7, column: 5, endColumn: 32 },
        ],
      },
    ],
    valid: [
      `
import type { Socket } from 'node:net';
class Session {
  readonly #socket: Socket;
  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', () => {});
  }
  close(): void {
    this.#socket.destroy();
  }
}
`,
      `
import { createServer, type Socket } from 'node:net';
class Session {
  constructor(socket: Socket) {
    socket.on('data', () => {});
  }
}
export const server = createServer((socket) => void new Session(socket));
`,
      `
import WebSocket from 'ws';
class Channel {
  readonly #socket: WebSocket;
  constructor({ socket }: { socket: WebSocket }) {
    this.#socket = socket;
    this.#socket.on('message', () => {});
  }
  [Symbol.dispose](): void {
    this.#socket.close();
  }
}
`,
      `
import { Socket } from 'node:net';
class Session {
  constructor(peer: Socket) {
    peer.on('data', () => {});
  }
}
export function open(port: number): Session {
  const socket = new Socket();
  socket.connect(port);
  return new Session(socket);
}
`,
    ],
  },
  {
    clause: '1.ownership-sink',
    invalid: [
      {
        code: `
import type { Observable } from 'rxjs';
class Panel {
  constructor(prices: Observable<number>) {
    this.log(prices.subscribe(() => {}));
  }
  log(value: object): void {}
  dispose(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'prices.subscribe()'", class: 'Panel', chain: '' }, line: 5, column: 14, endColumn: 40 },
        ],
      },
      {
        code: `
class Panel {
  constructor() {
    window.addEventListener('resize', () => {}, { passive: true });
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'window.addEventListener()'", class: 'Panel', chain: '' }, line: 4, column: 5, endColumn: 67 },
        ],
      },
    ],
    valid: [
      `
class Panel {
  readonly #abort = new AbortController();
  constructor() {
    window.addEventListener('resize', () => {}, { signal: this.#abort.signal });
  }
}
`,
      `
import * as vscode from 'vscode';
class Store {
  protected _register<T extends vscode.Disposable>(disposable: T): T {
    return disposable;
  }
}
class Panel extends Store {
  constructor() {
    super();
    this._register(vscode.workspace.onDidOpenTextDocument(() => {}));
  }
}
`,
      `
import type { Observable, Subscription } from 'rxjs';
class Panel {
  readonly #subscriptions: Subscription[] = [];
  constructor(prices: Observable<number>) {
    this.#subscriptions.push(prices.subscribe(() => {}));
  }
}
`,
      `
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Observable } from 'rxjs';
class Panel {
  constructor(prices: Observable<number>) {
    prices.pipe(takeUntilDestroyed<number>()).subscribe(() => {});
  }
}
`,
      `
class Panel {
  constructor() {
    window.addEventListener('load', () => {}, { once: true });
  }
}
`,
    ],
  },
  {
    clause: '1.other-class',
    invalid: {
      code: `
class Mqtt {
  readonly #timer = setInterval(() => {}, 1_000);
}
class Controller {
  readonly #mqtt = new Mqtt();
}
`,
      errors: [
        { messageId: 'timer', data: { what: "'setInterval()'", class: 'Mqtt', chain: '' }, line: 3, column: 21, endColumn: 49 },
      ],
    },
    valid: [
      `
class Mqtt {
  publish(): void {}
}
class Controller {
  readonly #mqtt = new Mqtt();
}
class Extended extends Mqtt {
  constructor() {
    super();
  }
}
`,
      {
        code: `
import { Mqtt } from './mqtt.ts';
class Controller extends Mqtt {
  readonly #spare = new Mqtt();
  constructor() {
    super();
  }
}
`,
        files: {
          'mqtt.ts': `
export class Mqtt {
  constructor() {
    setInterval(() => {}, 1_000);
  }
}
`,
        },
      },
    ],
  },
  {
    clause: '1.one-per-start',
    invalid: [
      {
        code: `
class Queue {
  constructor(quick: boolean) {
    if (quick) this.#quick();
    else this.#begin();
  }
  #quick(): void {
    this.#begin();
  }
  #begin(): void {
    setInterval(() => {}, 100);
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Queue', chain: ' (this.#quick() is called at 4 → this.#begin() is called at 8)' }, line: 4, column: 16, endColumn: 29 },
        ],
      },
      {
        code: `
class Queue {
  constructor() {
    this.#begin();
  }
  #begin(): void {
    setInterval(() => {}, 100);
    process.on('SIGTERM', () => {});
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Queue', chain: ' (this.#begin() is called at 4)' }, line: 4, column: 5, endColumn: 18 },
          { messageId: 'listener', data: { what: "'process.on()'", class: 'Queue', chain: ' (this.#begin() is called at 4)' }, line: 4, column: 5, endColumn: 18 },
        ],
      },
      {
        code: `
class Queue {
  constructor() {
    Promise.all([this.#load('a')]).then(() => {});
  }
  async #load(name: string): Promise<void> {
    await fetch(name);
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.#load()'", class: 'Queue', chain: '' }, line: 4, column: 18, endColumn: 33 },
        ],
      },
      {
        code: `
class Queue {
  constructor() {
    this.#begin();
    void this.#poll('c');
  }
  #begin(): void {
    void this.#poll('a');
    void this.#poll('b');
    setInterval(() => {}, 100);
  }
  async #poll(name: string): Promise<void> {
    for (;;) await fetch(name);
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.#poll()'", class: 'Queue', chain: ' (this.#begin() is called at 4)' }, line: 4, column: 5, endColumn: 18 },
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Queue', chain: ' (this.#begin() is called at 4)' }, line: 4, column: 5, endColumn: 18 },
          { messageId: 'promise', data: { what: "'this.#poll()'", class: 'Queue', chain: '' }, line: 5, column: 10, endColumn: 25 },
        ],
      },
      {
        code: `
class Queue {
  #ready: Promise<void> | undefined;
  constructor() {
    this.#begin();
  }
  #begin(): void {
    this.#ready = this.#load();
    void this.#poll('b');
  }
  async #load(): Promise<void> {
    await fetch('a');
  }
  async #poll(name: string): Promise<void> {
    for (;;) await fetch(name);
  }
  async size(): Promise<number> {
    await this.#ready;
    return 1;
  }
}
`,
        options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.#poll()'", class: 'Queue', chain: ' (this.#begin() is called at 5)' }, line: 5, column: 5, endColumn: 18 },
        ],
      },
    ],
    valid: `
class Queue {
  constructor(quick: boolean) {
    if (quick) this.#begin();
    else this.#begin();
  }
  #begin(): void {}
}
`,
  },
  {
    clause: '1.static-factory',
    invalid: {
      code: `
import { EventEmitter } from 'node:events';
class WantList {
  private constructor(network: EventEmitter) {
    network.on('message', () => {});
  }
  static create(): WantList {
    const network = new EventEmitter();
    return new WantList(network);
  }
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'listener', data: { what: "'network.on()'", class: 'WantList', chain: '' }, line: 5, column: 5, endColumn: 36 },
      ],
    },
    valid: `
import { EventEmitter } from 'node:events';
class WantList {
  private constructor(network: EventEmitter) {
    network.on('message', () => {});
  }
  static create(): WantList {
    const network = new EventEmitter();
    return new WantList(network);
  }
}
`,
  },
  {
    clause: '1.static-factory',
    invalid: {
      code: `
import type { EventEmitter } from 'node:events';
class WantList {
  private constructor(network: EventEmitter) {
    network.on('message', () => {});
  }
  static create(network: EventEmitter): WantList {
    return new WantList(network);
  }
  dispose(): void {}
}
`,
      errors: [
        { messageId: 'listener', data: { what: "'network.on()'", class: 'WantList', chain: '' }, line: 5, column: 5, endColumn: 36 },
      ],
    },
  },
  {
    clause: '1.promise-executor',
    invalid: {
      code: `
class Backoff {
  constructor() {
    setTimeout(() => this.retry(), 100);
  }
  retry(): void {}
}
`,
      errors: [
        { messageId: 'timer', data: { what: "'setTimeout()'", class: 'Backoff', chain: '' }, line: 4, column: 5, endColumn: 40 },
      ],
    },
    valid: `
class Backoff {
  readonly #pause: Promise<void>;
  #over = false;
  constructor() {
    this.#pause = new Promise((resolve) => {
      setTimeout(() => {
        this.#over = true;
        resolve();
      }, 100);
    });
  }
}
`,
  },
  {
    clause: '1.zero-delay',
    invalid: {
      code: `
class Layout {
  constructor() {
    setTimeout(() => this.measure(), 16);
  }
  measure(): void {}
}
`,
      errors: [
        { messageId: 'timer', data: { what: "'setTimeout()'", class: 'Layout', chain: '' }, line: 4, column: 5, endColumn: 41 },
      ],
    },
    valid: `
class Layout {
  constructor() {
    setTimeout(() => this.measure(), 0);
    setTimeout(() => this.measure());
    setImmediate(() => this.measure());
    requestAnimationFrame(() => this.measure());
  }
  measure(): void {}
}
`,
  },
  {
    clause: '1.emit-only',
    invalid: [
      {
        code: `
import { EventEmitter } from 'node:events';
class Ready extends EventEmitter {
  constructor() {
    super();
    process.nextTick(() => this.emit('ready'));
  }
}
`,
        options: { report: 'likely' },
        errors: [
          { messageId: 'microtask', data: { what: "'process.nextTick()'", class: 'Ready', chain: '' }, line: 6, column: 5, endColumn: 47 },
        ],
      },
      {
        code: `
import { EventEmitter } from 'node:events';
class Ready extends EventEmitter {
  constructor() {
    super();
    process.nextTick(() => {
      this.open();
      this.emit('ready');
    });
  }
  open(): void {}
}
`,
        errors: [
          { messageId: 'microtask', data: { what: "'process.nextTick()'", class: 'Ready', chain: '' }, line: 6, column: 5, endLine: 9, endColumn: 7 },
        ],
      },
    ],
    valid: [
      `
import { EventEmitter } from 'node:events';
class Ready extends EventEmitter {
  constructor() {
    super();
    process.nextTick(() => this.emit('ready'));
  }
}
`,
      `
import { EventEmitter } from 'node:events';
class Ready extends EventEmitter {
  constructor() {
    super();
    queueMicrotask(this.emit.bind(this, 'ready'));
  }
}
`,
    ],
  },
  {
    clause: '1.helper',
    invalid: [
      {
        code: `
let hooked = false;
function hook(): void {
  if (!hooked) process.on('SIGHUP', () => console.log('again'));
}
export class Client {
  constructor() {
    hook();
    hooked = true;
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'process.on()'", class: 'Client', chain: ' (hook() is called at 8)' }, line: 8, column: 5, endColumn: 11 },
        ],
      },
      {
        code: `
export class Client {
  private hooked = false;
  constructor() {
    if (!this.hooked) {
      process.on('SIGTERM', () => console.log('stop'));
      this.hooked = true;
    }
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'process.on()'", class: 'Client', chain: '' }, line: 6, column: 7, endColumn: 55 },
        ],
      },
    ],
    valid: [
      `
let hooked = false;
function hook(): void {
  if (!hooked) {
    process.on('SIGHUP', () => console.log('again'));
    hooked = true;
  }
}
export class Client {
  constructor() {
    hook();
  }
}
`,
      `
function hook(): void {
  process.on('SIGTERM', () => console.log('stop'));
}
export class Client {
  private static hooked = false;
  constructor() {
    if (!Client.hooked) {
      hook();
      Client.hooked = true;
    }
  }
}
`,
    ],
  },
  {
    clause: '1.microtask-this',
    invalid: [
      {
        code: `
export class Client {
  private readonly lines: string[] = [];
  constructor() {
    this.send('hello');
  }
  send(line: string): void {
    this.lines.push(line);
    queueMicrotask(() => this.flush());
  }
  private flush(): void {
    console.log(this.lines.splice(0));
  }
}
`,
        errors: [
          { messageId: 'microtask', data: { what: "'queueMicrotask()'", class: 'Client', chain: ' (this.send() is called at 5)' }, line: 5, column: 5, endColumn: 23 },
        ],
      },
    ],
    valid: [
      `
class Connection {
  private readonly lines: string[] = [];
  send(line: string): void {
    this.lines.push(line);
    queueMicrotask(() => this.flush());
  }
  private flush(): void {
    console.log(this.lines.splice(0));
  }
}
export class Client {
  constructor(connection: Connection) {
    connection.send('hello');
  }
}
`,
    ],
  },
  {
    clause: '1.call-chain',
    invalid: [
      {
        code: `
export class Client {
  constructor() {
    this.begin();
  }
  private begin(): void {
    this.arm();
  }
  private arm(): void {
    setInterval(() => console.log('tick'), 1000);
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Client', chain: ' (this.begin() is called at 4 → this.arm() is called at 7)' }, line: 4, column: 5, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `
type Step = string | (() => void);
export class Client {
  private onLine: ((line: string) => Promise<void>) | undefined;
  constructor() {
    this.begin();
  }
  private begin(): void {
    this.pull();
  }
  private pull(): void {
    this.push(() => console.log('pulled'));
  }
  private push(step: Step): void {
    if (typeof step === 'function') step();
    else this.print(step);
  }
  private async print(line: string): Promise<void> {
    await this.onLine?.(line);
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
interface Backend {
  begin(): Promise<void>;
}
export class Client {
  constructor(backend: Backend) {
    backend.begin().catch(() => {});
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'backend.begin()'", class: 'Client', chain: '' }, line: 7, column: 5, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `
interface Backend {
  waitUntilReady(): Promise<void>;
}
export class Client {
  constructor(backend: Backend) {
    backend.waitUntilReady().catch(() => {});
  }
}
`,
    ],
  },
  {
    clause: '1.foreign-listener',
    invalid: [
      {
        code: `
export class Client {
  constructor() {
    process.on('SIGTERM', () => console.log('stop'));
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'process.on()'", class: 'Client', chain: '' }, line: 4, column: 5, endColumn: 53 },
        ],
      },
    ],
    valid: [
      `
export class Client {
  static #client: Client | undefined;
  private constructor() {
    process.on('SIGTERM', () => console.log('stop'));
  }
  static get(): Client {
    return (Client.#client ??= new Client());
  }
}
`,
    ],
  },
  {
    clause: '1.handed-over',
    invalid: [
      {
        code: `
import { EventEmitter } from 'node:events';
class Session extends EventEmitter {
  dispose(): void {
    this.removeAllListeners();
  }
}
export class Target {
  readonly #session: Session;
  constructor(session: Session) {
    this.#session = session;
    session.on('crashed', () => this.closed());
  }
  closed(): void {
    console.log('closed', this.#session.eventNames());
  }
  dispose(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'session.on()'", class: 'Target', chain: '' }, line: 12, column: 5, endColumn: 47 },
        ],
      },
      {
        code: `
import { EventEmitter } from 'node:events';
export class Page extends EventEmitter {
  overlay(): Overlay {
    return new Overlay(this);
  }
}
export class Overlay {
  constructor(page: EventEmitter) {
    page.on('navigated', () => this.show());
  }
  show(): void {
    console.log('shown');
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'page.on()'", class: 'Overlay', chain: '' }, line: 10, column: 5, endColumn: 44 },
        ],
      },
    ],
    valid: [
      `
import { EventEmitter } from 'node:events';
class Session extends EventEmitter {
  dispose(): void {
    this.removeAllListeners();
  }
}
export class Target {
  readonly #session: Session;
  constructor(session: Session) {
    this.#session = session;
    session.on('crashed', () => this.didClose());
  }
  didClose(): void {
    this.#session.dispose();
  }
}
`,
      `
import { EventEmitter } from 'node:events';
export class Page extends EventEmitter {
  readonly overlay: Overlay;
  constructor() {
    super();
    this.overlay = new Overlay(this);
  }
}
export class Overlay {
  constructor(page: EventEmitter) {
    page.on('navigated', () => this.show());
  }
  show(): void {
    console.log('shown');
  }
}
`,
    ],
  },
  {
    clause: '1.own-emitter',
    invalid: [
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Ring {
  #front: EventEmitter;
  #back: EventEmitter;
  constructor(bus: EventEmitter) {
    this.#front = bus;
    this.#back = this.#front;
    this.#front = this.#back;
    this.#front.on('turn', () => this.#back.emit('xy'));
  }
  dispose(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'this.#front.on()'", class: 'Ring', chain: '' }, line: 10, column: 5, endColumn: 56 },
        ],
      },
    ],
    valid: [
      `
import { EventEmitter } from 'node:events';
export class Ring {
  #front = new EventEmitter();
  #back = this.#front;
  constructor() {
    this.#front = this.#back;
    this.#back = this.#front;
    this.#front.on('turn', () => this.#back.emit('xy'));
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export interface Auditor {
  debug(text: string): Promise<void>;
}
export class Task {
  constructor(auditor: Auditor) {
    auditor.debug('made');
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'auditor.debug()'", class: 'Task', chain: '' }, line: 7, column: 5, endColumn: 26 },
        ],
      },
    ],
    valid: [
      `
export interface Logger {
  debug(text: string): Promise<void>;
}
export class Task {
  constructor(logger: Logger) {
    logger.debug('made');
  }
}
`,
    ],
  },
  {
    clause: '1.nothing-async',
    invalid: [
      {
        code: `
export class Seen {
  #secrets = new Set<string>();
  constructor(first: string) {
    this.#secrets.add(first);
    void this.flush();
  }
  async flush(): Promise<void> {
    if (this.#secrets.size > 0) {
      await fetch('/seen');
    }
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.flush()'", class: 'Seen', chain: '' }, line: 6, column: 10, endColumn: 22 },
        ],
      },
      {
        code: `
export class Seen {
  #secrets = new Set<string>(['first']);
  constructor() {
    void this.flush();
  }
  async flush(): Promise<void> {
    if (this.#secrets.size > 0) {
      await fetch('/seen');
    }
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.flush()'", class: 'Seen', chain: '' }, line: 5, column: 10, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `
export class Seen {
  #secrets = new Set<string>();
  constructor() {
    void this.flush();
  }
  add(secret: string): void {
    this.#secrets.add(secret);
  }
  async flush(): Promise<void> {
    if (this.#secrets.size > 0) {
      await fetch('/seen');
    }
  }
}
`,
    ],
  },
  {
    clause: '1.one-shot-this',
    invalid: [
      {
        code: `
export class Poll {
  #timer: NodeJS.Timeout;
  constructor(wait: number) {
    this.#timer = setTimeout(() => this.poll(wait), wait);
  }
  poll(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.poll(wait), wait);
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setTimeout()'", class: 'Poll', chain: '' }, line: 5, column: 19, endColumn: 58 },
        ],
      },
    ],
    valid: [
      `
export class Request {
  #timer: NodeJS.Timeout;
  constructor(wait: number) {
    this.#timer = setTimeout(() => this.cancel(), wait);
  }
  cancel(): void {
    clearTimeout(this.#timer);
    console.log('over');
  }
}
`,
    ],
  },
  {
    clause: '1.ownership-sink',
    invalid: [
      {
        code: `
declare class Disposables {
  push(disposable: { dispose(): void }): void;
  dispose(): void;
}
function onDom(target: EventTarget, type: string, listener: () => void) {
  target.addEventListener(type, listener);
  return { dispose: () => target.removeEventListener(type, listener) };
}
export class View {
  readonly #toDispose = new Disposables();
  constructor() {
    onDom(document, 'focusin', () => this.focus());
  }
  focus(): void {
    console.log('focused');
  }
  dispose(): void {
    this.#toDispose.dispose();
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'target.addEventListener()'", class: 'View', chain: ' (onDom() is called at 13)' }, line: 13, column: 5, endColumn: 51 },
        ],
      },
      {
        code: `
export class Tracker {
  readonly #page: Window;
  constructor(page: Window) {
    this.#page = page;
    page.addEventListener('keydown', () => this.reset());
  }
  reset(): void {
    console.log('reset');
  }
  dispose(): void {
    this.#page.removeEventListener('keydown', () => this.reset());
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'page.addEventListener()'", class: 'Tracker', chain: '' }, line: 6, column: 5, endColumn: 57 },
        ],
      },
    ],
    valid: [
      `
declare class Disposables {
  push(disposable: { dispose(): void }): void;
  dispose(): void;
}
function onDom(target: EventTarget, type: string, listener: () => void) {
  target.addEventListener(type, listener);
  return { dispose: () => target.removeEventListener(type, listener) };
}
export class View {
  readonly #toDispose = new Disposables();
  constructor() {
    this.#toDispose.push(onDom(document, 'focusin', () => this.focus()));
  }
  focus(): void {
    console.log('focused');
  }
  dispose(): void {
    this.#toDispose.dispose();
  }
}
`,
      `
export class Tracker {
  readonly #page: Window;
  constructor(page: Window) {
    this.#page = page;
    page.addEventListener('keydown', this.reset);
  }
  reset = (): void => {
    console.log('reset');
  };
  dispose(): void {
    this.#page.removeEventListener('keydown', this.reset);
  }
}
`,
    ],
  },
  {
    clause: '1.foreign-listener',
    invalid: [
      {
        code: `
declare function Component(options: object): ClassDecorator;
@Component({})
export class Panel {
  constructor() {
    document.addEventListener('keydown', () => this.close());
  }
  close(): void {
    console.log('closed');
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'document.addEventListener()'", class: 'Panel', chain: '' }, line: 6, column: 5, endColumn: 61 },
        ],
      },
    ],
    valid: [
      `
declare function Injectable(): ClassDecorator;
@Injectable()
export class Panels {
  constructor() {
    document.addEventListener('keydown', () => this.close());
  }
  close(): void {
    console.log('closed');
  }
}
`,
    ],
  },
  {
    clause: '1.handed-over',
    invalid: [
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Connection {
  readonly #client: EventEmitter;
  constructor(options: { client: EventEmitter }) {
    this.#client = options.client;
    this.#client.on('end', () => this.close());
  }
  #open = true;
  close(): void {
    this.#open = false;
    console.log(this.#client.eventNames());
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'this.#client.on()'", class: 'Connection', chain: '' }, line: 7, column: 5, endColumn: 47 },
        ],
      },
    ],
    valid: [
      `
import { EventEmitter } from 'node:events';
class Client extends EventEmitter {
  end(): void {
    this.emit('end');
  }
}
export class Connection {
  readonly #client: Client;
  constructor(options: { client: Client }) {
    this.#client = options.client;
    this.#client.on('end', () => console.log('ended'));
  }
  close(): void {
    this.#client.end();
  }
}
`,
    ],
  },
  {
    clause: '1.ownership-sink',
    invalid: [
      {
        code: `
import { type ISignal, Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';
export const known = [Signal, Widget];
export class Status extends Widget {
  constructor(context: { changed: ISignal<object, string> }) {
    super();
    context.changed.connect(this.onChange);
  }
  onChange(): void {
    console.log('changed');
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
          { messageId: 'listener', data: { what: "'context.changed.connect()'", class: 'Status', chain: '' }, line: 8, column: 5, endColumn: 43 },
        ],
      },
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
          { messageId: 'listener', data: { what: "'context.changed.connect()'", class: 'Status', chain: '' }, line: 7, column: 5, endColumn: 49 },
        ],
      },
    ],
    valid: [
      { code: `
import { type ISignal, Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';
export const known = [Signal, Widget];
export class Status extends Widget {
  constructor(context: { changed: ISignal<object, string> }) {
    super();
    context.changed.connect(this.onChange, this);
  }
  onChange(): void {
    console.log('changed');
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
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export class Preview {
  constructor() {
    this.load();
  }
  private async load(): Promise<void> {
    await fetch('/preview');
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.load()'", class: 'Preview', chain: '' }, line: 4, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `
export class Preview {
  timer?: NodeJS.Timeout;
  constructor() {
    this.load().catch(() => {});
  }
  private async load(): Promise<void> {
    await fetch('/preview');
    this.timer = setInterval(() => console.log('again'), 1000);
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.load()'", class: 'Preview', chain: '' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `
export class Preview {
  constructor() {
    this.load().catch(() => {});
  }
  private async load(): Promise<void> {
    await fetch('/preview');
  }
}
`,
      `
export class Preview {
  constructor() {
    this.load();
  }
  private async load(): Promise<void> {
    try {
      await fetch('/preview');
    } catch (error) {
      console.log(error);
    }
  }
}
`,
    ],
  },
  {
    clause: '1.one-shot-this',
    invalid: [
      {
        code: `
export class Deadline {
  passed = false;
  constructor(wait: number) {
    setTimeout(() => (this.passed = true), wait);
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setTimeout()'", class: 'Deadline', chain: '' }, line: 5, column: 5, endColumn: 49 },
        ],
      },
      {
        code: `
export class Poll {
  #timer: NodeJS.Timeout | undefined;
  constructor() {
    this.poll();
  }
  poll(): void {
    this.#timer = setTimeout(() => this.poll(), 1000);
  }
  stop(): void {
    clearTimeout(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setTimeout()'", class: 'Poll', chain: ' (this.poll() is called at 5)' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `
export class Deadline {
  passed = false;
  #timer: NodeJS.Timeout;
  constructor(wait: number) {
    this.#timer = setTimeout(() => (this.passed = true), wait);
  }
  disarm(): void {
    clearTimeout(this.#timer);
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export class Preview {
  #shown = false;
  constructor() {
    void this.update();
  }
  show(): void {
    this.#shown = true;
  }
  private async update(): Promise<void> {
    if (this.#shown) return;
    await fetch('/preview');
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.update()'", class: 'Preview', chain: '' }, line: 5, column: 10, endColumn: 23 },
        ],
      },
      {
        code: `
export class Preview {
  #shown = false;
  constructor() {
    void this.update();
  }
  show(): void {
    this.#shown = true;
  }
  private async update(): Promise<void> {
    if (!this.#shown) return;
    await fetch('/preview');
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.update()'", class: 'Preview', chain: '' }, line: 5, column: 10, endColumn: 23 },
        ],
      },
    ],
    valid: [
      `
export class Preview {
  #shown = false;
  constructor() {
    void this.update();
  }
  show(): void {
    this.#shown = true;
  }
  private async update(): Promise<void> {
    if (!this.#shown) return;
    await fetch('/preview');
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export class Page {
  readonly #sessions = new Map<string, { send(): Promise<void> }>();
  constructor(offline: boolean, main: { send(): Promise<void> }) {
    this.#sessions.set('main', main);
    this.goOffline(offline);
  }
  attach(id: string, session: { send(): Promise<void> }): void {
    this.#sessions.set(id, session);
  }
  private async goOffline(offline: boolean): Promise<void> {
    if (!offline) return;
    await Promise.all([...this.#sessions.values()].map((session) => session.send()));
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.goOffline()'", class: 'Page', chain: '' }, line: 6, column: 5, endColumn: 28 },
        ],
      },
      {
        code: `
export class Page {
  readonly #sessions = new Map<string, { send(): Promise<void> }>();
  constructor(offline: boolean) {
    this.goOffline(offline);
  }
  attach(id: string, session: { send(): Promise<void> }): void {
    this.#sessions.set(id, session);
  }
  private async goOffline(offline: boolean): Promise<void> {
    if (!offline) return;
    await Promise.all([...this.#sessions.values()].map((session) => session.send()));
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.goOffline()'", class: 'Page', chain: '' }, line: 5, column: 5, endColumn: 28 },
        ],
      },
    ],
    valid: [
      `
export class Page {
  readonly #sessions = new Map<string, { send(): Promise<void> }>();
  constructor(offline: boolean) {
    this.goOffline(offline);
  }
  attach(id: string, session: { send(): Promise<void> }): void {
    this.#sessions.set(id, session);
  }
  private async goOffline(offline: boolean): Promise<void> {
    if (!offline) return;
    await Promise.all([...this.#sessions.values()].map((session) => session.send()));
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
interface Network {
  send(): Promise<void>;
}
class Requests {
  offline = false;
  readonly #networks: Network[] = [];
  add(network: Network): void {
    this.#networks.push(network);
  }
  async go(offline: boolean): Promise<void> {
    if (offline === this.offline) return;
    this.offline = offline;
    await fetch(String(offline));
  }
}
export class Page {
  readonly #requests = new Requests();
  constructor(offline: boolean) {
    this.update(offline);
  }
  private async update(offline: boolean): Promise<void> {
    await this.#requests.go(offline);
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.update()'", class: 'Page', chain: '' }, line: 20, column: 5, endColumn: 25 },
        ],
      },
      {
        code: `
interface Network {
  send(): Promise<void>;
}
class Requests {
  offline = false;
  readonly #networks: Network[] = [];
  add(network: Network): void {
    this.#networks.push(network);
  }
  async go(offline: boolean): Promise<void> {
    if (offline === this.offline) return;
    this.offline = offline;
    for (const network of this.#networks) await network.send();
  }
}
export class Page {
  readonly #requests = new Requests();
  constructor(offline: boolean) {
    this.update(offline);
  }
  private async update(offline: boolean): Promise<void> {
    await this.#requests.go(offline);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.update()'", class: 'Page', chain: '' }, line: 20, column: 5, endColumn: 25 },
        ],
      },
    ],
    valid: [
      `
interface Network {
  send(): Promise<void>;
}
class Requests {
  offline = false;
  readonly #networks: Network[] = [];
  add(network: Network): void {
    this.#networks.push(network);
  }
  async go(offline: boolean): Promise<void> {
    if (offline === this.offline) return;
    this.offline = offline;
    for (const network of this.#networks) await network.send();
  }
}
export class Page {
  readonly #requests = new Requests();
  constructor(offline: boolean) {
    this.update(offline);
  }
  private async update(offline: boolean): Promise<void> {
    await this.#requests.go(offline);
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
import { Widget } from '@lumino/widgets';
export class Toolbar extends Widget {
  constructor() {
    super();
    this.insert();
  }
  insert(): void {
    if (!this.isDisposed) void fetch('/layout');
  }
}
`, files: { 'widgets.d.ts': `
declare module '@lumino/widgets' {
  export class Widget {
    readonly isVisible: boolean;
    readonly isDisposed: boolean;
  }
}
` },
        errors: [
          { messageId: 'promise', data: { what: "'fetch()'", class: 'Toolbar', chain: ' (this.insert() is called at 6)' }, line: 6, column: 5, endColumn: 18 },
        ],
      },
      {
        code: `
import { Widget } from '@lumino/widgets';
export class Toolbar extends Widget {
  constructor() {
    super();
    this.insert();
  }
  insert(): void {
    if (this.isVisible) void fetch('/layout');
  }
}
`, options: { report: 'likely' }, files: { 'widgets.d.ts': `
declare module '@lumino/widgets' {
  export class Widget {
    readonly isVisible: boolean;
    readonly isDisposed: boolean;
  }
}
` },
        errors: [
          { messageId: 'promise', data: { what: "'fetch()'", class: 'Toolbar', chain: ' (this.insert() is called at 6)' }, line: 6, column: 5, endColumn: 18 },
        ],
      },
    ],
    valid: [
      { code: `
import { Widget } from '@lumino/widgets';
export class Toolbar extends Widget {
  constructor() {
    super();
    this.insert();
  }
  insert(): void {
    if (this.isVisible) void fetch('/layout');
  }
}
`, files: { 'widgets.d.ts': `
declare module '@lumino/widgets' {
  export class Widget {
    readonly isVisible: boolean;
    readonly isDisposed: boolean;
  }
}
` }, },
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
interface Renderer {
  render(text: string): Promise<void>;
}
export class Tooltip {
  #placed = false;
  constructor(renderer: Renderer) {
    renderer.render('text')
      .then(() => this.place())
      .finally(() => console.log('rendered'));
  }
  place(): void {
    this.#placed = !this.#placed;
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'renderer.render()'", class: 'Tooltip', chain: '' }, line: 8, column: 5, endColumn: 28 },
        ],
      },
      {
        code: `
interface Renderer {
  render(text: string): Promise<void>;
}
export class Tooltip {
  #placed = false;
  constructor(renderer: Renderer) {
    renderer.render('text')
      .then(() => this.place())
      .catch((error: unknown) => console.error(error));
  }
  place(): void {
    this.#placed = !this.#placed;
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'renderer.render()'", class: 'Tooltip', chain: '' }, line: 8, column: 5, endColumn: 28 },
        ],
      },
    ],
    valid: [
      `
interface Renderer {
  render(text: string): Promise<void>;
}
export class Tooltip {
  #placed = false;
  constructor(renderer: Renderer) {
    renderer.render('text')
      .then(() => this.place())
      .catch((error: unknown) => console.error(error));
  }
  place(): void {
    this.#placed = !this.#placed;
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
interface Events {
  stream(): Promise<{ open: boolean; close(): void }>;
}
export class Connection {
  #stream: { open: boolean; close(): void } | undefined;
  constructor(events: Events) {
    events.stream()
      .then((stream) => {
        this.#stream = stream;
      })
      .catch((error: unknown) => console.error(error));
  }
  dispose(): void {
    this.#stream?.close();
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'events.stream()'", class: 'Connection', chain: '' }, line: 8, column: 5, endColumn: 20 },
        ],
      },
      {
        code: `
interface Events {
  stream(): Promise<{ open: boolean; close(): void }>;
}
export class Connection {
  #isOpen = false;
  constructor(events: Events) {
    events.stream()
      .then((stream) => {
        this.#isOpen = stream.open;
      })
      .catch((error: unknown) => console.error(error));
  }
  dispose(): void {
    this.#isOpen = false;
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'events.stream()'", class: 'Connection', chain: '' }, line: 8, column: 5, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `
interface Events {
  stream(): Promise<{ open: boolean; close(): void }>;
}
export class Connection {
  #isOpen = false;
  constructor(events: Events) {
    events.stream()
      .then((stream) => {
        this.#isOpen = stream.open;
      })
      .catch((error: unknown) => console.error(error));
  }
  dispose(): void {
    this.#isOpen = false;
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
import { spawn, type ChildProcess } from 'node:child_process';
export class Page {
  #child: ChildProcess | undefined;
  constructor(report: (error?: unknown) => void) {
    this.open().then(
      () => report(),
      (error: unknown) => console.error(error),
    );
  }
  private async open(): Promise<void> {
    await fetch('/page');
    this.#child = spawn('page');
  }
  close(): void {
    this.#child?.kill();
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.open()'", class: 'Page', chain: '' }, line: 6, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `
import { spawn, type ChildProcess } from 'node:child_process';
export class Page {
  #child: ChildProcess | undefined;
  constructor(report: (error?: unknown) => void) {
    this.open().then(
      () => report(),
      (error: unknown) => report(error),
    );
  }
  private async open(): Promise<void> {
    await fetch('/page');
    this.#child = spawn('page');
  }
  close(): void {
    this.#child?.kill();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.open()'", class: 'Page', chain: '' }, line: 6, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `
import { spawn, type ChildProcess } from 'node:child_process';
export class Page {
  #child: ChildProcess | undefined;
  constructor(report: (error?: unknown) => void) {
    this.open().then(
      () => report(),
      (error: unknown) => report(error),
    );
  }
  private async open(): Promise<void> {
    await fetch('/page');
    this.#child = spawn('page');
  }
  close(): void {
    this.#child?.kill();
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Titles {
  readonly #ends: (() => void)[] = [];
  constructor(terminal: EventEmitter) {
    void this.track(terminal);
  }
  private async track(terminal: EventEmitter): Promise<void> {
    const update = () => console.log('changed');
    await fetch('/terminal');
    terminal.on('title', update);
    this.#ends.push(() => terminal.off('title', update));
  }
  dispose(): void {
    for (const end of this.#ends) end();
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.track()'", class: 'Titles', chain: '' }, line: 6, column: 10, endColumn: 30 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Titles {
  readonly #ends: (() => void)[] = [];
  constructor(terminal: EventEmitter) {
    void this.track(terminal);
  }
  private async track(terminal: EventEmitter): Promise<void> {
    const update = () => console.log('changed');
    terminal.on('title', update);
    this.#ends.push(() => terminal.off('title', update));
  }
  dispose(): void {
    for (const end of this.#ends) end();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.track()'", class: 'Titles', chain: '' }, line: 6, column: 10, endColumn: 30 },
        ],
      },
    ],
    valid: [
      `
import type { EventEmitter } from 'node:events';
export class Titles {
  readonly #ends: (() => void)[] = [];
  constructor(terminal: EventEmitter) {
    void this.track(terminal);
  }
  private async track(terminal: EventEmitter): Promise<void> {
    const update = () => console.log('changed');
    terminal.on('title', update);
    this.#ends.push(() => terminal.off('title', update));
  }
  dispose(): void {
    for (const end of this.#ends) end();
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export class Chats {
  #any = false;
  constructor(titled: boolean) {
    void this.refresh(titled);
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
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.refresh()'", class: 'Chats', chain: '' }, line: 5, column: 10, endColumn: 30 },
        ],
      },
      {
        code: `
export class Chats {
  #any = false;
  constructor(titled: boolean) {
    void this.refresh(titled);
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
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.refresh()'", class: 'Chats', chain: '' }, line: 5, column: 10, endColumn: 30 },
        ],
      },
    ],
    valid: [
      `
export class Chats {
  #any = false;
  constructor(titled: boolean) {
    void this.refresh(titled);
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
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export class Lists {
  private plugins = 0;
  constructor() {
    void this.load();
  }
  private async load(): Promise<void> {
    console.log('loading');
    try {
      this.plugins = (await fetch('/plugins')).status;
    } catch {
      setTimeout(() => void this.load(), 60_000);
    }
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.load()'", class: 'Lists', chain: '' }, line: 5, column: 10, endColumn: 21 },
        ],
      },
      {
        code: `
export class Lists {
  private plugins = 0;
  constructor() {
    void this.load();
  }
  private async load(): Promise<void> {
    console.log('loading');
    try {
      this.plugins = (await fetch('/plugins')).status;
    } catch {
      console.log('later');
    }
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.load()'", class: 'Lists', chain: '' }, line: 5, column: 10, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `
export class Lists {
  private plugins = 0;
  constructor() {
    void this.load();
  }
  private async load(): Promise<void> {
    console.log('loading');
    try {
      this.plugins = (await fetch('/plugins')).status;
    } catch {
      console.log('later');
    }
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export class Health {
  constructor() {
    void this.check();
  }
  private async check(): Promise<void> {
    console.log('asking');
    try {
      await fetch('/health');
    } catch {
      process.exit(1);
    }
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.check()'", class: 'Health', chain: '' }, line: 4, column: 10, endColumn: 22 },
        ],
      },
      {
        code: `
export class Health {
  constructor() {
    void this.check();
  }
  private async check(): Promise<void> {
    console.log('asking');
    try {
      await fetch('/health');
    } catch {
      console.log('not running');
    }
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.check()'", class: 'Health', chain: '' }, line: 4, column: 10, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `
export class Health {
  constructor() {
    void this.check();
  }
  private async check(): Promise<void> {
    console.log('asking');
    try {
      await fetch('/health');
    } catch {
      console.log('not running');
    }
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export class Editor {
  constructor() {
    void this.showAll();
  }
  private async showAll(): Promise<void> {
    await this.show();
    await fetch('/shown');
  }
  private async show(): Promise<void> {
    console.log('asking');
    await fetch('/editor').catch(() => undefined);
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.showAll()'", class: 'Editor', chain: '' }, line: 4, column: 10, endColumn: 24 },
        ],
      },
      {
        code: `
export class Editor {
  constructor() {
    void this.showAll();
  }
  private async showAll(): Promise<void> {
    await this.show();
  }
  private async show(): Promise<void> {
    console.log('asking');
    await fetch('/editor').catch(() => undefined);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.showAll()'", class: 'Editor', chain: '' }, line: 4, column: 10, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `
export class Editor {
  constructor() {
    void this.showAll();
  }
  private async showAll(): Promise<void> {
    await this.show();
  }
  private async show(): Promise<void> {
    console.log('asking');
    await fetch('/editor').catch(() => undefined);
  }
}
`,
    ],
  },
  {
    clause: '1.microtask-this',
    invalid: [
      {
        code: `
import { EventEmitter } from 'node:events';
export class Child extends EventEmitter {
  started = false;
  constructor() {
    super();
    process.nextTick(() => this.tellStart());
  }
  private tellStart(): void {
    this.started = true;
    console.log('started');
  }
}
`,
        errors: [
          { messageId: 'microtask', data: { what: "'process.nextTick()'", class: 'Child', chain: '' }, line: 7, column: 5, endColumn: 45 },
        ],
      },
      {
        code: `
import { EventEmitter } from 'node:events';
export class Child extends EventEmitter {
  started = false;
  constructor() {
    super();
    process.nextTick(() => this.tellStart());
  }
  private tellStart(): void {
    this.emit('start');
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'microtask', data: { what: "'process.nextTick()'", class: 'Child', chain: '' }, line: 7, column: 5, endColumn: 45 },
        ],
      },
    ],
    valid: [
      `
import { EventEmitter } from 'node:events';
export class Child extends EventEmitter {
  started = false;
  constructor() {
    super();
    process.nextTick(() => this.tellStart());
  }
  private tellStart(): void {
    this.emit('start');
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export class Config {
  onRaspberryPi = false;
  constructor() {
    void this.look();
  }
  private async look(): Promise<void> {
    try {
      this.onRaspberryPi = (await fetch('/model')).ok;
    } catch {
      this.onRaspberryPi = false;
    }
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.look()'", class: 'Config', chain: '' }, line: 5, column: 10, endColumn: 21 },
        ],
      },
      {
        code: `
export class Config {
  private onRaspberryPi = false;
  constructor() {
    void this.look();
  }
  private async look(): Promise<void> {
    try {
      this.onRaspberryPi = (await fetch('/model')).ok;
    } catch {
      this.onRaspberryPi = false;
    }
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.look()'", class: 'Config', chain: '' }, line: 5, column: 10, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `
export class Config {
  private onRaspberryPi = false;
  constructor() {
    void this.look();
  }
  private async look(): Promise<void> {
    try {
      this.onRaspberryPi = (await fetch('/model')).ok;
    } catch {
      this.onRaspberryPi = false;
    }
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export class Adapter {
  constructor(report: (error: unknown) => void) {
    void this.connect().catch(report);
  }
  async connect(): Promise<void> {
    await fetch('/client');
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.connect()'", class: 'Adapter', chain: '' }, line: 4, column: 10, endColumn: 24 },
        ],
      },
      {
        code: `
export class Adapter {
  constructor(report: (error: unknown) => void) {
    void this.greet().catch(report);
  }
  async greet(): Promise<void> {
    await fetch('/client');
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.greet()'", class: 'Adapter', chain: '' }, line: 4, column: 10, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `
export class Adapter {
  constructor(report: (error: unknown) => void) {
    void this.greet().catch(report);
  }
  async greet(): Promise<void> {
    await fetch('/client');
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export class Page {
  constructor() {
    this.update();
  }
  async update(): Promise<void> {
    await fetch('/offline').catch(() => undefined);
    await fetch('/headers');
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.update()'", class: 'Page', chain: '' }, line: 4, column: 5, endColumn: 18 },
        ],
      },
    ],
    valid: [
      `
export class Page {
  constructor() {
    this.update();
  }
  async update(): Promise<void> {
    await fetch('/offline').catch(() => undefined);
  }
}
`,
    ],
  },
  {
    clause: '1.listener-stays',
    invalid: [
      {
        code: `
import type { EventEmitter } from 'node:events';
class Titles {
  #current = '';
  constructor(shell: EventEmitter) {
    shell.on('changed', (title: string) => (this.#current = title));
  }
  get current(): string {
    return this.#current;
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'shell.on()'", class: 'Titles', chain: '' }, line: 6, column: 5, endColumn: 68 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
class Titles {
  #current = '';
  constructor(shell: EventEmitter) {
    shell.on('changed', (title: string) => (this.#current = title));
  }
  dispose(): void {}
  get current(): string {
    return this.#current;
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'shell.on()'", class: 'Titles', chain: '' }, line: 6, column: 5, endColumn: 68 },
        ],
      },
    ],
    valid: [
      `
import type { EventEmitter } from 'node:events';
class Titles {
  #current = '';
  constructor(shell: EventEmitter) {
    shell.on('changed', (title: string) => (this.#current = title));
  }
  get current(): string {
    return this.#current;
  }
}
`,
    ],
  },
  {
    clause: '1.listener-stays',
    invalid: [
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Recorder {
  #open = true;
  constructor(context: EventEmitter, private readonly debug: { resume(): void }) {
    context.on('close', () => this.pause());
  }
  pause(): void {}
  close(): void {
    this.debug.resume();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'context.on()'", class: 'Recorder', chain: '' }, line: 6, column: 5, endColumn: 44 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Recorder {
  #open = true;
  constructor(context: EventEmitter, private readonly debug: { resume(): void }) {
    context.on('close', () => this.pause());
  }
  pause(): void {}
  close(): void {
    this.#open = false;
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'context.on()'", class: 'Recorder', chain: '' }, line: 6, column: 5, endColumn: 44 },
        ],
      },
    ],
    valid: [
      `
import type { EventEmitter } from 'node:events';
export class Recorder {
  #open = true;
  constructor(context: EventEmitter, private readonly debug: { resume(): void }) {
    context.on('close', () => this.pause());
  }
  pause(): void {}
  close(): void {
    this.debug.resume();
  }
}
`,
    ],
  },
  {
    clause: '1.listener-stays',
    invalid: [
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Peers {
  #left: string[] = [];
  constructor(network: EventEmitter) {
    network.on('peer', () => {});
  }
  disconnect(peer: string): void {
    this.#left = [];
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'network.on()'", class: 'Peers', chain: '' }, line: 6, column: 5, endColumn: 33 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Peers {
  #left: string[] = [];
  constructor(network: EventEmitter) {
    network.on('peer', () => {});
  }
  disconnect(): void {
    this.#left = [];
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'network.on()'", class: 'Peers', chain: '' }, line: 6, column: 5, endColumn: 33 },
        ],
      },
    ],
    valid: [
      `
import type { EventEmitter } from 'node:events';
export class Peers {
  #left: string[] = [];
  constructor(network: EventEmitter) {
    network.on('peer', () => {});
  }
  disconnect(peer: string): void {
    this.#left = [];
  }
}
`,
    ],
  },
  {
    clause: '1.listener-ends-with-target',
    invalid: [
      {
        code: `
import type { Readable } from 'node:stream';
export class Adapter {
  #open = true;
  constructor(input: Readable) {
    input.on('data', () => this.read());
  }
  read(): void {}
  close(): void {
    this.#open = false;
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'input.on()'", class: 'Adapter', chain: '' }, line: 6, column: 5, endColumn: 40 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Adapter {
  #open = true;
  constructor(input: EventEmitter) {
    input.on('data', () => this.read());
  }
  read(): void {}
  close(): void {
    this.#open = false;
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'input.on()'", class: 'Adapter', chain: '' }, line: 6, column: 5, endColumn: 40 },
        ],
      },
    ],
    valid: [
      `
import type { Readable } from 'node:stream';
export class Adapter {
  #open = true;
  constructor(input: Readable) {
    input.on('data', () => this.read());
  }
  read(): void {}
  close(): void {
    this.#open = false;
  }
}
`,
    ],
  },
  {
    clause: '1.listener-ends-with-target',
    invalid: [
      {
        code: `
import { EventEmitter } from 'node:events';
class Widget extends EventEmitter {
  parent: Widget | undefined;
  readonly #children: Widget[] = [];
  addWidget(child: Widget): void {
    this.#children.push(child);
  }
  dispose(): void {
    for (const child of this.#children) child.dispose();
    this.emit('disposed');
  }
}
export class Popup extends Widget {
  constructor(body: Widget) {
    super();
    this.addWidget(body);
    body.on('disposed', () => this.dispose());
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'body.on()'", class: 'Popup', chain: '' }, line: 18, column: 5, endColumn: 46 },
        ],
      },
      {
        code: `
import { EventEmitter } from 'node:events';
class Widget extends EventEmitter {
  parent: Widget | undefined;
  readonly #children: Widget[] = [];
  addWidget(child: Widget): void {
    this.#children.push(child);
  }
  dispose(): void {
    for (const child of this.#children) child.dispose();
    this.emit('disposed');
  }
}
export class Popup extends Widget {
  constructor(body: Widget) {
    super();
    body.addWidget(this);
    body.on('disposed', () => this.dispose());
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'body.on()'", class: 'Popup', chain: '' }, line: 18, column: 5, endColumn: 46 },
        ],
      },
    ],
    valid: [
      `
import { EventEmitter } from 'node:events';
class Widget extends EventEmitter {
  parent: Widget | undefined;
  readonly #children: Widget[] = [];
  addWidget(child: Widget): void {
    this.#children.push(child);
  }
  dispose(): void {
    for (const child of this.#children) child.dispose();
    this.emit('disposed');
  }
}
export class Popup extends Widget {
  constructor(body: Widget) {
    super();
    this.addWidget(body);
    body.on('disposed', () => this.dispose());
  }
}
`,
      `
import { EventEmitter } from 'node:events';
class Widget extends EventEmitter {
  parent: Widget | undefined;
  readonly #children: Widget[] = [];
  addWidget(child: Widget): void {
    this.#children.push(child);
  }
  dispose(): void {
    for (const child of this.#children) child.dispose();
    this.emit('disposed');
  }
}
export class Popup extends Widget {
  constructor(body: Widget) {
    super();
    body.parent = this;
    body.on('disposed', () => this.dispose());
  }
}
`,
    ],
  },
  {
    clause: '1.listener-taken-off',
    invalid: [
      {
        code: `
import type { EventEmitter } from 'node:events';
interface Disposable { dispose(): void }
declare class Collection implements Disposable { push(one: Disposable): void; dispose(): void }
declare const Disposable: { create(run: () => void): Disposable };
class Channel {
  protected readonly toDispose = new Collection();
  protected readonly onError = (error: Error): void => console.error(error);
  constructor(child: EventEmitter) {
    this.attach(child);
  }
  protected attach(child: EventEmitter): void {
    child.on('error', this.onError);
    this.toDispose.push(Disposable.create(() => {
      child.removeListener('error', this.onError);
    }));
  }
  dispose(): void {
    this.toDispose.dispose();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'child.on()'", class: 'Channel', chain: ' (this.attach() is called at 10)' }, line: 10, column: 5, endColumn: 23 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
interface Disposable { dispose(): void }
declare class Collection implements Disposable { push(one: Disposable): void; dispose(): void }
declare const Disposable: { create(run: () => void): Disposable };
class Channel {
  protected readonly toDispose = new Collection();
  protected readonly onError = (error: Error): void => console.error(error);
  constructor(child: EventEmitter) {
    this.attach(child);
  }
  protected attach(child: EventEmitter): void {
    child.on('error', this.onError);
    this.toDispose.push(Disposable.create(() => {
      child.removeListener('exit', this.onError);
    }));
  }
  dispose(): void {
    this.toDispose.dispose();
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'child.on()'", class: 'Channel', chain: ' (this.attach() is called at 10)' }, line: 10, column: 5, endColumn: 23 },
        ],
      },
    ],
    valid: [
      `
import type { EventEmitter } from 'node:events';
interface Disposable { dispose(): void }
declare class Collection implements Disposable { push(one: Disposable): void; dispose(): void }
declare const Disposable: { create(run: () => void): Disposable };
class Channel {
  protected readonly toDispose = new Collection();
  protected readonly onError = (error: Error): void => console.error(error);
  constructor(child: EventEmitter) {
    this.attach(child);
  }
  protected attach(child: EventEmitter): void {
    child.on('error', this.onError);
    this.toDispose.push(Disposable.create(() => {
      child.removeListener('error', this.onError);
    }));
  }
  dispose(): void {
    this.toDispose.dispose();
  }
}
`,
    ],
  },
  {
    clause: '1.listener-taken-off',
    invalid: [
      {
        code: `
const options: AddEventListenerOptions = { passive: true, capture: true };
export class Tracker {
  constructor(readonly win: Window) {
    this.listen(win);
  }
  private listen(win: Window): void {
    win.addEventListener('keydown', this.reset, options);
  }
  private readonly reset = (): void => {};
  dispose(): void {
    this.win.removeEventListener('keydown', this.reset, options);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'win.addEventListener()'", class: 'Tracker', chain: ' (this.listen() is called at 5)' }, line: 5, column: 5, endColumn: 21 },
        ],
      },
      {
        code: `
const options: AddEventListenerOptions = { passive: true, capture: true };
export class Tracker {
  constructor(readonly win: Window) {
    this.listen(win);
  }
  private listen(win: Window): void {
    win.addEventListener('keydown', this.reset, options);
  }
  private readonly reset = (): void => {};
  dispose(): void {
    this.win.removeEventListener('keydown', this.reset);
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'win.addEventListener()'", class: 'Tracker', chain: ' (this.listen() is called at 5)' }, line: 5, column: 5, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `
const options: AddEventListenerOptions = { passive: true, capture: true };
export class Tracker {
  constructor(readonly win: Window) {
    this.listen(win);
  }
  private listen(win: Window): void {
    win.addEventListener('keydown', this.reset, options);
  }
  private readonly reset = (): void => {};
  dispose(): void {
    this.win.removeEventListener('keydown', this.reset, options);
  }
}
`,
      `
const options: AddEventListenerOptions = { passive: true, capture: true };
export class Tracker {
  constructor(readonly win: Window) {
    this.listen(win);
  }
  private listen(win: Window): void {
    win.addEventListener('keydown', this.reset, options);
  }
  private readonly reset = (): void => {};
  dispose(): void {
    this.win.removeEventListener('keydown', this.reset, { capture: true });
  }
}
`,
    ],
  },
  {
    clause: '1.listener-taken-off',
    invalid: [
      {
        code: `
function listen(target: EventTarget, event: string, run: () => void): () => void {
  target.addEventListener(event, run);
  const remove = (): void => target.removeEventListener(event, run);
  return remove;
}
export class Recorder {
  readonly #listeners: (() => void)[];
  constructor(target: EventTarget) {
    this.#listeners = [listen(target, 'click', () => this.click())];
  }
  click(): void {}
  close(): void {
    for (const remove of this.#listeners) remove();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'target.addEventListener()'", class: 'Recorder', chain: ' (listen() is called at 10)' }, line: 10, column: 24, endColumn: 67 },
        ],
      },
      {
        code: `
function listen(target: EventTarget, event: string, run: () => void): () => void {
  target.addEventListener(event, run);
  const remove = (): void => target.removeEventListener(event, run);
  if (event) remove();
  return () => {};
}
export class Recorder {
  readonly #listeners: (() => void)[];
  constructor(target: EventTarget) {
    this.#listeners = [listen(target, 'click', () => this.click())];
  }
  click(): void {}
  close(): void {
    for (const remove of this.#listeners) remove();
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'target.addEventListener()'", class: 'Recorder', chain: ' (listen() is called at 11)' }, line: 11, column: 24, endColumn: 67 },
        ],
      },
    ],
    valid: [
      `
function listen(target: EventTarget, event: string, run: () => void): () => void {
  target.addEventListener(event, run);
  const remove = (): void => target.removeEventListener(event, run);
  return remove;
}
export class Recorder {
  readonly #listeners: (() => void)[];
  constructor(target: EventTarget) {
    this.#listeners = [listen(target, 'click', () => this.click())];
  }
  click(): void {}
  close(): void {
    for (const remove of this.#listeners) remove();
  }
}
`,
    ],
  },
  {
    clause: '1.listener-lasting',
    invalid: [
      {
        code: `
import { EventEmitter } from 'node:events';
const bus = new EventEmitter();
export class Reader {
  constructor() {
    bus.on('change', () => this.read());
  }
  read(): void {}
}
export const create = (): Reader => new Reader();
`,
        errors: [
          { messageId: 'listener', data: { what: "'bus.on()'", class: 'Reader', chain: '' }, line: 6, column: 5, endColumn: 40 },
        ],
      },
      {
        code: `
import { EventEmitter } from 'node:events';
const bus = new EventEmitter();
export class Reader {
  constructor() {
    bus.on('change', () => this.read());
  }
  read(): void {}
}
export const reader = new Reader();
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'bus.on()'", class: 'Reader', chain: '' }, line: 6, column: 5, endColumn: 40 },
        ],
      },
    ],
    valid: [
      `
import { EventEmitter } from 'node:events';
const bus = new EventEmitter();
export class Reader {
  constructor() {
    bus.on('change', () => this.read());
  }
  read(): void {}
}
export const reader = new Reader();
`,
    ],
  },
  {
    clause: '1.listener-lasting',
    invalid: [
      {
        code: `
export function inject(): void {
  class Streamer {
    constructor() {
      window.addEventListener('resize', () => this.refresh());
    }
    refresh(): void {}
  }
  (window as unknown as { streamer: Streamer }).streamer = new Streamer();
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'window.addEventListener()'", class: 'Streamer', chain: '' }, line: 5, column: 7, endColumn: 62 },
        ],
      },
      {
        code: `
export function inject(): void {
  class Streamer {
    constructor() {
      window.addEventListener('resize', () => this.refresh());
    }
    refresh(): void {}
  }
  new Streamer();
  (window as unknown as { streamer: Streamer }).streamer = new Streamer();
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'window.addEventListener()'", class: 'Streamer', chain: '' }, line: 5, column: 7, endColumn: 62 },
        ],
      },
    ],
    valid: [
      `
export function inject(): void {
  class Streamer {
    constructor() {
      window.addEventListener('resize', () => this.refresh());
    }
    refresh(): void {}
  }
  (window as unknown as { streamer: Streamer }).streamer = new Streamer();
}
`,
    ],
  },
  {
    clause: '1.listener-lasting',
    invalid: [
      {
        code: `
export class Runner {
  constructor() {
    process.on('unhandledRejection', () => this.fail());
  }
  fail(): void {}
}
export const create = (): Runner => new Runner();
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'process.on()'", class: 'Runner', chain: '' }, line: 4, column: 5, endColumn: 56 },
        ],
      },
      {
        code: `
export class Runner {
  constructor() {
    process.on('unhandledRejection', () => this.fail());
  }
  fail(): void {}
}
export const create = (names: string[]): Runner[] => names.map(() => new Runner());
`,
        errors: [
          { messageId: 'listener', data: { what: "'process.on()'", class: 'Runner', chain: '' }, line: 4, column: 5, endColumn: 56 },
        ],
      },
    ],
    valid: [
      `
export class Runner {
  constructor() {
    process.on('unhandledRejection', () => this.fail());
  }
  fail(): void {}
}
export const create = (): Runner => new Runner();
`,
    ],
  },
  {
    clause: '1.listener-lasting',
    invalid: [
      {
        code: `
import { EventEmitter } from 'node:events';
export class Revisions extends EventEmitter {
  private static instance: Revisions | undefined;
  static getInstance(): Revisions {
    return new Revisions();
  }
}
export class Cache {
  constructor(revisions: EventEmitter) {
    revisions.on('update', () => this.refresh());
  }
  refresh(): void {}
}
export function createCache(revisions: Revisions): Cache {
  return new Cache(revisions);
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'revisions.on()'", class: 'Cache', chain: '' }, line: 11, column: 5, endColumn: 49 },
        ],
      },
      {
        code: `
import { EventEmitter } from 'node:events';
export class Revisions extends EventEmitter {
  private static count: number;
  static getInstance(): Revisions {
    return new Revisions();
  }
}
export class Cache {
  constructor(revisions: EventEmitter) {
    revisions.on('update', () => this.refresh());
  }
  refresh(): void {}
}
export function createCache(revisions: Revisions): Cache {
  return new Cache(revisions);
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'revisions.on()'", class: 'Cache', chain: '' }, line: 11, column: 5, endColumn: 49 },
        ],
      },
    ],
    valid: [
      `
import { EventEmitter } from 'node:events';
export class Revisions extends EventEmitter {
  private static count: number;
  static getInstance(): Revisions {
    return new Revisions();
  }
}
export class Cache {
  constructor(revisions: EventEmitter) {
    revisions.on('update', () => this.refresh());
  }
  refresh(): void {}
}
export function createCache(revisions: Revisions): Cache {
  return new Cache(revisions);
}
`,
    ],
  },
  {
    clause: '1.listener-doubles',
    invalid: [
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Row {
  constructor(bus: EventEmitter) {
    bus.on('theme', () => this.paint());
  }
  paint(): void {}
}
export function rows(names: string[], bus: EventEmitter): void {
  for (const name of names) console.log(name, new Row(bus));
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'bus.on()'", class: 'Row', chain: '' }, line: 5, column: 5, endColumn: 40 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Row {
  constructor(bus: EventEmitter) {
    bus.on('theme', () => this.paint());
  }
  paint(): void {}
}
export function both(bus: EventEmitter): void {
  const left = new Row(bus);
  const right = new Row(bus);
  console.log(left, right);
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'bus.on()'", class: 'Row', chain: '' }, line: 5, column: 5, endColumn: 40 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Row {
  constructor(bus: EventEmitter) {
    bus.on('theme', () => this.paint());
  }
  paint(): void {}
}
export class Table {
  constructor(private readonly bus: EventEmitter) {}
  add(): Row {
    return new Row(this.bus);
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'bus.on()'", class: 'Row', chain: '' }, line: 5, column: 5, endColumn: 40 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Row {
  constructor(bus: EventEmitter) {
    bus.on('theme', () => this.paint());
  }
  paint(): void {}
}
export function row(bus: EventEmitter): Row {
  return new Row(bus);
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'bus.on()'", class: 'Row', chain: '' }, line: 5, column: 5, endColumn: 40 },
        ],
      },
    ],
    valid: [
      `
import type { EventEmitter } from 'node:events';
export class Row {
  constructor(bus: EventEmitter) {
    bus.on('theme', () => this.paint());
  }
  paint(): void {}
}
export function row(bus: EventEmitter): Row {
  return new Row(bus);
}
`,
      `
import type { EventEmitter } from 'node:events';
export class Row {
  constructor(bus: EventEmitter) {
    bus.on('theme', () => this.paint());
  }
  paint(): void {}
}
export function rows(buses: EventEmitter[]): void {
  for (const bus of buses) console.log(new Row(bus));
}
`,
      `
import type { EventEmitter } from 'node:events';
export class Row {
  constructor(bus: EventEmitter) {
    bus.on('theme', () => this.paint());
  }
  paint(): void {}
}
export function one(bus: EventEmitter, wide: boolean): Row {
  if (wide) {
    return new Row(bus);
  }
  return new Row(bus);
}
`,
      `
import type { EventEmitter } from 'node:events';
export class Row {
  constructor(bus: EventEmitter) {
    bus.on('theme', () => this.paint());
  }
  paint(): void {}
}
export class Table {
  #row: Row | undefined;
  constructor(private readonly bus: EventEmitter) {}
  show(): void {
    this.#row = new Row(this.bus);
  }
}
`,
    ],
  },
  {
    clause: '1.listener-doubles',
    invalid: [
      {
        code: `
export class Overlay {
  constructor(page: EventTarget) {
    page.addEventListener('resize', () => this.place());
  }
  place(): void {}
}
export function attach(page: EventTarget, other: EventTarget): void {
  other.addEventListener('ready', () => void new Overlay(page));
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'page.addEventListener()'", class: 'Overlay', chain: '' }, line: 4, column: 5, endColumn: 56 },
        ],
      },
      {
        code: `
export class Overlay {
  constructor(page: EventTarget) {
    page.addEventListener('resize', () => this.place());
  }
  place(): void {}
}
export function attach(page: EventTarget, other: EventTarget): void {
  page.addEventListener('ready', () => void new Overlay(page));
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'page.addEventListener()'", class: 'Overlay', chain: '' }, line: 4, column: 5, endColumn: 56 },
        ],
      },
    ],
    valid: [
      `
export class Overlay {
  constructor(page: EventTarget) {
    page.addEventListener('resize', () => this.place());
  }
  place(): void {}
}
export function attach(page: EventTarget, other: EventTarget): void {
  page.addEventListener('ready', () => void new Overlay(page));
}
`,
    ],
  },
  {
    clause: '1.observer',
    invalid: [
      {
        code: `
export class View {
  private readonly observer = new ResizeObserver(() => {});
  constructor() {
    this.observer.observe(document.body);
  }
  dispose(): void {
    
  }
}
`,
        errors: [
          { messageId: 'start', data: { what: "'this.observer.observe()'", class: 'View', chain: '' }, line: 5, column: 5, endColumn: 41 },
        ],
      },
      {
        code: `
export class View {
  private readonly observer = new ResizeObserver(() => {});
  constructor() {
    this.observer.observe(document.body);
  }
  dispose(): void {
    this.observer.disconnect();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'start', data: { what: "'this.observer.observe()'", class: 'View', chain: '' }, line: 5, column: 5, endColumn: 41 },
        ],
      },
    ],
    valid: [
      `
export class View {
  private readonly observer = new ResizeObserver(() => {});
  constructor() {
    this.observer.observe(document.body);
  }
  dispose(): void {
    this.observer.disconnect();
  }
}
`,
    ],
  },
  {
    clause: '1.deadline',
    invalid: [
      {
        code: `
export class Request {
  timer: NodeJS.Timeout;
  constructor(private readonly wait: number) {
    this.timer = setTimeout(() => this.cancel(), this.wait);
  }
  cancel(): void {
    console.log('late');
  }
  received(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.cancel(), 300);
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'setTimeout()'", class: 'Request', chain: '' }, line: 5, column: 18, endColumn: 60 },
        ],
      },
      {
        code: `
export class Request {
  timer: NodeJS.Timeout;
  constructor(private readonly wait: number) {
    this.timer = setTimeout(() => this.cancel(), this.wait);
  }
  cancel(): void {
    clearTimeout(this.timer);
  }
  received(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.cancel(), 300);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'timer', data: { what: "'setTimeout()'", class: 'Request', chain: '' }, line: 5, column: 18, endColumn: 60 },
        ],
      },
    ],
    valid: [
      `
export class Request {
  timer: NodeJS.Timeout;
  constructor(private readonly wait: number) {
    this.timer = setTimeout(() => this.cancel(), this.wait);
  }
  cancel(): void {
    clearTimeout(this.timer);
  }
  received(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.cancel(), 300);
  }
}
`,
    ],
  },
  {
    clause: '1.deadline',
    invalid: [
      {
        code: `
export class Model {
  private delayed: number | null = null;
  private stopped = false;
  constructor(private readonly data: string[]) {
    this.parse();
  }
  private parse(): void {
    const next = (): void => {
      const done = this.data.pop() === undefined;
      if (this.stopped) {
        this.delayed = null;
      } else {
        this.delayed = window.setTimeout(next, 30);
      }
      console.log(done, this.stopped);
    };
    this.delayed = window.setTimeout(next, 30);
  }
  dispose(): void {
    this.stopped = true;
    if (this.delayed !== null) window.clearTimeout(this.delayed);
  }
}
`,
        errors: [
          { messageId: 'timer', data: { what: "'window.setTimeout()'", class: 'Model', chain: ' (this.parse() is called at 6)' }, line: 6, column: 5, endColumn: 17 },
        ],
      },
      {
        code: `
export class Model {
  private delayed: number | null = null;
  private stopped = false;
  constructor(private readonly data: string[]) {
    this.parse();
  }
  private parse(): void {
    const next = (): void => {
      const done = this.data.pop() === undefined;
      if (done) {
        this.delayed = null;
      } else {
        this.delayed = window.setTimeout(next, 30);
      }
      console.log(done, this.stopped);
    };
    this.delayed = window.setTimeout(next, 30);
  }
  dispose(): void {
    this.stopped = true;
    if (this.delayed !== null) window.clearTimeout(this.delayed);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'timer', data: { what: "'window.setTimeout()'", class: 'Model', chain: ' (this.parse() is called at 6)' }, line: 6, column: 5, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `
export class Model {
  private delayed: number | null = null;
  private stopped = false;
  constructor(private readonly data: string[]) {
    this.parse();
  }
  private parse(): void {
    const next = (): void => {
      const done = this.data.pop() === undefined;
      if (done) {
        this.delayed = null;
      } else {
        this.delayed = window.setTimeout(next, 30);
      }
      console.log(done, this.stopped);
    };
    this.delayed = window.setTimeout(next, 30);
  }
  dispose(): void {
    this.stopped = true;
    if (this.delayed !== null) window.clearTimeout(this.delayed);
  }
}
`,
    ],
  },
  {
    clause: '1.own-connection',
    invalid: [
      {
        code: `
export class Transport {
  private readonly ws: WebSocket;
  constructor(url: string) {
    this.ws = new WebSocket(url);
    this.ws.onopen = () => console.log('open');
    
  }
  close(): void {
    console.log('closed');
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new WebSocket()'", class: 'Transport', chain: '' }, line: 5, column: 15, endColumn: 33 },
        ],
      },
      {
        code: `
export class Transport {
  private readonly ws: WebSocket;
  constructor(url: string, head: string) {
    this.ws = new WebSocket(url);
    this.ws.onopen = () => console.log('open');
    console.log(JSON.parse(head));
  }
  close(): void {
    this.ws.close();
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new WebSocket()'", class: 'Transport', chain: '' }, line: 5, column: 15, endColumn: 33 },
        ],
      },
      {
        code: `
export class Transport {
  private readonly ws: WebSocket;
  constructor(url: string) {
    this.ws = new WebSocket(url);
    this.ws.onopen = () => console.log('open');
    setInterval(() => this.ws.send('ping'), 30_000);
  }
  close(): void {
    this.ws.close();
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new WebSocket()'", class: 'Transport', chain: '' }, line: 5, column: 15, endColumn: 33 },
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Transport', chain: '' }, line: 7, column: 5, endColumn: 52 },
        ],
      },
      {
        code: `
export class Transport {
  private readonly ws: WebSocket;
  constructor(url: string) {
    this.ws = new WebSocket(url);
    this.ws.onopen = () => console.log('open');
    
  }
  close(): void {
    this.ws.close();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'eager', data: { what: "'new WebSocket()'", class: 'Transport', chain: '' }, line: 5, column: 15, endColumn: 33 },
        ],
      },
    ],
    valid: [
      `
export class Transport {
  private readonly ws: WebSocket;
  constructor(url: string) {
    this.ws = new WebSocket(url);
    this.ws.onopen = () => console.log('open');
    
  }
  close(): void {
    this.ws.close();
  }
}
`,
    ],
  },
  {
    clause: '1.held-first',
    invalid: [
      {
        code: `
import { spawn, type ChildProcess } from 'node:child_process';
interface Manager {
  register(one: Process): number;
  next(): number;
}
class Process {
  readonly id: number;
  constructor(manager: Manager) {
    this.id = manager.next();
  }
}
export class RawProcess extends Process {
  readonly child: ChildProcess;
  constructor(manager: Manager) {
    super(manager);
    this.child = spawn('make');
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'spawn()'", class: 'RawProcess', chain: '' }, line: 17, column: 18, endColumn: 31 },
        ],
      },
      {
        code: `
import { spawn, type ChildProcess } from 'node:child_process';
interface Manager {
  register(one: Process): number;
  next(): number;
}
class Process {
  readonly id: number;
  constructor(manager: Manager) {
    this.id = manager.register(this);
  }
}
export class RawProcess extends Process {
  readonly child: ChildProcess;
  constructor(manager: Manager) {
    super(manager);
    this.child = spawn('make');
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'eager', data: { what: "'spawn()'", class: 'RawProcess', chain: '' }, line: 17, column: 18, endColumn: 31 },
        ],
      },
    ],
    valid: [
      `
import { spawn, type ChildProcess } from 'node:child_process';
interface Manager {
  register(one: Process): number;
  next(): number;
}
class Process {
  readonly id: number;
  constructor(manager: Manager) {
    this.id = manager.register(this);
  }
}
export class RawProcess extends Process {
  readonly child: ChildProcess;
  constructor(manager: Manager) {
    super(manager);
    this.child = spawn('make');
  }
}
`,
    ],
  },
  {
    clause: '1.listener-taken-off',
    invalid: [
      {
        code: `
export class Stream {
  #unsubscribe: (() => void) | undefined;
  constructor() {
    const onChange = (): void => console.log(document.hidden);
    document.addEventListener('visibilitychange', onChange);
    this.#unsubscribe = () => {
      document.removeEventListener('visibilitychange', onChange);
      this.#unsubscribe = undefined;
    };
  }
  unsubscribeAll(): void {
    this.#unsubscribe?.();
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'document.addEventListener()'", class: 'Stream', chain: '' }, line: 6, column: 5, endColumn: 60 },
        ],
      },
      {
        code: `
export class Stream {
  #unsubscribe: (() => void) | undefined;
  constructor() {
    const onChange = (): void => console.log(document.hidden);
    document.addEventListener('visibilitychange', onChange);
    this.#unsubscribe = () => {
      document.removeEventListener('visibilitychange', onChange);
      this.#unsubscribe = undefined;
    };
  }
  close(): void {
    this.#unsubscribe?.();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'document.addEventListener()'", class: 'Stream', chain: '' }, line: 6, column: 5, endColumn: 60 },
        ],
      },
    ],
    valid: [
      `
export class Stream {
  #unsubscribe: (() => void) | undefined;
  constructor() {
    const onChange = (): void => console.log(document.hidden);
    document.addEventListener('visibilitychange', onChange);
    this.#unsubscribe = () => {
      document.removeEventListener('visibilitychange', onChange);
      this.#unsubscribe = undefined;
    };
  }
  close(): void {
    this.#unsubscribe?.();
  }
}
`,
    ],
  },
  {
    clause: '1.listener-taken-off',
    invalid: [
      {
        code: `
const hooks = new Set<() => void>();
function exitHook(run: () => void): () => void {
  hooks.add(run);
  process.on('exit', () => run());
  return () => hooks.delete(run);
}
export class Server {
  readonly #removeHook: () => void;
  constructor() {
    this.#removeHook = exitHook(() => this.dispose());
  }
  dispose(): void {
    
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'process.on()'", class: 'Server', chain: ' (exitHook() is called at 11)' }, line: 11, column: 24, endColumn: 54 },
        ],
      },
      {
        code: `
const hooks = new Set<() => void>();
function exitHook(run: () => void): () => void {
  hooks.add(run);
  process.on('exit', () => run());
  return () => hooks.delete(run);
}
export class Server {
  readonly #removeHook: () => void;
  constructor() {
    this.#removeHook = exitHook(() => this.dispose());
  }
  dispose(): void {
    this.#removeHook();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'process.on()'", class: 'Server', chain: ' (exitHook() is called at 11)' }, line: 11, column: 24, endColumn: 54 },
        ],
      },
    ],
    valid: [
      `
const hooks = new Set<() => void>();
function exitHook(run: () => void): () => void {
  hooks.add(run);
  process.on('exit', () => run());
  return () => hooks.delete(run);
}
export class Server {
  readonly #removeHook: () => void;
  constructor() {
    this.#removeHook = exitHook(() => this.dispose());
  }
  dispose(): void {
    this.#removeHook();
  }
}
`,
    ],
  },
  {
    clause: '1.own-emitter',
    invalid: [
      {
        code: `
import { createWriteStream, type WriteStream } from 'node:fs';
const shared = createWriteStream('/tmp/shared.log');
export class Log {
  readonly #stream: WriteStream | undefined;
  constructor(file: string | undefined) {
    this.#stream = file ? createWriteStream(file, { flags: 'a' }) : shared;
    this.#stream?.on('error', () => {});
  }
}
export const logs = (files: string[]): Log[] => files.map((file) => new Log(file));
`,
        errors: [
          { messageId: 'listener', data: { what: "'this.#stream?.on()'", class: 'Log', chain: '' }, line: 8, column: 5, endColumn: 40 },
        ],
      },
    ],
    valid: [
      `
import { createWriteStream, type WriteStream } from 'node:fs';
const shared = createWriteStream('/tmp/shared.log');
export class Log {
  readonly #stream: WriteStream | undefined;
  constructor(file: string | undefined) {
    this.#stream = file ? createWriteStream(file, { flags: 'a' }) : undefined;
    this.#stream?.on('error', () => {});
  }
}
export const logs = (files: string[]): Log[] => files.map((file) => new Log(file));
`,
    ],
  },
  {
    clause: '1.listener-ends-with-target',
    invalid: [
      {
        code: `
export class Writer {
  constructor(options: { signal: EventTarget }) {
    options.signal.addEventListener('abort', () => this.stop());
  }
  stop(): void {}
  dispose(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'options.signal.addEventListener()'", class: 'Writer', chain: '' }, line: 4, column: 5, endColumn: 64 },
        ],
      },
      {
        code: `
export class Writer {
  constructor(options: { signal: AbortSignal }) {
    options.signal.addEventListener('abort', () => this.stop());
  }
  stop(): void {}
  dispose(): void {}
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'listener', data: { what: "'options.signal.addEventListener()'", class: 'Writer', chain: '' }, line: 4, column: 5, endColumn: 64 },
        ],
      },
    ],
    valid: [
      `
export class Writer {
  constructor(options: { signal: AbortSignal }) {
    options.signal.addEventListener('abort', () => this.stop());
  }
  stop(): void {}
  dispose(): void {}
}
`,
    ],
  },
  {
    clause: '1.own-connection',
    invalid: [
      {
        code: `
import { Redis } from 'ioredis';
function createRedisClient(url: string): Redis {
  return new Redis(url);
}
export class Shards {
  readonly #redis: Redis;
  constructor(url: string) {
    this.#redis = createRedisClient(url);
    
  }
  async close(): Promise<void> {
    
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Shards', chain: ' (createRedisClient() is called at 9)' }, line: 9, column: 19, endColumn: 41 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
function createRedisClient(url: string): Redis {
  return new Redis(url);
}
export class Shards {
  readonly #redis: Redis;
  beat: NodeJS.Timeout;
  constructor(url: string) {
    this.#redis = createRedisClient(url);
    this.beat = setInterval(() => {}, 1_000);
  }
  async close(): Promise<void> {
    await this.#redis.quit();
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Shards', chain: ' (createRedisClient() is called at 10)' }, line: 10, column: 19, endColumn: 41 },
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Shards', chain: '' }, line: 11, column: 17, endColumn: 45 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
function createRedisClient(url: string): Redis {
  return new Redis(url);
}
export class Shards {
  readonly #redis: Redis;
  constructor(url: string) {
    this.#redis = createRedisClient(url);
    console.log(JSON.parse(url));
  }
  async close(): Promise<void> {
    await this.#redis.quit();
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Shards', chain: ' (createRedisClient() is called at 9)' }, line: 9, column: 19, endColumn: 41 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
function createRedisClient(url: string): Redis {
  return new Redis(url);
}
export class Shards {
  readonly #redis: Redis;
  constructor(url: string) {
    this.#redis = createRedisClient(url);
    
  }
  async close(): Promise<void> {
    await this.#redis.quit();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Shards', chain: ' (createRedisClient() is called at 9)' }, line: 9, column: 19, endColumn: 41 },
        ],
      },
    ],
    valid: [
      `
import { Redis } from 'ioredis';
function createRedisClient(url: string): Redis {
  return new Redis(url);
}
export class Shards {
  readonly #redis: Redis;
  constructor(url: string) {
    this.#redis = createRedisClient(url);
    
  }
  async close(): Promise<void> {
    await this.#redis.quit();
  }
}
`,
    ],
  },
  {
    clause: '1.one-per-start',
    invalid: [
      {
        code: `
import { Redis } from 'ioredis';
function createRedisClient(url: string): Redis {
  return url.includes(',') ? new Redis({ host: url }) : new Redis(url);
}
export class Shards {
  readonly #redis: Redis;
  constructor(url: string) {
    this.#redis = createRedisClient(url);
    
  }
  async close(): Promise<void> {
    
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Shards', chain: ' (createRedisClient() is called at 9)' }, line: 9, column: 19, endColumn: 41 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
function createRedisClient(url: string): Redis {
  let redis: Redis;
  if (url.includes(',')) {
    redis = new Redis({ host: url });
  } else {
    redis = new Redis(url);
  }
  return redis;
}
export class Shards {
  readonly #redis: Redis;
  constructor(url: string) {
    this.#redis = createRedisClient(url);
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Shards', chain: ' (createRedisClient() is called at 15)' }, line: 15, column: 19, endColumn: 41 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
function createRedisClients(url: string): Redis[] {
  const clients: Redis[] = [];
  if (url.includes(',')) {
    clients.push(new Redis({ host: url }));
  }
  clients.push(new Redis(url));
  return clients;
}
export class Shards {
  readonly #clients: Redis[];
  constructor(url: string) {
    this.#clients = createRedisClients(url);
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Shards', chain: ' (createRedisClients() is called at 14)' }, line: 14, column: 21, endColumn: 44 },
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Shards', chain: ' (createRedisClients() is called at 14)' }, line: 14, column: 21, endColumn: 44 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
function createRedisClients(url: string): Redis[] {
  const clients: Redis[] = [];
  if (url.includes(',')) {
    clients.push(new Redis({ host: url }));
    clients.push(new Redis(url));
  }
  return clients;
}
export class Shards {
  readonly #clients: Redis[];
  constructor(url: string) {
    this.#clients = createRedisClients(url);
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Shards', chain: ' (createRedisClients() is called at 14)' }, line: 14, column: 21, endColumn: 44 },
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Shards', chain: ' (createRedisClients() is called at 14)' }, line: 14, column: 21, endColumn: 44 },
        ],
      },
    ],
  },
  {
    clause: '1.own-connection',
    invalid: [
      {
        code: `
import { Redis } from 'ioredis';
export class Store {
  readonly #redis: Redis;
  #spare: Redis | undefined;
  constructor(private readonly url: string) {
    this.#redis = new Redis(url);
  }
  async wait(): Promise<void> {
    this.#spare = new Redis(this.url);
    console.log(this.#spare);
  }
  async close(): Promise<void> {
    await this.#redis.quit();
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Store', chain: '' }, line: 7, column: 19, endColumn: 33 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
export class Store {
  readonly #redis: Redis;
  #spare: Redis | undefined;
  constructor(private readonly url: string) {
    this.#redis = new Redis(url);
  }
  async wait(): Promise<void> {
    const own = new Redis(this.url);
    console.log(this.#spare);
  }
  async close(): Promise<void> {
    await this.#redis.quit();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Store', chain: '' }, line: 7, column: 19, endColumn: 33 },
        ],
      },
    ],
    valid: [
      `
import { Redis } from 'ioredis';
export class Store {
  readonly #redis: Redis;
  #spare: Redis | undefined;
  constructor(private readonly url: string) {
    this.#redis = new Redis(url);
  }
  async wait(): Promise<void> {
    const own = new Redis(this.url);
    console.log(this.#spare);
  }
  async close(): Promise<void> {
    await this.#redis.quit();
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
import { Redis } from 'ioredis';
export class Jobs {
  constructor(private readonly redis: Redis) {
    this.#setUp();
  }
  async #setUp(): Promise<void> {
    this.redis.subscribe('jobs');
    this.redis.on('message', (channel: string) => console.log(channel));
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.#setUp()'", class: 'Jobs', chain: '' }, line: 5, column: 5, endColumn: 18 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
export class Jobs {
  constructor(private readonly redis: Redis) {
    this.#setUp();
  }
  async #setUp(): Promise<void> {
    this.redis.subscribe('jobs', (error) => console.error(error));
    this.redis.on('message', (channel: string) => console.log(channel));
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'this.#setUp()'", class: 'Jobs', chain: '' }, line: 5, column: 5, endColumn: 18 },
        ],
      },
    ],
    valid: [
      `
import { Redis } from 'ioredis';
export class Jobs {
  constructor(private readonly redis: Redis) {
    this.#setUp();
  }
  async #setUp(): Promise<void> {
    this.redis.subscribe('jobs', (error) => console.error(error));
    this.redis.on('message', (channel: string) => console.log(channel));
  }
}
`,
    ],
  },
  {
    clause: '1.eager-client',
    invalid: [
      {
        code: `
import { Worker } from 'bullmq';
export class Mails {
  readonly workers = [new Worker('mails', async () => {})];
  async shutdown(): Promise<void> {
    for (const worker of this.workers) await worker.close();
  }
}
`, files: { 'node_modules/@opentelemetry/sdk-trace-base/index.d.ts': 'export declare class BatchSpanProcessor { constructor(exporter: object); forceFlush(): Promise<void>; shutdown(): Promise<void>; }', 'node_modules/@opentelemetry/sdk-trace-base/package.json': '{ "name": "@opentelemetry/sdk-trace-base", "version": "2.0.0", "types": "index.d.ts" }', 'node_modules/bullmq/index.d.ts': 'export declare class Worker { constructor(name: string, work: () => Promise<void>); close(): Promise<void>; }', 'node_modules/bullmq/package.json': '{ "name": "bullmq", "version": "5.0.0", "types": "index.d.ts" }' },
        errors: [
          { messageId: 'eager', data: { what: "'new Worker()'", class: 'Mails', chain: '' }, line: 4, column: 23, endColumn: 58 },
        ],
      },
      {
        code: `
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
export class Tracing {
  readonly processors = [new BatchSpanProcessor({})];
  async shutdown(): Promise<void> {
    for (const processor of this.processors) await processor.shutdown();
  }
}
`, options: { report: 'likely' }, files: { 'node_modules/@opentelemetry/sdk-trace-base/index.d.ts': 'export declare class BatchSpanProcessor { constructor(exporter: object); forceFlush(): Promise<void>; shutdown(): Promise<void>; }', 'node_modules/@opentelemetry/sdk-trace-base/package.json': '{ "name": "@opentelemetry/sdk-trace-base", "version": "2.0.0", "types": "index.d.ts" }', 'node_modules/bullmq/index.d.ts': 'export declare class Worker { constructor(name: string, work: () => Promise<void>); close(): Promise<void>; }', 'node_modules/bullmq/package.json': '{ "name": "bullmq", "version": "5.0.0", "types": "index.d.ts" }' },
        errors: [
          { messageId: 'eager', data: { what: "'new BatchSpanProcessor()'", class: 'Tracing', chain: '' }, line: 4, column: 26, endColumn: 52 },
        ],
      },
    ],
    valid: [
      { code: `
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
export class Tracing {
  readonly processors = [new BatchSpanProcessor({})];
  async shutdown(): Promise<void> {
    for (const processor of this.processors) await processor.shutdown();
  }
}
`, files: { 'node_modules/@opentelemetry/sdk-trace-base/index.d.ts': 'export declare class BatchSpanProcessor { constructor(exporter: object); forceFlush(): Promise<void>; shutdown(): Promise<void>; }', 'node_modules/@opentelemetry/sdk-trace-base/package.json': '{ "name": "@opentelemetry/sdk-trace-base", "version": "2.0.0", "types": "index.d.ts" }', 'node_modules/bullmq/index.d.ts': 'export declare class Worker { constructor(name: string, work: () => Promise<void>); close(): Promise<void>; }', 'node_modules/bullmq/package.json': '{ "name": "bullmq", "version": "5.0.0", "types": "index.d.ts" }' } },
    ],
  },
  {
    clause: '1.listener-stays',
    invalid: [
      {
        code: `
interface Stream {
  on(event: string, listener: (part: string) => void): void;
  addListener(event: string, listener: (part: string) => void): void;
  removeListener(event: string, listener: (part: string) => void): void;
  close(): Promise<void>;
}
export class Muxer {
  #parts: string[] = [];
  constructor(private readonly stream: import('node:events').EventEmitter) {
    this.stream.on('message', (part: string) => this.#parts.push(part));
    this.stream.on('close', () => this.close());
  }
  close(): void {
    this.#parts = [];
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'this.stream.on()'", class: 'Muxer', chain: '' }, line: 11, column: 5, endColumn: 72 },
          { messageId: 'listener', data: { what: "'this.stream.on()'", class: 'Muxer', chain: '' }, line: 12, column: 5, endColumn: 48 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
class Connection extends (null as unknown as typeof EventEmitter) {
  close(): void {}
  open(): Channel {
    return new Channel(this);
  }
}
export class Channel {
  #parts: string[] = [];
  constructor(private readonly connection: Connection) {
    this.connection.on('message', (part: string) => this.#parts.push(part));
    this.connection.on('close', () => this.close());
  }
  close(): void {
    this.#parts = [];
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'this.connection.on()'", class: 'Channel', chain: '' }, line: 12, column: 5, endColumn: 76 },
          { messageId: 'listener', data: { what: "'this.connection.on()'", class: 'Channel', chain: '' }, line: 13, column: 5, endColumn: 52 },
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
  constructor(private readonly connection: Connection) {
    this.connection.on('message', (part: string) => this.#parts.push(part));
    this.connection.on('close', () => this.close());
  }
  close(): void {
    this.#parts = [];
  }
}
`,
    ],
  },
  {
    clause: '1.listener-stays',
    invalid: [
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Subscriber {
  #started = false;
  constructor(private readonly pool: EventEmitter) {
    this.pool.on('removed', (key: string) => {
      if (this.#started) console.log('removed', key);
      this.select();
    });
  }
  select(): void {}
  start(): void {
    this.#started = true;
  }
  stop(): void {
    this.#started = false;
  }
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'this.pool.on()'", class: 'Subscriber', chain: '' }, line: 6, column: 5, endLine: 9, endColumn: 7 },
        ],
      },
    ],
    valid: [
      `
import type { EventEmitter } from 'node:events';
export class Subscriber {
  #started = false;
  constructor(private readonly pool: EventEmitter) {
    this.pool.on('removed', () => {
      if (!this.#started) return;
      this.select();
    });
    this.pool.on('added', () => {
      this.reselect().catch(console.error);
    });
  }
  select(): void {}
  async reselect(): Promise<void> {
    if (!this.#started) return;
    await fetch('/nodes');
  }
  start(): void {
    this.#started = true;
  }
  stop(): void {
    this.#started = false;
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export class Source {
  #parts: string[] = [];
  constructor(private readonly url: string) {
    this.poll().catch(console.error);
  }
  private async poll(): Promise<void> {
    while (true) {
      const response = await fetch(this.url);
      this.#parts.push(await response.text());
    }
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.poll()'", class: 'Source', chain: '' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `
export class Source {
  #parts: Uint8Array[] = [];
  constructor(private readonly reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.pump();
  }
  private async pump(): Promise<void> {
    while (true) {
      const { done, value } = await this.reader.read();
      if (done) break;
      this.#parts.push(value);
    }
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.pump()'", class: 'Source', chain: '' }, line: 5, column: 5, endColumn: 16 },
        ],
      },
      {
        code: `
import { setInterval } from 'node:timers/promises';
export class Source {
  #count = 0;
  constructor(private readonly delay: number) {
    this.pump().catch(console.error);
  }
  private async pump(): Promise<void> {
    for await (const one of setInterval(this.delay, 1)) this.#count += one;
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.pump()'", class: 'Source', chain: '' }, line: 6, column: 5, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `
export class Source {
  #parts: Uint8Array[] = [];
  constructor(private readonly reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.pump().catch(console.error);
  }
  private async pump(): Promise<void> {
    while (true) {
      const { done, value } = await this.reader.read();
      if (done) break;
      this.#parts.push(value);
    }
  }
}
`,
      `
export class Source {
  #parts: string[] = [];
  constructor(private readonly parts: AsyncIterable<string>) {
    this.pump();
  }
  private async pump(): Promise<void> {
    try {
      for await (const part of this.parts) this.#parts.push(part);
    } catch (error) {
      console.error(error);
    }
  }
}
`,
    ],
  },
  {
    clause: '1.microtask-this',
    invalid: [
      {
        code: `
export class Source {
  #parts: string[] = [];
  constructor(private readonly parts: AsyncIterable<string>) {
    Promise.resolve().then(async () => {
      for await (const part of this.parts) this.#parts.push(part);
    });
  }
}
`,
        errors: [
          { messageId: 'microtask', data: { what: "'Promise.resolve().then()'", class: 'Source', chain: '' }, line: 5, column: 5, endLine: 7, endColumn: 7 },
        ],
      },
    ],
    valid: [
      `
export class Source {
  #parts: string[] = [];
  constructor(private readonly parts: AsyncIterable<string>) {
    Promise.resolve().then(async () => {
      for await (const part of this.parts) this.#parts.push(part);
    }).catch(console.error);
  }
}
`,
    ],
  },
  {
    clause: '1.microtask-this',
    invalid: [
      {
        code: `
export class Stream {
  #parts: string[] = [];
  constructor() {
    this.listen('message', () => {});
  }
  listen(...args: [event: string, listener: () => void]): void {
    if (args[0] === 'message' && args.length > 1) {
      queueMicrotask(() => {
        this.#parts.forEach((part) => console.log(part));
      });
    }
  }
}
`,
        errors: [
          { messageId: 'microtask', data: { what: "'queueMicrotask()'", class: 'Stream', chain: ' (this.listen() is called at 5)' }, line: 5, column: 5, endColumn: 37 },
        ],
      },
    ],
    valid: [
      `
export class Stream {
  #parts: string[] = [];
  constructor() {
    this.listen('close', () => {});
  }
  listen(...args: [event: string, listener: () => void]): void {
    if (args[0] === 'message' && args.length > 1) {
      queueMicrotask(() => {
        this.#parts.forEach((part) => console.log(part));
      });
    }
  }
}
`,
    ],
  },
  {
    clause: '1.own-connection',
    invalid: [
      {
        code: `
import { Redis } from 'ioredis';
export class Driver {
  private readonly client: Redis;
  private readonly copy: Redis;
  constructor(options: Redis | { host: string }) {
    this.client = options instanceof Redis ? options : new Redis(options);
    this.copy = this.client.duplicate();
  }
  async shutdown(): Promise<void> {
    await this.client.quit();
    await this.copy.quit();
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Driver', chain: '' }, line: 7, column: 56, endColumn: 74 },
          { messageId: 'eager', data: { what: "'this.client.duplicate()'", class: 'Driver', chain: '' }, line: 8, column: 17, endColumn: 40 },
        ],
      },
    ],
    valid: [
      `
import { Redis, Cluster } from 'ioredis';
export class Driver {
  private readonly client: Redis | Cluster;
  constructor(options: Redis | readonly string[] | { host: string }) {
    this.client = options instanceof Redis ? options : Array.isArray(options) ? new Cluster(options) : new Redis(options as { host: string });
  }
  async shutdown(): Promise<void> {
    await this.client.quit();
  }
}
`,
    ],
  },
  {
    clause: '1.for-process',
    invalid: [
      {
        code: `
import { Redis } from 'ioredis';
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = new Cache();
`, options: { report: 'likely' },
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 4, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = new Cache();
export function another(): Cache {
  return new Cache();
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 4, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const caches: Cache[] = [];
for (const id of ['a', 'b']) {
  caches.push(new Cache());
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 4, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
function limiter(): Cache {
  return new Cache();
}
export const first = limiter();
export function another(): Cache {
  return limiter();
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 4, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
function limiter(): Cache {
  return new Cache();
}
export const first = limiter();
export const make = limiter;
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 4, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
class Presence {
  readonly cache: Cache;
  constructor() {
    this.cache = new Cache();
  }
}
export function connect(): Presence {
  return new Presence();
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 4, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
class Presence {
  readonly cache = new Cache();
}
export function connect(): Presence {
  return new Presence();
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 4, column: 21, endColumn: 32 },
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
  readonly #redis: Redis;
  readonly limits: object;
  constructor(text: string) {
    this.#redis = new Redis();
    this.limits = JSON.parse(text) as object;
  }
  read(): object {
    return this.#redis;
  }
}
export const cacheOf = (text: string) => singleton('cache', () => new Presence(text));
class Presence {
  readonly cache: Cache;
  constructor(text: string) {
    this.cache = new Cache(text);
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 11, column: 19, endColumn: 30 },
        ],
      },
      {
        code: `
import { Worker } from 'node:worker_threads';
class Pool {
  readonly workers: Worker[] = [];
  constructor(size: number) {
    for (let i = 0; i < size; i++) this.workers.push(new Worker('./work.js'));
  }
}
export function pool(): Pool {
  return new Pool(4);
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Worker()'", class: 'Pool', chain: '' }, line: 6, column: 54, endColumn: 77 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
async function main(): Promise<Cache> {
  return new Cache();
}
export const first = await main();
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Cache', chain: '' }, line: 4, column: 21, endColumn: 32 },
        ],
      },
      {
        code: `
class Beat {
  constructor() {
    setInterval(() => console.log('beat'), 1_000);
  }
}
export const beat = new Beat();
`,
        errors: [
          { messageId: 'timer', data: { what: "'setInterval()'", class: 'Beat', chain: '' }, line: 4, column: 5, endColumn: 50 },
        ],
      },
    ],
    valid: [
      `
import { Redis } from 'ioredis';
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
export const cache = new Cache();
`,
      `
import { Redis } from 'ioredis';
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
function limiter(): Cache {
  return new Cache();
}
export const first = limiter();
export const second = limiter();
`,
      `
import { Redis } from 'ioredis';
const kept: Record<string, unknown> = {};
function singleton<Value>(name: string, make: () => Value): Value {
  return (kept[name] ??= make()) as Value;
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
class Presence {
  readonly cache: Cache;
  constructor() {
    this.cache = new Cache();
  }
}
export const presence = () => singleton('presence', () => new Presence());
`,
      `
import { Redis } from 'ioredis';
const kept: Record<string, unknown> = {};
function singleton<Value>(name: string, make: () => Value): Value {
  return (kept[name] ??= make()) as Value;
}
class Cache {
  readonly #redis = new Redis();
  read(): object {
    return this.#redis;
  }
}
class Presence {
  readonly cache = new Cache();
}
export const presence = singleton('presence', () => new Presence());
`,
      `
import { Worker } from 'node:worker_threads';
class Pool {
  readonly workers: Worker[] = [];
  constructor(size: number) {
    for (let i = 0; i < size; i++) this.workers.push(new Worker('./work.js'));
  }
}
export const pool = new Pool(4);
`,
    ],
  },
  {
    clause: '1.own-connection',
    invalid: [
      {
        code: `
import { Redis } from 'ioredis';
export class Consumer {
  readonly #redis: Redis;
  readonly #probe: Redis;
  constructor(url: string) {
    this.#redis = new Redis(url);
    this.#probe = new Redis(url);
  }
  async stop(): Promise<void> {
    await Promise.all([this.#redis.quit(), this.#probe.quit()]);
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Consumer', chain: '' }, line: 7, column: 19, endColumn: 33 },
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Consumer', chain: '' }, line: 8, column: 19, endColumn: 33 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
class Tracker {
  readonly #redis = new Redis();
  async close(): Promise<void> {
    await this.#redis.quit();
  }
}
export class Queue {
  readonly #redis: Redis;
  readonly #tracker: Tracker;
  constructor(url: string) {
    this.#redis = new Redis(url);
    this.#tracker = new Tracker();
  }
  async close(): Promise<void> {
    await this.#tracker.close();
    await this.#redis.quit();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Tracker', chain: '' }, line: 4, column: 21, endColumn: 32 },
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Queue', chain: '' }, line: 13, column: 19, endColumn: 33 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
class Tracker {
  readonly #redis = new Redis();
  async close(): Promise<void> {
    await this.#redis.quit();
  }
}
export class Queue {
  readonly #redis: Redis;
  readonly #tracker: Tracker;
  constructor(url: string) {
    this.#redis = new Redis(url);
    this.#tracker = new Tracker();
  }
  async close(): Promise<void> {
    await this.#tracker.close();
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Queue', chain: '' }, line: 13, column: 19, endColumn: 33 },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
class Tracker {
  readonly #redis = new Redis();
  async close(): Promise<void> {
    await this.#redis.quit();
  }
}
export class Queue {
  readonly #redis: Redis;
  readonly #tracker: Tracker;
  constructor(url: string) {
    this.#redis = new Redis(url);
    this.#tracker = new Tracker();
    JSON.parse(url);
  }
  async close(): Promise<void> {
    await this.#tracker.close();
    await this.#redis.quit();
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Queue', chain: '' }, line: 13, column: 19, endColumn: 33 },
        ],
      },
      {
        code: `
import { watch, type FSWatcher } from 'node:fs';
import { Redis } from 'ioredis';
export class Consumer {
  readonly #redis: Redis;
  readonly #watcher: FSWatcher;
  constructor(url: string) {
    this.#redis = new Redis(url);
    this.#watcher = watch(url);
  }
  async stop(): Promise<void> {
    this.#watcher.close();
    await this.#redis.quit();
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Redis()'", class: 'Consumer', chain: '' }, line: 8, column: 19, endColumn: 33 },
          { messageId: 'eager', data: { what: "'watch()'", class: 'Consumer', chain: '' }, line: 9, column: 21, endColumn: 31 },
        ],
      },
    ],
    valid: [
      `
import { Redis } from 'ioredis';
class Tracker {
  readonly #redis = new Redis();
  async close(): Promise<void> {
    await this.#redis.quit();
  }
}
export class Queue {
  readonly #redis: Redis;
  readonly #tracker: Tracker;
  constructor(url: string) {
    this.#redis = new Redis(url);
    this.#tracker = new Tracker();
  }
  async close(): Promise<void> {
    await this.#tracker.close();
    await this.#redis.quit();
  }
}
`,
      `
import { Redis } from 'ioredis';
class Tracker {
  readonly #redis: Redis;
  constructor(url: string) {
    this.#redis = new Redis(url);
  }
  async close(): Promise<void> {
    await this.#redis.quit();
  }
}
export class Queue {
  readonly #redis: Redis;
  readonly #tracker: Tracker;
  constructor(url: string) {
    this.#redis = new Redis(url);
    this.#tracker = new Tracker(url);
  }
  async close(): Promise<void> {
    await this.#tracker.close();
    await this.#redis.quit();
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export class Cached {
  #refreshing: Promise<void> | undefined;
  constructor() {
    void this.refresh();
  }
  async refresh(): Promise<void> {
    this.#refreshing ??= this.#read();
    try {
      await this.#refreshing;
    } finally {
      this.#refreshing = undefined;
    }
  }
  async #read(): Promise<void> {
    await fetch('https://example.org');
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.refresh()'", class: 'Cached', chain: '' }, line: 5, column: 10, endColumn: 24 },
        ],
      },
      {
        code: `
export class Cached {
  #refreshing: Promise<void> | undefined;
  constructor() {
    void this.refresh();
  }
  adopt(refreshing: Promise<void>): void {
    this.#refreshing = refreshing;
  }
  async refresh(): Promise<void> {
    this.#refreshing = this.#read();
    try {
      await this.#refreshing;
    } finally {
      this.#refreshing = undefined;
    }
  }
  async #read(): Promise<void> {
    try {
      await fetch('https://example.org');
    } catch (error) {
      console.error(error);
    }
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.refresh()'", class: 'Cached', chain: '' }, line: 5, column: 10, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `
export class Cached {
  #refreshing: Promise<void> | undefined;
  constructor() {
    void this.refresh();
  }
  async refresh(): Promise<void> {
    this.#refreshing = this.#read();
    try {
      await this.#refreshing;
    } finally {
      this.#refreshing = undefined;
    }
  }
  async #read(): Promise<void> {
    try {
      await fetch('https://example.org');
    } catch (error) {
      console.error(error);
    }
  }
}
`,
    ],
  },
  {
    clause: '1.own-connection',
    invalid: [
      {
        code: `
import Sqlite from 'better-sqlite3';
export class Store {
  readonly #db: Sqlite.Database;
  constructor(path: string) {
    this.#db = new Sqlite(path);
    this.#db.exec('CREATE TABLE IF NOT EXISTS kv (key TEXT PRIMARY KEY)');
  }
  close(): void {
    this.#db.close();
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'new Sqlite()'", class: 'Store', chain: '' }, line: 6, column: 16, endColumn: 32 },
        ],
      },
    ],
    valid: [
      `
import Sqlite from 'better-sqlite3';
export class Store {
  readonly #db: Sqlite.Database;
  constructor(path: string) {
    this.#db = new Sqlite(path);
  }
  close(): void {
    this.#db.close();
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
export class Task {
  #result: string | undefined;
  constructor(private readonly work: () => Promise<string>) {
    this.process();
  }
  private async process(): Promise<void> {
    return this.work().then((value) => { this.#result = value; }).finally(() => console.log(this.#result));
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'this.process()'", class: 'Task', chain: '' }, line: 5, column: 5, endColumn: 19 },
        ],
      },
    ],
    valid: [
      `
export class Task {
  #result: string | undefined;
  constructor(private readonly work: () => Promise<string>) {
    this.process();
  }
  private async process(): Promise<void> {
    return this.work().then((value) => { this.#result = value; }).catch(console.error).finally(() => console.log(this.#result));
  }
}
`,
    ],
  },
  {
    clause: '1.own-connection',
    invalid: [
      {
        code: `
import { Redis } from 'ioredis';
export class Broker {
  readonly #reading: Redis;
  constructor(private readonly redis: Redis) {
    this.#reading = redis.duplicate();
  }
  async destroy(): Promise<void> {
    this.#reading.disconnect();
    this.redis.disconnect();
  }
}
`,
        errors: [
          { messageId: 'eager', data: { what: "'redis.duplicate()'", class: 'Broker', chain: '' }, line: 6, column: 21, endColumn: 38 },
        ],
      },
    ],
    valid: [
      `
import { Redis } from 'ioredis';
export class Broker {
  readonly #reading: Redis;
  constructor(private readonly redis: Redis) {
    this.#reading = redis.duplicate();
  }
  async destroy(): Promise<void> {
    this.#reading.disconnect();
  }
}
`,
    ],
  },
  {
    clause: '1.only-logs',
    invalid: [
      {
        code: `
import { EventEmitter } from 'node:events';
declare const logger: { debug(text: string): void };
const adapter = new EventEmitter();
export class Scanner {
  #found = 0;
  constructor() {
    adapter.on('found', (name: string) => {
      logger.debug(\`found \${name}\`);
      this.count();
    });
  }
  count(): void {
    this.#found += 1;
  }
  close(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'adapter.on()'", class: 'Scanner', chain: '' }, line: 8, column: 5, endLine: 11, endColumn: 7 },
        ],
      },
      {
        code: `
import { EventEmitter } from 'node:events';
declare const logger: { debug(text: string): void };
const adapter = new EventEmitter();
export class Scanner {
  current = '';
  constructor() {
    adapter.on('found', (name: string) => {
      this.current = name;
      logger.debug(name);
    });
  }
  close(): void {}
}
`,
        errors: [
          { messageId: 'listener', data: { what: "'adapter.on()'", class: 'Scanner', chain: '' }, line: 8, column: 5, endLine: 11, endColumn: 7 },
        ],
      },
    ],
    valid: [
      `
import { EventEmitter } from 'node:events';
declare const logger: { debug(text: string): void };
const adapter = new EventEmitter();
export class Scanner {
  constructor() {
    adapter.on('found', (name: string) => {
      logger.debug(\`found \${name}\`);
    });
  }
  close(): void {}
}
`,
    ],
  },
  {
    clause: '1.start-verb',
    invalid: [
      {
        code: `
declare class Loading { start(): void; close(): Promise<void>; }
export class Endpoint {
  readonly #loading = new Loading();
  constructor() {
    this.#loading.start();
  }
  close(): Promise<void> {
    return this.#loading.close();
  }
}
`,
        errors: [
          { messageId: 'start', data: { what: "'this.#loading.start()'", class: 'Endpoint', chain: '' }, line: 6, column: 5, endColumn: 26 },
        ],
      },
    ],
    valid: [
      `
declare class Loading implements PromiseLike<void> {
  start(): void;
  close(): Promise<void>;
  then<First, Second>(done?: ((value: void) => First | PromiseLike<First>) | null, failed?: ((error: unknown) => Second | PromiseLike<Second>) | null): Promise<First | Second>;
}
export class Endpoint {
  readonly #loading = new Loading();
  constructor() {
    this.#loading.start();
  }
  close(): Promise<void> {
    return this.#loading.close();
  }
}
`,
    ],
  },
  {
    clause: '1.floating-promise',
    invalid: [
      {
        code: `
declare function ask(text: string): Promise<string[]>;
export class Store {
  constructor() {
    void ask('x');
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'ask()'", class: 'Store', chain: '' }, line: 5, column: 10, endColumn: 18 },
        ],
      },
      {
        code: `
declare class Task<Value> extends Promise<Value> { readonly failed: boolean; }
declare function ask(text: string): Task<string[]>;
export class Store {
  constructor() {
    void ask('x');
  }
}
`,
        errors: [
          { messageId: 'promise', data: { what: "'ask()'", class: 'Store', chain: '' }, line: 6, column: 10, endColumn: 18 },
        ],
      },
      {
        code: `
interface Query extends PromiseLike<string[]> { limit(count: number): Query; }
declare function query(text: string): Query;
export class Store {
  constructor() {
    void query('x');
  }
}
`,
        options: { report: 'likely' },
        errors: [
          { messageId: 'promise', data: { what: "'query()'", class: 'Store', chain: '' }, line: 6, column: 10, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `
interface Query extends PromiseLike<string[]> { limit(count: number): Query; }
declare function query(text: string): Query;
export class Store {
  constructor() {
    void query('x');
  }
}
`,
    ],
  },
  {
    clause: '1.emit-only',
    invalid: [
      {
        code: `
import { EventEmitter } from 'node:events';
export class Pool extends EventEmitter {
  constructor() {
    super();
    process.nextTick(() => this.open());
  }
  private open(): void {
    this.emit('open');
    this.listen();
  }
  private listen(): void {}
}
`,
        errors: [
          { messageId: 'microtask', data: { what: "'process.nextTick()'", class: 'Pool', chain: '' }, line: 6, column: 5, endColumn: 40 },
        ],
      },
    ],
    valid: [
      `
import { EventEmitter } from 'node:events';
declare const logger: { debug(text: string): void };
export class Pool extends EventEmitter {
  constructor() {
    super();
    process.nextTick(() => this.emitAndLog('open'));
  }
  private emitAndLog(event: string): void {
    this.emit(event);
    logger.debug(event);
  }
}
`,
    ],
  },
];
