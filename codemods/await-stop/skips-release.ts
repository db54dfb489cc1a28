import type ts from 'typescript';
import { calleeBody } from '../../analysis/contracts/calls.ts';
import { scopeOf } from '../../analysis/scopes.ts';
import { descendants, hasBody, isWithin } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';

/** Whether a failure at a node, once it is awaited, keeps a release of the same function from running that runs now: a later one, or that of the next turn of a loop. */
export function skipsRelease(view: View, node: ts.Node, scope: ts.Node): boolean {
  if (!hasBody(scope) && !view.ts.isSourceFile(scope)) return false;
  for (let at = node.parent; at !== scope; at = at.parent) if (view.ts.isIterationStatement(at, false)) return true;
  const releases = scopeOf(view, scope).events.filter((event) => event.kind === 'release' && event.deferredTo === undefined).map(({ at }) => at);
  const later = [...releases, ...callsThatRelease(view, scope)].filter((at) => at.pos >= node.end);
  return later.some((at) => !runsAllTheSame(view, at, node, scope) && !isLeftBefore(view, node, at));
}

const deepest = 3;

/** Calls of functions of the program that release something. */
function callsThatRelease(view: View, scope: ts.Node, depth = 0): readonly ts.Node[] {
  return [...descendants(view.ts, scope)].filter((node) => {
    const body = view.ts.isCallExpression(node) ? calleeBody(view, node) : undefined;
    if (!body || body === scope) return false;
    return scopeOf(view, body).events.some(({ kind }) => kind === 'release') || (depth < deepest && callsThatRelease(view, body, depth + 1).length > 0);
  });
}

/** Whether a run that comes to a node does not come to a later one: the function is left before, or it stands in the other branch. */
function isLeftBefore({ ts: typescript }: View, node: ts.Node, later: ts.Node): boolean {
  for (let at = node; !isWithin(later, at); at = at.parent) {
    const { parent } = at;
    if (typescript.isIfStatement(parent) && parent.thenStatement === at && parent.elseStatement && isWithin(later, parent.elseStatement)) return true;
    if (typescript.isConditionalExpression(parent) && parent.whenTrue === at && isWithin(later, parent.whenFalse)) return true;
    const last = typescript.isBlock(at) ? at.statements.at(-1) : undefined;
    if (last && (typescript.isReturnStatement(last) || typescript.isThrowStatement(last))) return true;
  }
  return false;
}

/** In a `finally` of a `try` that the node is in. */
function runsAllTheSame(view: View, release: ts.Node, node: ts.Node, scope: ts.Node): boolean {
  for (let at = release; at !== scope; at = at.parent) {
    const { parent } = at;
    if (view.ts.isTryStatement(parent) && parent.finallyBlock === at && (isWithin(node, parent.tryBlock) || (parent.catchClause !== undefined && isWithin(node, parent.catchClause)))) return true;
  }
  return false;
}
