import type { Probe } from './probe.ts';

type TimerFunction = (...input: unknown[]) => unknown;

/** Records the intervals, and counts the one-shot timers that have neither fired nor been cleared. */
export class TimerWatch implements Disposable {
  readonly pending = new Set<unknown>();
  readonly #probe: Probe;
  readonly #intervals = new Set<object>();
  readonly #original = { setInterval, clearInterval, setTimeout, clearTimeout };

  constructor(probe: Probe) {
    this.#probe = probe;
    globalThis.setInterval = this.#setInterval as typeof setInterval;
    globalThis.clearInterval = this.#clearInterval as typeof clearInterval;
    globalThis.setTimeout = Object.assign(this.#setTimeout, setTimeout) as unknown as typeof setTimeout;
    globalThis.clearTimeout = this.#clearTimeout as typeof clearTimeout;
  }

  [Symbol.dispose](): void {
    Object.assign(globalThis, this.#original);
  }

  #setInterval = (callback: TimerFunction, milliseconds?: number): object => {
    const handle = this.#original.setInterval(callback, milliseconds);
    if (this.#probe.trace.recording) this.#armed(handle);
    return handle;
  };

  #armed(handle: object): void {
    this.#intervals.add(handle);
    const lane = this.#probe.trace.laneOf(handle, 'interval');
    this.#probe.trace.record(lane, 'start');
    this.#probe.trace.record(lane, 'started');
  }

  #clearInterval = (handle: NodeJS.Timeout | undefined): void => {
    this.#original.clearInterval(handle);
    if (!handle || !this.#intervals.delete(handle)) return;
    const lane = this.#probe.trace.laneOf(handle, 'interval');
    this.#probe.trace.record(lane, 'stop');
    this.#probe.trace.record(lane, 'stopped');
  };

  #setTimeout = (callback: TimerFunction, milliseconds?: number, ...input: unknown[]): object => {
    const fire = (): void => {
      this.pending.delete(handle);
      callback(...input);
    };
    const handle = this.#original.setTimeout(fire, milliseconds);
    if (this.#probe.trace.recording) this.pending.add(handle);
    return handle;
  };

  #clearTimeout = (handle: NodeJS.Timeout | undefined): void => {
    this.#original.clearTimeout(handle);
    this.pending.delete(handle);
  };
}
