import type ts from 'typescript';
import { releasedBy } from '../../analysis/contracts/calls.ts';
import { allDescendants, enclosingFunction, isWithin } from '../../analysis/syntax.ts';
import type { Reason } from '../../plans/reasons.ts';
import type { ClassAtHand } from './stop-releases.ts';

/** Whether a field gets another value, or is released, at a place other than its start and its stop. */
export function changedElsewhere(mine: ClassAtHand, begun: readonly ts.Statement[]): Reason | undefined {
  for (const node of allDescendants(mine.view.ts, mine.owner)) {
    const reason = reassigns(mine, node, begun) ?? releases(mine, node);
    if (reason) return reason;
  }
  return undefined;
}

/** The constructor may make what start begins, start makes it before that, and stop may empty the field. */
function reassigns(mine: ClassAtHand, node: ts.Node, begun: readonly ts.Statement[]): Reason | undefined {
  const { view: { ts: typescript }, start, stop, names } = mine;
  if (!typescript.isBinaryExpression(node) || node.operatorToken.kind < typescript.SyntaxKind.FirstAssignment || node.operatorToken.kind > typescript.SyntaxKind.LastAssignment) return undefined;
  const index = names.indexOf(node.left.getText());
  const scope = enclosingFunction(typescript, node);
  if (index < 0 || typescript.isConstructorDeclaration(scope) || scope === stop) return undefined;
  const isOwn = scope === start && node.parent.parent === start.body && node.pos <= begun[index]!.pos && node.end <= begun[index]!.end;
  return isOwn ? undefined : 'reassigned';
}

function releases({ view, stop, names }: ClassAtHand, node: ts.Node): Reason | undefined {
  const object = isWithin(node, stop) ? undefined : releasedBy(view, node)?.object;
  return object && names.includes(nameOfField(object)) ? 'released-elsewhere' : undefined;
}

function nameOfField(object: ts.Expression): string {
  return object.getText().replace(/[!?]$/, '');
}
