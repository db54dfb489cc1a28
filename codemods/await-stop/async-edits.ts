import type ts from 'typescript';
import { allDescendants, enclosingFunction } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { SiteEdit } from '../../plans/edit.ts';

/** A function that can become async. */
export type Convertible = ts.FunctionDeclaration | ts.MethodDeclaration | ts.ArrowFunction | ts.FunctionExpression;

/** A function with a body, no generator, of a type that can become that of a promise; a method of a name that stands for itself. */
export function isConvertible({ ts: typescript }: View, scope: ts.Node): scope is Convertible & { readonly body: ts.ConciseBody } {
  if (!typescript.isFunctionDeclaration(scope) && !typescript.isMethodDeclaration(scope) && !typescript.isArrowFunction(scope) && !typescript.isFunctionExpression(scope)) return false;
  if (scope.asteriskToken || !scope.body || typescript.isComputedPropertyName(scope.name ?? scope)) return false;
  return scope.type === undefined || !(typescript.isTypePredicateNode(scope.type) || typescript.isThisTypeNode(scope.type));
}

/** Whether nobody can use what a function returns. */
export function returnsNothing({ ts: typescript }: View, { type, body }: Convertible): boolean {
  if (type) return type.kind === typescript.SyntaxKind.VoidKeyword;
  if (!body || !typescript.isBlock(body)) return false;
  const scope = body.parent;
  return !allDescendants(typescript, body).some((node) => typescript.isReturnStatement(node) && node.expression !== undefined && enclosingFunction(typescript, node) === scope);
}

/** Whether callers get a promise already. */
export function returnsPromise(view: View, scope: Convertible): boolean {
  return view.types.typeOf(scope).getCallSignatures().some((signature) => view.types.isThenable(view.types.returnTypeOf(signature)));
}

/** `async`, and a promise of what the function returned. */
export function asyncEdits(view: View, scope: Convertible): readonly SiteEdit[] {
  const at = view.ts.isMethodDeclaration(scope) ? scope.name.getStart() : startOfFunction(scope);
  return [{ file: scope.getSourceFile().fileName, start: at, end: at, text: 'async ', shared: true }, ...(returnsPromise(view, scope) ? [] : promiseTypeEdits(scope))];
}

/** The return type of a declaration, in a promise. */
export function promiseTypeEdits({ type }: ts.SignatureDeclaration): readonly SiteEdit[] {
  if (!type) return [];
  const file = type.getSourceFile().fileName;
  return [{ file, start: type.getStart(), end: type.end, text: `Promise<${type.getText()}>`, shared: true }];
}

/** Behind `export`, `default` and `declare`. */
function startOfFunction(scope: ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression): number {
  const last = scope.modifiers?.at(-1);
  if (!last) return scope.getStart();
  const { text } = scope.getSourceFile();
  return last.end + text.slice(last.end).search(/\S/);
}
