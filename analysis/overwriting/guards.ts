import type ts from 'typescript';
import { memberOfClasses } from '../ownership/field-paths.ts';
import { classChain } from '../ownership/teardown.ts';
import { below, directlyBelow } from '../nodes.ts';
import { enclosingFunction, fieldOfThis, hasBody, isWithin } from '../syntax.ts';
import type { View } from '../view.ts';

/** What stands before an assignment and asks whether it may be done: the same target, a flag that the same code sets, or something else of the instance. */
export type Guard = 'same target' | 'latch' | 'other';

/** How the assignment of a field is guarded: a condition around it or before it, in its function or in one around that (docs/clauses.md, rule 19). */
export function guardOf(view: View, owner: ts.ClassLikeDeclaration, assignment: ts.Node, field: string): Guard | undefined {
  const guards = conditionsBefore(view, owner, assignment).flatMap((condition) => guardBy(view, owner, condition, assignment, field) ?? []);
  return (['same target', 'latch', 'other'] as const).find((guard) => guards.includes(guard));
}

/** The conditions that an earlier statement, or a statement around, asks. */
export function conditionsBefore(view: View, limit: ts.Node, assignment: ts.Node): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  for (let scope: ts.Node = enclosingFunction(view.ts, assignment); isWithin(scope, limit) && scope !== limit; scope = enclosingFunction(view.ts, scope)) {
    for (const node of directlyBelow(view.ts, scope, 'if', 'while', 'switch', 'conditional', 'binary')) {
      const condition = conditionOf(view, node);
      if (condition && condition.pos < assignment.pos) found.push(condition);
    }
  }
  return found;
}

function conditionOf(view: View, node: ts.Node): ts.Expression | undefined {
  const { ts: typescript } = view;
  if (typescript.isIfStatement(node) || typescript.isWhileStatement(node) || typescript.isSwitchStatement(node)) return node.expression;
  if (typescript.isConditionalExpression(node)) return node.condition;
  if (!typescript.isBinaryExpression(node)) return undefined;
  const { AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken } = typescript.SyntaxKind;
  return [AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken].includes(node.operatorToken.kind as never) ? node.left : undefined;
}

function guardBy(view: View, owner: ts.ClassLikeDeclaration, condition: ts.Expression, assignment: ts.Node, field: string): Guard | undefined {
  const asked = fieldsAsked(view, owner, condition, 2);
  if (asked.has(field)) return 'same target';
  const scope = enclosingFunction(view.ts, assignment);
  const isSet = asked.size > 0 && below(view.ts, scope, 'binary').some((node) => node.operatorToken.kind === view.ts.SyntaxKind.EqualsToken && asked.has(fieldOfThis(view.ts, node.left) ?? ''));
  return isSet ? 'latch' : asked.size > 0 ? 'other' : undefined;
}

/** The fields that a condition asks, through getters and methods of the instance. */
function fieldsAsked(view: View, owner: ts.ClassLikeDeclaration, node: ts.Node, depth: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (const inner of [node as ts.Expression, ...below(view.ts, node, 'access')]) {
    const field = fieldOfThis(view.ts, inner);
    if (field === undefined) continue;
    found.add(field);
    const member = depth > 0 ? memberOfClasses(view, classChain(view, owner), field) : undefined;
    if (hasBody(member)) for (const one of fieldsAsked(view, owner, member.body, depth - 1)) found.add(one);
  }
  return found;
}
