import type ts from 'typescript';
import { callbackMethod, isPromise } from '../construction/runs-at-once.ts';
import { referencesIn } from './references.ts';
import { enclosingFunction, isThis, memberAccess, outermost, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/**
 * Whether an object is released from a callback of one of its own events: `this.on('error', () => this.stop())`, `client.onclose = () => client.close()`,
 * `const server = createServer(() => server.close())`.
 * Of an instance that stops itself every callback counts that it hands out: `subscribe({ onError: () => this.close() })`, `done.then(() => { this.close(); })`.
 */
export function isOwnEvent(view: View, call: ts.CallExpression, object: ts.Expression): boolean {
  const { ts: typescript } = view;
  const own = skipTransparent(typescript, object);
  for (let scope = enclosingFunction(typescript, call); typescript.isArrowFunction(scope) || typescript.isFunctionExpression(scope); scope = enclosingFunction(typescript, scope)) {
    const callback = outermost(typescript, scope);
    const emitter = emitterOf(view, callback);
    if (emitter && emitter.getText() === own.getText()) return true;
    if (isThis(typescript, own) && emitter?.getText() !== 'process' && !isRunByInstance(view, callback)) return true;
  }
  return false;
}

/** A function that the code around it runs itself, at once or by its name: `(() => …)()`, `forEach(() => …)`, `new Promise(() => …)`, `const stopAll = () => …; stopAll();`. */
function isRunByInstance(view: View, callback: ts.Expression): boolean {
  const { ts: typescript } = view;
  const { parent } = callback;
  if (typescript.isNewExpression(parent)) return isPromise(parent);
  if (typescript.isCallExpression(parent)) return parent.expression === callback || callbackMethod(view, parent) !== undefined;
  return typescript.isPropertyDeclaration(parent) || (typescript.isVariableDeclaration(parent) && isCalled(view, parent));
}

function isCalled(view: View, { name, parent }: ts.VariableDeclaration): boolean {
  const symbol = view.types.symbolOf(name);
  return symbol === undefined || referencesIn(view, symbol, enclosingFunction(view.ts, parent)).some((use) => view.ts.isCallExpression(use.parent) && use.parent.expression === use);
}

/** What a callback is attached to: as a listener, as an `on…` property, or as what the object is made with (`const server = createServer(() => …)`). */
function emitterOf(view: View, callback: ts.Expression): ts.Node | undefined {
  return view.ts.isBinaryExpression(callback.parent) ? ofProperty(view, callback.parent) : ofCall(view, callback.parent);
}

const listening: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'addEventListener']);

function ofCall({ ts: typescript }: View, call: ts.Node): ts.Node | undefined {
  if (!typescript.isCallExpression(call) && !typescript.isNewExpression(call)) return undefined;
  const access = memberAccess(typescript, call.expression);
  if (access && listening.has(access.name)) return access.object;
  const { parent } = outermost(typescript, call);
  if (typescript.isVariableDeclaration(parent)) return parent.name;
  return typescript.isBinaryExpression(parent) && parent.operatorToken.kind === typescript.SyntaxKind.EqualsToken ? parent.left : undefined;
}

function ofProperty({ ts: typescript }: View, { left }: ts.BinaryExpression): ts.Node | undefined {
  const access = memberAccess(typescript, left);
  return access && /^on[a-zA-Z]+$/.test(access.name) ? access.object : undefined;
}
