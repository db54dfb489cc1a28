import type { requireTeardown } from '../../tools/clauses/require-teardown.ts';
import type { ClauseCase } from './clause-case.ts';

export const cases: readonly ClauseCase<keyof typeof requireTeardown.clauses>[] = [
  {
    clause: '10.field',
    invalid: {
      code: `
export class Poller {
  private timer: NodeJS.Timeout | undefined;
  poll(): void {
    this.timer = setInterval(() => console.log('poll'), 1000);
  }
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'Poller', owned: "'this.timer'" }, line: 2, column: 14, endColumn: 20 },
      ],
    },
    valid: [
      `
export class Poller {
  private timer: NodeJS.Timeout | undefined;
  poll(): void {
    this.timer = setInterval(() => console.log('poll'), 1000);
  }
  stop(): void {
    clearInterval(this.timer);
  }
}
`,
      `
export class Poller {
  private timer: NodeJS.Timeout | undefined;
  poll(): void {
    this.timer = setTimeout(() => console.log('poll'), 1000);
  }
}
`,
    ],
  },
  {
    clause: '10.discarded',
    invalid: {
      code: `
import { Injectable } from '@nestjs/common';
@Injectable()
export class StatusService {
  constructor() {
    setInterval(() => this.poll(), 1000);
  }
  private poll(): void {}
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'StatusService', owned: "'setInterval()'" }, line: 4, column: 14, endColumn: 27 },
      ],
    },
    valid: `
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
@Injectable()
export class StatusService implements OnModuleDestroy {
  readonly #timer = setInterval(() => this.poll(), 1000);
  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }
  private poll(): void {}
}
`,
  },
  {
    clause: '10.once',
    invalid: {
      code: `
import { watch } from 'node:fs';
import { Redis } from 'ioredis';
export class Mirror {
  private readonly redis = new Redis();
  private readonly watcher = watch('data');
  mirror(): void {
    setInterval(() => this.redis.get('beat'), 1000);
    setInterval(() => this.redis.get('lag'), 9000);
    console.log(this.watcher);
  }
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'Mirror', owned: "'this.redis', 'this.watcher', and 'setInterval()'" }, line: 4, column: 14, endColumn: 20 },
      ],
    },
    valid: `
import { watch } from 'node:fs';
import { Redis } from 'ioredis';
export class Mirror {
  private readonly redis = new Redis();
  private readonly watcher = watch('data');
  dispose(): void {
    this.watcher.close();
    this.redis.disconnect();
  }
}
`,
  },
  {
    clause: '10.start-without-stop',
    invalid: {
      code: `
import { Kafka } from 'kafkajs';
export class Events {
  private readonly producer = new Kafka({ brokers: [] }).producer();
  async start(): Promise<void> {
    await this.producer.connect();
  }
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'Events', owned: "'this.producer'" }, line: 3, column: 14, endColumn: 20 },
      ],
    },
    valid: `
import { Kafka } from 'kafkajs';
export class Events {
  private readonly producer = new Kafka({ brokers: [] }).producer();
  async send(value: string): Promise<void> {
    await this.producer.send({ topic: 'events', messages: [{ value }] });
  }
}
`,
  },
  {
    clause: '10.background-loop',
    invalid: {
      code: `
export class Feed {
  start(): void {
    void this.poll();
  }
  private async poll(): Promise<void> {
    for (;;) await fetch('https://feeds.example');
  }
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'Feed', owned: "'this.poll()'" }, line: 2, column: 14, endColumn: 18 },
      ],
    },
    valid: `
export class Feed {
  connect(): void {
    void this.hello();
  }
  private async hello(): Promise<void> {
    await fetch('https://feeds.example');
  }
}
`,
  },
  {
    clause: '10.listener',
    invalid: {
      code: `
import { EventEmitter } from 'node:events';
export class WantList {
  private readonly wanted = new Set<string>();
  constructor(network: EventEmitter) {
    network.on('wanted', (id: string) => this.wanted.add(id));
  }
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'missing', data: { class: 'WantList', owned: "'network.on('wanted')'" }, line: 3, column: 14, endColumn: 22 },
      ],
    },
    valid: [
      `
import { EventEmitter } from 'node:events';
export class WantList {
  private readonly wanted = new Set<string>();
  constructor(network: EventEmitter) {
    network.on('wanted', (id: string) => this.wanted.add(id));
  }
}
`,
      {
        code: `
import { EventEmitter } from 'node:events';
export class WantList {
  private readonly wanted = new Set<string>();
  private readonly network = new EventEmitter();
  constructor() {
    this.network.on('wanted', (id: string) => this.wanted.add(id));
  }
}
`,
        options: { report: 'likely' },
      },
    ],
  },
  {
    clause: '10.ended-otherwise',
    invalid: {
      code: `
export class GenericHook {
  private warning?: NodeJS.Timeout;
  warn(): void {
    clearInterval(this.warning);
    this.warning = setInterval(() => console.log('expires'), 1000);
  }
  onRemove(): void {
    console.log('removed');
  }
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'GenericHook', owned: "'this.warning'" }, line: 2, column: 14, endColumn: 25 },
      ],
    },
    valid: `
export class GenericHook {
  private warning?: NodeJS.Timeout;
  warn(): void {
    clearInterval(this.warning);
    this.warning = setInterval(() => console.log('expires'), 1000);
  }
  onRemove(): void {
    clearInterval(this.warning);
  }
}
`,
  },
  {
    clause: '10.registered',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Cache {
  private readonly redis = new Redis();
  register(): void {
    process.once('SIGTERM', () => console.log(this.redis.status));
  }
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'Cache', owned: "'this.redis'" }, line: 3, column: 14, endColumn: 19 },
      ],
    },
    valid: `
import { Redis } from 'ioredis';
export class Cache {
  private readonly redis = new Redis();
  register(): void {
    process.once('SIGTERM', () => this.redis.disconnect());
  }
}
`,
  },
  {
    clause: '10.inherited',
    invalid: {
      code: `
class Named {
  name = 'poller';
}
export class Poller extends Named {
  private timer = setInterval(() => console.log(this.name), 1000);
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'Poller', owned: "'this.timer'" }, line: 5, column: 14, endColumn: 20 },
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
  poll(): void {
    this.timer = setInterval(() => console.log('poll'), 1000);
  }
}
`,
      `
