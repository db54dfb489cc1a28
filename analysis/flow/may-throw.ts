import type ts from 'typescript';
import { calleeBody, calleeEntry } from '../contracts/calls.ts';
import { fallibleCalls, fallibleConstructors, harmlessCalls, harmlessMethods, harmlessTypes, neverRejecting } from '../contracts/may-throw-data.ts';
import type { Grade } from '../grade.ts';
import { isDefaultOfAll, executorThatResolves, isOnlyResolved, parsesAConstant } from './cannot-fail.ts';
import { directlyBelow } from '../nodes.ts';
import { nameKey, originsOf } from '../origin.ts';
import { isAsync, memberAccess, methodCall, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

const fallible = new Map(fallibleCalls.map((name) => [nameKey(name), true]));
const waiting = new Map(neverRejecting.map((name) => [nameKey(name), true]));

/**
 * Whether evaluating a node can throw (docs/clauses.md): awaits, fallible acquisitions, calls of program functions that throw, host calls
 * that do I/O or parse are certain; unknown calls are likely; listeners, setters, timers, collections and the console never.
 */
export function mayThrow(view: View, node: ts.Node): Grade | undefined {
  const { ts: typescript } = view;
  if (typescript.isAwaitExpression(node)) return mayReject(view, node.expression) ? 'certain' : undefined;
  if (typescript.isThrowStatement(node)) return isDefaultOfAll(view, node) ? undefined : 'certain';
  if (typescript.isForOfStatement(node)) return node.awaitModifier ? 'certain' : undefined;
  if (typescript.isCallExpression(node)) return view.remember('mayThrow', node, () => callMayThrow(view, node));
  if (typescript.isNewExpression(node)) return view.remember('mayThrow', node, () => newMayThrow(view, node));
  return undefined;
}

function mayReject(view: View, operand: ts.Expression): boolean {
  const value = skipTransparent(view.ts, operand);
  if (!view.ts.isCallExpression(value)) return !isOnlyResolved(view, value) && !isResolvingPromise(view, value);
  const method = methodCall(view.ts, value);
  if (method?.name === 'catch' && method.call.arguments.length > 0) return false;
  if (method?.name === 'then' && method.call.arguments.length > 1) return false;
  if (isSleep(value) || resolvesAlways(view, value)) return false;
  return calleeEntry(view, value, waiting) === undefined;
}

/** A function of the program that returns `new Promise((resolve) => …)`, whose executor takes no `reject` and does not throw. */
function resolvesAlways(view: View, call: ts.CallExpression): boolean {
  const body = calleeBody(view, call);
  return body !== undefined && view.remember('onlyResolves', body, () => returnsResolvingPromise(view, body), { bottom: false, unknown: false });
}

function returnsResolvingPromise(view: View, { body }: FunctionWithBody): boolean {
  const { ts: typescript } = view;
  const [only, more] = typescript.isBlock(body) ? body.statements : [];
  const value = typescript.isBlock(body) ? (only && !more && typescript.isReturnStatement(only) ? only.expression : undefined) : body;
  return value !== undefined && isResolvingPromise(view, value);
}

/** `new Promise((resolve) => …)`, whose executor does not throw. */
function isResolvingPromise(view: View, value: ts.Expression): boolean {
  const executor = executorThatResolves(view, value);
  return executor !== undefined && computeBodyThrows(view, executor) === undefined;
}

const sleeps: ReadonlySet<string> = new Set(['sleep', 'delay', 'wait', 'pause']);

function isSleep(call: ts.CallExpression): boolean {
  const name = call.expression.getText();
  return sleeps.has(name);
}

function callMayThrow(view: View, call: ts.CallExpression): Grade | undefined {
  const known = callThrows(view, call);
  if (known !== 'unknown') return known;
  const access = memberAccess(view.ts, skipTransparent(view.ts, call.expression));
  if (access && isHarmlessReceiver(view, access.object)) return undefined;
  return view.types.isThenable(view.types.typeOf(call)) ? undefined : 'likely';
}

/** What the callee tells by its name and body, without a type; `unknown` when these tell nothing. */
function callThrows(view: View, call: ts.CallExpression): Grade | 'unknown' | undefined {
  const { ts: typescript } = view;
  const callee = skipTransparent(typescript, call.expression);
  if (callee.kind === typescript.SyntaxKind.SuperKeyword || callee.kind === typescript.SyntaxKind.ImportKeyword) return undefined;
  const access = memberAccess(typescript, callee);
  if (access && harmlessMethods.has(access.name)) return undefined;
  if (!access && typescript.isIdentifier(callee) && harmlessCalls.has(callee.text)) return undefined;
  if (calleeEntry(view, call, fallible)) return 'certain';
  const body = calleeBody(view, call);
  if (body) return bodyThrows(view, body);
  return isSyncOfNode(view, access?.nameNode ?? callee) ? 'certain' : 'unknown';
}

function isHarmlessReceiver(view: View, object: ts.Expression): boolean {
  const type = view.types.valueTypeOf(object);
  const { TypeFlags } = view.ts;
  if (type.flags & (TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.BooleanLike | TypeFlags.BigIntLike)) return true;
  const symbol = view.types.symbolOfType(type);
  return symbol !== undefined && harmlessTypes.has(symbol.name) && originsOf(view, symbol).some((origin) => origin.from !== 'file');
}

/** Node's synchronous file and process functions. */
function isSyncOfNode(view: View, callee: ts.Node): boolean {
  if (!callee.getText().endsWith('Sync')) return false;
  const symbol = view.types.symbolOf(callee);
  return symbol !== undefined && originsOf(view, symbol).some((origin) => origin.from === 'package' && origin.package.startsWith('node:'));
}

function newMayThrow(view: View, node: ts.NewExpression): Grade | undefined {
  const name = node.expression.getText();
  const symbol = view.types.symbolOf(node.expression);
  const foreign = symbol !== undefined && originsOf(view, symbol).some((origin) => origin.from !== 'file');
  if (foreign && fallibleConstructors.has(name)) return parsesAConstant(view, node) ? undefined : 'certain';
  const body = calleeBody(view, node);
  return body && bodyThrows(view, body) ? (throwsItself(view, body) ? 'certain' : 'likely') : undefined;
}

/** A constructor checks what it is given, or parses; what fails only in a function that it calls is most often a check that its arguments pass. */
function throwsItself(view: View, { body }: FunctionWithBody): boolean {
  return directlyBelow(view.ts, body, 'throw').length > 0 || directlyBelow(view.ts, body, 'call').some((node) => {
    const callee = skipTransparent(view.ts, node.expression);
    return calleeEntry(view, node, fallible) !== undefined || isSyncOfNode(view, memberAccess(view.ts, callee)?.nameNode ?? callee);
  });
}

/** Whether calling a function of the program throws synchronously. An async one rejects instead, which its `await` accounts for. */
function bodyThrows(view: View, body: FunctionWithBody): Grade | undefined {
  if (isAsync(view.ts, body) || body.asteriskToken) return undefined;
  return view.remember('bodyThrows', body, () => computeBodyThrows(view, body), { bottom: undefined, unknown: undefined });
}

function computeBodyThrows(view: View, body: FunctionWithBody): Grade | undefined {
  const { ts: typescript } = view;
  const throws =
    directlyBelow(typescript, body.body, 'throw').some((node) => !isDefaultOfAll(view, node) && !isCaught(view, node, body)) ||
    directlyBelow(typescript, body.body, 'call').some((node) => callThrows(view, node) === 'certain' && !isCaught(view, node, body));
  return throws ? 'certain' : undefined;
}

/** Whether a `try` with a `catch` inside the same function stands around a node. */
function isCaught(view: View, node: ts.Node, body: ts.Node): boolean {
  for (let at = node; at !== body && at.parent; at = at.parent) {
    if (view.ts.isTryStatement(at.parent) && at.parent.tryBlock === at && at.parent.catchClause) return true;
  }
  return false;
}
