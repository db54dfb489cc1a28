import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import { lineage } from '../contracts/lookup.ts';
import { acquiresSomething } from '../contracts/touches.ts';
import { completionOf } from '../flow/completion.ts';
import type { Grade } from '../grade.ts';
import { catchesAll } from '../flow/failures.ts';
import { loops } from '../ownership/background-tasks.ts';
import { referencesIn } from '../ownership/references.ts';
import { isRepeated } from '../ownership/repeated.ts';
import { isStartVerb } from '../ownership/start-code.ts';
import { teardownMembers } from '../ownership/teardown.ts';
import { below, directlyBelow } from '../nodes.ts';
import { enclosingClass, enclosingFunction, fieldOfThis, hasBody, hasModifier, isAsync, isWithin, memberAccess, memberName, methodCall, outermost, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Frame } from './frame.ts';
import { comesTo, courseOf } from './goes-on.ts';
import { chains, combinators, isPassedOn, isThenable, isWork, makesForeignPromise } from './makes-promise.ts';
import { loopsUntilTold } from './loops-until-told.ts';
import { hasNothingToDo } from './nothing-to-do.ts';
import { isHandledForGood, isOutcomeHandedOn } from './outcome.ts';
import { readsToEnd } from './reads-to-end.ts';
import { callbackMethod, isPromise, runAtOnce } from './runs-at-once.ts';
import { settlesAtOnce } from './settles-at-once.ts';
import type { Work } from './work.ts';

/** The promise of a function of the program, unless the function does nothing asynchronous. */
export function programPromiseWork(view: View, frame: Frame, call: ts.CallExpression, body: FunctionWithBody): Work | undefined {
  const grade = gradeOfUnawaited(view, frame, call);
  if (!grade || !(isAsync(view.ts, body) || isThenable(view, call)) || !doesSomethingAsync(view, body) || hasNothingToDo(view, frame, body)) return undefined;
  const isSure = !settlesAtOnce(view, body) && !isSettledPieceOfWork(view, frame, call, body) && !isOutcomeHandedOn(view, call) && courseOf(view, body) === 'goes on';
  return { kind: 'promise', grade: isSure ? asSureAs(view, frame, call, grade) : 'likely' };
}

/** One piece of work, neither a loop but over what it reads, nor a start, nor anything that has to be released or that others read, whose failure somebody handles. */
function isSettledPieceOfWork(view: View, { owner }: Frame, call: ts.CallExpression, body: FunctionWithBody): boolean {
  const name = fieldOfThis(view.ts, call.expression);
  const isHandled = completionOf(view, call).kind === 'handled' || (catchesAll(view, body) && !setsWhatOthersRead(view, body) && !isStartVerb(view, name));
  if (!isHandled || connects.has(name ?? '') || (owner && isRepeated(view, owner, call))) return false;
  return (readsToEnd(view, body) || (!loops(view, body) && !loopsUntilTold(view, body))) && !acquiresSomething(view, body);
}

/** What is there when these are done has to be closed, whoever hears of their failure. */
const connects: ReadonlySet<string> = new Set(['connect', 'listen']);

/** `this.onRaspberryPi = await exists('/usr/bin/vcgencmd')`, where the field is public: whoever has the instance reads it too early. */
function setsWhatOthersRead(view: View, body: FunctionWithBody): boolean {
  const { ts: typescript } = view;
  const owner = enclosingClass(typescript, body);
  return directlyBelow(typescript, body.body, 'await').length > 0 && directlyBelow(typescript, body.body, 'binary').some((node) => {
    const name = node.operatorToken.kind === typescript.SyntaxKind.EqualsToken ? fieldOfThis(typescript, node.left) : undefined;
    const field = name === undefined ? undefined : owner?.members.find((member) => typescript.isPropertyDeclaration(member) && memberName(typescript, member.name) === name);
    return field !== undefined && isPublic(view, field);
  });
}

