import type ts from 'typescript';
import { allDescendants } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Range } from '../../plans/syntax/node.ts';

/** The import, or the part of one, that nothing uses any more once an expression is gone. */
export function unimported({ ts: typescript }: View, file: ts.SourceFile, gone: ts.Expression): Range | undefined {
  const name = typescript.isCallExpression(gone) && typescript.isIdentifier(gone.expression) ? gone.expression.text : undefined;
  const uses = name === undefined ? [] : allDescendants(typescript, file).filter((node) => typescript.isIdentifier(node) && node.text === name);
  const specifier = uses.map(({ parent }) => parent).find((parent) => typescript.isImportSpecifier(parent));
  if (!specifier || !typescript.isImportSpecifier(specifier) || uses.length > 2) return undefined;
  const { elements } = specifier.parent;
  const clause = specifier.parent.parent;
  if (elements.length === 1 && !clause.name) return { start: clause.parent.getStart(), end: endOfLine(file.text, clause.parent.end) };
  const at = elements.indexOf(specifier);
  const next = elements[at + 1];
  return next ? { start: specifier.getStart(), end: next.getStart() } : { start: elements[at - 1]?.end ?? specifier.getStart(), end: specifier.end };
}

function endOfLine(text: string, end: number): number {
  return end + (/^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0);
}
