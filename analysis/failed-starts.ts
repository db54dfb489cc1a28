import type ts from 'typescript';
import { acquiresWhenMade } from './contracts/acquires-when-made.ts';
import { calleeBody, mayStartOrRelease, releasedBy, startedBy } from './contracts/calls.ts';
import { acquiresSomething } from './contracts/touches.ts';
import { frameworkStarts, verbPairs } from './contracts/verbs.ts';
import { fateOf, type Effect, type Obligation } from './flow/obligation.ts';
import { weaker, type Grade } from './grade.ts';
import { followVariable, isHandedOut, placeOf, staysWithInstance, valueOfAcquisition } from './ownership/local.ts';
import { releasesOfParts } from './ownership/parts.ts';
import { failureEndsProcess } from './ownership/process-lifetime.ts';
import { freshFrom, type Fresh, mayMakeByName } from './ownership/returns.ts';
import { constructorOf } from './ownership/stated.ts';
import { fieldsReleasedBy, teardownMembers } from './ownership/teardown.ts';
import { callsThatMay } from './named-calls.ts';
import { below, chosenDirectlyBelow, directlyBelow } from './nodes.ts';
import type { FailedStart } from './faults.ts';
import { enclosingClass, enclosingFunction, fieldOfThis, hasModifier, memberName, methodCall, nameOf, outermostAwaited, skipTransparent, isInLoop, type FunctionWithBody } from './syntax.ts';
import type { View } from './view.ts';

/** Resources that a constructor, a factory or a start method has acquired when a later step fails, and that nothing rolls back. */
export function failedStartsOf(view: View, file: ts.SourceFile): readonly FailedStart[] {
  return below(view.ts, file, 'function').flatMap((scope) => failedStartsIn(view, scope));
}

/** Whether a later step of the construction of an instance can fail and leave behind what an expression of it has acquired. */
export function isLeftBehind(view: View, owner: ts.ClassLikeDeclaration, at: ts.Expression): boolean {
  const constructor = constructorOf(view, owner);
  return constructor !== undefined && failedStartsIn(view, constructor as FunctionWithBody).some((fault) => fault.at === at && fault.grade === 'certain');
}

const makingOrStarting = callsThatMay((view, name) => mayMakeByName(view, name) || mayStartOrRelease(view, name), 'new');

function failedStartsIn(view: View, scope: FunctionWithBody): FailedStart[] {
  const role = roleOf(view, scope);
  const found: FailedStart[] = [];
  for (const node of chosenDirectlyBelow(view.ts, scope.body, makingOrStarting(view, scope.getSourceFile()))) {
    const obligation = (role === 'start' || role === 'constructor' ? fieldObligation(view, scope, node) : undefined) ?? localObligation(view, scope, node, role);
    const fault = obligation && faultOf(view, scope, role, obligation);
    if (fault) found.push(fault);
  }
  return role === 'constructor' ? [...initializersIn(view, scope).flatMap((obligation) => faultOf(view, scope, role, obligation) ?? []), ...found] : found;
}

/** What the initializers of the fields have acquired before the constructor runs its first statement. */
function initializersIn(view: View, scope: FunctionWithBody): Owed[] {
  const owner = enclosingClass(view.ts, scope);
  const fields = owner?.members.filter((member): member is ts.PropertyDeclaration => view.ts.isPropertyDeclaration(member) && member.initializer !== undefined && !hasModifier(view.ts, member, view.ts.SyntaxKind.StaticKeyword)) ?? [];
  return fields.flatMap(({ name, initializer }): Owed[] => {
    const field = memberName(view.ts, name);
    const fresh = freshAt(view, skipTransparent(view.ts, initializer!));
    if (!owner || field === undefined || !fresh || fresh.begins !== 'eager' || fresh.contract.opaque) return [];
    const at = skipTransparent(view.ts, initializer!);
    const text = `this.${field}`;
    return [{ name: text, at, scope, effects: releasesOfField(view, owner, scope, field), holders: new Set([text]), liveAtEntry: true, grade: opensNothing(view, at, fresh) ? 'likely' : fresh.grade }];
  });
}

type Role = 'constructor' | 'start' | 'factory';

const startNames: ReadonlySet<string> = new Set([...verbPairs.map((pair) => pair.start), ...frameworkStarts.map((hook) => hook.method)]);

function roleOf(view: View, scope: FunctionWithBody): Role {
  if (view.ts.isConstructorDeclaration(scope)) return 'constructor';
  return view.ts.isMethodDeclaration(scope) && startNames.has(memberName(view.ts, scope.name) ?? '') ? 'start' : 'factory';
}