import { Injectable } from '@nestjs/common';
@Injectable()
export class Base {
  protected timer = setInterval(() => console.log('poll'), 1000);
}
export class Poller extends Base {
  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
`,
    ],
  },
  {
    clause: '10.abstract',
    invalid: {
      code: `
export class Base {
  protected timer = setInterval(() => console.log('poll'), 1000);
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'Base', owned: "'this.timer'" }, line: 2, column: 14, endColumn: 18 },
      ],
    },
    valid: `
export abstract class Base {
  protected timer = setInterval(() => console.log('poll'), 1000);
}
`,
  },
  {
    clause: '10.injected',
    invalid: {
      code: `
import { Redis } from 'ioredis';
export class Cache {
  private readonly subscriber: Redis;
  constructor(redis: Redis) {
    this.subscriber = redis.duplicate();
  }
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'Cache', owned: "'this.subscriber'" }, line: 3, column: 14, endColumn: 19 },
      ],
    },
    valid: [
      `
import { Redis } from 'ioredis';
export class Cache {
  private readonly redis: Redis;
  constructor(redis: Redis) {
    this.redis = redis;
  }
}
`,
      `
import { Redis } from 'ioredis';
export class Cache {
  private readonly redis: Redis;
  constructor(redis?: Redis) {
    this.redis = redis ?? new Redis();
  }
}
`,
    ],
  },
  {
    clause: '10.owned-class',
    invalid: {
      code: `
class Heartbeat {
  #timer = setInterval(() => console.log('alive'), 1000);
  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
export class Session {
  private readonly heartbeat = new Heartbeat();
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'Session', owned: "'this.heartbeat'" }, line: 8, column: 14, endColumn: 21 },
      ],
    },
    valid: `
class Heartbeat {
  #timer?: NodeJS.Timeout;
  begin(): void {
    this.#timer = setInterval(() => console.log('alive'), 1000);
  }
  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
export class Session {
  private readonly heartbeat = new Heartbeat();
}
`,
  },
  {
    clause: '10.process-lifetime',
    invalid: [
      {
        code: `
export class Reporter {
  private timer = setInterval(() => console.log('report'), 1000);
}
export function reporter(): Reporter {
  return new Reporter();
}
`,
        errors: [
          { messageId: 'missing', data: { class: 'Reporter', owned: "'this.timer'" }, line: 2, column: 14, endColumn: 22 },
        ],
      },
      {
        code: `
class Reporter {
  private timer = setInterval(() => console.log('report'), 1000);
}
export const reporter = new Reporter();
`,
        options: { report: 'likely' },
        errors: [
          { messageId: 'missing', data: { class: 'Reporter', owned: "'this.timer'" }, line: 2, column: 7, endColumn: 15 },
        ],
      },
    ],
    valid: [
      `
class Reporter {
  private timer = setInterval(() => console.log('report'), 1000);
}
export const reporter = new Reporter();
`,
      `
import { Injectable } from '@angular/core';
@Injectable({ providedIn: 'root' })
export class Reporter {
  private timer = setInterval(() => console.log('report'), 1000);
}
`,
    ],
  },
  {
    clause: '10.lazy',
    invalid: {
      code: `
import { Pool } from 'pg';
export class Repository {
  private readonly pool = new Pool();
}
`,
      options: { report: 'likely' },
      errors: [
        { messageId: 'missing', data: { class: 'Repository', owned: "'this.pool'" }, line: 3, column: 14, endColumn: 24 },
      ],
    },
    valid: `
import { Pool } from 'pg';
export class Repository {
  private readonly pool = new Pool();
}
`,
  },
  {
    clause: '10.own-source',
    invalid: {
      code: `
import { interval } from 'rxjs';
export class Slider {
  constructor() {
    interval(1000).subscribe(() => this.apply());
  }
  private apply(): void {}
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'Slider', owned: "'interval()'" }, line: 3, column: 14, endColumn: 20 },
      ],
    },
    valid: `
import { Subject } from 'rxjs';
export class Slider {
  private readonly changed = new Subject<number>();
  constructor() {
    this.changed.subscribe(() => this.apply());
  }
  private apply(): void {}
}
`,
  },
  {
    clause: '10.returned',
    invalid: {
      code: `
export class Effects {
  private timer?: NodeJS.Timeout;
  mount(): void {
    this.timer = setInterval(() => console.log('tick'), 1000);
  }
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'Effects', owned: "'this.timer'" }, line: 2, column: 14, endColumn: 21 },
      ],
    },
    valid: `
export class Effects {
  private timer?: NodeJS.Timeout;
  mount(): () => void {
    this.timer = setInterval(() => console.log('tick'), 1000);
    return () => clearInterval(this.timer);
  }
}
`,
  },
  {
    clause: '10.nameless',
    invalid: {
      code: `
export default class {
  timer = setInterval(() => console.log('tick'), 1000);
}
`,
      errors: [
        { messageId: 'missing', data: { class: 'this class', owned: "'this.timer'" }, line: 2, column: 16, endColumn: 21 },
      ],
    },
    valid: `
export default class {
  timer = setInterval(() => console.log('tick'), 1000);
  [Symbol.dispose](): void {
    clearInterval(this.timer);
  }
}
`,
  },
  {
    clause: '10.nameless',
    invalid: [
      {
        code: `
export const Renderers = class {
  render(element: Element): void {
    new ResizeObserver(() => console.log('resized')).observe(element);
  }
};
`,
        errors: [
          { messageId: 'missing', data: { class: 'this class', owned: "'new ResizeObserver()'" }, line: 2, column: 26, endColumn: 31 },
        ],
      },
      {
        code: `
export const renderers = new class {
  render(element: Element): void {
    new ResizeObserver(() => console.log('resized')).observe(element);
  }
}();
`, options: { report: 'likely' },
        errors: [
          { messageId: 'missing', data: { class: 'this class', owned: "'new ResizeObserver()'" }, line: 2, column: 30, endColumn: 35 },
        ],
      },
    ],
    valid: [
      `
export const renderers = new class {
  render(element: Element): void {
    new ResizeObserver(() => console.log('resized')).observe(element);
  }
}();
`,
    ],
  },
  {
    clause: '10.process-lifetime',
    invalid: [
      {
        code: `
export class Injected {
  constructor(readonly element: Element) {
    new MutationObserver(() => console.log('changed')).observe(this.element, { childList: true });
  }
}
`,
        errors: [
          { messageId: 'missing', data: { class: 'Injected', owned: "'new MutationObserver()'" }, line: 2, column: 14, endColumn: 22 },
        ],
      },
      {
        code: `
export class Injected {
  constructor(readonly document: Document) {
    new MutationObserver(() => console.log('changed')).observe(this.document, { childList: true });
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'missing', data: { class: 'Injected', owned: "'new MutationObserver()'" }, line: 2, column: 14, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `
export class Injected {
  constructor(readonly document: Document) {
    new MutationObserver(() => console.log('changed')).observe(this.document, { childList: true });
  }
}
`,
    ],
  },
  {
    clause: '10.returned',
    invalid: [
      {
        code: `
import { Worker } from 'node:worker_threads';
export class Toolbars {
  #tracker: Worker | undefined;
  create(): void {
    const tracker = (this.#tracker = new Worker('./tracker.js'));
    tracker.postMessage('create');
  }
}
`,
        errors: [
          { messageId: 'missing', data: { class: 'Toolbars', owned: "'this.#tracker'" }, line: 3, column: 14, endColumn: 22 },
        ],
      },
      {
        code: `
import { Worker } from 'node:worker_threads';
export class Toolbars {
  #tracker: Worker | undefined;
  create(): Worker {
    const tracker = (this.#tracker = new Worker('./tracker.js'));
    return tracker;
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'missing', data: { class: 'Toolbars', owned: "'this.#tracker'" }, line: 3, column: 14, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `
import { Worker } from 'node:worker_threads';
export class Toolbars {
  #tracker: Worker | undefined;
  create(): Worker {
    const tracker = (this.#tracker = new Worker('./tracker.js'));
    return tracker;
  }
}
`,
    ],
  },
  {
    clause: '10.ended-otherwise',
    invalid: [
      {
        code: `
import type { EventEmitter } from 'node:events';
class Multiplexer {
  readonly #timer = setInterval(() => {}, 1000);
  constructor(readonly channel: EventEmitter) {
    channel.once('close', () => this.channelClosed());
  }
  channelClosed(): void {
    console.log('closed');
  }
  dispose(): void {
    clearInterval(this.#timer);
  }
}
export class Connections {
  multiplexer: Multiplexer | undefined;
  opened(channel: EventEmitter): void {
    this.multiplexer = new Multiplexer(channel);
  }
}
`,
        errors: [
          { messageId: 'missing', data: { class: 'Connections', owned: "'this.multiplexer'" }, line: 15, column: 14, endColumn: 25 },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
class Multiplexer {
  readonly #timer = setInterval(() => {}, 1000);
  constructor(readonly channel: EventEmitter) {
    channel.once('close', () => this.channelClosed());
  }
  channelClosed(): void {
    this.dispose();
  }
  dispose(): void {
    clearInterval(this.#timer);
  }
}
export class Connections {
  multiplexer: Multiplexer | undefined;
  opened(channel: EventEmitter): void {
    this.multiplexer = new Multiplexer(channel);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'missing', data: { class: 'Connections', owned: "'this.multiplexer'" }, line: 15, column: 14, endColumn: 25 },
        ],
      },
    ],
    valid: [
      `
import type { EventEmitter } from 'node:events';
class Multiplexer {
  readonly #timer = setInterval(() => {}, 1000);
  constructor(readonly channel: EventEmitter) {
    channel.once('close', () => this.channelClosed());
  }
  channelClosed(): void {
    this.dispose();
  }
  dispose(): void {
    clearInterval(this.#timer);
  }
}
export class Connections {
  multiplexer: Multiplexer | undefined;
  opened(channel: EventEmitter): void {
    this.multiplexer = new Multiplexer(channel);
  }
}
`,
    ],
  },
  {
    clause: '10.process-lifetime',
    invalid: [
      {
        code: `
import { Component } from '@angular/core';
@Component({ selector: 'app-root' })
export class AppComponent {
  constructor() {
    setInterval(() => console.log('beat'), 1_000);
  }
}
declare function NgModule(options: object): (target: object) => void;
@NgModule({ declarations: [AppComponent], bootstrap: [AppComponent] })
export class AppModule {}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'missing', data: { class: 'AppComponent', owned: "'setInterval()'" }, line: 4, column: 14, endColumn: 26 },
        ],
      },
      {
        code: `
import { Component } from '@angular/core';
@Component({ selector: 'app-root' })
export class AppComponent {
  constructor() {
    setInterval(() => console.log('beat'), 1_000);
  }
}
declare function NgModule(options: object): (target: object) => void;
@NgModule({ declarations: [AppComponent] })
export class AppModule {}
`,
        errors: [
          { messageId: 'missing', data: { class: 'AppComponent', owned: "'setInterval()'" }, line: 4, column: 14, endColumn: 26 },
        ],
      },
      {
        code: `
import { Component } from '@angular/core';
@Component({ selector: 'app-root' })
export class AppComponent {
  constructor() {
    setInterval(() => console.log('beat'), 1_000);
  }
}
`,
        errors: [
          { messageId: 'missing', data: { class: 'AppComponent', owned: "'setInterval()'" }, line: 4, column: 14, endColumn: 26 },
        ],
      },
    ],
    valid: [
      `
import { Component } from '@angular/core';
@Component({ selector: 'app-root' })
export class AppComponent {
  constructor() {
    setInterval(() => console.log('beat'), 1_000);
  }
}
declare function NgModule(options: object): (target: object) => void;
@NgModule({ declarations: [AppComponent], bootstrap: [AppComponent] })
export class AppModule {}
`,
      `
import { Component } from '@angular/core';
@Component({ selector: 'app-root' })
export class AppComponent {
  constructor() {
    setInterval(() => console.log('beat'), 1_000);
  }
}
declare function bootstrapApplication(root: unknown): Promise<unknown>;
void bootstrapApplication(AppComponent);
`,
    ],
  },
];
