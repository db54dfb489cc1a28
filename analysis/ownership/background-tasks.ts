import type ts from 'typescript';
import { courseOf } from '../construction/goes-on.ts';
import { calleeBody } from '../contracts/calls.ts';
import { frameworkTeardowns } from '../contracts/verbs.ts';
import { completionOf } from '../flow/completion.ts';
import { catchesAll } from '../flow/failures.ts';
import type { Grade } from '../grade.ts';
import { below, directlyBelow } from '../nodes.ts';
import type { ClassObligation } from '../class-story.ts';
import type { CompletionFate } from '../story.ts';
import { fieldOfThis, isAsync, memberName, nameOf, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { isRepeated } from './repeated.ts';
import { startCode } from './start-code.ts';
import { classChain, releasesOfTeardown, teardownMembers } from './teardown.ts';

/** Async work that a start method, or a helper it calls, begins and whose promise nobody keeps, so that no teardown can wait for its end. */
export function backgroundTasksOf(view: View, owner: ts.ClassLikeDeclaration): readonly ClassObligation[] {
  return [...startCode(view, owner)].flatMap((member) => directlyBelow(view.ts, member.body, 'call').flatMap((node) => taskAt(view, owner, node) ?? []));
}

function taskAt(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression): ClassObligation | undefined {
  const body = ownTask(view, call);
  if (!body || !isAsync(view.ts, body) || !waits(view, body)) return undefined;
  const fate = completionOf(view, call);
  if (fate.kind !== 'void' && fate.kind !== 'dropped' && fate.kind !== 'handled') return undefined;
  return { kind: 'background task', name: nameOf(call), at: call, contract: undefined, grade: gradeOf(view, owner, call, body, fate), lazy: false, released: false, endedElsewhere: false };
}

/** A call that begins an async loop, and whether that looks for a stop by itself. */
export function loopOf(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression): { call: ts.CallExpression; asksToStop: boolean } | undefined {
  const body = ownTask(view, call);
  if (!body || !isAsync(view.ts, body) || !waits(view, body) || !loops(view, body)) return undefined;
  return { call, asksToStop: asksToStop(view, owner, call) || asksToStop(view, owner, body) };
}

/** `this.poll()`, or a function that is called where it stands. */
function ownTask(view: View, call: ts.CallExpression): FunctionWithBody | undefined {
  const callee = skipTransparent(view.ts, call.expression);
  const inPlace = view.ts.isArrowFunction(callee) || view.ts.isFunctionExpression(callee);
  return inPlace || fieldOfThis(view.ts, callee) !== undefined ? calleeBody(view, call) : undefined;
}

function waits(view: View, body: FunctionWithBody): boolean {
  return directlyBelow(view.ts, body.body, 'await', 'forOf').some((node) => view.ts.isAwaitExpression(node) || node.awaitModifier !== undefined);
}

/** What can be told to stop, a single piece of work whose failure is handled, and one that may have ended when it returns, are only likely to matter. */
function gradeOf(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression, body: FunctionWithBody, fate: CompletionFate): Grade {
  if (asksToStop(view, owner, call) || asksToStop(view, owner, body) || endsWithIterable(view, body)) return 'likely';
  if (loops(view, body)) return 'certain';
  return fate.kind !== 'handled' && (!catchesAll(view, body) || isRepeated(view, owner, call)) && canBeWaitedFor(view, owner) && courseOf(view, body) === 'goes on' ? 'certain' : 'likely';
}

/** Some teardown could wait: there is one, and it is no hook of a framework that waits for nothing. */
function canBeWaitedFor(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return classChain(view, owner).some((one) => teardownMembers(view, one).some((member) => !voidHooks.has(memberName(view.ts, member.name) ?? '')));
}

const voidHooks: ReadonlySet<string> = new Set(frameworkTeardowns.filter((hook) => !hook.awaited).map((hook) => hook.method));

/** Its only loop is over what the caller of the method was given, not the instance's own: `for await (const status of subscription.status())`. */
function endsWithIterable(view: View, body: FunctionWithBody): boolean {
  const all = directlyBelow(view.ts, body.body, 'while', 'do', 'for', 'forIn', 'forOf');
  return all.length > 0 && all.every((node) => view.ts.isForOfStatement(node) && node.awaitModifier !== undefined && !/\bthis\b/.test(node.expression.getText()));
}

export function loops(view: View, body: FunctionWithBody): boolean {
  return directlyBelow(view.ts, body.body, 'while', 'do', 'for', 'forOf').some((node) => view.ts.isWhileStatement(node) || view.ts.isDoStatement(node) || (view.ts.isForStatement(node) && !node.condition) || (view.ts.isForOfStatement(node) && node.awaitModifier !== undefined));
}

/** It takes or asks a signal, or a field that the teardown sets. */
function asksToStop(view: View, owner: ts.ClassLikeDeclaration, task: ts.Node): boolean {
  const flags = fieldsSetByTeardown(view, owner);
  return below(view.ts, task, 'identifier', 'access').some((node) => {
    if (view.ts.isIdentifier(node) && /signal|abort/i.test(node.text)) return true;
    return view.ts.isPropertyAccessExpression(node) && flags.has(fieldOfThis(view.ts, node) ?? '');
  });
}

function fieldsSetByTeardown(view: View, owner: ts.ClassLikeDeclaration): ReadonlySet<string> {
  return view.remember('fieldsSetByTeardown', owner, () => {
    const fields = [...releasesOfTeardown(view, owner).code].flatMap((member) => below(view.ts, member, 'binary').map((node) => assignedField(view, node)));
    return new Set(fields.filter((field) => field !== undefined));
  });
}

function assignedField(view: View, node: ts.BinaryExpression): string | undefined {
  return node.operatorToken.kind === view.ts.SyntaxKind.EqualsToken ? fieldOfThis(view.ts, node.left) : undefined;
}
