import type ts from 'typescript';
import { enclosingFunction, isThis, memberAccess, outermost, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/** Whether an object is released from a callback of one of its own events: `this.on('error', () => this.stop())`, `client.onclose = () => client.close()`. */
export function isOwnEvent(view: View, call: ts.CallExpression, object: ts.Expression): boolean {
  const { ts: typescript } = view;
  const own = skipTransparent(typescript, object);
  for (let scope = enclosingFunction(typescript, call); typescript.isArrowFunction(scope) || typescript.isFunctionExpression(scope); scope = enclosingFunction(typescript, scope)) {
    const emitter = emitterOf(view, outermost(typescript, scope));
    if (emitter && (emitter.getText() === own.getText() || (isThis(typescript, own) && emitter.getText() !== 'process'))) return true;
  }
  return false;
}

const listening: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'addEventListener']);

/** What a callback is attached to, as a listener or as an `on…` property. */
function emitterOf(view: View, callback: ts.Expression): ts.Expression | undefined {
  const { ts: typescript } = view;
  const { parent } = callback;
  if (typescript.isCallExpression(parent)) {
    const access = memberAccess(typescript, parent.expression);
    return access && listening.has(access.name) ? access.object : undefined;
  }
  if (!typescript.isBinaryExpression(parent)) return undefined;
  const access = memberAccess(typescript, parent.left);
  return access && /^on[a-zA-Z]+$/.test(access.name) ? access.object : undefined;
}
