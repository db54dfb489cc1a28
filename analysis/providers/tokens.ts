import type ts from 'typescript';
import { assignedValues } from '../ownership/receiver.ts';
import { memberName, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/** What a container files a value under: a text, or the symbol of a class or constant. */
export type Token = string | ts.Symbol;

export function tokenOf(view: View, node: ts.Expression): Token | undefined {
  const value = skipTransparent(view.ts, node);
  if (view.ts.isStringLiteralLike(value)) return value.text;
  const symbol = view.ts.isIdentifier(value) || view.ts.isPropertyAccessExpression(value) ? view.types.symbolOf(view.ts.isIdentifier(value) ? value : value.name) : undefined;
  const declaration = symbol?.valueDeclaration;
  const initializer = declaration && 'initializer' in declaration ? (declaration.initializer as ts.Expression | undefined) : undefined;
  return initializer && view.ts.isStringLiteralLike(initializer) ? initializer.text : symbol;
}

/** The fields of a class that a container fills, and under which tokens it finds what it puts there. */
export function injectedFields(view: View, owner: ts.ClassLikeDeclaration): readonly { field: string; token: Token }[] {
  const { ts: typescript } = view;
  const declared = owner.members.filter(typescript.isPropertyDeclaration);
  const fields = declared.flatMap((member) => pair(memberName(typescript, member.name), decoratedToken(view, member) ?? askedToken(view, member.initializer)));
  const constructor = owner.members.find(typescript.isConstructorDeclaration);
  const given = (constructor?.parameters ?? []).flatMap((parameter) => {
    const token = decoratedToken(view, parameter) ?? typeToken(view, parameter);
    return fieldsGiven(view, owner, declared, parameter).flatMap((field) => pair(field, token));
  });
  return [...fields, ...given];
}

function pair(field: string | undefined, token: Token | undefined): { field: string; token: Token }[] {
  return field === undefined || token === undefined ? [] : [{ field, token }];
}

/** A parameter property, or the fields that the parameter is assigned to. */
function fieldsGiven(view: View, owner: ts.ClassLikeDeclaration, declared: readonly ts.PropertyDeclaration[], parameter: ts.ParameterDeclaration): string[] {
  const { ts: typescript } = view;
  const name = parameter.name.getText();
  if (typescript.isParameterPropertyDeclaration(parameter, parameter.parent)) return [name];
  const fields = declared.flatMap((member) => memberName(typescript, member.name) ?? []);
  return fields.filter((field) => assignedValues(view, owner, field).some((value) => skipTransparent(typescript, value).getText() === name));
}

/** `@Inject(TOKEN)`, `@inject(TOKEN)` */
function decoratedToken(view: View, node: ts.ParameterDeclaration | ts.PropertyDeclaration): Token | undefined {
  const decorators = view.ts.canHaveDecorators(node) ? (view.ts.getDecorators(node) ?? []) : [];
  const call = decorators.map((decorator) => decorator.expression).find((expression): expression is ts.CallExpression => view.ts.isCallExpression(expression) && /^[Ii]nject$/.test(expression.expression.getText()));
  return call?.arguments[0] && tokenOf(view, call.arguments[0]);
}

/** Angular's `inject(TOKEN)`. */
function askedToken(view: View, initializer: ts.Expression | undefined): Token | undefined {
  const call = initializer && skipTransparent(view.ts, initializer);
  return call && view.ts.isCallExpression(call) && call.expression.getText() === 'inject' && call.arguments[0] ? tokenOf(view, call.arguments[0]) : undefined;
}

/** The class that a parameter is declared with is its token, too. */
function typeToken(view: View, parameter: ts.ParameterDeclaration): Token | undefined {
  return parameter.type && view.ts.isTypeReferenceNode(parameter.type) ? view.types.symbolOf(parameter.type.typeName) : undefined;
}
