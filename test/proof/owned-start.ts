import { isLeftOpen, isSeen, nameOf, releasesOf, restOf, startsOf } from './moved-start.ts';
import type { Observation } from './program.ts';
import { endsAlike, release, traceDifference } from './traces.ts';

/**
 * Of a program whose container started what a scope of it starts and owns now. All begins in the same order, one start after the other, so that what a failed start
 * ran beside may not begin at all, and of two that fail the first is told; every release that ran still runs, in its order unless that was to be fixed; and what the
 * original left open is released, last opened first, each after the end of the one before. Where that fails, its error comes out, and what would have followed does
 * not run.
 */
export function ownedStartDifference(original: Observation, migrated: Observation, isReordered: boolean): string | undefined {
  const added = releasesOf(migrated).filter((event) => !original.trace.includes(event));
  const stray = added.find((event) => !isLeftOpen(original, nameOf(event)));
  if (stray) return `${stray} is added although the original released it`;
  const failed = failedIn(migrated).filter((event) => added.includes(event) || !release.test(event));
  const lost = failed.find((event) => added.includes(event) && !isSeen(migrated, event));
  if (lost) return `the error of ${lost} is lost`;
  const order = inReverse(migrated, added) ?? (failed.length > 0 ? cutShort(original, migrated) : wholeDifference(original, migrated, added, isReordered));
  const isTold = failed.some((event) => added.includes(event) || (failedIn(original).includes(event) && isSeen(migrated, event)));
  return order ?? (isTold || endsAlike(original.outcome, migrated.outcome) ? undefined : `${JSON.stringify(original.outcome)} became ${JSON.stringify(migrated.outcome)}`);
}

function wholeDifference(original: Observation, migrated: Observation, added: readonly string[], isReordered: boolean): string | undefined {
  const kept = releasesOf(migrated).filter((event) => !added.includes(event));
  const ordered = (events: readonly string[]): readonly string[] => (isReordered ? events.toSorted() : events);
  return traceDifference(startsOf(original), startsOf(migrated)) ?? traceDifference(withoutReleases(original), withoutReleases(migrated)) ?? traceDifference(ordered(releasesOf(original)), ordered(kept));
}

/** Up to the failure everything is as it was. */
function cutShort(original: Observation, migrated: Observation): string | undefined {
  const [starts, rest] = [startsOf(migrated), withoutReleases(migrated)];
  return traceDifference(startsOf(original).slice(0, starts.length), starts) ?? traceDifference(withoutReleases(original).slice(0, rest.length), rest);
}

/** What is released only now, scope by scope: never something before what was opened behind it and is released by the same scope. */
function inReverse({ trace }: Observation, added: readonly string[]): string | undefined {
  const events = trace.filter((event) => release.test(event));
  const overlapping = events.find((event, index) => index % 2 === 0 && !events[index + 1]?.startsWith(`${event} `));
  if (overlapping) return `what follows ${overlapping} does not wait for it`;
  const openedAt = (event: string): number => trace.indexOf(`open:${nameOf(event)} done`);
  const early = added.find((event, index) => added.slice(index + 1).some((other) => openedAt(other) > openedAt(event) && openedAt(other) < trace.indexOf(event)));
  return early && `${early} runs before the release of what was opened later`;
}

function withoutReleases(observation: Observation): string[] {
  return restOf(observation).filter((event) => !release.test(event) && !event.startsWith('caught '));
}

function failedIn({ trace }: Observation): string[] {
  return trace.flatMap((event) => /^(.+) fails$/.exec(event)?.[1] ?? []);
}
