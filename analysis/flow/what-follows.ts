import type ts from 'typescript';
import { acquiresSomething } from '../contracts/touches.ts';
import type { Surroundings } from '../story.ts';
import { skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { endsProcess, mayEndProcess } from './process-exit.ts';

/** What the path reaches after a release without waiting for it: the statements after it, outwards to the end of the function. */
export function whatFollows(view: View, call: ts.CallExpression, object: ts.Expression, scope: ts.Node): Surroundings['before'] {
  let nearest: Surroundings['before'] | 'nothing yet' = 'nothing yet';
  for (let at: ts.Node = call; at !== scope && at.parent; at = at.parent) {
    const rest = statementsAfter(view, at);
    const exit = exitAmong(view, rest);
    if (exit) return exit;
    if (nearest === 'nothing yet' && (rest.length > 0 || view.ts.isReturnStatement(at))) nearest = leaves(view, rest[0] ?? at);
    if (nearest === undefined && replaces(view, rest, object)) nearest = 'replacement';
    if (rest.some((statement) => jumps(view, statement))) break;
  }
  return nearest === 'nothing yet' ? undefined : nearest;
}

/** The statements that run after a node, up to the first that leaves the function; a `finally` runs after its `try` and `catch`. */
function statementsAfter(view: View, node: ts.Node): readonly ts.Statement[] {
  const { ts: typescript } = view;
  const { parent } = node;
  if (typescript.isTryStatement(parent) && parent.finallyBlock && parent.finallyBlock !== node) return parent.finallyBlock.statements;
  if (!typescript.isStatement(node) || !(typescript.isBlock(parent) || typescript.isCaseOrDefaultClause(parent) || typescript.isSourceFile(parent))) return [];
  const rest = parent.statements.slice(parent.statements.indexOf(node) + 1);
  const jump = rest.findIndex((statement) => jumps(view, statement));
  return jumps(view, node) ? [] : jump < 0 ? rest : rest.slice(0, jump + 1);
}

function jumps(view: View, statement: ts.Statement): boolean {
  return view.ts.isThrowStatement(statement) || view.ts.isReturnStatement(statement);
}

function exitAmong(view: View, statements: readonly ts.Statement[]): 'process exit' | 'possible process exit' | undefined {
  if (statements.some((statement) => view.ts.isExpressionStatement(statement) && endsProcess(view, statement.expression))) return 'process exit';
  return statements.some((statement) => mayEndProcess(view, statement)) ? 'possible process exit' : undefined;
}

function leaves(view: View, next: ts.Node): 'throw' | 'return' | undefined {
  if (view.ts.isThrowStatement(next)) return 'throw';
  return view.ts.isReturnStatement(next) ? 'return' : undefined;
}

/** The same variable or field gets a fresh resource. */
function replaces(view: View, statements: readonly ts.Statement[], object: ts.Expression): boolean {
  const target = skipTransparent(view.ts, object).getText();
  return statements.some((statement) => {
    if (!view.ts.isExpressionStatement(statement) || !view.ts.isBinaryExpression(statement.expression)) return false;
    const { left, right, operatorToken } = statement.expression;
    return operatorToken.kind === view.ts.SyntaxKind.EqualsToken && left.getText() === target && acquiresSomething(view, right);
  });
}
