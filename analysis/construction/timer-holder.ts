import type ts from 'typescript';
import { below } from '../nodes.ts';
import { memberName } from '../syntax.ts';
import type { View } from '../view.ts';

/** What a value is called from then on: a variable, or a field of `this`. */
export function holderOf(view: View, value: ts.Expression): string | undefined {
  const { parent } = value;
  if (view.ts.isVariableDeclaration(parent)) return parent.name.getText();
  if (view.ts.isPropertyDeclaration(parent)) return `this.${memberName(view.ts, parent.name)}`;
  return view.ts.isBinaryExpression(parent) && parent.right === value ? parent.left.getText() : undefined;
}

/** Whether code clears the timer that a name holds. */
export function clears(view: View, code: ts.Node, holder: string): boolean {
  return below(view.ts, code, 'call').some(
    (node) => /^((window|globalThis)\.)?clear(Interval|Timeout)$/.test(node.expression.getText()) && node.arguments[0]?.getText() === holder,
  );
}
