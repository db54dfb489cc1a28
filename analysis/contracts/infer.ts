import type ts from 'typescript';
import type { Grade } from '../grade.ts';
import { directlyBelow } from '../nodes.ts';
import { hasBody, isAsync, memberName, methodCall, fieldOfThis } from '../syntax.ts';
import type { View } from '../view.ts';
import { acquiresSomething, deletesRecord, releasesSomething } from './touches.ts';
import type { Contract, Equivalence, Release, Start } from './contract.ts';
import { implementersOf } from '../ownership/subclasses.ts';
import { disposeReleases, instanceTypeOf, memberNames, returnTypeOfMember } from './of-type.ts';
import { saysDisposable } from './says-disposable.ts';
import { settlesAtItsEnd } from './settles-at-end.ts';
import { releaseVerbPrefixes, teardownVerbs, verbPairs, type VerbPair } from './verbs.ts';

type Declaration = ts.ClassLikeDeclaration | ts.InterfaceDeclaration;

/**
 * The contract of a class or interface of the linted program: a start verb and a stop verb, one of them async or touching a resource
 * (docs/clauses.md, rule 11), a dispose symbol, or a teardown that releases what the class acquired. Of one that only
 * says that it is disposable nothing but the end is known.
 */
export function inferredContract(view: View, declaration: Declaration): { contract: Contract; grade: Grade } | undefined {
  return view.remember('inferredContract', declaration, () => infer(view, declaration), { bottom: undefined, unknown: undefined });
}

function infer(view: View, declaration: Declaration): { contract: Contract; grade: Grade } | undefined {
  const members = memberNames(view, view.ts.isClassLike(declaration) ? instanceTypeOf(view, declaration) : view.types.typeOf(declaration));
  if (members.has('next') || members.has('Symbol.asyncIterator')) return undefined;
  const service = serviceVerbs(view, members);
  const sync = members.has('Symbol.dispose');
  const async = members.has('Symbol.asyncDispose');
  const isService = service !== undefined && isLifecycle(view, members, service);
  const implemented = isService ? [] : stopsOfImplementers(view, declaration, members);
  const owns = isService || sync || async || implemented.length > 0 || ownsByItself(view, declaration);
  if (!owns && !(view.ts.isClassLike(declaration) && saysDisposable(view, declaration))) return undefined;
  const stops = owns ? (service?.stops ?? (implemented.length > 0 ? implemented : [...new Set([...teardownsOf(view, members), ...delegates(view, members)])])) : ['dispose'];
  const start: Start[] = isService ? service.starts.map((method) => startOf(view, members, method, service.stops)) : [];
  const fluent = start.filter(({ method }) => returnsItself(view, declaration, members.get(method)!)).map(({ method }) => method);
  const release = [...disposeReleases(sync, async), ...stops.map((method) => releaseOf(view, members, method))];
  if (release.length === 0) return undefined;
  return {
    contract: {
      type: { from: 'file', name: declaration.name?.text ?? 'class' },
      kind: 'service',
      acquire: owns ? [{ by: 'new', begins: isService ? 'start' : 'eager' }] : [],
      ...(start.length > 0 ? { start } : {}),
      ...(fluent.length > 0 ? { fluent } : {}),
      release,
      ...(sync || async ? { dispose: equivalences(view, members, stops) } : {}),
      evidence: [],
    },
    grade: 'certain',
  };
}

interface ServiceVerbs {
  starts: string[];
  stops: string[];
}

/** The start and stop verbs a type has, of which each start verb has a stop verb that goes with it. */
export function serviceVerbs(view: View, members: ReadonlyMap<string, ts.Symbol>): ServiceVerbs | undefined {
  const stopsOf = (pair: VerbPair) => {
    const stops = pair.stop.filter((stop) => isMethod(view, members.get(stop)) && !members.get(stop)!.declarations?.some((one) => deletesRecord(view, one)));
    return stops.some((stop) => actOnArgument(view, members.get(pair.start)!, members.get(stop)!)) ? [] : stops;
  };
  const pairs = pairsOf(view).filter((pair) => isMethod(view, members.get(pair.start)) && stopsOf(pair).length > 0);
  if (pairs.length === 0) return undefined;
  return { starts: pairs.map((pair) => pair.start), stops: [...new Set(pairs.flatMap(stopsOf))] };
}

