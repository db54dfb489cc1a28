import type ts from 'typescript';
import { catalogueOf, entryForType, keysPresent } from './lookup.ts';
import { runningBelow } from '../nodes.ts';
import { perView } from '../per-view.ts';
import { hasBody, isThis, memberAccess, memberName, methodCall, outermost, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { acquiredBy, bodyOf, calleeBody, releasedBy, startedBy } from './calls.ts';

/** Whether a function, method or initializer of the program acquires or starts something that must be released. */
export function acquiresSomething(view: View, node: ts.Node): boolean {
  return view.remember('acquiresSomething', node, () => some(view, node, beginsObligation, acquiresSomething, ownMethod), { bottom: false, unknown: false });
}

/** Whether a function or method releases something it did not get as a local value. */
export function releasesSomething(view: View, node: ts.Node): boolean {
  return view.remember('releasesSomething', node, () => some(view, node, endsObligation, releasesSomething, awaitedMethod), { bottom: false, unknown: false });
}

/** `destroy(): Promise<boolean>` that releases nothing: it deletes a record and answers whether there was one. */
export function deletesRecord(view: View, member: ts.Node): boolean {
  if (!hasBody(member) || !view.ts.isMethodDeclaration(member) || memberName(view.ts, member.name) !== 'destroy') return false;
  const signature = view.types.typeOf(member).getCallSignatures()[0];
  const answer = signature && view.types.awaitedTypeOf(view.types.returnTypeOf(signature));
  return answer !== undefined && (answer.flags & view.ts.TypeFlags.BooleanLike) !== 0 && !releasesSomething(view, member);
}

type Test = (view: View, node: ts.Node) => boolean;

function some(view: View, root: ts.Node, test: Test, again: Test, helperOf: (view: View, node: ts.Node) => ts.Node | undefined): boolean {
  if (test(view, root)) return true;
  for (const node of runningBelow(view.ts, root, (nested) => isCallback(view, nested), 'call', 'new')) {
    if (test(view, node)) return true;
    const helper = helperOf(view, node);
    if (helper && helper !== root && again(view, helper)) return true;
  }
  return false;
}

function isCallback(view: View, node: ts.Node): boolean {
  return view.ts.isArrowFunction(node) && view.ts.isCallExpression(node.parent);
}

function beginsObligation(view: View, node: ts.Node): boolean {
  const acquired = acquiredBy(view, node);
  if (acquired && !acquired.contract.oneShot && acquired.begins !== 'start') return true;
  return startedBy(view, node) !== undefined || addsListener(view, node);
}

function endsObligation(view: View, node: ts.Node): boolean {
  return releasedBy(view, node) !== undefined || isAbort(view, node);
}

function addsListener(view: View, node: ts.Node): boolean {
  const emitter = listenedBy(view, node);
  return emitter !== undefined && !isThis(view.ts, skipTransparent(view.ts, emitter));
}

/** The emitter that a call such as `bus.on(...)` attaches a listener to. */
export function listenedBy(view: View, node: ts.Node): ts.Expression | undefined {
  const method = methodCall(view.ts, node);
  if (!method || !listenerVerbs(view).has(method.name)) return undefined;
  const listener = entryForType(view, catalogueOf(view).listeners, view.types.valueTypeOf(method.object));
  return listener?.add.includes(method.name) ? method.object : undefined;
}

const listenerVerbs = perView((view): ReadonlySet<string> => new Set(keysPresent(view, catalogueOf(view).listeners).flatMap((key) => catalogueOf(view).listeners.get(key)!.add)));

function isAbort(view: View, node: ts.Node): boolean {
  const method = methodCall(view.ts, node);
  return method?.name === 'abort' && view.types.symbolOfType(view.types.valueTypeOf(method.object))?.name === 'AbortController';
}

/** The method of the same class that `this.method()` runs. */
function ownMethod(view: View, node: ts.Node): ts.Node | undefined {
  if (!view.ts.isCallExpression(node)) return undefined;
  const access = memberAccess(view.ts, skipTransparent(view.ts, node.expression));
  if (!access || !isThis(view.ts, skipTransparent(view.ts, access.object))) return undefined;
  const body = calleeBody(view, node);
  return hasBody(body) ? body : undefined;
}

/** The method of the same class that `this.method()` runs, or that `await this.mutex.run(this.method)` hands on and waits for. */
function awaitedMethod(view: View, node: ts.Node): ts.Node | undefined {
  const own = ownMethod(view, node);
  if (own || !view.ts.isCallExpression(node)) return own;
  const names = node.arguments.flatMap((argument) => {
    const access = memberAccess(view.ts, skipTransparent(view.ts, argument));
    return access && isThis(view.ts, skipTransparent(view.ts, access.object)) ? [access.nameNode] : [];
  });
  const [name] = names.length === 1 && isWaitedFor(view, node) ? names : [];
  const symbol = name && view.types.symbolOf(name);
  return symbol && bodyOf(view, symbol);
}

function isWaitedFor(view: View, call: ts.CallExpression): boolean {
  const { parent } = outermost(view.ts, call);
  return view.ts.isAwaitExpression(parent) || view.ts.isReturnStatement(parent) || view.ts.isArrowFunction(parent);
}
