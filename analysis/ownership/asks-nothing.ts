import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import { below } from '../nodes.ts';
import { closureWithin, referencesIn } from './references.ts';
import { teardownMembers } from './teardown.ts';
import { enclosingClass, fieldOfThis, hasBody, isInLoop, memberName, methodCall, outermost, outermostAwaited, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

const takesBack = /^(cancel|remove|delete|clear|unregister|unsubscribe|untrack|forget|off|abort)($|[A-Z])/;

/**
 * Whether naming a resource asks nothing of it once it has been released: its presence is checked, something is taken back from it
 * at once (`timers.cancel(id)`), or the method returns at once behind a flag that the release sets.
 */
export function asksNothingAfterwards(view: View, resource: ts.Expression): boolean {
  const { ts: typescript } = view;
  const value = outermost(typescript, resource);
  if (isCondition(view, value)) return true;
  const method = typescript.isPropertyAccessExpression(value.parent) ? methodCall(typescript, outermost(typescript, value.parent).parent) : undefined;
  if (!method || outermost(typescript, method.object) !== value) return false;
  return (takesBack.test(method.name) && !view.types.isThenable(view.types.typeOf(method.call))) || isInertAfterRelease(view, method.call);
}

function isCondition(view: View, value: ts.Expression): boolean {
  const { parent } = value;
  if (view.ts.isIfStatement(parent)) return parent.expression === value;
  if (view.ts.isConditionalExpression(parent)) return parent.condition === value;
  return view.ts.isBinaryExpression(parent) && parent.left === value && parent.operatorToken.kind === view.ts.SyntaxKind.AmpersandAmpersandToken;
}

/** `async acknowledge() { if (this.#stopped) return false; … }`, where the teardown of the class sets `#stopped`. */
function isInertAfterRelease(view: View, call: ts.CallExpression): boolean {
  const body = calleeBody(view, call);
  const owner = body && enclosingClass(view.ts, body);
  if (!body || !owner) return false;
  const set = flagsSetByTeardown(view, owner);
  return set.size > 0 && leadingGuards(view, body).some((flag) => set.has(flag));
}

/** The fields whose truth ends a function before it does anything. */
function leadingGuards(view: View, { body }: FunctionWithBody): string[] {
  const { ts: typescript } = view;
  const [first] = typescript.isBlock(body) ? body.statements : [];
  if (!first || !typescript.isIfStatement(first) || first.elseStatement) return [];
  const taken = typescript.isBlock(first.thenStatement) ? first.thenStatement.statements.at(-1) : first.thenStatement;
  return taken && typescript.isReturnStatement(taken) ? alternatives(view, first.expression).flatMap((one) => fieldOfThis(typescript, one) ?? []) : [];
}

function alternatives(view: View, condition: ts.Expression): ts.Expression[] {
  const inner = skipTransparent(view.ts, condition);
  if (!view.ts.isBinaryExpression(inner) || inner.operatorToken.kind !== view.ts.SyntaxKind.BarBarToken) return [inner];
  return [...alternatives(view, inner.left), ...alternatives(view, inner.right)];
}

function flagsSetByTeardown(view: View, owner: ts.ClassLikeDeclaration): ReadonlySet<string> {
  return view.remember('flagsSetByTeardown', owner, () => {
    const assigned = teardownMembers(view, owner).flatMap((member) => (hasBody(member) ? below(view.ts, member, 'binary') : []));
    return new Set(assigned.flatMap((node) => (node.operatorToken.kind === view.ts.SyntaxKind.EqualsToken && node.right.kind === view.ts.SyntaxKind.TrueKeyword ? (fieldOfThis(view.ts, node.left) ?? []) : [])));
  });
}

/** Whether a method of the program only works on its argument until it is waited for: it neither keeps it nor hands it on. */
export function isDoneWithArgument(view: View, call: ts.CallExpression, index: number): boolean {
  const body = calleeBody(view, call);
  const parameter = body?.parameters[index];
  const symbol = parameter && view.ts.isIdentifier(parameter.name) && !parameter.dotDotDotToken ? view.types.symbolOf(parameter.name) : undefined;
  if (!body || !symbol || memberName(view.ts, body.name) === undefined || !isWaitedFor(view, call)) return false;
  return referencesIn(view, symbol, body.body).every((reference) => {
    const { parent } = outermost(view.ts, reference);
    return view.ts.isPropertyAccessExpression(parent) && closureWithin(view, reference, body) === undefined && !isInLoop(view.ts, reference, body);
  });
}

function isWaitedFor(view: View, call: ts.CallExpression): boolean {
  return view.ts.isAwaitExpression(outermostAwaited(view.ts, call)) || !view.types.isThenable(view.types.typeOf(call));
}

/** A teardown that has ended when it returns, whatever its type says. */
export function endsBeforeItReturns(view: View, release: ts.Expression): boolean {
  const body = view.ts.isCallExpression(release) ? calleeBody(view, release) : undefined;
  if (!body || below(view.ts, body.body, 'await', 'forOf').some((node) => view.ts.isAwaitExpression(node) || node.awaitModifier !== undefined)) return false;
  return below(view.ts, body.body, 'return').every(({ expression }) => !expression || !view.types.isThenable(view.types.typeOf(expression)));
}
