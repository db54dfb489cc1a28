import type ts from 'typescript';
import { keyByImport } from '../../analysis/contracts/by-import.ts';
import { calleeBody } from '../../analysis/contracts/calls.ts';
import { allDescendants, isAsync, methodCall, skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';

/** The signals that ask a process to end. */
const endingSignals: ReadonlySet<string> = new Set(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGBREAK']);

const registering: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'prependListener']);
const removing: ReadonlySet<string> = new Set(['off', 'removeListener', 'removeAllListeners']);

/** A listener of the process for signals that ask it to end. */
export interface SignalListener {
  readonly signals: readonly string[];
  readonly listener: ts.Expression;
}

/** What `process.on('SIGTERM', …)` listens for and with; nothing for any other node. */
export function signalListener(view: View, node: ts.Node): SignalListener | undefined {
  const method = methodCall(view.ts, node);
  const [event, listener] = method?.call.arguments ?? [];
  if (!method || !registering.has(method.name) || !event || !listener || !isProcess(method.object)) return undefined;
  const signals = signalsIn(view, event);
  return signals.length > 0 && signals.every((signal) => endingSignals.has(signal)) ? { signals, listener } : undefined;
}

/** `process`, or what a chain of its own methods returns. */
function isProcess(object: ts.Expression): boolean {
  return /^process(?:\s*\.(?:on|once|addListener)\([^]*\))?$/.test(object.getText());
}

/** The names that an expression stands for: a literal, or what a loop over literals takes in turn. */
function signalsIn(view: View, event: ts.Expression): readonly string[] {
  const { ts: typescript } = view;
  const value = skipTransparent(typescript, event);
  if (typescript.isStringLiteralLike(value)) return [value.text];
  const declaration = typescript.isIdentifier(value) ? view.types.symbolOf(value)?.valueDeclaration : undefined;
  const list = declaration && listOf(view, declaration);
  return list ? literalsOf(view, list) : [];
}

/** What a loop variable runs over: `for (const signal of list)`, `list.forEach((signal) => …)`. */
function listOf({ ts: typescript }: View, declaration: ts.Declaration): ts.Expression | undefined {
  if (typescript.isVariableDeclaration(declaration)) return typescript.isForOfStatement(declaration.parent.parent) ? declaration.parent.parent.expression : undefined;
  const method = typescript.isParameter(declaration) ? methodCall(typescript, declaration.parent.parent) : undefined;
  return method?.name === 'forEach' ? method.object : undefined;
}

function literalsOf(view: View, list: ts.Expression): readonly string[] {
  const { ts: typescript } = view;
  const value = skipTransparent(typescript, list);
  if (typescript.isArrayLiteralExpression(value)) return value.elements.map((element) => (typescript.isStringLiteralLike(element) ? element.text : ''));
  const declaration = typescript.isIdentifier(value) ? view.types.symbolOf(value)?.valueDeclaration : undefined;
  const isConstant = declaration && typescript.isVariableDeclaration(declaration) && declaration.initializer && (declaration.parent.flags & typescript.NodeFlags.Const) !== 0;
  return isConstant ? literalsOf(view, declaration.initializer!) : [];
}

/** The signals that an awaited expression waits for, and nothing else; empty when it waits for ever. */
export function signalsAwaited(view: View, awaited: ts.Expression): readonly string[] | undefined {
  const { ts: typescript } = view;
  const value = skipTransparent(typescript, awaited);
  if (typescript.isNewExpression(value)) return signalsOfPromise(view, value);
  if (!typescript.isCallExpression(value)) return undefined;
  if (keyByImport(view, value.expression) === 'node:events#once') return value.arguments[0]?.getText() === 'process' && value.arguments[1] ? namedSignals(signalsIn(view, value.arguments[1])) : undefined;
  if (value.expression.getText() === 'Promise.race') return signalsOfRace(view, value);
  return signalsOfFunction(view, value);
}

