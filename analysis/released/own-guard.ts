import type ts from 'typescript';
import { releasesOfTeardown } from '../ownership/teardown.ts';
import { below } from '../nodes.ts';
import { fieldOfThis } from '../syntax.ts';
import type { View } from '../view.ts';
import { isTarget } from './subject.ts';

/** What a method does at its beginning when a field tells it that the object was ended: the teardown sets that field. */
export function guardOf(view: View, method: ts.Node, owner: ts.ClassLikeDeclaration): 'throws' | 'returns' | undefined {
  const { ts: typescript } = view;
  const body = 'body' in method ? (method.body as ts.Node | undefined) : undefined;
  if (!body || !typescript.isBlock(body)) return undefined;
  for (const statement of body.statements) {
    if (!typescript.isIfStatement(statement) || !asks(view, statement.expression, fieldsSetBy(view, owner))) continue;
    const first = typescript.isBlock(statement.thenStatement) ? statement.thenStatement.statements.at(-1) : statement.thenStatement;
    if (first && typescript.isThrowStatement(first)) return 'throws';
    if (first && typescript.isReturnStatement(first)) return 'returns';
  }
  return undefined;
}

/** The fields that the members which end an object assign. */
function fieldsSetBy(view: View, owner: ts.ClassLikeDeclaration): ReadonlySet<string> {
  return view.remember('fieldsSetBy', owner, () => {
    const fields = new Set<string>();
    for (const member of releasesOfTeardown(view, owner).code) {
      for (const node of below(view.ts, member, 'access')) {
        const field = view.ts.isPropertyAccessExpression(node) && isTarget(view, node) ? fieldOfThis(view.ts, node) : undefined;
        if (field !== undefined) fields.add(field);
      }
    }
    return fields;
  });
}

function asks(view: View, condition: ts.Expression, fields: ReadonlySet<string>): boolean {
  return [condition, ...below(view.ts, condition, 'access')].some((node) => view.ts.isPropertyAccessExpression(node) && fields.has(fieldOfThis(view.ts, node) ?? ''));
}
