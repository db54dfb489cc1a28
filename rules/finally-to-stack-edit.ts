import { findSites } from '../plans/finally-to-stack/find-sites.ts';
import type { FinallySite } from '../plans/finally-to-stack/facts.ts';
import { defaultPlanOptions } from '../plans/finally-to-stack/options.ts';
import { planFile } from '../plans/finally-to-stack/plan.ts';
import type { TextEdit } from '../plans/edit.ts';
import { contains, type ParsedFile, type Range } from '../plans/syntax/node.ts';
import { positionAt } from '../plans/syntax/lines.ts';

/**
 * The edits of `migrate finally-to-stack --level=flat` for one `finally`, by its keyword or by the array of cleanups that it runs, and for those nested
 * in it; nothing where the plan leaves that one as it is.
 */
export function finallyToStackEdits(file: ParsedFile, at: Range): readonly TextEdit[] {
  const facts = findSites(file);
  const site = facts.sites.find((one) => isMeant(one, at));
  if (!site) return [];
  const selected = facts.sites.filter((one) => contains(site.statement, one.statement)).map((one) => positionAt(file.text, one.statement.start));
  const { sites, edits } = planFile(facts, { ...defaultPlanOptions, level: 'flat', select: (place) => selected.some(({ line, column }) => line === place.line && column === place.column) });
  return sites.some((one) => one.site === site && one.outcome === 'migrated') ? edits : [];
}

function isMeant({ block, handler, finalizer, list }: FinallySite, at: Range): boolean {
  return contains({ start: (handler ?? block).end, end: finalizer.start }, at) || (list !== undefined && contains(list.declaration, at));
}
