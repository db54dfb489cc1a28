import { groupBy } from './group.ts';
import type { TraceEvent } from './recorder.ts';

/** Siblings, started in the same name, that stop in another order than the reverse of their starts. */
export function outOfOrder(events: readonly TraceEvent[]): string[] {
  return siblings(events).flatMap((group) =>
    group.flatMap((earlier, index) =>
      group
        .slice(index + 1)
        .filter((later) => earlier.stop !== undefined && later.stop !== undefined && earlier.stop < later.stop)
        .map((later) => `${earlier.who} stopped before ${later.who}`),
    ),
  );
}

/** Stops that were still going on when a sibling's stop began, or when the entry point had left. */
export function notAwaited(events: readonly TraceEvent[]): string[] {
  return siblings(events).flatMap((group) =>
    group
      .filter((life) => life.stop !== undefined)
      .filter((life) => life.end === undefined || group.some((other) => other !== life && other.stoppedBy !== life.who && within(other.stop, life)))
      .map((life) => life.who),
  );
}

/** What had started when its entry point left, and was never told to stop. */
export function liveAtEnd(events: readonly TraceEvent[]): string[] {
  return siblings(events).flatMap((group) => group.filter((life) => life.stop === undefined).map((life) => life.who));
}

/** How often each was told to stop, where that is more than once. */
export function stoppedTwice(events: readonly TraceEvent[]): string[] {
  const stops = untilLeft(events).filter((event) => event.phase === 'stop');
  return [...groupBy(stops, keyOf).values()].filter((group) => group.length > 1).map((group) => group[0]!.who);
}

export interface Life {
  entry: string;
  who: string;
  owner: string;
  start: number;
  started: number;
  stop: number | undefined;
  end: number | undefined;
  stoppedBy: string | undefined;
}

/** The first life of everything that came up, in the order in which it did. */
export function lives(events: readonly TraceEvent[]): Life[] {
  return [...groupBy(untilLeft(events), keyOf).values()].flatMap(lifeOf).sort((a, b) => a.started - b.started);
}

function lifeOf(events: readonly TraceEvent[]): Life[] {
  const time = (...phases: string[]): number | undefined => events.find((event) => phases.includes(event.phase))?.at;
  const started = time('started');
  if (started === undefined) return [];
  const { entry, who, owner } = events[0]!;
  const stop = events.find((event) => event.phase === 'stop' && event.at > started);
  const end = stop && events.find((event) => isEnd(event) && event.at > stop.at)?.at;
  return [{ entry, who, owner, start: time('start')!, started, stop: stop?.at, end, stoppedBy: stop?.by }];
}

function siblings(events: readonly TraceEvent[]): Life[][] {
  return [...groupBy(lives(events), (life) => `${life.entry}/${life.owner}`).values()];
}

/** What comes after an entry point left is too late for its process. */
function untilLeft(events: readonly TraceEvent[]): TraceEvent[] {
  const left = new Map(events.filter((event) => event.phase === 'left' || event.phase === 'exit').map((event) => [event.entry, event.at]));
  return events.filter((event) => event.at <= (left.get(event.entry) ?? Infinity) && event.who !== event.entry);
}

function isEnd(event: TraceEvent): boolean {
  return event.phase === 'stopped' || event.phase === 'stop-failed';
}

function within(moment: number | undefined, life: Life): boolean {
  return moment !== undefined && moment > life.stop! && moment < life.end!;
}

function keyOf(event: TraceEvent): string {
  return `${event.entry}/${event.owner}/${event.who}`;
}
