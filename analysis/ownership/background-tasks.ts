import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import { frameworkStarts, verbPairs } from '../contracts/verbs.ts';
import { completionOf } from '../flow/completion.ts';
import type { ClassObligation } from '../story.ts';
import { descendants, hasBody, isAsync, isThis, memberAccess, memberName, nameOf, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

const starts: ReadonlySet<string> = new Set([...verbPairs.map((pair) => pair.start), ...frameworkStarts.map((hook) => hook.method)]);

/** Async work that a start method begins and whose promise nobody keeps, so that no teardown can wait for its end. */
export function backgroundTasksOf(view: View, owner: ts.ClassLikeDeclaration): readonly ClassObligation[] {
  return owner.members.flatMap((member) => {
    if (!hasBody(member) || !starts.has(memberName(view.ts, member.name) ?? '')) return [];
    return [...descendants(view.ts, member.body)].flatMap((node) => taskAt(view, node));
  });
}

function taskAt(view: View, node: ts.Node): ClassObligation[] {
  const { ts: typescript } = view;
  if (!typescript.isCallExpression(node)) return [];
  const access = memberAccess(typescript, skipTransparent(typescript, node.expression));
  if (!access || !isThis(typescript, skipTransparent(typescript, access.object))) return [];
  const body = calleeBody(view, node);
  if (!body || !isAsync(typescript, body) || !waits(view, body)) return [];
  const fate = completionOf(view, node);
  if (fate.kind !== 'void' && fate.kind !== 'dropped' && fate.kind !== 'handled') return [];
  const grade = isLoop(view, body) && asksToStop(view, body) ? 'likely' : 'certain';
  return [{ kind: 'background task', name: nameOf(node), at: node, contract: undefined, grade, released: false, endedElsewhere: false }];
}

function waits(view: View, body: FunctionWithBody): boolean {
  return [...descendants(view.ts, body.body)].some((node) => view.ts.isAwaitExpression(node) || (view.ts.isForOfStatement(node) && node.awaitModifier !== undefined));
}

function isLoop(view: View, body: FunctionWithBody): boolean {
  return [...descendants(view.ts, body.body)].some((node) => view.ts.isWhileStatement(node) || view.ts.isForStatement(node) || (view.ts.isForOfStatement(node) && node.awaitModifier !== undefined));
}

/** The loop's condition asks a field, which the teardown can set. */
function asksToStop(view: View, body: FunctionWithBody): boolean {
  return [...descendants(view.ts, body.body)].some((node) => view.ts.isWhileStatement(node) && /\bthis\./.test(node.expression.getText()));
}
