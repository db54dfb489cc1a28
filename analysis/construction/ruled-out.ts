import type ts from 'typescript';
import { operandsOf } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Frame } from './frame.ts';

/** Whether the call that runs a function rules a node of it out: it stands under `if (event === 'message')`, and the call says `'close'`. */
export function isRuledOut(view: View, { entered }: Frame, node: ts.Node): boolean {
  if (!entered) return false;
  for (let at = node; at.parent && at !== entered.body; at = at.parent) {
    if (view.ts.isIfStatement(at.parent) && at.parent.thenStatement === at && operandsOf(view.ts, at.parent.expression, view.ts.SyntaxKind.AmpersandAmpersandToken).some((operand) => isOther(view, entered, operand))) return true;
  }
  return false;
}

/** `event === 'message'`, `args[0] === 'message'`, where the call gives another text. */
function isOther(view: View, { call, body }: NonNullable<Frame['entered']>, operand: ts.Expression): boolean {
  if (!view.ts.isBinaryExpression(operand) || operand.operatorToken.kind !== view.ts.SyntaxKind.EqualsEqualsEqualsToken || !view.ts.isStringLiteralLike(operand.right)) return false;
  const index = body.parameters.map((parameter, at) => (operand.left.getText() === parameter.name.getText() ? at : restIndex(parameter, at, operand.left))).find((at) => at !== undefined);
  const given = index === undefined ? undefined : call.arguments[index];
  return given !== undefined && view.ts.isStringLiteralLike(given) && given.text !== operand.right.text;
}

function restIndex(parameter: ts.ParameterDeclaration, at: number, asked: ts.Expression): number | undefined {
  const element = parameter.dotDotDotToken ? /^(\w+)\[(\d+)\]$/.exec(asked.getText()) : null;
  return element && element[1] === parameter.name.getText() ? at + Number(element[2]) : undefined;
}
