import type ts from 'typescript';
import { below } from '../nodes.ts';
import { skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/**
 * The condition of a release that asks the resource itself whether it has ended: `if (client.status !== 'end') await client.quit();`
 * (docs/clauses.md, rule 8). Where the answer is no, there is nothing to release.
 */
export function guardOfItself(view: View, release: ts.CallExpression, holders: ReadonlySet<string>): ts.Expression | undefined {
  const { ts: typescript } = view;
  let statement: ts.Node = release;
  while (!typescript.isStatement(statement)) statement = statement.parent;
  const then = typescript.isBlock(statement.parent) && statement.parent.statements.length === 1 ? statement.parent : statement;
  const guard = then.parent;
  if (!typescript.isIfStatement(guard) || guard.thenStatement !== then || guard.elseStatement) return undefined;
  const asked = skipTransparent(typescript, guard.expression);
  const state = [asked, ...below(typescript, asked, 'access')].find((node): node is ts.PropertyAccessExpression => typescript.isPropertyAccessExpression(node) && holders.has(node.expression.getText()) && isState.test(node.name.text));
  const isCalled = state !== undefined && typescript.isCallExpression(state.parent);
  return state && !isCalled ? state : undefined;
}

/** `status`, `readyState`, `closed`, `isOpen` */
const isState = /^(status|state|readyState)$|(open(ed)?|clos(ed?|ing)|connected|destroyed|disposed|ended|listening|running|started|stopped)$/i;
