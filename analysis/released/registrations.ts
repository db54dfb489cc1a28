import type ts from 'typescript';
import { contractOfValue } from '../contracts/of-type.ts';
import { callsThatMay } from '../named-calls.ts';
import { below, chosenBelow } from '../nodes.ts';
import { isStack } from '../ownership/stack.ts';
import { hasBody, methodCall, nameOf, outermost, outermostAwaited, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { actOf, type Failure } from './acts.ts';
import { isUnconditional } from './runs-at.ts';
import { placesOf } from './subject.ts';

/** What a stack of a function was given to release. */
export interface Registration {
  /** As the function calls it. */
  name: string;
  object: ts.Expression;
  at: ts.CallExpression;
  stack: ts.Expression;
  /** What the stack's release does where the resource was released before. */
  again: Failure | undefined;
  /** In words: `stack.defer()`. */
  by: string;
}

const givings = callsThatMay((_view, name) => giving.has(name));
const giving: ReadonlySet<string> = new Set(['use', 'adopt', 'defer']);

/** Everything with a name that a function hands to its stacks. */
export function registrationsOf(view: View, scope: FunctionWithBody): readonly Registration[] {
  return view.remember('registrationsOf', scope, () => {
    return chosenBelow(view.ts, scope, givings(view, scope.getSourceFile())).flatMap((node) => registrationsAt(view, node));
  }, { bottom: [], unknown: [] });
}

function registrationsAt(view: View, node: ts.Node): Registration[] {
  const method = methodCall(view.ts, node);
  if (!method || !giving.has(method.name) || !isStack(view, method.object)) return [];
  const { call, object, name } = method;
  const by = `${nameOf(object)}.${name}()`;
  const [first, callback] = call.arguments;
  if (!first) return [];
  if (name === 'defer') return deferredBy(view, first).map((one) => ({ ...one, at: call, stack: object, by }));
  const again = name === 'use' ? contractOfValue(view, first)?.contract.dispose?.again : againOfAdopted(view, callback);
  return namesOf(view, call, first).map((one) => ({ name: one.getText(), object: one, at: call, stack: object, by, again }));
}

/** The argument's own name, and the name of the variable that gets the result. */
function namesOf(view: View, call: ts.CallExpression, argument: ts.Expression): ts.Expression[] {
  const value = skipTransparent(view.ts, argument);
  const declared = outermostAwaited(view.ts, call).parent;
  const own = view.ts.isIdentifier(value) || view.ts.isPropertyAccessExpression(value) ? [value] : [];
  return view.ts.isVariableDeclaration(declared) && view.ts.isIdentifier(declared.name) ? [...own, declared.name] : own;
}

/** `stack.defer(() => pool.end())` */
function deferredBy(view: View, callback: ts.Expression): Pick<Registration, 'name' | 'object' | 'again'>[] {
  if (!hasBody(callback)) return [];
  return below(view.ts, callback, 'call').flatMap((node) => {
    const method = methodCall(view.ts, node);
    const object = method && skipTransparent(view.ts, method.object);
    if (!object || !(view.ts.isIdentifier(object) || view.ts.isPropertyAccessExpression(object))) return [];
    const deed = actOf(view, outermost(view.ts, object), 0);
    return deed?.kind === 'release' && isUnconditional(view, deed.node, callback, object.getText()) ? [{ name: object.getText(), object, again: deed.again }] : [];
  });
}

/** `stack.adopt(pool, (owned) => owned.end())` */
function againOfAdopted(view: View, callback: ts.Expression | undefined): Failure | undefined {
  const parameter = callback && hasBody(callback) ? callback.parameters[0] : undefined;
  const symbol = parameter && view.types.symbolOf(parameter.name);
  if (!symbol || !callback) return undefined;
  for (const place of placesOf(view, { name: symbol.name, root: symbol, shared: false }, callback)) {
    const deed = actOf(view, outermost(view.ts, place), 0);
    if (deed?.kind === 'release' && isUnconditional(view, deed.node, callback, symbol.name)) return deed.again;
  }
  return undefined;
}
