import type ts from 'typescript';
import { calleeBody, calleeEntry } from './calls.ts';
import { completingOperators, completingSources, completingTypes, endlessSources, endlessTypes } from './observables.ts';
import type { Grade } from '../grade.ts';
import { nameKey } from '../origin.ts';
import { directlyBelow } from '../nodes.ts';
import { memberAccess, methodCall, skipAwait } from '../syntax.ts';
import type { View } from '../view.ts';

/** How sure it is that what is subscribed to goes on until somebody unsubscribes; `completes` when it ends by itself. */
export type Endless = Grade | 'completes';

const completing = new Map(completingSources.map((name) => [nameKey(name), true]));
const endless = new Map(endlessSources.map((name) => [nameKey(name), true]));
const mostNested = 4;

/** Whether the observable that a `subscribe` call subscribes to is endless: by its operators, its source and its type. */
export function isEndless(view: View, subscribe: ts.CallExpression): Endless {
  const source = memberAccess(view.ts, skipAwait(view.ts, subscribe.expression))?.object;
  return source ? ofSource(view, source, 0) : 'likely';
}

function ofSource(view: View, expression: ts.Expression, depth: number): Endless {
  const source = skipAwait(view.ts, expression);
  const method = methodCall(view.ts, source);
  if (method?.name === 'pipe') return method.call.arguments.some((operator) => completes(view, operator)) ? 'completes' : ofSource(view, method.object, depth);
  if (method?.name === 'asObservable') return ofSource(view, method.object, depth);
  if (view.ts.isCallExpression(source)) return ofCall(view, source, depth);
  if (view.ts.isNewExpression(source)) return ofType(view, source);
  return ofType(view, source);
}

function completes(view: View, operator: ts.Expression): boolean {
  const call = skipAwait(view.ts, operator);
  return view.ts.isCallExpression(call) && completingOperators.has(call.expression.getText());
}

function ofCall(view: View, call: ts.CallExpression, depth: number): Endless {
  if (calleeEntry(view, call, completing)) return 'completes';
  if (calleeEntry(view, call, endless)) return 'certain';
  const method = methodCall(view.ts, call);
  const receiver = method && view.types.symbolOfType(view.types.valueTypeOf(method.object))?.name;
  if (receiver !== undefined && completingTypes.has(receiver)) return 'completes';
  const body = depth < mostNested ? calleeBody(view, call) : undefined;
  return body ? ofReturned(view, body, depth + 1) : ofType(view, call);
}

/** A function of the program: its least sure return decides. */
function ofReturned(view: View, body: ts.FunctionLikeDeclaration & { body: ts.ConciseBody }, depth: number): Endless {
  const { ts: typescript } = view;
  if (!typescript.isBlock(body.body)) return ofSource(view, body.body, depth);
  const answers: Endless[] = [];
  for (const node of directlyBelow(typescript, body.body, 'return')) {
    if (node.expression) answers.push(ofSource(view, node.expression, depth));
  }
  return answers.find((answer) => answer === 'completes') ?? answers.find((answer) => answer === 'likely') ?? answers[0] ?? 'likely';
}

function ofType(view: View, source: ts.Expression): Endless {
  const name = view.types.symbolOfType(view.types.valueTypeOf(source))?.name;
  return name !== undefined && endlessTypes.has(name) ? 'certain' : 'likely';
}
