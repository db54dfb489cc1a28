import type { FileChanges, SiteReport } from '../../codemods/migration.ts';
import type { Reason } from '../../plans/reasons.ts';
import { withoutRepeats } from '../../plans/edit.ts';
import { isSame, type Position } from './file-state.ts';
import { isDone, type Step, type Task } from './step.ts';

/** What a migration makes of a file, as one program sees it. */
type Answer = (task: Task) => Step['result'];

/**
 * What a migration makes of a file that several programs hold: each sees uses that the others do not. A site is migrated where all of them say so, with the edits
 * of all; else it is skipped, for the reason of the one that says no.
 */
export function agreed(task: Task, [own, ...others]: readonly [Answer, ...Answer[]]): Step['result'] {
  const refused: (Position & { readonly reason: Reason })[] = [];
  for (;;) {
    const { selection } = task;
    const asked = { ...task, selection: { ...selection, without: [...(selection.without ?? []), ...refused] } };
    const result = own(asked);
    const results = [result, ...others.map((other) => other(asked))];
    const problem = results.find((one) => !isDone(one));
    if (problem || !isDone(result)) return problem ?? result;
    const done = results.filter(isDone);
    const disputed = result.sites.filter((site) => site.outcome === 'migrated').flatMap((site) => disputeOf(site, done) ?? []);
    if (disputed.length === 0) return { ...together(done), sites: result.sites.map((site) => named(reasoned(site, refused), done)) };
    refused.push(...disputed);
  }
}

function disputeOf(site: SiteReport, results: readonly FileChanges[]): (Position & { readonly reason: Reason }) | undefined {
  const { line, column } = site;
  for (const { sites } of results) {
    const same = sites.find((other) => isSame(other, site));
    if (same?.outcome !== 'migrated') return { line, column, reason: same?.reason ?? 'edits-elsewhere-refused' };
  }
  return undefined;
}

function reasoned(site: SiteReport, refused: readonly (Position & { readonly reason: Reason })[]): SiteReport {
  const found = site.outcome === 'skipped' && site.reason === 'not-selected' ? refused.find((other) => isSame(other, site)) : undefined;
  return found ? { line: site.line, column: site.column, outcome: 'skipped', reason: found.reason } : site;
}

/** A site names the files that it edits as any of the programs sees it. */
function named(site: SiteReport, results: readonly FileChanges[]): SiteReport {
  const same = results.flatMap(({ sites }) => sites.filter((other) => isSame(other, site)));
  const elsewhere = new Set(same.flatMap((other) => (other.outcome === 'migrated' ? (other.elsewhere ?? []) : [])));
  return site.outcome === 'migrated' && elsewhere.size > 0 ? { ...site, elsewhere: [...elsewhere] } : site;
}

function together(results: readonly FileChanges[]): Omit<FileChanges, 'sites'> {
  const files = new Set(results.flatMap(({ elsewhere = [] }) => elsewhere.map(({ file }) => file)));
  const editsIn = (file: string) => withoutRepeats(results.flatMap(({ elsewhere = [] }) => elsewhere.filter((other) => other.file === file).flatMap(({ edits }) => edits)));
  const elsewhere = [...files].map((file) => ({ file, edits: editsIn(file) }));
  return { edits: withoutRepeats(results.flatMap(({ edits }) => edits)), ...(elsewhere.length > 0 ? { elsewhere } : {}), ...(results.some(({ waits }) => waits) ? { waits: true } : {}) };
}
