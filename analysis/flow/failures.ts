import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import { directlyBelow } from '../nodes.ts';
import { assignedValues } from '../ownership/receiver.ts';
import { enclosingClass, fieldOfThis, isWithin, methodCall, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { mayThrow } from './may-throw.ts';

const throwsOn = /\bthrow\b|\bprocess\.exit\b/;

/** Whether nothing that a function waits for can make its own promise fail: the wait is in a `try` whose `catch` neither throws nor ends the process, is caught itself, or cannot fail. */
export function catchesAll(view: View, body: FunctionWithBody): boolean {
  return view.remember('catchesAll', body, () => isCaughtIn(view, body), { bottom: true, unknown: false });
}

function isCaughtIn(view: View, { body }: FunctionWithBody): boolean {
  const { ts: typescript } = view;
  if (!typescript.isBlock(body)) return false;
  const waits = directlyBelow(typescript, body, 'await', 'forOf').filter((node) => typescript.isAwaitExpression(node) || node.awaitModifier !== undefined);
  const returned = directlyBelow(typescript, body, 'return').filter((node) => isPromiseOfCall(view, node));
  return waits.length + returned.length > 0 && waits.every((node) => isInCaught(view, node, body) || (typescript.isAwaitExpression(node) && cannotFail(view, node))) && returned.every((node) => hasCatch(view, node.expression!));
}

/** `run().catch(log)`, also with a `finally(…)` behind it */
function hasCatch(view: View, promise: ts.Expression): boolean {
  const last = methodCall(view.ts, skipTransparent(view.ts, promise));
  return last?.name === 'catch' || (last?.name === 'finally' && hasCatch(view, last.object));
}

function isPromiseOfCall(view: View, { expression }: ts.ReturnStatement): boolean {
  return expression !== undefined && view.ts.isCallExpression(skipTransparent(view.ts, expression)) && view.types.isThenable(view.types.typeOf(expression));
}

function cannotFail(view: View, node: ts.AwaitExpression): boolean {
  const value = skipTransparent(view.ts, node.expression);
  if (hasCatch(view, value) || mayThrow(view, node) === undefined) return true;
  return neverRejects(view, value) || isFieldOfSuch(view, value);
}

/** A call of a function of the program that catches all that it waits for. */
function neverRejects(view: View, value: ts.Expression): boolean {
  const body = view.ts.isCallExpression(value) ? calleeBody(view, value) : undefined;
  return body !== undefined && catchesAll(view, body);
}

/** `await this.refreshing`, where all that the class puts in the field are calls of such functions. */
function isFieldOfSuch(view: View, value: ts.Expression): boolean {
  const field = fieldOfThis(view.ts, value);
  const owner = field === undefined ? undefined : enclosingClass(view.ts, value);
  const given = owner && field !== undefined ? assignedValues(view, owner, field).map((one) => skipTransparent(view.ts, one)) : [];
  const calls = given.filter((one) => one.kind !== view.ts.SyntaxKind.NullKeyword && one.getText() !== 'undefined');
  return calls.length > 0 && calls.every((one) => neverRejects(view, one));
}

/** In a `try` whose `catch` neither throws nor ends the process, or in such a `catch`. */
function isInCaught(view: View, node: ts.Node, root: ts.Node): boolean {
  for (let at = node; at !== root; at = at.parent) {
    if (!view.ts.isTryStatement(at.parent) || !at.parent.catchClause) continue;
    const { tryBlock, catchClause } = at.parent;
    if ((isWithin(node, tryBlock) || isWithin(node, catchClause)) && !throwsOn.test(catchClause.getText())) return true;
  }
  return false;
}
