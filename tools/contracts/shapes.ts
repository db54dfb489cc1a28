import ts from 'typescript';
import type { Name } from '../../analysis/contracts/contract.ts';
import { nameKey } from '../../analysis/origin.ts';
import type { Typings } from './typings-program.ts';

/** What one signature of a member says. */
export interface CallShape {
  thenable: boolean;
  callback: boolean;
  returns: string;
  type: ts.Type;
}

/** The type a symbol declares: of an instance, an interface, an alias, or of the value when it declares no type. */
export function typeOfSymbol(typings: Typings, symbol: ts.Symbol): ts.Type | undefined {
  const checker = typings.view.program.getTypeChecker();
  if (symbol.flags & ts.SymbolFlags.Type) return checker.getDeclaredTypeOfSymbol(symbol);
  return undefined;
}

/** A member by name; `Symbol.x` for one named by a well-known symbol. */
export function memberNamed(typings: Typings, type: ts.Type, name: string): ts.Symbol | undefined {
  if (!name.startsWith('Symbol.')) return typings.view.types.memberOf(type, name);
  const prefix = `__@${name.slice('Symbol.'.length)}@`;
  return typings.view.types.membersOf(type).find((member) => (member.escapedName as string).startsWith(prefix));
}

export function callShapes(typings: Typings, member: ts.Symbol): CallShape[] {
  const { types } = typings.view;
  const type = types.typeOfMember(member, typings.at);
  return callSignatures(type).map((signature) => {
    const returned = signature.getReturnType();
    const callback = signature.parameters.some((parameter) => acceptsFunction(types.typeOfMember(parameter, typings.at)));
    return { thenable: types.isThenable(returned), callback, returns: types.print(returned), type: returned };
  });
}

export function constructShapes(typings: Typings, name: Name): readonly ts.Signature[] {
  const symbols = typings.symbols.get(nameKey(name)) ?? [];
  return symbols.filter((symbol) => symbol.flags & ts.SymbolFlags.Value).flatMap((symbol) => typings.view.types.typeOfMember(symbol, typings.at).getConstructSignatures());
}

export function hasProperty(typings: Typings, parameter: ts.Symbol, property: string): boolean {
  const { types } = typings.view;
  return partsOf(types.typeOfMember(parameter, typings.at)).some((part) => types.memberOf(part, property) !== undefined || constraintHas(typings, part, property));
}

function constraintHas(typings: Typings, type: ts.Type, property: string): boolean {
  const constraint = type.getConstraint();
  return constraint !== undefined && partsOf(constraint).some((part) => typings.view.types.memberOf(part, property) !== undefined);
}

function callSignatures(type: ts.Type): readonly ts.Signature[] {
  return partsOf(type).flatMap((part) => part.getCallSignatures());
}

function acceptsFunction(type: ts.Type): boolean {
  return partsOf(type).some((part) => part.getCallSignatures().length > 0 || part.symbol?.name === 'Function');
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types.flatMap(partsOf) : [type];
}
