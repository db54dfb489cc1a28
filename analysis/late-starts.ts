import type ts from 'typescript';
import { callsAnything } from './calls-anything.ts';
import { acquiredBy } from './contracts/calls.ts';
import type { Kind } from './contracts/contract.ts';
import { serviceVerbs } from './contracts/infer.ts';
import { instanceTypeOf, memberNames } from './contracts/of-type.ts';
import { frameworkStarts } from './contracts/verbs.ts';
import { keptInField } from './construction/promises.ts';
import { weaker, type Grade } from './grade.ts';
import { askedBy } from './late/asks.ts';
import { reachedFrom, functionOf, ownFunction, type Reached } from './late/walk.ts';
import { waitsForStart } from './late/waits-for-start.ts';
import { loopOf } from './ownership/background-tasks.ts';
import { hasTeardown, obligationsOf } from './ownership/class-obligations.ts';
import { instanceNodes } from './ownership/instance-acquisitions.ts';
import { below, directlyBelow } from './nodes.ts';
import type { ClassObligation } from './class-story.ts';
import type { LateStart } from './faults.ts';
import { memberName, nameOf } from './syntax.ts';
import type { View } from './view.ts';

/** Timers, listeners, watchers and loops that begin although the object was stopped while its start, or their own last turn, was waiting. */
export function lateStartsOf(view: View, file: ts.SourceFile): readonly LateStart[] {
  return below(view.ts, file, 'class').flatMap((owner) => (callsAnything(view, owner) && hasTeardown(view, owner) ? inClass(view, owner) : []));
}

function inClass(view: View, owner: ts.ClassLikeDeclaration): LateStart[] {
  const rearmed = rearmedTimers(view, owner);
  const armings = armingsOf(view, owner);
  if (armings.size === 0 || waitsForStart(view, owner, new Set([...armings.values()].map(({ field }) => field)))) return onePerAwait(rearmed);
  const late = startsOf(view, owner).flatMap(({ body, grade }) =>
    reachedFrom(view, owner, body, (node) => armings.has(node)).flatMap((reached) => lateAt(armings.get(reached.node)!, reached, grade) ?? []),
  );
  return onePerAwait([...rearmed, ...late]);
}

/** What begins and is ended by the teardown: what the teardown forgets is no late start, but never ended at all. */
interface Arming {
  at: ts.Expression;
  name: string;
  /** The field that holds its handle; nothing for a listener. */
  field: string | undefined;
  grade: Grade;
}

const armed: ReadonlySet<Kind> = new Set<Kind>(['timer', 'watcher', 'subscription', 'observer']);

function armingsOf(view: View, owner: ts.ClassLikeDeclaration): ReadonlyMap<ts.Node, Arming> {
  const released = obligationsOf(view, owner).filter((one) => one.released && !asksLater(view, owner, one.at) && (one.kind === 'listener' || (one.contract && armed.has(one.contract.kind))));
  const loops = instanceNodes(view, owner).flatMap((node) => loopAt(view, owner, node) ?? []);
  return new Map([...released.map(ofObligation), ...loops].map((arming) => [arming.at, arming]));
}

/** A one-shot timer whose callback asks does nothing any more. */
function asksLater(view: View, owner: ts.ClassLikeDeclaration, at: ts.Expression): boolean {
  const callback = isOneShot(view, at) ? at.arguments[0] && ownFunction(view, owner, at.arguments[0]) : undefined;
  return callback !== undefined && directlyBelow(view.ts, callback.body, 'if').some((node) => askedBy(view, owner, node.expression).length > 0);
}

function ofObligation({ kind, name, at, grade }: ClassObligation): Arming {
  return { at, name, grade, field: kind === 'field' ? name.split('.')[1] : undefined };
}

/** `this.loop = this.pollLoop()`; what ends by itself when it is told to is only likely to matter. */
function loopAt(view: View, owner: ts.ClassLikeDeclaration, node: ts.Node): Arming | undefined {
  const loop = view.ts.isCallExpression(node) ? loopOf(view, owner, node) : undefined;
  const kept = loop && keptInField(view, loop.call);
  return kept && { at: loop.call, name: `this.${kept.name}`, field: kept.name, grade: loop.asksToStop ? 'likely' : 'certain' };
}

/** Hooks of a framework that waits for the start before it calls the end. */
const waitedFor: ReadonlySet<string> = new Set(frameworkStarts.filter((hook) => hook.framework === 'NestJS').map((hook) => hook.method));

/** The code that starts an instance: start verbs, hooks of frameworks, and a constructor that begins something async. */
function startsOf(view: View, owner: ts.ClassLikeDeclaration): readonly { body: NonNullable<ReturnType<typeof functionOf>>; grade: Grade }[] {
  const verbs = serviceVerbs(view, memberNames(view, instanceTypeOf(view, owner)))?.starts ?? [];
  const names = new Set([...verbs, ...frameworkStarts.map((hook) => hook.method)]);
  return owner.members.flatMap((member) => {
    const name = memberName(view.ts, member.name) ?? '';
    const body = view.ts.isConstructorDeclaration(member) || names.has(name) ? functionOf(view, owner, member) : undefined;
    return body ? [{ body, grade: waitedFor.has(name) ? 'likely' : 'certain' }] : [];
  });
}

function lateAt({ at, name, field, grade }: Arming, { since, asked }: Reached, ofStart: Grade): LateStart | undefined {
  return since && isUnasked(asked, field) ? { at, name, how: 'started', since, grade: weaker(grade, ofStart) } : undefined;
}

/** Whether the handle is there already says nothing of a stop. */
function isUnasked(asked: ReadonlySet<string>, handle: string | undefined): boolean {
  return [...asked].every((name) => name === handle);
}

/** Timers whose callback comes back to the call that armed them. */
function rearmedTimers(view: View, owner: ts.ClassLikeDeclaration): LateStart[] {
  const obligations = obligationsOf(view, owner);
  return instanceNodes(view, owner).flatMap((node) => {
    const callback = isOneShot(view, node) ? node.arguments[0] && ownFunction(view, owner, node.arguments[0]) : undefined;
    const kept = callback && obligations.find((one) => one.at === node);
    if (!callback || kept?.released === false) return [];
    return reachedFrom(view, owner, callback, (one) => one === node, true).flatMap((reached) => rearmedAt(node as ts.CallExpression, reached, kept) ?? []);
  });
}

function isOneShot(view: View, node: ts.Node): node is ts.CallExpression {
  if (!view.ts.isCallExpression(node)) return false;
  const contract = acquiredBy(view, node)?.contract;
  return contract?.kind === 'timer' && contract.oneShot === true;
}

/** A handle that the teardown clears is enough only when each turn arms the next one before anybody else can run. */
function rearmedAt(at: ts.CallExpression, { since, asked }: Reached, kept: ClassObligation | undefined): LateStart | undefined {
  if (!isUnasked(asked, kept && ofObligation(kept).field) || (kept && !since)) return undefined;
  return { at, name: kept?.name ?? `${nameOf(at.expression)}()`, how: since ? 'rearmed' : 'endless', since, grade: 'certain' };
}

/** The first that follows an `await`, and of these one that is proven. */
function onePerAwait(found: readonly LateStart[]): LateStart[] {
  const reported = new Set<ts.Node>();
  const surestFirst = [...found.filter(({ grade }) => grade === 'certain'), ...found.filter(({ grade }) => grade === 'likely')];
  return surestFirst.filter(({ at, since }) => {
    const known = reported.has(at) || (since !== undefined && reported.has(since));
    reported.add(at);
    if (since) reported.add(since);
    return !known;
  });
}
