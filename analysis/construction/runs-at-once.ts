import type ts from 'typescript';
import { originsOf } from '../origin.ts';
import { runningBelow, type Shape } from '../nodes.ts';
import { memberAccess, outermost, isAsync } from '../syntax.ts';
import type { View } from '../view.ts';

/** A node and what of some shapes runs when it is evaluated: nested functions only where they are called at once. */
export function runAtOnce(view: View, root: ts.Node, ...shapes: readonly Shape[]): readonly ts.Node[] {
  return [root, ...runningBelow(view.ts, root, (nested) => runsAtOnce(view, nested), ...shapes)];
}

/** Callbacks of array methods and promise executors; immediately invoked functions are followed as calls. */
function runsAtOnce(view: View, nested: ts.Node): boolean {
  const { ts: typescript } = view;
  if (!typescript.isArrowFunction(nested) && !typescript.isFunctionExpression(nested)) return false;
  const host = outermost(typescript, nested).parent;
  if (typescript.isNewExpression(host)) return isPromise(host);
  return typescript.isCallExpression(host) && !isAsync(typescript, nested) && callbackMethod(view, host) !== undefined;
}

export function isPromise(node: ts.NewExpression): boolean {
  return node.expression.getText() === 'Promise';
}

const callbackMethods: ReadonlySet<string> = new Set([
  'forEach', 'map', 'flatMap', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex', 'reduce', 'reduceRight', 'sort', 'toSorted', 'from',
]);

/** The method of an array, or another collection of the language, that calls its callback before it returns. */
export function callbackMethod(view: View, call: ts.CallExpression): string | undefined {
  const access = memberAccess(view.ts, call.expression);
  if (!access || !callbackMethods.has(access.name)) return undefined;
  const method = view.types.symbolOf(access.nameNode);
  return method && originsOf(view, method).some((origin) => origin.from === 'lib') ? access.name : undefined;
}
