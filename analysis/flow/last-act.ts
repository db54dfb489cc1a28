import type ts from 'typescript';
import { isEntryModule } from '../ownership/entry-point.ts';
import { enclosingFunction, methodCall, outermost } from '../syntax.ts';
import type { View } from '../view.ts';

/**
 * Whether a release is the last act of a script: the last statement of the callback that the last statement of an entry module adds,
 * `main().finally(() => { storage.close(); });` (docs/clauses.md, rule 5). The process waits for it, and nothing comes after it.
 */
export function isLastActOfScript(view: View, call: ts.CallExpression): boolean {
  const { ts: typescript } = view;
  const callback = enclosingFunction(typescript, call);
  if (!typescript.isArrowFunction(callback) && !typescript.isFunctionExpression(callback)) return false;
  const added = outermost(typescript, callback).parent;
  const statement = added.parent;
  if (methodCall(typescript, added)?.name !== 'finally' || !typescript.isExpressionStatement(statement) || !typescript.isSourceFile(statement.parent)) return false;
  return statement.parent.statements.at(-1) === statement && endsCallback(view, call, callback) && isEntryModule(view, statement.parent);
}

function endsCallback(view: View, call: ts.CallExpression, { body }: ts.ArrowFunction | ts.FunctionExpression): boolean {
  const last = view.ts.isBlock(body) ? body.statements.at(-1) : body;
  return last !== undefined && outermost(view.ts, call) === (view.ts.isExpressionStatement(last) ? last.expression : last);
}
