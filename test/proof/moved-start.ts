import type { Observation } from './program.ts';
import { endsAlike, isBeginning, release, traceDifference } from './traces.ts';

const start = /^(?:open|start):/;

/**
 * Of a program whose constructions began work that nobody waited for, and which awaits a start behind each of them now. What is acquired and started begins in the
 * same order, and so does all the rest, each release included; between the two the order may be another one, and what the original left open because it had not come
 * to its end may be released now. Where something fails that nobody waited for and somebody waits for now (an unhandled rejection in the original), its error comes
 * out, and what would have followed does not run.
 */
export function movedStartDifference(original: Observation, migrated: Observation, isAwaited: boolean): string | undefined {
  const failed = !isAwaited ? undefined : migrated.trace.find((event) => / fails$/.test(event) && (start.test(event) || release.test(event)))?.replace(/ fails$/, '');
  const added = releasesOf(migrated).filter((event) => !original.trace.includes(event));
  const stray = added.find((event) => !isLeftOpen(original, nameOf(event)));
  if (stray) return `${stray} is added although the original released it`;
  if (failed !== undefined) return isSeen(migrated, failed) ? cutShort(original, migrated, added) : `the error of ${failed} is lost`;
  const differs = traceDifference(startsOf(original), startsOf(migrated)) ?? traceDifference(restOf(original), restOf(migrated).filter((event) => !added.includes(event)));
  return differs ?? (endsAlike(original.outcome, migrated.outcome) ? undefined : `${JSON.stringify(original.outcome)} became ${JSON.stringify(migrated.outcome)}`);
}

/** Up to the failure everything is as it was, and nothing but releases that the original comes to as well follows. */
function cutShort(original: Observation, migrated: Observation, added: readonly string[]): string | undefined {
  const isStep = (event: string): boolean => !release.test(event) && !event.startsWith('caught ');
  const [starts, rest] = [startsOf(migrated), restOf(migrated).filter(isStep)];
  const stray = releasesOf(migrated).find((event) => !original.trace.includes(event) && !added.includes(event));
  return traceDifference(startsOf(original).slice(0, starts.length), starts) ?? traceDifference(restOf(original).filter(isStep).slice(0, rest.length), rest) ?? (stray && `${stray} is new`);
}

export function startsOf({ trace }: Observation): string[] {
  return trace.filter((event) => isBeginning(event) && start.test(event));
}

export function restOf({ trace }: Observation): string[] {
  return trace.filter((event) => isBeginning(event) && !start.test(event));
}

export function releasesOf({ trace }: Observation): string[] {
  return trace.filter((event) => isBeginning(event) && release.test(event));
}

export function nameOf(event: string): string {
  return /^\w+:([^ /]+)/.exec(event)?.[1] ?? '';
}

export function isLeftOpen({ trace }: Observation, name: string): boolean {
  return trace.includes(`open:${name}`) && !trace.some((event) => release.test(event) && nameOf(event) === name);
}

export function isSeen({ trace, outcome }: Observation, point: string): boolean {
  return trace.includes(`caught ${point}`) || ('threw' in outcome && outcome.carries.includes(point));
}
