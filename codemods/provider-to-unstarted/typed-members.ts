import path from 'node:path';
import type ts from 'typescript';
import { originsOf } from '../../analysis/origin.ts';
import type { View } from '../../analysis/view.ts';
import type { SiteEdit } from '../../plans/edit.ts';
import { indentAt } from '../../plans/syntax/lines.ts';
import { textStyle } from '../../plans/text-style.ts';
import type { Container } from './container-of.ts';
import { membersFor } from './unwrapped-types.ts';

/** A new key behind another one in every type that the program has written for the container; nothing where the type of its value cannot be written there. */
export function typedMembers(view: View, container: Container, behind: string, key: string, value: ts.Identifier): readonly SiteEdit[] | undefined {
  const edits: SiteEdit[] = [];
  for (const member of membersFor(view, container, behind)) {
    const type = typeAt(view, value, member);
    if (!type) return undefined;
    const file = member.getSourceFile();
    const end = /[;,]/.test(file.text[member.end - 1] ?? '') ? file.text[member.end - 1]! : ';';
    edits.push({ file: file.fileName, start: member.end, end: member.end, text: `${textStyle(file.text).eol}${indentAt(file.text, member.getStart())}${key}: ${type.text}${end}` }, ...type.imports);
  }
  return edits;
}

interface WrittenType {
  readonly text: string;
  readonly imports: readonly SiteEdit[];
}

/** The name of the type, imported where the file does not know it. */
function typeAt(view: View, value: ts.Identifier, at: ts.Node): WrittenType | undefined {
  const symbol = view.types.symbolOfType(view.types.typeOf(value));
  if (!symbol || view.types.print(view.types.typeOf(value)) !== symbol.name) return undefined;
  if (view.types.typeNamed(symbol.name, at) === symbol) return { text: symbol.name, imports: [] };
  const isExported = symbol.declarations?.some((declaration) => view.ts.canHaveModifiers(declaration) && view.ts.getModifiers(declaration)?.some(({ kind }) => kind === view.ts.SyntaxKind.ExportKeyword));
  const [origin] = originsOf(view, symbol);
  if (view.types.typeNamed(symbol.name, at) || origin?.from !== 'file' || !isExported) return undefined;
  return { text: symbol.name, imports: [importOf(view, symbol.name, origin.file, at.getSourceFile())] };
}

/** In the order of the specifiers, as far as they have one. */
function importOf({ ts: typescript }: View, name: string, from: string, file: ts.SourceFile): SiteEdit {
  const imports = file.statements.filter(typescript.isImportDeclaration).map((node) => ({ node, specifier: (node.moduleSpecifier as ts.StringLiteral).text }));
  const relative = imports.filter(({ specifier }) => specifier.startsWith('.'));
  const extension = /\.[cm]?[jt]sx?$/.exec(relative[0]?.specifier ?? '')?.[0];
  const bare = path.posix.relative(path.posix.dirname(file.fileName), from).replace(/\.[cm]?tsx?$/, '');
  const specifier = `${bare.startsWith('.') ? '' : './'}${bare}${extension ?? ''}`;
  const { eol, quote } = textStyle(file.text);
  const semicolon = imports.every(({ node }) => node.getText().endsWith(';')) ? ';' : '';
  const text = `import type { ${name} } from ${quote}${specifier}${quote}${semicolon}`;
  const next = relative.find((one) => one.specifier > specifier);
  if (next) return { file: file.fileName, start: next.node.getStart(), end: next.node.getStart(), text: text + eol, shared: true };
  const last = imports.at(-1)?.node;
  return last ? { file: file.fileName, start: last.end, end: last.end, text: eol + text, shared: true } : { file: file.fileName, start: 0, end: 0, text: text + eol + eol, shared: true };
}
