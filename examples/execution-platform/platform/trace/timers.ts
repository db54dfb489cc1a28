import type { Probe } from './probe.ts';

type Callback = (...input: unknown[]) => unknown;

interface Pending {
  milliseconds: number;
  fire(): void;
}

export interface TimerWatchOptions {
  /** No timer fires by itself; `fire` makes them. */
  frozen?: boolean;
}

/** Records the intervals of a run, and knows the one-shot timers that have neither fired nor been cleared. */
export class TimerWatch implements Disposable {
  readonly pending = new Map<unknown, Pending>();
  readonly #probe: Probe;
  readonly #frozen: boolean;
  readonly #intervals = new Set<object>();
  readonly #original = { setInterval, clearInterval, setTimeout, clearTimeout };

  constructor(probe: Probe, { frozen = false }: TimerWatchOptions = {}) {
    this.#probe = probe;
    this.#frozen = frozen;
  }

  start(): void {
    globalThis.setInterval = this.#setInterval as typeof setInterval;
    globalThis.clearInterval = this.#clearInterval as typeof clearInterval;
    globalThis.setTimeout = Object.assign(this.#setTimeout, setTimeout) as unknown as typeof setTimeout;
    globalThis.clearTimeout = this.#clearTimeout as typeof clearTimeout;
  }

  stop(): void {
    Object.assign(globalThis, this.#original);
    for (const handle of [...this.#intervals, ...this.pending.keys()]) this.#original.clearTimeout(handle as NodeJS.Timeout);
  }

  [Symbol.dispose](): void {
    this.stop();
  }

  /** Fires the one-shot timers that were set to this many milliseconds. */
  fire(milliseconds: number): void {
    for (const timer of [...this.pending.values()]) if (timer.milliseconds === milliseconds) timer.fire();
  }

  #setInterval = (callback: Callback, milliseconds?: number): object => {
    if (!this.#probe.trace.recording) return this.#original.setInterval(callback, milliseconds);
    const handle = this.#frozen ? new FrozenTimer() : this.#original.setInterval(callback, milliseconds);
    this.#intervals.add(handle);
    const lane = this.#probe.trace.laneOf(handle, 'interval');
    this.#probe.trace.record(lane, 'start');
    this.#probe.trace.record(lane, 'started');
    return handle;
  };

  #clearInterval = (handle: object | undefined): void => {
    if (!handle || !this.#intervals.delete(handle)) return this.#original.clearInterval(handle as NodeJS.Timeout | undefined);
    this.#original.clearInterval(handle as NodeJS.Timeout);
    const lane = this.#probe.trace.laneOf(handle, 'interval');
    this.#probe.trace.record(lane, 'stop');
    this.#probe.trace.record(lane, 'stopped');
  };

  #setTimeout = (callback: Callback, milliseconds = 0, ...input: unknown[]): object => {
    if (!this.#probe.trace.recording) return this.#original.setTimeout(callback, milliseconds, ...input);
    const fire = (): void => {
      this.pending.delete(handle);
      callback(...input);
    };
    const handle: object = this.#frozen ? new FrozenTimer() : this.#original.setTimeout(fire, milliseconds);
    this.pending.set(handle, { milliseconds, fire });
    return handle;
  };

  #clearTimeout = (handle: object | undefined): void => {
    this.pending.delete(handle);
    this.#original.clearTimeout(handle as NodeJS.Timeout | undefined);
  };
}

/** Looks like a timer's handle and never fires. */
class FrozenTimer {
  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }
}
