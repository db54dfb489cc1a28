import type ts from 'typescript';
import { enclosingFunction, memberAccess, methodCall, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/**
 * Whether a start observes the page itself: `observer.observe(document, …)`, `observe(document.body)`. It ends with the page, so
 * that nobody may mean to end it before (docs/clauses.md, rules 8 and 10). In an effect it comes and goes with a component.
 */
export function observesThePage(view: View, start: ts.Node | undefined): boolean {
  const method = start && methodCall(view.ts, start);
  const [target] = method?.name === 'observe' ? method.call.arguments : [];
  return start !== undefined && target !== undefined && isOfPage(view, target) && !isInEffect(view, start);
}

const roots: ReadonlySet<string> = new Set(['body', 'head', 'documentElement']);

function isOfPage(view: View, target: ts.Expression): boolean {
  const node = skipTransparent(view.ts, target);
  const access = memberAccess(view.ts, node);
  return isDocument(view, access && roots.has(access.name) ? access.object : node);
}

function isDocument(view: View, node: ts.Expression): boolean {
  return view.types.symbolOfType(view.types.valueTypeOf(node))?.name === 'Document';
}

/** `useEffect(() => { … })` */
function isInEffect(view: View, node: ts.Node): boolean {
  const { ts: typescript } = view;
  const scope = enclosingFunction(typescript, node);
  if (typescript.isSourceFile(scope)) return false;
  const { parent } = scope;
  if (typescript.isCallExpression(parent) && /(^|\.)use[A-Z]\w*$/.test(parent.expression.getText())) return true;
  return (typescript.isArrowFunction(scope) || typescript.isFunctionExpression(scope)) && isInEffect(view, scope);
}
