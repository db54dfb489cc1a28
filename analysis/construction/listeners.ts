import type ts from 'typescript';
import { acquiredBy, sinksOf } from '../contracts/calls.ts';
import { listenedBy } from '../contracts/touches.ts';
import { goesWithReceiver } from '../ownership/listener-receiver.ts';
import { attachesLogging } from '../ownership/only-logs.ts';
import { isMadePartOfInstance } from '../ownership/part-of-instance.ts';
import { receiverOwnership, rootOf, type ReceiverOwnership } from '../ownership/receiver.ts';
import { staysAttached } from '../ownership/stays-attached.ts';
import { handsBackRemoval, isKept, isKeptForTheEnd, isTakenOff } from '../ownership/taken-off.ts';
import { isThis, memberAccess, methodCall, outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import { argumentOf, constructedBy, type Frame } from './frame.ts';
import { usesThis } from './timers.ts';
import type { Work } from './work.ts';

/** A listener on, or a subscription to, something the instance did not create. */
export function listenerWork(view: View, frame: Frame, call: ts.CallExpression): Work | undefined {
  const receiver = listenedBy(view, call) ?? subscribedBy(view, call);
  if (!receiver || endsByItself(view, call) || isHandedToSink(view, call) || (frame.owner && frame.isInstance && goesWithReceiver(view, frame.owner, call))) return undefined;
  const seen = seenFrom(view, frame, receiver);
  const ownership = ownershipIn(view, seen);
  if (ownership === 'own' || ownership === 'unknown') return undefined;
  return { kind: 'listener', grade: ownership === 'foreign' && !attachesLogging(view, call) && !isDetached(view, frame, call) && staysOn(view, seen, call) ? 'certain' : 'likely' };
}

/** The class takes the listener off again, by its teardown or by what it registers for its end, or keeps what a helper gives it for that. */
function isDetached(view: View, frame: Frame, call: ts.CallExpression): boolean {
  const { owner, isInstance, entered } = frame;
  if (owner && isInstance && isTakenOff(view, owner, call)) return true;
  return entered !== undefined && ((isKept(view, entered.call) && handsBackRemoval(view, entered.body, call)) || isHandleKept(view, frame));
}

/** `this.removeHook = addHook(() => …)`, on the way to the listener, and the teardown calls it. */
function isHandleKept(view: View, { entered }: Frame): boolean {
  if (!entered) return false;
  const { owner, isInstance } = entered.from;
  return (owner !== undefined && isInstance && isKeptForTheEnd(view, owner, entered.call)) || isHandleKept(view, entered.from);
}

/** Whether an expression means what the instance did not create, and what is attached to it is shown to stay there. */
export function isForeignAndStays(view: View, frame: Frame, target: ts.Expression): boolean {
  const seen = seenFrom(view, frame, target);
  return ownershipIn(view, seen) === 'foreign' && staysOn(view, seen);
}

/** It is shown that the listener outlives the instance or doubles, and what it is attached to is no part of the instance. */
function staysOn(view: View, { frame, node }: Seen, call?: ts.CallExpression): boolean {
  const constructed = constructedBy(frame);
  if (!frame.owner || !constructed) return false;
  return !isMadePartOfInstance(view, frame.owner, node) && staysAttached(view, constructed, frame.owner, node, call);
}

function subscribedBy(view: View, call: ts.CallExpression): ts.Expression | undefined {
  const acquired = acquiredBy(view, call);
  return acquired?.contract.kind === 'subscription' ? memberAccess(view.ts, call.expression)?.object : undefined;
}

/** An expression, and the frame in which it has its meaning. */
interface Seen {
  frame: Frame;
  node: ts.Expression;
}

/** A receiver as the instance that is constructed sees it: parameters stand for what the calls on the way handed over. */
function seenFrom(view: View, frame: Frame, node: ts.Expression): Seen {
  const handed = argumentOf(view, frame, rootOf(view, node).node);
  return handed ? seenFrom(view, handed.home, handed.argument) : { frame, node };
}

function ownershipIn(view: View, { frame, node }: Seen): ReceiverOwnership {
  if (!frame.isInstance && isThis(view.ts, rootOf(view, node).node)) return 'unknown';
  return frame.owner ? receiverOwnership(view, frame.owner, node) : 'unknown';
}

const ends: ReadonlySet<string> = new Set(['signal', 'once']);

/** `{ signal: this.#abort.signal }`, `{ once: true }` */
function endsByItself(view: View, call: ts.CallExpression): boolean {
  const literals = call.arguments.filter(view.ts.isObjectLiteralExpression);
  return literals.some((literal) => literal.properties.some((property) => ends.has(property.name?.getText() ?? '')));
}

const ownershipSinks = /^(_?register|autoDispose|track|addDisposable|takeUntil.*)$/i;
const collectors: ReadonlySet<string> = new Set(['push', 'add', 'use', 'adopt', 'set']);

/** `this._register(bus.on(…))`, `this.#subscriptions.push(…)`. */
export function isHandedToSink(view: View, call: ts.CallExpression): boolean {
  const { ts: typescript } = view;
  const { parent } = outermost(typescript, call);
  if (!typescript.isCallExpression(parent)) return false;
  if (sinksOf(view, parent).length > 0) return true;
  const method = methodCall(typescript, parent);
  if (method) return ownershipSinks.test(method.name) || (collectors.has(method.name) && usesThis(view, method.object));
  return ownershipSinks.test(parent.expression.getText());
}
