import type { PlanOptions } from '../finally-to-stack/options.ts';
import type { Entry, EntryRelease } from './site.ts';

/** A release, and the offset behind which it is registered. */
export interface Placed {
  readonly release: EntryRelease;
  readonly at: number;
  /** It is registered where its `try` begins, word for word, because it looks itself what is there. */
  readonly asWritten: boolean;
}

/** All releases in the order of their registration, which is the reverse of the order in which they run. */
export interface Order {
  readonly placed: readonly Placed[];
  /** The old order was not the reverse of the acquisitions, and stays. */
  readonly isKept: boolean;
  /** The same, and it was asked to become it. */
  readonly isFixed: boolean;
}

/** Where each release is registered, so that the stack runs them in the old order; undefined when no place does that. */
export function orderOf(entry: Entry, options: PlanOptions): Order | undefined {
  return sweep(entry, options, new Set()) ?? sweep(entry, options, new Set(entry.releases.filter(({ from }) => from === 'finally')));
}

function sweep(entry: Entry, { closeGap, fixOrder }: PlanOptions, asWritten: ReadonlySet<EntryRelease>): Order | undefined {
  const registered = entry.registered.map(({ start }) => start);
  const placed: Placed[] = [];
  let after = 0;
  let isLate = false;
  for (const release of entry.releases.toReversed()) {
    const own = placeOf(release, entry, closeGap, asWritten.has(release));
    const behindStack = release.endsBeforeStack ? Math.max(0, ...registered) : 0;
    const earliest = Math.max(after, behindStack);
    isLate ||= own.at < earliest;
    const at = fixOrder ? own.at : Math.max(own.at, earliest);
    if (isUncovered(release, at) || (!fixOrder && !release.endsBeforeStack && registered.some((start) => start < at))) return undefined;
    placed.push({ release, ...own, at });
    after = Math.max(after, at);
  }
  return { placed: fixOrder ? placed.sort((a, b) => a.at - b.at) : placed, isKept: isLate && !fixOrder, isFixed: isLate && fixOrder };
}

function placeOf({ from, live, coveredFrom, constant }: EntryRelease, { pivot }: Entry, closeGap: boolean, isForced: boolean): Omit<Placed, 'release'> {
  if (from !== 'finally' || coveredFrom === undefined) return { at: live ?? pivot.start, asWritten: false };
  const isInside = live !== undefined && live > coveredFrom;
  if (isForced || live === undefined || (isInside && !constant)) return { at: coveredFrom, asWritten: true };
  return { at: isInside || closeGap ? live : coveredFrom, asWritten: false };
}

/** A `finally` runs whatever fails in its `try`; a registration that comes later would not. */
function isUncovered({ from, live, coveredFrom }: EntryRelease, at: number): boolean {
  return from === 'finally' && coveredFrom !== undefined && at > Math.max(coveredFrom, live ?? 0);
}
