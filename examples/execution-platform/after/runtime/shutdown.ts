import { constants } from 'node:os';

/** Waits for the signal to leave. A second signal ends the process at once, and so does a stop that takes too long. */
export class Shutdown implements Disposable {
  private readonly deadlineMs: number;
  private readonly first = withResolver<NodeJS.Signals>();
  private deadline: NodeJS.Timeout | undefined;
  private signalled = false;

  constructor(deadlineMs: number) {
    this.deadlineMs = deadlineMs;
  }

  get requested(): Promise<NodeJS.Signals> {
    return this.first.promise;
  }

  start(): void {
    process.on('SIGTERM', this.onSignal);
    process.on('SIGINT', this.onSignal);
  }

  stop(): void {
    process.off('SIGTERM', this.onSignal);
    process.off('SIGINT', this.onSignal);
    clearTimeout(this.deadline);
  }

  [Symbol.dispose](): void {
    this.stop();
  }

  /** Declared after the stack it is disposed before it, so the deadline begins on every way out. */
  deadlineOnLeave(): Disposable {
    return {
      [Symbol.dispose]: () => {
        this.deadline ??= setTimeout(this.onDeadline, this.deadlineMs);
      },
    };
  }

  private readonly onSignal = (signal: NodeJS.Signals): void => {
    if (this.signalled) process.exit(128 + constants.signals[signal]);
    this.signalled = true;
    this.first.resolve(signal);
  };

  private readonly onDeadline = (): void => {
    console.error(`The stop took longer than ${this.deadlineMs} ms; leaving without it.`);
    process.exit(1);
  };
}

function withResolver<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => (resolve = settle));
  return { promise, resolve };
}
