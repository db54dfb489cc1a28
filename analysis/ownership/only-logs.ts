import type ts from 'typescript';
import { listenedBy } from '../contracts/touches.ts';
import { below } from '../nodes.ts';
import { methodCall, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

const levels = /^(log|trace|debug|verbose|info|notice|warn|error|fatal)$/;
const logs = /(^|\.)[#_]?(\w*log(ger)?|console)$/i;

/**
 * Whether the listener that a call attaches, written there, does nothing but tell a log of its event: while it stays attached, nothing else happens. A
 * listener on the process keeps it from what it does without one, and a subscription keeps its source at work.
 */
export function attachesLogging(view: View, call: ts.CallExpression): boolean {
  const emitter = listenedBy(view, call);
  return emitter !== undefined && emitter.getText() !== 'process' && call.arguments.some((argument) => onlyLogs(view, argument));
}

function onlyLogs(view: View, listener: ts.Expression): boolean {
  const { ts: typescript } = view;
  const value = skipTransparent(typescript, listener);
  if (!typescript.isArrowFunction(value) && !typescript.isFunctionExpression(value)) return false;
  const calls = below(typescript, value, 'call', 'new');
  return calls.length > 0 && calls.every((call) => isLogging(view, call)) && below(typescript, value, 'binary').every(({ operatorToken }) => operatorToken.kind < typescript.SyntaxKind.FirstAssignment || operatorToken.kind > typescript.SyntaxKind.LastAssignment);
}

/** `this.logger.debug('…')`, `console.log(error)` */
function isLogging(view: View, call: ts.CallExpression | ts.NewExpression): boolean {
  const method = methodCall(view.ts, call);
  return method !== undefined && levels.test(method.name) && logs.test(method.object.getText());
}
