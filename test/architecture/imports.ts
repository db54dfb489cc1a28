import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

export interface Import {
  /** The importing file, relative to the repository. */
  from: string;
  /** A file relative to the repository, or the specifier of a package. */
  to: string;
  /** Erased when compiled. */
  typeOnly: boolean;
}

export const root = path.join(import.meta.dirname, '../..');

/** The imports, re-exports and dynamic imports of the sources under the given files and folders. */
export function importsOf(...places: readonly string[]): readonly Import[] {
  const patterns = places.map((place) => (place.endsWith('.ts') ? place : `${place}/**/*.ts`));
  return globSync(patterns, { cwd: root }).flatMap(importsOfFile);
}

function importsOfFile(from: string): readonly Import[] {
  const sourceFile = ts.createSourceFile(from, readFileSync(path.join(root, from), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier) found.push({ from, to: target(from, specifier.text), typeOnly: isTypeOnly(node) });
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return found;
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  const specifier = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier
    : ts.isCallExpression(node) && isLoad(node.expression) ? node.arguments[0]
    : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal
    : undefined;
  return specifier && ts.isStringLiteralLike(specifier) ? specifier : undefined;
}

function isLoad(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

/** `import { type A }` stays an import when compiled; only `import type` is erased. */
function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isImportTypeNode(node) || (ts.isExportDeclaration(node) && node.isTypeOnly);
}

function target(from: string, specifier: string): string {
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : specifier;
}
