import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import type { Grade } from '../grade.ts';
import { referencesIn } from '../ownership/references.ts';
import { hasBody, isWithin, methodCall, outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Scoped } from './scoped.ts';

/** Whether the code waits until a value has ended by itself: `certain`, `likely` when it was handed to code out of sight; nothing when it does not. */
export function isEndWaitedFor(view: View, scoped: Scoped, events: readonly string[]): Grade | undefined {
  return surest(referencesTo(view, scoped).map((reference) => waitAt(view, reference, events, new Set())));
}

/** What the code does with a value beside handing it to the scope. */
export function referencesTo(view: View, { at, symbol, scope }: Scoped): readonly ts.Identifier[] {
  return symbol ? referencesIn(view, symbol, scope).filter((reference) => !isWithin(reference, at)) : [];
}

function surest(waits: readonly (Grade | undefined)[]): Grade | undefined {
  return waits.includes('certain') ? 'certain' : waits.find((wait) => wait !== undefined);
}

function waitOf(view: View, symbol: ts.Symbol, scope: ts.Node, events: readonly string[], seen: Set<ts.Symbol>): Grade | undefined {
  if (seen.has(symbol)) return undefined;
  seen.add(symbol);
  return surest(referencesIn(view, symbol, scope).map((reference) => waitAt(view, reference, events, seen)));
}

function waitAt(view: View, reference: ts.Identifier, events: readonly string[], seen: Set<ts.Symbol>): Grade | undefined {
  const { ts: typescript } = view;
  const value = outermost(typescript, reference);
  const { parent } = value;
  if (typescript.isForOfStatement(parent) && parent.expression === value) return 'certain';
  if (typescript.isReturnStatement(parent) || typescript.isPropertyAssignment(parent) || typescript.isShorthandPropertyAssignment(parent) || typescript.isVariableDeclaration(parent)) return 'likely';
  const method = methodCall(typescript, outermost(typescript, parent as ts.Expression).parent);
  if (method && outermost(typescript, method.object) === value) return waitOfMethod(view, method.call, method.name, events);
  return typescript.isCallExpression(parent) || typescript.isNewExpression(parent) ? waitOfArgument(view, parent, value, events, seen) : undefined;
}

const listening: ReadonlySet<string> = new Set(['on', 'once', 'addListener']);

/** `out.once('finish', …)`, `out.end(done)` */
function waitOfMethod(view: View, call: ts.CallExpression, name: string, events: readonly string[]): Grade | undefined {
  if (listening.has(name)) return namesEvent(view, call.arguments[0], events) ? 'certain' : undefined;
  const callback = call.arguments.at(-1);
  return (name === 'end' || name === 'close') && callback && view.types.typeOf(callback).getCallSignatures().length > 0 ? 'certain' : undefined;
}

function namesEvent(view: View, node: ts.Expression | undefined, events: readonly string[]): boolean {
  return node !== undefined && view.ts.isStringLiteralLike(node) && events.includes(node.text);
}

const waiters: ReadonlySet<string> = new Set(['finished', 'pipeline']);

/** `finished(out)`, `pipeline(source, out)`, `once(child, 'exit')`; a function of the program does what its body does. */
function waitOfArgument(view: View, call: ts.CallExpression | ts.NewExpression, value: ts.Expression, events: readonly string[], seen: Set<ts.Symbol>): Grade | undefined {
  const callee = call.expression.getText().split('.').at(-1) ?? '';
  if (waiters.has(callee)) return 'certain';
  if (callee === 'once') return namesEvent(view, call.arguments?.[1], events) ? 'certain' : undefined;
  if (callee === 'pipe') return undefined;
  const body = calleeBody(view, call);
  const parameter = body?.parameters[call.arguments?.indexOf(value) ?? -1];
  const symbol = parameter && view.types.symbolOf(parameter.name);
  return symbol && hasBody(body) ? waitOf(view, symbol, body, events, seen) : 'likely';
}
