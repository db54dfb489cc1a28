const events = ['SIGTERM', 'SIGINT', 'unhandledRejection'] as const;

type Listener = (...input: unknown[]) => void;

/** Thrown where the process would have ended. */
export class ProcessEnded extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`the process ended with ${code}`);
    this.name = 'ProcessEnded';
    this.code = code;
  }
}

/** Stands between a run and the process: exits and unhandled rejections are told, signals are only said to the run's own listeners. */
export class ProcessTrap implements Disposable {
  readonly #former = new Map(events.map((event) => [event, process.rawListeners(event) as Listener[]]));
  readonly #exit = process.exit;
  readonly #exitCode = process.exitCode;
  readonly #onEnd: (code: number) => void;

  constructor(onEnd: (code: number) => void) {
    this.#onEnd = onEnd;
  }

  start(): void {
    for (const event of events) process.removeAllListeners(event);
    process.on('unhandledRejection', (reason) => {
      if (!(reason instanceof ProcessEnded)) this.#onEnd(1);
    });
    process.exit = ((code?: number) => this.#end(code ?? Number(process.exitCode ?? 0))) as typeof process.exit;
    process.exitCode = undefined;
  }

  stop(): void {
    for (const event of events) process.removeAllListeners(event);
    for (const [event, listeners] of this.#former) for (const listener of listeners) process.on(event, listener);
    process.exit = this.#exit;
    process.exitCode = this.#exitCode;
  }

  /** Signal listeners that the run has not removed. */
  get listeners(): number {
    return process.listenerCount('SIGTERM') + process.listenerCount('SIGINT');
  }

  signal(name: 'SIGTERM' | 'SIGINT'): void {
    for (const listener of process.listeners(name)) listener(name);
  }

  [Symbol.dispose](): void {
    this.stop();
  }

  #end(code: number): never {
    this.#onEnd(code);
    throw new ProcessEnded(code);
  }
}