/** A promise of code outside the program that nobody awaits. */
export function foreignPromiseWork(view: View, frame: Frame, call: ts.CallExpression): Work | undefined {
  const grade = gradeOfUnawaited(view, frame, call);
  return grade && makesForeignPromise(view, call) ? { kind: 'promise', grade: !isPromiseOfHost(view, call) || isHandledForGood(view, call) || isOutcomeHandedOn(view, call) ? 'likely' : asSureAs(view, frame, call, grade) } : undefined;
}

/** A `Promise`, or what extends it. What only has a `then`, such as a query or a plugin that is queued, may begin nothing before that is asked, and may tell its failure elsewhere. */
function isPromiseOfHost(view: View, call: ts.CallExpression): boolean {
  return lineage(view, view.types.typeOf(call)).some((type) => view.types.symbolOfType(type)?.name === 'Promise');
}

/** How sure it is that nobody waits for a promise; nothing when somebody does. */
function gradeOfUnawaited(view: View, frame: Frame, call: ts.CallExpression): Grade | undefined {
  return gradeOfKept(view, frame, call) ?? gradeOfDropped(view, call);
}

/** What can be told to stop, or only waits, is less sure to be work of its own, and so is what the constructor may not come to. */
function asSureAs(view: View, frame: Frame, call: ts.CallExpression, grade: Grade): Grade {
  return waitsForOthers(view, call) || logs(view, call) || takesSignal(view, call) || !isSurelyRun(view, frame, call) ? 'likely' : grade;
}

/** Whether an instance of which nobody knows more comes to a call: no condition on the way asks what is not known of it. */
function isSurelyRun(view: View, { entered }: Frame, call: ts.CallExpression): boolean {
  const around = enclosingFunction(view.ts, call);
  if (hasBody(around) && comesTo(view, around, call) !== 'goes on') return false;
  return !entered || isSurelyRun(view, entered.from, entered.call);
}

/** `this.logger.debug('…')`: what is told to a log may take its time, and whoever writes the log answers for its failures. */
function logs(view: View, call: ts.CallExpression): boolean {
  const method = methodCall(view.ts, call);
  return method !== undefined && /^(log|trace|debug|verbose|info|warn|error|fatal)$/.test(method.name) && /log(ger)?$/i.test(view.types.symbolOfType(view.types.valueTypeOf(method.object))?.name ?? '');
}

/** `waitUntilReady()`, `whenOpen()`: by its name it begins nothing, it tells when what others began is done. */
function waitsForOthers(view: View, call: ts.CallExpression): boolean {
  return /^(wait|when|until)([A-Z]|$)/.test(memberAccess(view.ts, call.expression)?.name ?? call.expression.getText());
}

function gradeOfDropped(view: View, call: ts.CallExpression): Grade | undefined {
  if (callbackMethod(view, call) === 'forEach') return 'certain';
  const { kind } = completionOf(view, call);
  return kind === 'awaited' || kind === 'ignored' ? undefined : 'certain';
}

/** A loop that is given an `AbortSignal` can be stopped. */
function takesSignal(view: View, call: ts.CallExpression): boolean {
  return call.arguments.some((argument) => view.types.symbolOfType(view.types.valueTypeOf(argument))?.name === 'AbortSignal');
}

/** The grade of a promise that is kept in a field; nothing for one that is not kept. */
export function gradeOfKept(view: View, frame: Frame, call: ts.CallExpression): Grade | undefined {
  const kept = keptInField(view, call);
  const owner = kept && (enclosingClass(view.ts, call) ?? frame.owner);
  return owner && gradeOfField(view, owner, kept);
}

interface Kept {
  name: string;
  at: ts.Node;
}

/** The field that a promise, or a chain on it, is assigned or added to, at once or by way of a variable. */
export function keptInField(view: View, call: ts.CallExpression): Kept | undefined {
  const { value } = endOfChain(view, call);
  return keeping(view, value) ?? variableUses(view, value).map((use) => keeping(view, outermost(view.ts, use))).find((kept) => kept !== undefined);
}

function variableUses(view: View, value: ts.Expression): readonly ts.Identifier[] {
  const { parent } = value;
  const symbol = view.ts.isVariableDeclaration(parent) ? view.types.symbolOf(parent.name) : undefined;
  return symbol ? referencesIn(view, symbol, enclosingFunction(view.ts, parent)) : [];
}

