import type ts from 'typescript';
import { below } from '../nodes.ts';
import { fieldOfThis } from '../syntax.ts';
import type { View } from '../view.ts';

const timers = /^((window|globalThis)\.)?set(Timeout|Interval|Immediate)$/;

/** Whether a timer of the class calls the same method again: `setInterval(() => this.poll(), 1000)`. */
export function isRepeated(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression): boolean {
  const name = fieldOfThis(view.ts, call.expression);
  if (name === undefined) return false;
  return below(view.ts, owner, 'call').some((timer) => timers.test(timer.expression.getText()) && timer.arguments[0] !== undefined && callsAgain(view, timer.arguments[0], name));
}

function callsAgain(view: View, callback: ts.Expression, name: string): boolean {
  return below(view.ts, callback, 'access').some((access) => fieldOfThis(view.ts, access) === name);
}
