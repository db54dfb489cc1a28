import type { TextEdit } from '../edit.ts';
import type { Reason } from '../reasons.ts';
import { contains, type Range } from '../syntax/node.ts';
import { positionAt } from '../syntax/lines.ts';
import { textStyle } from '../text-style.ts';
import { acquisitionEnd } from './acquisition-end.ts';
import { registersWithin } from './cleanup-list.ts';
import type { FileFacts, FinallySite } from './facts.ts';
import type { Level } from './level.ts';
import type { PlanOptions } from './options.ts';
import { render } from './render.ts';
import { stackName } from './stack-name.ts';
import { whichLevel, type LevelAnswer } from './which-level.ts';
import type { Registration } from './registration.ts';
import type { FileTypes } from './types.ts';
import { annotationsFor, whyNot } from './why-not.ts';

/** What happens to one site: its new level and why not a higher one, or the reason why it stays. */
export type SitePlan = { readonly site: FinallySite; readonly line: number; readonly column: number } & (
  | { readonly outcome: 'migrated'; readonly level: Level; readonly limit: Reason | undefined; readonly differences: readonly Difference[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason }
);

/** In what a migrated site may behave differently; `gap-closed` and what follows only on request. */
export type Difference = 'suppressed-error' | 'isolated-stops' | 'stop-added' | 'stop-awaited' | 'start-moved' | 'start-awaited' | 'rolled-back' | 'stopped-once' | 'gap-closed' | 'order-fixed' | 'returns-awaited' | 'exit-after-stops' | 'signals-watched' | 'stop-deadline';

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
  /** What keeps captured variables typed. */
  readonly annotations: readonly TextEdit[];
}

/** Plans one file: facts in, edits and a verdict for every site out. Pure. Without types no site goes beyond `flat`. */
export function planFile(facts: FileFacts, options: PlanOptions, types?: FileTypes): FilePlan {
  const migrated: MigratedSite[] = [];
  const sites = facts.sites.map((site): SitePlan => {
    const place = { site, ...positionAt(facts.text, site.statement.start) };
    const reason = whyNot(site) ?? (options.select(place) ? undefined : 'not-selected');
    const planned = reason ?? planSite(site, migrated, facts, options, types);
    if (typeof planned === 'string') return { ...place, outcome: 'skipped', reason: planned };
    migrated.push(planned);
    const { level, limit } = planned.level;
    return { ...place, outcome: 'migrated', level, limit, differences: differencesOf(planned, options) };
  });
  return { sites, edits: migrated.length > 0 ? render(migrated, facts, textStyle(facts.text), options) : [] };
}

function planSite(site: FinallySite, migrated: readonly MigratedSite[], facts: FileFacts, options: PlanOptions, types: FileTypes | undefined): MigratedSite | Reason {
  const parent = migrated.findLast((outer) => closes(site, outer.site));
  const capped = { ...options, level: options.levelOf?.(positionAt(facts.text, site.statement.start)) ?? options.level };
  const level = whichLevel(site, root(parent)?.site ?? site, facts, capped, types);
  const annotations = annotationsFor(site, level.scoped, types);
  if (typeof annotations === 'string') return annotations;
  const joins = parent && level.flat && !declares(level) && mayJoin(site, parent) ? parent : undefined;
  const scope = scopeOf(site, level);
  const taken = migrated.filter((other) => hasStack(other.level) && overlaps(scope, scopeOf(other.site, other.level))).map(({ stack }) => stack);
  const registerAt = options.closeGap && level.flat && !level.scoped ? acquisitionEnd(site, facts) : undefined;
  return { site, level, within: parent, joins, stack: joins?.stack ?? stackName(facts.names, taken), registerAt, annotations };
}

function hasStack({ scoped }: LevelAnswer): boolean {
  return scoped?.registrations.some(({ how }) => how !== 'using') ?? true;
}

/** Does the site declare a resource as a scope of its own, beside any stack? */
function declares({ scoped }: LevelAnswer): boolean {
  return scoped?.registrations.some(({ how }) => how === 'using') ?? false;
}

function differencesOf({ site, level: { scoped }, registerAt }: MigratedSite, options: PlanOptions): Difference[] {
  const registrations = scoped?.registrations ?? [];
  return [
    'suppressed-error',
    ...(site.list || registrations.length > 1 ? ['isolated-stops' as const] : []),
    ...(registerAt !== undefined || registrations.some((one) => closesGap(one, options)) ? ['gap-closed' as const] : []),
    ...(scoped?.reordered ? ['order-fixed' as const] : []),
    ...(options.awaitReturns && site.place === 'async' && site.returned.length > 0 ? ['returns-awaited' as const] : []),
  ];
}

function closesGap({ acquisition, at, how }: Registration, { closeGap }: PlanOptions): boolean {
  return closeGap && !acquisition.assignment && (at !== undefined || (how === 'using' && acquisition.gap));
}

/** May the release go on the outer stack? It must be of the same kind, and nothing that the outer site registers later may come between. */
function mayJoin(site: FinallySite, outer: MigratedSite): boolean {
  if (declares(outer.level) || outer.site.does.awaits !== site.does.awaits || registersWithin(outer.site.list, site.statement)) return false;
  return !outer.joins || mayJoin(site, outer.joins);
}

/** Is the site the last statement of the outer site's block, so that both scopes end together? */
function closes(site: FinallySite, outer: FinallySite): boolean {
  return !outer.handler && site.around?.last === true && site.around.scope.start === outer.block.start && site.around.scope.end === outer.block.end;
}

/** The outermost site whose block the names of the given one end up in. */
function root(planned: MigratedSite | undefined): MigratedSite | undefined {
  return planned?.within && planned.level.flat ? root(planned.within) : planned;
}

function scopeOf(site: FinallySite, { flat }: LevelAnswer): Range {
  return flat && site.around ? site.around.scope : site.statement;
}

function overlaps(a: Range, b: Range): boolean {
  return contains(a, b) || contains(b, a);
}
