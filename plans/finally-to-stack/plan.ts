import type { TextEdit } from '../edit.ts';
import type { Reason } from '../reasons.ts';
import { contains, type Range } from '../syntax/node.ts';
import { positionAt } from '../syntax/lines.ts';
import { textStyle } from '../text-style.ts';
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

/** The plan for one file. `stacks` says whether the new text constructs a stack. */
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
    return { ...place, outcome: 'migrated', ...planned.level, differences: ['suppressed-error'] };
  });
  return { sites, edits: migrated.length > 0 ? render(migrated, facts, textStyle(facts.text), options) : [] };
}

function planSite(site: FinallySite, migrated: readonly MigratedSite[], facts: FileFacts, options: PlanOptions): MigratedSite {
  const parent = migrated.findLast((outer) => closes(site, outer.site));
  const level = whichLevel(site, root(parent)?.site ?? site, facts, options.level);
  const joins = parent && level.level === 'flat' && parent.site.does.awaits === site.does.awaits ? parent : undefined;
  const scope = scopeOf(site, level.level);
  const taken = migrated.filter((other) => overlaps(scope, scopeOf(other.site, other.level.level))).map(({ stack }) => stack);
  return { site, level, within: parent, joins, stack: joins?.stack ?? stackName(facts.names, taken) };
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
