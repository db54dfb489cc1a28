import type ts from 'typescript';
import { isWithin } from '../syntax.ts';
import type { View } from '../view.ts';

/** Whether of two places that some path connects one may be skipped by a condition: then only some runs come to both. */
export function exclude(view: View, first: ts.Node, second: ts.Node): boolean {
  return isSkippable(view, first, second) || isSkippable(view, second, first);
}

/** Whether a condition, a loop or a handler decides over a node that does not decide over the other one. */
function isSkippable(view: View, node: ts.Node, other: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent && !view.ts.isFunctionLike(at); at = at.parent) {
    if (isWithin(other, at.parent) && isWithin(other, at)) return false;
    if (isDecided(view, at, at.parent)) return true;
  }
  return false;
}

function isDecided(view: View, node: ts.Node, parent: ts.Node): boolean {
  const { ts: typescript } = view;
  if (typescript.isIfStatement(parent)) return parent.expression !== node;
  if (typescript.isConditionalExpression(parent)) return parent.condition !== node;
  if (typescript.isBinaryExpression(parent)) return parent.right === node && parent.operatorToken.kind !== typescript.SyntaxKind.EqualsToken;
  if (typescript.isIterationStatement(parent, false)) return 'statement' in parent && parent.statement === node;
  return typescript.isCaseOrDefaultClause(parent) || typescript.isCatchClause(parent);
}
