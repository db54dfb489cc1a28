import type ts from 'typescript';
import { acquiredBy } from '../contracts/calls.ts';
import { listenedBy } from '../contracts/touches.ts';
import { returnsNoPromise } from '../plain-types.ts';
import { directlyBelow } from '../nodes.ts';
import { methodCall } from '../syntax.ts';
import type { View } from '../view.ts';

/** Whether a call of code outside the program makes a promise, and not of other promises. */
export function makesForeignPromise(view: View, call: ts.CallExpression): boolean {
  return !isPassedOn(view, call) && !acquiredBy(view, call) && isThenable(view, call);
}

export function isThenable(view: View, call: ts.Expression): boolean {
  return !returnsNoPromise(view, call) && view.types.isThenable(view.types.typeOf(call));
}

export const combinators = /^Promise\.(resolve|reject|all|allSettled|any|race)$/;
export const chains: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** `Promise.all(…)`, `.then(…)`: the promises they are made of are judged by themselves. */
export function isPassedOn(view: View, call: ts.CallExpression): boolean {
  return combinators.test(call.expression.getText()) || chains.has(methodCall(view.ts, call)?.name ?? '');
}

const keeps: ReadonlySet<string> = new Set(['push', 'add', 'set', 'unshift', 'once', 'on', 'addEventListener', ...chains]);

/** Whether a promise executor does more than keep its functions or wait for an event. */
export function isWork(view: View, { arguments: [executor] = [] as never }: ts.NewExpression): boolean {
  if (!executor || !(view.ts.isArrowFunction(executor) || view.ts.isFunctionExpression(executor))) return false;
  const settlers = new Set(executor.parameters.map((parameter) => parameter.name.getText()));
  return [...directlyBelow(view.ts, executor.body, 'call'), executor.body].some((node) => {
    if (!view.ts.isCallExpression(node) || settlers.has(node.expression.getText())) return false;
    return acquiredBy(view, node) !== undefined || (!listenedBy(view, node) && !keeps.has(methodCall(view.ts, node)?.name ?? ''));
  });
}
