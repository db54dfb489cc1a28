import type ts from 'typescript';
import { below } from '../nodes.ts';
import { enclosingFunction, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/**
 * Whether a variable has no value where a `catch` asks for it: `let server;` is given one by the last act of the `try` alone, so that
 * whatever has failed did so before (docs/clauses.md, rule 5).
 */
export function isNeverSetHere(view: View, object: ts.Expression): boolean {
  const { ts: typescript } = view;
  const name = skipTransparent(typescript, object);
  const tried = typescript.isIdentifier(name) ? tryAround(view, name) : undefined;
  const declaration = tried && view.types.symbolOf(name)?.valueDeclaration;
  if (!tried || !declaration || !typescript.isVariableDeclaration(declaration) || declaration.initializer) return false;
  const given = below(typescript, enclosingFunction(typescript, declaration), 'binary').filter((one) => isAssignment(view, one) && one.left.getText() === name.getText());
  const last = tried.tryBlock.statements.at(-1);
  return given.length === 1 && last !== undefined && typescript.isExpressionStatement(last) && skipTransparent(typescript, last.expression) === given[0];
}

/** The statement in whose `catch` a node stands. */
function tryAround(view: View, node: ts.Node): ts.TryStatement | undefined {
  const scope = enclosingFunction(view.ts, node);
  for (let at = node; at !== scope && at.parent; at = at.parent) {
    if (view.ts.isCatchClause(at)) return at.parent;
  }
  return undefined;
}

function isAssignment(view: View, { operatorToken }: ts.BinaryExpression): boolean {
  const { SyntaxKind } = view.ts;
  return operatorToken.kind >= SyntaxKind.FirstAssignment && operatorToken.kind <= SyntaxKind.LastAssignment;
}
