import type ts from 'typescript';
import { below } from './nodes.ts';
import { mayRelease, scopeOf } from './scopes.ts';
import type { SkippableRelease } from './faults.ts';
import type { ScopeEvent, ScopeStory } from './story.ts';
import { isWithin } from './syntax.ts';
import type { View } from './view.ts';

/** Awaited releases of a file that do not run when an awaited release before them fails; one entry for each run of releases. */
export function skippableReleasesOf(view: View, file: ts.SourceFile): readonly SkippableRelease[] {
  return below(view.ts, file, 'function').filter((scope) => mayRelease(view, scope, 1)).flatMap((scope) => inScope(view, scopeOf(view, scope)));
}

function inScope(view: View, scope: ScopeStory): SkippableRelease[] {
  const releases = scope.events.filter((event) => event.kind === 'release' && event.awaited && event.deferredTo === undefined && event.concurrent === undefined);
  const found: SkippableRelease[] = releases.filter((event) => isInLoopOverMany(view, event, scope)).map((event) => ({ at: event.at, subject: event.subject, after: event.subject, afterAt: event.at }));
  let reported = found.length > 0;
  releases.forEach((event, index) => {
    const before = releases[index - 1];
    if (!before || before.subject === event.subject || isIsolated(view, before.at, event.at) || excludes(view, event.at, before.subject)) {
      reported &&= before !== undefined && !isIsolated(view, before.at, event.at);
      return;
    }
    if (!reported) found.push({ at: event.at, subject: event.subject, after: before.subject, afterAt: before.at });
    reported = true;
  });
  return found;
}

/** A `try` around the first that the second is not inside of, or two paths that no run takes both. */
function isIsolated(view: View, first: ts.Node, second: ts.Node): boolean {
  for (let at = first; at.parent && !view.ts.isFunctionLike(at.parent); at = at.parent) {
    if (isWithin(second, at.parent)) {
      const { parent } = at;
      if (view.ts.isTryStatement(parent)) return true;
      return view.ts.isIfStatement(parent) || view.ts.isConditionalExpression(parent);
    }
    if (view.ts.isTryStatement(at.parent) || view.ts.isCatchClause(at.parent)) return true;
    if (view.ts.isBlock(at) && leaves(view, at)) return true;
  }
  return false;
}

/** `if (b && !a) await b.stop()`: runs only where there is no `a` to stop. */
function excludes(view: View, node: ts.Node, subject: string): boolean {
  for (let at = node; at.parent && !view.ts.isFunctionLike(at.parent); at = at.parent) {
    if (view.ts.isIfStatement(at.parent) && at.parent.thenStatement === at && at.parent.expression.getText().includes(`!${subject}`)) return true;
  }
  return false;
}

function leaves(view: View, block: ts.Block): boolean {
  const last = block.statements.at(-1);
  return last !== undefined && (view.ts.isReturnStatement(last) || view.ts.isThrowStatement(last));
}

/** `for (const x of this.xs) await x.stop()`: over resources acquired before the loop, and not caught inside it. */
function isInLoopOverMany(view: View, event: ScopeEvent, scope: ScopeStory): boolean {
  for (let at: ts.Node = event.at; at !== scope.node; at = at.parent) {
    if (view.ts.isTryStatement(at)) return false;
    if (!view.ts.isForOfStatement(at)) continue;
    const { initializer } = at;
    const names = view.ts.isVariableDeclarationList(initializer) ? initializer.declarations[0]?.name.getText() : initializer.getText();
    return names !== undefined && new RegExp(`(^|[^\\w.])${event.subject.split('.')[0]!.replace(/[^\w]/g, '\\$&')}($|[^\\w])`).test(names);
  }
  return false;
}