interface Owed extends Obligation {
  at: ts.Expression;
  grade: Grade;
}

function faultOf(view: View, scope: FunctionWithBody, role: Role, owed: Owed): FailedStart | undefined {
  const leak = fateOf(view, owed).leaks.find((one) => one.kind === 'implicit throw' || one.kind === 'throw');
  if (!leak) return undefined;
  const inLoop = !owed.liveAtEntry && isInLoop(view.ts, owed.at, scope);
  const known = weaker(weaker(leak.grade, owed.grade), role === 'start' && !inLoop ? 'likely' : 'certain');
  const grade = known === 'certain' && failureEndsProcess(view, scope) ? 'likely' : known;
  const acquired = owed.liveAtEntry ? [{ start: owed.at.getStart(), end: owed.at.end, note: `'${owed.name}' is acquired` }] : [];
  return { at: owed.at, name: owed.name, role, grade, path: [...acquired, ...leak.path] };
}

/** `this.queue = …` or `await this.queue.start()`: kept by the instance, which nobody has yet when the start fails. */
function fieldObligation(view: View, scope: FunctionWithBody, node: ts.Node): Owed | undefined {
  const owner = enclosingClass(view.ts, scope);
  const begun = owner && (startOfField(view, node) ?? acquiredField(view, node, scope));
  if (!owner || !begun || !(begun.made || fieldsReleasedBy(view, owner).has(begun.field))) return undefined;
  const name = `this.${begun.field}`;
  const effects = releasesOfField(view, owner, scope, begun.field);
  effects.set(outermostAwaited(view.ts, begun.at), [{ kind: 'acquire', live: true, text: `'${name}' is ${begun.made ? 'acquired' : 'started'}` }]);
  return { name, at: begun.at, scope, effects, holders: new Set([name]), grade: begun.grade };
}

interface BegunField {
  field: string;
  at: ts.Expression;
  made: boolean;
  grade: Grade;
}

function startOfField(view: View, node: ts.Node): BegunField | undefined {
  const started = startedBy(view, node);
  const field = started && fieldOfThis(view.ts, started.object);
  return started && field !== undefined && !started.start.queues ? { field, at: started.call, made: false, grade: started.grade } : undefined;
}

function acquiredField(view: View, node: ts.Node, scope: ts.Node): BegunField | undefined {
  const fresh = freshAt(view, node);
  if (!fresh || fresh.begins !== 'eager' || fresh.contract.opaque) return undefined;
  const place = placeOf(view, valueOfAcquisition(view, node as ts.Expression, fresh.contract).value, fresh.contract, scope);
  return place.kind === 'field' ? { field: place.name, at: node as ts.Expression, made: true, grade: opensNothing(view, node, fresh) ? 'likely' : fresh.grade } : undefined;
}

function freshAt(view: View, node: ts.Node): Fresh | undefined {
  if (!view.ts.isCallExpression(node) && !view.ts.isNewExpression(node)) return undefined;
  const fresh = freshFrom(view, node);
  return fresh?.contract.oneShot || fresh?.contract.kind === 'container' ? undefined : fresh;
}

/** What ends a field inside its start method: its own release, or a call of the teardown that releases it. */
function releasesOfField(view: View, owner: ts.ClassLikeDeclaration, scope: FunctionWithBody, field: string): Map<ts.Node, Effect[]> {
  const effects = new Map<ts.Node, Effect[]>();
  const teardowns = new Set(teardownMembers(view, owner).map((member) => memberName(view.ts, member.name)));
  for (const node of below(view.ts, scope.body, 'call')) {
    const released = releasedBy(view, node);
    const own = fieldOfThis(view.ts, node.expression);
    const ends = (released && fieldOfThis(view.ts, released.object) === field) || (own !== undefined && teardowns.has(own) && fieldsReleasedBy(view, owner).has(field));
    if (ends) effects.set(closureOrSelf(view, node, scope), [{ kind: 'release' }]);
    if (isHandedToStack(view, node, field)) effects.set(node, [{ kind: 'transfer', to: 'a stack' }]);
  }
  return effects;
}

/** A release inside a callback counts where the callback is handed on. */
function closureOrSelf(view: View, node: ts.Node, scope: ts.Node): ts.Node {
  let at = node;
  for (let inner = enclosingFunction(view.ts, at); inner !== scope; inner = enclosingFunction(view.ts, inner)) at = inner.parent;
  return at;
}

