import type ts from 'typescript';
import { keyByImport } from '../contracts/by-import.ts';
import { bodyOf, calleeBody } from '../contracts/calls.ts';
import { descendants, directlyBelow } from '../nodes.ts';
import { isAsync, memberAccess, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

/** Whether evaluating a node ends the process: `process.exit()`, `process.abort()`, a signal to itself, or a function of the program that begins and ends with it. */
export function endsProcess(view: View, node: ts.Node): boolean {
  if (!view.ts.isCallExpression(node)) return false;
  if (isExit(view, node.expression) || isSelfKill(view, node)) return true;
  const body = calleeBody(view, node);
  return body !== undefined && view.remember('alwaysExits', body, () => alwaysExits(view, body), { bottom: false, unknown: false });
}

const exits: ReadonlySet<string> = new Set(['exit', 'abort']);
const exitKeys: ReadonlySet<string> = new Set(['node:process#exit', 'node:process#abort']);

/** `process.exit`, or `exit` as it is imported from node:process. */
function isExit(view: View, callee: ts.Expression): boolean {
  const called = skipTransparent(view.ts, callee);
  const access = memberAccess(view.ts, called);
  if (access && !exits.has(access.name)) return false;
  return access?.object.getText() === 'process' || (importsProcess(view, called.getSourceFile()) && exitKeys.has(keyByImport(view, called) ?? ''));
}

function importsProcess(view: View, file: ts.SourceFile): boolean {
  return view.remember('importsProcess', file, () => /['"](node:)?process['"]/.test(file.text));
}

/** `process.kill(process.pid)`. */
function isSelfKill(view: View, call: ts.CallExpression): boolean {
  const access = memberAccess(view.ts, skipTransparent(view.ts, call.expression));
  return access?.name === 'kill' && access.object.getText() === 'process' && call.arguments[0]?.getText() === 'process.pid';
}

function alwaysExits(view: View, body: FunctionWithBody): boolean {
  const { ts: typescript } = view;
  if (isAsync(typescript, body) || body.asteriskToken) return false;
  if (!typescript.isBlock(body.body)) return endsProcess(view, skipTransparent(typescript, body.body));
  const exit = body.body.statements.find((statement) => typescript.isExpressionStatement(statement) && endsProcess(view, statement.expression));
  return exit !== undefined && !directlyBelow(typescript, body.body, 'return').some((node) => node.pos < exit.pos);
}

/** Whether some path through a node ends the process; nested functions do not run with it. */
export function mayEndProcess(view: View, node: ts.Node): boolean {
  return [node, ...directlyBelow(view.ts, node, 'call')].some((inner) => endsProcess(view, inner));
}

/** Whether a function that is handed on as a value ends the process. */
export function isExitCallback(view: View, callback: ts.Expression): boolean {
  const { ts: typescript } = view;
  if (isExit(view, callback)) return true;
  if (typescript.isArrowFunction(callback) || typescript.isFunctionExpression(callback)) return mayEndProcess(view, callback.body);
  const symbol = typescript.isIdentifier(callback) ? view.types.symbolOf(callback) : undefined;
  const body = symbol && bodyOf(view, symbol);
  return body !== undefined && mayEndProcess(view, body.body);
}

/** `() => { if (workers.every(isDead)) process.exit(0); }`: whether a function that is handed on asks whether to end the process, and does nothing else. */
export function onlyEndsProcess(view: View, callback: ts.Expression): boolean {
  const { ts: typescript } = view;
  const value = skipTransparent(typescript, callback);
  const symbol = typescript.isIdentifier(value) ? view.types.symbolOf(value) : undefined;
  const body = typescript.isArrowFunction(value) || typescript.isFunctionExpression(value) ? value.body : symbol && bodyOf(view, symbol)?.body;
  if (!body) return false;
  if (!typescript.isBlock(body)) return endsProcess(view, skipTransparent(typescript, body));
  const acts = descendants(typescript, body).filter(typescript.isExpressionStatement);
  return acts.length > 0 && acts.every((act) => endsProcess(view, skipTransparent(typescript, act.expression)));
}
