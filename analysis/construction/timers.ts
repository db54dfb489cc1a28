import type ts from 'typescript';
import { acquiredBy, bodyOf, calleeBody } from '../contracts/calls.ts';
import { completionOf } from '../flow/completion.ts';
import { below } from '../nodes.ts';
import { descendants, enclosingClass, enclosingFunction, isThis, memberAccess, methodCall, outermost, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Frame } from './frame.ts';
import { isDeadline } from './deadline.ts';
import { readsToEnd } from './reads-to-end.ts';
import { isPromise } from './runs-at-once.ts';
import { clears, holderOf } from './timer-holder.ts';
import type { Work } from './work.ts';

/** A one-shot timer whose callback uses `this` (not in a promise executor, not with a delay of zero). */
export function timerWork(view: View, call: ts.CallExpression): Work | undefined {
  const contract = acquiredBy(view, call)?.contract;
  if (contract?.kind !== 'timer' || !contract.oneShot || contract.type.name !== 'Timeout') return undefined;
  const [callback] = call.arguments;
  return callback && usesThis(view, callback) && !isPause(view, call) ? { kind: 'timer', grade: isDeadline(view, call) ? 'likely' : 'certain' } : undefined;
}

/** A one-shot timer without a delay, or one that settles a promise. */
export function isPause(view: View, timer: ts.CallExpression | ts.NewExpression): boolean {
  const delay = timer.arguments?.[1];
  return !delay || delay.getText() === '0' || isInExecutor(view, timer);
}

function isInExecutor(view: View, node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent && !view.ts.isClassLike(at); at = at.parent) {
    if (view.ts.isNewExpression(at.parent) && isPromise(at.parent)) return true;
  }
  return false;
}

const microtasks: ReadonlySet<string> = new Set(['queueMicrotask', 'process.nextTick']);

/** A microtask whose callback uses the instance that is constructed, not that of another object's method; one that only emits an event, or reads to its end and handles its failure, is `likely`. */
export function microtaskWork(view: View, { owner, isInstance }: Frame, call: ts.CallExpression): Work | undefined {
  if (owner && !isInstance) return undefined;
  const isMicrotask = (microtasks.has(call.expression.getText()) && !calleeBody(view, call)) || isThenOfSettled(view, call);
  const [callback] = call.arguments;
  if (!isMicrotask || !callback || !usesThis(view, callback)) return undefined;
  return { kind: 'microtask', grade: onlyEmits(view, callback) || isHandledReading(view, call, callback) ? 'likely' : 'certain' };
}

/** `Promise.resolve().then(async () => { for await (const part of this.input) … }).catch(log)` */
function isHandledReading(view: View, call: ts.CallExpression, callback: ts.Expression): boolean {
  const value = skipTransparent(view.ts, callback);
  return view.ts.isArrowFunction(value) && readsToEnd(view, value as FunctionWithBody) && completionOf(view, call).kind === 'handled';
}

/** `Promise.resolve().then(…)` */
function isThenOfSettled(view: View, call: ts.CallExpression): boolean {
  const then = methodCall(view.ts, call);
  if (then?.name !== 'then') return false;
  const settled = skipTransparent(view.ts, then.object);
  return view.ts.isCallExpression(settled) && settled.expression.getText() === 'Promise.resolve';
}

/** Whether a function that is handed on uses the `this` of the code around it. */
export function usesThis(view: View, callback: ts.Expression): boolean {
  const value = skipTransparent(view.ts, callback);
  if (isThis(view.ts, value)) return true;
  const handed = view.ts.isIdentifier(value) ? view.types.symbolOf(value) : undefined;
  const body = handed && bodyOf(view, handed);
  const written = body && view.ts.isArrowFunction(body) ? body : value;
  const within = (nested: ts.Node) => view.ts.isArrowFunction(nested);
  if (view.ts.isFunctionExpression(written)) return false;
  return descendants(view.ts, written, within).some((node) => isThis(view.ts, node));
}

/** `emit`, `emitAndLog`, `dispatchEvent`, `fire` */
const emits = /^(emit|dispatchEvent|fire)([A-Z]|$)/;

/** `() => this.emit('ready')`, `this.emit.bind(this, 'ready')`, or a method of the program that does no more. */
function onlyEmits(view: View, callback: ts.Expression): boolean {
  const bound = methodCall(view.ts, callback);
  const handed = bound?.name === 'bind' ? bound.object : callback;
  const access = memberAccess(view.ts, handed);
  if (!access) return emitsIn(view, callback, 1);
  const method = view.types.symbolOf(access.nameNode);
  const body = method && bodyOf(view, method);
  return emits.test(access.name) || (body !== undefined && emitsIn(view, body.body, 0));
}

function emitsIn(view: View, code: ts.Node, nested: number): boolean {
  const calls = below(view.ts, code, 'call');
  return calls.length > 0 && calls.every((call) => emits.test(methodCall(view.ts, call)?.name ?? '') || (nested > 0 && isMethodThatEmits(view, call)));
}

function isMethodThatEmits(view: View, call: ts.CallExpression): boolean {
  const body = calleeBody(view, call);
  return body !== undefined && emitsIn(view, body.body, 0);
}

/** Whether a timer lets the process end (`unref`), or is cleared by its own callback. */
export function endsWithoutHelp(view: View, timer: ts.NewExpression | ts.CallExpression): boolean {
  const value = outermost(view.ts, timer);
  if (memberAccess(view.ts, value.parent)?.name === 'unref') return true;
  const holder = holderOf(view, value);
  if (holder === undefined) return false;
  const around = enclosingClass(view.ts, timer) ?? enclosingFunction(view.ts, timer);
  return isUnreferenced(view, around, holder) || (timer.arguments ?? []).some((argument) => clears(view, argument, holder));
}

function isUnreferenced(view: View, around: ts.Node, holder: string): boolean {
  return below(view.ts, around, 'call').some((node) => {
    const method = methodCall(view.ts, node);
    return method?.name === 'unref' && skipTransparent(view.ts, method.object).getText() === holder;
  });
}
