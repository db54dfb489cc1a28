import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import { directlyBelow } from '../nodes.ts';
import { fieldOfThis, outermost, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

/** Whether a function, or a method of the same object that it waits for, loops until the object is told to stop: `while (!this.closing)`, `for (;;)`. */
export function loopsUntilTold(view: View, body: FunctionWithBody): boolean {
  return view.remember('loopsUntilTold', body, () => compute(view, body), { bottom: false, unknown: false });
}

function compute(view: View, { body }: FunctionWithBody): boolean {
  return directlyBelow(view.ts, body, 'while', 'do', 'for', 'forOf', 'call').some((node) => (view.ts.isCallExpression(node) ? waitsForLoop(view, node) : isUntilTold(view, node)));
}

function isUntilTold(view: View, loop: ts.IterationStatement): boolean {
  const { ts: typescript } = view;
  if (typescript.isForOfStatement(loop)) return loop.awaitModifier !== undefined;
  const condition = typescript.isForStatement(loop) ? loop.condition : (loop as ts.WhileStatement | ts.DoStatement).expression;
  if (!condition || condition.kind === typescript.SyntaxKind.TrueKeyword) return true;
  return [condition, ...directlyBelow(typescript, condition, 'access')].some((node) => fieldOfThis(typescript, node) !== undefined);
}

function waitsForLoop(view: View, call: ts.CallExpression): boolean {
  const { ts: typescript } = view;
  const { parent } = outermost(typescript, call);
  if (fieldOfThis(typescript, call.expression) === undefined || !(typescript.isAwaitExpression(parent) || typescript.isReturnStatement(parent))) return false;
  const body = calleeBody(view, call);
  return body !== undefined && loopsUntilTold(view, body);
}
