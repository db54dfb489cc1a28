import type ts from 'typescript';
import { expressionOf, programReferences } from '../../analysis/ownership/program-references.ts';
import { enclosingFunction, hasBody, outermost, skipTransparent, type FunctionWithBody } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';

/** The object literal that an expression is: written there, or returned by a function of the program that does no more. */
export function literalOf(view: View, expression: ts.Expression): ts.ObjectLiteralExpression | undefined {
  const { ts: typescript } = view;
  const value = skipTransparent(typescript, expression);
  if (typescript.isObjectLiteralExpression(value)) return value;
  const declaration = typescript.isCallExpression(value) ? view.types.symbolOf(value.expression)?.valueDeclaration : undefined;
  const made = declaration && typescript.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
  const returned = made && hasBody(made) ? returnedBy(view, made) : undefined;
  const literal = returned && skipTransparent(typescript, returned);
  return literal && typescript.isObjectLiteralExpression(literal) && usesOfLiteral(view, literal)?.length === 1 ? literal : undefined;
}

/** What an object literal is given to: where it stands, or where the function is called that returns it; nothing when that is used in another way. */
export function usesOfLiteral(view: View, literal: ts.ObjectLiteralExpression): readonly ts.Node[] | undefined {
  const { ts: typescript } = view;
  const value = outermost(typescript, literal);
  const { parent } = value;
  if (!typescript.isReturnStatement(parent) && !typescript.isArrowFunction(parent)) return [parent];
  const maker = typescript.isArrowFunction(parent) ? parent : enclosingFunction(typescript, parent);
  const name = hasBody(maker) ? nameOfFunction(view, maker) : undefined;
  const symbol = name && view.types.symbolOf(name);
  if (!symbol || !hasBody(maker) || returnedBy(view, maker) !== value) return undefined;
  const uses = programReferences(view, symbol).meaning.filter((node) => !isImport(view, node)).map((node) => {
    const callee = expressionOf(view, node);
    return typescript.isCallExpression(callee.parent) && callee.parent.expression === callee ? outermost(typescript, callee.parent).parent : undefined;
  });
  return uses.every((use) => use !== undefined) ? uses : undefined;
}

export function nameOfFunction({ ts: typescript }: View, maker: FunctionWithBody): ts.Identifier | undefined {
  const name = maker.name ?? (typescript.isVariableDeclaration(maker.parent) ? maker.parent.name : undefined);
  return name && typescript.isIdentifier(name) ? name : undefined;
}

/** Whether a name only brings a function into another file. */
export function isImport({ ts: typescript }: View, { parent }: ts.Node): boolean {
  return typescript.isImportSpecifier(parent) || typescript.isImportClause(parent) || typescript.isExportSpecifier(parent) || typescript.isExportAssignment(parent) || typescript.isTypeQueryNode(parent);
}

/** The expression that a function consists of, or the one that its only statement returns. */
function returnedBy({ ts: typescript }: View, { body }: FunctionWithBody): ts.Expression | undefined {
  if (!typescript.isBlock(body)) return body;
  const [only] = body.statements.length === 1 ? body.statements : [];
  return only && typescript.isReturnStatement(only) ? only.expression : undefined;
}
