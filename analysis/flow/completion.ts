import type ts from 'typescript';
import { entryForType, catalogueOf } from '../contracts/lookup.ts';
import { below } from '../nodes.ts';
import { referencesIn } from '../ownership/references.ts';
import type { CompletionFate } from '../story.ts';
import { enclosingFunction, functionNameOf, isAsync, memberAccess, methodCall, outermost, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { isExitCallback } from './process-exit.ts';

const awaited: CompletionFate = { kind: 'awaited' };

/** Who waits for the promise that an expression makes. What is passed on to code out of sight counts as awaited. */
export function completionOf(view: View, expression: ts.Expression): CompletionFate {
  const { ts: typescript } = view;
  const value = outermost(typescript, expression);
  const { parent } = value;
  if (typescript.isAwaitExpression(parent)) return ofAwaitingFunction(view, parent);
  if (typescript.isExpressionStatement(parent)) return { kind: 'dropped', how: 'statement', at: value };
  if (typescript.isVoidExpression(parent)) return { kind: 'void', at: parent };
  if (typescript.isReturnStatement(parent) || (typescript.isArrowFunction(parent) && parent.body === value)) return ofReturned(view, parent);
  if (typescript.isBinaryExpression(parent)) return ofBinary(view, value, parent);
  if (typescript.isConditionalExpression(parent)) return parent.condition === value ? awaited : completionOf(view, parent);
  if (typescript.isPropertyAccessExpression(parent)) return ofChain(view, parent);
  if (typescript.isArrayLiteralExpression(parent) || typescript.isSpreadElement(parent)) return completionOf(view, parent as ts.Expression);
  if (typescript.isCallExpression(parent)) return isCombinator(view, parent) ? completionOf(view, parent) : awaited;
  if (typescript.isVariableDeclaration(parent) && typescript.isIdentifier(parent.name)) return ofVariable(view, parent.name, value);
  return awaited;
}

function ofBinary(view: View, value: ts.Expression, binary: ts.BinaryExpression): CompletionFate {
  const { SyntaxKind } = view.ts;
  const operator = binary.operatorToken.kind;
  if (operator === SyntaxKind.CommaToken) return binary.left === value ? { kind: 'dropped', how: 'statement', at: value } : completionOf(view, binary);
  if (operator === SyntaxKind.EqualsToken && binary.right === value) {
    const target = skipTransparent(view.ts, binary.left);
    return view.ts.isIdentifier(target) ? ofVariable(view, target, value) : awaited;
  }
  const passesOn = operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.BarBarToken || operator === SyntaxKind.QuestionQuestionToken;
  return passesOn ? completionOf(view, binary) : awaited;
}

/** `.then(…)`, `.catch(…)`, `.finally(…)`: the chain's own promise decides; a handler makes a dropped one handled. */
function ofChain(view: View, access: ts.PropertyAccessExpression): CompletionFate {
  const call = outermost(view.ts, access).parent;
  const { text } = access.name;
  if (!view.ts.isCallExpression(call) || !['then', 'catch', 'finally'].includes(text)) return awaited;
  if (call.arguments.some((argument) => isExitCallback(view, argument) || settlesPromise(view, argument))) return awaited;
  const fate = completionOf(view, call);
  if (fate.kind !== 'dropped' && fate.kind !== 'void' && fate.kind !== 'continued') return fate;
  const handles = (text === 'catch' && call.arguments.length > 0) || (text === 'then' && call.arguments.length > 1);
  if (handles) return { kind: 'handled', at: fate.at };
  return fate.kind === 'dropped' && call.arguments.length > 0 ? { kind: 'continued', at: fate.at } : fate;
}

/** `new Promise((resolve) => { service.start().then(resolve); })` */
function settlesPromise(view: View, argument: ts.Expression): boolean {
  const declaration = view.ts.isIdentifier(argument) ? view.types.symbolOf(argument)?.valueDeclaration : undefined;
  const maker = declaration && view.ts.isParameter(declaration) && view.ts.isExpression(declaration.parent) ? outermost(view.ts, declaration.parent).parent : undefined;
  return maker !== undefined && view.ts.isNewExpression(maker) && maker.expression.getText() === 'Promise';
}

function isCombinator(view: View, call: ts.CallExpression): boolean {
  const access = memberAccess(view.ts, call.expression);
  return access?.object.getText() === 'Promise' && ['all', 'allSettled', 'race', 'any', 'resolve'].includes(access.name);
}

/** Of several uses of one promise the most careful decides. */
const careful: readonly CompletionFate['kind'][] = ['awaited', 'handled', 'continued', 'ignored', 'void'];

/** A promise in a variable: awaited when any of its uses waits or passes it on. */
function ofVariable(view: View, name: ts.Identifier, value: ts.Expression): CompletionFate {
  const symbol = view.types.symbolOf(name);
  const declared = symbol?.valueDeclaration;
  if (!symbol || !declared) return awaited;
  const scope = enclosingFunction(view.ts, declared);
  if (enclosingFunction(view.ts, value) !== scope) return awaited;
  if (followed.has(symbol)) return { kind: 'dropped', how: 'variable', at: value };
  const fates = fatesOfUses(view, symbol, name, scope);
  return fates.filter((fate) => fate.kind !== 'dropped').sort((a, b) => careful.indexOf(a.kind) - careful.indexOf(b.kind))[0] ?? { kind: 'dropped', how: 'variable', at: value };
}

/** The variables that are being followed: what is put back in one of them, `all = [...all, next]`, is not passed on. */
const followed = new Set<ts.Symbol>();

function fatesOfUses(view: View, symbol: ts.Symbol, name: ts.Identifier, scope: ts.Node): CompletionFate[] {
  const uses = referencesIn(view, symbol, scope).filter((reference) => reference !== name && !isTarget(view, reference));
  followed.add(symbol);
  try {
    return uses.map((use) => completionOf(view, use));
  } finally {
    followed.delete(symbol);
  }
}

function isTarget(view: View, reference: ts.Identifier): boolean {
  return view.ts.isBinaryExpression(reference.parent) && reference.parent.left === reference && reference.parent.operatorToken.kind === view.ts.SyntaxKind.EqualsToken;
}

/** Awaited inside an async callback whose own promise an array method or a synchronous stack drops. */
function ofAwaitingFunction(view: View, node: ts.Node): CompletionFate {
  const callback = enclosingFunction(view.ts, node);
  if (!(view.ts.isArrowFunction(callback) || view.ts.isFunctionExpression(callback)) || !isAsync(view.ts, callback)) return awaited;
  const host = hostOf(view, callback);
  if (!host) return awaited;
  return isArrayMethod(host.name) ? ofArrayMethod(view, host) : (ofSyncStack(view, host) ?? awaited);
}

/** A promise that a function returns: its host decides when the function is a callback. */
function ofReturned(view: View, node: ts.Node): CompletionFate {
  const callback = view.ts.isArrowFunction(node) ? node : enclosingFunction(view.ts, node);
  if (functionNameOf(view.ts, callback) === 'Symbol.dispose') return { kind: 'ignored', by: '[Symbol.dispose]()', at: node, proven: true };
  if (!(view.ts.isArrowFunction(callback) || view.ts.isFunctionExpression(callback))) return awaited;
  const host = hostOf(view, callback);
  if (!host) return awaited;
  if (isArrayMethod(host.name)) return ofArrayMethod(view, host);
  return ofHost(view, host);
}

/** A function that is handed on as a value and returns a promise: its host decides. */
export function completionOfHandedOn(view: View, callback: ts.Expression): CompletionFate {
  const host = hostOf(view, callback);
  return host && host.name !== '()' && !isArrayMethod(host.name) ? ofHost(view, host) : awaited;
}

interface Host {
  call: ts.CallExpression;
  name: string;
  object: ts.Expression | undefined;
}

/** The call that a callback is handed to. */
function hostOf(view: View, callback: ts.Expression): Host | undefined {
  const value = outermost(view.ts, callback);
  const call = value.parent;
  if (!view.ts.isCallExpression(call)) return undefined;
  if (call.expression === value) return { call, name: '()', object: undefined };
  const access = memberAccess(view.ts, call.expression);
  return { call, name: access?.name ?? call.expression.getText(), object: access?.object };
}

const isArrayMethod = (name: string): boolean => name === 'forEach' || name === 'map' || name === 'flatMap';

function ofArrayMethod(view: View, host: Host): CompletionFate {
  if (host.name === 'forEach') return { kind: 'dropped', how: 'forEach', at: host.call };
  const fate = completionOf(view, host.call);
  return fate.kind === 'dropped' && fate.how === 'statement' ? { kind: 'dropped', how: 'map', at: host.call } : fate;
}

const timers: ReadonlySet<string> = new Set(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame', 'process.nextTick']);

function ofHost(view: View, host: Host): CompletionFate {
  const { call, name, object } = host;
  if (name === '()' || (object && ['then', 'catch', 'finally'].includes(name) && view.types.isThenable(view.types.typeOf(object)))) return completionOf(view, call);
  const ofStack = ofSyncStack(view, host);
  if (ofStack) return ofStack;
  if (timers.has(call.expression.getText())) return { kind: 'ignored', by: name, at: call, proven: false };
  if (object && listensWith(view, object, name)) return { kind: 'ignored', by: `${object.getText()}.${name}`, at: call, proven: false };
  return awaited;
}

function ofSyncStack(view: View, { call, name, object }: Host): CompletionFate | undefined {
  if (!object || (name !== 'defer' && name !== 'adopt') || typeName(view, object) !== 'DisposableStack') return undefined;
  return { kind: 'ignored', by: 'DisposableStack', at: call, proven: true };
}

function listensWith(view: View, object: ts.Expression, name: string): boolean {
  if (!['on', 'once', 'addListener', 'prependListener', 'addEventListener'].includes(name)) return false;
  return entryForType(view, catalogueOf(view).listeners, view.types.valueTypeOf(object)) !== undefined;
}

function typeName(view: View, node: ts.Expression): string | undefined {
  return view.types.symbolOfType(view.types.valueTypeOf(node))?.name;
}

/** Whether somebody waits for the end of a release that tells it by callback or event. */
export function callbackCompletion(view: View, call: ts.CallExpression, object: ts.Expression, event: string | undefined): CompletionFate {
  const { ts: typescript } = view;
  const scope = enclosingFunction(typescript, call);
  const text = object.getText();
  if (event !== undefined && below(typescript, scope, 'call').some((node) => listensFor(view, node, text, event))) return awaited;
  if (call.arguments.some((argument) => isFunctionValue(view, argument))) return { kind: 'called back', at: call };
  return { kind: 'dropped', how: 'callback without completion', at: call };
}

function isFunctionValue(view: View, node: ts.Expression): boolean {
  return view.types.typeOf(node).getCallSignatures().length > 0;
}

/** `once(server, 'close')`, `pEvent(server, 'close')`, `finished(stream)`, `server.once('close', …)`. */
function listensFor(view: View, node: ts.Node, object: string, event: string): boolean {
  const { ts: typescript } = view;
  if (!typescript.isCallExpression(node)) return false;
  const method = methodCall(typescript, node);
  const [first, second] = node.arguments;
  if (method && ['on', 'once', 'addListener'].includes(method.name) && method.object.getText() === object) return first !== undefined && typescript.isStringLiteralLike(first) && first.text === event;
  const callee = node.expression.getText().split('.').at(-1) ?? '';
  if (!['once', 'pEvent', 'finished', 'pipeline'].includes(callee) || first?.getText() !== object) return false;
  return (callee !== 'once' && callee !== 'pEvent') || (second !== undefined && typescript.isStringLiteralLike(second) && second.text === event);
}
