import type ts from 'typescript';
import { acquiredBy, calleeBody, sinksOf, startedBy } from './contracts/calls.ts';
import { acquiresSomething, listenedBy } from './contracts/touches.ts';
import { completionOf } from './flow/completion.ts';
import type { Grade } from './grade.ts';
import { receiverOwnership } from './ownership/receiver.ts';
import { teardownMembers } from './ownership/teardown.ts';
import type { ConstructionWork, Step } from './story.ts';
import { allDescendants, descendants, fieldOfThis, hasBody, hasModifier, isAsync, isThis, isWithin, memberAccess, memberName, methodCall, nameOf, outermost, skipTransparent, type FunctionWithBody } from './syntax.ts';
import type { View } from './view.ts';

/** A start found on the way through what a constructor runs synchronously. */
interface Found {
  what: string;
  kind: ConstructionWork['kind'];
  grade: Grade;
  chain: readonly Step[];
}

const mostNested = 6;

/** The work that begins while an instance of a class is constructed (rules.md, rule 1), one entry per expression that leads to it. */
export function constructionWorkOf(view: View, owner: ts.ClassLikeDeclaration): readonly ConstructionWork[] {
  const works: ConstructionWork[] = [];
  for (const root of constructionRoots(view, owner)) {
    for (const { at, found } of walk(view, owner, root)) works.push({ ...found, at });
  }
  return works;
}

function constructionRoots(view: View, owner: ts.ClassLikeDeclaration): ts.Node[] {
  const { ts: typescript } = view;
  return owner.members.flatMap((member): ts.Node[] => {
    if (typescript.isConstructorDeclaration(member)) return member.body ? [member.body] : [];
    if (!typescript.isPropertyDeclaration(member) || !member.initializer) return [];
    return hasModifier(typescript, member, typescript.SyntaxKind.StaticKeyword) || typescript.isFunctionLike(skipTransparent(typescript, member.initializer)) ? [] : [member.initializer];
  });
}

/** The starts below a constructor-level node, each with the expression that leads to it. */
function* walk(view: View, owner: ts.ClassLikeDeclaration, root: ts.Node): Generator<{ at: ts.Expression; found: Found }> {
  for (const node of synchronous(view, root)) {
    const found = workAt(view, owner, node, [], new Set());
    if (found) yield { at: node as ts.Expression, found };
  }
}

/** What runs when a node is evaluated: nested functions only where they are called at once. */
function* synchronous(view: View, root: ts.Node): Generator<ts.Node> {
  const { ts: typescript } = view;
  if (typescript.isCallExpression(root) || typescript.isNewExpression(root)) yield root;
  for (const node of descendants(typescript, root, (nested) => runsAtOnce(view, nested))) yield node;
}

const arrayMethods: ReadonlySet<string> = new Set(['forEach', 'map', 'flatMap', 'filter', 'some', 'every', 'find', 'reduce', 'from']);

/** Callbacks of array methods and promise executors; immediately invoked functions are followed as calls. */
function runsAtOnce(view: View, nested: ts.Node): boolean {
  const { ts: typescript } = view;
  if (!typescript.isArrowFunction(nested) && !typescript.isFunctionExpression(nested)) return false;
  const call = outermost(typescript, nested).parent;
  if (typescript.isNewExpression(call)) return call.expression.getText() === 'Promise';
  if (!typescript.isCallExpression(call) || call.expression === outermost(typescript, nested)) return false;
  return arrayMethods.has(memberAccess(typescript, call.expression)?.name ?? '') && !isAsync(typescript, nested);
}

function workAt(view: View, owner: ts.ClassLikeDeclaration, node: ts.Node, chain: readonly Step[], seen: Set<ts.Node>): Found | undefined {
  const { ts: typescript } = view;
  if (typescript.isNewExpression(node)) return eagerWork(view, node, chain);
  if (!typescript.isCallExpression(node)) return undefined;
  return (
    timerWork(view, node, chain) ??
    microtaskWork(view, node, chain) ??
    eagerWork(view, node, chain) ??
    listenerWork(view, owner, node, chain) ??
    calledWork(view, owner, node, chain, seen) ??
    startWork(view, node, chain) ??
    promiseWork(view, owner, node, chain)
  );
}

const idleKinds: ReadonlySet<string> = new Set(['handle', 'stream', 'listener', 'lock', 'container']);

/** A process, thread, socket or watcher created, or a client that connects when it is constructed. */
function eagerWork(view: View, node: ts.NewExpression | ts.CallExpression, chain: readonly Step[]): Found | undefined {
  const acquired = acquiredBy(view, node);
  if (!acquired || acquired.begins !== 'eager' || acquired.contract.oneShot) return undefined;
  const { contract } = acquired;
  if (contract.type.from === 'file' || idleKinds.has(contract.kind)) return undefined;
  if (contract.kind === 'subscription') return undefined;
  const kind = contract.kind === 'timer' ? 'timer' : contract.kind === 'process' || contract.kind === 'worker' ? 'process' : 'eager client';
  return { what: callText(node), kind, grade: acquired.grade, chain };
}

