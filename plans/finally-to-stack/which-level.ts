import type { Reason } from '../reasons.ts';
import { namesWithin } from '../syntax/names.ts';
import type { FileFacts, FinallySite } from './facts.ts';
import { atLeast, type Level } from './level.ts';
import type { PlanOptions } from './options.ts';
import { planScoped, type ScopedPlan } from './registration.ts';
import type { FileTypes } from './types.ts';

/** The level that a site gets, and why not the next one. */
export interface LevelAnswer {
  readonly level: Level;
  /** Whether the site needs no block of its own. */
  readonly flat: boolean;
  /** Undefined at the highest level. */
  readonly limit: Reason | undefined;
  /** One registration per resource; undefined when one callback holds the whole `finally`. */
  readonly scoped: ScopedPlan | undefined;
}

/**
 * Decides between `structural` and `flat` by the text, and on `scoped` and `use` by the types. `within` is the outermost migrated site whose block the site closes
 * (itself when there is none): its surroundings are where the names would end up.
 */
export function whichLevel(site: FinallySite, within: FinallySite, facts: FileFacts, options: PlanOptions, types: FileTypes | undefined): LevelAnswer {
  const notFlat = whyNotFlat(site, within, facts) ?? (atLeast(options.level, 'flat') ? undefined : 'level-capped');
  const flat = notFlat === undefined;
  const scoped = types && atLeast(options.level, 'scoped') ? planScoped({ site, flat, facts, types, options }) : undefined;
  if (scoped && 'registrations' in scoped) return { level: scoped.level, flat, limit: scoped.limit, scoped };
  const limit = scoped?.reason ?? notFlat ?? (types ? 'level-capped' : 'needs-types');
  return { level: flat ? 'flat' : 'structural', flat, limit, scoped: undefined };
}

function whyNotFlat(site: FinallySite, within: FinallySite, facts: FileFacts): Reason | undefined {
  if (!site.around || !within.around) return 'no-block';
  if (site.around.kind === 'file') return 'top-level';
  if (!site.around.last) return 'not-last-in-block';
  const around = namesWithin(facts.names, within.around.scope, site.block);
  return !site.handler && site.declared.some((name) => around.has(name)) ? 'name-clash' : undefined;
}