function namedSignals(signals: readonly string[]): readonly string[] | undefined {
  return signals.length > 0 && signals.every((signal) => endingSignals.has(signal)) ? signals : undefined;
}

function signalsOfRace(view: View, { arguments: [list] }: ts.CallExpression): readonly string[] | undefined {
  const parts = list && view.ts.isArrayLiteralExpression(list) ? list.elements.map((element) => signalsAwaited(view, element)) : [];
  return parts.length > 0 && parts.every((part) => part !== undefined && part.length > 0) ? [...new Set(parts.flatMap((part) => part ?? []))] : undefined;
}

/** A function of the program that does nothing but wait for a signal. */
function signalsOfFunction(view: View, call: ts.CallExpression): readonly string[] | undefined {
  const { ts: typescript } = view;
  const body = calleeBody(view, call);
  if (!body || body.asteriskToken || !body.getSourceFile().text.includes('SIG')) return undefined;
  return view.remember('signalsOfFunction', body, () => {
    const [only, ...more] = typescript.isBlock(body.body) ? body.body.statements : [];
    const result = typescript.isBlock(body.body) ? (only && more.length === 0 ? resultOf(view, only) : undefined) : body.body;
    const value = result && skipTransparent(typescript, result);
    return value && signalsAwaited(view, typescript.isAwaitExpression(value) && isAsync(typescript, body) ? value.expression : value);
  }, { bottom: undefined, unknown: undefined });
}

function resultOf({ ts: typescript }: View, statement: ts.Statement): ts.Expression | undefined {
  return typescript.isReturnStatement(statement) || typescript.isExpressionStatement(statement) ? statement.expression : undefined;
}

/** `new Promise((resolve) => process.once('SIGTERM', resolve))`; without any call it waits for ever. */
function signalsOfPromise(view: View, { expression, arguments: [executor, ...more] = [] as never }: ts.NewExpression): readonly string[] | undefined {
  const { ts: typescript } = view;
  if (expression.getText() !== 'Promise' || more.length > 0 || !executor || !(typescript.isArrowFunction(executor) || typescript.isFunctionExpression(executor))) return undefined;
  const resolve = executor.parameters[0]?.name.getText();
  const nodes = allDescendants(typescript, executor.body);
  const own = [executor.body as ts.Node, ...nodes];
  const calls = own.filter((node) => typescript.isCallExpression(node));
  const listeners = calls.flatMap((call) => signalListener(view, call) ?? []);
  if (own.some((node) => typescript.isAwaitExpression(node) || typescript.isNewExpression(node)) || !calls.every((call) => isPartOfWait(view, call, resolve, own))) return undefined;
  const isSettled = listeners.every(({ listener }) => resolve !== undefined && settles(view, listener, resolve, own));
  return isSettled ? [...new Set(listeners.flatMap(({ signals }) => signals))] : undefined;
}

/** Registering, removing, resolving, and the calls of what is declared within. */
function isPartOfWait(view: View, call: ts.CallExpression, resolve: string | undefined, own: readonly ts.Node[]): boolean {
  const callee = call.expression.getText();
  if (callee === resolve || signalListener(view, call)) return true;
  const method = methodCall(view.ts, call);
  if (method && isProcess(method.object)) return removing.has(method.name);
  if (method?.name === 'forEach') return view.ts.isArrayLiteralExpression(skipTransparent(view.ts, method.object));
  return declares(view, own, callee) !== undefined;
}

function settles(view: View, listener: ts.Expression, resolve: string, own: readonly ts.Node[]): boolean {
  if (listener.getText() === resolve) return true;
  const target = view.ts.isIdentifier(listener) ? declares(view, own, listener.text) : listener;
  return target !== undefined && allDescendants(view.ts, target).some((node) => view.ts.isCallExpression(node) && node.expression.getText() === resolve);
}

function declares({ ts: typescript }: View, own: readonly ts.Node[], name: string): ts.Node | undefined {
  return own.find((node) => (typescript.isVariableDeclaration(node) || typescript.isFunctionDeclaration(node)) && node.name?.getText() === name);
}
