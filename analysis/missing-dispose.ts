import type ts from 'typescript';
import { bodyOf } from './contracts/calls.ts';
import { instanceTypeOf, memberNames, signaturesOfMember } from './contracts/of-type.ts';
import type { ClassStory, Verb } from './class-story.ts';
import { directlyBelow } from './nodes.ts';
import { fieldOfThis } from './syntax.ts';
import type { View } from './view.ts';

/** A class that can be started and stopped, or that releases what it owns, and that no scope can own (docs/clauses.md, rule 11). */
export interface MissingDispose {
  readonly owner: ClassStory;
  readonly by: 'service' | 'teardown';
  /** What a dispose method has to call. */
  readonly stop: Verb;
}

/** Why a dispose method that calls the stop is not proven to be right. */
export type DisposeDoubt = 'needs arguments' | 'unknown result' | 'several stops' | 'unknown base';

/** What a class lacks; nothing for one that has a dispose symbol, that inherits its lifecycle, or that has none. */
export function missingDispose(view: View, owner: ClassStory): MissingDispose | undefined {
  const { service } = owner;
  if (!(service ?? owner.teardown) || owner.disposable || owner.abstract || owner.inheritsLifecycle) return undefined;
  const stop = service ? (service.declaresStop ? preferred(view, owner, service.stops) : undefined) : owner.teardown;
  return stop && { owner, by: service ? 'service' : 'teardown', stop };
}

/** Of several stops the one that calls the others; else the first that can be called without arguments, an async one before the others. */
function preferred(view: View, owner: ClassStory, stops: readonly Verb[]): Verb | undefined {
  const callable = stops.filter((stop) => stop.callable);
  const ordered = [...callable.filter((stop) => stop.async), ...callable.filter((stop) => !stop.async)];
  return (ordered.length > 1 ? ordered.find((stop) => isWholeRelease(view, owner, stop)) : undefined) ?? ordered[0] ?? stops[0];
}

/** Every other stop is called by this one, or is another name for it. */
function isWholeRelease(view: View, { node, service }: ClassStory, stop: Verb): boolean {
  const members = memberNames(view, instanceTypeOf(view, node));
  const rivals = (service?.stops ?? []).filter((other) => other.name !== stop.name);
  return rivals.every((other) => calls(view, members.get(stop.name), other.name) || isOnlyCallOf(view, members.get(other.name), stop.name));
}

/** Why a program should not write the method by itself, or nothing. */
export function disposeDoubt(view: View, { owner, stop }: MissingDispose): DisposeDoubt | undefined {
  if (!stop.callable) return 'needs arguments';
  if (hasUnknownBase(view, owner.node)) return 'unknown base';
  const members = memberNames(view, instanceTypeOf(view, owner.node));
  if (returnsAny(view, members.get(stop.name))) return 'unknown result';
  return isWholeRelease(view, owner, stop) ? undefined : 'several stops';
}

function hasUnknownBase(view: View, node: ts.ClassLikeDeclaration): boolean {
  const base = node.heritageClauses?.find((clause) => clause.token === view.ts.SyntaxKind.ExtendsKeyword)?.types[0];
  return base !== undefined && view.types.isAny(view.types.typeOf(base.expression));
}

function returnsAny(view: View, member: ts.Symbol | undefined): boolean {
  return member !== undefined && signaturesOfMember(view, member).some((signature) => view.types.isAny(view.types.returnTypeOf(signature)));
}

function calls(view: View, member: ts.Symbol | undefined, name: string): boolean {
  const body = member && bodyOf(view, member);
  return body !== undefined && directlyBelow(view.ts, body, 'call').some((node) => isCallOf(view, node, name));
}

/** `close() { return this.stop(); }`: another name for the same. */
function isOnlyCallOf(view: View, member: ts.Symbol | undefined, name: string): boolean {
  const body = member && bodyOf(view, member)?.body;
  const [statement, ...more] = body && view.ts.isBlock(body) ? body.statements : [];
  return statement !== undefined && more.length === 0 && directlyBelow(view.ts, statement, 'call').every((node) => isCallOf(view, node, name)) && calls(view, member, name);
}

function isCallOf(view: View, node: ts.Node, name: string): boolean {
  return view.ts.isCallExpression(node) && fieldOfThis(view.ts, node.expression) === name;
}
