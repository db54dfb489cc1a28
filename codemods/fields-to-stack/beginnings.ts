import type ts from 'typescript';
import { startedBy } from '../../analysis/contracts/calls.ts';
import { startNames } from '../../analysis/scope-order.ts';
import { allDescendants, enclosingFunction, fieldOfThis, memberName, outermostAwaited, skipAwait } from '../../analysis/syntax.ts';
import type { Reason } from '../../plans/reasons.ts';
import type { ClassAtHand } from './stop-releases.ts';

/** The statement of start in which a field begins, and behind which it is live; or why there is none. */
export function beginningOf({ view, start }: ClassAtHand, node: ts.Node): ts.Statement | Reason {
  const { ts: typescript } = view;
  if (!startNames.has(memberName(typescript, start.name) ?? '')) return 'begun-elsewhere';
  const statement = start.body.statements.find((one) => one.pos <= node.pos && node.end <= one.end);
  if (!statement || !typescript.isExpressionStatement(statement) || enclosingFunction(typescript, node) !== start) return 'begun-elsewhere';
  const begun = startedBy(view, node)?.call;
  if (!begun) return isAssigned(view.ts, statement, node) ? statement : 'begun-elsewhere';
  if (typescript.isVoidExpression(begun.parent)) return 'start-floats';
  if (skipAwait(typescript, statement.expression) !== begun) return 'begun-together';
  const isAwaited = outermostAwaited(typescript, begun) !== begun;
  return isAwaited || !view.types.isThenable(view.types.typeOf(begun)) ? statement : 'start-floats';
}

/** `this.field = await open();` */
function isAssigned(typescript: ClassAtHand['view']['ts'], { expression }: ts.ExpressionStatement, node: ts.Node): boolean {
  return typescript.isBinaryExpression(expression) && expression.operatorToken.kind === typescript.SyntaxKind.EqualsToken && skipAwait(typescript, expression.right) === node;
}

/** A `return` before the last statement of start would end the local stack with what has begun; so would its own stop, called on the way, find nothing to release. */
export function leavesEarly({ view, start, stop }: ClassAtHand, first: ts.Statement | undefined): Reason | undefined {
  const { ts: typescript } = view;
  const last = start.body.statements.at(-1);
  const own = allDescendants(typescript, start.body).filter((node) => node.pos >= (first?.pos ?? 0) && enclosingFunction(typescript, node) === start);
  if (own.some((node) => typescript.isReturnStatement(node) && (node !== last || !isPlain(view.ts, node.expression)))) return 'leaves-start-early';
  const stops = memberName(typescript, stop.name);
  return own.some((node) => typescript.isCallExpression(node) && fieldOfThis(typescript, node.expression) === stops) ? 'released-elsewhere' : undefined;
}

/** What cannot fail when it is evaluated. */
function isPlain(typescript: ClassAtHand['view']['ts'], value: ts.Expression | undefined): boolean {
  return value === undefined || typescript.isIdentifier(value) || typescript.isLiteralExpression(value) || value.kind === typescript.SyntaxKind.ThisKeyword || value.kind === typescript.SyntaxKind.TrueKeyword || value.kind === typescript.SyntaxKind.FalseKeyword;
}
