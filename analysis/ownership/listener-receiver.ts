import type ts from 'typescript';
import { catalogueOf, entryForType } from '../contracts/lookup.ts';
import { below } from '../nodes.ts';
import { originsOf } from '../origin.ts';
import { isThis, methodCall, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { classChain } from './teardown.ts';

/**
 * Whether a listener goes with the instance that it was attached for: `signal.connect(this.onChange, this)`, and what ends the instance
 * clears it, in the class itself, in one that it extends, or in a class of the package that such signals come from.
 */
export function goesWithReceiver(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression): boolean {
  const { ts: typescript } = view;
  const method = methodCall(typescript, call);
  const contract = method && entryForType(view, catalogueOf(view).listeners, view.types.valueTypeOf(method.object));
  const receiver = contract?.receiverArgument === undefined ? undefined : call.arguments[contract.receiverArgument];
  return receiver !== undefined && isThis(typescript, skipTransparent(typescript, receiver)) && clearsItself(view, owner);
}

const clearing = /^(clearData|disconnectAll|disconnectReceiver)$/;

/** `Signal.clearData(this)` */
function clearsItself(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return view.remember('clearsItself', owner, () => classChain(view, owner).some((one) => extendsCleared(view, one) || below(view.ts, one, 'call').some((call) => {
    const [subject] = call.arguments;
    return subject !== undefined && isThis(view.ts, skipTransparent(view.ts, subject)) && clearing.test(methodCall(view.ts, call)?.name ?? '');
  })));
}

/** Its `dispose()` is that of Lumino, which clears the object's signals. */
function extendsCleared(view: View, owner: ts.ClassLikeDeclaration): boolean {
  const base = owner.heritageClauses?.find((clause) => clause.token === view.ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const dispose = base && view.types.memberOf(view.types.typeOf(base), 'dispose');
  return dispose !== undefined && originsOf(view, dispose).some((origin) => origin.from === 'package' && origin.package.startsWith('@lumino/'));
}
