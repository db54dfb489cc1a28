import type ts from 'typescript';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { enclosingFunction } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';

/** Whether an expression has the same value at a registration as when the stack ends: a constant, or a parameter that nobody assigns, of the same function and declared before. */
export function isFixed(view: View, value: ts.Expression, registration: ts.Node): boolean {
  const { ts: typescript } = view;
  if (!typescript.isIdentifier(value)) return false;
  const declaration = view.types.symbolOf(value)?.valueDeclaration;
  if (!declaration) return false;
  const isBefore = declaration.end <= registration.getStart() && enclosingFunction(typescript, declaration) === enclosingFunction(typescript, registration);
  if (typescript.isParameter(declaration)) return isBefore && isNeverAssigned(view, declaration);
  return typescript.isVariableDeclaration(declaration) && isBefore && isConstant(view, declaration);
}

/** `const`, `using` and `await using`. */
function isConstant({ ts: typescript }: View, declaration: ts.VariableDeclaration): boolean {
  return (typescript.getCombinedNodeFlags(declaration) & typescript.NodeFlags.Constant) !== 0;
}

function isNeverAssigned(view: View, parameter: ts.ParameterDeclaration): boolean {
  const symbol = view.types.symbolOf(parameter.name);
  return symbol !== undefined && view.ts.isIdentifier(parameter.name) && !referencesIn(view, symbol, parameter.parent).some((reference) => isTarget(view, reference));
}

/** Whether a name stands where something is assigned: `x = 1`, `x++`, `[x] = …`, `for (x of …)`. */
function isTarget({ ts: typescript }: View, name: ts.Identifier): boolean {
  for (let at: ts.Node = name; at.parent && !typescript.isStatement(at); at = at.parent) {
    const { parent } = at;
    if (typescript.isBinaryExpression(parent) && parent.left === at && isAssignment(typescript, parent.operatorToken.kind)) return true;
    if ((typescript.isPrefixUnaryExpression(parent) || typescript.isPostfixUnaryExpression(parent)) && at === name) return true;
    if ((typescript.isForOfStatement(parent) || typescript.isForInStatement(parent)) && parent.initializer === at) return true;
    if (typescript.isPropertyAccessExpression(parent) || typescript.isCallExpression(parent) || typescript.isFunctionLike(parent)) return false;
  }
  return false;
}

function isAssignment({ SyntaxKind }: View['ts'], kind: ts.SyntaxKind): boolean {
  return kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment;
}
