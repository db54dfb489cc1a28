import type ts from 'typescript';
import { mayStartOrRelease, releasedBy, startedBy } from './contracts/calls.ts';
import type { Contract } from './contracts/contract.ts';
import { contractOfValue } from './contracts/of-type.ts';
import { callsThatMay } from './named-calls.ts';
import { freshFrom, mayMakeByName } from './ownership/returns.ts';
import { below, chosenRunningBelow, hasChosenBelow } from './nodes.ts';
import type { ScopeEvent, ScopeStory } from './story.ts';
import { closureGivenToStack, isStack } from './ownership/stack.ts';
import { methodCall, nameOf, outermostAwaited, skipTransparent, type FunctionWithBody } from './syntax.ts';
import type { View } from './view.ts';

/** The acquisitions, starts and releases of each function of a file, in the order of the text. */
export function scopesOf(view: View, file: ts.SourceFile): readonly ScopeStory[] {
  return below(view.ts, file, 'function').map((scope) => scopeOf(view, scope)).filter((story) => story.events.length > 0);
}

/** What one function, or the top level of a module, acquires, starts and releases; a release deferred to a stack counts where it is registered. */
export function scopeOf(view: View, scope: FunctionWithBody | ts.SourceFile): ScopeStory {
  if (!hasChosenBelow(view.ts, scope, possibleEvents(view, scope.getSourceFile()), 1)) return { node: scope, events: [] };
  return view.remember('scopeOf', scope, () => {
    const events: ScopeEvent[] = [];
    for (const node of chosenRunningBelow(view.ts, scope, (nested) => runsWithItsFunction(view, nested), possibleEvents(view, scope.getSourceFile()))) {
      const event = eventAt(view, node, scope);
      if (event) events.push(event);
    }
    return { node: scope, events };
  });
}

/** Whether a function, or one nested in it, calls so many that may be releases by their names: without them its events need not be found. */
export function mayRelease(view: View, scope: FunctionWithBody, times: 1 | 2): boolean {
  return hasChosenBelow(view.ts, scope, possibleReleases(view, scope.getSourceFile()), times);
}

/** By its name, a call may start, flush or release a resource, or hand it to a stack. */
function mayBeOfResource(view: View, name: string): boolean {
  return name === 'use' || name === 'adopt' || isFlush(name) || mayStartOrRelease(view, name);
}

const isFlush = (name: string): boolean => /flush/i.test(name);

const possibleReleases = callsThatMay(mayBeOfResource);
const possibleEvents = callsThatMay((view, name) => mayBeOfResource(view, name) || mayMakeByName(view, name), 'new');

/** Callbacks that run with the function: of array methods, of a promise that is made, and those registered on a stack of the function. */
export function runsWithItsFunction(view: View, nested: ts.Node): boolean {
  if (!view.ts.isArrowFunction(nested) && !view.ts.isFunctionExpression(nested)) return false;
  if (view.ts.isNewExpression(nested.parent)) return nested.parent.expression.getText() === 'Promise';
  const method = methodCall(view.ts, nested.parent);
  return closureGivenToStack(view, nested) !== undefined || (method !== undefined && ['forEach', 'map'].includes(method.name));
}

function eventAt(view: View, node: ts.Node, scope: ts.Node): ScopeEvent | undefined {
  const released = releasedBy(view, node);
  if (released && !isStack(view, released.object)) return event(view, 'release', released.call, released.object, released.contract, scope);
  const registered = registeredBy(view, node);
  if (registered) return { ...event(view, 'release', registered.object, registered.object, registered.contract, scope), deferredTo: registered.stack };
  const flushed = flushedBy(view, node);
  if (flushed) return event(view, 'flush', flushed.call, flushed.object, flushed.contract, scope);
  const started = startedBy(view, node);
  if (started) return event(view, 'start', started.call, started.object, started.contract, scope);
  const fresh = view.ts.isCallExpression(node) || view.ts.isNewExpression(node) ? freshFrom(view, node) : undefined;
  if (!fresh || fresh.contract.oneShot) return undefined;
  const target = targetOf(view, node as ts.Expression);
  return target && { ...event(view, 'acquire', node as ts.Expression, target, fresh.contract, scope), live: fresh.begins !== 'start' };
}

function event(view: View, kind: ScopeEvent['kind'], at: ts.Expression, subject: ts.Node, contract: Contract, scope: ts.Node): ScopeEvent {
  return {
    kind,
    subject: nameOf(skipTransparent(view.ts, subject as ts.Expression)),
    at,
    contract,
    live: true,
    awaited: view.ts.isAwaitExpression(outermostAwaited(view.ts, at)),
    inFinally: isInFinally(view, at, scope),
    concurrent: isConcurrent(view, at),
    deferredTo: stackAround(view, at, scope),
  };
}

/** The variable or field that a fresh resource is put in. */
function targetOf(view: View, node: ts.Expression): ts.Node | undefined {
  const value = outermostAwaited(view.ts, node);
  const { parent } = value;
  if (view.ts.isVariableDeclaration(parent) && view.ts.isIdentifier(parent.name)) return parent.name;
  return view.ts.isBinaryExpression(parent) && parent.right === value && parent.operatorToken.kind === view.ts.SyntaxKind.EqualsToken ? parent.left : undefined;
}

/** `stack.use(x)`, `stack.adopt(x, …)`: the stack will release it. */
function registeredBy(view: View, node: ts.Node): { object: ts.Expression; contract: Contract; stack: string } | undefined {
  const method = methodCall(view.ts, node);
  const [object] = method?.call.arguments ?? [];
  if (!method || !object || (method.name !== 'use' && method.name !== 'adopt') || !isStack(view, method.object)) return undefined;
  const contract = contractOfValue(view, object)?.contract;
  return contract && { object, contract, stack: method.object.getText() };
}

/** A call that hands out what a resource has buffered. */
function flushedBy(view: View, node: ts.Node): { call: ts.CallExpression; object: ts.Expression; contract: Contract } | undefined {
  const method = methodCall(view.ts, node);
  if (!method || !isFlush(method.name)) return undefined;
  const contract = contractOfValue(view, method.object)?.contract;
  return contract?.flush?.includes(method.name) ? { call: method.call, object: method.object, contract } : undefined;
}

function isInFinally(view: View, node: ts.Node, scope: ts.Node): boolean {
  for (let at = node; at !== scope && at.parent; at = at.parent) {
    if (view.ts.isTryStatement(at.parent) && at.parent.finallyBlock === at) return true;
  }
  return false;
}

/** An element of `Promise.all([...])`: nothing orders it among its neighbours. */
function isConcurrent(view: View, node: ts.Node): ts.Node | undefined {
  for (let at = node; at.parent && !view.ts.isStatement(at); at = at.parent) {
    if (view.ts.isArrayLiteralExpression(at) && view.ts.isCallExpression(at.parent) && /^Promise\.(all|allSettled)$/.test(at.parent.expression.getText())) return at.parent;
  }
  return undefined;
}

/** The stack that runs the callback around a release. */
function stackAround(view: View, node: ts.Node, scope: ts.Node): string | undefined {
  for (let at = node; at !== scope && at.parent; at = at.parent) {
    const stack = closureGivenToStack(view, at);
    if (stack !== undefined) return stack;
  }
  return undefined;
}
