import type ts from 'typescript';
import { releasedBy, type Released } from './contracts/calls.ts';
import { mayThrow } from './flow/may-throw.ts';
import { below, directlyBelow } from './nodes.ts';
import { enclosingFunction, isWithin, nameOf, skipTransparent } from './syntax.ts';
import type { View } from './view.ts';

/**
 * Whether some run through a `finally` that releases by hand goes wrong (docs/clauses.md, rule 14): the failure of one release skips another, a
 * guard lets another one out unreleased, or what it releases is released elsewhere too. One resource behind its null check is right, however it looks.
 */
export function cleanupGoesWrong(view: View, statement: ts.TryStatement, planned: readonly Released[]): boolean {
  const { finallyBlock } = statement;
  if (!finallyBlock) return false;
  const all = releasesIn(view, finallyBlock, false);
  return leavesOneOut(view, all, planned) || all.some((first, index) => all.slice(index + 1).some((second) => skips(view, first, second, finallyBlock))) || planned.some((release) => isReleasedElsewhereToo(view, release, statement, finallyBlock));
}

function releasesIn(view: View, node: ts.Node, withClosures: boolean): Released[] {
  return (withClosures ? below(view.ts, node, 'call') : directlyBelow(view.ts, node, 'call')).flatMap((call) => releasedBy(view, call) ?? []);
}

function subjectOf(view: View, { object }: Released): string {
  return nameOf(skipTransparent(view.ts, object));
}

/** `if (producer && !processor) await producer.stop()` beside the processor's own release: guards decide between the two. */
function leavesOneOut(view: View, all: readonly Released[], planned: readonly Released[]): boolean {
  const named = new Set(planned.map((release) => subjectOf(view, release)));
  return all.some((release) => !planned.some(({ call }) => call === release.call) && !named.has(subjectOf(view, release)) && waits(view, release) && release.object.kind !== view.ts.SyntaxKind.SuperKeyword);
}

/** Whether the failure of the first release keeps the second one from being run, or waited for. */
function skips(view: View, first: Released, second: Released, root: ts.Node): boolean {
  return subjectOf(view, first) !== subjectOf(view, second) && canFail(view, first, root) && !goesOnTo(view, first.call, second.call, root);
}

function canFail(view: View, { call, contract }: Released, root: ts.Node): boolean {
  if (contract.kind === 'timer') return false;
  for (let at: ts.Node = call; at !== root && !view.ts.isStatement(at); at = at.parent) if (view.ts.isAwaitExpression(at)) return mayThrow(view, at) === 'certain';
  return mayThrow(view, call) === 'certain';
}

/** A `try` around the first whose `catch` or `finally` leads to the second. */
function goesOnTo(view: View, first: ts.Node, second: ts.Node, root: ts.Node): boolean {
  for (let at = first; at !== root; at = at.parent) {
    const { parent } = at;
    if (view.ts.isTryStatement(parent) && parent.tryBlock === at && !isWithin(second, at) && (parent.catchClause !== undefined || (parent.finallyBlock && isWithin(second, parent.finallyBlock)))) return true;
    if (view.ts.isIfStatement(parent) && parent.thenStatement === at && parent.elseStatement && isWithin(second, parent.elseStatement)) return true;
  }
  return false;
}

/** `process.once('SIGTERM', () => service.stop())` beside the `finally`: a run that comes to both releases twice. */
function isReleasedElsewhereToo(view: View, release: Released, statement: ts.TryStatement, finallyBlock: ts.Block): boolean {
  const object = skipTransparent(view.ts, release.object);
  if (!view.ts.isIdentifier(object) || !waits(view, release)) return false;
  const symbol = view.types.symbolOf(object);
  return releasesIn(view, enclosingFunction(view.ts, statement), true).some((other) => {
    const name = skipTransparent(view.ts, other.object);
    if (isWithin(other.call, finallyBlock) || !view.ts.isIdentifier(name) || name.text !== object.text || view.types.symbolOf(name) !== symbol) return false;
    return waits(view, other) && (isWithin(other.call, statement) || isClosure(view, other.call, statement)) && !isTheLast(view, other.call, object.text);
  });
}

/** In a function of its own, which may run at any time. */
function isClosure(view: View, call: ts.Node, statement: ts.TryStatement): boolean {
  return enclosingFunction(view.ts, call) !== enclosingFunction(view.ts, statement);
}

/** After it the variable holds something else, or the process ends. */
function isTheLast(view: View, call: ts.Node, name: string): boolean {
  for (let at = call; at.parent && !view.ts.isFunctionLike(at); at = at.parent) {
    if (!view.ts.isBlock(at.parent)) continue;
    const { statements } = at.parent;
    const rest = statements.slice(statements.indexOf(at as ts.Statement) + 1);
    if (rest.some((one) => assigns(view, one, name) || directlyBelow(view.ts, one, 'call').some((node) => node.expression.getText() === 'process.exit'))) return true;
  }
  return false;
}

function assigns(view: View, statement: ts.Statement, name: string): boolean {
  return directlyBelow(view.ts, statement, 'binary').some((node) => node.operatorToken.kind === view.ts.SyntaxKind.EqualsToken && node.left.getText() === name);
}

function waits(view: View, { call }: Released): boolean {
  return view.types.isThenable(view.types.typeOf(call));
}