function isHandedToStack(view: View, node: ts.Node, field: string): boolean {
  const method = methodCall(view.ts, node);
  const [first] = method?.call.arguments ?? [];
  return method !== undefined && (method.name === 'use' || method.name === 'adopt') && first !== undefined && fieldOfThis(view.ts, first) === field;
}

/** A local resource that the function is going to hand to its caller or to a field. */
function localObligation(view: View, scope: FunctionWithBody, node: ts.Node, role: Role): Owed | undefined {
  const fresh = freshAt(view, node);
  if (!fresh) return undefined;
  const { value, started } = valueOfAcquisition(view, node as ts.Expression, fresh.contract);
  const place = placeOf(view, value, fresh.contract, scope);
  if (place.kind !== 'variable') return undefined;
  const story = followVariable(view, place.symbol, fresh.contract, scope);
  const live = fresh.begins !== 'start' || started !== undefined;
  const begins = live ? (started ?? (node as ts.Expression)) : story.starts[0];
  if (!begins || !isHandedOut(story.effects)) return undefined;
  const isOut = role === 'factory' && isInstanceMethod(view, scope);
  const effects = new Map<ts.Node, Effect[]>([...story.effects].map(([at, list]) => [at, list.filter((effect) => isOut || !staysWithInstance(effect))]));
  for (const call of ownTeardownCalls(view, scope, keptIn(story.effects))) effects.set(call, [{ kind: 'release' }]);
  for (const call of releasesOfParts(view, node as ts.CallExpression | ts.NewExpression, scope)) effects.set(call, [{ kind: 'release' }]);
  effects.set(value, [{ kind: 'acquire', live, text: `'${place.name.text}' is ${live ? 'acquired' : 'created'}` }, ...(effects.get(value) ?? [])]);
  return { name: nameOf(place.name), at: begins, scope, effects, holders: story.holders, accumulates: true, grade: beginsNothing(view, node, fresh, scope, story.holders) ? 'likely' : fresh.grade };
}

/** An instance of a class of the program whose construction begins nothing, with what it is given. */
function opensNothing(view: View, node: ts.Node, { contract, begins }: Fresh): boolean {
  if (!view.ts.isNewExpression(node) || contract.type.from !== 'file' || begins === 'start' || acquiresWhenMade(view, view.types.valueTypeOf(node))) return false;
  return !(node.arguments ?? []).some((argument) => acquiresSomething(view, argument));
}

/** An instance of a class of the program that has begun nothing by all that this function asks of it: `await device.init()` fails before there is anything to release. */
function beginsNothing(view: View, node: ts.Node, fresh: Fresh, scope: FunctionWithBody, holders: ReadonlySet<string>): boolean {
  if (!opensNothing(view, node, fresh)) return false;
  const asked = directlyBelow(view.ts, scope.body, 'call').filter((call) => holders.has(methodCall(view.ts, call)?.object.getText() ?? ''));
  return asked.length > 0 && asked.every((call) => {
    const body = calleeBody(view, call);
    return body !== undefined && !acquiresSomething(view, body);
  });
}

/** A method, not the start, of an instance that somebody has already: what it keeps in a field can be released. */
function isInstanceMethod(view: View, scope: FunctionWithBody): boolean {
  return view.ts.isMethodDeclaration(scope) && view.ts.isClassLike(scope.parent) && !hasModifier(view.ts, scope, view.ts.SyntaxKind.StaticKeyword);
}

/** The fields and collections of the instance that a local resource is put in. */
function keptIn(effects: ReadonlyMap<ts.Node, readonly Effect[]>): string[] {
  return [...effects.values()].flat().flatMap((effect) => (effect.kind === 'transfer' && staysWithInstance(effect) ? [/(#?\w+)'$/.exec(effect.to)?.[1] ?? ''] : []));
}

/** Calls of the own teardown that release what is kept in one of the fields. */
function ownTeardownCalls(view: View, scope: FunctionWithBody, fields: readonly string[]): ts.Node[] {
  const owner = fields.length > 0 ? enclosingClass(view.ts, scope) : undefined;
  if (!owner || !fields.some((field) => fieldsReleasedBy(view, owner).has(field))) return [];
  const teardowns = new Set(teardownMembers(view, owner).map((member) => memberName(view.ts, member.name)));
  return directlyBelow(view.ts, scope.body, 'call').filter((node) => teardowns.has(fieldOfThis(view.ts, node.expression)));
}
