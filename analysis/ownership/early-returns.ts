import type ts from 'typescript';
import type { Contract } from '../contracts/contract.ts';
import type { Grade } from '../grade.ts';
import { below, directlyBelow } from '../nodes.ts';
import type { SkippedRelease } from '../class-story.ts';
import { enclosingFunction, hasBody, isThis, isWithin, memberAccess, memberName, methodCall, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { assignedAt, beginsAt } from './field-begins.ts';
import { fieldsEndedAt } from './field-ends.ts';
import { type FieldNames, fieldPaths, memberOfClasses, noteLocals } from './field-paths.ts';
import { classChain, teardownMembers } from './teardown.ts';

/** One member that ends a field: where it does so itself, and the helpers by which it does. */
interface Ending {
  member: ts.Node;
  sites: readonly ts.Node[];
  helpers: readonly Ending[];
  names: FieldNames;
}

/** What is asked about. */
interface Asked {
  view: View;
  owner: ts.ClassLikeDeclaration;
  path: string;
  contract: Contract;
  /** The acquisition or start. */
  begin: ts.Node;
}

/**
 * The early return by which every teardown of a class that releases a field skips that release; nothing when one of them releases it on all its
 * normal paths. A return that asks for the field itself, or whether the object was stopped already, skips nothing.
 */
export function skippedRelease(view: View, owner: ts.ClassLikeDeclaration, path: string, contract: Contract, begin: ts.Node): SkippedRelease | undefined {
  const asked: Asked = { view, owner, path, contract, begin };
  const endings = teardownMembers(view, owner).flatMap((member) => endingOf(asked, member, new Set()) ?? []);
  const skips = endings.map((ending) => skipIn(asked, ending));
  return skips.every((skip) => skip !== undefined) ? skips[0] : undefined;
}

function endingOf(asked: Asked, member: ts.Node, seen: Set<ts.Node>): Ending | undefined {
  const { view, owner } = asked;
  if (seen.has(member)) return undefined;
  seen.add(member);
  const names: FieldNames = { classes: classChain(view, owner), locals: new Map() };
  const sites: ts.Node[] = [];
  const helpers: Ending[] = [];
  for (const node of below(view.ts, member, 'call', 'new', 'variable', 'binary', 'return', 'access')) {
    noteLocals(view, node, names);
    const helper = helperCalled(view, node, names);
    const ending = helper && endingOf(asked, helper, seen);
    if (ending) helpers.push(ending);
    if (ending || endsField(asked, node, names)) sites.push(node);
  }
  return sites.length > 0 ? { member, sites, helpers, names } : undefined;
}

function helperCalled(view: View, node: ts.Node, { classes }: FieldNames): ts.Node | undefined {
  const access = memberAccess(view.ts, node);
  if (!access) return undefined;
  const object = skipTransparent(view.ts, access.object);
  if (object.kind === view.ts.SyntaxKind.SuperKeyword) return memberOfClasses(view, classes.slice(1), access.name);
  const member = isThis(view.ts, object) ? memberOfClasses(view, classes, access.name) : undefined;
  return member && hasBody(member) ? member : undefined;
}

function endsField({ view, path, contract }: Asked, node: ts.Node, names: FieldNames): boolean {
  const covers = (one: string) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`);
  if (fieldsEndedAt(view, node, names)?.paths.some(covers)) return true;
  const method = methodCall(view.ts, node);
  return method !== undefined && contract.release.some((release) => 'method' in release && release.method === method.name) && fieldPaths(view, method.object, names).some(covers);
}

/** The first return of a member that leaves before all its releases of the field; else one of the helper that has them. */
function skipIn(asked: Asked, ending: Ending): SkippedRelease | undefined {
  const { view } = asked;
  if (!hasBody(ending.member)) return undefined;
  for (const node of directlyBelow(view.ts, ending.member.body, 'return')) {
    const grade = !ending.sites.some((site) => reachedBefore(view, site, node)) ? gradeOfReturn(asked, ending, node) : undefined;
    if (grade) return { at: node, teardown: memberName(view.ts, (ending.member as ts.ClassElement).name) ?? '', grade };
  }
  return ending.helpers.length === ending.sites.length ? firstOf(ending.helpers.map((helper) => skipIn(asked, helper))) : undefined;
}

/** Of several helpers that release it, one that always does is enough. */
function firstOf(skips: readonly (SkippedRelease | undefined)[]): SkippedRelease | undefined {
  return skips.every((skip) => skip !== undefined) ? skips[0] : undefined;
}

/** The release stands before the return, in it, or in a `finally` around it. */
function reachedBefore(view: View, site: ts.Node, exit: ts.ReturnStatement): boolean {
  if (site.pos < exit.end) return true;
  for (let at: ts.Node = exit; at.parent; at = at.parent) {
    if (view.ts.isTryStatement(at.parent) && at.parent.finallyBlock && isWithin(site, at.parent.finallyBlock)) return true;
  }
  return false;
}

/** How surely a return skips a release that is due; nothing where its condition may say that none is. */
function gradeOfReturn(asked: Asked, ending: Ending, exit: ts.ReturnStatement): Grade | undefined {
  const { view } = asked;
  const branches = branchesAround(view, exit, ending.member);
  if (!branches || branches.length === 0) return undefined;
  const fields = branches.flatMap(({ expression }) => fieldsAskedFor(view, expression, ending.names));
  const field = asked.path.split('.')[0]!;
  if (fields.length === 0 || fields.some((one) => one.name === field || isState(view, one.node))) return undefined;
  const begins = beginsAt(view, asked.owner, asked.begin);
  const together = fields.some(({ name }) => assignedAt(view, asked.owner, name).some((member) => begins.members.has(member)));
  if (together) return begins.atConstruction ? 'likely' : undefined;
  return branches.some((branch) => releasesIn(view, branch, exit, ending.names)) ? 'certain' : 'likely';
}

/** The `if`s whose branches a return lies in, innermost first; nothing when anything else decides about it. */
function branchesAround(view: View, exit: ts.Node, member: ts.Node): readonly ts.IfStatement[] | undefined {
  const { ts: typescript } = view;
  const found: ts.IfStatement[] = [];
  for (let at = exit; at !== member && at.parent; at = at.parent) {
    const { parent } = at;
    if (typescript.isIfStatement(parent) && parent.expression !== at) found.push(parent);
    if (typescript.isIterationStatement(parent, false) || typescript.isCaseOrDefaultClause(parent) || typescript.isCatchClause(parent)) return undefined;
  }
  return found;
}

interface FieldAskedFor {
  name: string;
  node: ts.Expression;
}

/** The fields of the instance that a condition mentions, also by local names. */
function fieldsAskedFor(view: View, condition: ts.Expression, names: FieldNames): readonly FieldAskedFor[] {
  return [condition, ...directlyBelow(view.ts, condition, 'identifier', 'access')].flatMap((node) => {
    const isName = view.ts.isIdentifier(node) && node.parent !== undefined && !view.ts.isPropertyAccessExpression(node.parent);
    if (!isName && !memberAccess(view.ts, node)) return [];
    return fieldPaths(view, node as ts.Expression, names).map((path) => ({ name: path.split('.')[0]!, node: node as ts.Expression }));
  });
}

/** A flag, a name of a state, a count, a promise: it tells how far the object's own life has come. */
function isState(view: View, node: ts.Expression): boolean {
  const { TypeFlags } = view.ts;
  const type = view.types.valueTypeOf(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => (part.flags & (TypeFlags.BooleanLike | TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.EnumLike | TypeFlags.Any | TypeFlags.Unknown)) !== 0) || view.types.isThenable(type) || type.getCallSignatures().length > 0;
}

/** Whether the branch that ends early releases something itself: it is a teardown then, and no guard against one. */
function releasesIn(view: View, branch: ts.IfStatement, exit: ts.ReturnStatement, names: FieldNames): boolean {
  const taken = isWithin(exit, branch.thenStatement) ? branch.thenStatement : branch.elseStatement!;
  return below(view.ts, taken, 'call', 'new', 'variable', 'return').some((node) => enclosingFunction(view.ts, node) === enclosingFunction(view.ts, exit) && fieldsEndedAt(view, node, names)?.how === 'released');
}
