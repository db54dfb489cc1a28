import type ts from 'typescript';
import { fateOf, type Effect } from '../flow/obligation.ts';
import { weaker, type Grade } from '../grade.ts';
import { hasTeardown, obligationsOf } from '../ownership/class-obligations.ts';
import { fieldsEndedAt } from '../ownership/field-ends.ts';
import { type FieldNames, fieldPaths, memberOfClasses, noteLocals } from '../ownership/field-paths.ts';
import { acquisitionAt, instanceNodes, type InstanceAcquisition } from '../ownership/instance-acquisitions.ts';
import { classChain, releasesOfMember } from '../ownership/teardown.ts';
import { releaseText } from '../resources.ts';
import { below } from '../nodes.ts';
import type { Overwrite } from '../faults.ts';
import { enclosingFunction, fieldOfThis, functionNameOf, hasBody, isWithin, memberName, methodCall, skipAwait, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { guardOf } from './guards.ts';
import { type Times, timesOf } from './times.ts';

/** Fields of an instance that are assigned again while what they hold is live. */
export function overwrittenFields(view: View, owner: ts.ClassLikeDeclaration): readonly Overwrite[] {
  const owed = new Set(obligationsOf(view, owner).flatMap((one) => (one.kind === 'field' ? [one.name] : [])));
  if (owed.size === 0) return [];
  const assignments = instanceNodes(view, owner).flatMap((node) => assignmentAt(view, owner, node) ?? []).filter(({ field }) => owed.has(`this.${field}`));
  return assignments.flatMap((assignment) => overwriteBy(view, owner, assignment, assignments) ?? []);
}

/** `this.timer = setInterval(…)`, or a local variable that is assigned to a field. */
interface FieldAssignment {
  node: ts.BinaryExpression;
  field: string;
  made: InstanceAcquisition;
}

function assignmentAt(view: View, owner: ts.ClassLikeDeclaration, node: ts.CallExpression | ts.NewExpression): FieldAssignment | undefined {
  const made = acquisitionAt(view, owner, node);
  if (!made?.path || made.path.includes('.') || made.fresh.contract.kind === 'container') return undefined;
  const assignment = assignmentOf(view, made);
  return assignment && fieldOfThis(view.ts, assignment.left) === made.path ? { node: assignment, field: made.path, made } : undefined;
}

function assignmentOf(view: View, { value, node }: InstanceAcquisition): ts.BinaryExpression | undefined {
  const { ts: typescript } = view;
  if (isAssignment(view, value.parent)) return value.parent;
  const name = typescript.isVariableDeclaration(value.parent) && typescript.isIdentifier(value.parent.name) ? value.parent.name.text : undefined;
  const kept = below(typescript, enclosingFunction(typescript, node), 'binary').filter((one) => isAssignment(view, one) && skipAwait(typescript, one.right).getText() === name);
  return kept.length === 1 ? kept[0] : undefined;
}

function isAssignment(view: View, node: ts.Node): node is ts.BinaryExpression {
  return view.ts.isBinaryExpression(node) && node.operatorToken.kind === view.ts.SyntaxKind.EqualsToken;
}

function overwriteBy(view: View, owner: ts.ClassLikeDeclaration, assignment: FieldAssignment, all: readonly FieldAssignment[]): Overwrite | undefined {
  const { node, field, made } = assignment;
  const scope = enclosingFunction(view.ts, node);
  if (!hasBody(scope) || (made.fresh.contract.oneShot && (!hasTeardown(view, owner) || rearms(view, scope, made)))) return undefined;
  const times = timesOf(view, owner, scope);
  const guard = guardOf(view, owner, node, field);
  if (guard === 'same target' || guard === 'latch' || isReadBefore(view, scope, node, field)) return undefined;
  const effects = endsOf(view, owner, scope, field);
  for (const other of all) if (other.field === field && enclosingFunction(view.ts, other.node) === scope) effects.set(other.node, [...(effects.get(other.node) ?? []), { kind: 'acquire', live: true, text: `'this.${field}' is acquired` }]);
  const { overwrites } = fateOf(view, { name: `this.${field}`, scope, effects, holders: new Set([`this.${field}`]), ...(times === 'once' ? {} : { liveAtEntry: true }) });
  const found = overwrites.find(({ at }) => at === node);
  if (!found) return undefined;
  const isSameRun = found.path.length > 1;
  const grades: Grade[] = [found.grade, gradeOf(made), isSameRun || (times === 'repeatedly' && guard === undefined) ? 'certain' : 'likely'];
  return {
    at: node.left,
    name: `this.${field}`,
    when: isSameRun ? 'in the same run' : whenAgain(view, scope, times),
    release: releaseText(made.fresh.contract, `this.${field}`),
    grade: grades.reduce(weaker),
    path: found.path.slice(0, -1),
  };
}

function whenAgain(view: View, scope: FunctionWithBody, times: Times): string {
  const name = functionNameOf(view.ts, scope);
  if (name === undefined) return 'when this function runs again';
  return times === 'per stop' ? `when ${name}() runs again without a stop in between` : `when ${name}() runs again`;
}

/** Streams, processes and connections that end with their data, one-shot timers, and what does not keep the process. */
function gradeOf({ fresh, unreferenced, lentOut }: InstanceAcquisition): Grade {
  const { contract } = fresh;
  const endsAlone = contract.oneShot || contract.kind === 'stream' || contract.kind === 'process' || (contract.kind === 'connection' && contract.endsBy !== undefined);
  return endsAlone || unreferenced || lentOut ? 'likely' : fresh.grade;
}

/** A timer whose callback arms it again has fired by then. */
function rearms(view: View, scope: FunctionWithBody, { node }: InstanceAcquisition): boolean {
  const name = functionNameOf(view.ts, scope);
  const [callback] = node.arguments ?? [];
  if (!callback) return false;
  if (name !== undefined && [callback, ...below(view.ts, callback, 'access')].some((inner) => fieldOfThis(view.ts, inner) === name)) return true;
  const host = scope.parent;
  return view.ts.isCallExpression(host) && /setTimeout$/.test(host.expression.getText());
}

/** `const former = this.server; this.server = next; await former.close()`: the former one is kept for its release. */
function isReadBefore(view: View, scope: FunctionWithBody, assignment: ts.Node, field: string): boolean {
  const { ts: typescript } = view;
  return below(typescript, scope, 'variable', 'return').some((node) => {
    if (node.pos >= assignment.pos) return false;
    return (typescript.isReturnStatement(node) || node.initializer !== undefined) && mentions(view, node, field);
  });
}

function mentions(view: View, node: ts.Node, field: string): boolean {
  return below(view.ts, node, 'access', 'binding').some((inner) => (view.ts.isBindingElement(inner) ? isTakenOut(view, inner, field) : fieldOfThis(view.ts, inner) === field));
}

/** `const { timer } = this` */
function isTakenOut(view: View, node: ts.Node, field: string): boolean {
  return view.ts.isBindingElement(node) && memberName(view.ts, node.propertyName ?? node.name) === field;
}

/** Where a function ends what a field holds, or hands it on: directly, through helpers, or by forgetting it. */
function endsOf(view: View, owner: ts.ClassLikeDeclaration, scope: FunctionWithBody, field: string): Map<ts.Node, Effect[]> {
  const names: FieldNames = { classes: classChain(view, owner), locals: new Map() };
  const effects = new Map<ts.Node, Effect[]>();
  for (const node of below(view.ts, scope.body, 'call', 'new', 'variable', 'binary', 'return')) {
    noteLocals(view, node, names);
    if (ends(view, node, names, field)) effects.set(nearest(view, node, scope), [{ kind: 'release' }]);
  }
  return effects;
}

/** A release inside a callback counts where the callback stands. */
function nearest(view: View, node: ts.Node, scope: FunctionWithBody): ts.Node {
  let at = node;
  for (let inner = enclosingFunction(view.ts, at); inner !== scope && isWithin(inner, scope); inner = enclosingFunction(view.ts, at)) at = inner.parent;
  return at;
}

function ends(view: View, node: ts.Node, names: FieldNames, field: string): boolean {
  const covers = (path: string) => path === field || path.startsWith(`${field}.`);
  if (fieldsEndedAt(view, node, names)?.paths.some(covers)) return true;
  if (isForgotten(view, node, field) || isKept(view, node, field)) return true;
  const helper = view.ts.isCallExpression(node) ? fieldOfThis(view.ts, node.expression) : undefined;
  const member = helper === undefined ? undefined : memberOfClasses(view, names.classes, helper);
  if (!member || isWithin(node, member)) return helper !== undefined && member === undefined && fieldPaths(view, (node as ts.CallExpression).expression, names).some(covers);
  const { fields, handedOn, everything } = releasesOfMember(view, member, names.classes);
  return everything || [...fields, ...handedOn].some(covers);
}

/** `this.former.push(this.client)`, `this.former = this.client` */
function isKept(view: View, node: ts.Node, field: string): boolean {
  if (isAssignment(view, node)) return fieldOfThis(view.ts, skipAwait(view.ts, node.right)) === field;
  const method = methodCall(view.ts, node);
  return method !== undefined && /^(push|unshift|add|set|append)$/.test(method.name) && method.call.arguments.some((argument) => fieldOfThis(view.ts, argument) === field);
}

/** `this.timer = undefined`: what it held is somebody else's concern, or was dropped there. */
function isForgotten(view: View, node: ts.Node, field: string): boolean {
  if (!isAssignment(view, node) || fieldOfThis(view.ts, node.left) !== field) return false;
  const value = skipAwait(view.ts, node.right);
  return value.kind === view.ts.SyntaxKind.NullKeyword || value.getText() === 'undefined';
}
