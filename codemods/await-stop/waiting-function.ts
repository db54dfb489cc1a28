import type ts from 'typescript';
import { scopeOf } from '../../analysis/scopes.ts';
import { allDescendants, enclosingFunction, hasBody, hasModifier, isAsync, isWithin, skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { TextEdit } from '../../plans/edit.ts';
import type { Reason } from '../../plans/reasons.ts';

/** What lets the function around a node await: nothing more when it can, `async` and awaits in its callers when all of them are known, or why not. */
export function waitingFunction(view: View, node: ts.Node): readonly TextEdit[] | Reason {
  return madeToWait(view, node, new Set());
}

type Answer = readonly TextEdit[] | Reason;

function madeToWait(view: View, node: ts.Node, asked: Set<ts.Node>): Answer {
  const scope = enclosingFunction(view.ts, node);
  if (skipsRelease(view, node, scope)) return 'would-skip-a-stop';
  if (view.ts.isSourceFile(scope)) return view.ts.isExternalModule(scope) ? [] : 'await-not-allowed';
  if (view.ts.isClassStaticBlockDeclaration(scope)) return 'static-block';
  if (isAsync(view.ts, scope) || asked.has(scope)) return [];
  asked.add(scope);
  if (isSignalListener(view, scope)) return asyncEdits(view, scope as Convertible);
  const name = isConvertible(view, scope) ? nameOf(view, scope) : undefined;
  if (!name) return 'callers-unknown';
  const calls = callsOf(view, name);
  if (!calls) return 'callers-unknown';
  const edits = [...asyncEdits(view, scope as Convertible)];
  for (const call of calls) {
    const answer = awaitedCall(view, call, asked);
    if (typeof answer === 'string') return answer;
    edits.push(...answer);
  }
  return edits;
}

/** `process.once('SIGTERM', () => { … })`: nobody waits for a listener, but the process lives on until what it awaits is done. */
function isSignalListener(view: View, scope: ts.Node): boolean {
  const { parent } = scope;
  if (!isConvertible(view, scope) || !view.ts.isCallExpression(parent) || parent.arguments[1] !== scope) return false;
  return /^process\.(?:on|once|addListener)$/.test(parent.expression.getText()) && /^['"`]SIG[A-Z]+['"`]$/.test(parent.arguments[0]?.getText() ?? '');
}

type Convertible = ts.FunctionDeclaration | ts.MethodDeclaration | ts.ArrowFunction | ts.FunctionExpression;

/** A function with statements that returns nothing, so that nobody uses what it returns. */
function isConvertible(view: View, scope: ts.Node): scope is Convertible {
  const { ts } = view;
  if (!ts.isFunctionDeclaration(scope) && !ts.isMethodDeclaration(scope) && !ts.isArrowFunction(scope) && !ts.isFunctionExpression(scope)) return false;
  if (scope.asteriskToken || !scope.body || !ts.isBlock(scope.body)) return false;
  const isVoid = scope.type === undefined || scope.type.kind === ts.SyntaxKind.VoidKeyword;
  return isVoid && ![...allDescendants(ts, scope.body)].some((node) => ts.isReturnStatement(node) && node.expression !== undefined && enclosingFunction(ts, node) === scope);
}

/** The name that every caller has to use: nothing for what others can call too, exported or by another class. */
function nameOf(view: View, scope: Convertible): ts.Identifier | ts.PrivateIdentifier | undefined {
  const { ts } = view;
  if (ts.isMethodDeclaration(scope)) return ts.isPrivateIdentifier(scope.name) || (ts.isIdentifier(scope.name) && hasModifier(ts, scope, ts.SyntaxKind.PrivateKeyword)) ? scope.name : undefined;
  if (ts.isFunctionDeclaration(scope)) return hasModifier(ts, scope, ts.SyntaxKind.ExportKeyword) ? undefined : scope.name;
  const { parent } = scope;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name) || parent.type || (parent.parent.flags & ts.NodeFlags.Const) === 0) return undefined;
  const statement = parent.parent.parent;
  return ts.isVariableStatement(statement) && hasModifier(ts, statement, ts.SyntaxKind.ExportKeyword) ? undefined : parent.name;
}

/** Every call by the name; nothing when the name is used in another way too, as a callback or an export. */
function callsOf(view: View, name: ts.Identifier | ts.PrivateIdentifier): readonly ts.CallExpression[] | undefined {
  const symbol = view.types.symbolOf(name);
  const uses = [...allDescendants(view.ts, name.getSourceFile())].filter((node): node is typeof name => node !== name && node.kind === name.kind && (node as ts.Identifier).text === name.text && view.types.symbolOf(node) === symbol);
  const calls = uses.flatMap((use) => callAround(view, use) ?? []);
  return calls.length === uses.length ? calls : undefined;
}

function callAround(view: View, use: ts.Node): ts.CallExpression | undefined {
  const callee = view.ts.isPropertyAccessExpression(use.parent) && use.parent.name === use ? use.parent : use;
  const call = callee.parent;
  return view.ts.isCallExpression(call) && skipTransparent(view.ts, call.expression) === callee && !call.questionDotToken ? call : undefined;
}

/** A call as a statement gets an `await`, in a function that can wait in turn. */
function awaitedCall(view: View, call: ts.CallExpression, asked: Set<ts.Node>): Answer {
  if (view.ts.isAwaitExpression(call.parent)) return [];
  if (!view.ts.isExpressionStatement(call.parent)) return 'callers-cannot-wait';
  const around = madeToWait(view, call, asked);
  if (typeof around === 'string') return around === 'callers-unknown' ? 'callers-cannot-wait' : around;
  return [{ start: call.getStart(), end: call.getStart(), text: 'await ' }, ...around];
}

function asyncEdits(view: View, scope: Convertible): readonly TextEdit[] {
  const at = view.ts.isMethodDeclaration(scope) ? scope.name.getStart() : startOfFunction(scope);
  return [{ start: at, end: at, text: 'async ' }, ...(scope.type ? [{ start: scope.type.getStart(), end: scope.type.end, text: 'Promise<void>' }] : [])];
}

/** Behind `export`, `default` and `declare`. */
function startOfFunction(scope: ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression): number {
  const last = scope.modifiers?.at(-1);
  if (!last) return scope.getStart();
  const { text } = scope.getSourceFile();
  return last.end + text.slice(last.end).search(/\S/);
}

/** Whether a failure at a node, once it is awaited, keeps a release of the same function from running that runs now: a later one, or that of the next turn of a loop. */
function skipsRelease(view: View, node: ts.Node, scope: ts.Node): boolean {
  if (!hasBody(scope) && !view.ts.isSourceFile(scope)) return false;
  for (let at = node.parent; at !== scope; at = at.parent) if (view.ts.isIterationStatement(at, false)) return true;
  const later = scopeOf(view, scope).events.filter((event) => event.kind === 'release' && event.deferredTo === undefined && event.at.pos >= node.end);
  return later.some((event) => !runsAllTheSame(view, event.at, node, scope));
}

/** In a `finally` of a `try` that the node is in. */
function runsAllTheSame(view: View, release: ts.Node, node: ts.Node, scope: ts.Node): boolean {
  for (let at = release; at !== scope; at = at.parent) {
    const { parent } = at;
    if (view.ts.isTryStatement(parent) && parent.finallyBlock === at && (isWithin(node, parent.tryBlock) || (parent.catchClause !== undefined && isWithin(node, parent.catchClause)))) return true;
  }
  return false;
}
