import type ts from 'typescript';
import type { View } from '../../analysis/view.ts';

/**
 * The type to write behind the name of a variable that TypeScript infers from its assignments: what is assigned, and what the variable is before that.
 * Undefined when a part of it has no name at that place.
 */
export function annotationOf(view: View, name: ts.Identifier): string | undefined {
  const initial = initialOf(view, name.parent);
  const symbol = view.types.symbolOf(name);
  if (!initial || !symbol) return undefined;
  const parts = assignedTo(view, symbol, name.getSourceFile()).map((value) => nameOf(view, value, name));
  const named = parts.every((part) => part !== undefined) ? [...new Set(parts)] : [];
  return named.length > 0 ? [...named.filter((part) => part !== initial), initial].join(' | ') : undefined;
}

/** `undefined` or `null`; an array that grows has no type yet. */
function initialOf({ ts: typescript }: View, declaration: ts.Node): 'undefined' | 'null' | undefined {
  if (!typescript.isVariableDeclaration(declaration)) return undefined;
  const { initializer } = declaration;
  if (!initializer) return 'undefined';
  if (initializer.kind === typescript.SyntaxKind.NullKeyword) return 'null';
  return typescript.isArrayLiteralExpression(initializer) ? undefined : 'undefined';
}

function assignedTo(view: View, symbol: ts.Symbol, sourceFile: ts.SourceFile): ts.Expression[] {
  const { ts: typescript, types } = view;
  const values: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    const isAssignment = typescript.isBinaryExpression(node) && node.operatorToken.kind === typescript.SyntaxKind.EqualsToken;
    if (isAssignment && typescript.isIdentifier(node.left) && node.left.text === symbol.name && types.symbolOf(node.left) === symbol) values.push(node.right);
    node.forEachChild(visit);
  };
  visit(sourceFile);
  return values;
}

/** The name of a value's type where the variable is declared; undefined for one that would have to be imported, and for a structure. */
function nameOf(view: View, value: ts.Expression, at: ts.Node): string | undefined {
  const text = view.program.getTypeChecker().typeToString(view.types.typeOf(value), at, view.ts.TypeFormatFlags.NoTruncation);
  return /import\(|[{}]|\.\.\.|\b(?:any|never|unknown)\b/.test(text) ? undefined : text.includes('=>') ? `(${text})` : text;
}
