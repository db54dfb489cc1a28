import type { Reason } from '../reasons.ts';
import { namesWithin } from '../syntax/names.ts';
import type { FileFacts, FinallySite } from './facts.ts';
import { atLeast, type Level } from './level.ts';

/** The highest level that the untyped facts prove, capped by the caller, and why not the next one. */
export interface LevelAnswer {
  readonly level: 'structural' | 'flat';
  readonly limit: Reason;
}

/**
 * Decides between `structural` and `flat`. `within` is the outermost migrated site whose block the site closes (itself when there is none):
 * its surroundings are where the names would end up.
 */
export function whichLevel(site: FinallySite, within: FinallySite, facts: FileFacts, cap: Level): LevelAnswer {
  const limit = whyNotFlat(site, within, facts);
  if (limit) return { level: 'structural', limit };
  return atLeast(cap, 'flat') ? { level: 'flat', limit: 'needs-types' } : { level: 'structural', limit: 'level-capped' };
}

function whyNotFlat(site: FinallySite, within: FinallySite, facts: FileFacts): Reason | undefined {
  if (!site.around || !within.around) return 'no-block';
  if (site.around.kind === 'file') return 'top-level';
  if (!site.around.last) return 'not-last-in-block';
  const around = namesWithin(facts.names, within.around.scope, site.block);
  return !site.handler && site.declared.some((name) => around.has(name)) ? 'name-clash' : undefined;
}
