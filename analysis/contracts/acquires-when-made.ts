import type ts from 'typescript';
import type { View } from '../view.ts';
import { enclosingClass } from '../syntax.ts';
import { contractOfType } from './of-type.ts';
import { acquiresSomething } from './touches.ts';

/** Whether a class of the program begins something while it is constructed; what no class of the program declares is taken to. */
export function acquiresWhenMade(view: View, made: ts.Type): boolean {
  const declaration = view.types.symbolOfType(made)?.declarations?.find(view.ts.isClassLike);
  if (!declaration || declaration.getSourceFile().isDeclarationFile) return true;
  return view.remember('acquiresWhenMade', declaration, () => declaration.members.some((member) => acquiresIn(view, member)));
}

function acquiresIn(view: View, member: ts.ClassElement): boolean {
  if (view.ts.isPropertyDeclaration(member)) return member.initializer !== undefined && !isFunction(view, member.initializer) && acquiresSomething(view, member.initializer);
  return view.ts.isConstructorDeclaration(member) && acquiresSomething(view, member);
}

function isFunction(view: View, value: ts.Expression): boolean {
  return view.ts.isArrowFunction(value) || view.ts.isFunctionExpression(value);
}

/** It extends what ends with what made it, such as a widget that is given to the layout of its maker. */
export function endsWithItsMaker(view: View, type: ts.Type): boolean {
  return view.types.baseTypesOf(type).some((base) => {
    const contract = contractOfType(view, base)?.contract;
    return contract?.type.from === 'package' ? contract.acquire.some((one) => one.likely) : endsWithItsMaker(view, base);
  });
}

/** A class of the program all of whose ancestors of the program begin nothing, and which extends what ends with what made it. */
export function holdsOnlyWhatItInherits(view: View, type: ts.Type): boolean {
  return endsWithItsMaker(view, type) && [type, ...ancestors(view, type)].every((one) => !isOfProgram(view, one) || !acquiresWhenMade(view, one));
}

function ancestors(view: View, type: ts.Type): readonly ts.Type[] {
  return view.types.baseTypesOf(type).flatMap((base) => [base, ...ancestors(view, base)]);
}

function isOfProgram(view: View, type: ts.Type): boolean {
  const declaration = view.types.symbolOfType(type)?.declarations?.find(view.ts.isClassLike);
  return declaration !== undefined && !declaration.getSourceFile().isDeclarationFile && enclosingClass(view.ts, declaration) === undefined;
}
