import type ts from 'typescript';
import { referencesIn } from '../ownership/references.ts';
import { fieldOfThis, isWithin, methodCall, outermost, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

const collectors: ReadonlySet<string> = new Set(['push', 'unshift', 'add', 'set', 'append']);

/** Where a function of the program keeps one of its parameters: in its instance, or in a variable outside. */
export function keptIn(view: View, body: FunctionWithBody, index: number): 'instance' | 'outside' | undefined {
  const parameter = body.parameters[index];
  if (!parameter || !view.ts.isIdentifier(parameter.name)) return undefined;
  if (view.ts.isParameterPropertyDeclaration(parameter, parameter.parent)) return 'instance';
  const symbol = view.types.symbolOf(parameter.name);
  if (!symbol) return undefined;
  for (const reference of referencesIn(view, symbol, body)) {
    const target = targetOf(view, outermost(view.ts, reference));
    const kept = target && placeOf(view, target, body);
    if (kept) return kept;
  }
  return undefined;
}

/** What a value is assigned to, or the collection that it is put into. */
function targetOf(view: View, value: ts.Expression): ts.Expression | undefined {
  const { parent } = value;
  if (view.ts.isBinaryExpression(parent) && parent.right === value && parent.operatorToken.kind === view.ts.SyntaxKind.EqualsToken) return parent.left;
  const method = methodCall(view.ts, parent);
  return method && method.call.arguments.includes(value) && collectors.has(method.name) ? method.object : undefined;
}

function placeOf(view: View, target: ts.Expression, body: FunctionWithBody): 'instance' | 'outside' | undefined {
  if (fieldOfThis(view.ts, target) !== undefined) return 'instance';
  const declaration = view.ts.isIdentifier(target) ? view.types.symbolOf(target)?.valueDeclaration : undefined;
  return declaration && view.ts.isVariableDeclaration(declaration) && !isWithin(declaration, body) ? 'outside' : undefined;
}
