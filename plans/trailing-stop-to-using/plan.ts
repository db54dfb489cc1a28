import type { FileFacts } from '../finally-to-stack/facts.ts';
import { atLeast } from '../finally-to-stack/level.ts';
import type { PlanOptions } from '../finally-to-stack/options.ts';
import type { Difference } from '../finally-to-stack/plan.ts';
import { stackName } from '../finally-to-stack/stack-name.ts';
import type { TextEdit } from '../edit.ts';
import type { Reason } from '../reasons.ts';
import { positionAt } from '../syntax/lines.ts';
import { declaredNames, namesWithin } from '../syntax/names.ts';
import { childOf, childrenOf, contains, rangeOf, type Node, type Range } from '../syntax/node.ts';
import { identifierName } from '../syntax/expression.ts';
import { findSite, type Found } from './find-site.ts';
import { render } from './render.ts';
import type { TrailingResource, TrailingSite } from './site.ts';

/** How one resource becomes the scope's. */
export interface Member {
  readonly site: TrailingSite;
  readonly how: 'using' | 'use' | 'call' | 'block';
  readonly limit: Reason | undefined;
}

/** Resources of one block that are released one right after the other, in the order of acquisition, and the scope that they get. */
export interface Group {
  readonly members: readonly Member[];
  /** Code follows, so the scope needs a block of its own. */
  readonly block: boolean;
  readonly stack: string;
}

/** What becomes of one resource. */
export type ResourcePlan = { readonly line: number; readonly column: number } & (
  | { readonly outcome: 'migrated'; readonly level: 'scoped' | 'use'; readonly limit: Reason | undefined; readonly differences: readonly Difference[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason }
);

export interface TrailingPlan {
  readonly sites: readonly ResourcePlan[];
  readonly edits: readonly TextEdit[];
}

type Located = Extract<Found, { site: TrailingSite }>;

/** Plans one file: its resources that are released only where nothing fails, in; edits and a verdict for each, out. Pure. */
export function planTrailing(facts: FileFacts, resources: readonly TrailingResource[], options: PlanOptions, rejectsUnused: boolean): TrailingPlan {
  const verdicts = new Map<TrailingResource, Reason | Member>();
  const located: Located[] = [];
  for (const resource of resources) {
    const found = findSite(facts.program, resource);
    const reason = 'reason' in found ? found.reason : options.select(positionAt(facts.text, resource.name.start)) ? undefined : 'not-selected';
    if ('site' in found && !reason) located.push(found);
    else if (reason) verdicts.set(resource, reason);
  }
  const groups: Group[] = [];
  for (const members of runsOf(located)) {
    const group = members.some((one) => groups.some((other) => crosses(one, other))) ? 'used-after-scope' : planGroup(members, { facts, options, rejectsUnused }, groups);
    if (typeof group === 'string') for (const { site } of members) verdicts.set(site.resource, group);
    else {
      groups.push(group);
      for (const member of group.members) verdicts.set(member.site.resource, member);
    }
  }
  return { sites: resources.map((resource) => report(facts.text, resource, verdicts.get(resource) ?? 'release-not-in-block')), edits: groups.length > 0 ? render(groups, facts) : [] };
}

function report(text: string, resource: TrailingResource, verdict: Reason | Member): ResourcePlan {
  const place = positionAt(text, resource.name.start);
  if (typeof verdict === 'string') return { ...place, outcome: 'skipped', reason: verdict };
  return { ...place, outcome: 'migrated', level: verdict.limit && verdict.limit !== 'starts-after' ? 'scoped' : 'use', limit: verdict.limit, differences: ['suppressed-error', 'stop-added'] };
}

/** The resources whose releases stand one right after the other in the same block, outermost blocks and earliest acquisitions first. */
function runsOf(located: readonly Located[]): Located[][] {
  const runs: Located[][] = [];
  for (const one of [...located].sort((a, b) => a.site.release.start - b.site.release.start)) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.block.node === one.block.node && follows(one, last)) runs.at(-1)!.push(one);
    else runs.push([one]);
  }
  return runs.sort((a, b) => firstOf(a) - firstOf(b));
}

function firstOf(run: readonly Located[]): number {
  return Math.min(...run.map(({ site }) => site.declaration.start));
}

function follows(one: Located, last: Located): boolean {
  const statements = childrenOf(one.block.node, 'body');
  const at = statements.findIndex((statement) => rangeOf(statement).start === last.site.release.start);
  return rangeOf(statements[at + 1] ?? one.block.node).start === one.site.release.start;
}

/** Two scopes of which neither holds the other. */
function crosses({ site }: Located, { members }: Group): boolean {
  const others = members.map((member) => member.site);
  const other = { start: Math.min(...others.map(({ declaration }) => declaration.start)), end: Math.max(...others.map(({ release }) => release.end)) };
  const own = { start: site.declaration.start, end: site.release.end };
  return own.start < other.end && other.start < own.end && !contains(own, other) && !contains(other, own);
}

interface Context {
  readonly facts: FileFacts;
  readonly options: PlanOptions;
  /** The compiler rejects a variable that nothing reads. */
  readonly rejectsUnused: boolean;
}