/** `this.loop = value`, `loop = value` in the class, `this.loops.push(value)` */
function keeping(view: View, value: ts.Expression): Kept | undefined {
  const { ts: typescript } = view;
  const { parent } = value;
  if (typescript.isPropertyDeclaration(parent)) return { name: memberName(typescript, parent.name) ?? '', at: parent };
  const collector = methodCall(typescript, parent);
  const assigned = typescript.isBinaryExpression(parent) && parent.right === value ? parent.left : undefined;
  const target = collector && collectors.has(collector.name) ? collector.object : assigned;
  const name = target && fieldOfThis(typescript, target);
  return name === undefined ? undefined : { name, at: parent };
}

const collectors: ReadonlySet<string> = new Set(['push', 'unshift', 'add']);

/** The value that a promise has in the end: through chains, through `map` and through `Promise.all`. */
function endOfChain(view: View, call: ts.CallExpression): { value: ts.Expression; parent: ts.Node } {
  const value = outermost(view.ts, call);
  const next = nextOfChain(view, value);
  return next ? endOfChain(view, next) : { value, parent: value.parent };
}

function nextOfChain(view: View, value: ts.Expression): ts.CallExpression | undefined {
  const { ts: typescript } = view;
  const { parent } = value;
  if (typescript.isPropertyAccessExpression(parent)) return chains.has(parent.name.text) && typescript.isCallExpression(parent.parent) ? parent.parent : undefined;
  const host = typescript.isArrayLiteralExpression(parent) || typescript.isArrowFunction(parent) ? parent.parent : parent;
  if (!typescript.isCallExpression(host)) return undefined;
  return combinators.test(host.expression.getText()) || callbackMethod(view, host) === 'map' ? host : undefined;
}

/** Awaited by the methods that need it, or handed out: likely. Never awaited, or by the teardown alone (a background loop): proven. */
function gradeOfField(view: View, owner: ts.ClassLikeDeclaration, kept: { name: string; at: ts.Node }): Grade {
  const teardowns = teardownMembers(view, owner);
  const field = owner.members.find((member) => memberName(view.ts, member.name) === kept.name);
  if (field && isPublic(view, field)) return 'likely';
  const users = owner.members.filter((member) => !teardowns.includes(member) && hasBody(member));
  const isUsed = users.some((member) => below(view.ts, member, 'access').some((node) => fieldOfThis(view.ts, node) === kept.name && !isWithin(node, kept.at)));
  return isUsed ? 'likely' : 'certain';
}

function isPublic(view: View, member: ts.ClassElement): boolean {
  const { SyntaxKind } = view.ts;
  if (member.name && view.ts.isPrivateIdentifier(member.name)) return false;
  return !hasModifier(view.ts, member, SyntaxKind.PrivateKeyword) && !hasModifier(view.ts, member, SyntaxKind.ProtectedKeyword);
}

/** Whether running a function begins something that goes on after it has returned. */
export function doesSomethingAsync(view: View, body: FunctionWithBody): boolean {
  return view.remember('doesSomethingAsync', body, () => acquiresSomething(view, body) || runAtOnce(view, body.body, 'call', 'new', 'await', 'forOf').some((node) => goesOn(view, node)), { bottom: false, unknown: false });
}

function goesOn(view: View, node: ts.Node): boolean {
  const { ts: typescript } = view;
  if (typescript.isForOfStatement(node)) return node.awaitModifier !== undefined;
  if (typescript.isAwaitExpression(node)) return waitsForValue(view, skipTransparent(typescript, node.expression));
  if (typescript.isNewExpression(node)) return isPromise(node) && isWork(view, node);
  if (!typescript.isCallExpression(node) || isPassedOn(view, node)) return false;
  const body = calleeBody(view, node);
  return body ? doesSomethingAsync(view, body) : isThenable(view, node);
}

/** A promise that is waited for and that no call of this function makes. */
function waitsForValue(view: View, value: ts.Expression): boolean {
  return !view.ts.isCallExpression(value) && !view.ts.isNewExpression(value) && isThenable(view, value);
}
