import type ts from 'typescript';
import { releasedBy } from '../../analysis/contracts/calls.ts';
import { allDescendants, enclosingFunction, fieldOfThis, isWithin } from '../../analysis/syntax.ts';
import type { Reason } from '../../plans/reasons.ts';
import type { Beginning, ClassAtHand } from './class-at-hand.ts';

/** Whether a field gets another value, or is released, at a place other than its start and its stop. */
export function changedElsewhere(mine: ClassAtHand, begun: readonly Beginning[]): Reason | undefined {
  for (const node of allDescendants(mine.view.ts, mine.owner)) {
    const reason = reassigns(mine, node, begun) ?? releases(mine, node) ?? changesCollection(mine, node, begun);
    if (reason) return reason;
  }
  return undefined;
}

/** The constructor may make what start begins, start makes it before that, or gives it the variable behind that, and stop may empty the field. */
function reassigns(mine: ClassAtHand, node: ts.Node, begun: readonly Beginning[]): Reason | undefined {
  const { view: { ts: typescript }, start, stop, names } = mine;
  if (!typescript.isBinaryExpression(node) || node.operatorToken.kind < typescript.SyntaxKind.FirstAssignment || node.operatorToken.kind > typescript.SyntaxKind.LastAssignment) return undefined;
  const index = names.indexOf(node.left.getText());
  const scope = enclosingFunction(typescript, node);
  if (index < 0 || typescript.isConstructorDeclaration(scope) || scope === stop) return undefined;
  const { statement, outer, variable } = begun[index]!;
  const isInStart = scope === start && node.parent.parent === start.body && outer === statement;
  const isOwn = variable === undefined ? node.pos <= statement.pos && node.end <= statement.end : node.right.getText() === variable && node.pos >= statement.end;
  return isInStart && isOwn ? undefined : 'reassigned';
}

const reading: ReadonlySet<string> = new Set(['length', 'at', 'concat', 'entries', 'every', 'filter', 'find', 'findIndex', 'findLast', 'flatMap', 'forEach', 'includes', 'indexOf', 'join', 'keys', 'map', 'reduce', 'slice', 'some', 'toReversed', 'toSorted', 'values']);

/** Outside of start and stop nobody adds to a collection, takes from it, or hands it on. */
function changesCollection({ view: { ts: typescript }, start, stop, names }: ClassAtHand, node: ts.Node, begun: readonly Beginning[]): Reason | undefined {
  const name = typescript.isPropertyAccessExpression(node) ? `this.${fieldOfThis(typescript, node)}` : '';
  const at = begun[names.indexOf(name)];
  if (!at || at.outer === at.statement || isWithin(node, stop)) return undefined;
  const { parent } = node;
  const isRead = (typescript.isPropertyAccessExpression(parent) && parent.expression === node && reading.has(parent.name.text) && !isAssigned(typescript, parent)) || (typescript.isForOfStatement(parent) && parent.expression === node) || typescript.isSpreadElement(parent);
  return isRead || isWithin(node, at.outer) && isWithin(node, start) ? undefined : 'reassigned';
}

function isAssigned(typescript: ClassAtHand['view']['ts'], { parent }: ts.Expression): boolean {
  return typescript.isBinaryExpression(parent) && parent.operatorToken.kind === typescript.SyntaxKind.EqualsToken;
}

function releases({ view, stop, names }: ClassAtHand, node: ts.Node): Reason | undefined {
  const object = isWithin(node, stop) ? undefined : releasedBy(view, node)?.object;
  return object && names.includes(nameOfField(object)) ? 'released-elsewhere' : undefined;
}

function nameOfField(object: ts.Expression): string {
  return object.getText().replace(/[!?]$/, '');
}
