import type ts from 'typescript';
import { kindTest } from './kind-test.ts';
import type { TypeScript } from './view.ts';

export type FunctionWithBody = ts.FunctionLikeDeclaration & { body: ts.ConciseBody };

/** An expression that only passes its operand's value on. */
export const isTransparent = kindTest(({ SyntaxKind }) => [
  SyntaxKind.ParenthesizedExpression, SyntaxKind.AsExpression, SyntaxKind.TypeAssertionExpression, SyntaxKind.NonNullExpression, SyntaxKind.SatisfiesExpression,
]);

/** The expression without parentheses, assertions and `!`. */
export function skipTransparent(typescript: TypeScript, node: ts.Expression): ts.Expression {
  let inner = node;
  while (isTransparent(typescript, inner)) inner = (inner as ts.ParenthesizedExpression).expression;
  return inner;
}

/** What one operator joins: `a`, `b` and `c` of `a && b && c`. */
export function operandsOf(typescript: TypeScript, joined: ts.Expression, operator: ts.SyntaxKind): readonly ts.Expression[] {
  const value = skipTransparent(typescript, joined);
  const isJoined = typescript.isBinaryExpression(value) && value.operatorToken.kind === operator;
  return isJoined ? [...operandsOf(typescript, value.left, operator), ...operandsOf(typescript, value.right, operator)] : [value];
}

/** The expression without parentheses, assertions, `!` and `await`. */
export function skipAwait(typescript: TypeScript, node: ts.Expression): ts.Expression {
  let inner = skipTransparent(typescript, node);
  while (typescript.isAwaitExpression(inner)) inner = skipTransparent(typescript, inner.expression);
  return inner;
}

/** The outermost expression that has the same value as this one. */
export function outermost(typescript: TypeScript, node: ts.Expression): ts.Expression {
  let outer: ts.Node = node;
  while (isTransparent(typescript, outer.parent)) outer = outer.parent;
  return outer as ts.Expression;
}

/** The outermost expression that has the same value once it is awaited. */
export function outermostAwaited(typescript: TypeScript, node: ts.Expression): ts.Expression {
  let outer: ts.Node = node;
  while (isTransparent(typescript, outer.parent) || typescript.isAwaitExpression(outer.parent)) outer = outer.parent;
  return outer as ts.Expression;
}

export function hasBody(node: ts.Node | undefined): node is FunctionWithBody {
  return node !== undefined && 'body' in node && node.body !== undefined;
}

/** The nearest function around a node, or its source file; of a source file itself. */
export function enclosingFunction(typescript: TypeScript, node: ts.Node): ts.FunctionLikeDeclaration | ts.SourceFile | ts.ClassStaticBlockDeclaration {
  let at: ts.Node = (node.parent as ts.Node | undefined) ?? node;
  while (!typescript.isFunctionLike(at) && !typescript.isSourceFile(at) && !typescript.isClassStaticBlockDeclaration(at)) at = at.parent;
  return at as ts.FunctionLikeDeclaration | ts.SourceFile | ts.ClassStaticBlockDeclaration;
}

export function enclosingClass(typescript: TypeScript, node: ts.Node): ts.ClassLikeDeclaration | undefined {
  for (let at = node.parent; at; at = at.parent) if (typescript.isClassLike(at)) return at;
  return undefined;
}

export function isAsync(typescript: TypeScript, node: ts.Node): boolean {
  return hasModifier(typescript, node, typescript.SyntaxKind.AsyncKeyword);
}

export function hasModifier(typescript: TypeScript, node: ts.Node, kind: ts.SyntaxKind): boolean {
  return typescript.canHaveModifiers(node) && (node.modifiers?.some((modifier) => modifier.kind === kind) ?? false);
}

export { allDescendants, descendants } from './nodes.ts';

/** The name a property is declared or accessed with: `stop`, `#stop`, `Symbol.asyncDispose`. */
export function memberName(typescript: TypeScript, name: ts.Node | undefined): string | undefined {
  if (!name) return undefined;
  if (typescript.isIdentifier(name) || typescript.isPrivateIdentifier(name) || typescript.isStringLiteralLike(name)) return name.text;
  if (typescript.isComputedPropertyName(name)) return computedName(typescript, name.expression);
  return undefined;
}

function computedName(typescript: TypeScript, expression: ts.Expression): string | undefined {
  if (typescript.isStringLiteralLike(expression)) return expression.text;
  if (!typescript.isPropertyAccessExpression(expression) || !typescript.isIdentifier(expression.expression)) return undefined;
  return expression.expression.text === 'Symbol' ? `Symbol.${expression.name.text}` : undefined;
}

/** `x.stop`, `x?.stop`, `x['stop']`, `x[Symbol.asyncDispose]`: the object and the member's name. */
export function memberAccess(typescript: TypeScript, node: ts.Node): { object: ts.Expression; name: string; nameNode: ts.Node } | undefined {
  if (typescript.isPropertyAccessExpression(node)) return { object: node.expression, name: node.name.text, nameNode: node.name };
  if (!typescript.isElementAccessExpression(node)) return undefined;
  const name = computedName(typescript, node.argumentExpression);
  return name === undefined ? undefined : { object: node.expression, name, nameNode: node.argumentExpression };
}

/** The call of a method: `x.stop(...)`. */
export function methodCall(typescript: TypeScript, node: ts.Node): { call: ts.CallExpression; object: ts.Expression; name: string; nameNode: ts.Node } | undefined {
  if (!typescript.isCallExpression(node)) return undefined;
  const access = memberAccess(typescript, skipTransparent(typescript, node.expression));
  return access && { call: node, ...access };
}

export function isThis(typescript: TypeScript, node: ts.Node): boolean {
  return node.kind === typescript.SyntaxKind.ThisKeyword;
}

/** `this.name`, transparent wrappers left out. */
export function fieldOfThis(typescript: TypeScript, node: ts.Expression): string | undefined {
  const access = memberAccess(typescript, skipTransparent(typescript, node));
  return access && isThis(typescript, skipTransparent(typescript, access.object)) ? access.name : undefined;
}

/** The name of a function, its own or that of the variable or property which holds it. */
export function functionNameOf(typescript: TypeScript, scope: ts.Node): string | undefined {
  const own = memberName(typescript, (scope as ts.FunctionLikeDeclaration).name);
  const { parent } = scope;
  if (own !== undefined || !parent) return own;
  const holds = typescript.isVariableDeclaration(parent) || typescript.isPropertyAssignment(parent) || typescript.isPropertyDeclaration(parent);
  return holds ? memberName(typescript, parent.name) : undefined;
}

/** Code on one line; a chain that is broken at its dots loses the blanks. */
export function oneLine(text: string): string {
  return text.replace(/\s+(?=\??\.[\w#])|(?<=[\w)\]]\??\.)\s+/g, '').replace(/\s+/g, ' ');
}

/** A name for messages: the text of a short expression on one line. */
export function nameOf(node: ts.Node): string {
  const text = oneLine(node.getText());
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Whether a node lies inside another one, or is it. */
export function isWithin(node: ts.Node, ancestor: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent) if (at === ancestor) return true;
  return false;
}

/** Whether a loop of the scope runs a node more than once. */
export function isInLoop(typescript: TypeScript, node: ts.Node, scope: ts.Node): boolean {
  for (let at = node.parent; at !== scope; at = at.parent) if (typescript.isIterationStatement(at, false)) return true;
  return false;
}
