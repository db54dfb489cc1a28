import type ts from 'typescript';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { methodCall, outermost, skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { MadeIn } from './made-in.ts';

/** `await container.dispose();` as the last step of a scope, or as that of the finally block which ends it, and nowhere else. */
export function endsWithDispose(view: View, { scope, name }: MadeIn): boolean {
  const { ts: typescript } = view;
  const ends = referencesIn(view, view.types.symbolOf(name)!, scope).flatMap((node) => {
    const method = methodCall(typescript, outermost(typescript, node).parent.parent);
    return method?.name === 'dispose' ? [method.call] : [];
  });
  const last = lastStep(view, scope.body);
  return ends.length === 1 && last !== undefined && typescript.isExpressionStatement(last) && typescript.isAwaitExpression(last.expression) && skipTransparent(typescript, last.expression.expression) === ends[0];
}

function lastStep({ ts: typescript }: View, { statements }: ts.Block): ts.Statement | undefined {
  const last = statements.at(-1);
  return last && typescript.isTryStatement(last) ? last.finallyBlock?.statements.at(-1) : last;
}
