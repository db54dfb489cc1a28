import type { Difference } from '../../plans/finally-to-stack/plan.ts';
import { movedStartDifference } from './moved-start.ts';
import { ownedStartDifference } from './owned-start.ts';
import type { Observation } from './program.ts';
import { mayRollBack, rolledBackDifference } from './rolled-back.ts';
import { endsAlike, isBeginning, outcomeDifference, release, traceDifference } from './traces.ts';

/**
 * In what the migrated run differs beyond what is permitted, or undefined. Always permitted: the error arrives inside a `SuppressedError` whose newest
 * error is the one the original threw. With `isolated-stops`: releases go on after one of them failed. With `gap-closed` and
 * `stop-added`: a release is added where the original left without one; with the latter it may fail there, and its error then reaches whoever is there to see it. With `stop-awaited`: a release ends before what follows it begins. With `order-fixed`: the releases run in another order.
 * With `start-moved`: what a construction began is begun behind it; with `start-awaited` it is waited for, and with `stop-added` a scope owns it.
 * With `rolled-back`: where something fails, what has started is released at once; with `stopped-once`, nothing is released again.
 */
export function difference(original: Observation, migrated: Observation, permitted: ReadonlySet<Difference>): string | undefined {
  if (permitted.has('start-moved') && permitted.has('stop-added')) return ownedStartDifference(original, migrated, permitted.has('order-fixed'));
  if (permitted.has('start-moved')) return movedStartDifference(original, migrated, permitted.has('start-awaited'));
  if (permitted.has('stop-awaited')) return awaitedDifference(original, migrated);
  if (permitted.has('rolled-back') && mayRollBack(original)) return rolledBackDifference(original, migrated, permitted.has('order-fixed'));
  if (permitted.has('order-fixed')) return reorderedDifference(original, migrated, permitted);
  const failing = permitted.has('stop-added') ? addedFailure(original, migrated) : undefined;
  if (failing !== undefined) return addedFailureDifference(original, migrated, failing);
  const mayAdd = (permitted.has('isolated-stops') && releaseFailed(original)) || ((permitted.has('gap-closed') || permitted.has('stop-added')) && leaks(original));
  if (mayAdd && onlyAddsReleases(original, migrated)) return undefined;
  return traceDifference(original.trace, migrated.trace) ?? outcomeDifference(original, migrated);
}

/**
 * Everything begins in the same order, and every release that ran still runs. Where a release fails that nobody waited for, its error comes out instead of being lost,
 * and of what would have followed only releases run.
 */
function awaitedDifference(original: Observation, migrated: Observation): string | undefined {
  const released = ({ trace }: Observation): string[] => trace.filter((event) => release.test(event) && isBeginning(event));
  const rest = ({ trace }: Observation): string[] => trace.filter((event) => !release.test(event) && !event.startsWith('caught ') && isBeginning(event));
  const failed = migrated.trace.flatMap((event) => /^((?:stop|close):.*) fails$/.exec(event)?.[1] ?? []);
  const isSeen = failed.some((point) => migrated.trace.includes(`caught ${point}`) || ('threw' in migrated.outcome && migrated.outcome.carries.includes(point)));
  if (isSeen) return traceDifference(rest(original).slice(0, rest(migrated).length), rest(migrated)) ?? traceDifference(released(original), released(migrated));
  return traceDifference(original.trace.filter(isBeginning), migrated.trace.filter(isBeginning)) ?? outcomeDifference(original, migrated);
}

/** All but the releases is as it was, and as many of them run; after a failing one, which they are depends on the order. */
function reorderedDifference(original: Observation, migrated: Observation, permitted: ReadonlySet<Difference>): string | undefined {
  if (releaseFailed(original) || releaseFailed(migrated)) return undefined;
  const rest = ({ trace }: Observation): string[] => trace.filter((event) => !release.test(event));
  const released = ({ trace }: Observation): string[] => trace.filter((event) => release.test(event)).sort();
  const added = permitted.has('gap-closed') && leaks(original);
  return traceDifference(rest(original), rest(migrated)) ?? (added ? undefined : traceDifference(released(original), released(migrated))) ?? outcomeDifference(original, migrated);
}

function releaseFailed({ trace }: Observation): boolean {
  return trace.some((event) => release.test(event) && event.endsWith(' fails'));
}

/** The first release that the original never came to and that fails in the migrated run. */
function addedFailure(original: Observation, migrated: Observation): string | undefined {
  const failing = migrated.trace.flatMap((event) => (release.test(event) && event.endsWith(' fails') ? [event.replace(/ fails$/, '')] : []));
  return failing.find((point) => !original.trace.includes(point));
}

/** Up to the failing release nothing but releases is added, and its error is not lost. */
function addedFailureDifference(original: Observation, { trace, outcome, caught }: Observation, point: string): string | undefined {
  const others = (events: readonly string[]): string[] => events.filter((event) => isBeginning(event) && !release.test(event));
  const before = others(trace.slice(0, trace.indexOf(`${point} fails`)));
  const isSeen = caught.some((points) => points.includes(point)) || ('threw' in outcome && outcome.carries.includes(point));
  return traceDifference(others(original.trace).slice(0, before.length), before) ?? (isSeen ? undefined : `the error of ${point} is lost`);
}

/** Was something opened that nobody tried to release? */
function leaks({ trace }: Observation): boolean {
  const opened = trace.flatMap((event) => /^open:(.+) done$/.exec(event)?.[1] ?? []);
  return opened.some((name) => !trace.includes(`stop:${name}`) && !trace.includes(`close:${name}`));
}

/**
 * The migrated run does all that the original did, in the same order, adds releases only, and ends alike: with the same value, or with an error that carries the
 * original's, as every error does that is caught on the way. When something ends is left out here: an added release takes time, in which work that nobody waits for
 * goes on.
 */
function onlyAddsReleases(original: Observation, migrated: Observation): boolean {
  const expected = original.trace.filter(isBeginning);
  const caught = migrated.caught.values();
  let at = 0;
  const added = migrated.trace.filter(isBeginning).filter((event) => (sameBeginning(event, expected[at], caught) ? void at++ : true));
  return at === expected.length && added.every((event) => release.test(event)) && endsAlike(original.outcome, migrated.outcome);
}

/** The error of an added release may come in front of the one that the original caught. */
function sameBeginning(event: string, expected: string | undefined, caught: Iterator<readonly string[]>): boolean {
  if (!event.startsWith('caught ')) return event === expected;
  const carries = caught.next().value as readonly string[];
  return carries.some((point) => expected === `caught ${point}`);
}
