import type { Observation } from './program.ts';

export const release = /^(?:stop|close):/;

export function isBeginning(event: string): boolean {
  return !/ (?:done|fails)$/.test(event);
}

export function traceDifference(original: readonly string[], migrated: readonly string[]): string | undefined {
  const length = Math.max(original.length, migrated.length);
  for (let index = 0; index < length; index++) {
    if (original[index] !== migrated[index]) return `event ${index}: ${original[index] ?? 'nothing'} became ${migrated[index] ?? 'nothing'}`;
  }
  return undefined;
}

export function outcomeDifference({ outcome: original }: Observation, { outcome: migrated }: Observation): string | undefined {
  if ('returned' in original) return 'returned' in migrated && migrated.returned === original.returned ? undefined : `returned ${original.returned}, became ${JSON.stringify(migrated)}`;
  return 'threw' in migrated && migrated.threw === original.threw ? undefined : `threw ${original.threw}, became ${JSON.stringify(migrated)}`;
}

/** With the same value, or with an error that carries the original's. */
export function endsAlike(original: Observation['outcome'], migrated: Observation['outcome']): boolean {
  if ('returned' in original) return 'returned' in migrated && migrated.returned === original.returned;
  return 'threw' in migrated && migrated.carries.includes(original.threw);
}
