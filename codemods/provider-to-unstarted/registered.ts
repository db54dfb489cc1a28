import type ts from 'typescript';
import { originsOf } from '../../analysis/origin.ts';
import { memberName, methodCall, outermost, skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Reason } from '../../plans/reasons.ts';

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

/** A container with all that is registered when it is made. */
export interface Container {
  /** `createContainer()` */
  readonly made: ts.CallExpression;
  /** The expression that has the container with its registrations. */
  readonly value: ts.Expression;
  readonly registered: ReadonlyMap<string, Registered>;
}

const makers: ReadonlySet<string> = new Set(['asFunction', 'asClass', 'asValue', 'aliasTo']);

/** The container that a registration belongs to: `createContainer().register({ key: asFunction(…) })`. */
export function containerOf(view: View, registration: ts.Node): Container | Reason {
  const { ts: typescript } = view;
  const literal = registeredIn(view, registration);
  const register = literal && outermost(typescript, literal).parent;
  if (!register || !typescript.isCallExpression(register)) return 'container-out-of-sight';
  const calls = registerCalls(view, register);
  const made = calls && skipTransparent(typescript, methodCall(typescript, calls[0]!)!.object);
  if (!calls || !made || !isCreation(view, made)) return 'container-out-of-sight';
  if (!byProxy(view, made)) return 'needs-out-of-sight';
  const registered = new Map<string, Registered>();
  for (const property of calls.flatMap((call) => [...(call.arguments[0] as ts.ObjectLiteralExpression).properties])) {
    const one = registeredAt(view, property);
    if (!one || registered.has(one.key)) return 'container-out-of-sight';
    registered.set(one.key, one);
  }
  return { made, value: outermost(typescript, calls.at(-1)!), registered };
}

/** The literal that a registration, with what is chained to it, is a property of. */
function registeredIn({ ts: typescript }: View, registration: ts.Node): ts.ObjectLiteralExpression | undefined {
  for (let at = registration; !typescript.isStatement(at); at = at.parent) if (typescript.isPropertyAssignment(at)) return at.parent;
  return undefined;
}

/** All calls of `register` of one chain, each with a literal, in the order in which they run. */
function registerCalls({ ts: typescript }: View, inner: ts.CallExpression): readonly ts.CallExpression[] | undefined {
  const isRegister = (node: ts.Node): boolean => {
    const call = methodCall(typescript, node);
    return call?.name === 'register' && call.call.arguments.length === 1 && typescript.isObjectLiteralExpression(call.call.arguments[0]!);
  };
  if (!isRegister(inner)) return undefined;
  const calls = [inner];
  for (let at = methodCall(typescript, inner)!.object; isRegister(at); at = methodCall(typescript, at)!.object) calls.unshift(at as ts.CallExpression);
  for (let at = outermost(typescript, inner).parent.parent; at && isRegister(at) && methodCall(typescript, at)!.object === outermost(typescript, calls.at(-1)!); at = outermost(typescript, at as ts.Expression).parent.parent) calls.push(at as ts.CallExpression);
  return calls;
}

function isCreation(view: View, node: ts.Expression): node is ts.CallExpression {
  return view.ts.isCallExpression(node) && isAwilix(view, node.expression) === 'createContainer';
}

/** The name of what awilix exports. */
function isAwilix(view: View, callee: ts.Expression): string | undefined {
  const symbol = view.types.symbolOf(view.ts.isPropertyAccessExpression(callee) ? callee.name : callee);
  return symbol && originsOf(view, symbol).some((origin) => origin.from === 'package' && origin.package === 'awilix') ? symbol.name : undefined;
}

/** A container hands itself to its providers, unless its options say that it looks at the names of their parameters. */
function byProxy({ ts: typescript }: View, { arguments: [options] }: ts.CallExpression): boolean {
  if (!options) return true;
  return typescript.isObjectLiteralExpression(options) && options.properties.every((property) => /^(strict|injectionMode)$/.test(memberName(typescript, property.name) ?? '') && !/\bCLASSIC\b/.test(property.getText()) && typescript.isPropertyAssignment(property));
}

function registeredAt(view: View, property: ts.ObjectLiteralElementLike): Registered | undefined {
  const { ts: typescript } = view;
  const key = memberName(typescript, property.name);
  if (key === undefined || !typescript.isPropertyAssignment(property)) return undefined;
  const chain: ts.CallExpression[] = [];
  let at = skipTransparent(typescript, property.initializer);
  for (let call = methodCall(typescript, at); call && isAwilix(view, call.call.expression) === call.name && !makers.has(call.name); call = methodCall(typescript, at)) {
    chain.unshift(call.call);
    at = skipTransparent(typescript, call.object);
  }
  const by = typescript.isCallExpression(at) ? isAwilix(view, at.expression) : undefined;
  return by !== undefined && makers.has(by) ? { key, property, by: by as Registered['by'], call: at as ts.CallExpression, chain } : undefined;
}
