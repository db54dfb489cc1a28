import type ts from 'typescript';
import type { ConstructionWork } from '../../analysis/class-story.ts';
import { allDescendants, fieldOfThis, isAsync, isWithin, memberName, skipTransparent } from '../../analysis/syntax.ts';
import { calleeBody } from '../../analysis/contracts/calls.ts';
import type { View } from '../../analysis/view.ts';
import type { Move } from '../../plans/constructor-to-start/facts.ts';
import type { TextEdit } from '../../plans/edit.ts';
import type { Reason } from '../../plans/reasons.ts';
import { assignedField } from './assigned-field.ts';
import { constructorOf } from './constructor-of.ts';
import { dependsOn } from './depends-on.ts';
import { localsIn } from './locals-in.ts';
import { mayNotEnd } from './may-not-end.ts';
import { hasReturn } from './start-host.ts';
import { withComments } from './with-comments.ts';

/** A statement of the constructor or a field that begins work. */
export interface Unit {
  readonly node: ts.ExpressionStatement | ts.PropertyDeclaration;
  /** What is called: the work itself, or what leads to it. */
  readonly call: ts.CallExpression;
  /** The field of `this` that keeps it. */
  readonly field: string | undefined;
}

/** What has to leave the construction of a class, or why it cannot. */
export function movesOf(view: View, owner: ts.ClassLikeDeclaration, units: readonly Unit[] | undefined): readonly Move[] | Reason {
  if (!units) return 'start-not-movable';
  const constructor = constructorOf(view, owner);
  if (constructor && hasReturn(view.ts, constructor.body)) return 'start-not-movable';
  if (dependsOn(view, owner, units)) return 'start-used-later';
  const moves: Move[] = [];
  for (const unit of units) {
    const move = moveOf(view, owner, unit);
    if (typeof move === 'string') return move;
    moves.push(move);
  }
  return moves;
}

/** The pieces that begin work, in the order in which they run: the fields, then the constructor; nothing when one of them cannot move. */
export function unitsOf(view: View, owner: ts.ClassLikeDeclaration, works: readonly ConstructionWork[]): readonly Unit[] | undefined {
  const units = new Map<ts.Node, Unit>();
  for (const work of works) {
    const unit = unitOf(view, owner, work);
    if (!unit) return undefined;
    units.set(unit.node, unit);
  }
  const fields = [...units.values()].filter(({ node }) => view.ts.isPropertyDeclaration(node));
  const statements = [...units.values()].filter(({ node }) => !view.ts.isPropertyDeclaration(node));
  const inText = (a: Unit, b: Unit): number => a.node.pos - b.node.pos;
  return [...fields.sort(inText), ...statements.sort(inText)];
}

/** `void this.start();`, `this.timer = setInterval(…);`, `setInterval(…);`, `timer = setInterval(…)`; nothing for any other shape. */
function unitOf(view: View, owner: ts.ClassLikeDeclaration, { at, kind, inner }: ConstructionWork): Unit | undefined {
  const { ts: typescript } = view;
  if (!typescript.isCallExpression(at)) return undefined;
  const isOwnCall = fieldOfThis(typescript, at.expression) !== undefined;
  if (!isOwnCall && !(kind === 'timer' && inner === at)) return undefined;
  const field = owner.members.find((member): member is ts.PropertyDeclaration => typescript.isPropertyDeclaration(member) && member.initializer === at);
  if (field) return isOwnCall ? undefined : { node: field, call: at, field: memberName(typescript, field.name) };
  const statement = constructorOf(view, owner)?.body.statements.find((one) => isWithin(at, one));
  if (!statement || !typescript.isExpressionStatement(statement)) return undefined;
  const expression = skipTransparent(typescript, statement.expression);
  if (expression === at || (typescript.isVoidExpression(expression) && expression.expression === at)) return { node: statement, call: at, field: undefined };
  const isAssignment = typescript.isBinaryExpression(expression) && expression.operatorToken.kind === typescript.SyntaxKind.EqualsToken && expression.right === at;
  const kept = isAssignment && typescript.isPropertyAccessExpression(expression.left) ? fieldOfThis(typescript, expression.left) : undefined;
  return kept === undefined || isOwnCall ? undefined : { node: statement, call: at, field: kept };
}

function moveOf(view: View, owner: ts.ClassLikeDeclaration, unit: Unit): Move | Reason {
  const { node } = unit;
  const { ts: typescript } = view;
  if (allDescendants(typescript, node).some((one) => one.kind === typescript.SyntaxKind.SuperKeyword || typescript.isMetaProperty(one) || one.getText() === 'arguments')) return 'start-not-movable';
  const field = unit.field === undefined ? undefined : assignedField(view, owner, unit);
  if (field === 'unknown') return 'start-not-movable';
  if (typescript.isPropertyDeclaration(node)) {
    const { text } = node.getSourceFile();
    const from = (node.type ?? node.exclamationToken ?? node.questionToken ?? node.name).end;
    return { kind: 'initializer', removed: { start: from, end: node.initializer!.end }, value: { start: node.initializer!.getStart(), end: node.initializer!.end }, target: `this.${node.name.getText()}`, semicolon: text[node.end - 1] === ';', field: field! };
  }
  if (fieldOfThis(typescript, unit.call.expression) === 'start') return { kind: 'start', whole: { start: node.getStart(), end: node.end } };
  const rewrites = localsIn(view, node);
  if (typeof rewrites === 'string') return rewrites;
  const awaiting = awaited(view, unit);
  return { kind: 'statement', whole: withComments(view, node), rewrites: [...awaiting, ...rewrites], awaited: awaiting.length > 0, field };
}

/** A promise of the class's own method that is dropped is awaited, when it settles before the work ends. */
function awaited(view: View, { node, call, field }: Unit): readonly TextEdit[] {
  const body = field === undefined && view.types.isThenable(view.types.typeOf(call)) ? calleeBody(view, call) : undefined;
  if (!body || !isAsync(view.ts, body) || mayNotEnd(view, body)) return [];
  return [{ start: node.getStart(), end: call.getStart(), text: 'await ' }];
}

