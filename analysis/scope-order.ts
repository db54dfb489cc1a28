import type ts from 'typescript';
import { calleeBody } from './contracts/calls.ts';
import { frameworkStarts, verbPairs } from './contracts/verbs.ts';
import { teardownMembers } from './ownership/teardown.ts';
import { scopeOf } from './scopes.ts';
import type { ScopeEvent } from './story.ts';
import { fieldOfThis, hasBody, memberName, type FunctionWithBody } from './syntax.ts';
import type { View } from './view.ts';

/** What the methods that start an instance are called. */
export const startNames: ReadonlySet<string> = new Set([...verbPairs.map((pair) => pair.start), ...frameworkStarts.map((hook) => hook.method)]);

/** What the constructor and the start methods do, in order, own helpers in their place. */
export function eventsOfStarts(view: View, owner: ts.ClassLikeDeclaration): readonly ScopeEvent[] {
  const starts = owner.members.filter((member) => view.ts.isConstructorDeclaration(member) || startNames.has(memberName(view.ts, member.name) ?? ''));
  return starts.flatMap((member) => (hasBody(member) ? eventsThrough(view, member, new Set()) : []));
}

/** What constructing and starting an instance begins in its fields, in order. */
export function startsOfClass(view: View, owner: ts.ClassLikeDeclaration): readonly ScopeEvent[] {
  return eventsOfStarts(view, owner).filter(isOfInstance);
}

/** What each teardown does with the fields, in order. */
export function teardownsOfClass(view: View, owner: ts.ClassLikeDeclaration): readonly (readonly ScopeEvent[])[] {
  return teardownMembers(view, owner).flatMap((member) => (hasBody(member) ? [eventsThrough(view, member, new Set()).filter(isOfInstance)] : []));
}

function isOfInstance(event: ScopeEvent): boolean {
  return event.subject.startsWith('this.');
}

/** The events of a method, those of its own helpers in their place. */
function eventsThrough(view: View, method: FunctionWithBody, seen: Set<ts.Node>): ScopeEvent[] {
  if (seen.has(method)) return [];
  seen.add(method);
  const own = [...scopeOf(view, method).events];
  const helpers: { at: number; events: ScopeEvent[] }[] = [];
  const visit = (node: ts.Node): void => {
    if (view.ts.isFunctionLike(node)) return;
    if (view.ts.isCallExpression(node) && fieldOfThis(view.ts, node.expression) !== undefined) {
      const body = calleeBody(view, node);
      if (body) helpers.push({ at: node.pos, events: eventsThrough(view, body, seen) });
    }
    view.ts.forEachChild(node, visit);
  };
  view.ts.forEachChild(method.body, visit);
  return [...own.map((event) => ({ at: event.at.pos, events: [event] })), ...helpers].sort((a, b) => a.at - b.at).flatMap((one) => one.events);
}

/** Where each resource begins: its start, or its acquisition when that is live. */
export function beginnings(events: readonly ScopeEvent[]): ReadonlyMap<string, ScopeEvent & { rank: number }> {
  const found = new Map<string, ScopeEvent & { rank: number }>();
  events.forEach((event, rank) => {
    const begins = event.kind === 'start' || (event.kind === 'acquire' && event.live);
    if (begins && !found.has(event.subject)) found.set(event.subject, { ...event, rank });
  });
  return found;
}

/** What is registered on a stack runs when the scope ends, last registered first. */
export function inEffectiveOrder(releases: readonly ScopeEvent[]): ScopeEvent[] {
  return [...releases.filter((event) => event.deferredTo === undefined), ...releases.filter((event) => event.deferredTo !== undefined).reverse()];
}
