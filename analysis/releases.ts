import type ts from 'typescript';
import { calleeBody, mayStartOrRelease, releasedBy, type Released } from './contracts/calls.ts';
import { contractOfValue } from './contracts/of-type.ts';
import { endsAtOnce } from './ends-at-once.ts';
import { callbackCompletion, completionOf, completionOfHandedOn } from './flow/completion.ts';
import { isLastActOfScript } from './flow/last-act.ts';
import { isNeverSetHere } from './flow/never-set.ts';
import { runsAfterAbort } from './flow/after-abort.ts';
import { mayEndProcess } from './flow/process-exit.ts';
import { isWaitedForOtherwise } from './flow/waited-otherwise.ts';
import { isFileRemoved } from './ownership/removed-file.ts';
import { releaseText } from './resources.ts';
import { callsThatMay } from './named-calls.ts';
import { chosenBelow, directlyBelow } from './nodes.ts';
import type { ReleaseStory } from './story.ts';
import { isTeardownName, surroundingsOf } from './surroundings.ts';
import { functionNameOf, memberAccess, methodCall, nameOf, skipTransparent } from './syntax.ts';
import type { View } from './view.ts';

const endingCalls = callsThatMay((view, name) => name === 'bind' || mayStartOrRelease(view, name) || isTeardownName(name));

/** Every release call of a file whose end can be waited for, with what becomes of that end. */
export function releasesOf(view: View, file: ts.SourceFile): readonly ReleaseStory[] {
  return chosenBelow(view.ts, file, endingCalls(view, file)).flatMap((node) => {
    const released = releasedBy(view, node);
    return (released ? storyOf(view, released) : (storyOfBound(view, node) ?? storyOfHelper(view, node))) ?? [];
  });
}

function storyOf(view: View, { call, object, contract, release }: Released): ReleaseStory | undefined {
  const completion = completionKind(view, call, release);
  if (!completion) return undefined;
  const fate = completion === 'promise' ? completionOf(view, call) : callbackCompletion(view, call, object, release.event);
  if (completion === 'promise' && fate.kind !== 'awaited' && endsAtOnce(view, call)) return undefined;
  if (fate.kind !== 'awaited' && (isNeverSetHere(view, object) || isFileRemoved(view, call, object))) return undefined;
  const name = nameOf(skipTransparent(view.ts, object));
  const promiseForm = completion === 'callback' && release.promiseForm && call.arguments.length === 0 ? release.promiseForm.replaceAll('$', name) : undefined;
  return { resource: { name, contract, releaseText: releaseText(contract, name) }, node: call, completion, promiseForm, fate, ...((release.quiet && !runsAfterAbort(view, call)) || isLastActOfScript(view, call) || (completion === 'promise' && fate.kind === 'dropped' && isWaitedForOtherwise(view, call, object)) ? { quiet: true as const } : {}), surroundings: surroundingsOf(view, call, object, contract, fate) };
}

/** `process.once('SIGTERM', service.stop.bind(service))`: a release that is handed on, to a host that ignores its promise. */
function storyOfBound(view: View, call: ts.Node): ReleaseStory | undefined {
  const bound = methodCall(view.ts, call);
  const method = bound?.name === 'bind' ? memberAccess(view.ts, skipTransparent(view.ts, bound.object)) : undefined;
  const contract = method && contractOfValue(view, method.object)?.contract;
  if (!bound || !method || !contract?.release.some((release) => 'method' in release && release.method === method.name)) return undefined;
  const node = bound.call;
  const [signature] = view.types.typeOf(bound.object).getCallSignatures();
  const fate = completionOfHandedOn(view, node);
  if (fate.kind !== 'ignored' || !signature || !view.types.isThenable(view.types.returnTypeOf(signature))) return undefined;
  const name = nameOf(skipTransparent(view.ts, method.object));
  return { resource: { name, contract, releaseText: releaseText(contract, name) }, node, completion: 'promise', promiseForm: undefined, fate, surroundings: surroundingsOf(view, node, method.object, contract, fate) };
}

/** The type of this very call decides; a contract adds what a type cannot tell: that the end comes by callback or event. */
function completionKind(view: View, call: ts.CallExpression, release: Released['release']): ReleaseStory['completion'] | undefined {
  const type = view.types.typeOf(call);
  if (view.types.isAny(type)) {
    view.bailOuts.push({ reason: 'any receiver', file: call.getSourceFile().fileName, start: call.getStart() });
    return undefined;
  }
  if (view.types.isThenable(type)) return 'promise';
  if (release.completion === 'callback') return 'callback';
  return release.completion === 'event' && release.promiseForm !== undefined ? 'event' : undefined;
}

/** `closePool()`: a function of the program, named after a release verb, whose promise tells when what it releases has been released. */
function storyOfHelper(view: View, node: ts.Node): ReleaseStory | undefined {
  if (!view.ts.isCallExpression(node) || !isTeardownName(calledName(view, node))) return undefined;
  const body = calleeBody(view, node);
  if (!body || !isTeardownName(functionNameOf(view.ts, body) ?? '')) return undefined;
  const inner = view.remember('releaseOfHelper', body, () => awaitedRelease(view, body.body));
  if (!inner || !view.types.isThenable(view.types.typeOf(node))) return undefined;
  const fate = completionOf(view, node);
  const name = nameOf(skipTransparent(view.ts, inner.object));
  return { resource: { name, contract: inner.contract, releaseText: `await ${nameOf(node)}` }, node, completion: 'promise', promiseForm: undefined, fate, surroundings: surroundingsOf(view, node, inner.object, inner.contract, fate) };
}

/** The name that a call calls, before any symbol is asked for. */
function calledName(view: View, call: ts.CallExpression): string {
  const callee = skipTransparent(view.ts, call.expression);
  return memberAccess(view.ts, callee)?.name ?? callee.getText();
}

/** The first release that a helper waits for; a helper that ends the process itself needs nobody who waits. */
function awaitedRelease(view: View, body: ts.Node): Released | undefined {
  if (mayEndProcess(view, body)) return undefined;
  for (const node of [body, ...directlyBelow(view.ts, body, 'call')]) {
    const released = releasedBy(view, node);
    if (released && view.types.isThenable(view.types.typeOf(released.call)) && completionOf(view, released.call).kind === 'awaited') return released;
  }
  return undefined;
}
