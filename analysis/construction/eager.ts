import type ts from 'typescript';
import { acquiredBy } from '../contracts/calls.ts';
import { contractOfType, instanceTypeOf, memberNames } from '../contracts/of-type.ts';
import { isLeftBehind } from '../failed-starts.ts';
import { below } from '../nodes.ts';
import { isHeldFirst } from '../ownership/held-first.ts';
import { freshFrom } from '../ownership/returns.ts';
import { fieldsReleasedBy } from '../ownership/teardown.ts';
import { enclosingFunction, fieldOfThis, isWithin, memberName, outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Frame } from './frame.ts';
import { endsWithoutHelp } from './timers.ts';
import type { Work } from './work.ts';

type Begin = ts.CallExpression | ts.NewExpression;

const idleKinds: ReadonlySet<string> = new Set(['handle', 'stream', 'listener', 'lock', 'container', 'subscription']);
const kinds: Readonly<Record<string, Work['kind']>> = { timer: 'timer', process: 'process', worker: 'process' };

/** A process, thread, socket, timer or watcher created, or a client that connects when it is constructed. */
export function eagerWork(view: View, node: Begin): Work | undefined {
  const acquired = acquiredBy(view, node);
  if (!acquired || acquired.begins !== 'eager' || acquired.contract.oneShot) return undefined;
  const { kind, type } = acquired.contract;
  if (type.from === 'file' || idleKinds.has(kind)) return undefined;
  return { kind: kinds[kind] ?? 'eager client', grade: endsWithoutHelp(view, node) ? 'likely' : acquired.grade };
}

/** The same, while an instance is constructed: what the instance is there for, or what somebody can end already, is less sure to be a fault. */
export function eagerWorkWithin(view: View, frame: Frame, node: Begin): Work | undefined {
  const work = eagerWork(view, node);
  if (!work || work.kind === 'timer') return work;
  return gathersFirst(view, node) || isOwnConnection(view, frame, node) || (frame.owner && frame.isInstance && isHeldFirst(view, frame.owner)) ? { ...work, grade: 'likely' } : work;
}

/** A provider, processor or reader of telemetry gathers what it is told, and sends it later: constructing one connects nothing. */
function gathersFirst(view: View, node: Begin): boolean {
  const contract = acquiredBy(view, node)?.contract;
  return contract?.kind === 'service' && contract.flush !== undefined;
}

const connecting: ReadonlySet<string> = new Set(['connection', 'client']);

/**
 * `class Transport { #socket = new WebSocket(url); close() { this.#socket.close(); } }`: the instance is its connection. It acquires nothing besides
 * but objects of the program, its teardown ends it, and no later step of the construction can fail and leave it behind. A helper of the program may make it.
 */
function isOwnConnection(view: View, { owner, isInstance, entered }: Frame, node: Begin): boolean {
  if (!connecting.has(acquiredBy(view, node)?.contract.kind ?? '')) return false;
  if (entered) return !entered.from.entered && freshFrom(view, entered.call) !== undefined && isOnlyConnection(view, entered.from, entered.call);
  return isOnlyConnection(view, { owner, isInstance }, node);
}

function isOnlyConnection(view: View, { owner, isInstance }: Pick<Frame, 'owner' | 'isInstance'>, node: Begin): boolean {
  const field = fieldHolding(view, node);
  if (!owner || !isInstance || field === undefined || !fieldsReleasedBy(view, owner).has(field) || endsAnotherConnection(view, owner, field)) return false;
  const whole = wholeChoice(view, node);
  return !below(view.ts, owner, 'call', 'new').some((other) => !isWithin(other, whole) && isOfInstance(view, other) && acquiresBesides(view, other)) && !isLeftBehind(view, owner, node);
}

/** The teardown ends one more connection or client: one that the instance was given. */
function endsAnotherConnection(view: View, owner: ts.ClassLikeDeclaration, field: string): boolean {
  const others = [...fieldsReleasedBy(view, owner)].map((path) => path.split('.')[0]!).filter((name) => name !== field);
  const members = memberNames(view, instanceTypeOf(view, owner));
  return others.some((name) => {
    const member = members.get(name);
    const contract = member && contractOfType(view, view.types.typeOfMember(member, owner))?.contract;
    return contract !== undefined && connecting.has(contract.kind) && contract.type.from !== 'file';
  });
}

/** `given instanceof Redis ? given : isList ? new Cluster(given) : new Redis(given)` for any of its branches. */
function wholeChoice(view: View, node: ts.Expression): ts.Expression {
  const value = outermost(view.ts, node);
  return view.ts.isConditionalExpression(value.parent) && value.parent.condition !== value ? wholeChoice(view, value.parent) : value;
}

function fieldHolding(view: View, node: Begin): string | undefined {
  const { parent } = wholeChoice(view, node);
  if (view.ts.isPropertyDeclaration(parent)) return memberName(view.ts, parent.name);
  return view.ts.isBinaryExpression(parent) ? fieldOfThis(view.ts, parent.left) : undefined;
}

/** Acquired by the constructor, or kept in a field; what a method acquires for itself is none of it. */
function isOfInstance(view: View, node: Begin): boolean {
  return fieldHolding(view, node) !== undefined || view.ts.isConstructorDeclaration(enclosingFunction(view.ts, node));
}

/** An object of the program answers for what it begins itself. */
function acquiresBesides(view: View, node: Begin): boolean {
  const contract = (acquiredBy(view, node) ?? freshFrom(view, node))?.contract;
  return contract !== undefined && !contract.oneShot && contract.kind !== 'listener' && contract.type.from !== 'file';
}
