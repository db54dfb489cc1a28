import type { FileChanges, SiteReport } from '../../codemods/migration.ts';
import { atLeast, isLevel } from '../../plans/finally-to-stack/level.ts';
import { isSame, type Position } from './file-state.ts';
import { messageKey } from './message-key.ts';

/** The sites to leave out, and those to do without the help of types. */
export interface Concessions {
  readonly without: readonly Position[];
  readonly lower: readonly Position[];
}

interface Attempt extends Concessions {
  readonly changes: FileChanges;
  /** How many messages of the compiler are new. */
  readonly added: number;
}

/**
 * Lowers sites or takes them back one by one, keeping those where that does not help, until the compiler says no more than it did; the answer is what is left.
 * @param again the changes with the concessions
 * @param added how many messages some changes add
 */
export async function rollBack(changes: FileChanges, again: (concessions: Concessions) => Promise<FileChanges>, added: (changes: FileChanges) => number): Promise<FileChanges> {
  let best: Attempt = { without: [], lower: [], changes, added: added(changes) };
  const attempt = async (concessions: Concessions): Promise<Attempt> => {
    const tried = await again(concessions);
    return { ...concessions, changes: tried, added: added(tried) };
  };
  for (const site of best.added > 0 ? migrated(changes) : []) {
    if (best.added === 0) break;
    for (const concessions of concessionsFor(site, best)) {
      const tried = best.added > 0 ? await attempt(concessions) : best;
      if (tried.added < best.added) best = tried;
    }
  }
  return best.added > 0 ? { edits: [], sites: reported(changes.sites, { without: migrated(changes), lower: [] }) } : { ...best.changes, sites: reported(best.changes.sites, best) };
}

/** A lower level first, where there is one. */
function concessionsFor(site: SiteReport, { without, lower }: Concessions): Concessions[] {
  const level = site.outcome === 'migrated' ? site.level : '';
  const lowered = isLevel(level) && atLeast(level, 'scoped') ? [{ without, lower: [...lower, site] }] : [];
  return [...lowered, { without: [...without, site], lower }];
}

/** What was taken back is skipped, and what was lowered says why. */
function reported(sites: FileChanges['sites'], { without, lower }: Concessions): FileChanges['sites'] {
  return sites.map((site): SiteReport => {
    const { line, column } = site;
    if (without.some((place) => isSame(place, site))) return { line, column, outcome: 'skipped', reason: 'adds-diagnostic' };
    return site.outcome === 'migrated' && lower.some((place) => isSame(place, site)) ? { ...site, limit: 'adds-diagnostic' } : site;
  });
}

/** How many messages are new, counting repeated ones. */
export function newMessages(before: readonly string[], after: readonly string[]): number {
  const left = before.map(messageKey);
  return after.filter((message) => {
    const at = left.indexOf(messageKey(message));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  }).length;
}

function migrated({ sites }: FileChanges): SiteReport[] {
  return sites.filter(({ outcome }) => outcome === 'migrated');
}
