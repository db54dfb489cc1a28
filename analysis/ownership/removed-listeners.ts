import type ts from 'typescript';
import { fieldOfThis, methodCall, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/** A call that takes listeners off an emitter. */
export interface RemovedListener {
  /** The emitter: its last name, so that a parameter and the field that keeps it are one. */
  emitter: string;
  event: string;
  /** Every listener of the event, whoever added it; of every event, when `event` is empty. */
  all: boolean;
}

const verbs = /^(off|removeListener|removeEventListener|removeAllListeners)$/;

/** `signal.disconnect(this.onChange, this)`; without a listener it is a release of a connection. */
function isDisconnected({ name, call }: { name: string; call: ts.CallExpression }): boolean {
  return name === 'disconnect' && call.arguments.length > 0;
}

/** `bus.off('x', this.onX)`, `bus.removeAllListeners()`. */
export function removalAt(view: View, node: ts.Node): RemovedListener | undefined {
  const method = methodCall(view.ts, node);
  if (!method || !(verbs.test(method.name) || isDisconnected(method))) return undefined;
  return { emitter: emitterName(view, method.object), event: method.call.arguments[0]?.getText() ?? '', all: method.name === 'removeAllListeners' };
}

/** How an emitter is told from others: `this.bus` and a parameter `bus` are the same one. */
export function emitterName(view: View, emitter: ts.Expression): string {
  const whole = skipTransparent(view.ts, emitter);
  const value = isFallback(view, whole) ? skipTransparent(view.ts, whole.left) : whole;
  return (fieldOfThis(view.ts, value) ?? value.getText()).replace(/^[#_]/, '').replaceAll('?.', '.');
}

/** `(this.page ?? window).removeEventListener(…)` */
function isFallback(view: View, value: ts.Expression): value is ts.BinaryExpression {
  return view.ts.isBinaryExpression(value) && value.operatorToken.kind === view.ts.SyntaxKind.QuestionQuestionToken;
}
