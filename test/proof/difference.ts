import type { Difference } from '../../plans/finally-to-stack/plan.ts';
import type { Observation } from './program.ts';

/**
 * In what the migrated run differs beyond what is permitted, or undefined. Always permitted: the error arrives inside a `SuppressedError` whose newest
 * error is the one the original threw. With `isolated-stops`: releases go on after one of them failed.
 */
export function difference(original: Observation, migrated: Observation, permitted: ReadonlySet<Difference>): string | undefined {
  const isolated = permitted.has('isolated-stops') ? isolatedStops(original, migrated) : undefined;
  if (isolated) return undefined;
  return traceDifference(original.trace, migrated.trace) ?? outcomeDifference(original, migrated);
}

function traceDifference(original: readonly string[], migrated: readonly string[]): string | undefined {
  const length = Math.max(original.length, migrated.length);
  for (let index = 0; index < length; index++) {
    if (original[index] !== migrated[index]) return `event ${index}: ${original[index] ?? 'nothing'} became ${migrated[index] ?? 'nothing'}`;
  }
  return undefined;
}

function outcomeDifference({ outcome: original }: Observation, { outcome: migrated }: Observation): string | undefined {
  if ('returned' in original) return 'returned' in migrated && migrated.returned === original.returned ? undefined : `returned ${original.returned}, became ${JSON.stringify(migrated)}`;
  return 'threw' in migrated && migrated.threw === original.threw ? undefined : `threw ${original.threw}, became ${JSON.stringify(migrated)}`;
}

const release = /^(?:stop|close):/;

/** The original stopped releasing at a failing release; the migrated run only adds further releases and still carries the original's error. */
function isolatedStops(original: Observation, migrated: Observation): boolean {
  const failed = original.trace.some((event) => release.test(event) && event.endsWith(' fails'));
  if (!failed || 'returned' in original.outcome || 'returned' in migrated.outcome) return false;
  let at = 0;
  const added = migrated.trace.filter((event) => {
    if (event === original.trace[at]) at++;
    else return true;
    return false;
  });
  return at === original.trace.length && added.every((event) => release.test(event)) && migrated.outcome.carries.includes(original.outcome.threw);
}
