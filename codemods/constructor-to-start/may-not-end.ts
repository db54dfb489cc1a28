import type ts from 'typescript';
import { calleeBody } from '../../analysis/contracts/calls.ts';
import { descendants } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';

const deepest = 4;

/** Whether the promise of a function may settle only when its work ends: it waits in a loop, itself or in a function of the program that it calls. */
export function mayNotEnd(view: View, body: ts.Node, depth = 0): boolean {
  const { ts: typescript } = view;
  return [...descendants(typescript, body)].some((node) => {
    if (typescript.isForOfStatement(node)) return node.awaitModifier !== undefined;
    if (typescript.isWhileStatement(node) || typescript.isDoStatement(node) || typescript.isForStatement(node)) return waits(view, node);
    const callee = typescript.isCallExpression(node) && !isDropped(view, node) && !isKept(view, node, body) ? calleeBody(view, node) : undefined;
    return callee !== undefined && callee !== body && (depth === deepest || mayNotEnd(view, callee, depth + 1));
  });
}

function isDropped({ ts: typescript }: View, { parent }: ts.CallExpression): boolean {
  return typescript.isExpressionStatement(parent) || typescript.isVoidExpression(parent);
}

/** `this.loop = this.run();`, whose promise this function only keeps. */
function isKept({ ts: typescript }: View, { parent }: ts.CallExpression, body: ts.Node): boolean {
  if (!typescript.isBinaryExpression(parent) || !typescript.isExpressionStatement(parent.parent)) return false;
  const kept = parent.left.getText();
  return ![...descendants(typescript, body)].some((node) => (typescript.isAwaitExpression(node) || typescript.isReturnStatement(node)) && node.expression?.getText().includes(kept));
}

function waits({ ts: typescript }: View, loop: ts.Node): boolean {
  return [...descendants(typescript, loop)].some(typescript.isAwaitExpression);
}
