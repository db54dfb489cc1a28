import type { ClauseCase } from './clause-case.ts';
import type { requireDisposeMethod } from '../../tools/clauses/require-dispose-method.ts';

export const cases: readonly ClauseCase<keyof typeof requireDisposeMethod.clauses>[] = [
  {
    clause: '11.start-stop',
    invalid: [
      {
        code: `
import { Kafka } from 'kafkajs';
export class Relay {
  readonly #producer = new Kafka({ brokers: [] }).producer();

  async start(): Promise<void> {
    await this.#producer.connect();
  }

  async stop(): Promise<void> {
    await this.#producer.disconnect();
  }
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Relay', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 3,
            column: 14,
            endColumn: 19,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `
import { Kafka } from 'kafkajs';
export class Relay implements AsyncDisposable {
  readonly #producer = new Kafka({ brokers: [] }).producer();

  async start(): Promise<void> {
    await this.#producer.connect();
  }

  async stop(): Promise<void> {
    await this.#producer.disconnect();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
`,
              },
            ],
          },
        ],
      },
      {
        code: `
export class Feed<Item> {
  readonly #items: Item[] = [];

  start = async (): Promise<void> => {};

  async close(): Promise<void> {
    this.#items.length = 0;
  }
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Feed', start: 'start', stop: 'close', symbol: 'Symbol.asyncDispose' },
            line: 2,
            column: 14,
            endColumn: 18,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'close', symbol: 'Symbol.asyncDispose' },
                output: `
export class Feed<Item> implements AsyncDisposable {
  readonly #items: Item[] = [];

  start = async (): Promise<void> => {};

  async close(): Promise<void> {
    this.#items.length = 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
`,
              },
            ],
          },
        ],
      },
    ],
    valid: [
      `
import { Kafka } from 'kafkajs';
export class Relay implements AsyncDisposable {
  readonly #producer = new Kafka({ brokers: [] }).producer();

  async start(): Promise<void> {
    await this.#producer.connect();
  }

  async stop(): Promise<void> {
    await this.#producer.disconnect();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
`,
      `
export class Relay {
  async start(): Promise<void> {}
  private async stop(): Promise<void> {}
}
`,
      `
export class Relay {
  async start(): Promise<void> {}
  async #stop(): Promise<void> {}
}
`,
      `
export class Relay {
  static async start(): Promise<void> {}
  static async stop(): Promise<void> {}
}
`,
      `
export const relay = {
  async start(): Promise<void> {},
  async stop(): Promise<void> {},
};
`,
    ],
  },
  {
    clause: '11.owned-teardown',
    invalid: [
      {
        code: `
import { watch } from 'node:fs';
export class FileWatcher {
  readonly #watcher = watch('src');

  close(): void {
    this.#watcher.close();
  }
}
`,
        errors: [
          {
            messageId: 'teardown',
            data: { class: 'FileWatcher', start: '', stop: 'close', symbol: 'Symbol.dispose' },
            line: 3,
            column: 14,
            endColumn: 25,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'close', symbol: 'Symbol.dispose' },
                output: `
import { watch } from 'node:fs';
export class FileWatcher implements Disposable {
  readonly #watcher = watch('src');

  close(): void {
    this.#watcher.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
`,
              },
            ],
          },
        ],
      },
      {
        code: `
import { Redis } from 'ioredis';
export class Sessions {
  readonly #redis: Redis;

  constructor(url: string) {
    this.#redis = new Redis(url);
  }

  async destroy(): Promise<void> {
    await this.#redis.quit();
  }
}
`,
        errors: [
          {
            messageId: 'teardown',
            data: { class: 'Sessions', start: '', stop: 'destroy', symbol: 'Symbol.asyncDispose' },
            line: 3,
            column: 14,
            endColumn: 22,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'destroy', symbol: 'Symbol.asyncDispose' },
                output: `
import { Redis } from 'ioredis';
export class Sessions implements AsyncDisposable {
  readonly #redis: Redis;

  constructor(url: string) {
    this.#redis = new Redis(url);
  }

  async destroy(): Promise<void> {
    await this.#redis.quit();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.destroy();
  }
}
`,
              },
            ],
          },
        ],
      },
    ],
    valid: [
      `
export class Dialog {
  #open = true;

  close(): void {
    this.#open = false;
  }
}
`,
      `
import type { Redis } from 'ioredis';
export class Sessions {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  async destroy(key: string): Promise<void> {
    await this.#redis.set(key, '');
  }
}
`,
      `
import { watch } from 'node:fs';
export class FileWatcher {
  readonly #watcher = watch('src');

  protected close(): void {
    this.#watcher.close();
  }
}
`,
      `
export class DisposableCollection {
  readonly #disposables: { dispose(): void }[] = [];

  push(disposable: { dispose(): void }): void {
    this.#disposables.push(disposable);
  }

  dispose(): void {
    for (const disposable of this.#disposables.splice(0).reverse()) disposable.dispose();
  }
}
`,
    ],
  },
  {
    clause: '11.async-verb',
    invalid: [
      {
        code: `
export class Editor {
  async start(): Promise<void> {}
  stop(): void {}
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Editor', start: 'start', stop: 'stop', symbol: 'Symbol.dispose' },
            line: 2,
            column: 14,
            endColumn: 20,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.dispose' },
                output: `
export class Editor implements Disposable {
  async start(): Promise<void> {}
  stop(): void {}

  [Symbol.dispose](): void {
    this.stop();
  }
}
`,
              },
            ],
          },
        ],
      },
      {
        code: `
export class Editor {
  start(): void {}
  stop(): Promise<void> {
    return Promise.resolve();
  }
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Editor', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 2,
            column: 14,
            endColumn: 20,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `
export class Editor implements AsyncDisposable {
  start(): void {}
  stop(): Promise<void> {
    return Promise.resolve();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
`,
              },
            ],
          },
        ],
      },
      {
        code: `
export class Editor {
  start(): void {}
  stop(): Promise<void> | undefined {
    return undefined;
  }
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Editor', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 2,
            column: 14,
            endColumn: 20,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `
export class Editor implements AsyncDisposable {
  start(): void {}
  stop(): Promise<void> | undefined {
    return undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
`,
              },
            ],
          },
        ],
      },
    ],
    valid: `
export class Editor {
  start(): void {}
  stop(): void {}
}
`,
  },
  {
    clause: '11.touches-resource',
    invalid: [
      {
        code: `
export class Autorun {
  #timer: NodeJS.Timeout | undefined;

  start(): void {
    this.#timer = setInterval(() => {}, 1_000);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Autorun', start: 'start', stop: 'stop', symbol: 'Symbol.dispose' },
            line: 2,
            column: 14,
            endColumn: 21,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.dispose' },
                output: `
export class Autorun implements Disposable {
  #timer: NodeJS.Timeout | undefined;

  start(): void {
    this.#timer = setInterval(() => {}, 1_000);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  [Symbol.dispose](): void {
    this.stop();
  }
}
`,
              },
            ],
          },
        ],
      },
      {
        code: `
import type { EventEmitter } from 'node:events';
export class Presence {
  readonly #bus: EventEmitter;

  constructor(bus: EventEmitter) {
    this.#bus = bus;
  }

  start(): void {
    this.#attach();
  }

  stop(): void {
    this.#bus.off('join', this.#onJoin);
  }

  #attach(): void {
    this.#bus.on('join', this.#onJoin);
  }

  readonly #onJoin = (): void => {};
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Presence', start: 'start', stop: 'stop', symbol: 'Symbol.dispose' },
            line: 3,
            column: 14,
            endColumn: 22,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.dispose' },
                output: `
import type { EventEmitter } from 'node:events';
export class Presence implements Disposable {
  readonly #bus: EventEmitter;

  constructor(bus: EventEmitter) {
    this.#bus = bus;
  }

  start(): void {
    this.#attach();
  }

  stop(): void {
    this.#bus.off('join', this.#onJoin);
  }

  #attach(): void {
    this.#bus.on('join', this.#onJoin);
  }

  readonly #onJoin = (): void => {};

  [Symbol.dispose](): void {
    this.stop();
  }
}
`,
              },
            ],
          },
        ],
      },
    ],
    valid: [
      `