/** A one-shot timer whose callback uses `this` (not in a promise executor, not with a delay of zero). */
function timerWork(view: View, call: ts.CallExpression, chain: readonly Step[]): Found | undefined {
  if (call.expression.getText().replace(/^(globalThis|window)\./, '') !== 'setTimeout') return undefined;
  const [callback, delay] = call.arguments;
  if (!callback || !delay || delay.getText() === '0' || !usesThis(view, callback) || isInExecutor(view, call)) return undefined;
  return { what: callText(call), kind: 'timer', grade: 'certain', chain };
}

function isInExecutor(view: View, node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    if (view.ts.isNewExpression(at.parent) && at.parent.expression.getText() === 'Promise') return true;
    if (view.ts.isClassLike(at)) return false;
  }
  return false;
}

function microtaskWork(view: View, call: ts.CallExpression, chain: readonly Step[]): Found | undefined {
  const text = call.expression.getText();
  const isMicrotask = text === 'queueMicrotask' || text === 'process.nextTick' || text === 'Promise.resolve().then';
  const [callback] = call.arguments;
  if (!isMicrotask || !callback || !usesThis(view, callback)) return undefined;
  return { what: callText(call), kind: 'microtask', grade: onlyEmits(view, callback) ? 'likely' : 'certain', chain };
}

function usesThis(view: View, node: ts.Node): boolean {
  if (isThis(view.ts, node)) return true;
  return view.ts.forEachChild(node, (child) => usesThis(view, child) || undefined) ?? false;
}

function onlyEmits(view: View, callback: ts.Node): boolean {
  const calls = [...allDescendants(view.ts, callback)].filter(view.ts.isCallExpression);
  return calls.length > 0 && calls.every((call) => /^(emit|dispatchEvent)$/.test(methodCall(view.ts, call)?.name ?? ''));
}

/** A listener on, or a subscription to, something the instance did not create. */
function listenerWork(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression, chain: readonly Step[]): Found | undefined {
  const receiver = listenedBy(view, call) ?? subscribedBy(view, call);
  if (!receiver || isHandedToSink(view, call)) return undefined;
  const ownership = receiverOwnership(view, owner, receiver);
  if (ownership === 'own' || ownership === 'unknown') return undefined;
  return { what: callText(call), kind: 'listener', grade: ownership === 'made by a static factory' ? 'likely' : 'certain', chain };
}

function subscribedBy(view: View, call: ts.CallExpression): ts.Expression | undefined {
  const acquired = acquiredBy(view, call);
  return acquired?.contract.kind === 'subscription' ? memberAccess(view.ts, call.expression)?.object : undefined;
}

const ownershipSinks = /^(_?register|autoDispose|track|addDisposable|takeUntil.*)$/i;

/** `this._register(bus.on(…))`, `this.#subscriptions.push(…)`, `{ signal: this.#abort.signal }`. */
function isHandedToSink(view: View, call: ts.CallExpression): boolean {
  const { ts: typescript } = view;
  if (call.arguments.some((argument) => typescript.isObjectLiteralExpression(argument) && argument.properties.some((property) => property.name?.getText() === 'signal'))) return true;
  const { parent } = outermost(typescript, call);
  if (!typescript.isCallExpression(parent)) return false;
  if (sinksOf(view, parent).length > 0) return true;
  const method = methodCall(typescript, parent);
  if (method) return ownershipSinks.test(method.name) || (['push', 'add', 'use', 'adopt'].includes(method.name) && usesThis(view, method.object));
  return ownershipSinks.test(parent.expression.getText());
}

/** A function of the program that is called synchronously: what it starts, the constructor starts. */
function calledWork(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression, chain: readonly Step[], seen: Set<ts.Node>): Found | undefined {
  const body = calleeBody(view, call);
  if (!body || seen.has(body) || chain.length >= mostNested || view.ts.isConstructorDeclaration(body)) return undefined;
  if (call.expression.kind === view.ts.SyntaxKind.SuperKeyword) return undefined;
  const step: Step = { start: call.getStart(), end: call.end, note: `${callText(call)} is called`, ...(call.getSourceFile() === owner.getSourceFile() ? {} : { file: call.getSourceFile() }) };
  const within = new Set(seen).add(body);
  if (isAsync(view.ts, body)) return asyncWork(view, owner, call, body, [...chain, step]);
  if (!view.ts.isBlock(body.body)) return undefined;
  for (const node of synchronous(view, body.body)) {
    const found = workAt(view, owner, node, [...chain, step], within);
    if (found) return found;
  }
  return undefined;
}

/** The promise of an async function of the program, unless the function does nothing asynchronous. */
function asyncWork(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression, body: FunctionWithBody, chain: readonly Step[]): Found | undefined {
  if (!doesSomethingAsync(view, body, 0)) return undefined;
  const grade = gradeOfDroppedPromise(view, owner, call);
  return grade && { what: callText(call), kind: 'promise', grade, chain: chain.slice(0, -1) };
}

