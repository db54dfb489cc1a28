import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import { below } from '../nodes.ts';
import { allDescendants, enclosingClass, enclosingFunction, isThis, isWithin, memberName, outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import { clears, holderOf } from './timer-holder.ts';

/**
 * Whether a one-shot timer of an instance ends by itself or is ended, and begins nothing anew: it is armed in one place and cleared in another; each time
 * it is armed it calls what clears it, as a deadline that is put off does; or it is armed again only as long as its work is not done.
 */
export function isDeadline(view: View, call: ts.CallExpression): boolean {
  const holder = holderOf(view, outermost(view.ts, call));
  const owner = enclosingClass(view.ts, call);
  if (!owner || !holder?.startsWith('this.') || !clears(view, owner, holder)) return false;
  const armed = below(view.ts, owner, 'call').filter((one) => isTimeout(one) && holderOf(view, outermost(view.ts, one)) === holder);
  if (armed.length === 1) return !armsItself(view, call);
  return armed.every((one) => callsWhatClears(view, one, holder)) || armed.some((one) => isArmedUntilDone(view, one, holder));
}

/** `poll() { this.timer = setTimeout(() => this.poll(), 1000); }` */
export function armsItself(view: View, call: ts.CallExpression | ts.NewExpression): boolean {
  const name = memberName(view.ts, (enclosingFunction(view.ts, call) as ts.MethodDeclaration).name);
  return name !== undefined && (call.arguments ?? []).some((argument) => argument.getText().includes(`this.${name}`));
}

function isTimeout(call: ts.CallExpression): boolean {
  return /^((window|globalThis)\.)?setTimeout$/.test(call.expression.getText());
}

/** `setTimeout(() => this.cancel(), wait)`, of a `cancel()` that clears the timer and arms none. */
function callsWhatClears(view: View, { arguments: [callback] }: ts.CallExpression, holder: string): boolean {
  const called = callback ? below(view.ts, callback, 'call').flatMap((one) => calleeBody(view, one) ?? []) : [];
  return called.length > 0 && called.every((body) => clears(view, body, holder) && !below(view.ts, body, 'call').some(isTimeout));
}

/** `if (done) this.timer = null; else this.timer = setTimeout(next, delay);`: the work says that it is done, and no flag of the instance that it was stopped. */
function isArmedUntilDone(view: View, call: ts.CallExpression, holder: string): boolean {
  const { ts: typescript } = view;
  for (let at: ts.Node = call; at.parent && !typescript.isFunctionLike(at.parent); at = at.parent) {
    if (!typescript.isIfStatement(at.parent) || !at.parent.elseStatement) continue;
    const other = isWithin(call, at.parent.thenStatement) ? at.parent.elseStatement : at.parent.thenStatement;
    return !mentionsThis(view, at.parent.expression) && below(typescript, other, 'binary').some(({ left, right }) => left.getText() === holder && /^(null|undefined)$/.test(right.getText()));
  }
  return false;
}

function mentionsThis(view: View, node: ts.Node): boolean {
  return isThis(view.ts, node) || allDescendants(view.ts, node).some((one) => isThis(view.ts, one));
}
