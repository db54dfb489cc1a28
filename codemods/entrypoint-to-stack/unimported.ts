import type ts from 'typescript';
import { allDescendants, hasModifier } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Range } from '../../plans/syntax/node.ts';

/** The import, the part of one, or the function of the file, that nothing uses any more once an expression is gone. */
export function unimported({ ts: typescript }: View, file: ts.SourceFile, gone: ts.Expression): Range | undefined {
  const name = typescript.isCallExpression(gone) && typescript.isIdentifier(gone.expression) ? gone.expression.text : undefined;
  const uses = name === undefined ? [] : allDescendants(typescript, file).filter((node) => typescript.isIdentifier(node) && node.text === name);
  if (uses.length > 2) return undefined;
  const declared = uses.map(({ parent }) => parent).find((parent) => typescript.isFunctionDeclaration(parent) && parent.name?.text === name);
  if (declared && typescript.isFunctionDeclaration(declared)) return hasModifier(typescript, declared, typescript.SyntaxKind.ExportKeyword) ? undefined : { start: declared.pos, end: declared.end };
  const specifier = uses.map(({ parent }) => parent).find((parent) => typescript.isImportSpecifier(parent));
  if (!specifier || !typescript.isImportSpecifier(specifier)) return undefined;
  const { elements } = specifier.parent;
  const clause = specifier.parent.parent;
  if (elements.length === 1 && !clause.name) return withBreaks(file.text, { start: clause.parent.getStart(), end: clause.parent.end });
  const at = elements.indexOf(specifier);
  const next = elements[at + 1];
  return next ? { start: specifier.getStart(), end: next.getStart() } : { start: elements[at - 1]?.end ?? specifier.getStart(), end: specifier.end };
}

/** With the end of its line; at the top of the file also with the empty lines behind it. */
function withBreaks(text: string, { start, end }: Range): Range {
  const breaks = start === 0 ? /^\s*/ : /^[ \t]*\r?\n/;
  return { start, end: end + (breaks.exec(text.slice(end))?.[0].length ?? 0) };
}
