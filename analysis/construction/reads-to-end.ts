import type ts from 'typescript';
import { below, directlyBelow } from '../nodes.ts';
import { isWithin, memberAccess, methodCall, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

type Loop = ts.IterationStatement;

/**
 * Whether every loop of a function that waits, and stands in no other, reads what it was given until there is no more: `while (true) { const { done } = await reader.read(); if (done) break; }`,
 * `for await (const part of this.input)`. Such work ends with its source; a poll does not (docs/clauses.md, rule 1).
 */
export function readsToEnd(view: View, { body }: Pick<FunctionWithBody, 'body'>): boolean {
  const loops = directlyBelow(view.ts, body, 'while', 'do', 'for', 'forOf').filter((loop) => waitsIn(view, loop));
  const reading = loops.filter((loop) => (view.ts.isForOfStatement(loop) ? isOverGiven(view, loop) : readsReader(view, loop)));
  return loops.length > 0 && loops.every((loop) => reading.some((one) => isWithin(loop, one)));
}

function waitsIn(view: View, loop: Loop): boolean {
  return (view.ts.isForOfStatement(loop) && loop.awaitModifier !== undefined) || directlyBelow(view.ts, loop, 'await').length > 0;
}

/** An `await reader.read()` whose `done` leaves the loop. */
function readsReader(view: View, loop: Loop): boolean {
  const reads = directlyBelow(view.ts, loop, 'await').some((node) => view.ts.isAwaitExpression(node) && methodCall(view.ts, skipTransparent(view.ts, node.expression))?.name === 'read' && isWithin(node, loop.statement));
  return reads && below(view.ts, loop.statement, 'if').some((node) => /\bdone\b/.test(node.expression.getText()) && leaves(view, node.thenStatement));
}

function leaves(view: View, statement: ts.Statement): boolean {
  const last = view.ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (view.ts.isBreakStatement(last) || view.ts.isReturnStatement(last));
}

const endless = /^(setInterval|on|interval|watch|poll|subscribe)$/;

/** What a field or a parameter holds, or what a function makes of it: `decode(this.incoming)`. */
function isOverGiven(view: View, loop: ts.ForOfStatement): boolean {
  if (!loop.awaitModifier) return false;
  const value = skipTransparent(view.ts, loop.expression);
  if (!view.ts.isCallExpression(value)) return isHeld(view, value);
  const name = memberAccess(view.ts, value.expression)?.name ?? value.expression.getText();
  return !endless.test(name) && value.arguments[0] !== undefined && isHeld(view, value.arguments[0]);
}

function isHeld(view: View, node: ts.Expression): boolean {
  const value = skipTransparent(view.ts, node);
  return view.ts.isIdentifier(value) || view.ts.isPropertyAccessExpression(value);
}
