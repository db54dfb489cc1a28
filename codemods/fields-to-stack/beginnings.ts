import type ts from 'typescript';
import { startedBy } from '../../analysis/contracts/calls.ts';
import { startNames } from '../../analysis/scope-order.ts';
import { allDescendants, enclosingFunction, fieldOfThis, memberName, methodCall, outermostAwaited, skipAwait, skipTransparent } from '../../analysis/syntax.ts';
import type { Reason } from '../../plans/reasons.ts';
import { assignmentOf, type Beginning, type ClassAtHand } from './class-at-hand.ts';

/** The statement of start in which a field begins, and behind which it is live; or why there is none. */
export function beginningOf(mine: ClassAtHand, name: string, node: ts.Node): Beginning | Reason {
  const { view: { ts: typescript }, start } = mine;
  if (!startNames.has(memberName(typescript, start.name) ?? '') || enclosingFunction(typescript, node) !== start) return 'begun-elsewhere';
  const outer = start.body.statements.find((one) => one.pos <= node.pos && node.end <= one.end);
  if (!outer) return 'begun-elsewhere';
  if (isLoop(mine, outer)) return collectedIn(mine, outer, name, node);
  const variable = variableGivenTo(mine, start.body.statements, name, outer, node);
  if (typescript.isVariableStatement(outer)) return variable ? { statement: outer, outer, variable } : 'begun-elsewhere';
  const reason = whyNotBegun(mine, outer, name, node);
  return reason ?? { statement: outer, outer, variable };
}

function isLoop({ view: { ts: typescript } }: ClassAtHand, node: ts.Node): node is ts.ForStatement | ts.ForOfStatement {
  return typescript.isForStatement(node) || (typescript.isForOfStatement(node) && !node.awaitModifier);
}

/** `await this.queue.start();`, `this.queue = await open();` */
function whyNotBegun({ view }: ClassAtHand, statement: ts.Statement, name: string, node: ts.Node): Reason | undefined {
  const { ts: typescript } = view;
  if (!typescript.isExpressionStatement(statement)) return 'begun-elsewhere';
  const begun = startedBy(view, node)?.call;
  if (!begun) {
    const assigned = assignmentOf(view, statement);
    return assigned?.field === name && skipAwait(typescript, assigned.value) === node ? undefined : 'begun-elsewhere';
  }
  if (typescript.isVoidExpression(begun.parent)) return 'start-floats';
  if (skipAwait(typescript, statement.expression) !== begun) return 'begun-together';
  const isAwaited = outermostAwaited(typescript, begun) !== begun;
  return isAwaited || !view.types.isThenable(view.types.typeOf(begun)) ? undefined : 'start-floats';
}

/** `const client = new Client(); await client.connect(); … this.client = client;`: the variable, when the field gets it in a statement of its own. */
function variableGivenTo({ view }: ClassAtHand, statements: readonly ts.Statement[], name: string, begun: ts.Statement, node: ts.Node): string | undefined {
  const given = statements.slice(statements.indexOf(begun) + 1).flatMap((statement) => assignmentOf(view, statement) ?? []).find(({ field }) => field === name);
  return given && view.ts.isIdentifier(given.value) && isHeldBy(view.ts, statements, given.value.text, begun, node) ? given.value.text : undefined;
}

/** It is started by that name, or it is what the declaration of the name makes. */
function isHeldBy(typescript: ClassAtHand['view']['ts'], statements: readonly ts.Statement[], variable: string, begun: ts.Statement, node: ts.Node): boolean {
  const made = statements.find((statement) => typescript.isVariableStatement(statement) && (statement.declarationList.flags & typescript.NodeFlags.Const) !== 0 && statement.declarationList.declarations.length === 1 && statement.declarationList.declarations[0]!.name.getText() === variable);
  if (!made || statements.indexOf(made) > statements.indexOf(begun)) return false;
  const { initializer } = (made as ts.VariableStatement).declarationList.declarations[0]!;
  const call = methodCall(typescript, node);
  return made === begun ? initializer !== undefined && skipAwait(typescript, initializer) === node : call !== undefined && skipTransparent(typescript, call.object).getText() === variable;
}

/** `for (…) { const one = new Client(); await one.connect(); this.clients.push(one); }`, and nothing in it that leaves the loop. */
function collectedIn(mine: ClassAtHand, loop: ts.ForStatement | ts.ForOfStatement, name: string, node: ts.Node): Beginning | Reason {
  const { view, start } = mine;
  const { ts: typescript } = view;
  if (!typescript.isBlock(loop.statement)) return 'begun-elsewhere';
  const { statements } = loop.statement;
  const statement = statements.find((one) => one.pos <= node.pos && node.end <= one.end);
  const pushed = statements.flatMap((one) => pushedTo(mine, one, name) ?? []);
  const [variable] = pushed;
  if (!statement || pushed.length !== 1 || variable === undefined || !isHeldBy(typescript, statements, variable, statement, node)) return 'begun-elsewhere';
  const leaves = allDescendants(typescript, loop.statement).some((one) => (typescript.isReturnStatement(one) || typescript.isBreakOrContinueStatement(one)) && enclosingFunction(typescript, one) === start);
  if (leaves) return 'leaves-start-early';
  const reason = typescript.isVariableStatement(statement) ? undefined : whyNotBegun(mine, statement, name, node);
  return reason ?? { statement, outer: loop, variable };
}

/** `this.clients.push(one);` */
function pushedTo({ view: { ts: typescript } }: ClassAtHand, statement: ts.Statement, name: string): string | undefined {
  const call = typescript.isExpressionStatement(statement) ? methodCall(typescript, statement.expression) : undefined;
  const [pushed, ...more] = call?.call.arguments ?? [];
  return call?.name === 'push' && call.object.getText() === name && more.length === 0 && pushed && typescript.isIdentifier(pushed) ? pushed.text : undefined;
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
