export type FaultKind = 'start' | 'stop' | 'await';

export interface FaultPoint {
  kind: FaultKind;
  /** The n-th of its kind, from 1. */
  ordinal: number;
  label: string;
}

export class InjectedFault extends Error {
  readonly point: FaultPoint;

  constructor(point: FaultPoint) {
    super(`injected at ${point.kind} ${point.ordinal} (${point.label})`);
    this.name = 'InjectedFault';
    this.point = point;
  }
}

/** Counts the places where a run could fail, and makes one of them fail. */
export class FaultInjector {
  readonly points: FaultPoint[] = [];
  readonly #target: Pick<FaultPoint, 'kind' | 'ordinal'> | undefined;
  readonly #counts = { start: 0, stop: 0, await: 0 };

  constructor(target?: Pick<FaultPoint, 'kind' | 'ordinal'>) {
    this.#target = target;
  }

  hit(kind: FaultKind, label: string): void {
    const point = { kind, ordinal: (this.#counts[kind] += 1), label };
    this.points.push(point);
    if (this.#target?.kind === kind && this.#target.ordinal === point.ordinal) throw new InjectedFault(point);
  }
}
