import type ts from 'typescript';
import { contractOfType } from '../contracts/of-type.ts';
import { acquiresSomething } from '../contracts/touches.ts';
import { completionOf } from '../flow/completion.ts';
import { releasesOfTeardown } from '../ownership/teardown.ts';
import { below } from '../nodes.ts';
import { enclosingClass, fieldOfThis, memberAccess, methodCall, outermost, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

type Callback = ts.ArrowFunction | ts.FunctionExpression;

/** A promise whose failure somebody handles, and of whose result nothing has to be released. */
export function isHandledForGood(view: View, call: ts.CallExpression): boolean {
  return completionOf(view, call).kind === 'handled' && !callbacksOn(view, call).some((callback) => acquiresSomething(view, callback) || keepsResource(view, callback));
}

/** `.then(() => this.opened(), (error) => this.opened(error))`: whoever waits is told of either outcome. */
export function isOutcomeHandedOn(view: View, call: ts.CallExpression): boolean {
  const then = chainOn(view, call).find((one) => methodCall(view.ts, one)?.name === 'then' && one.arguments.length > 1);
  const [done, failed] = (then?.arguments ?? []).map((argument) => calledBy(view, argument));
  return done !== undefined && failed !== undefined && done.expression.getText() === failed.expression.getText() && failed.arguments.some((argument) => isParameterOf(view, argument, then!.arguments[1]!));
}

/** The only call of a callback that is one expression. */
function calledBy(view: View, argument: ts.Expression): ts.CallExpression | undefined {
  const callback = skipTransparent(view.ts, argument);
  const body = view.ts.isArrowFunction(callback) && view.ts.isExpression(callback.body) ? skipTransparent(view.ts, callback.body) : undefined;
  return body && view.ts.isCallExpression(body) ? body : undefined;
}

function isParameterOf(view: View, argument: ts.Expression, callback: ts.Expression): boolean {
  const made = skipTransparent(view.ts, callback);
  return view.ts.isArrowFunction(made) && view.ts.isIdentifier(argument) && made.parameters[0]?.name.getText() === argument.text;
}

/** The calls of `then`, `catch` and `finally` on a promise. */
function chainOn(view: View, call: ts.CallExpression): ts.CallExpression[] {
  const { parent } = outermost(view.ts, call);
  const next = memberAccess(view.ts, parent) && /^(then|catch|finally)$/.test(memberAccess(view.ts, parent)!.name) ? outermost(view.ts, parent as ts.Expression).parent : undefined;
  return next && view.ts.isCallExpression(next) ? [next, ...chainOn(view, next)] : [];
}

function callbacksOn(view: View, call: ts.CallExpression): Callback[] {
  return chainOn(view, call).flatMap((one) => one.arguments.map((argument) => skipTransparent(view.ts, argument)).filter((value): value is Callback => view.ts.isArrowFunction(value) || view.ts.isFunctionExpression(value)));
}

/** `.then((browser) => { this.browser = browser; })`, where a browser has to be released, or the teardown asks for it. */
function keepsResource(view: View, callback: Callback): boolean {
  return below(view.ts, callback.body, 'binary').some((node) => {
    const field = node.operatorToken.kind === view.ts.SyntaxKind.EqualsToken ? fieldOfThis(view.ts, node.left) : undefined;
    if (field === undefined || !isFromParameter(view, node.right, callback)) return false;
    return contractOfType(view, view.types.valueTypeOf(node.right)) !== undefined || isAskedAtEnd(view, node, field);
  });
}

function isAskedAtEnd(view: View, at: ts.Node, field: string): boolean {
  const owner = enclosingClass(view.ts, at);
  return owner !== undefined && [...releasesOfTeardown(view, owner).code].some((code) => below(view.ts, code, 'access').some((node) => fieldOfThis(view.ts, node) === field));
}

function isFromParameter(view: View, value: ts.Expression, callback: Callback): boolean {
  const name = skipTransparent(view.ts, value);
  const [first] = callback.parameters;
  const declaration = view.ts.isIdentifier(name) ? view.types.symbolOf(name)?.valueDeclaration : undefined;
  return first !== undefined && declaration !== undefined && first.pos <= declaration.pos && declaration.end <= first.end;
}
