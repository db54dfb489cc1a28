import { lives, liveAtEnd, notAwaited, outOfOrder, stoppedTwice } from '../../examples/execution-platform/platform/trace/checks.ts';
import type { FaultPoint } from '../../examples/execution-platform/platform/trace/faults.ts';
import type { TracedRun } from '../../examples/execution-platform/platform/trace/run.ts';

export const nothingWrong = { outOfOrder: [] as string[], notAwaited: [] as string[], live: [] as string[], twice: [] as string[], pendingTimers: 0 };

/** What is wrong with how a run stopped things. */
export function wrongs({ events, pendingTimers }: TracedRun): typeof nothingWrong {
  return { outOfOrder: outOfOrder(events), notAwaited: notAwaited(events), live: liveAtEnd(events), twice: stoppedTwice(events), pendingTimers };
}

/** From bad to worst: stopped twice, out of order, not awaited, never. What comes up after its entry point has left is stopped by nobody. */
function badness(run: TracedRun): Map<string, number> {
  const { outOfOrder: unordered, notAwaited: floating, live, twice } = wrongs(run);
  const early = unordered.map((sentence) => sentence.replace(/ stopped before .*/, ''));
  const late = run.events.filter(({ phase }) => phase === 'started').map(({ who }): [string, number] => [who, 4]);
  return new Map([...late, ...lives(run.events).map(({ who }): [string, number] => [who, live.includes(who) ? 4 : floating.includes(who) ? 3 : early.includes(who) ? 2 : twice.includes(who) ? 1 : 0])]);
}

/** What a run left in a worse state than another one did. */
export function worseThan(run: TracedRun, other: TracedRun): string[] {
  const [mine, others] = [badness(run), badness(other)];
  const worse = [...mine].filter(([who, bad]) => bad > (others.get(who) ?? 0)).map(([who]) => who);
  const hangs = run.outcome === 'waiting' && other.outcome !== 'waiting' ? ['does not end'] : [];
  return [...worse, ...hangs, ...(run.pendingTimers > other.pendingTimers ? ['timers'] : [])];
}

/** A place of fault that two versions of a system share: the n-th of its kind and label. */
export type NamedFault = FaultPoint & { readonly name: string };

export function namedFaults(points: readonly FaultPoint[]): NamedFault[] {
  const counts = new Map<string, number>();
  return points.map((point) => {
    const name = `${point.kind} ${point.label}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return { ...point, name: `${name} ${counts.get(name)}` };
  });
}

export function isSame(a: FaultPoint, b: FaultPoint): boolean {
  return a.kind === b.kind && a.ordinal === b.ordinal;
}