export class Autorun implements Disposable {
  #timer: NodeJS.Timeout | undefined;

  start(): void {
    this.#timer = setInterval(() => {}, 1_000);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  [Symbol.dispose](): void {
    this.stop();
  }
}
`,
      `
export class Autorun {
  #running = false;

  start(): void {
    this.#running = true;
  }

  stop(): void {
    this.#running = false;
  }
}
`,
    ],
  },
  {
    clause: '11.stopwatch',
    invalid: {
      code: `
export class Ticker {
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;

  start(): void {
    this.#startedAt = performance.now();
    this.#timer = setInterval(() => {}, 100);
  }

  stop(): number {
    clearInterval(this.#timer);
    return performance.now() - this.#startedAt;
  }
}
`,
      errors: [
        {
          messageId: 'service',
          data: { class: 'Ticker', start: 'start', stop: 'stop', symbol: 'Symbol.dispose' },
          line: 2,
          column: 14,
          endColumn: 20,
          suggestions: [
            {
              messageId: 'addMethod',
              data: { stop: 'stop', symbol: 'Symbol.dispose' },
              output: `
export class Ticker implements Disposable {
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;

  start(): void {
    this.#startedAt = performance.now();
    this.#timer = setInterval(() => {}, 100);
  }

  stop(): number {
    clearInterval(this.#timer);
    return performance.now() - this.#startedAt;
  }

  [Symbol.dispose](): void {
    this.stop();
  }
}
`,
            },
          ],
        },
      ],
    },
    valid: [
      `
export class Stopwatch {
  #startedAt = 0;

