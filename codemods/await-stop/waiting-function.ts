import type ts from 'typescript';
import { enclosingFunction, isAsync, outermost } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { SiteEdit } from '../../plans/edit.ts';
import type { Reason } from '../../plans/reasons.ts';
import { asyncEdits, isConvertible, returnsNothing, returnsPromise } from './async-edits.ts';
import { callersOf } from './callers.ts';
import { isAwaitedByHost, isSignalListener } from './hosts.ts';
import { skipsRelease } from './skips-release.ts';

type Answer = readonly SiteEdit[] | Reason;

/** What lets the function around a node await: nothing more when it can, `async` and awaits in its callers, in all files, when all of them are known, or why not. */
export function waitingFunction(view: View, node: ts.Node): Answer {
  return madeToWait(view, node, new Set());
}

function madeToWait(view: View, node: ts.Node, asked: Set<ts.Node>): Answer {
  const { ts: typescript } = view;
  const scope = enclosingFunction(typescript, node);
  if (skipsRelease(view, node, scope)) return 'would-skip-a-stop';
  if (typescript.isSourceFile(scope)) return typescript.isExternalModule(scope) ? [] : 'await-not-allowed';
  if (typescript.isClassStaticBlockDeclaration(scope)) return 'static-block';
  if (!isInBody(node, scope)) return 'callers-unknown';
  if (isAsync(typescript, scope) || asked.has(scope)) return [];
  asked.add(scope);
  if (!isConvertible(view, scope)) return 'callers-unknown';
  if (isSignalListener(view, scope) || isAwaitedByHost(view, scope)) return returnsNothing(view, scope) ? asyncEdits(view, scope) : 'callers-unknown';
  const callers = callersOf(view, scope);
  if (typeof callers === 'string') return callers;
  const edits = [...asyncEdits(view, scope), ...callers.declarations];
  for (const call of callers.calls) {
    const answer = awaitedCall(view, call, scope, asked);
    if (typeof answer === 'string') return answer;
    edits.push(...answer);
  }
  return edits;
}

/** Not a default value of a parameter, which cannot await. */
function isInBody(node: ts.Node, scope: ts.Node): boolean {
  const { body } = scope as { readonly body?: ts.Node };
  return body !== undefined && node.pos >= body.pos && node.end <= body.end;
}

/** A call gets an `await`, in a function that can wait in turn; where its value is used, in place of it. */
function awaitedCall(view: View, call: ts.CallExpression, callee: Parameters<typeof asyncEdits>[1], asked: Set<ts.Node>): Answer {
  const { ts: typescript } = view;
  const { parent } = outermost(typescript, call);
  if (typescript.isAwaitExpression(parent)) return [];
  if (isHandedOn(view, call)) return [];
  if (returnsPromise(view, callee)) return 'callers-cannot-wait';
  if (typescript.isVoidExpression(parent) || (returnsNothing(view, callee) && !typescript.isExpressionStatement(parent))) return 'callers-cannot-wait';
  const around = madeToWait(view, call, asked);
  if (typeof around === 'string') return around === 'callers-unknown' ? 'callers-cannot-wait' : around;
  return [...awaited(view, call), ...around];
}

/** Returned by an async function, or by a callback whose host waits for what it returns. */
function isHandedOn(view: View, call: ts.CallExpression): boolean {
  const { ts: typescript } = view;
  const { parent } = outermost(typescript, call);
  const isReturned = typescript.isReturnStatement(parent) || (typescript.isArrowFunction(parent) && parent.body === outermost(typescript, call));
  if (!isReturned) return false;
  const scope = enclosingFunction(typescript, call);
  return isAsync(typescript, scope) || isSignalListener(view, scope) || isAwaitedByHost(view, scope);
}

function awaited({ ts: typescript }: View, call: ts.CallExpression): readonly SiteEdit[] {
  const { parent } = call;
  const file = call.getSourceFile().fileName;
  const bindsTighter =
    ((typescript.isPropertyAccessExpression(parent) || typescript.isElementAccessExpression(parent) || typescript.isCallExpression(parent)) && parent.expression === call) ||
    typescript.isNonNullExpression(parent) ||
    (typescript.isBinaryExpression(parent) && parent.operatorToken.kind === typescript.SyntaxKind.AsteriskAsteriskToken);
  const edit = (at: number, text: string): SiteEdit => ({ file, start: at, end: at, text, shared: true });
  return bindsTighter ? [edit(call.getStart(), '(await '), edit(call.end, ')')] : [edit(call.getStart(), 'await ')];
}