function doesSomethingAsync(view: View, body: FunctionWithBody, depth: number): boolean {
  const { ts: typescript } = view;
  for (const node of descendants(typescript, body.body)) {
    if (typescript.isForOfStatement(node) && node.awaitModifier) return true;
    if (typescript.isAwaitExpression(node) && waits(view, node.expression, depth)) return true;
    if (typescript.isReturnStatement(node) && node.expression && typescript.isCallExpression(node.expression) && view.types.isThenable(view.types.typeOf(node.expression)) && waits(view, node.expression, depth)) return true;
  }
  return acquiresSomething(view, body);
}

function waits(view: View, operand: ts.Expression, depth: number): boolean {
  const value = skipTransparent(view.ts, operand);
  if (!view.ts.isCallExpression(value)) return view.types.isThenable(view.types.typeOf(value));
  const inner = calleeBody(view, value);
  if (inner && isAsync(view.ts, inner) && depth < mostNested) return doesSomethingAsync(view, inner, depth + 1);
  return view.types.isThenable(view.types.typeOf(value));
}

function startWork(view: View, call: ts.CallExpression, chain: readonly Step[]): Found | undefined {
  const started = startedBy(view, call);
  return started && { what: callText(call), kind: 'start', grade: started.grade, chain };
}

/** A promise of code outside the program that nobody awaits. */
function promiseWork(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression, chain: readonly Step[]): Found | undefined {
  if (calleeBody(view, call) || isPromiseFactory(call) || isChain(view, call) || !mayBeDropped(view, call)) return undefined;
  if (!view.types.isThenable(view.types.typeOf(call))) return undefined;
  const grade = gradeOfDroppedPromise(view, owner, call);
  return grade && { what: callText(call), kind: 'promise', grade, chain };
}

function isPromiseFactory(call: ts.CallExpression): boolean {
  return /^Promise\.(resolve|reject)$/.test(call.expression.getText());
}

/** `.then(…)` of a promise that is judged by itself. */
function isChain(view: View, call: ts.CallExpression): boolean {
  const method = methodCall(view.ts, call);
  return method !== undefined && ['then', 'catch', 'finally'].includes(method.name);
}

/** Cheap test before the type is asked for: only statements, `void`, chains and assignments to fields can drop a promise. */
function mayBeDropped(view: View, call: ts.CallExpression): boolean {
  const { ts: typescript } = view;
  const { parent } = outermost(typescript, call);
  if (typescript.isExpressionStatement(parent) || typescript.isVoidExpression(parent) || typescript.isPropertyDeclaration(parent)) return true;
  if (typescript.isPropertyAccessExpression(parent)) return ['then', 'catch', 'finally'].includes(parent.name.text);
  return typescript.isBinaryExpression(parent) && fieldOfThis(typescript, parent.left) !== undefined;
}

function gradeOfDroppedPromise(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression): Grade | undefined {
  const kept = keptInField(view, call);
  if (kept) return gradeOfKeptPromise(view, owner, kept);
  const fate = completionOf(view, call);
  return fate.kind === 'dropped' || fate.kind === 'void' || fate.kind === 'handled' ? 'certain' : undefined;
}

/** The field that a promise, or a chain on it, is assigned to. */
function keptInField(view: View, call: ts.CallExpression): { name: string; at: ts.Node } | undefined {
  const { ts: typescript } = view;
  let value: ts.Expression = outermost(typescript, call);
  for (let access = value.parent; typescript.isPropertyAccessExpression(access) && typescript.isCallExpression(access.parent); access = value.parent) value = outermost(typescript, access.parent);
  const { parent } = value;
  if (typescript.isPropertyDeclaration(parent)) return { name: memberName(typescript, parent.name) ?? '', at: parent };
  if (!typescript.isBinaryExpression(parent) || parent.right !== value) return undefined;
  const name = fieldOfThis(typescript, parent.left);
  return name === undefined ? undefined : { name, at: parent };
}

/** Awaited by the methods that need it, or handed out: likely. Never awaited, or by the teardown alone (a background loop): proven. */
function gradeOfKeptPromise(view: View, owner: ts.ClassLikeDeclaration, kept: { name: string; at: ts.Node }): Grade {
  const teardowns = teardownMembers(view, owner);
  const field = owner.members.find((member) => memberName(view.ts, member.name) === kept.name);
  if (field && isPublic(view, field)) return 'likely';
  for (const member of owner.members) {
    if (teardowns.includes(member) || !hasBody(member)) continue;
    for (const node of allDescendants(view.ts, member)) {
      if (fieldOfThis(view.ts, node as ts.Expression) === kept.name && !isWithin(node, kept.at)) return 'likely';
    }
  }
  return 'certain';
}

function isPublic(view: View, member: ts.ClassElement): boolean {
  const { SyntaxKind } = view.ts;
  if (member.name && view.ts.isPrivateIdentifier(member.name)) return false;
  return !hasModifier(view.ts, member, SyntaxKind.PrivateKeyword) && !hasModifier(view.ts, member, SyntaxKind.ProtectedKeyword);
}

function callText(node: ts.NewExpression | ts.CallExpression): string {
  return `${/^new\b/.test(node.getText()) ? 'new ' : ''}${nameOf(node.expression)}()`;
}
