import type ts from 'typescript';
import { acquiredBy, bodyOf, calleeBody } from '../contracts/calls.ts';
import { allDescendants, descendants, enclosingClass, enclosingFunction, isThis, memberAccess, memberName, methodCall, outermost, skipTransparent } from '../syntax.ts';
import { below } from '../nodes.ts';
import type { View } from '../view.ts';
import type { Frame } from './frame.ts';
import { isPromise } from './runs-at-once.ts';
import type { Work } from './work.ts';

/** A one-shot timer whose callback uses `this` (not in a promise executor, not with a delay of zero). */
export function timerWork(view: View, call: ts.CallExpression): Work | undefined {
  const contract = acquiredBy(view, call)?.contract;
  if (contract?.kind !== 'timer' || !contract.oneShot || contract.type.name !== 'Timeout') return undefined;
  const [callback] = call.arguments;
  return callback && usesThis(view, callback) && !isPause(view, call) ? { kind: 'timer', grade: isDeadline(view, call) ? 'likely' : 'certain' } : undefined;
}

/** `this.timer = setTimeout(() => { this.cancel(); }, wait)`, armed in one place and cleared in another: it ends by itself or is ended, and begins nothing anew. */
function isDeadline(view: View, call: ts.CallExpression): boolean {
  const holder = holderOf(view, outermost(view.ts, call));
  const owner = enclosingClass(view.ts, call);
  if (!owner || !holder?.startsWith('this.')) return false;
  const armed = below(view.ts, owner, 'call').filter((one) => isTimeout(one) && holderOf(view, outermost(view.ts, one)) === holder);
  return armed.length === 1 && clears(view, owner, holder) && !armsItself(view, call);
}

/** `poll() { this.timer = setTimeout(() => this.poll(), 1000); }` */
function armsItself(view: View, call: ts.CallExpression): boolean {
  const name = memberName(view.ts, (enclosingFunction(view.ts, call) as ts.MethodDeclaration).name);
  return name !== undefined && call.arguments.some((argument) => argument.getText().includes(`this.${name}`));
}

function isTimeout(call: ts.CallExpression): boolean {
  return /^((window|globalThis)\.)?setTimeout$/.test(call.expression.getText());
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

/** A microtask whose callback uses the instance that is constructed, not that of another object's method; one that only emits an event is `likely`. */
export function microtaskWork(view: View, { owner, isInstance }: Frame, call: ts.CallExpression): Work | undefined {
  if (owner && !isInstance) return undefined;
  const isMicrotask = (microtasks.has(call.expression.getText()) && !calleeBody(view, call)) || isThenOfSettled(view, call);
  const [callback] = call.arguments;
  if (!isMicrotask || !callback || !usesThis(view, callback)) return undefined;
  return { kind: 'microtask', grade: onlyEmits(view, callback) ? 'likely' : 'certain' };
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
  return [...descendants(view.ts, written, within)].some((node) => isThis(view.ts, node));
}

const emits: ReadonlySet<string> = new Set(['emit', 'dispatchEvent']);

function onlyEmits(view: View, callback: ts.Expression): boolean {
  const bound = methodCall(view.ts, callback);
  const handed = bound?.name === 'bind' ? bound.object : callback;
  if (emits.has(memberAccess(view.ts, handed)?.name ?? '')) return true;
  const calls = [...allDescendants(view.ts, callback)].filter(view.ts.isCallExpression);
  return calls.length > 0 && calls.every((call) => emits.has(methodCall(view.ts, call)?.name ?? ''));
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

/** What a value is called from then on: a variable, or a field of `this`. */
function holderOf(view: View, value: ts.Expression): string | undefined {
  const { parent } = value;
  if (view.ts.isVariableDeclaration(parent)) return parent.name.getText();
  if (view.ts.isPropertyDeclaration(parent)) return `this.${memberName(view.ts, parent.name)}`;
  return view.ts.isBinaryExpression(parent) && parent.right === value ? parent.left.getText() : undefined;
}

function isUnreferenced(view: View, around: ts.Node, holder: string): boolean {
  return [...allDescendants(view.ts, around)].some((node) => {
    const method = methodCall(view.ts, node);
    return method?.name === 'unref' && skipTransparent(view.ts, method.object).getText() === holder;
  });
}

function clears(view: View, callback: ts.Node, holder: string): boolean {
  return [...allDescendants(view.ts, callback)].some(
    (node) => view.ts.isCallExpression(node) && /^clear(Interval|Timeout)$/.test(node.expression.getText()) && node.arguments[0]?.getText() === holder,
  );
}
