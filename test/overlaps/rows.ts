/** Rules of typescript-eslint that look at the same places. */
export const peers = ['no-floating-promises', 'no-misused-promises', 'await-thenable'] as const;

/** One root cause that several rules could name, and who names it. */
export interface Overlap {
  /** What is wrong. */
  readonly cause: string;
  readonly code: string;
  /** `line rule` of everything that `strict` and the peers say about the code, ours with the prefix `lifecycle/`. */
  readonly reports: readonly string[];
  /** Rules of ours that leave it to another, and why. */
  readonly silent: Readonly<Record<string, string>>;
}

const service = `declare function check(): Promise<void>;
class Service {
  async start(): Promise<void> { await check(); }
  async stop(): Promise<void> { await check(); }
  async ask(): Promise<void> { await check(); }
  async [Symbol.asyncDispose](): Promise<void> { await this.stop(); }
}
`;

export const overlaps: readonly Overlap[] = [
  {
    cause: 'A constructor starts its own service and drops the promise.',
    code: `declare function check(): Promise<void>;
class Service {
  constructor() {
    void this.start();
  }
  async start(): Promise<void> { await check(); }
  async stop(): Promise<void> { await check(); }
  async [Symbol.asyncDispose](): Promise<void> { await this.stop(); }
}
`,
    reports: ['4 lifecycle/no-start-in-constructor'],
    silent: { 'no-floating-start': 'in a constructor the start itself is the fault' },
  },
  {
    cause: 'A constructor arms a timer and drops the handle.',
    code: `export class Poller {
  constructor() { setInterval(() => console.log('tick'), 1000); }
  stop(): void {}
}
`,
    reports: ['2 lifecycle/no-start-in-constructor', '2 lifecycle/require-owned-disposal'],
    silent: {},
  },
  {
    cause: 'A module drops a handle while it is evaluated.',
    code: `setInterval(() => console.log('tick'), 1000);
export const ready = true;
`,
    reports: ['1 lifecycle/no-start-on-import'],
    silent: { 'require-disposal': 'a module is no function that could release' },
  },
  {
    cause: 'A module makes an instance whose constructor starts work.',
    code: `export class Poller {
  #timer = setInterval(() => console.log('tick'), 1000);
  stop(): void { clearInterval(this.#timer); }
  [Symbol.dispose](): void { this.stop(); }
}
export const poller = new Poller();
`,
    reports: ['2 lifecycle/no-start-in-constructor'],
    silent: {},
  },
  {
    cause: 'A start is dropped in a function.',
    code: `${service}export async function main(service: Service): Promise<void> {
  service.start();
  await check();
}
`,
    reports: ['9 no-floating-promises', '9 lifecycle/no-floating-start'],
    silent: {},
  },
  {
    cause: 'A stop is dropped at the end of a function.',
    code: `${service}export async function main(): Promise<void> {
  const service = new Service();
  await service.start();
  service.stop();
}
`,
    reports: ['11 no-floating-promises', '11 lifecycle/no-floating-stop'],
    silent: { 'require-disposal': 'it is released, only not waited for' },
  },
  {
    cause: 'A signal handler hands the promise of a stop to an emitter that ignores it.',
    code: `${service}export async function stopOnSignal(service: Service): Promise<void> {
  process.once('SIGTERM', () => service.stop());
  await check();
}
`,
    reports: ['9 no-misused-promises', '9 lifecycle/no-floating-stop'],
    silent: {},
  },
  {
    cause: "A signal handler awaits the stop, and the emitter ignores the handler's promise.",
    code: `${service}export async function stopOnSignal(service: Service): Promise<void> {
  process.once('SIGTERM', async () => {
    await service.stop();
    process.exit(0);
  });
  await check();
}
`,
    reports: ['9 no-misused-promises'],
    silent: { 'no-floating-stop': 'the handler waits for the stop and then exits: right' },
  },
  {
    cause: 'An async release in an exit listener of the process.',
    code: `${service}export function stopOnExit(service: Service): void {
  process.on('exit', () => { service.stop(); });
}
`,
    reports: ['9 no-floating-promises', '9 lifecycle/no-stop-in-finalizer'],
    silent: { 'no-floating-stop': 'an exit listener cannot wait: the place is the fault' },
  },
  {
    cause: 'A stop is dropped and the process exits.',
    code: `${service}export async function stopAll(service: Service): Promise<void> {
  await check();
  service.stop();
  process.exit(0);
}
`,
    reports: ['10 no-floating-promises', '10 lifecycle/no-floating-stop'],
    silent: { 'no-exit-before-stop': 'the release is there; that nobody waits for it is the fault' },
  },
  {
    cause: 'The process exits between a start and the finally that stops.',
    code: `${service}export async function main(ready: boolean): Promise<void> {
  const service = new Service();
  await service.start();
  try {
    if (!ready) process.exit(1);
    await check();
  } finally {
    await service.stop();
  }
}
`,
    reports: ['12 lifecycle/no-exit-before-stop', '14 lifecycle/prefer-dispose-stack'],
    silent: { 'require-disposal': 'the exit is the fault; every other way out releases' },
  },
  {
    cause: 'A handle is discarded in a method of a class that has a teardown.',
    code: `export class Poller {
  start(): void { setInterval(() => console.log('tick'), 1000); }
  stop(): void {}
  [Symbol.dispose](): void { this.stop(); }
}
`,
    reports: ['2 lifecycle/require-owned-disposal'],
    silent: { 'require-disposal': 'what a method drops is the duty of its class' },
  },
  {
    cause: 'A handle is discarded in a class that cannot be stopped at all.',
    code: `export class Poller {
  start(): void { setInterval(() => console.log('tick'), 1000); }
}
`,
    reports: ['1 lifecycle/require-teardown'],
    silent: { 'require-disposal': 'what a method drops is the duty of its class', 'require-owned-disposal': 'there is no teardown to release it in', 'require-dispose-method': 'there is no stop to delegate to' },
  },
  {
    cause: 'A class never releases a field, and has no dispose method.',
    code: `export class Poller {
  #timer: NodeJS.Timeout | undefined;
  start(): void { if (!this.#timer) this.#timer = setInterval(() => console.log('tick'), 1000); }
  stop(): void {}
}
`,
    reports: ['1 lifecycle/require-dispose-method', '3 lifecycle/require-owned-disposal'],
    silent: {},
  },
  {
    cause: 'A field is assigned over on every start, and released by the stop.',
    code: `export class Poller {
  #timer: NodeJS.Timeout | undefined;
  refresh(): void { this.#timer = setInterval(() => console.log('tick'), 1000); }
  stop(): void { clearInterval(this.#timer); }
  [Symbol.dispose](): void { this.stop(); }
}
`,
    reports: ['3 lifecycle/no-overwritten-resource'],
    silent: { 'require-owned-disposal': 'the teardown releases the field; what is lost is what it held before' },
  },
  {
    cause: 'A factory leaves behind what it has started when a later step fails.',
    code: `${service}export async function create(): Promise<Service> {
  const service = new Service();
  await service.start();
  await check();
  return service;
}
`,
    reports: ['10 lifecycle/no-leak-on-failed-start'],
    silent: { 'require-disposal': 'what outlives its function leaks because the start fails' },
  },
  {
    cause: 'A finally releases two resources with guards, in the order of their starts.',
    code: `${service}class Outbox {
  constructor(private readonly service: Service) {}
  async start(): Promise<void> { await this.service.start(); }
  async stop(): Promise<void> { await check(); }
  async [Symbol.asyncDispose](): Promise<void> { await this.stop(); }
}
export async function main(): Promise<void> {
  let service: Service | undefined;
  let outbox: Outbox | undefined;
  try {
    service = new Service();
    await service.start();
    outbox = new Outbox(service);
    await outbox.start();
    await check();
  } finally {
    if (service) await service.stop();
    if (outbox) await outbox.stop();
  }
}
`,
    reports: ['21 lifecycle/require-disposal', '24 lifecycle/require-reverse-stop-order', '25 lifecycle/require-isolated-stops'],
    silent: { 'prefer-dispose-stack': 'the order is the worse fault; the stack that mends it mends both' },
  },
  {
    cause: 'A teardown releases an injected resource among its own.',
    code: `${service}export class Holder {
  readonly #own = new Service();
  readonly #given: Service;
  constructor(given: Service) { this.#given = given; }
  async start(): Promise<void> { await this.#own.start(); }
  async stop(): Promise<void> { await this.#given.stop(); await this.#own.stop(); }
  async [Symbol.asyncDispose](): Promise<void> { await this.stop(); }
}
`,
    reports: ['13 lifecycle/no-dispose-borrowed', '13 lifecycle/require-isolated-stops'],
    silent: {},
  },
  {
    cause: 'A field is created or handed in, and always released.',
    code: `${service}export class Holder {
  readonly #service: Service;
  constructor(given?: Service) { this.#service = given ?? new Service(); }
  async start(): Promise<void> { await this.#service.start(); }
  async stop(): Promise<void> { await this.#service.stop(); }
  async [Symbol.asyncDispose](): Promise<void> { await this.stop(); }
}
`,
    reports: ['10 lifecycle/no-mixed-ownership'],
    silent: { 'no-dispose-borrowed': 'the mixture is the fault' },
  },
  {
    cause: 'A sync dispose method fires an async stop.',
    code: `export class Holder {
  async start(): Promise<void> { await fetch('http://localhost/up'); }
  async stop(): Promise<void> { await fetch('http://localhost/down'); }
  [Symbol.dispose](): void { this.stop(); }
}
`,
    reports: ['4 no-floating-promises', '4 lifecycle/no-floating-stop'],
    silent: {},
  },
  {
    cause: 'A using declaration whose disposer only fires an async stop.',
    code: `${service}class Holder {
  async start(): Promise<void> { await check(); }
  async stop(): Promise<void> { await check(); }
  [Symbol.dispose](): void { void this.stop(); }
}
export async function main(): Promise<void> {
  using holder = new Holder();
  await holder.start();
}
`,
    reports: ['11 lifecycle/no-floating-stop'],
    silent: {},
  },
  {
    cause: 'await using on something that is not disposable asynchronously.',
    code: `class Holder { [Symbol.dispose](): void { console.log('closed'); } }
export async function main(): Promise<void> {
  await using holder = new Holder();
  console.log(holder);
}
`,
    reports: ['3 await-thenable'],
    silent: { 'no-misused-using': 'nothing is lost: await-thenable says it' },
  },
  {
    cause: 'An async method named Symbol.dispose.',
    code: `export class Holder {
  async [Symbol.dispose](): Promise<void> { await fetch('http://localhost'); }
}
`,
    reports: ['2 lifecycle/no-misused-using'],
    silent: {},
  },
  {
    cause: 'An async method named Symbol.dispose, in a class that implements Disposable.',
    code: `export class Holder implements Disposable {
  async [Symbol.dispose](): Promise<void> { await fetch('http://localhost'); }
}
`,
    reports: ['2 lifecycle/no-misused-using'],
    silent: {},
  },
  {
    cause: 'A promise is returned out of the scope that owns what it needs.',
    code: `${service}export async function main(): Promise<void> {
  await using service = new Service();
  await service.start();
  return service.ask();
}
`,
    reports: ['11 lifecycle/no-escaping-using'],
    silent: {},
  },
  {
    cause: 'A resource is used after its release.',
    code: `import { Client } from 'pg';
export async function main(): Promise<void> {
  const client = new Client();
  await client.connect();
  await client.end();
  await client.query('select 1');
}
`,
    reports: ['6 lifecycle/no-use-after-dispose'],
    silent: { 'require-disposal': 'it is released; what comes after is the fault' },
  },
  {
    cause: 'An override forgets the inherited teardown.',
    code: `export class Base {
  #timer: NodeJS.Timeout | undefined;
  start(): void { if (!this.#timer) this.#timer = setInterval(() => console.log('tick'), 1000); }
  stop(): void { clearInterval(this.#timer); }
  [Symbol.dispose](): void { this.stop(); }
}
export class Derived extends Base {
  override stop(): void { console.log('stopped'); }
}
`,
    reports: ['8 lifecycle/require-super-dispose'],
    silent: { 'require-owned-disposal': 'the base class releases what it owns; the override is the fault' },
  },
  {
    cause: 'A timer is armed after an await of the start.',
    code: `export class Poller {
  #timer: NodeJS.Timeout | undefined;
  async start(): Promise<void> {
    await fetch('http://localhost');
    clearInterval(this.#timer);
    this.#timer = setInterval(() => console.log('tick'), 1000);
  }
  stop(): void { clearInterval(this.#timer); }
  [Symbol.dispose](): void { this.stop(); }
}
`,
    reports: ['6 lifecycle/no-start-after-stop'],
    silent: { 'require-owned-disposal': 'the teardown releases the field; that the start comes after it is the fault' },
  },
];
