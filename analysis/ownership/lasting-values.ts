import type ts from 'typescript';
import { enclosingFunction, hasModifier, isThis, skipAwait, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { assignedValues, rootOf } from './receiver.ts';
import { constructorOf } from './stated.ts';
import { classChain } from './teardown.ts';

/** Where a value comes from: the constructor's caller, or a place that lasts as long as the module. */
export type Source = { kind: 'parameter'; parameter: ts.ParameterDeclaration } | { kind: 'lasting'; name: string };

const mostSteps = 5;

/** Where the value comes from that a class reaches by an expression. */
export function sourcesOf(view: View, owner: ts.ClassLikeDeclaration, expression: ts.Expression, steps = 0): readonly Source[] {
  const { ts: typescript } = view;
  const value = skipAwait(typescript, expression);
  if (steps > mostSteps) return [];
  if (typescript.isBinaryExpression(value)) return [value.left, value.right].flatMap((side) => sourcesOf(view, owner, side, steps + 1));
  if (typescript.isConditionalExpression(value)) return [value.whenTrue, value.whenFalse].flatMap((side) => sourcesOf(view, owner, side, steps + 1));
  const { node, field } = rootOf(view, value);
  if (isThis(typescript, node)) return field === undefined ? [] : sourcesOfField(view, owner, field, steps);
  const declaration = typescript.isIdentifier(node) ? view.types.symbolOf(node)?.valueDeclaration : undefined;
  if (!declaration) return typescript.isIdentifier(node) && isGlobalObject(view, node) ? [{ kind: 'lasting', name: node.text }] : [];
  return sourcesOfName(view, owner, declaration, node.getText(), steps);
}

function sourcesOfField(view: View, owner: ts.ClassLikeDeclaration, field: string, steps: number): readonly Source[] {
  for (const one of classChain(view, owner)) {
    const constructor = constructorOf(view, one);
    const parameter = constructor?.parameters.find((each) => view.ts.isParameterPropertyDeclaration(each, constructor) && each.name.getText() === field);
    if (parameter) return [{ kind: 'parameter', parameter }];
    const values = assignedValues(view, one, field);
    if (values.length > 0) return values.flatMap((value) => sourcesOf(view, one, value, steps + 1));
  }
  return [];
}

function sourcesOfName(view: View, owner: ts.ClassLikeDeclaration, declaration: ts.Declaration, name: string, steps: number): readonly Source[] {
  const { ts: typescript } = view;
  const whole = typescript.isBindingElement(declaration) ? typescript.walkUpBindingElementsAndPatterns(declaration) : declaration;
  if (typescript.isParameter(whole)) return typescript.isConstructorDeclaration(whole.parent) ? [{ kind: 'parameter', parameter: whole }] : [];
  if (!typescript.isVariableDeclaration(whole) || typescript.isSourceFile(enclosingFunction(typescript, whole))) return [{ kind: 'lasting', name }];
  const loop = whole.parent.parent;
  const value = whole.initializer ?? (typescript.isForOfStatement(loop) ? loop.expression : undefined);
  return value ? sourcesOf(view, owner, value, steps + 1) : [];
}

/** `window`, `globalThis as any` */
export function isGlobalObject(view: View, node: ts.Expression): boolean {
  return /^(window|document|globalThis|self|process|global)$/.test(skipTransparent(view.ts, node).getText());
}

/** Whether a value is the one instance of its class, which keeps it: `private static instance: Bus`. */
export function isStaticSingleton(view: View, value: ts.Expression): boolean {
  const declaration = view.types.symbolOfType(view.types.valueTypeOf(value))?.valueDeclaration;
  const name = declaration && view.ts.isClassLike(declaration) ? declaration.name?.text : undefined;
  if (!declaration || !view.ts.isClassLike(declaration) || name === undefined) return false;
  return declaration.members.some((member) => view.ts.isPropertyDeclaration(member) && hasModifier(view.ts, member, view.ts.SyntaxKind.StaticKeyword) && isTyped(view, member, name));
}

function isTyped(view: View, { type, initializer }: ts.PropertyDeclaration, name: string): boolean {
  if (type) return type.getText().split(/[|\s]+/).includes(name);
  return initializer !== undefined && view.ts.isNewExpression(initializer) && initializer.expression.getText() === name;
}
