import type { Observation } from './program.ts';
import { endsAlike, isBeginning, release, traceDifference } from './traces.ts';

/** Whether a start may have failed half-way, or something was released again: runs on which a stack that a start fills may differ. */
export function mayRollBack({ trace }: Observation): boolean {
  return trace.some((event) => (event.endsWith(' fails') && !release.test(event)) || isRepeated(event));
}

/**
 * All but the releases begins as it did. What has started is released once, if the original released it or not, each after the end of the one before, in
 * the order of the original, or last started first. What never came to the end of its start is not released. No error is lost.
 */
export function rolledBackDifference(original: Observation, migrated: Observation, isReordered: boolean): string | undefined {
  const others = ({ trace }: Observation): string[] => trace.filter((event) => isBeginning(event) && !release.test(event) && !event.startsWith('caught '));
  const started = startedIn(migrated.trace);
  const [before, after] = [releasedIn(original), releasedIn(migrated)];
  const expected = before.filter((name) => started.includes(name));
  const order = isReordered ? undefined : traceDifference(expected, after.filter((name) => expected.includes(name)));
  const isCut = original.trace.some((event) => isRepeated(event) && event.endsWith(' fails'));
  const expectedOthers = others(original);
  return traceDifference(expectedOthers, isCut ? others(migrated).slice(0, expectedOthers.length) : others(migrated)) ?? order ?? releasesDifference(migrated.trace, started, after, before) ?? outcomeOf(original, migrated);
}

function releasesDifference(trace: readonly string[], started: readonly string[], released: readonly string[], before: readonly string[]): string | undefined {
  const stray = released.find((name) => !started.includes(name));
  if (stray) return `${stray} is released although it has not started`;
  if (trace.some(isRepeated)) return 'something is released twice';
  const added = released.filter((name) => !before.includes(name));
  const inReverse = traceDifference([...started].reverse().filter((name) => added.includes(name)), added);
  const overlapping = trace.filter((event) => release.test(event)).some((event, index) => isBeginning(event) === (index % 2 === 1));
  return inReverse ?? (overlapping ? 'a release begins before the one before it has ended' : undefined);
}

/** What came to the end of its start, or is live once it is opened. */
function startedIn(trace: readonly string[]): string[] {
  const opened = trace.flatMap((event) => /^open:(.+) done$/.exec(event)?.[1] ?? []);
  const order = (name: string): number => Math.max(trace.indexOf(`open:${name} done`), trace.indexOf(`start:${name} done`));
  return opened.filter((name) => !trace.includes(`start:${name} fails`)).sort((a, b) => order(a) - order(b));
}

function releasedIn({ trace }: Observation): string[] {
  return [...new Set(trace.flatMap((event) => /^(?:stop|close):([^ /]+)(?:\/\d+)?$/.exec(event)?.[1] ?? []))];
}

function isRepeated(event: string): boolean {
  return /^(?:stop|close):[^ ]+\/\d+/.test(event);
}

/** An error of a release that the migrated run did not repeat, or of what never started, is gone; any other is seen. */
function outcomeOf({ outcome: original }: Observation, { trace, outcome: migrated }: Observation): string | undefined {
  if (endsAlike(original, migrated)) return undefined;
  if ('threw' in original && isRepeated(original.threw)) return undefined;
  const failed = trace.flatMap((event) => /^(.+) fails$/.exec(event)?.[1] ?? []);
  const seen = (point: string): boolean => trace.includes(`caught ${point}`) || ('threw' in migrated && migrated.carries.includes(point));
  const lost = failed.find((point) => release.test(point) && !seen(point));
  if (lost) return `the error of ${lost} is lost`;
  if ('threw' in original && release.test(original.threw) && (!trace.includes(original.threw) || seen(original.threw))) return undefined;
  return 'returned' in original && 'threw' in migrated && migrated.carries.some((point) => release.test(point)) ? undefined : `${JSON.stringify(original)} became ${JSON.stringify(migrated)}`;
}
