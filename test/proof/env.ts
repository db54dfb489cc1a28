/** An error that the harness throws at one point of a program. */
export class InjectedError extends Error {
  readonly point: string;

  constructor(point: string) {
    super(`injected at ${point}`);
    this.point = point;
  }
}

/** Where and how a run fails: at the call itself, or by a promise that rejects later. */
export interface Fault {
  readonly point: string;
  readonly mode: 'throw' | 'reject';
}

/** Thrown when a program does not come to its end. */
class EndlessProgram extends Error {}

const mostPoints = 400;

/**
 * The world of one run. Every acquisition, start, step, await and release is a point with a name of its own: `open:a#1` opens the second `a`, `stop:a#1/2` is the
 * third stop of that one. A point is written into the trace when it begins and when it ends, and fails when the run's faults say so.
 */
export class World {
  readonly trace: string[] = [];
  /** Points reached, in order, with whether they can reject later. */
  readonly points: { readonly point: string; readonly asynchronous: boolean }[] = [];
  /** For every error that the program caught, in order, the points of all that it carries. */
  readonly caught: (readonly string[])[] = [];
  readonly #faults: ReadonlyMap<string, Fault['mode']>;
  readonly #salt: number;
  readonly #counts = new Map<string, number>();
  readonly #pending = new Set<Promise<unknown>>();

  constructor(faults: readonly Fault[], salt = 0) {
    this.#faults = new Map(faults.map(({ point, mode }) => [point, mode]));
    this.#salt = salt;
  }

  /** What a program gets: the only functions it calls. */
  readonly env = {
    open: (name: string) => this.#async('open', name, (instance) => this.#resource(instance)),
    openSync: (name: string) => this.#sync('open', name, (instance) => this.#resource(instance)),
    work: (label: string) => this.#async('work', label, () => `did ${label}`),
    step: (label: string) => this.#sync('step', label, () => `did ${label}`),
    choose: (label: string) => this.#sync('choose', label, () => hash(`${label} ${this.#counts.get(`choose:${label}`)} ${this.#salt}`) % 2 === 0),
    log: (text: string) => void this.trace.push(`log ${text}`),
    caught: (error: unknown) => {
      this.caught.push(pointsOf(error));
      this.trace.push(`caught ${pointOf(error)}`);
    },
    release: (value: Partial<AsyncDisposable & Disposable>, stop: () => unknown) => {
      if (value[Symbol.asyncDispose]) return value[Symbol.asyncDispose]!();
      return value[Symbol.dispose] ? value[Symbol.dispose]!() : stop();
    },
  };

  /** Waits for everything that the program left running. */
  async settle(): Promise<void> {
    while (this.#pending.size > 0) await Promise.allSettled(this.#pending);
  }

  #resource(name: string) {
    return {
      start: () => this.#async('start', name, () => undefined),
      use: (label = '') => this.#async('use', name + label, () => `used ${name}`),
      stop: () => this.#async('stop', name, () => `stopped ${name}`),
      close: () => this.#sync('close', name, () => `closed ${name}`),
      closeWith: (done: (value: string) => void) => void this.#async('close', name, () => `closed ${name}`).then(done, done),
      value: () => this.#sync('value', name, () => `value of ${name}`),
      [Symbol.asyncDispose]: () => this.#async('stop', name, () => undefined),
      [Symbol.dispose]: () => void this.#sync('close', name, () => undefined),
    };
  }

  #sync<T>(kind: string, name: string, result: (instance: string) => T): T {
    const point = this.#reach(kind, name, false);
    this.#fail(point, 'throw');
    this.trace.push(`${point} done`);
    return result(point.slice(kind.length + 1));
  }

  #async<T>(kind: string, name: string, result: (instance: string) => T): Promise<T> {
    const point = this.#reach(kind, name, true);
    this.#fail(point, 'throw');
    const promise = turn().then(() => {
      this.#fail(point, 'reject');
      this.trace.push(`${point} done`);
      return result(point.slice(kind.length + 1));
    });
    this.#pending.add(promise);
    promise.then(() => this.#pending.delete(promise), () => this.#pending.delete(promise));
    return promise;
  }

  #reach(kind: string, name: string, asynchronous: boolean): string {
    const key = `${kind}:${name}`;
    const count = this.#counts.get(key) ?? 0;
    this.#counts.set(key, count + 1);
    const point = count === 0 ? key : `${key}${kind === 'open' ? '#' : '/'}${count}`;
    if (this.points.push({ point, asynchronous }) > mostPoints) throw new EndlessProgram(`more than ${mostPoints} points`);
    this.trace.push(point);
    return point;
  }

  #fail(point: string, mode: Fault['mode']): void {
    if (this.#faults.get(point) !== mode) return;
    this.trace.push(`${point} fails`);
    throw new InjectedError(point);
  }
}

/** Long enough for every microtask, so that a run does not depend on how many of them a construct takes. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function hash(text: string): number {
  let value = 2166136261;
  for (const char of text) value = Math.imul(value ^ char.charCodeAt(0), 16777619);
  return value >>> 4;
}

/** The point of the newest error: what a `finally` block lets through and a `SuppressedError` carries as `error`. */
export function pointOf(error: unknown): string {
  if (error instanceof InjectedError) return error.point;
  return isSuppressed(error) ? pointOf(error.error) : `not injected: ${String(error)}`;
}

/** The points of all errors that the thrown one carries. */
export function pointsOf(error: unknown): string[] {
  return isSuppressed(error) ? [...pointsOf(error.error), ...pointsOf(error.suppressed)] : [pointOf(error)];
}

function isSuppressed(error: unknown): error is { error: unknown; suppressed: unknown } {
  return error instanceof Error && error.name === 'SuppressedError';
}
