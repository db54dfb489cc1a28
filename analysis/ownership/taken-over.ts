import type ts from 'typescript';
import type { Contract } from '../contracts/contract.ts';
import { contractOfType, contractOfValue } from '../contracts/of-type.ts';
import type { Grade } from '../grade.ts';
import { memberName } from '../syntax.ts';
import type { View } from '../view.ts';
import { fieldsOfParameter } from './receiver.ts';
import { constructorOf, statedOfField, statesAnything, statedOfParameter } from './stated.ts';

/** A field that holds what the class was handed for good. */
export interface FieldTakenOver {
  field: string;
  /** The name of the parameter. */
  at: ts.Identifier;
  contract: Contract;
  grade: Grade;
}

/** The fields into which a constructor puts what `@owns` says the class takes over; nothing for values that carry no obligation. */
export function fieldsTakenOver(view: View, owner: ts.ClassLikeDeclaration): readonly FieldTakenOver[] {
  const constructor = statesAnything(view) ? constructorOf(view, owner) : undefined;
  return (constructor?.parameters ?? []).flatMap((parameter) => {
    const { name } = parameter;
    const field = fieldsOfParameter(view, owner, parameter, memberName(view.ts, name))[0];
    const owns = field !== undefined && (statedOfParameter(view, parameter) ?? statedOfField(view, owner, field)) === 'owns';
    const known = owns ? contractOfValue(view, name as ts.Identifier) : undefined;
    return known && field !== undefined ? [{ field, at: name as ts.Identifier, contract: known.contract, grade: known.grade }] : [];
  });
}

/** A parameter whose function has to release it. */
export interface ParameterTakenOver {
  at: ts.Identifier;
  symbol: ts.Symbol;
  contract: Contract;
  grade: Grade;
}

/** The parameters that `@owns` says a function takes over; a constructor's are its class's. */
export function parametersTakenOver(view: View, declaration: ts.SignatureDeclaration): readonly ParameterTakenOver[] {
  if (!statesAnything(view) || view.ts.isConstructorDeclaration(declaration)) return [];
  return declaration.parameters.flatMap((parameter) => {
    const { name } = parameter;
    if (!view.ts.isIdentifier(name) || parameter.dotDotDotToken || statedOfParameter(view, parameter) !== 'owns') return [];
    const symbol = view.types.symbolOf(name);
    const known = symbol && contractOfType(view, view.types.valueTypeOf(name));
    return symbol && known ? [{ at: name, symbol, contract: known.contract, grade: known.grade }] : [];
  });
}
