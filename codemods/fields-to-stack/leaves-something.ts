import type ts from 'typescript';
import { calleeBody } from '../../analysis/contracts/calls.ts';
import { failedStartsOf } from '../../analysis/failed-starts.ts';
import { classChain, releasesOfTeardown } from '../../analysis/ownership/teardown.ts';
import { startNames } from '../../analysis/scope-order.ts';
import type { FailedStart } from '../../analysis/faults.ts';
import { descendants, enclosingClass, fieldOfThis, hasBody, memberName, methodCall, skipAwait, type FunctionWithBody } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';

/** Whether the start of a class can fail with something live that only its stop would release: a stack stops what has started, and nothing else. */
export function startLeavesSomething(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return view.remember('startLeavesSomething', owner, () => classChain(view, owner).some((one) => leaks(view, one) || keepsBeforeItEnds(view, one)));
}

function leaks(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return failuresIn(view, owner.getSourceFile()).some(({ at, role }) => role === 'start' && enclosingClass(view.ts, at) === owner);
}

function failuresIn(view: View, file: ts.SourceFile): readonly FailedStart[] {
  return view.remember('failuresOfStarts', file, () => failedStartsOf(view, file));
}

/** What the class keeps for its stop counts whether its type is known or not. */
function keepsBeforeItEnds(view: View, owner: ts.ClassLikeDeclaration): boolean {
  const ended = fieldsIn(view, releasesOfTeardown(view, owner).code);
  return owner.members.some((member) => startNames.has(memberName(view.ts, member.name) ?? '') && hasBody(member) && mayFailAfter(view, member, ended, new Set()));
}

/** The fields that the code of a teardown mentions. */
function fieldsIn(view: View, code: ReadonlySet<ts.Node>): ReadonlySet<string> {
  const nodes = [...code].flatMap((member) => [...descendants(view.ts, member, () => true)]);
  return new Set(nodes.flatMap((node) => (view.ts.isPropertyAccessExpression(node) ? (fieldOfThis(view.ts, node) ?? []) : [])));
}

function mayFailAfter(view: View, method: FunctionWithBody, ended: ReadonlySet<string>, seen: Set<ts.Node>): boolean {
  if (seen.has(method)) return false;
  seen.add(method);
  const nodes = [...descendants(view.ts, method.body)];
  const helpers = nodes.flatMap((node) => (view.ts.isCallExpression(node) && fieldOfThis(view.ts, node.expression) !== undefined ? (calleeBody(view, node) ?? []) : []));
  const kept = nodes.find((node) => keeps(view, node, ended));
  const fails = kept && nodes.some((node) => node.pos >= kept.end && (view.ts.isCallExpression(node) || view.ts.isNewExpression(node) || view.ts.isAwaitExpression(node)));
  return fails === true || helpers.some((helper) => keepsAnything(view, helper, ended)) || helpers.some((helper) => mayFailAfter(view, helper, ended, seen));
}

function keepsAnything(view: View, { body }: FunctionWithBody, ended: ReadonlySet<string>): boolean {
  return [...descendants(view.ts, body)].some((node) => keeps(view, node, ended));
}

const takingMethods: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'addEventListener', 'subscribe', 'push', 'add', 'set']);

/** `this.field = acquired`, `this.listeners.push(…)`, `this.bus.on(…)`, of fields that the stop mentions. */
function keeps({ ts: typescript }: View, node: ts.Node, ended: ReadonlySet<string>): boolean {
  const method = methodCall(typescript, node);
  if (method) return takingMethods.has(method.name) && ended.has(fieldOfThis(typescript, method.object) ?? '');
  if (!typescript.isBinaryExpression(node) || node.operatorToken.kind < typescript.SyntaxKind.FirstAssignment || node.operatorToken.kind > typescript.SyntaxKind.LastAssignment) return false;
  const value = skipAwait(typescript, node.right);
  return ended.has(fieldOfThis(typescript, node.left) ?? '') && (typescript.isCallExpression(value) || typescript.isNewExpression(value) || typescript.isIdentifier(value));
}
