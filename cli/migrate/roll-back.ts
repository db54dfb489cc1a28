import type { FileChanges } from '../../codemods/migration.ts';
import type { TextEdit } from '../../plans/edit.ts';
import { isSame, type Position } from './file-state.ts';

/** What is left of the changes of one file once the compiler was asked, and the sites that were taken back. */
export interface RolledBack {
  readonly edits: readonly TextEdit[];
  readonly taken: readonly Position[];
}

/**
 * Takes sites back one by one, keeping those whose removal does not help, until the compiler says no more than it did.
 * @param again the changes without some of the sites
 * @param added how many messages some changes add
 */
export async function rollBack(changes: FileChanges, again: (without: readonly Position[]) => Promise<FileChanges>, added: (edits: readonly TextEdit[]) => number): Promise<RolledBack> {
  let { edits } = changes;
  let worst = added(edits);
  const taken: Position[] = [];
  for (const site of worst > 0 ? migrated(changes) : []) {
    if (worst === 0) break;
    const without = await again([...taken, site]);
    const now = added(without.edits);
    if (now >= worst) continue;
    [edits, worst] = [without.edits, now];
    taken.push(site);
  }
  return worst > 0 ? { edits: [], taken: migrated(changes) } : { edits, taken };
}

/** The sites with those that were taken back as skipped. */
export function withTaken({ sites }: FileChanges, taken: readonly Position[]): FileChanges['sites'] {
  return sites.map((site) => (site.outcome === 'migrated' && taken.some((place) => isSame(place, site)) ? { line: site.line, column: site.column, outcome: 'skipped', reason: 'adds-diagnostic' } : site));
}

/** How many messages are new, counting repeated ones. */
export function newMessages(before: readonly string[], after: readonly string[]): number {
  const left = [...before];
  return after.filter((message) => {
    const at = left.indexOf(message);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  }).length;
}

function migrated({ sites }: FileChanges): Position[] {
  return sites.filter(({ outcome }) => outcome === 'migrated');
}
