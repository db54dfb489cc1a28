import { AsyncLocalStorage } from 'node:async_hooks';

export type Phase = 'entered' | 'start' | 'started' | 'start-failed' | 'stop' | 'stopped' | 'stop-failed' | 'exit' | 'left';

export interface TraceEvent {
  /** Logical time: the n-th event of the run. */
  at: number;
  phase: Phase;
  entry: string;
  who: string;
  /** In whose start it was started: a service, or the entry point itself. */
  owner: string;
  /** In whose start or stop this happened. */
  by: string;
}

export interface Lane {
  entry: string;
  who: string;
  owner: string;
}

const outside: Lane = { entry: 'outside', who: 'outside', owner: '' };

/** Who started and stopped, when in logical time, and in whose name. */
export class TraceRecorder {
  readonly events: TraceEvent[] = [];
  readonly #scope = new AsyncLocalStorage<Lane>();
  readonly #lanes = new WeakMap<object, Lane>();
  readonly #named = new Map<string, number>();
  #closed = false;

  within<Result>(lane: Lane, body: () => Result): Result {
    return this.#scope.run(lane, body);
  }

  get current(): Lane {
    return this.#scope.getStore() ?? outside;
  }

  get recording(): boolean {
    return this.#scope.getStore() !== undefined;
  }

  entryLane(entry: string): Lane {
    return { entry, who: entry, owner: '' };
  }

  laneOf(subject: object, name: string): Lane {
    const known = this.#lanes.get(subject);
    if (known) return known;
    const { entry, who: owner } = this.current;
    const lane = { entry, who: this.#numbered(`${entry}/${owner}`, name), owner };
    this.#lanes.set(subject, lane);
    return lane;
  }

  record({ entry, who, owner }: Lane, phase: Phase): void {
    if (this.#closed) return;
    this.events.push({ at: this.events.length + 1, phase, entry, who, owner, by: this.current.who });
    // Nothing that happens after the process has ended belongs to the run.
    if (phase === 'exit') this.#closed = true;
  }

  #numbered(owner: string, name: string): string {
    const key = `${owner}/${name}`;
    const count = (this.#named.get(key) ?? 0) + 1;
    this.#named.set(key, count);
    return count === 1 ? name : `${name}-${count}`;
  }
}
