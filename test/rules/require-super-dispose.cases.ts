import type { ClauseCase } from './clause-case.ts';
import type { requireSuperDispose } from '../../tools/clauses/require-super-dispose.ts';

export const cases: readonly ClauseCase<keyof typeof requireSuperDispose.clauses>[] = [
  {
    clause: ['18.override', '18.head'],
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Worker extends Base {
  async stop() {
    await pause();
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'stop', base: 'Base', does: "releases 'this.timer'", call: 'await super.stop()' }, line: 13, column: 9, endColumn: 13 },
        ],
      },
      {
        code: `import { Base } from './base.ts';
export class Worker extends Base {
  override async stop() {}
}
`, files: { 'base.ts': `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
` },
        errors: [
          { messageId: 'dropped', data: { name: 'stop', base: 'Base', does: "releases 'this.timer'", call: 'await super.stop()' }, line: 3, column: 18, endColumn: 22 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
class Middle extends Base {
  poll() {}
}
export class Worker extends Middle {
  async stop() {
    this.poll();
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'stop', base: 'Base', does: "releases 'this.timer'", call: 'await super.stop()' }, line: 16, column: 9, endColumn: 13 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export const make = () => class extends Base {
  async stop() {}
};
`,
        errors: [
          { messageId: 'dropped', data: { name: 'stop', base: 'Base', does: "releases 'this.timer'", call: 'await super.stop()' }, line: 13, column: 9, endColumn: 13 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Worker extends Base {
  async stop() {
    await pause();
    await super.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Worker extends Base {
  poll() {}
}
`,
      `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Worker {
  async stop() {
    await pause();
  }
}
`,
      `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Worker extends Base {
  static async stop() {
    await pause();
  }
}
`,
    ],
  },
  {
    clause: '18.any-teardown',
    invalid: [
      {
        code: `export class Base {
  readonly #timer = setInterval(() => {}, 1000);
  [Symbol.dispose]() {
    clearInterval(this.#timer);
  }
}
export class File extends Base {
  override [Symbol.dispose]() {}
}
`,
        errors: [
          { messageId: 'dropped', data: { name: '[Symbol.dispose]', base: 'Base', does: "releases 'this.#timer'", call: 'super[Symbol.dispose]()' }, line: 8, column: 12, endColumn: 28 },
        ],
      },
      {
        code: `export class Base {
  readonly #timer = setInterval(() => {}, 1000);
  onModuleDestroy() {
    clearInterval(this.#timer);
  }
}
export class Poller extends Base {
  override onModuleDestroy() {
    console.log('bye');
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'onModuleDestroy', base: 'Base', does: "releases 'this.#timer'", call: 'super.onModuleDestroy()' }, line: 8, column: 12, endColumn: 27 },
        ],
      },
      {
        code: `export class Base {
  readonly #timer = setInterval(() => {}, 1000);
  arm() {}
  disarm() {
    clearInterval(this.#timer);
  }
}
export class Alarm extends Base {
  override disarm() {}
}
`, settings: { verbs: [{ start: 'arm', stop: ['disarm'] }] },
        errors: [
          { messageId: 'dropped', data: { name: 'disarm', base: 'Base', does: "releases 'this.#timer'", call: 'super.disarm()' }, line: 9, column: 12, endColumn: 18 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Worker extends Base {
  override stop = async () => {
    await pause();
  };
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'stop', base: 'Base', does: "releases 'this.timer'", call: 'await super.stop()' }, line: 13, column: 12, endColumn: 16 },
        ],
      },
    ],
    valid: [
      `export class Base {
  readonly #timer = setInterval(() => {}, 1000);
  [Symbol.dispose]() {
    clearInterval(this.#timer);
  }
}
export class File extends Base {
  override [Symbol.dispose]() {
    super[Symbol.dispose]();
  }
}
`,
      `export class Base {
  readonly #timer = setInterval(() => {}, 1000);
  disarm() {
    clearInterval(this.#timer);
  }
}
export class Alarm extends Base {
  override disarm() {}
}
`,
      `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Worker extends Base {
  override stop = async () => {
    await super.stop();
  };
}
`,
    ],
  },
  {
    clause: '18.does-something',
    invalid: [
      {
        code: `import type { EventEmitter } from 'node:events';
export class Base {
  constructor(protected readonly bus: EventEmitter) {
    bus.on('message', this.read);
  }
  readonly read = () => {};
  close() {
    this.bus.off('message', this.read);
  }
}
export class Reader extends Base {
  override close() {}
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'close', base: 'Base', does: 'takes its listeners off', call: 'super.close()' }, line: 12, column: 12, endColumn: 17 },
        ],
      },
      {
        code: `export class Base {
  protected running = true;
  stop() {
    this.running = false;
  }
}
export class Loop extends Base {
  override stop() {}
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'stop', base: 'Base', does: "sets 'this.running'", call: 'super.stop()' }, line: 8, column: 12, endColumn: 16 },
        ],
      },
      {
        code: `declare function forget(name: string): void;
export class Base {
  close() {
    forget('base');
  }
}
export class Reader extends Base {
  override close() {}
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'dropped', data: { name: 'close', base: 'Base', does: "calls 'forget()'", call: 'super.close()' }, line: 8, column: 12, endColumn: 17 },
        ],
      },
      {
        code: `export class Base {
  readonly #timer = setInterval(() => {}, 1000);
  close() {
    this.#clear();
  }
  #clear() {
    clearInterval(this.#timer);
  }
}
export class Reader extends Base {
  override close() {}
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'close', base: 'Base', does: "releases 'this.#timer'", call: 'super.close()' }, line: 11, column: 12, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `export class Base {
  close() {}
}
export class Reader extends Base {
  override close() {
    console.log('closed');
  }
}
`,
      `export abstract class Base {
  abstract close(): void;
}
export class Reader extends Base {
  override close() {}
}
`,
      `export class Base {
  close(): void {
    throw new Error('close() is for subclasses');
  }
}
export class Reader extends Base {
  override close() {}
}
`,
      `export class Base {
  close(): Promise<void> {
    console.log('closed');
    return Promise.resolve();
  }
}
export class Reader extends Base {
  override async close() {}
}
`,
      `declare function forget(name: string): void;
export class Base {
  close() {
    forget('base');
  }
}
export class Reader extends Base {
  override close() {}
}
`,
      `export interface Closable {
  close?(): void;
}
export class Base implements Closable {}
export class Reader extends Base {
  close() {}
}
`,
    ],
  },
  {
    clause: '18.calls',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Group extends Base {
  readonly #children: Base[] = [];
  override async stop() {
    for (const child of this.#children) await child.stop();
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'stop', base: 'Base', does: "releases 'this.timer'", call: 'await super.stop()' }, line: 14, column: 18, endColumn: 22 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Worker extends Base {
  override async start() {
    await super.start();
  }
  override async stop() {
    await pause();
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'stop', base: 'Base', does: "releases 'this.timer'", call: 'await super.stop()' }, line: 16, column: 18, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Worker extends Base {
  override async stop() {
    await Promise.all([pause(), super.stop()]);
  }
}
`,
      `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Worker extends Base {
  override async stop() {
    await Base.prototype.stop.call(this);
  }
}
`,
      `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Worker extends Base {
  override async stop() {
    await this.#end();
  }
  async #end() {
    await super.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Worker extends Base {
  override async stop() {
    await using stack = new AsyncDisposableStack();
    stack.defer(() => super.stop());
    await pause();
  }
}
`,
    ],
  },
  {
    clause: '18.does-it-itself',
    invalid: [
      {
        code: `export class Base {
  protected readonly timer = setInterval(() => {}, 1000);
  protected readonly beat = setInterval(() => {}, 1000);
  close() {
    clearInterval(this.timer);
    clearInterval(this.beat);
  }
}
export class Reader extends Base {
  override close() {
    clearInterval(this.timer);
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'close', base: 'Base', does: "releases 'this.beat'", call: 'super.close()' }, line: 10, column: 12, endColumn: 17 },
        ],
      },
      {
        code: `export class Base {
  readonly #timer = setInterval(() => {}, 1000);
  [Symbol.dispose]() {
    clearInterval(this.#timer);
  }
}
export class File extends Base {
  readonly #timer = setInterval(() => {}, 10);
  override [Symbol.dispose]() {
    clearInterval(this.#timer);
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { name: '[Symbol.dispose]', base: 'Base', does: "releases 'this.#timer'", call: 'super[Symbol.dispose]()' }, line: 9, column: 12, endColumn: 28 },
        ],
      },
    ],
    valid: [
      `export class Base {
  protected readonly timer = setInterval(() => {}, 1000);
  protected readonly beat = setInterval(() => {}, 1000);
  close() {
    clearInterval(this.timer);
    clearInterval(this.beat);
  }
}
export class Reader extends Base {
  override close() {
    clearInterval(this.beat);
    clearInterval(this.timer);
  }
}
`,
      `export class Base {
  protected running = true;
  stop() {
    this.running = false;
  }
}
export class Loop extends Base {
  override stop() {
    this.running = false;
    console.log('stopped');
  }
}
`,
      `export class Base {
  readonly #timer = setInterval(() => {}, 1000);
  close() {
    clearInterval(this.#timer);
  }
  [Symbol.dispose]() {
    this.close();
  }
}
export class Reader extends Base {
  override [Symbol.dispose]() {
    this.close();
  }
}
`,
    ],
  },
  {
    clause: '18.does-it-itself',
    invalid: [
      {
        code: `export class Base {
  protected readonly timer = setInterval(() => {}, 1000);
  closed = false;
  close() {
    clearInterval(this.timer);
    this.closed = true;
  }
}
export class Reader extends Base {
  override close() {
    clearInterval(this.timer);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'dropped', data: { name: 'close', base: 'Base', does: "sets 'this.closed'", call: 'super.close()' }, line: 10, column: 12, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `export class Base {
  protected readonly timer = setInterval(() => {}, 1000);
  closed = false;
  close() {
    clearInterval(this.timer);
    this.closed = true;
  }
}
export class Reader extends Base {
  override close() {
    clearInterval(this.timer);
  }
}
`,
    ],
  },
  {
    clause: '18.stand-in',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Quiet extends Base {
  override async stop() {}
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'stop', base: 'Base', does: "releases 'this.timer'", call: 'await super.stop()' }, line: 13, column: 18, endColumn: 22 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Eager extends Base {
  readonly #beat = setInterval(() => {}, 1000);
  override async start() {
    await super.start();
  }
  override async stop() {
    clearInterval(this.#beat);
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'stop', base: 'Base', does: "releases 'this.timer'", call: 'await super.stop()' }, line: 17, column: 18, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
export class Base {
  protected timer: NodeJS.Timeout | undefined;
  async start() {
    this.timer = setInterval(() => {}, 1000);
  }
  async stop() {
    clearInterval(this.timer);
    await pause();
  }
}
export class Fake extends Base {
  override async start() {}
  override async stop() {}
}
`,
    ],
  },
  {
    clause: '18.library',
    invalid: [
      {
        code: `import { Server } from 'node:net';
export class Front extends Server {
  readonly #timer = setInterval(() => {}, 1000);
  override close() {
    clearInterval(this.#timer);
    return this;
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'close', base: 'Server', does: 'releases what the library holds', call: 'super.close()' }, line: 4, column: 12, endColumn: 17 },
        ],
      },
      {
        code: `import { Element } from 'elements';
export class Clock extends Element {
  readonly #timer = setInterval(() => {}, 1000);
  override disconnectedCallback() {
    clearInterval(this.#timer);
  }
}
`, options: { report: 'likely' }, files: { 'node_modules/elements/index.d.ts': 'export declare class Element { disconnectedCallback(): void; }', 'node_modules/elements/package.json': '{ "name": "elements", "version": "1.0.0", "types": "index.d.ts" }' },
        errors: [
          { messageId: 'dropped', data: { name: 'disconnectedCallback', base: 'Element', does: 'may release what it holds', call: 'super.disconnectedCallback()' }, line: 4, column: 12, endColumn: 32 },
        ],
      },
    ],
    valid: [
      `import { Server } from 'node:net';
export class Front extends Server {
  readonly #timer = setInterval(() => {}, 1000);
  override close(done?: (error?: Error) => void) {
    clearInterval(this.#timer);
    return super.close(done);
  }
}
`,
      { code: `import { Element } from 'elements';
export class Clock extends Element {
  readonly #timer = setInterval(() => {}, 1000);
  override disconnectedCallback() {
    clearInterval(this.#timer);
  }
}
`, files: { 'node_modules/elements/index.d.ts': 'export declare class Element { disconnectedCallback(): void; }', 'node_modules/elements/package.json': '{ "name": "elements", "version": "1.0.0", "types": "index.d.ts" }' } },
      { code: `import { Element } from 'elements';
export class Clock extends Element {
  override disconnectedCallback() {}
  override close() {}
}
`, options: { report: 'likely' }, files: { 'node_modules/elements/index.d.ts': 'export declare abstract class Element { disconnectedCallback?(): void; abstract close(): void; }', 'node_modules/elements/package.json': '{ "name": "elements", "version": "1.0.0", "types": "index.d.ts" }' } },
    ],
  },
  {
    clause: '18.does-it-itself',
    invalid: [
      {
        code: `
declare class Handle { close(done: (failure?: Error) => void): void; finish(): Promise<void>; close(): Promise<void>; }
export class Driver {
  handle: Handle | undefined;
  runner: object | undefined;
  async disconnect(): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.runner = undefined;
      this.handle!.close((failure) => (failure ? reject(failure) : resolve()));
    });
  }
}
export class PromisedDriver extends Driver {
  override async disconnect(): Promise<void> {
    this.runner = undefined;
    const handle = await this.handle!;
    console.log(handle);
  }
}
`,
        errors: [{ messageId: 'dropped', data: { name: 'disconnect', base: 'Driver', does: "releases 'this.handle'", call: 'await super.disconnect()' }, line: 14, column: 18, endColumn: 28 }],
      },
    ],
    valid: [
      `
declare class Handle { close(done: (failure?: Error) => void): void; finish(): Promise<void>; close(): Promise<void>; }
export class Driver {
  handle: Handle | undefined;
  runner: object | undefined;
  async disconnect(): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.runner = undefined;
      this.handle!.close((failure) => (failure ? reject(failure) : resolve()));
    });
  }
}
export class PromisedDriver extends Driver {
  override async disconnect(): Promise<void> {
    this.runner = undefined;
    const handle = await this.handle!;
    return handle.close().then(() => {
      this.handle = undefined;
    });
  }
}
`,
    ],
  },
  {
    clause: '18.stand-in',
    invalid: [
      {
        code: `
export class Manager {
  #timer = setInterval(() => console.log('poll'), 1000);
  async shutdown(): Promise<void> {
    clearInterval(this.#timer);
  }
}
export class NoopManager extends Manager {
  override async shutdown(): Promise<void> {
    throw new Error('not implemented');
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'shutdown', base: 'Manager', does: "releases 'this.#timer'", call: 'await super.shutdown()' }, line: 9, column: 18, endColumn: 26 },
        ],
      },
    ],
    valid: [
      `
export class Manager {
  #timers = new Map([['a', setInterval(() => console.log('poll'), 1000)]]);
  async shutdown(id: string): Promise<void> {
    clearInterval(this.#timers.get(id));
  }
}
export class NoopManager extends Manager {
  override async shutdown(id: string): Promise<void> {
    throw new Error(\`not implemented: \${id}\`);
  }
}
`,
    ],
  },
  {
    clause: '18.does-it-itself',
    invalid: [
      {
        code: `
class Dialog {
  protected resolve: undefined | ((answer: boolean) => void);
  protected focused: HTMLElement | undefined;
  close(): void {
    this.focused?.focus();
    this.resolve?.(false);
    this.focused = undefined;
  }
  protected hide(): void {
    console.log('hidden');
  }
}
export class TrustDialog extends Dialog {
  override close(): void {
    this.hide();
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'close', base: 'Dialog', does: "releases 'this.resolve'", call: 'super.close()' }, line: 15, column: 12, endColumn: 17 },
        ],
      },
      {
        code: `
class Dialog {
  protected resolve: undefined | ((answer: boolean) => void);
  protected focused: HTMLElement | undefined;
  close(): void {
    this.focused?.focus();
    this.resolve?.(false);
    this.focused = undefined;
  }
  protected accept(): void {
    this.resolve?.(true);
  }
}
export class TrustDialog extends Dialog {
  override close(): void {
    this.accept();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'dropped', data: { name: 'close', base: 'Dialog', does: "sets 'this.focused'", call: 'super.close()' }, line: 15, column: 12, endColumn: 17 },
        ],
      },
      {
        code: `
import { Server } from 'node:net';
class Dialog extends Server {
  protected resolve: undefined | ((answer: boolean) => void);
  override close(): this {
    this.resolve?.(false);
    return super.close();
  }
  protected accept(): this {
    this.resolve?.(true);
    console.log('accepted');
    return this;
  }
}
declare function detach(server: Server): void;
export class TrustDialog extends Dialog {
  override close(): this {
    return this.accept();
  }
}
`,
        errors: [
          { messageId: 'dropped', data: { name: 'close', base: 'Dialog', does: "releases 'super'", call: 'super.close()' }, line: 17, column: 12, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `
import { Server } from 'node:net';
class Dialog extends Server {
  protected resolve: undefined | ((answer: boolean) => void);
  override close(): this {
    this.resolve?.(false);
    return super.close();
  }
  protected accept(): this {
    this.resolve?.(true);
    detach(this);
    return this;
  }
}
declare function detach(server: Server): void;
export class TrustDialog extends Dialog {
  override close(): this {
    return this.accept();
  }
}
`,
      `
class Dialog {
  protected resolve: undefined | ((answer: boolean) => void);
  protected focused: HTMLElement | undefined;
  close(): void {
    this.focused?.focus();
    this.resolve?.(false);
    this.focused = undefined;
  }
  protected accept(): void {
    this.resolve?.(true);
  }
}
export class TrustDialog extends Dialog {
  override close(): void {
    this.accept();
  }
}
`,
    ],
  },
  {
    clause: '18.does-something',
    invalid: [
      {
        code: `
class Source {
  protected readonly subscriptions = new Map<string, { cleanup(): void }>();
  unsubscribe(id: string): void {
    this.subscriptions.get(id)?.cleanup();
    this.subscriptions.delete(id);
  }
  destroy(): void {
    for (const subscription of this.subscriptions.values()) subscription.cleanup();
    this.subscriptions.clear();
  }
}
export class RpcSource extends Source {
  readonly #timer = setInterval(() => console.log('poll'), 1000);
  subscribe(id: string): void {
    this.subscriptions.set(id, { cleanup: () => console.log(id) });
  }
  override destroy(): void {
    clearInterval(this.#timer);
  }
}
`,
        errors: [{ messageId: 'dropped', data: { name: 'destroy', base: 'Source', does: "releases 'this.subscriptions'", call: 'super.destroy()' }, line: 18, column: 12, endColumn: 19 }],
      },
      {
        code: `
class Source {
  readonly subscriptions = new Map<string, { cleanup(): void }>();
  unsubscribe(id: string): void {
    this.subscriptions.get(id)?.cleanup();
    this.subscriptions.delete(id);
  }
  destroy(): void {
    for (const subscription of this.subscriptions.values()) subscription.cleanup();
    this.subscriptions.clear();
  }
}
export class RpcSource extends Source {
  readonly #timer = setInterval(() => console.log('poll'), 1000);
  override destroy(): void {
    clearInterval(this.#timer);
  }
}
`,
        errors: [{ messageId: 'dropped', data: { name: 'destroy', base: 'Source', does: "releases 'this.subscriptions'", call: 'super.destroy()' }, line: 15, column: 12, endColumn: 19 }],
      },
      {
        code: `
class Source {
  protected readonly subscriptions = new Map<string, { cleanup(): void }>();
  unsubscribe(id: string): void {
    this.subscriptions.get(id)?.cleanup();
    this.subscriptions.delete(id);
  }
  destroy(): void {
    for (const subscription of this.subscriptions.values()) subscription.cleanup();
    this.subscriptions.clear();
  }
}
export class RpcSource extends Source {
  readonly #timer = setInterval(() => console.log('poll'), 1000);
  override destroy(): void {
    clearInterval(this.#timer);
  }
}
`, options: { report: 'likely' },
        errors: [{ messageId: 'dropped', data: { name: 'destroy', base: 'Source', does: "releases 'this.subscriptions'", call: 'super.destroy()' }, line: 15, column: 12, endColumn: 19 }],
      },
    ],
    valid: [
      `
class Source {
  protected readonly subscriptions = new Map<string, { cleanup(): void }>();
  unsubscribe(id: string): void {
    this.subscriptions.get(id)?.cleanup();
    this.subscriptions.delete(id);
  }
  destroy(): void {
    for (const subscription of this.subscriptions.values()) subscription.cleanup();
    this.subscriptions.clear();
  }
}
export class RpcSource extends Source {
  readonly #timer = setInterval(() => console.log('poll'), 1000);
  override destroy(): void {
    clearInterval(this.#timer);
  }
}
`,
    ],
  },
];
