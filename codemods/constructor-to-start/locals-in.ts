import type ts from 'typescript';
import { allDescendants, isWithin } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { TextEdit } from '../../plans/edit.ts';
import type { Reason } from '../../plans/reasons.ts';

/** What a statement that leaves its constructor uses of it: a parameter that is a field as well is read from the field; anything else stays behind. */
export function localsIn(view: View, statement: ts.Statement): readonly TextEdit[] | Reason {
  const { ts: typescript } = view;
  const rewrites: TextEdit[] = [];
  for (const node of allDescendants(typescript, statement)) {
    if (!typescript.isIdentifier(node) || isMemberName(view, node)) continue;
    const declaration = (typescript.isShorthandPropertyAssignment(node.parent) ? view.types.shorthandValueOf(node.parent) : view.types.symbolOf(node))?.valueDeclaration;
    if (!declaration || !isWithin(declaration, statement.parent.parent) || isWithin(declaration, statement)) continue;
    if (!isFieldToo(view, declaration) || typescript.isShorthandPropertyAssignment(node.parent) || isInOtherThis(view, node, statement)) return 'start-uses-locals';
    rewrites.push({ start: node.getStart(), end: node.end, text: `this.${node.text}` });
  }
  return rewrites;
}

function isMemberName({ ts: typescript }: View, node: ts.Identifier): boolean {
  const { parent } = node;
  return (typescript.isPropertyAccessExpression(parent) || typescript.isPropertyAssignment(parent)) && parent.name === node;
}

/** `constructor(private readonly poll: () => void)`, which nobody assigns to. */
function isFieldToo({ ts: typescript }: View, declaration: ts.Declaration): boolean {
  if (!typescript.isParameter(declaration) || !typescript.isParameterPropertyDeclaration(declaration, declaration.parent)) return false;
  return (typescript.getModifiers(declaration) ?? []).some(({ kind }) => kind === typescript.SyntaxKind.ReadonlyKeyword);
}

/** Within a function that has a `this` of its own. */
function isInOtherThis({ ts: typescript }: View, node: ts.Node, statement: ts.Node): boolean {
  for (let at = node.parent; at !== statement; at = at.parent) if (typescript.isFunctionLike(at) && !typescript.isArrowFunction(at)) return true;
  return false;
}