/** `connect(peer)` and `disconnect(peer)`, `const id = start(name)` and `stop(id)`: what the stop needs is what they begin and end, not the object. */
function actOnArgument(view: View, start: ts.Symbol, stop: ts.Symbol): boolean {
  const subject = firstParameter(view, stop);
  if (subject === undefined || view.types.symbolOfType(subject)?.name === 'AbortSignal') return false;
  return subject === firstParameter(view, start) || subject === view.types.awaitedTypeOf(returnTypeOfMember(view, start));
}

/** The type of the parameter that a method cannot be called without. */
function firstParameter(view: View, member: ts.Symbol): ts.Type | undefined {
  const declaration = member.declarations?.find(view.ts.isFunctionLike);
  const parameter = declaration?.parameters[0];
  if (!parameter || parameter.questionToken || parameter.initializer || parameter.dotDotDotToken) return undefined;
  return view.types.typeOf(parameter);
}

export function pairsOf(view: View): readonly VerbPair[] {
  const own = (view.settings.verbs ?? []).map(({ start, stop }) => ({ start, stop: typeof stop === 'string' ? [stop] : [...stop] }));
  return [...verbPairs, ...own];
}

/** A method that everybody may call. */
export function isMethod(view: View, member: ts.Symbol | undefined): boolean {
  if (!member || member.declarations?.some((declaration) => isHidden(view, declaration))) return false;
  if (member.flags & view.ts.SymbolFlags.Method) return true;
  const declaration = member.valueDeclaration;
  return declaration !== undefined && view.ts.isPropertyDeclaration(declaration) && declaration.initializer !== undefined && view.ts.isFunctionLike(declaration.initializer);
}

/** A start or a stop is async, or touches a resource: no stopwatch, parser or animation. */
function isLifecycle(view: View, members: ReadonlyMap<string, ts.Symbol>, verbs: ServiceVerbs): boolean {
  return [...verbs.starts, ...verbs.stops].some((verb) => {
    const member = members.get(verb)!;
    return view.types.isThenable(returnTypeOfMember(view, member)) || touches(view, member);
  });
}

function touches(view: View, member: ts.Symbol): boolean {
  const body = member.declarations?.find(hasBody);
  return body !== undefined && (acquiresSomething(view, body) || releasesSomething(view, body));
}

function isHidden(view: View, declaration: ts.Declaration): boolean {
  return (view.ts.getCombinedModifierFlags(declaration) & view.ts.ModifierFlags.NonPublicAccessibilityModifier) !== 0;
}

function teardownsOf(view: View, members: ReadonlyMap<string, ts.Symbol>): string[] {
  return [...members].filter(([name, member]) => teardownVerbs.has(name) && isMethod(view, member) && !endsWhatBegan(view, members, name)).map(([name]) => name);
}

/** `const id = await watch.start(name)` and `watch.stop(id)`: one of many, not the object. */
function endsWhatBegan(view: View, members: ReadonlyMap<string, ts.Symbol>, stop: string): boolean {
  return pairsOf(view).some((pair) => pair.stop.includes(stop) && members.has(pair.start) && actOnArgument(view, members.get(pair.start)!, members.get(stop)!));
}

/** The release verbs that a dispose method calls on its own object: `async [Symbol.asyncDispose]() { await this.release(); }`. */
function delegates(view: View, members: ReadonlyMap<string, ts.Symbol>): string[] {
  const bodies = ['Symbol.asyncDispose', 'Symbol.dispose'].flatMap((name) => members.get(name)?.declarations?.find(hasBody) ?? []);
  const called = bodies.flatMap((body) => directlyBelow(view.ts, body, 'call').flatMap((node) => fieldOfThis(view.ts, node.expression) ?? []));
  return called.filter((name) => releaseVerbPrefixes.includes(name) && isMethod(view, members.get(name)));
}

/** The methods of an interface through which a class of the program that implements it releases what it owns. */
function stopsOfImplementers(view: View, declaration: Declaration, members: ReadonlyMap<string, ts.Symbol>): string[] {
  const stops = view.ts.isInterfaceDeclaration(declaration) ? teardownsOf(view, members) : [];
  if (!view.ts.isInterfaceDeclaration(declaration) || stops.length === 0) return [];
  const contracts = implementersOf(view, declaration).map((owner) => inferredContract(view, owner)?.contract);
  const released = new Set(contracts.flatMap((contract) => contract?.release ?? []).map((release) => ('method' in release ? release.method : undefined)));
  return stops.filter((name) => released.has(name));
}

