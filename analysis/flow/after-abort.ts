import type ts from 'typescript';
import { memberAccess, methodCall, outermost, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/**
 * Whether code runs because a signal has aborted: `if (signal.aborted) { … }`, `signal.addEventListener('abort', () => { … })`. What was begun with the
 * signal has failed by then, and asking it for anything fails as well.
 */
export function runsAfterAbort(view: View, node: ts.Node): boolean {
  const { ts: typescript } = view;
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (typescript.isIfStatement(parent) && parent.thenStatement === at && asksForAbort(typescript, parent.expression)) return true;
    if (typescript.isArrowFunction(at) || typescript.isFunctionExpression(at)) {
      const host = outermost(typescript, at).parent;
      if (isAbortListener(view, host)) return true;
      if (!typescript.isCallExpression(host) || host.expression.getText() !== 'queueMicrotask') return false;
    } else if (typescript.isFunctionLike(at)) return false;
  }
  return false;
}

function asksForAbort(typescript: View['ts'], condition: ts.Expression): boolean {
  const asked = skipTransparent(typescript, condition);
  if (typescript.isBinaryExpression(asked) && asked.operatorToken.kind === typescript.SyntaxKind.AmpersandAmpersandToken) return asksForAbort(typescript, asked.left) || asksForAbort(typescript, asked.right);
  return memberAccess(typescript, asked)?.name === 'aborted';
}

/** `signal.addEventListener('abort', …)`, `signal.onabort = …` */
function isAbortListener({ ts: typescript }: View, host: ts.Node): boolean {
  if (typescript.isBinaryExpression(host)) return memberAccess(typescript, host.left)?.name === 'onabort';
  const method = methodCall(typescript, host);
  const [event] = method?.call.arguments ?? [];
  return method?.name === 'addEventListener' && event !== undefined && typescript.isStringLiteralLike(event) && event.text === 'abort';
}
