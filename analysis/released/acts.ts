import type ts from 'typescript';
import { calleeBody, mayStartOrRelease, releasedBy } from '../contracts/calls.ts';
import type { Contract, Release, Start } from '../contracts/contract.ts';
import { contractOfValue } from '../contracts/of-type.ts';
import type { Grade } from '../grade.ts';
import { closureGivenToStack } from '../ownership/stack.ts';
import { memberAccess, outermost, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { chainOf } from './chain.ts';
import { beginsAnew, isQuiet } from './quiet-calls.ts';
import { isUnconditional, momentsOf, waitAround } from './runs-at.ts';
import { registrationsOf } from './registrations.ts';
import { isTarget, placesOf, subjectOf, type Subject } from './subject.ts';
import { gradeOfUse, isRearmed } from './use-grade.ts';

export type Failure = NonNullable<Release['again']>;

/** What one mention of a subject does with it. `at`: the node whose evaluation does it; `node`: where a report sits. */
export type Act =
  | { kind: 'release'; at: ts.Node; node: ts.Node; again: Failure | undefined }
  | { kind: 'use'; at: ts.Node; node: ts.Expression; grade: Grade }
  | { kind: 'start'; at: ts.Node; node: ts.Expression; start: Start }
  | { kind: 'reset'; at: ts.Node };

/** Everything that the mentions of a subject do in a function that releases it; nothing where it does not. */
export function actsOf(view: View, subject: Subject, scope: FunctionWithBody): readonly Act[] {
  const places = placesOf(view, subject, scope);
  const registered = registrationsOf(view, scope).find((one) => one.name === subject.name);
  if (!registered && !places.some((place) => isReleasedAt(view, place, scope))) return [];
  const direct = places.flatMap((place) => actsAt(view, place, scope));
  return registered ? [...direct, ...disposalsOf(view, registered.stack, scope)] : direct;
}

/** Whether a mention releases the subject; one that by its syntax only uses it is not asked for its type. */
function isReleasedAt(view: View, place: ts.Expression, scope: FunctionWithBody): boolean {
  const { parent } = outermost(view.ts, place);
  const method = memberAccess(view.ts, parent)?.name;
  const may = view.ts.isForOfStatement(parent) || view.ts.isCallExpression(parent) || (method !== undefined && mayStartOrRelease(view, method));
  return may && actsAt(view, place, scope).some((act) => act.kind === 'release');
}

/** `await stack.disposeAsync()`: it releases what the stack was given. */
function disposalsOf(view: View, stack: ts.Expression, scope: FunctionWithBody): readonly Act[] {
  const subject = subjectOf(view, stack, scope);
  if (!subject) return [];
  return placesOf(view, subject, scope).flatMap((place): Act[] => {
    const access = memberAccess(view.ts, place.parent);
    const call = place.parent.parent;
    const disposes = access?.object === place && ['dispose', 'disposeAsync', 'Symbol.dispose', 'Symbol.asyncDispose'].includes(access.name) && view.ts.isCallExpression(call);
    return disposes ? [{ kind: 'release', at: waitAround(view, call), node: call, again: undefined }] : [];
  });
}

function actsAt(view: View, place: ts.Expression, scope: FunctionWithBody): readonly Act[] {
  const value = outermost(view.ts, place);
  if (isTarget(view, value)) return [{ kind: 'reset', at: value.parent }];
  const act = actOf(view, value, 0);
  if (!act || isGivenToStack(view, place, scope)) return [];
  return momentsOf(view, act.node, scope).map(({ at, always }) => placed(view, act, at, always));
}

/** What a stack runs comes at its disposal. */
function isGivenToStack(view: View, node: ts.Node, scope: ts.Node): boolean {
  for (let at = node; at !== scope && at.parent; at = at.parent) if (closureGivenToStack(view, at) !== undefined) return true;
  return false;
}

/** A deed before it is known where the function that it stands in runs. */
export type Deed =
  | { kind: 'release'; node: ts.Node; again: Failure | undefined }
  | { kind: 'use'; node: ts.Expression; grade: Grade }
  | { kind: 'start'; node: ts.Expression; start: Start }
  | { kind: 'reset'; node: ts.Expression };

/** A deed takes place where its function runs; a release in a nested function counts only when it cannot be skipped. */
function placed(view: View, deed: Deed, at: ts.Node, always: boolean): Act {
  if (deed.kind === 'reset') return { kind: 'reset', at };
  if (deed.kind !== 'release') return { ...deed, at };
  return always ? { ...deed, at: waitAround(view, at) } : { kind: 'reset', at: waitAround(view, at) };
}

const deepest = 2;

/** What a mention does by itself: a member that is called, or a function that takes the subject. */
export function actOf(view: View, value: ts.Expression, depth: number): Deed | undefined {
  const { parent } = value;
  const { ts: typescript } = view;
  if (typescript.isForOfStatement(parent)) return iterationDeed(view, value, parent);
  if (typescript.isCallExpression(parent)) return parent.expression === value ? calledDeed(view, value, parent) : argumentDeed(view, value, parent, depth);
  const access = memberAccess(typescript, parent);
  if (!access || access.object !== value) return undefined;
  const callee = outermost(typescript, parent as ts.Expression);
  if (!typescript.isCallExpression(callee.parent) || callee.parent.expression !== callee) return partDeed(view, value);
  return memberDeed(view, value, callee.parent, access.name);
}

/** `client.db('x').collection('y').findOne()`: what is asked of something that the subject hands out probably needs the subject. */
function partDeed(view: View, value: ts.Expression): Deed | undefined {
  const work = chainOf(view, value);
  if (!view.ts.isCallExpression(work) || !view.types.isThenable(view.types.typeOf(work)) || !needsItself(view, value)) return undefined;
  return isQuiet(memberAccess(view.ts, work.expression)?.name ?? '', true) ? undefined : { kind: 'use', node: work, grade: 'likely' };
}

function needsItself(view: View, value: ts.Expression): boolean {
  const contract = contractOfValue(view, value)?.contract;
  return contract !== undefined && !contract.revives && !contract.deadAfterRelease && !isRearmed(contract);
}

/** A loop that releases what it iterates when it ends, however it ends. */
function iterationDeed(view: View, value: ts.Expression, loop: ts.ForOfStatement): Deed | undefined {
  const ends = loop.awaitModifier !== undefined && loop.expression === value && contractOfValue(view, value)?.contract.endsBy?.methods?.includes('Symbol.asyncIterator');
  return ends ? { kind: 'release', node: loop, again: undefined } : undefined;
}

/** The subject is a function: calling it is its release where its contract says so. */
function calledDeed(view: View, value: ts.Expression, call: ts.CallExpression): Deed | undefined {
  const release = contractOfValue(view, value)?.contract.release.find((one) => 'self' in one);
  return release && { kind: 'release', node: call, again: release.again };
}

function memberDeed(view: View, value: ts.Expression, call: ts.CallExpression, name: string): Deed | undefined {
  const known = contractOfValue(view, value);
  if (!known) return undefined;
  const release = releaseOf(known.contract, name);
  if (release && known.source !== 'catalogue' && endsItsArgument(view, call)) return undefined;
  if (release) return { kind: 'release', node: call, again: release.again };
  const start = known.contract.start?.find((one) => one.method === name);
  if (start) return { kind: 'start', node: call, start };
  if (beginsAnew(name)) return { kind: 'reset', node: call };
  const grade = gradeOfUse(view, call, name, known);
  return grade ? { kind: 'use', node: call, grade } : isQuiet(name, false) || view.types.isThenable(view.types.typeOf(call)) ? undefined : partDeed(view, value);
}

/** `unsubscribe(topic, listener)`, `disconnect(peer)`: what it cannot be called without is what it ends. */
function endsItsArgument(view: View, call: ts.CallExpression): boolean {
  const parameter = call.arguments.length > 0 ? view.types.signatureOf(call)?.declaration?.parameters[0] : undefined;
  return parameter !== undefined && view.ts.isParameter(parameter) && !parameter.questionToken && !parameter.initializer && !parameter.dotDotDotToken;
}

/** The release that a method is, the dispose symbols included. */
function releaseOf({ release, dispose }: Contract, name: string): { again?: Failure } | undefined {
  const listed = release.find((one) => 'method' in one && one.method === name);
  if (listed) return listed;
  const disposes = (name === 'Symbol.asyncDispose' && dispose?.async) || (name === 'Symbol.dispose' && dispose?.sync);
  return disposes ? { ...(dispose?.again ? { again: dispose.again } : {}) } : undefined;
}

/** `clearInterval(timer)`, or a function of the program: what it surely does with its parameter. */
function argumentDeed(view: View, value: ts.Expression, call: ts.CallExpression, depth: number): Deed | undefined {
  const released = releasedBy(view, call);
  if (released && outermost(view.ts, released.object) === value) return { kind: 'release', node: call, again: released.release.again };
  const inner = depth < deepest ? deedsOfParameter(view, value, call, depth + 1) : [];
  const release = inner.find((deed) => deed.kind === 'release');
  if (release) return { ...release, node: call };
  const use = inner.find((deed) => deed.kind === 'use');
  return use && { ...use, node: call };
}

/** What a function of the program does with one of its parameters each time it runs. */
function deedsOfParameter(view: View, value: ts.Expression, call: ts.CallExpression, depth: number): readonly Deed[] {
  const body = calleeBody(view, call);
  const parameter = body?.parameters[call.arguments.indexOf(value)];
  const symbol = parameter && view.ts.isIdentifier(parameter.name) ? view.types.symbolOf(parameter.name) : undefined;
  return body && symbol ? view.remember(`sureDeeds ${depth}`, symbol, () => sureDeeds(view, symbol, body, depth)) : [];
}

function sureDeeds(view: View, symbol: ts.Symbol, body: FunctionWithBody, depth: number): readonly Deed[] {
  return placesOf(view, { name: symbol.name, root: symbol, shared: false }, body).flatMap((place) => {
    const deed = actOf(view, outermost(view.ts, place), depth);
    const sure = deed && momentsOf(view, deed.node, body).some((moment) => moment.always && isUnconditional(view, moment.at, body, symbol.name));
    return deed && sure ? [deed] : [];
  });
}
