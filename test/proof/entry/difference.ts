import type { Difference } from '../../../plans/finally-to-stack/plan.ts';
import { isBeginning, release, traceDifference } from '../traces.ts';
import type { EntryRun } from './run-entry.ts';

/**
 * In what an entry point with one stack differs beyond what a repairing migration may do, or undefined. Where the original has stopped everything, once, in order and
 * awaited, nothing may differ. On any other run all but the releases is as it was, as far as the migrated run comes, all that was released still is, in the old order
 * (without `order-fixed`), each once and after the end of the one before; no error is lost, and the exit code is the program's own. Nothing is left behind.
 */
export function entryDifference(original: EntryRun, migrated: EntryRun, permitted: ReadonlySet<Difference>, isConcurrent: boolean): string | undefined {
  if (migrated.end.kind !== 'waiting' && migrated.left > 0) return `${migrated.left} listeners or timers are left behind`;
  if (hasStoppedAll(original) && !permitted.has('order-fixed')) return traceDifference(original.trace, migrated.trace) ?? codeDifference(original, migrated);
  return workDifference(original, migrated) ?? releaseDifference(original, migrated, permitted) ?? (isConcurrent ? undefined : overlaps(migrated.trace) ? 'a release begins before the one before it has ended' : lostError(migrated)) ?? codeDifference(original, migrated);
}

/** Whether some releases of a program run at once, which they may go on to do. */
export function runsAtOnce({ trace }: EntryRun): boolean {
  return overlaps(trace);
}

/** Everything that was opened is released, once, none beginning before the one before it has ended, and none failing. */
function hasStoppedAll({ trace, end }: EntryRun): boolean {
  const opened = trace.flatMap((event) => /^open:(.+) done$/.exec(event)?.[1] ?? []);
  const released = releasesIn(trace);
  const isAll = opened.length === released.length && opened.every((name) => released.includes(name));
  return isAll && end.kind !== 'threw' && !overlaps(trace) && !trace.some((event) => event.endsWith(' fails') || event.startsWith('caught '));
}

/** The names of what is released, in order, as often as it is. */
function releasesIn(trace: readonly string[]): string[] {
  return trace.flatMap((event) => (isBeginning(event) ? (/^(?:stop|close):([^ /]+)/.exec(event)?.[1] ?? []) : []));
}

function overlaps(trace: readonly string[]): boolean {
  return trace.filter((event) => release.test(event)).some((event, index) => isBeginning(event) === (index % 2 === 1));
}

/** What is no release begins as it did; the migrated run may leave earlier when a stop fails that it waits for. */
function workDifference(original: EntryRun, migrated: EntryRun): string | undefined {
  const work = ({ trace }: EntryRun): string[] => trace.filter((event) => isBeginning(event) && !release.test(event) && !event.startsWith('caught '));
  return traceDifference(work(original), work(migrated));
}

function releaseDifference({ trace: original }: EntryRun, { trace: migrated }: EntryRun, permitted: ReadonlySet<Difference>): string | undefined {
  const [before, after] = [[...new Set(releasesIn(original))], releasesIn(migrated)];
  const missing = before.find((name) => !after.includes(name));
  if (missing) return `${missing} is not released any more`;
  const opened = migrated.flatMap((event) => /^open:(.+) done$/.exec(event)?.[1] ?? []);
  const leaked = opened.find((name) => !after.includes(name));
  if (leaked && !migrated.some((event) => event.startsWith('start:') && event.endsWith(' fails')) && permitted.has('gap-closed')) return `${leaked} leaks`;
  if (new Set(after).size < after.length) return `something is released twice: ${after.join(', ')}`;
  const stray = after.find((name) => !before.includes(name) && !opened.includes(name));
  if (stray) return `${stray} is released although it was never there`;
  return permitted.has('order-fixed') ? undefined : traceDifference(before, after.filter((name) => before.includes(name)));
}

/** What failed is caught by the program, or comes out. */
function lostError({ trace, caught, end }: EntryRun): string | undefined {
  const failed = trace.flatMap((event) => /^(.+) fails$/.exec(event)?.[1] ?? []);
  const lost = failed.find((point) => !caught.includes(point) && !(end.kind === 'threw' && end.carries.includes(point)));
  return lost && `the error of ${lost} is lost`;
}

/** A run may fail where it did not before, but not the other way round, unless all that failed was a second stop of the same thing. */
function codeDifference(original: EntryRun, migrated: EntryRun): string | undefined {
  const failed = original.trace.filter((event) => event.endsWith(' fails'));
  const isGone = failed.length > 0 && failed.every((event) => /^(?:stop|close):[^ ]+\/\d+ fails$/.test(event));
  if (original.exitCode === migrated.exitCode || migrated.end.kind === 'threw' || isGone) return undefined;
  return `exit code ${original.exitCode} became ${migrated.exitCode}`;
}
