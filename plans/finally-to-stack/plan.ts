import type { TextEdit } from '../edit.ts';
import type { Reason } from '../reasons.ts';
import { contains, type Range } from '../syntax/node.ts';
import { positionAt } from '../syntax/lines.ts';
import { textStyle } from '../text-style.ts';
import { acquisitionEnd } from './acquisition-end.ts';
import { registersWithin } from './cleanup-list.ts';
import type { FileFacts, FinallySite } from './facts.ts';
import type { PlanOptions } from './options.ts';
import { render } from './render.ts';
import { stackName } from './stack-name.ts';
import { whichLevel, type LevelAnswer } from './which-level.ts';
import { whyNot } from './why-not.ts';

/** What happens to one site: its new level and why not a higher one, or the reason why it stays. */
export type SitePlan = { readonly site: FinallySite; readonly line: number; readonly column: number } & (
  | { readonly outcome: 'migrated'; readonly level: LevelAnswer['level']; readonly limit: Reason; readonly differences: readonly Difference[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason }
);

/** In what a migrated site may behave differently; the last two only on request. */
export type Difference = 'suppressed-error' | 'isolated-stops' | 'gap-closed' | 'returns-awaited';

/** The plan for one file. */
export interface FilePlan {
  readonly sites: readonly SitePlan[];
  readonly edits: readonly TextEdit[];
}

/** A site that will be migrated, with everything that rendering needs to know. */
export interface MigratedSite {
  readonly site: FinallySite;
  readonly level: LevelAnswer;
  readonly stack: string;
  /** The enclosing site that ends together with this one. */
  readonly within: MigratedSite | undefined;
  /** The same, when its stack also takes this release. */
  readonly joins: MigratedSite | undefined;
  /** Where the release is registered when that is not at the `try`. */
  readonly registerAt: number | undefined;
}

/** Plans one file: facts in, edits and a verdict for every site out. Pure. */
export function planFile(facts: FileFacts, options: PlanOptions): FilePlan {
  const migrated: MigratedSite[] = [];
  const sites = facts.sites.map((site): SitePlan => {
    const place = { site, ...positionAt(facts.text, site.statement.start) };
    const reason = whyNot(site) ?? (options.select(place) ? undefined : 'not-selected');
    if (reason) return { ...place, outcome: 'skipped', reason };
    const planned = planSite(site, migrated, facts, options);
    migrated.push(planned);
    return { ...place, outcome: 'migrated', ...planned.level, differences: differencesOf(planned, options) };
  });
  return { sites, edits: migrated.length > 0 ? render(migrated, facts, textStyle(facts.text), options) : [] };
}

function planSite(site: FinallySite, migrated: readonly MigratedSite[], facts: FileFacts, options: PlanOptions): MigratedSite {
  const parent = migrated.findLast((outer) => closes(site, outer.site));
  const level = whichLevel(site, root(parent)?.site ?? site, facts, options.level);
  const joins = parent && level.level === 'flat' && mayJoin(site, parent) ? parent : undefined;
  const scope = scopeOf(site, level.level);
  const taken = migrated.filter((other) => overlaps(scope, scopeOf(other.site, other.level.level))).map(({ stack }) => stack);
  const registerAt = options.closeGap && level.level === 'flat' ? acquisitionEnd(site, facts) : undefined;
  return { site, level, within: parent, joins, stack: joins?.stack ?? stackName(facts.names, taken), registerAt };
}

function differencesOf({ site, registerAt }: MigratedSite, options: PlanOptions): Difference[] {
  return [
    'suppressed-error',
    ...(site.list ? ['isolated-stops' as const] : []),
    ...(registerAt === undefined ? [] : ['gap-closed' as const]),
    ...(options.awaitReturns && site.place === 'async' && site.returned.length > 0 ? ['returns-awaited' as const] : []),
  ];
}

/** May the release go on the outer stack? It must be of the same kind, and nothing that the outer site registers later may come between. */
function mayJoin(site: FinallySite, outer: MigratedSite): boolean {
  if (outer.site.does.awaits !== site.does.awaits || registersWithin(outer.site.list, site.statement)) return false;
  return !outer.joins || mayJoin(site, outer.joins);
}

/** Is the site the last statement of the outer site's block, so that both scopes end together? */
function closes(site: FinallySite, outer: FinallySite): boolean {
  return !outer.handler && site.around?.last === true && site.around.scope.start === outer.block.start && site.around.scope.end === outer.block.end;
}

/** The outermost site whose block the names of the given one end up in. */
function root(planned: MigratedSite | undefined): MigratedSite | undefined {
  return planned?.within && planned.level.level === 'flat' ? root(planned.within) : planned;
}

function scopeOf(site: FinallySite, level: LevelAnswer['level']): Range {
  return level === 'flat' && site.around ? site.around.scope : site.statement;
}

function overlaps(a: Range, b: Range): boolean {
  return contains(a, b) || contains(b, a);
}
