import type ts from 'typescript';
import { enclosingFunction, isWithin, outermost, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { referencesIn } from './references.ts';
import { closureGivenToStack } from './stack.ts';

/**
 * What a variable gets after a callback that releases it was given to a stack: `stack.defer(async () => { if (worker) await worker.stop(); }); worker = new Worker();`.
 * Nothing where it gets several values, of which the callback releases the last one only.
 */
export function givenAfterDefer(view: View, closure: ts.FunctionLikeDeclaration, symbol: ts.Symbol, scope: FunctionWithBody): ts.Expression | undefined {
  const { ts: typescript } = view;
  if (closureGivenToStack(view, closure) === undefined) return undefined;
  const statement = outermost(typescript, outermost(typescript, closure as ts.Expression).parent as ts.Expression).parent;
  const assigned = referencesIn(view, symbol, scope).flatMap(({ parent }) => (typescript.isBinaryExpression(parent) && parent.operatorToken.kind === typescript.SyntaxKind.EqualsToken && parent.left.getText() === symbol.name ? parent : []));
  const [only, ...more] = assigned;
  const isBehind = only && more.length === 0 && typescript.isExpressionStatement(statement) && only.pos >= statement.end && isWithin(only, statement.parent) && enclosingFunction(typescript, only) === enclosingFunction(typescript, statement);
  return isBehind ? only.right : undefined;
}
