import type ts from 'typescript';
import { outermost, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/** The whole chain of properties and calls that begins with a value, up to the first promise: `client.db('x').collection('y').findOne()`. */
export function chainOf(view: View, value: ts.Expression): ts.Expression {
  let at = value;
  for (;;) {
    const { parent } = outermost(view.ts, at);
    const isObject = (view.ts.isPropertyAccessExpression(parent) || view.ts.isElementAccessExpression(parent)) && skipTransparent(view.ts, parent.expression) === skipTransparent(view.ts, at);
    const isCallee = view.ts.isCallExpression(parent) && skipTransparent(view.ts, parent.expression) === skipTransparent(view.ts, at);
    if (!isObject && !isCallee) return at;
    at = parent as ts.Expression;
    if (isCallee && view.types.isThenable(view.types.typeOf(at))) return at;
  }
}
