import type ts from 'typescript';
import { releasedBy, type Released } from './contracts/calls.ts';
import { referencesIn } from './ownership/references.ts';
import type { AdHocCleanup } from './story.ts';
import { allDescendants, descendants, enclosingFunction, isWithin, methodCall, nameOf, skipTransparent } from './syntax.ts';
import type { View } from './view.ts';

/** Cleanup by hand where a scope would do (docs/clauses.md, rule 14): `finally` blocks that release, arrays of cleanups. */
export function adHocCleanupsOf(view: View, file: ts.SourceFile): readonly AdHocCleanup[] {
  const found: AdHocCleanup[] = [];
  for (const node of allDescendants(view.ts, file)) {
    const cleanup = view.ts.isTryStatement(node) ? ofFinally(view, node) : view.ts.isVariableDeclaration(node) ? ofArray(view, node) : undefined;
    if (cleanup) found.push(cleanup);
  }
  return found;
}

function ofFinally(view: View, statement: ts.TryStatement): AdHocCleanup | undefined {
  const releases = plannedReleases(view, statement);
  const [first] = releases;
  if (!first || isNested(view, statement)) return undefined;
  const names = [...new Set(releases.map((release) => nameOf(skipTransparent(view.ts, release.object))))];
  const inner = innerFinally(view, statement);
  const guarded = releases.find((release) => guardOf(view, release, statement) === 'null check');
  const kind = inner ? 'nested' : guarded ? 'guarded' : names.length > 1 ? 'several' : 'single';
  return {
    at: finallyKeyword(view, statement),
    kind,
    names: inner ? [...names, ...inner] : names,
    grade: kind === 'single' ? 'likely' : 'certain',
    path: releases.map((release) => ({ start: release.call.getStart(), end: release.call.end, note: `'${nameOf(release.call)}' cleans up by hand` })),
  };
}

/** The releases of a `finally`, those left out that run only when something else than a null check of the same variable says so. */
function plannedReleases(view: View, statement: ts.TryStatement): Released[] {
  if (!statement.finallyBlock) return [];
  return [...descendants(view.ts, statement.finallyBlock)].flatMap((node) => {
    const released = releasedBy(view, node);
    if (!released || released.object.kind === view.ts.SyntaxKind.SuperKeyword) return [];
    return guardOf(view, released, statement) === 'other' ? [] : [released];
  });
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

/** Inside the body of an outer `try` whose `finally` releases too, which is then the one to report. */
function isNested(view: View, statement: ts.TryStatement): boolean {
  for (let at: ts.Node = statement; at.parent && !view.ts.isFunctionLike(at.parent); at = at.parent) {
    if (view.ts.isTryStatement(at.parent) && at.parent.tryBlock === at && plannedReleases(view, at.parent).length > 0) return true;
  }
  return false;
}

/** The names that a `try … finally` inside the body releases. */
function innerFinally(view: View, statement: ts.TryStatement): string[] | undefined {
  for (const node of descendants(view.ts, statement.tryBlock)) {
    if (!view.ts.isTryStatement(node)) continue;
    const inner = plannedReleases(view, node).map((release) => nameOf(skipTransparent(view.ts, release.object)));
    if (inner.length > 0) return inner;
  }
  return undefined;
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
  if (pushes.length === 0 || !references.some((reference) => isRun(view, reference))) return undefined;
  return {
    at: { start: name.getStart(), end: name.end },
    kind: 'array',
    names: [name.text],
    grade: 'certain',
    path: pushes.map((push) => ({ start: push.parent.parent.getStart(), end: push.parent.parent.end, note: 'a cleanup is kept by hand' })),
  };
}

function pushesRelease(view: View, reference: ts.Identifier): boolean {
  const method = view.ts.isPropertyAccessExpression(reference.parent) ? methodCall(view.ts, reference.parent.parent) : undefined;
  if (!method || !['push', 'unshift'].includes(method.name) || method.object !== reference) return false;
  return method.call.arguments.some((argument) => view.ts.isFunctionLike(argument) && [...allDescendants(view.ts, argument)].some((node) => releasedBy(view, node)));
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
