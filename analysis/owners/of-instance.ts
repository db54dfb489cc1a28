import type ts from 'typescript';
import { obligationsOf } from '../ownership/class-obligations.ts';
import { eventsOfStarts, inEffectiveOrder, teardownsOfClass } from '../scope-order.ts';
import type { ClassObligation } from '../class-story.ts';
import type { ScopeEvent } from '../story.ts';
import type { View } from '../view.ts';
import { type End, endOf, isOfStack, type Owned, ownedFrom } from './owned.ts';

/** What an instance owes, what its start puts on a stack that it keeps, and what it starts for somebody else. */
export function ownedByInstance(view: View, owner: ts.ClassLikeDeclaration): readonly Owned[] {
  const events = eventsOfStarts(view, owner).filter((event) => event.subject !== 'this' && !isOfStack(event));
  const registered = events.filter((event) => event.kind === 'release' && event.deferredTo !== undefined);
  const onStack = new Set(registered.map((event) => event.subject));
  const ofInstance = events.filter((event) => event.subject.startsWith('this.') || onStack.has(event.subject));
  const obligations = obligationsOf(view, owner).filter((one) => one.contract && !isOfStack({ contract: one.contract }));
  const unmet = obligations.filter((one) => !ofInstance.some((event) => event.subject === one.name));
  const timers = events.filter((event) => event.contract.opaque).map((event) => event.subject);
  const own = new Set([...onStack, ...timers, ...obligations.map((one) => one.name)]);
  const ends = [...inEffectiveOrder([...releasesOf(view, owner), ...registered]).map(endOf), ...obligations.filter((one) => one.released).map(endOfObligation)];
  return ownedFrom(view, [...ofInstance, ...unmet.map(eventOf)], ends, (subject) => !own.has(subject));
}

/** Of several teardowns the one that releases most: the others delegate to it. */
function releasesOf(view: View, owner: ts.ClassLikeDeclaration): readonly ScopeEvent[] {
  const teardowns = teardownsOfClass(view, owner).map((events) => events.filter((event) => event.kind === 'release'));
  return teardowns.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** An obligation that begins outside the start: in a constructor's callee, another method, an initializer. */
function eventOf({ name, at, contract }: ClassObligation): ScopeEvent {
  return { kind: 'start', subject: name, at, contract: contract!, live: true, awaited: false, inFinally: false, concurrent: undefined, deferredTo: undefined };
}

function endOfObligation({ name, at }: ClassObligation): End {
  return { subject: name, at, by: 'call' };
}
