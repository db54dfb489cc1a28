import type ts from 'typescript';
import { cleanupGoesWrong } from './cleanup-goes-wrong.ts';
import { releasedBy, type Released } from './contracts/calls.ts';
import { memberNames } from './contracts/of-type.ts';
import { referencesIn } from './ownership/references.ts';
import { below, directlyBelow } from './nodes.ts';
import type { AdHocCleanup } from './faults.ts';
import { enclosingFunction, isWithin, methodCall, nameOf, outermost, skipTransparent } from './syntax.ts';
import type { View } from './view.ts';

/** Cleanup by hand where a scope would do (docs/clauses.md, rule 14): `finally` blocks that release, arrays of cleanups. */
export function adHocCleanupsOf(view: View, file: ts.SourceFile): readonly AdHocCleanup[] {
  const found: AdHocCleanup[] = [];
  for (const node of below(view.ts, file, 'try', 'variable')) {
    const cleanup = view.ts.isTryStatement(node) ? ofFinally(view, node) : ofArray(view, node);
    if (cleanup) found.push(cleanup);
  }
  return found;
}

function ofFinally(view: View, statement: ts.TryStatement): AdHocCleanup | undefined {
  const releases = plannedReleases(view, statement);
  const [first] = releases;
  if (!first || isNested(view, statement) || isRegistered(view, statement) || isStackByHand(view, statement, releases)) return undefined;
  const names = [...new Set(releases.map((release) => nameOf(skipTransparent(view.ts, release.object))))];
  const inner = innerFinally(view, statement);
  const guarded = releases.find((release) => guardOf(view, release, statement) === 'null check');
  const kind = inner ? 'nested' : guarded ? 'guarded' : names.length > 1 ? 'several' : 'single';
  return {
    at: finallyKeyword(view, statement),
    kind,
    names: [...new Set([...names, ...(inner ?? [])])],
    needsStack: inner !== undefined || !releases.every((release) => canBeScoped(view, release)),
    grade: kind !== 'single' && [statement, ...nestedIn(view, statement)].some((one) => cleanupGoesWrong(view, one, plannedReleases(view, one))) ? 'certain' : 'likely',
    path: releases.map((release) => ({ start: release.call.getStart(), end: release.call.end, note: `'${nameOf(release.call)}' cleans up by hand` })),
  };
}

/** Releases that catch their failures one by one, so that the next ones run: what a stack does, by hand. Clearing a timer does not fail. */
function isStackByHand(view: View, { finallyBlock }: ts.TryStatement, releases: readonly Released[]): boolean {
  const attempts = finallyBlock ? directlyBelow(view.ts, finallyBlock, 'try').filter((node) => node.catchClause !== undefined) : [];
  return attempts.length > 1 && releases.every(({ call, contract }) => contract.kind === 'timer' || attempts.some((attempt) => isWithin(call, attempt)));
}

/** Whether `await using` or `using` alone can own it: its dispose symbol is exactly this release, waited for or not. A timer is never told to. */
function canBeScoped(view: View, { object, contract: { kind, dispose }, release }: Released): boolean {
  if (kind === 'timer') return false;
  const members = memberNames(view, view.types.valueTypeOf(object));
  return (dispose?.async === 'exact' && release.completion !== 'event' && members.has('Symbol.asyncDispose')) || (dispose?.sync === 'exact' && members.has('Symbol.dispose'));
}

/** The releases of a `finally`, those left out that run only when something else than a null check of the same variable says so, and one-shot timers, which are no obligation. */
function plannedReleases(view: View, statement: ts.TryStatement): Released[] {
  if (!statement.finallyBlock) return [];
  const planned = directlyBelow(view.ts, statement.finallyBlock, 'call').flatMap((node) => {
    const released = releasedBy(view, node);
    if (!released || isOneShot(released) || released.object.kind === view.ts.SyntaxKind.SuperKeyword) return [];
    return guardOf(view, released, statement) === 'other' ? [] : [released];
  });
  return planned.filter((released) => !isPart(view, released, planned));
}

/** `context.global.dispose(); context.dispose();`: a handle into what is released as well, done with at once. */
function isPart(view: View, { call, object }: Released, planned: readonly Released[]): boolean {
  const text = nameOf(skipTransparent(view.ts, object));
  return planned.some((whole) => text.startsWith(`${nameOf(skipTransparent(view.ts, whole.object))}.`)) && (view.types.typeOf(call).flags & view.ts.TypeFlags.Void) !== 0;
}

/** `clearTimeout` and `clearInterval` clear either timer; the name tells which is meant. */
function isOneShot({ contract, release }: Released): boolean {
  return contract.oneShot === true && !('call' in release && release.call.name === 'clearInterval');
}

/** What has to hold for a release in a `finally` to run. */
function guardOf(view: View, { call, object }: Released, statement: ts.TryStatement): 'none' | 'null check' | 'other' {
  const { ts: typescript } = view;
  const subject = nameOf(skipTransparent(typescript, object));
  let guard: 'none' | 'null check' = typescript.isOptionalChain(call) ? 'null check' : 'none';
  for (let at: ts.Node = call; at !== statement.finallyBlock; at = at.parent) {
    const condition = conditionAround(view, at);
    if (!condition) continue;
    if (!checksForNull(view, condition, subject)) return 'other';
    guard = 'null check';
  }
  return guard;
}

function conditionAround(view: View, node: ts.Node): ts.Expression | undefined {
  const { ts: typescript } = view;
  const { parent } = node;
  if (typescript.isIfStatement(parent) && parent.expression !== node) return parent.expression;
  if (typescript.isConditionalExpression(parent) && parent.condition !== node) return parent.condition;
  return typescript.isBinaryExpression(parent) && parent.operatorToken.kind === typescript.SyntaxKind.AmpersandAmpersandToken && parent.right === node ? parent.left : undefined;
}

