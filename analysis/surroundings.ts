import type ts from 'typescript';
import { calleeBody, sinksOf } from './contracts/calls.ts';
import type { Contract } from './contracts/contract.ts';
import { frameworkTeardowns, releaseVerbPrefixes, teardownVerbs } from './contracts/verbs.ts';
import { listenedBy } from './contracts/touches.ts';
import { catchesAll } from './flow/failures.ts';
import { whatFollows } from './flow/what-follows.ts';
import { isVoidSlot } from './ownership/host-slot.ts';
import { isOwnEvent } from './ownership/own-event.ts';
import { isEndWatched } from './ownership/watched-end.ts';
import type { CompletionFate, Surroundings } from './story.ts';
import { directlyBelow } from './nodes.ts';
import { enclosingFunction, fieldOfThis, functionNameOf, isAsync, isThis, outermost, skipTransparent } from './syntax.ts';
import type { View } from './view.ts';

/** Where a release stands, as far as it decides how sure a finding is. */
export function surroundingsOf(view: View, call: ts.CallExpression, object: ts.Expression, contract: Contract, fate: CompletionFate): Surroundings {
  const scope = enclosingFunction(view.ts, call);
  return {
    waits: waitsOf(view, scope),
    inFinally: isInFinally(view, call, scope),
    inTeardown: isTeardown(view, scope),
    inSyncDispose: functionNameOf(view.ts, scope) === 'Symbol.dispose' && !isAsync(view.ts, scope),
    before: whatFollows(view, call, object, scope),
    ownEvent: isOwnEvent(view, call, object),
    restarts: fate.kind === 'void' && restartsItself(view, call, object),
    catchesInside: fate.kind === 'void' && handlesItsFailures(view, call),
    endWatched: isEndWatched(view, call.getSourceFile(), contract),
    voidSlot: isVoidSlot(view, scope, fate),
  };
}

const beginsAgain = /^[#_]*(?:internal|do|re)?(?:start|connect|open|launch|listen|spawn|run|boot)(?![a-z])/i;

/** `void this.destroy({ recover: true })`, which ends with `return this.connect()`: waiting for it would wait for the next run. */
function restartsItself(view: View, call: ts.CallExpression, object: ts.Expression): boolean {
  const body = isThis(view.ts, skipTransparent(view.ts, object)) ? calleeBody(view, call) : undefined;
  return body !== undefined && directlyBelow(view.ts, body.body, 'call').some((node) => beginsAgain.test(fieldOfThis(view.ts, node.expression) ?? ''));
}

/** `void this.#close()`, which handles every failure itself: none is lost, though nobody waits. */
function handlesItsFailures(view: View, call: ts.CallExpression): boolean {
  const body = calleeBody(view, call);
  return body !== undefined && catchesAll(view, body);
}

function waitsOf(view: View, scope: ts.Node): Surroundings['waits'] {
  if (view.ts.isSourceFile(scope)) return 'at top level';
  if (isAsync(view.ts, scope)) return 'by await';
  const signature = view.types.typeOf(scope).getCallSignatures()[0];
  return signature && view.types.isThenable(view.types.returnTypeOf(signature)) ? 'by its promise' : 'not at all';
}

function isInFinally(view: View, node: ts.Node, scope: ts.Node): boolean {
  for (let at = node; at !== scope && at.parent; at = at.parent) {
    if (view.ts.isTryStatement(at.parent) && at.parent.finallyBlock === at) return true;
  }
  return false;
}

const hooks: ReadonlySet<string> = new Set(frameworkTeardowns.map((hook) => hook.method));

/** A teardown, a function named after a release verb, or a callback that is registered as a release. */
function isTeardown(view: View, scope: ts.Node): boolean {
  const name = functionNameOf(view.ts, scope);
  if (name === undefined) return isRegisteredRelease(view, scope);
  return isTeardownName(name) && !isStreamCallback(view, scope);
}

const streams: ReadonlySet<string> = new Set(['ReadableStream', 'WritableStream', 'TransformStream']);

/** `new ReadableStream({ cancel() { … } })`: an event of the stream, whatever its name says. */
function isStreamCallback(view: View, scope: ts.Node): boolean {
  const literal = view.ts.isMethodDeclaration(scope) ? scope.parent : scope.parent.parent;
  return literal !== undefined && view.ts.isObjectLiteralExpression(literal) && view.ts.isNewExpression(literal.parent) && streams.has(literal.parent.expression.getText());
}

export function isTeardownName(declared: string): boolean {
  const name = declared.startsWith('#') || declared.startsWith('_') ? declared.replace(/^[#_]+/, '') : declared;
  if (teardownVerbs.has(name) || hooks.has(name) || name.startsWith('Symbol.')) return true;
  return releaseVerbPrefixes.some((prefix) => name.startsWith(prefix) && /^([A-Z_]|$)/.test(name.slice(prefix.length)));
}

/** `stack.defer(() => …)`, `afterEach(() => …)`; not a listener, whose emitter cannot wait. */
function isRegisteredRelease(view: View, scope: ts.Node): boolean {
  const { ts: typescript } = view;
  if (!typescript.isArrowFunction(scope) && !typescript.isFunctionExpression(scope)) return false;
  const call = outermost(typescript, scope).parent;
  return typescript.isCallExpression(call) && sinksOf(view, call).length > 0 && listenedBy(view, call) === undefined;
}
