import type ts from 'typescript';
import { acquiredBy, sinksOf } from '../contracts/calls.ts';
import { listenedBy } from '../contracts/touches.ts';
import { listenersOf } from '../ownership/class-listeners.ts';
import { goesWithReceiver } from '../ownership/listener-receiver.ts';
import { receiverOwnership, rootOf, type ReceiverOwnership } from '../ownership/receiver.ts';
import { isThis, memberAccess, methodCall, outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import { argumentOf, type Frame } from './frame.ts';
import { usesThis } from './timers.ts';
import type { Work } from './work.ts';

/** A listener on, or a subscription to, something the instance did not create. */
export function listenerWork(view: View, frame: Frame, call: ts.CallExpression): Work | undefined {
  const receiver = listenedBy(view, call) ?? subscribedBy(view, call);
  if (!receiver || endsByItself(view, call) || isHandedToSink(view, call) || (frame.owner && frame.isInstance && goesWithReceiver(view, frame.owner, call))) return undefined;
  const ownership = ownershipIn(view, frame, receiver);
  if (ownership === 'own' || ownership === 'unknown') return undefined;
  return { kind: 'listener', grade: ownership === 'made by a static factory' || endsWithInstance(view, frame, call) ? 'likely' : 'certain' };
}

/** The class takes the listener off again, by its teardown or by what it registers for its end. */
function endsWithInstance(view: View, { owner, isInstance }: Frame, call: ts.CallExpression): boolean {
  return owner !== undefined && isInstance && listenersOf(view, owner).some((one) => one.at === call && one.released);
}

function subscribedBy(view: View, call: ts.CallExpression): ts.Expression | undefined {
  const acquired = acquiredBy(view, call);
  return acquired?.contract.kind === 'subscription' ? memberAccess(view.ts, call.expression)?.object : undefined;
}

/** Whose a receiver is, seen from the instance that is constructed: parameters stand for what the calls on the way handed over. */
function ownershipIn(view: View, frame: Frame, receiver: ts.Expression): ReceiverOwnership {
  const root = rootOf(view, receiver);
  const handed = argumentOf(view, frame, root.node);
  if (handed) return ownershipIn(view, handed.home, handed.argument);
  if (!frame.isInstance && isThis(view.ts, root.node)) return 'unknown';
  return frame.owner ? receiverOwnership(view, frame.owner, receiver) : 'unknown';
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