/** `x`, `x !== undefined`, `x != null`, `!!x`; of the release's own subject or of what it hangs on. */
function checksForNull(view: View, condition: ts.Expression, subject: string): boolean {
  const text = nameOf(skipTransparent(view.ts, condition)).replace(/^!!/, '').replace(/\s*!==?\s*(null|undefined)$/, '');
  return text === subject || subject.startsWith(`${text}.`);
}

/** Inside an outer `try` whose `finally` releases too, which is then the one to report. */
function isNested(view: View, statement: ts.TryStatement): boolean {
  for (let at: ts.Node = statement; at.parent && !view.ts.isFunctionLike(at.parent); at = at.parent) {
    if (view.ts.isTryStatement(at.parent) && (at.parent.tryBlock === at || at.parent.finallyBlock === at) && plannedReleases(view, at.parent).length > 0) return true;
  }
  return false;
}

/** In a callback that a stack was given, which is a release already, however it is written. */
function isRegistered(view: View, statement: ts.TryStatement): boolean {
  const scope = enclosingFunction(view.ts, statement);
  const method = view.ts.isExpression(scope) ? methodCall(view.ts, outermost(view.ts, scope).parent) : undefined;
  return method?.name === 'defer' || method?.name === 'adopt';
}

function nestedIn(view: View, { tryBlock }: ts.TryStatement): readonly ts.TryStatement[] {
  return directlyBelow(view.ts, tryBlock, 'try');
}

/** The names that every `try … finally` inside the body releases. */
function innerFinally(view: View, statement: ts.TryStatement): string[] | undefined {
  const inner = nestedIn(view, statement).flatMap((node) => plannedReleases(view, node));
  return inner.length > 0 ? inner.map((release) => nameOf(skipTransparent(view.ts, release.object))) : undefined;
}

function finallyKeyword(view: View, statement: ts.TryStatement): { start: number; end: number } {
  const keyword = statement.getChildren().find((child) => child.kind === view.ts.SyntaxKind.FinallyKeyword) ?? statement;
  return { start: keyword.getStart(), end: keyword.end };
}

/** `const cleanups = []; …; cleanups.push(() => x.close()); …; for (const cleanup of cleanups) await cleanup();` */
function ofArray(view: View, declaration: ts.VariableDeclaration): AdHocCleanup | undefined {
  const { ts: typescript } = view;
  const { name, initializer } = declaration;
  if (!typescript.isIdentifier(name) || !initializer || !typescript.isArrayLiteralExpression(initializer) || initializer.elements.length > 0) return undefined;
  const scope = enclosingFunction(typescript, declaration);
  const symbol = view.types.symbolOf(name);
  if (!symbol || typescript.isSourceFile(scope)) return undefined;
  const references = referencesIn(view, symbol, scope);
  const pushes = references.filter((reference) => pushesRelease(view, reference));
  const runs = references.filter((reference) => isRun(view, reference));
  if (pushes.length === 0 || runs.length === 0) return undefined;
  return {
    at: { start: name.getStart(), end: name.end },
    kind: 'array',
    names: [name.text],
    needsStack: true,
    grade: pushes.some((push) => keepsWait(view, push)) && !runs.every((run) => goesOnAfterFailure(view, run)) ? 'certain' : 'likely',
    path: pushes.map((push) => ({ start: push.parent.parent.getStart(), end: push.parent.parent.end, note: 'a cleanup is kept by hand' })),
  };
}

function pushesRelease(view: View, reference: ts.Identifier): boolean {
  const method = view.ts.isPropertyAccessExpression(reference.parent) ? methodCall(view.ts, reference.parent.parent) : undefined;
  if (!method || !['push', 'unshift'].includes(method.name) || method.object !== reference) return false;
  return method.call.arguments.some((argument) => view.ts.isFunctionLike(argument) && below(view.ts, argument, 'call').some((node) => releasedBy(view, node)));
}

/** A cleanup that something has to wait for, and that may fail. */
function keepsWait(view: View, reference: ts.Identifier): boolean {
  const push = methodCall(view.ts, reference.parent.parent);
  return (push?.call.arguments ?? []).some((argument) => below(view.ts, argument, 'call').some((node) => releasedBy(view, node) !== undefined && view.types.isThenable(view.types.typeOf(node))));
}

/** `for (const cleanup of cleanups) try { await cleanup(); } catch (error) { log(error); }`, `Promise.allSettled(cleanups.map(…))` */
function goesOnAfterFailure(view: View, reference: ts.Identifier): boolean {
  for (let at: ts.Node = reference; at.parent && !view.ts.isFunctionLike(at); at = at.parent) {
    if (view.ts.isForOfStatement(at)) return directlyBelow(view.ts, at.statement, 'try').some((node) => node.catchClause !== undefined) || /\.catch\(/.test(at.statement.getText());
    if (view.ts.isCallExpression(at) && at.expression.getText() === 'Promise.allSettled') return true;
  }
  return false;
}

/** A loop over the array calls what it holds. */
function isRun(view: View, reference: ts.Identifier): boolean {
  for (let at: ts.Node = reference; at.parent && !view.ts.isStatement(at); at = at.parent) {
    if (view.ts.isForOfStatement(at.parent) && isWithin(at, at.parent.expression)) return true;
    const method = methodCall(view.ts, at.parent);
    if (method && ['forEach', 'map', 'pop'].includes(method.name)) return true;
  }
  return false;
}
