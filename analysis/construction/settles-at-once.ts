import type ts from 'typescript';
import { directlyBelow } from '../nodes.ts';
import { isAsync, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { isThenable } from './makes-promise.ts';
import { runAtOnce } from './runs-at-once.ts';

/**
 * `async #setUp() { this.redis.subscribe('jobs', (error) => { … }); }`: whether an async function waits for nothing, and each promise that it drops
 * tells its failure to a callback. Its own promise has settled when it returns, so who waits for it learns nothing.
 */
export function settlesAtOnce(view: View, body: FunctionWithBody): boolean {
  const { ts: typescript } = view;
  if (!isAsync(typescript, body) || !typescript.isBlock(body.body)) return false;
  const waits = directlyBelow(typescript, body.body, 'await', 'forOf', 'return').some((node) => typescript.isAwaitExpression(node) || (typescript.isForOfStatement(node) && node.awaitModifier) || (typescript.isReturnStatement(node) && node.expression));
  return !waits && runAtOnce(view, body.body, 'call').filter(typescript.isCallExpression).every((call) => !isThenable(view, call) || tellsFailure(view, call));
}

/** `subscribe(channel, (error) => …)` */
function tellsFailure(view: View, call: ts.CallExpression): boolean {
  const last = call.arguments.at(-1);
  const callback = last && skipTransparent(view.ts, last);
  const first = callback && (view.ts.isArrowFunction(callback) || view.ts.isFunctionExpression(callback)) ? callback.parameters[0]?.name : undefined;
  return first !== undefined && /^_?e(rr(or)?)?$/i.test(first.getText());
}
