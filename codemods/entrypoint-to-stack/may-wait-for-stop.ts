import type ts from 'typescript';
import { calleeBody, startedBy } from '../../analysis/contracts/calls.ts';
import { descendants, isWithin, type FunctionWithBody } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';

const deepest = 4;

/** Whether an awaited expression may settle only when somebody stops something: all but a start that returns once it has started. */
export function mayWaitForStop(view: View, { expression }: ts.AwaitExpression): boolean {
  const started = startedBy(view, expression);
  const body = started && calleeBody(view, started.call);
  return !started || started.start.runLoop === true || (body !== undefined && loops(view, body, 0));
}

/** It waits in a loop, itself or in a function that it waits for. */
function loops(view: View, body: FunctionWithBody, depth: number): boolean {
  const { ts: typescript } = view;
  return [...descendants(typescript, body.body)].some((node) => {
    if (typescript.isForOfStatement(node)) return node.awaitModifier !== undefined;
    if (typescript.isWhileStatement(node) || typescript.isDoStatement(node) || typescript.isForStatement(node)) return [...descendants(typescript, node)].some(typescript.isAwaitExpression);
    const awaited = typescript.isCallExpression(node) && isAwaited(view, node, body) ? calleeBody(view, node) : undefined;
    return awaited !== undefined && awaited !== body && (depth === deepest || loops(view, awaited, depth + 1));
  });
}

function isAwaited({ ts: typescript }: View, call: ts.CallExpression, body: FunctionWithBody): boolean {
  for (let at: ts.Node = call.parent; isWithin(at, body); at = at.parent) {
    if (typescript.isAwaitExpression(at) || typescript.isReturnStatement(at)) return true;
    if (typescript.isStatement(at) || (typescript.isBinaryExpression(at) && at.operatorToken.kind >= typescript.SyntaxKind.FirstAssignment)) return false;
  }
  return true;
}