function planGroup(run: readonly Located[], context: Context, groups: readonly Group[]): Group | Reason {
  const { facts } = context;
  const acquired = [...run].sort((a, b) => a.site.begun.start - b.site.begun.start || a.site.declaration.start - b.site.declaration.start);
  const isReverse = acquired.every(({ site }, index) => index === 0 || site.release.start < acquired[index - 1]!.site.release.start);
  if (!isReverse) return 'order-would-change';
  const [first] = acquired;
  if (!first) return 'release-not-in-block';
  const after = statementsAfter(run, first.block.node);
  const block = after.length > 0 && !isPlainReturn(after, first.block.node);
  if (block && first.block.node.type === 'Program') return 'used-after-scope';
  const members = membersOf(acquired.map(({ site }) => site), block ? after.map(rangeOf) : [], context);
  if (block && hidesNames(members, first.block.node, facts)) return 'used-after-scope';
  const inside = statementsInside(members, first.block.node);
  if (inside.some(declaresUsing)) return 'order-would-change';
  if (members.some((member) => usesLaterName(member, inside, facts))) return 'name-shadowed';
  const taken = groups.filter(({ members: others }) => others.some(({ site }) => contains(site.block, first.site.block) || contains(first.site.block, site.block))).map(({ stack }) => stack);
  return { members, block, stack: stackName(facts.names, taken) };
}

function statementsAfter(run: readonly Located[], block: Node): Node[] {
  const last = Math.max(...run.map(({ site }) => site.release.end));
  return childrenOf(block, 'body').filter((statement) => rangeOf(statement).start >= last);
}

const constantLiterals: ReadonlySet<string> = new Set(['StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'NullLiteral', 'Literal']);

/** A `return` that reads nothing a release could change may be evaluated before it. */
function isPlainReturn([statement, ...more]: readonly Node[], block: Node): boolean {
  if (!statement || more.length > 0 || statement.type !== 'ReturnStatement') return false;
  const value = childOf(statement, 'argument');
  if (!value || constantLiterals.has(value.type)) return true;
  const name = identifierName(value);
  const constants = childrenOf(block, 'body').filter((one) => one.type === 'VariableDeclaration' && one['kind'] === 'const');
  return name !== undefined && declaredNames(constants).includes(name);
}

/** How each one is taken over. What a stack holds ends before all that was declared earlier, so nothing is declared behind the first that needs a stack. */
function membersOf(sites: readonly TrailingSite[], after: readonly Range[], { facts, options, rejectsUnused }: Context): Member[] {
  let open = true;
  let position = -1;
  return sites.map((site): Member => {
    const exact = equivalenceOf(site, sites) === 'exact' && atLeast(options.level, 'use');
    const usedAfter = after.some((range) => namesWithin(facts.names, range).has(site.variable));
    const early = site.begun.start === site.declaration.start || site.resource.safeBeforeStart;
    const mayDeclare = site.keyword !== undefined && !(rejectsUnused && !isRead(site, facts));
    open &&= exact && mayDeclare && !usedAfter && early && site.declaration.start > position;
    position = open ? site.declaration.start : site.begun.start;
    if (open) return { site, how: 'using', limit: undefined };
    if (exact) return { site, how: 'use', limit: early ? undefined : 'starts-after' };
    return { site, how: isCallEnough(site, sites) ? 'call' : 'block', limit: limitOf(equivalenceOf(site, sites)) };
  });
}

function isRead({ variable, block, resource, release }: TrailingSite, { names }: FileFacts): boolean {
  return names.some(({ name, start }) => name === variable && start !== resource.name.start && contains(block, { start, end: start }) && !contains(release, { start, end: start }));
}

/** How the symbol that the scope would call compares with the release. */
function equivalenceOf({ resource: { type }, plain, awaited }: TrailingSite, all: readonly TrailingSite[]): string | undefined {
  if (!type || !plain) return undefined;
  if (awaited) return type.dispose.async;
  return type.thenable || (isAsync(all) && type.dispose.async !== undefined) ? undefined : type.dispose.sync;
}

const limits: Readonly<Record<string, Reason>> = { exact: 'level-capped', guarded: 'dispose-guarded', lossy: 'dispose-lossy' };

function limitOf(equivalence: string | undefined): Reason {
  return limits[equivalence ?? ''] ?? 'dispose-differs';
}

export function isAsync(sites: readonly TrailingSite[]): boolean {
  return sites.some(({ awaited }) => awaited);
}

function isCallEnough({ plain, awaited, resource: { type } }: TrailingSite, all: readonly TrailingSite[]): boolean {
  return plain && (!isAsync(all) || (type !== undefined && type.givesNothing && type.thenable === awaited));
}

/** The statements of the block from the start of the scope to its last release. */
function statementsInside(members: readonly Member[], block: Node): Node[] {
  const from = scopeStart(members);
  const to = Math.max(...members.map(({ site }) => site.release.end));
  return childrenOf(block, 'body').filter((statement) => from <= rangeOf(statement).start && rangeOf(statement).end <= to);
}

/** What is disposed where the block ends, behind the releases that stand in it, would be disposed before them. */
function declaresUsing(statement: Node): boolean {
  return statement.type === 'VariableDeclaration' && /using$/.test(String(statement['kind']));
}

/** A release that moves to the start of the scope may be called before a later declaration is reached. */
function usesLaterName({ site, how }: Member, inside: readonly Node[], facts: FileFacts): boolean {
  if (how !== 'call' && how !== 'block') return false;
  const used = namesWithin(facts.names, site.release);
  return declaredNames(inside.filter((statement) => rangeOf(statement).start > site.begun.start)).some((name) => used.has(name));
}

/** Does the block take a name along that the code around it needs? */
function hidesNames(members: readonly Member[], block: Node, facts: FileFacts): boolean {
  const inside = statementsInside(members, block);
  const declared = new Set(declaredNames(inside));
  return childrenOf(block, 'body').filter((statement) => !inside.includes(statement)).some((statement) => [...namesWithin(facts.names, rangeOf(statement))].some((name) => declared.has(name))) || inside.some(({ type }) => /^(?:Import|Export)/.test(type));
}

/** Where the scope begins: at the first declaration that it takes over, else behind the first start. */
export function scopeStart([first]: readonly Member[]): number {
  return first?.how === 'using' ? first.site.declaration.start : first?.site.begun.end ?? 0;
}
