import type ts from 'typescript';
import { originsOf } from './origin.ts';
import { identifiersNamed } from './ownership/references.ts';
import type { View } from './view.ts';

/** A class in the text of its file, as far as a member or an interface can be added to it. Offsets count from the start of the text. */
export interface ClassText {
  readonly start: number;
  /** Behind the opening brace, and before the closing one. */
  readonly body: { readonly start: number; readonly end: number };
  /** The end of the last member, its semicolon included. */
  readonly lastMember: { readonly end: number; readonly isField: boolean } | undefined;
  /** The interfaces it implements, and where its head ends; absent in JavaScript. */
  readonly head: { readonly end: number; readonly interfaces: readonly { readonly start: number; readonly end: number }[] } | undefined;
}

/** Where a class can be added to. */
export function classTextOf({ ts: typescript }: View, node: ts.ClassLikeDeclaration): ClassText {
  const file = node.getSourceFile();
  const last = node.members.at(-1);
  return {
    start: node.getStart(file),
    body: { start: node.members.pos, end: node.end - 1 },
    lastMember: last && { end: last.end, isField: typescript.isPropertyDeclaration(last) },
    head: isJavaScript(file) ? undefined : headOf(typescript, node, file),
  };
}

/** Whether an interface of the library can be implemented here: its name means nothing else, and the class does not name it yet. */
export function canImplement(view: View, node: ts.ClassLikeDeclaration, name: string): boolean {
  const symbol = typeNamed(view, name, node);
  const isLibrary = symbol !== undefined && originsOf(view, symbol).every(({ from }) => from === 'lib');
  return isLibrary && !(node.heritageClauses ?? []).some((clause) => clause.types.some((type) => type.expression.getText() === name));
}

/** A name that a module does not mention means there what it means in every other: that is looked up once, for all that a scope has are gone through. */
function typeNamed(view: View, name: string, node: ts.ClassLikeDeclaration): ts.Symbol | undefined {
  const isGlobal = view.ts.isSourceFile(node.parent) && identifiersNamed(view, node.parent, name).length === 0;
  return isGlobal ? view.remember(`global ${name}`, view.program, () => view.types.typeNamed(name, node)) : view.types.typeNamed(name, node);
}

function isJavaScript(file: ts.SourceFile): boolean {
  return /\.[cm]?jsx?$/.test(file.fileName);
}

function headOf(typescript: View['ts'], node: ts.ClassLikeDeclaration, file: ts.SourceFile): ClassText['head'] {
  const clauses = node.heritageClauses ?? [];
  const interfaces = clauses.filter((clause) => clause.token === typescript.SyntaxKind.ImplementsKeyword).flatMap((clause) => [...clause.types]);
  const before = clauses.at(-1)?.types.at(-1)?.end ?? afterParameters(typescript, node, file) ?? node.name?.end ?? afterKeyword(typescript, node, file);
  return { end: before, interfaces: interfaces.map((type) => ({ start: type.getStart(file), end: type.end })) };
}

/** Behind the `>` of the type parameters. */
function afterParameters(typescript: View['ts'], node: ts.ClassLikeDeclaration, file: ts.SourceFile): number | undefined {
  if (!node.typeParameters) return undefined;
  return node.getChildren(file).find((child) => child.kind === typescript.SyntaxKind.GreaterThanToken)?.end;
}

function afterKeyword(typescript: View['ts'], node: ts.ClassLikeDeclaration, file: ts.SourceFile): number {
  return node.getChildren(file).find((child) => child.kind === typescript.SyntaxKind.ClassKeyword)?.end ?? node.getStart(file);
}
