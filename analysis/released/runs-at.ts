import type ts from 'typescript';
import { closureWithin, referencesIn } from '../ownership/references.ts';
import { callbackMethod } from '../construction/runs-at-once.ts';
import { isAsync, isWithin, outermost, outermostAwaited, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

/** A place of a function where something inside it happens: at once, or where a nested function is called. */
export interface Moment {
  at: ts.Node;
  /** Whether it happens each time control comes there. */
  always: boolean;
}

/** When a node of a scope runs: itself, or the calls that run the nested functions it lies in. Nothing when somebody else decides. */
export function momentsOf(view: View, node: ts.Node, scope: FunctionWithBody): readonly Moment[] {
  const closure = closureWithin(view, node, scope);
  if (!closure) return [{ at: node, always: true }];
  const always = isUnconditional(view, node, closure);
  return callsOf(view, closure, scope).map((call) => ({ at: call.at, always: always && call.always }));
}

/** The calls of a scope that run a nested function. */
function callsOf(view: View, closure: ts.Node, scope: FunctionWithBody): readonly Moment[] {
  const { ts: typescript } = view;
  if (typescript.isFunctionDeclaration(closure)) return closure.name ? callsOfName(view, closure.name, closure, scope) : [];
  if (!typescript.isArrowFunction(closure) && !typescript.isFunctionExpression(closure)) return [];
  const value = outermost(typescript, closure);
  const { parent } = value;
  if (typescript.isVariableDeclaration(parent) && typescript.isIdentifier(parent.name)) return callsOfName(view, parent.name, closure, scope);
  if (typescript.isNewExpression(parent) && parent.expression.getText() === 'Promise') return [{ at: outermostAwaited(typescript, parent), always: true }];
  if (!typescript.isCallExpression(parent)) return [];
  if (parent.expression === value) return hasRun(view, parent, closure) ? [{ at: parent, always: true }] : [];
  return callbackMethod(view, parent) === undefined ? [] : [{ at: parent, always: false }];
}

/** `const end = () => …; await end()`: the calls by name in the scope itself. */
function callsOfName(view: View, name: ts.Identifier, closure: ts.Node, scope: FunctionWithBody): readonly Moment[] {
  const symbol = view.types.symbolOf(name);
  if (!symbol) return [];
  return referencesIn(view, symbol, scope).flatMap((reference) => {
    const callee = outermost(view.ts, reference);
    const call = callee.parent;
    const calls = view.ts.isCallExpression(call) && call.expression === callee && !closureWithin(view, call, scope);
    return calls && hasRun(view, call, closure) ? [{ at: call, always: true }] : [];
  });
}

/** An async function has run to its end only where its call is awaited. */
function hasRun(view: View, call: ts.Expression, closure: ts.Node): boolean {
  return !isAsync(view.ts, closure) || view.ts.isAwaitExpression(outermostAwaited(view.ts, call));
}

/** Whether a function that runs to its end has evaluated a node of its own. A null check of what is released does not count against it. */
export function isUnconditional(view: View, node: ts.Node, body: ts.Node, subject?: string): boolean {
  for (let at: ts.Node = node; at !== body && at.parent; at = at.parent) if (isBranch(view, at, at.parent, subject)) return false;
  return !returnsBefore(view, node, body);
}

function isBranch(view: View, node: ts.Node, parent: ts.Node, subject: string | undefined): boolean {
  const { ts: typescript } = view;
  if (typescript.isIfStatement(parent)) return parent.expression !== node && parent.expression.getText() !== subject;
  if (typescript.isConditionalExpression(parent)) return parent.condition !== node;
  if (typescript.isBinaryExpression(parent)) return parent.right === node && isShortCircuit(view, parent) && parent.left.getText() !== subject;
  if (typescript.isIterationStatement(parent, false)) return 'statement' in parent && parent.statement === node && !typescript.isDoStatement(parent);
  return typescript.isCaseOrDefaultClause(parent) || typescript.isCatchClause(parent);
}

function isShortCircuit(view: View, { operatorToken }: ts.BinaryExpression): boolean {
  const { SyntaxKind } = view.ts;
  return [SyntaxKind.AmpersandAmpersandToken, SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken].includes(operatorToken.kind as never);
}

function returnsBefore(view: View, node: ts.Node, body: ts.Node): boolean {
  let found = false;
  const visit = (inner: ts.Node): void => {
    if (found || inner.pos >= node.pos || (view.ts.isFunctionLike(inner) && inner !== body)) return;
    found = view.ts.isReturnStatement(inner) && !isWithin(node, inner);
    if (!found) view.ts.forEachChild(inner, visit);
  };
  visit(body);
  return found;
}

/** The outermost expression whose evaluation includes the wait for a call: `await`, `.catch(…)`, `Promise.all([…])`, `void`. */
export function waitAround(view: View, call: ts.Node): ts.Node {
  const { ts: typescript } = view;
  let at: ts.Node = call;
  for (;;) {
    const { parent } = at;
    const passes =
      typescript.isAwaitExpression(parent) ||
      typescript.isParenthesizedExpression(parent) ||
      typescript.isNonNullExpression(parent) ||
      typescript.isVoidExpression(parent) ||
      typescript.isArrayLiteralExpression(parent) ||
      (typescript.isPropertyAccessExpression(parent) && ['then', 'catch', 'finally'].includes(parent.name.text)) ||
      (typescript.isCallExpression(parent) && (parent.expression === at ? typescript.isPropertyAccessExpression(at) && at !== call : /^(Promise\.\w+|pEvent|once|withTimeout|pTimeout)$/.test(parent.expression.getText())));
    if (!passes) return at;
    at = parent;
  }
}
