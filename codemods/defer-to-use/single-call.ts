import type ts from 'typescript';
import { methodCall, skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';

/** The one method call that a callback consists of. */
export interface SingleCall {
  readonly call: ts.CallExpression;
  readonly object: ts.Expression;
  readonly name: string;
  /** The callback gives its result, or waits for it. */
  readonly isGiven: boolean;
}

type Callback = ts.ArrowFunction | ts.FunctionExpression;

/** `() => x.stop()`, `async () => { await x.stop(); }`, `() => { return x.stop(); }`, `() => { x.stop(); }`, `() => void x.stop()`; nothing for a callback that does more. */
export function singleCall(view: View, callback: Callback): SingleCall | undefined {
  const { ts: typescript } = view;
  const found = callback.asteriskToken ? undefined : expressionOf(view, callback);
  if (!found) return undefined;
  const inner = skipTransparent(typescript, found.expression);
  const awaited = typescript.isAwaitExpression(inner);
  const dropped = typescript.isVoidExpression(inner);
  const method = methodCall(typescript, awaited || dropped ? skipTransparent(typescript, inner.expression) : inner);
  return method && { call: method.call, object: method.object, name: method.name, isGiven: awaited || (found.isGiven && !dropped) };
}

function expressionOf({ ts: typescript }: View, { body }: Callback): { expression: ts.Expression; isGiven: boolean } | undefined {
  if (!typescript.isBlock(body)) return { expression: body, isGiven: true };
  const [statement, ...more] = body.statements;
  if (!statement || more.length > 0) return undefined;
  if (typescript.isReturnStatement(statement)) return statement.expression && { expression: statement.expression, isGiven: true };
  return typescript.isExpressionStatement(statement) ? { expression: statement.expression, isGiven: false } : undefined;
}
