import { expect, test } from 'vitest';
import type { OwnerStory } from '../../analysis/index.ts';
import { storiesOf } from './harness.ts';

const service = `
export class Service {
  async start(): Promise<void> { await fetch('http://localhost'); }
  async stop(): Promise<void> { await fetch('http://localhost'); }
  async [Symbol.asyncDispose](): Promise<void> { await this.stop(); }
}
`;

function inWords({ kind, name, owned }: OwnerStory): string[] {
  return [
    `${kind} ${name ?? ''}`.trim(),
    ...owned.map((one) => {
      const turns = [one.borrowed && 'borrowed', one.begins && `begins ${one.begins.rank}`, one.ends && `ends ${one.ends.rank} by ${one.ends.by}`, one.needs.length > 0 && `needs ${one.needs.map((need) => need.name).join(' ')}`];
      return [`  ${one.name}: ${one.instanceOf?.name?.text ?? one.contract.type.name}`, ...turns.filter((turn) => turn)].join(', ');
    }),
  ];
}

function ownersOf(code: string): string[] {
  return storiesOf(code).owners.filter(({ name }) => name !== 'Service').flatMap(inWords);
}

test('a function owns what it makes, in the order of the starts, and releases it by calls in their order', () => {
  const code = `${service}
export async function run(): Promise<void> {
  const first = new Service();
  const second = new Service();
  await second.start();
  await first.start();
  await first.stop();
  await second.stop();
}`;
  expect(ownersOf(code)).toEqual(['function run', '  first: Service, begins 2, ends 1 by call', '  second: Service, begins 1, ends 2 by call']);
});

test('a stack releases last registered first; what it is given belongs to the scope even when it came from elsewhere', () => {
  const code = `${service}
declare function find(name: string): Service;
export async function run(): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const first = find('first');
  await first.start();
  stack.use(first);
  const second = find('second');
  await second.start();
  stack.defer(() => second.stop());
}`;
  expect(ownersOf(code)).toEqual(['function run', '  first: Service, begins 1, ends 2 by scope', '  second: Service, begins 2, ends 1 by scope']);
});

test('what a function starts and stops for its caller is borrowed; what it only uses is not shown', () => {
  const code = `${service}
export async function run(given: Service, used: Service): Promise<void> {
  await given.start();
  await given.stop();
  console.log(used);
}`;
  expect(ownersOf(code)).toEqual(['function run', '  given: Service, borrowed, begins 1, ends 1 by call']);
});

test('await using is released by its scope, a signal handler by a call', () => {
  const code = `${service}
export async function run(): Promise<void> {
  await using scoped = new Service();
  await scoped.start();
  const handled = new Service();
  await handled.start();
  process.once('SIGTERM', () => void handled.stop());
}`;
  expect(ownersOf(code)).toEqual(['function run', '  scoped: Service, begins 1, ends 1 by scope', '  handled: Service, begins 2, ends 2 by call']);
});

test('an instance owns what it makes and what its start moves to a stack of its own; what it was given stays borrowed', () => {
  const code = `${service}
export class Held {
  readonly #service = new Service();
  #timer: NodeJS.Timeout | undefined;
  #owned: AsyncDisposableStack | undefined;
  constructor(readonly given: Service) {}
  async start(): Promise<void> {
    await using starting = new AsyncDisposableStack();
    await this.given.start();
    const extra = new Service();
    await extra.start();
    starting.use(extra);
    this.#owned = starting.move();
    this.#timer = setInterval(() => console.log('tick'), 1000);
    await this.#service.start();
  }
  async stop(): Promise<void> {
    await this.#service.stop();
    clearInterval(this.#timer);
    await this.#owned?.disposeAsync();
  }
}`;
  expect(ownersOf(code)).toEqual([
    'class Held',
    '  this.given: Service, borrowed, begins 1',
    '  extra: Service, begins 2, ends 3 by scope',
    '  this.#timer: Timeout, begins 3, ends 2 by call',
    '  this.#service: Service, begins 4, ends 1 by call',
  ]);
});

test('a resource needs what it was built from', () => {
  const code = `${service}
export class Wrapper extends Service { constructor(readonly inner: Service) { super(); } }
export async function run(): Promise<void> {
  const inner = new Service();
  await inner.start();
  const outer = new Wrapper(inner);
  await outer.start();
  await outer.stop();
  await inner.stop();
}`;
  expect(ownersOf(code)).toEqual(['function run', '  inner: Service, begins 1, ends 2 by call', '  outer: Wrapper, begins 2, ends 1 by call, needs inner']);
});

test('the top level of a module owns what it starts', () => {
  const code = `import { createServer } from 'node:http';
const server = createServer();
server.listen(80);
export {};`;
  expect(ownersOf(code)).toEqual(['module', '  server: Server, begins 1']);
});

test('the executor of a promise is part of the function around it', () => {
  const code = `import { createServer } from 'node:net';
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, () => server.close(() => resolve(1)));
  });
}`;
  expect(ownersOf(code)).toEqual(['function freePort', '  server: Server, begins 1, ends 1 by call']);
});
