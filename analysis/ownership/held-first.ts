import type ts from 'typescript';
import { below } from '../nodes.ts';
import { isThis, methodCall, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { constructorOf } from './stated.ts';
import { classChain } from './teardown.ts';

/**
 * Whether somebody has an instance before its own constructor begins anything, because that of a class it extends hands it over:
 * `this.id = processes.register(this)`. When the construction fails, that one can end what it has begun.
 */
export function isHeldFirst(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return classChain(view, owner).slice(1).some((base) => {
    const constructor = constructorOf(view, base);
    return constructor !== undefined && below(view.ts, constructor, 'call').some((call) => takes(view, call));
  });
}

const taking = /^(register|add|track|adopt|manage|own|push|set)([A-Z]|$)/;

function takes(view: View, call: ts.CallExpression): boolean {
  const method = methodCall(view.ts, call);
  return method !== undefined && taking.test(method.name) && !isThis(view.ts, method.object) && call.arguments.some((argument) => isThis(view.ts, skipTransparent(view.ts, argument)));
}
