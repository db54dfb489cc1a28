import type ts from 'typescript';
import { teardownVerbs } from '../contracts/verbs.ts';
import { below } from '../nodes.ts';
import { enclosingFunction, fieldOfThis, isWithin, memberName, methodCall, outermost, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { isRegistered } from './field-uses.ts';
import { subclassesOf } from './subclasses.ts';
import { classChain, releasesOfTeardown } from './teardown.ts';

/** Whether what ends an instance takes a listener off again: its teardown, or a callback that is handed on or returned. */
export function isTakenOff(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression): boolean {
  return endingRemovals(view, owner).some((removal) => takesOff(view, removal, call));
}

/** Whether a function hands back what takes a listener off that it has attached: `function on(target) { target.on(…); return () => target.off(…); }` */
export function handsBackRemoval(view: View, body: FunctionWithBody, call: ts.CallExpression): boolean {
  return removalsBelow(view, body).some((removal) => takesOff(view, removal, call) && isReturned(view, enclosingFunction(view.ts, removal), body));
}

/** `return () => …`, `return { dispose: () => … }`, `const remove = () => …; return remove;` */
function isReturned(view: View, nested: ts.Node, body: FunctionWithBody): boolean {
  if (nested === body || !view.ts.isExpression(nested)) return false;
  const { parent } = outermost(view.ts, nested);
  const name = view.ts.isVariableDeclaration(parent) ? parent.name.getText() : undefined;
  return below(view.ts, body, 'return').some(({ expression }) => expression !== undefined && enclosingFunction(view.ts, expression) === body && (isWithin(nested, expression) || expression.getText() === name));
}

/** The calls that take listeners off when an instance is ended, in its own class, in those it extends and in those that extend it. */
function endingRemovals(view: View, owner: ts.ClassLikeDeclaration): readonly ts.CallExpression[] {
  return view.remember('endingRemovals', owner, () => {
    const code = [owner, ...subclassesOf(view, owner)].flatMap((one) => [...releasesOfTeardown(view, one).code]);
    const registered = classChain(view, owner).flatMap((one) => one.members.flatMap((member) => removalsBelow(view, member).filter((removal) => isRegistered(view, removal, member) && isForTheEnd(view, owner, removal, member))));
    return [...code.flatMap((member) => removalsBelow(view, member)), ...registered];
  });
}

/** `this.unsubscribe = () => { document.removeEventListener(…); }` is for the end only where the teardown calls it. */
function isForTheEnd(view: View, owner: ts.ClassLikeDeclaration, removal: ts.CallExpression, member: ts.ClassElement): boolean {
  for (let scope = enclosingFunction(view.ts, removal); scope !== member && isWithin(scope, member); scope = enclosingFunction(view.ts, scope)) {
    const field = view.ts.isExpression(scope) ? fieldGiven(view, scope) : undefined;
    if (field !== undefined) return teardownVerbs.has(field) || teardownCalls(view, owner, field);
  }
  return true;
}

/** Whether the value of a call is kept in a field that the teardown calls or releases: `this.removeHook = addHook(run)`. */
export function isKeptForTheEnd(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression): boolean {
  const field = fieldGiven(view, call);
  return field !== undefined && (releasesOfTeardown(view, owner).fields.has(field) || teardownCalls(view, owner, field));
}

function fieldGiven(view: View, value: ts.Expression): string | undefined {
  const { parent } = outermost(view.ts, value);
  if (view.ts.isPropertyDeclaration(parent)) return memberName(view.ts, parent.name);
  return view.ts.isBinaryExpression(parent) ? fieldOfThis(view.ts, parent.left) : undefined;
}

function teardownCalls(view: View, owner: ts.ClassLikeDeclaration, field: string): boolean {
  return [...releasesOfTeardown(view, owner).code].some((member) => below(view.ts, member, 'call').some((call) => fieldOfThis(view.ts, call.expression) === field));
}

const removing = /^(off|removeListener|removeEventListener|disconnect)$/;

function removalsBelow(view: View, node: ts.Node): readonly ts.CallExpression[] {
  return below(view.ts, node, 'call').filter((call) => {
    const name = methodCall(view.ts, call)?.name ?? '';
    return name === 'removeAllListeners' || (call.arguments.length > 0 && removing.test(name));
  });
}

/** The same emitter, event and listener, and the same phase; an inline function, or a fresh `bind`, is never found again. */
function takesOff(view: View, removal: ts.CallExpression, call: ts.CallExpression): boolean {
  const [on, off] = [methodCall(view.ts, call), methodCall(view.ts, removal)];
  if (!on || !off || !isSameEmitter(view, on.object, off.object)) return false;
  if (off.name === 'removeAllListeners') return removal.arguments.length === 0 || removal.arguments[0]?.getText() === call.arguments[0]?.getText();
  if (isCaptured(view, call) !== isCaptured(view, removal)) return false;
  const count = off.name === 'disconnect' ? 1 : 2;
  if (count === 2 && call.arguments.length < 2) return false;
  const listener = call.arguments[count - 1];
  return listener !== undefined && !isMadeAnew(view, listener) && call.arguments.slice(0, count).every((argument, at) => argument.getText() === removal.arguments[at]?.getText());
}

/** `this.bus`, the parameter `bus` it was given as, and `props.bus` that it was taken from are one. */
function isSameEmitter(view: View, one: ts.Expression, other: ts.Expression): boolean {
  const [a, b] = [emitterText(view, one), emitterText(view, other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

function emitterText(view: View, emitter: ts.Expression): string {
  const value = skipTransparent(view.ts, emitter);
  return (fieldOfThis(view.ts, value) ?? value.getText()).replace(/^this\??\./, '').replace(/^[#_]/, '').replaceAll('?.', '.').replaceAll('!.', '.');
}

function isMadeAnew(view: View, listener: ts.Expression): boolean {
  const value = skipTransparent(view.ts, listener);
  return view.ts.isArrowFunction(value) || view.ts.isFunctionExpression(value) || view.ts.isCallExpression(value);
}

/** `addEventListener('click', f, true)`, `{ capture: true }`, or a constant that says so. */
function isCaptured(view: View, { arguments: [, , option] }: ts.CallExpression): boolean {
  if (!option) return false;
  const value = skipTransparent(view.ts, option);
  if (view.ts.isObjectLiteralExpression(value)) return capturesIn(view, value);
  if (!view.ts.isIdentifier(value)) return value.kind === view.ts.SyntaxKind.TrueKeyword;
  const declaration = view.types.symbolOf(value)?.valueDeclaration;
  const constant = declaration && view.ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return constant !== undefined && view.ts.isObjectLiteralExpression(constant) && capturesIn(view, constant);
}

function capturesIn(view: View, literal: ts.ObjectLiteralExpression): boolean {
  return literal.properties.some((property) => memberName(view.ts, property.name) === 'capture' && view.ts.isPropertyAssignment(property) && property.initializer.kind === view.ts.SyntaxKind.TrueKeyword);
}

/** Whether the value of a call is kept: in a field, a variable, an array of them. */
export function isKept(view: View, call: ts.CallExpression): boolean {
  const { parent } = outermost(view.ts, call);
  return !view.ts.isExpressionStatement(parent) && !isWithin(parent, call);
}
