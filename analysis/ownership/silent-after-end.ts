import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import { below } from '../nodes.ts';
import { enclosingFunction, fieldOfThis, hasBody, isThis, memberAccess, memberName, methodCall, operandsOf, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { productionSites } from './instances.ts';
import { attachesLogging } from './only-logs.ts';
import { classChain, releasesOfTeardown, teardownMembers } from './teardown.ts';

/**
 * Whether a listener that nobody takes off does nothing when its instance has ended (docs/clauses.md, rules 1 and 9): the object that it is attached to
 * tells the instance of its own end, so that one goes with the other, the listener returns at once behind a field that the teardown has set, or it only
 * tells a log of what it hears.
 *
 * @param owner the class that is constructed
 * @param call the call that attaches the listener
 */
export function isSilentAfterEnd(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression): boolean {
  return (tellsItsEnd(view, call) && !hasSeveral(view, owner)) || asksFirst(view, owner, call) || attachesLogging(view, call);
}

const listening: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'addEventListener']);
const ends: ReadonlySet<string> = new Set(['close', 'closed', 'end', 'exit', 'finish', 'destroy']);

const buses: ReadonlySet<string> = new Set(['EventEmitter', 'EventTarget']);

/** `connection.on('close', () => this.onClosed())` in the same function, on what is more than an emitter of anything. */
function tellsItsEnd(view: View, call: ts.CallExpression): boolean {
  const object = methodCall(view.ts, call)?.object;
  const emitter = object?.getText();
  return object !== undefined && !buses.has(view.types.symbolOfType(view.types.valueTypeOf(object))?.name ?? '') && below(view.ts, enclosingFunction(view.ts, call), 'call').some((node) => {
    const method = methodCall(view.ts, node);
    const [event, listener] = node.arguments;
    return method !== undefined && listening.has(method.name) && method.object.getText() === emitter && event !== undefined && view.ts.isStringLiteralLike(event) && ends.has(event.text) && listener !== undefined;
  });
}

/** `openChannel() { return new Channel(this); }`: one object makes as many as it is asked for, and they end before it. */
function hasSeveral(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return productionSites(view, owner).some((site) => !view.ts.isConstructorDeclaration(enclosingFunction(view.ts, site)) && (site.arguments ?? []).some((argument) => isThis(view.ts, skipTransparent(view.ts, argument)) || fieldOfThis(view.ts, argument) !== undefined));
}

/** `() => { if (!this.started) return; … }`, or a method of the instance that begins so. */
function asksFirst(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression): boolean {
  const [, listener] = call.arguments;
  const body = listener && bodyOfListener(view, owner, listener);
  return body !== undefined && (beginsWithGuard(view, owner, body) || onlyCallsGuarded(view, owner, body));
}

function bodyOfListener(view: View, owner: ts.ClassLikeDeclaration, listener: ts.Expression): FunctionWithBody | undefined {
  const value = skipTransparent(view.ts, listener);
  if (view.ts.isArrowFunction(value) || view.ts.isFunctionExpression(value)) return value;
  const bound = methodCall(view.ts, value);
  const name = fieldOfThis(view.ts, bound?.name === 'bind' ? bound.object : value);
  const member = classChain(view, owner).flatMap((one) => one.members.filter((member) => name !== undefined && memberName(view.ts, member.name) === name))[0];
  if (hasBody(member)) return member;
  const initializer = member && view.ts.isPropertyDeclaration(member) ? member.initializer : undefined;
  return hasBody(initializer) ? initializer : undefined;
}

/** `() => { this.reconnect(peer).catch(log); }` */
function onlyCallsGuarded(view: View, owner: ts.ClassLikeDeclaration, { body }: FunctionWithBody): boolean {
  const [only, ...more] = view.ts.isBlock(body) ? body.statements : [body];
  if (!only || more.length > 0) return false;
  const expression = view.ts.isExpressionStatement(only) ? only.expression : view.ts.isExpression(only) ? only : undefined;
  const call = expression && firstOfChain(view, expression);
  const called = call && fieldOfThis(view.ts, call.expression) !== undefined ? calleeBody(view, call) : undefined;
  return called !== undefined && beginsWithGuard(view, owner, called);
}

/** `this.run()` of `void this.run().then(…).catch(…)` */
function firstOfChain(view: View, expression: ts.Expression): ts.CallExpression | undefined {
  const value = skipTransparent(view.ts, view.ts.isVoidExpression(expression) ? expression.expression : expression);
  if (!view.ts.isCallExpression(value)) return undefined;
  const access = memberAccess(view.ts, value.expression);
  return access && /^(then|catch|finally)$/.test(access.name) ? firstOfChain(view, access.object) : value;
}

/** The guard of a teardown says that it may be called twice, and that its listener has been forgotten. */
function beginsWithGuard(view: View, owner: ts.ClassLikeDeclaration, code: FunctionWithBody): boolean {
  const first = view.ts.isBlock(code.body) ? code.body.statements[0] : undefined;
  if (!first || !view.ts.isIfStatement(first) || classChain(view, owner).some((one) => teardownMembers(view, one).some((member) => member === code))) return false;
  const then = view.ts.isBlock(first.thenStatement) ? first.thenStatement.statements[0] : first.thenStatement;
  return then !== undefined && view.ts.isReturnStatement(then) && then.expression === undefined && operandsOf(view.ts, first.expression, view.ts.SyntaxKind.BarBarToken).some((operand) => holdsAfterEnd(view, owner, operand));
}

/** `!this.started` where the teardown says `this.started = false`, `this.closed` where it says `this.closed = true`. */
function holdsAfterEnd(view: View, owner: ts.ClassLikeDeclaration, operand: ts.Expression): boolean {
  const { ExclamationToken, TrueKeyword, FalseKeyword } = view.ts.SyntaxKind;
  const isNot = view.ts.isPrefixUnaryExpression(operand) && operand.operator === ExclamationToken;
  const field = fieldOfThis(view.ts, isNot ? operand.operand : operand);
  return field !== undefined && [...releasesOfTeardown(view, owner).code].some((code) => below(view.ts, code, 'binary').some((node) =>
    node.operatorToken.kind === view.ts.SyntaxKind.EqualsToken && fieldOfThis(view.ts, node.left) === field && node.right.kind === (isNot ? FalseKeyword : TrueKeyword)));
}