  start(): void {
    this.#startedAt = performance.now();
  }

  stop(): number {
    return performance.now() - this.#startedAt;
  }
}
`,
      `
export class Parser {
  readonly #parts: string[] = [];

  open(name: string): this {
    this.#parts.push(name);
    return this;
  }

  close(): string {
    return this.#parts.join('');
  }

  end(): void {}
}
`,
      `
export class Fade {
  #frame = 0;

  start(): void {
    this.#frame = 1;
  }

  stop(): void {
    this.#frame = 0;
  }
}
`,
    ],
  },
  {
    clause: '11.abstract',
    invalid: [
      {
        code: `
export interface Transport {
  start(): Promise<void>;
  close(): Promise<void>;
}
export class PipeTransport implements Transport {
  async start(): Promise<void> {}
  async close(): Promise<void> {}
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'PipeTransport', start: 'start', stop: 'close', symbol: 'Symbol.asyncDispose' },
            line: 6,
            column: 14,
            endColumn: 27,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'close', symbol: 'Symbol.asyncDispose' },
                output: `
export interface Transport {
  start(): Promise<void>;
  close(): Promise<void>;
}
export class PipeTransport implements Transport, AsyncDisposable {
  async start(): Promise<void> {}
  async close(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
`,
              },
            ],
          },
        ],
      },
      {
        code: `
export abstract class Source {
  abstract start(): Promise<void>;

  async stop(): Promise<void> {}
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Source', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 2,
            column: 23,
            endColumn: 29,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `
export abstract class Source implements AsyncDisposable {
  abstract start(): Promise<void>;

  async stop(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
`,
              },
            ],
          },
        ],
      },
    ],
    valid: [
      `
export interface Transport {
  start(): Promise<void>;
  close(): Promise<void>;
}
`,
      `
export abstract class Source {
  abstract start(): Promise<void>;
  abstract stop(): Promise<void>;
}
`,
      `
declare class Player {
  start(): Promise<void>;
  stop(): Promise<void>;
}
export const player = new Player();
`,
    ],
  },
  {
    clause: '11.framework-hook',
    invalid: {
      code: `
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
@Injectable()
export class Poller implements OnModuleDestroy {
  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }
}
`,
      errors: [
        {
          messageId: 'service',
          data: { class: 'Poller', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
          line: 4,
          column: 14,
          endColumn: 20,
          suggestions: [
            {
              messageId: 'addMethod',
              data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
              output: `
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
@Injectable()
export class Poller implements OnModuleDestroy, AsyncDisposable {
  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
`,
            },
          ],
        },
      ],
    },
    valid: [
      `
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
@Injectable()
export class Poller implements OnModuleInit, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;

  onModuleInit(): void {
    this.#timer = setInterval(() => {}, 1_000);
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }
}
`,
      `
import { Component, type OnDestroy } from '@angular/core';
@Component({ selector: 'clock' })
export class Clock implements OnDestroy {
  readonly #timer = setInterval(() => {}, 1_000);

  async start(): Promise<void> {}

  ngOnDestroy(): void {
    clearInterval(this.#timer);
  }
}
`,
      `
export class ClockElement extends HTMLElement {
  #timer: NodeJS.Timeout | undefined;

  connectedCallback(): void {
    this.#timer = setInterval(() => {}, 1_000);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }
}
`,
    ],
  },
  {
    clause: '11.inherited',
    invalid: [
      {
        code: `
export class Service {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}
export class Mailer extends Service {
  override async stop(): Promise<void> {
    await super.stop();
  }
}
export class Quiet extends Service {}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Service', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 2,
            column: 14,
            endColumn: 21,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `
export class Service implements AsyncDisposable {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
export class Mailer extends Service {
  override async stop(): Promise<void> {
    await super.stop();
  }
}
export class Quiet extends Service {}
`,
              },
            ],
          },
        ],
      },
      {
        code: `
export abstract class Service {
  abstract start(): Promise<void>;
  abstract stop(): Promise<void>;
}
export class Mailer extends Service {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Mailer', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 6,
            column: 14,
            endColumn: 20,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `
export abstract class Service {
  abstract start(): Promise<void>;
  abstract stop(): Promise<void>;
}
export class Mailer extends Service implements AsyncDisposable {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
`,
              },
            ],
          },
        ],
      },
      {
        code: `
export class Startable {
  async start(): Promise<void> {}
}
export class Mailer extends Startable {
  async stop(): Promise<void> {}
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Mailer', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 5,
            column: 14,
            endColumn: 20,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `
export class Startable {
  async start(): Promise<void> {}
}
export class Mailer extends Startable implements AsyncDisposable {
  async stop(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
`,
              },
            ],
          },
        ],
      },
      {
        code: `
import { Worker } from 'bullmq';
export class Mailer extends Worker {
  override async close(force?: boolean): Promise<void> {
    await super.close(force);
  }
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Mailer', start: 'run', stop: 'close', symbol: 'Symbol.asyncDispose' },
            line: 3,
            column: 14,
            endColumn: 20,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'close', symbol: 'Symbol.asyncDispose' },
                output: `
import { Worker } from 'bullmq';
export class Mailer extends Worker implements AsyncDisposable {
  override async close(force?: boolean): Promise<void> {
    await super.close(force);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
`,
              },
            ],
          },
        ],
      },
    ],
    valid: [
      `
export class Service implements AsyncDisposable {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
export class Mailer extends Service {
  override async stop(): Promise<void> {
    await super.stop();
  }
}
`,
      `
import { Worker } from 'bullmq';
export class Mailer extends Worker {}
`,
    ],
  },
  {
    clause: '11.other-symbol',
    invalid: {
      code: `
export class Session {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async dispose(): Promise<void> {}
}
`,
      errors: [
        {
          messageId: 'service',
          data: { class: 'Session', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
          line: 2,
          column: 14,
          endColumn: 21,
          suggestions: [
            {
              messageId: 'addMethod',
              data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
              output: `
export class Session implements AsyncDisposable {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async dispose(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
`,
            },
          ],
        },
      ],
    },
    valid: [
      `
export class Session implements Disposable {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  [Symbol.dispose](): void {
    void this.stop();
  }
}
`,
      `
export class Session {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async [Symbol.dispose](): Promise<void> {
    await this.stop();
  }
}
`,
    ],
  },
  {
    clause: '11.verb-pair',
    invalid: [
      {
        code: `
export class Lift {
  async open(): Promise<void> {}
  async close(): Promise<void> {}
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Lift', start: 'open', stop: 'close', symbol: 'Symbol.asyncDispose' },
            line: 2,
            column: 14,
            endColumn: 18,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'close', symbol: 'Symbol.asyncDispose' },
                output: `
export class Lift implements AsyncDisposable {
  async open(): Promise<void> {}
  async close(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
`,
              },
            ],
          },
        ],
      },
      {
        code: `
export class Flag {
  async raise(): Promise<void> {}
  async lower(): Promise<void> {}
}
`,
        settings: { verbs: [{ start: 'raise', stop: 'lower' }] },
        errors: [
          {
            messageId: 'service',
            data: { class: 'Flag', start: 'raise', stop: 'lower', symbol: 'Symbol.asyncDispose' },
            line: 2,
            column: 14,
            endColumn: 18,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'lower', symbol: 'Symbol.asyncDispose' },
                output: `
export class Flag implements AsyncDisposable {
  async raise(): Promise<void> {}
  async lower(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.lower();
  }
}
`,
              },
            ],
          },
        ],
      },
    ],
    valid: [
      `
export class Lift {
  async open(): Promise<void> {}
  async stop(): Promise<void> {}
}
`,
      `
export class Flag {
  async raise(): Promise<void> {}
  async lower(): Promise<void> {}
}
`,
      `
interface Peer {
  id: string;
}
export class Registry {
  async connect(peer: Peer): Promise<void> {}
  async disconnect(peer: Peer): Promise<void> {}
}
`,
      `
export class Pages implements AsyncIterable<string> {
  async start(): Promise<void> {}
  async close(): Promise<void> {}
  async *[Symbol.asyncIterator](): AsyncGenerator<string> {}
}
`,
    ],
  },
  {
    clause: '11.nameless',
    invalid: [
      {
        code: `
export default class {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'this class', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 2,
            column: 16,
            endColumn: 21,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `
export default class implements AsyncDisposable {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
`,
              },
            ],
          },
        ],
      },
      {
        code: `
export const Mailer = class {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
};
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'this class', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 2,
            column: 23,
            endColumn: 28,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `
export const Mailer = class implements AsyncDisposable {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
};
`,
              },
            ],
          },
        ],
      },
    ],
    valid: `
export default class {
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
`,
  },
  {
    clause: '11.suggest-async',
    invalid: [
      {
        code: `
class Mailer {
	async start() {
	}

	stop() {
		return Promise.resolve()
	}
	// the end of the class
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Mailer', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 2,
            column: 7,
            endColumn: 13,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `
class Mailer implements AsyncDisposable {
	async start() {
	}

	stop() {
		return Promise.resolve()
	}
	// the end of the class

	async [Symbol.asyncDispose](): Promise<void> {
		await this.stop()
	}
}
`,
              },
            ],
          },
        ],
      },
      {
        code: `class Mailer { async start() {} async stop() {} }`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Mailer', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 1,
            column: 7,
            endColumn: 13,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: 'class Mailer implements AsyncDisposable { async start() {} async stop() {} async [Symbol.asyncDispose](): Promise<void> { await this.stop(); } }',
              },
            ],
          },
        ],
      },
      {
        code: `
class Mailer {
  async start() {}
  async stop() {}
  /* not used yet */ retries = 3
}`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Mailer', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 2,
            column: 7,
            endColumn: 13,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `
class Mailer implements AsyncDisposable {
  async start() {}
  async stop() {}
  /* not used yet */ retries = 3

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}`,
              },
            ],
          },
        ],
      },
      {
        code: `
class Mailer {
  start(): Promise<void>;
  start(port: number): Promise<void>;
  async start(port?: number): Promise<void> {}
  stop(): Promise<void>;
  stop(done: () => void): void;
  stop(done?: () => void): Promise<void> | void {}
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Mailer', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 2,
            column: 7,
            endColumn: 13,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `
class Mailer implements AsyncDisposable {
  start(): Promise<void>;
  start(port: number): Promise<void>;
  async start(port?: number): Promise<void> {}
  stop(): Promise<void>;
  stop(done: () => void): void;
  stop(done?: () => void): Promise<void> | void {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
`,
              },
            ],
          },
        ],
      },
      {
        code: `
export const services = {
  mailer: new (class Mailer {
    async start() {}
    async stop(force = false) {
      console.log(force);
    }
  })(),
};
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Mailer', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 3,
            column: 22,
            endColumn: 28,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `
export const services = {
  mailer: new (class Mailer implements AsyncDisposable {
    async start() {}
    async stop(force = false) {
      console.log(force);
    }

    async [Symbol.asyncDispose](): Promise<void> {
      await this.stop();
    }
  })(),
};
`,
              },
            ],
          },
        ],
      },
      {
        code: `class Mailer {\r
  async start() {}\r
  async stop() {}\r
}\r
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Mailer', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' },
            line: 1,
            column: 7,
            endColumn: 13,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.asyncDispose' },
                output: `class Mailer implements AsyncDisposable {\r
  async start() {}\r
  async stop() {}\r
\r
  async [Symbol.asyncDispose](): Promise<void> {\r
    await this.stop();\r
  }\r
}\r
`,
              },
            ],
          },
        ],
      },
    ],
    valid: `
class Mailer {
  async start() {}
  async stop() {}
  async [Symbol.asyncDispose]() {
    await this.stop();
  }
}
`,
  },
  {
    clause: '11.suggest-sync',
    invalid: [
      {
        code: `
class Beat {
  timer?: NodeJS.Timeout
  start() {
    this.timer = setInterval(() => {}, 1_000)
  }
  stop() {
    clearInterval(this.timer)
  }
  period = 1_000
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Beat', start: 'start', stop: 'stop', symbol: 'Symbol.dispose' },
            line: 2,
            column: 7,
            endColumn: 11,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.dispose' },
                output: `
class Beat implements Disposable {
  timer?: NodeJS.Timeout
  start() {
    this.timer = setInterval(() => {}, 1_000)
  }
  stop() {
    clearInterval(this.timer)
  }
  period = 1_000;

  [Symbol.dispose](): void {
    this.stop()
  }
}
`,
              },
            ],
          },
        ],
      },
      {
        code: `class Beat { timer?: NodeJS.Timeout; start() { this.timer = setInterval(() => {}, 9); } stop() { clearInterval(this.timer); } period = 9 }`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Beat', start: 'start', stop: 'stop', symbol: 'Symbol.dispose' },
            line: 1,
            column: 7,
            endColumn: 11,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'stop', symbol: 'Symbol.dispose' },
                output: 'class Beat implements Disposable { timer?: NodeJS.Timeout; start() { this.timer = setInterval(() => {}, 9); } stop() { clearInterval(this.timer); } period = 9; [Symbol.dispose](): void { this.stop(); } }',
              },
            ],
          },
        ],
      },
      {
        code: `
class Beat {
  timer?: NodeJS.Timeout;
  start() {
    this.timer = setInterval(() => {}, 1_000);
  }
  async stop(force: boolean) {
    this.close();
    return force;
  }
  close() {
    clearInterval(this.timer);
  }
}
`,
        errors: [
          {
            messageId: 'service',
            data: { class: 'Beat', start: 'start', stop: 'close', symbol: 'Symbol.dispose' },
            line: 2,
            column: 7,
            endColumn: 11,
            suggestions: [
              {
                messageId: 'addMethod',
                data: { stop: 'close', symbol: 'Symbol.dispose' },
                output: `
class Beat implements Disposable {
  timer?: NodeJS.Timeout;
  start() {
    this.timer = setInterval(() => {}, 1_000);
  }
  async stop(force: boolean) {
    this.close();
    return force;
  }
  close() {
    clearInterval(this.timer);
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
`,
              },
            ],
          },
        ],
      },
    ],
    valid: `
class Beat {
  timer?: NodeJS.Timeout;
  start() {
    this.timer = setInterval(() => {}, 1_000);
  }
  stop() {
    clearInterval(this.timer);
  }
  [Symbol.dispose]() {
    this.stop();
  }
}
`,
  },
  {
    clause: '11.no-suggestion',
    invalid: [
      {
        code: `
export class Runs {
  async start(): Promise<void> {}
  async stop(reason: string): Promise<void> {
    console.log(reason);
  }
}
`,
        errors: [
          { messageId: 'service', data: { class: 'Runs', start: 'start', stop: 'stop', symbol: 'Symbol.asyncDispose' }, line: 2, column: 14, endColumn: 18 },
        ],
      },
      {
        code: `
export class Runs {
  async start(): Promise<void> {}
  stop(done: () => void): void {
    done();
  }
}
`,
        errors: [
          { messageId: 'service', data: { class: 'Runs', start: 'start', stop: 'stop', symbol: 'Symbol.dispose' }, line: 2, column: 14, endColumn: 18 },
        ],
      },
    ],
    valid: `
export class Runs {
  async start(): Promise<void> {}
  async stop(reason: string): Promise<void> {
    console.log(reason);
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop('disposed');
  }
}
`,
  },
];
