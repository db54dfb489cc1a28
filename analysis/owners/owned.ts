import type ts from 'typescript';
import { releasedBy, startedBy } from '../contracts/calls.ts';
import type { Contract } from '../contracts/contract.ts';
import { originOfDeclaration } from '../origin.ts';
import { beginnings } from '../scope-order.ts';
import type { ScopeEvent } from '../story.ts';
import type { FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

/** What can own something. */
export type OwnedUnit = FunctionWithBody | ts.SourceFile | ts.ClassLikeDeclaration;

/** One resource as its owner sees it. */
export interface Owned {
  /** How its owner calls it: `producer`, `this.timer`. */
  name: string;
  contract: Contract;
  /** Where it is first met. */
  at: ts.Node;
  /** The class of the program that it is an instance of. */
  instanceOf: ts.ClassLikeDeclaration | undefined;
  /** Whether somebody else made it, who may start and stop it here all the same. */
  borrowed: boolean;
  /** Where it begins, and as the how-manieth; nothing for what is only made here. */
  begins: Turn | undefined;
  /** Where it is released, and as the how-manieth; nothing for what nobody releases here. */
  ends: (Turn & { by: End['by'] }) | undefined;
}

interface Turn {
  at: ts.Node;
  /** Counts from 1. */
  rank: number;
}

/** A release, by a call or by the end of a scope that owns the resource. */
export interface End {
  subject: string;
  at: ts.Node;
  by: 'call' | 'scope';
}

/** Whether a unit owns a resource, or at least decides when it begins. */
export function isOwner({ borrowed, begins }: Owned): boolean {
  return !borrowed || begins !== undefined;
}

/** The resources of a unit: the subjects of its events, with their places in the orders of start and stop. */
export function ownedFrom(view: View, events: readonly ScopeEvent[], ends: readonly End[], isBorrowed: (subject: string) => boolean): readonly Owned[] {
  const begun = [...beginnings(events).entries()];
  const ended = [...new Set(ends.map((end) => end.subject))];
  return [...new Set(events.map((event) => event.subject))].map((name) => {
    const [first] = events.filter((event) => event.subject === name);
    const begins = begun.findIndex(([subject]) => subject === name);
    const end = ends.find((one) => one.subject === name);
    return {
      name,
      contract: first!.contract,
      at: first!.at,
      instanceOf: classOf(view, first!),
      borrowed: isBorrowed(name),
      begins: begins < 0 ? undefined : { at: begun[begins]![1].at, rank: begins + 1 },
      ends: end && { at: end.at, rank: ended.indexOf(name) + 1, by: end.by },
    };
  });
}

/** The class of the program that the subject of an event is an instance of. */
function classOf(view: View, { at }: ScopeEvent): ts.ClassLikeDeclaration | undefined {
  const subject = startedBy(view, at)?.object ?? releasedBy(view, at)?.object ?? at;
  const type = view.types.awaitedTypeOf(view.types.valueTypeOf(subject));
  const declaration = view.types.symbolOfType(type)?.declarations?.find(view.ts.isClassLike);
  return declaration && originOfDeclaration(view, declaration).from === 'file' ? declaration : undefined;
}

/** A stack is how things are owned, not something that is owned. */
export function isOfStack({ contract }: { contract: Contract }): boolean {
  return contract.type.from === 'lib' && /^(Async)?DisposableStack$/.test(contract.type.name);
}

export function endOf(event: ScopeEvent): End {
  return { subject: event.subject, at: event.at, by: event.deferredTo === undefined ? 'call' : 'scope' };
}