/** A class whose teardown releases what the class itself acquired is a resource, start verb or not. */
function ownsByItself(view: View, declaration: Declaration): boolean {
  const { ts: typescript } = view;
  if (!typescript.isClassLike(declaration)) return false;
  const teardowns = declaration.members.filter((member) => hasBody(member) && !isHidden(view, member) && teardownVerbs.has(memberName(typescript, member.name) ?? ''));
  return teardowns.some((teardown) => releasesSomething(view, teardown)) && declaration.members.some((member) => acquires(view, member));
}

function acquires(view: View, member: ts.ClassElement): boolean {
  if (view.ts.isPropertyDeclaration(member)) return member.initializer !== undefined && acquiresSomething(view, member.initializer);
  return hasBody(member) && acquiresSomething(view, member);
}

function startOf(view: View, members: ReadonlyMap<string, ts.Symbol>, method: string, stops: readonly string[]): Start {
  const member = members.get(method)!;
  const thenable = view.types.isThenable(returnTypeOfMember(view, member));
  if (!thenable) return { method, completion: 'sync' };
  if (settlesAtItsEnd(view, members, method, stops)) return { method, completion: 'promise', answers: true };
  return { method, completion: 'promise', ...(isRunLoop(view, member) ? { runLoop: true as const } : {}) };
}

/** `start(): Promise<this>`: what it returns, or promises, is declared as the type itself or one that it extends or implements. */
function returnsItself(view: View, declaration: Declaration, member: ts.Symbol): boolean {
  const returned = view.types.symbolOfType(view.types.awaitedTypeOf(returnTypeOfMember(view, member)));
  const bases = (declaration.heritageClauses ?? []).flatMap((clause) => clause.types.map((base) => view.types.symbolOf(base.expression)));
  return returned !== undefined && [declaration.name && view.types.symbolOf(declaration.name), ...bases].includes(returned);
}

function releaseOf(view: View, members: ReadonlyMap<string, ts.Symbol>, method: string): Release {
  return { method, completion: view.types.isThenable(returnTypeOfMember(view, members.get(method)!)) ? 'promise' : 'sync' };
}

/** A start verb that itself contains the endless loop settles when the work ends. */
function isRunLoop(view: View, member: ts.Symbol): boolean {
  const { ts: typescript } = view;
  const body = member.declarations?.find(hasBody);
  if (!body || !isAsync(typescript, body)) return false;
  return directlyBelow(typescript, body, 'while', 'for', 'forOf').some((node) => {
    if (typescript.isForOfStatement(node)) return node.awaitModifier !== undefined;
    return typescript.isForStatement(node) ? !node.condition : node.expression.kind === typescript.SyntaxKind.TrueKeyword;
  });
}

function equivalences(view: View, members: ReadonlyMap<string, ts.Symbol>, stops: readonly string[]): { sync?: Equivalence; async?: Equivalence } {
  const sync = equivalence(view, members.get('Symbol.dispose'), stops);
  const async = equivalence(view, members.get('Symbol.asyncDispose'), stops);
  return { ...(sync ? { sync } : {}), ...(async ? { async } : {}) };
}

/** A dispose method that only delegates to a stop verb is exactly it. A declaration without a body is taken at its word. */
function equivalence(view: View, member: ts.Symbol | undefined, stops: readonly string[]): Equivalence | undefined {
  if (!member) return undefined;
  const body = member.declarations?.find(hasBody);
  if (!body || stops.length === 0) return 'exact';
  for (const node of directlyBelow(view.ts, body, 'call')) {
    const call = methodCall(view.ts, node);
    if (!call || !stops.includes(fieldOfThis(view.ts, call.call.expression) ?? '')) continue;
    const waited = view.ts.isAwaitExpression(call.call.parent) || view.ts.isReturnStatement(call.call.parent);
    return waited || !view.types.isThenable(view.types.typeOf(call.call)) ? 'exact' : 'fire-and-forget';
  }
  return 'exact';
}
