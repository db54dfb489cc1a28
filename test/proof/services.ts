import type { Line } from './write-program.ts';

/** A class that a generated program starts and stops: one whose dispose is its stop, one without a dispose, one whose dispose does something else, one whose stop gives a value; and one without a start. */
export type Kind = 'Service' | 'Plain' | 'Lossy' | 'Counter' | 'Handle';

export function servicesOf(kinds: readonly Kind[]): Line[] {
  return kinds.map((kind) => (kind === 'Handle' ? handle : asynchronous(kind)));
}

const heads: Readonly<Record<Exclude<Kind, 'Handle'>, string>> = {
  Service: 'class Service implements AsyncDisposable {',
  Plain: 'class Plain {',
  Lossy: 'class Lossy implements AsyncDisposable {',
  Counter: 'class Counter {',
};

function asynchronous(kind: Exclude<Kind, 'Handle'>): Line {
  const stop: Line = kind === 'Counter'
    ? { open: 'async stop(): Promise<string | undefined> {', body: ['return await this.#resource?.stop();'], close: '}' }
    : { open: 'async stop(): Promise<void> {', body: ['await this.#resource?.stop();'], close: '}' };
  return {
    open: heads[kind],
    body: [
      '#resource: Resource | undefined;', 'readonly #env: Env;', 'readonly #name: string;',
      { open: 'constructor(env: Env, name: string) {', body: ['this.#env = env;', 'this.#name = name;'], close: '}' },
      { open: 'async start(): Promise<this> {', body: ['this.#resource = await this.#env.open(this.#name);', 'return this;'], close: '}' },
      { open: 'async use(): Promise<string> {', body: ["return (await this.#resource?.use()) ?? 'unused';"], close: '}' },
      stop,
      ...disposeOf(kind),
    ],
    close: '}',
  };
}

function disposeOf(kind: Kind): Line[] {
  if (kind === 'Service') return [{ open: 'async [Symbol.asyncDispose](): Promise<void> {', body: ['await this.stop();'], close: '}' }];
  return kind === 'Lossy' ? [{ open: 'async [Symbol.asyncDispose](): Promise<void> {', body: ['this.#resource?.close();'], close: '}' }] : [];
}

const handle: Line = {
  open: 'class Handle implements Disposable {',
  body: [
    'readonly #resource: Resource;',
    { open: 'constructor(env: Env, name: string) {', body: ['this.#resource = env.openSync(name);'], close: '}' },
    { open: 'value(): string {', body: ['return this.#resource.value();'], close: '}' },
    { open: 'close(): void {', body: ['this.#resource.close();'], close: '}' },
    { open: '[Symbol.dispose](): void {', body: ['this.close();'], close: '}' },
  ],
  close: '}',
};
