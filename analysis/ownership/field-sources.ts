import type ts from 'typescript';
import { below } from '../nodes.ts';
import { fieldOfThis, memberAccess, memberName, skipAwait } from '../syntax.ts';
import type { View } from '../view.ts';
import { freshFrom, type Fresh } from './returns.ts';

/** Where one value of a field comes from: made by the class, or a parameter (a property of one) that was handed in. */
export type FieldSource = { node: ts.Expression; at: ts.Node } & ({ kind: 'made'; fresh: Fresh } | { kind: 'given'; parameter: ts.ParameterDeclaration; property: string | undefined });

/** The values that a class gives to its fields, where they are resources: conditions, `??` and default values looked into. */
export function sourcesOf(view: View, owner: ts.ClassLikeDeclaration): ReadonlyMap<string, readonly FieldSource[]> {
  const sources = new Map<string, FieldSource[]>();
  const note = (field: string, at: ts.Node, value: ts.Expression): void => {
    const there = sources.get(field) ?? [];
    there.push(...valuesOf(view, value).flatMap((one) => sourceOf(view, one, at)));
    sources.set(field, there);
  };
  for (const [field, at, value] of assignmentsIn(view, owner)) note(field, at, value);
  for (const parameter of parameterProperties(view, owner)) {
    const name = memberName(view.ts, parameter.name)!;
    sources.set(name, [...(sources.get(name) ?? []), given(parameter), ...(parameter.initializer ? valuesOf(view, parameter.initializer).flatMap((one) => sourceOf(view, one, parameter.name)) : [])]);
  }
  return sources;
}

function* assignmentsIn(view: View, owner: ts.ClassLikeDeclaration): Generator<[field: string, at: ts.Node, value: ts.Expression]> {
  const { ts: typescript } = view;
  for (const member of owner.members) {
    const name = typescript.isPropertyDeclaration(member) && member.initializer ? memberName(typescript, member.name) : undefined;
    if (name !== undefined) yield [name, member.name!, (member as ts.PropertyDeclaration).initializer!];
  }
  for (const node of below(typescript, owner, 'binary')) {
    if (!isAssignment(view, node.operatorToken.kind)) continue;
    const field = fieldOfThis(typescript, node.left);
    if (field !== undefined) yield [field, node.left, node.right];
  }
}

function isAssignment(view: View, operator: ts.SyntaxKind): boolean {
  const { EqualsToken, QuestionQuestionEqualsToken, BarBarEqualsToken } = view.ts.SyntaxKind;
  return [EqualsToken, QuestionQuestionEqualsToken, BarBarEqualsToken].includes(operator as never);
}

function parameterProperties(view: View, owner: ts.ClassLikeDeclaration): readonly ts.ParameterDeclaration[] {
  const constructor = owner.members.find((member): member is ts.ConstructorDeclaration => view.ts.isConstructorDeclaration(member) && member.body !== undefined);
  return constructor?.parameters.filter((parameter) => view.ts.isParameterPropertyDeclaration(parameter, constructor)) ?? [];
}

/** The expressions of which a value is one. */
function valuesOf(view: View, value: ts.Expression): readonly ts.Expression[] {
  const { ts: typescript } = view;
  const node = skipAwait(typescript, value);
  if (typescript.isConditionalExpression(node)) return [...valuesOf(view, node.whenTrue), ...valuesOf(view, node.whenFalse)];
  const { QuestionQuestionToken, BarBarToken } = typescript.SyntaxKind;
  const isEither = typescript.isBinaryExpression(node) && [QuestionQuestionToken, BarBarToken].includes(node.operatorToken.kind as never);
  return isEither ? [...valuesOf(view, node.left), ...valuesOf(view, node.right)] : [node];
}

function sourceOf(view: View, node: ts.Expression, at: ts.Node): readonly FieldSource[] {
  const { ts: typescript } = view;
  const fresh = typescript.isNewExpression(node) || typescript.isCallExpression(node) ? freshFrom(view, node) : undefined;
  if (fresh) return fresh.contract.oneShot || ['listener', 'container', 'timer'].includes(fresh.contract.kind) ? [] : [{ kind: 'made', node, at, fresh }];
  const access = memberAccess(typescript, node);
  const root = skipAwait(typescript, access?.object ?? node);
  const declaration = typescript.isIdentifier(root) ? view.types.symbolOf(root)?.valueDeclaration : undefined;
  if (!declaration) return [];
  return typescript.isBindingElement(declaration) ? fromPart(view, declaration, node, at) : fromParameter(view, declaration, access?.name, node, at);
}

function fromParameter(view: View, declaration: ts.Declaration, property: string | undefined, node: ts.Expression, at: ts.Node): readonly FieldSource[] {
  if (!view.ts.isParameter(declaration)) return [];
  const byDefault = property === undefined && declaration.initializer ? valuesOf(view, declaration.initializer).flatMap((one) => sourceOf(view, one, at)) : [];
  return [{ kind: 'given', node, at, parameter: declaration, property }, ...byDefault];
}

/** `constructor({ client = new Client() })` */
function fromPart(view: View, element: ts.BindingElement, node: ts.Expression, at: ts.Node): readonly FieldSource[] {
  const whole = view.ts.walkUpBindingElementsAndPatterns(element);
  if (!view.ts.isParameter(whole)) return [];
  const byDefault = element.initializer ? valuesOf(view, element.initializer).flatMap((one) => sourceOf(view, one, at)) : [];
  return [{ kind: 'given', node, at, parameter: whole, property: memberName(view.ts, element.propertyName ?? element.name) }, ...byDefault];
}

function given(parameter: ts.ParameterDeclaration): FieldSource {
  return { kind: 'given', node: parameter.name as ts.Identifier, at: parameter.name, parameter, property: undefined };
}
