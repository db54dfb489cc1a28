import { InjectedError } from '../env.ts';

type Listener = (signal: string, number: number) => void;

/** Thrown where the process would have ended; nobody has to see it. */
export class ProcessEnded extends InjectedError {
  constructor() {
    super('exit');
  }
}

const numbers: Readonly<Record<string, number>> = { SIGINT: 2, SIGTERM: 15 };

/** What a program sees of its process: listeners for signals, the exit, and timers that run only when they are told to. One run each. */
export class Host {
  readonly #listeners = new Map<string, Listener[]>();
  readonly #timers = new Map<number, () => void>();
  #timer = 0;
  #exitCode: number | undefined;
  /** The code that the process ended with before its time. */
  exited: number | undefined;
  readonly #onExit: () => void;

  constructor(onExit: () => void) {
    this.#onExit = onExit;
  }

  /** The globals of the program. */
  get globals(): Readonly<Record<string, unknown>> {
    return {
      process: this.#process(),
      console: { error: () => {}, log: () => {} },
      setTimeout: (run: () => void) => (this.#timers.set(++this.#timer, run), this.#timer),
      clearTimeout: (timer: number) => void this.#timers.delete(timer),
    };
  }

  get exitCode(): number {
    return this.exited ?? this.#exitCode ?? 0;
  }

  /** Listeners and timers that are there still. */
  get left(): number {
    return this.#timers.size + [...this.#listeners.values()].flat().length;
  }

  get listens(): boolean {
    return [...this.#listeners.values()].flat().length > 0;
  }

  /** Tells the listeners, or ends the process when there is none. */
  signal(name: string): void {
    const listeners = this.#listeners.get(name) ?? [];
    if (listeners.length === 0) this.#end(128 + (numbers[name] ?? 0));
    for (const listener of [...listeners]) untilEnded(() => listener(name, numbers[name] ?? 0));
  }

  #process(): object {
    const on = (name: string, listener: Listener): object => (this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]), process);
    const off = (name: string, listener: Listener): object => (this.#listeners.set(name, (this.#listeners.get(name) ?? []).filter((one) => one !== listener)), process);
    const once = (name: string, listener: Listener): object => {
      const first: Listener = (signal, number) => {
        off(name, first);
        listener(signal, number);
      };
      return on(name, first);
    };
    const exit = (code?: number): never => {
      this.#end(code ?? this.#exitCode ?? 0);
      throw new ProcessEnded();
    };
    const host = this;
    const process = {
      on, off, once, exit,
      get exitCode() {
        return host.#exitCode;
      },
      set exitCode(code: number | undefined) {
        host.#exitCode = code;
      },
    };
    return process;
  }

  #end(code: number): void {
    if (this.exited !== undefined) return;
    this.exited = code;
    this.#onExit();
  }
}

function untilEnded(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof ProcessEnded)) throw error;
  }
}
