import type ts from 'typescript';
import { originsOf } from '../../analysis/origin.ts';
import { memberName, methodCall, skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';

/** One name that a container knows, and how it makes its value. */
export interface Registered {
  readonly key: string;
  readonly property: ts.PropertyAssignment;
  readonly by: 'asFunction' | 'asClass' | 'asValue' | 'aliasTo';
  /** The call of that. */
  readonly call: ts.CallExpression;
  /** What is called on it: `singleton`, `disposer`. */
  readonly chain: readonly ts.CallExpression[];
}

const makers: ReadonlySet<string> = new Set(['asFunction', 'asClass', 'asValue', 'aliasTo']);

/** `key: asFunction(…).singleton()`; nothing for any other property. */
export function registeredAt(view: View, property: ts.ObjectLiteralElementLike): Registered | undefined {
  const { ts: typescript } = view;
  const key = memberName(typescript, property.name);
  if (key === undefined || !typescript.isPropertyAssignment(property)) return undefined;
  const chain: ts.CallExpression[] = [];
  let at = skipTransparent(typescript, property.initializer);
  for (let call = methodCall(typescript, at); call && nameInAwilix(view, call.call.expression) === call.name && !makers.has(call.name); call = methodCall(typescript, at)) {
    chain.unshift(call.call);
    at = skipTransparent(typescript, call.object);
  }
  const by = typescript.isCallExpression(at) ? nameInAwilix(view, at.expression) : undefined;
  return by !== undefined && makers.has(by) ? { key, property, by: by as Registered['by'], call: at as ts.CallExpression, chain } : undefined;
}

/** The name of what a call calls, where awilix declares it. */
export function nameInAwilix(view: View, callee: ts.Expression): string | undefined {
  const symbol = view.types.symbolOf(view.ts.isPropertyAccessExpression(callee) ? callee.name : callee);
  return symbol && originsOf(view, symbol).some((origin) => origin.from === 'package' && origin.package === 'awilix') ? symbol.name : undefined;
}
