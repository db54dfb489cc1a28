import type ts from 'typescript';
import { outermost } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';

/** `process.once('SIGTERM', () => { … })`: nobody waits for a listener, but the process lives on until what it awaits is done. */
export function isSignalListener(view: View, listener: ts.Node): boolean {
  const { parent } = listener;
  if (!view.ts.isCallExpression(parent) || parent.arguments[1] !== listener) return false;
  return /^process\.(?:on|once|addListener)$/.test(parent.expression.getText()) && /^['"`]SIG[A-Z]+['"`]$/.test(parent.arguments[0]?.getText() ?? '');
}

/** Whether the place that a callback is given to asks for a function that may return a promise, and so waits for it. */
export function isAwaitedByHost(view: View, callback: ts.Node): boolean {
  const { ts: typescript } = view;
  if (!typescript.isExpression(callback)) return false;
  const expression = outermost(typescript, callback);
  if (!typescript.isCallExpression(expression.parent) || !expression.parent.arguments.includes(expression)) return false;
  const asked = view.types.contextualTypeOf(expression);
  const types = asked?.isUnion() ? asked.types : asked ? [asked] : [];
  return types.flatMap((type) => type.getCallSignatures()).some((signature) => view.types.isThenable(view.types.returnTypeOf(signature)));
}
