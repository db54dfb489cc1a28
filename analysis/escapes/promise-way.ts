import type ts from 'typescript';
import { callbackMethod } from '../construction/runs-at-once.ts';
import { completionOf } from '../flow/completion.ts';
import { closureWithin, referencesIn } from '../ownership/references.ts';
import { directlyBelow } from '../nodes.ts';
import { isWithin, memberAccess, outermost, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { isDeclaredOutside } from './outlives.ts';
import type { Owned } from './owned.ts';

/** Where the promise of some work goes, seen from the scope whose value the work uses. */
export type PromiseWay =
  | { kind: 'returned'; at: ts.Expression }
  | { kind: 'dropped'; at: ts.Expression; handled: boolean }
  | { kind: 'kept'; at: ts.Expression; in: string }
  | undefined;

/** How the promise of an expression leaves the scope without being awaited in it; nothing when somebody in it waits, or nobody knows. */
export function wayOfPromise(view: View, work: ts.Expression, owned: Owned): PromiseWay {
  const top = topOf(view, work);
  const { parent } = top;
  const { ts: typescript } = view;
  if (typescript.isReturnStatement(parent)) return closureWithin(view, top, owned.scope) ? undefined : { kind: 'returned', at: top };
  if (typescript.isVariableDeclaration(parent) && typescript.isIdentifier(parent.name)) return ofVariable(view, parent.name, top, owned);
  const outside = keptOutside(view, top, owned);
  if (outside) return isAwaitedIn(view, outside, owned) ? undefined : { kind: 'kept', at: top, in: outside.getText() };
  const fate = completionOf(view, work);
  if (fate.kind === 'awaited' || fate.kind === 'ignored') return undefined;
  return { kind: 'dropped', at: work, handled: fate.kind === 'handled' || fate.kind === 'continued' };
}

/** The promise that stands for this one: chains, `Promise.all([…])`, branches, and the array that `map` makes of them. */
function topOf(view: View, work: ts.Expression): ts.Expression {
  let at = outermost(view.ts, work);
  for (;;) {
    const next = around(view, at);
    if (!next) return at;
    at = outermost(view.ts, next);
  }
}

function around(view: View, value: ts.Expression): ts.Expression | undefined {
  const { ts: typescript } = view;
  const { parent } = value;
  if (typescript.isArrayLiteralExpression(parent) || typescript.isSpreadElement(parent)) return parent as ts.Expression;
  if (typescript.isConditionalExpression(parent)) return parent.condition === value ? undefined : parent;
  if (typescript.isBinaryExpression(parent)) return isLogical(view, parent) && parent.right === value ? parent : undefined;
  if (typescript.isPropertyAccessExpression(parent) && ['then', 'catch', 'finally'].includes(parent.name.text) && typescript.isCallExpression(parent.parent)) return parent.parent;
  if (typescript.isCallExpression(parent) && parent.arguments.includes(value) && /^Promise\.(all|allSettled|race|any|resolve)$/.test(parent.expression.getText())) return parent;
  if (!typescript.isArrowFunction(parent) || parent.body !== value) return undefined;
  const call = outermost(typescript, parent).parent;
  return typescript.isCallExpression(call) && callbackMethod(view, call) === 'map' ? call : undefined;
}

function isLogical(view: View, { operatorToken }: ts.BinaryExpression): boolean {
  const { SyntaxKind } = view.ts;
  return [SyntaxKind.AmpersandAmpersandToken, SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken, SyntaxKind.CommaToken].includes(operatorToken.kind as never);
}

/** A promise in a variable of the scope: returned as it is, or dropped. */
function ofVariable(view: View, name: ts.Identifier, value: ts.Expression, owned: Owned): PromiseWay {
  const symbol = view.types.symbolOf(name);
  if (!symbol) return undefined;
  const uses = referencesIn(view, symbol, owned.scope);
  if (uses.some((use) => isAwaited(view, use, owned))) return undefined;
  const returned = uses.map((use) => topOf(view, use)).find((top) => view.ts.isReturnStatement(top.parent) && !closureWithin(view, top, owned.scope));
  if (returned) return { kind: 'returned', at: returned };
  return uses.length === 0 ? { kind: 'dropped', at: value, handled: false } : undefined;
}

/** Whether a wait of the scope includes a promise. */
function isAwaited(view: View, use: ts.Expression, { block }: Owned): boolean {
  for (let at: ts.Node = use; at.parent && at !== block; at = at.parent) if (view.ts.isAwaitExpression(at.parent)) return isWithin(at.parent, block);
  return false;
}

/** The variable, field or collection outside the scope that a promise is put into. */
function keptOutside(view: View, value: ts.Expression, owned: Owned): ts.Expression | undefined {
  const { parent } = value;
  if (view.ts.isBinaryExpression(parent) && parent.right === value && parent.operatorToken.kind === view.ts.SyntaxKind.EqualsToken) {
    const target = skipTransparent(view.ts, parent.left);
    return view.ts.isIdentifier(target) && isDeclaredOutside(view, target, owned) ? target : undefined;
  }
  const access = view.ts.isCallExpression(parent) && parent.arguments.includes(value) ? memberAccess(view.ts, parent.expression) : undefined;
  if (!access || !['push', 'unshift', 'add'].includes(access.name) || !view.ts.isIdentifier(access.object)) return undefined;
  return isDeclaredOutside(view, access.object, owned) ? access.object : undefined;
}

function isAwaitedIn(view: View, name: ts.Expression, { block }: Owned): boolean {
  const mentions = new RegExp(`\\b${name.getText()}\\b`);
  return directlyBelow(view.ts, block, 'await', 'forOf').some((node) => (view.ts.isAwaitExpression(node) || node.awaitModifier !== undefined) && mentions.test(node.expression.getText()));
}
