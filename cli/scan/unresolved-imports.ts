import type ts from 'typescript';
import type { TypeScript } from '../../analysis/view.ts';

/** The modules a file names, and those of them that the compiler cannot find. Imports for side effects alone have no types to miss. */
export function importsOf(typescript: TypeScript, program: ts.Program, sourceFile: ts.SourceFile): { all: number; unresolved: string[] } {
  const checker = program.getTypeChecker();
  const specifiers = sourceFile.statements.flatMap((statement) => specifierOf(typescript, statement) ?? []);
  const unresolved = specifiers.filter((specifier) => !checker.getSymbolAtLocation(specifier));
  return { all: specifiers.length, unresolved: unresolved.map((specifier) => specifier.text) };
}

function specifierOf(typescript: TypeScript, statement: ts.Statement): ts.StringLiteralLike | undefined {
  const specifier = namedBy(typescript, statement);
  return specifier && typescript.isStringLiteralLike(specifier) ? specifier : undefined;
}

function namedBy(typescript: TypeScript, statement: ts.Statement): ts.Expression | undefined {
  if (typescript.isImportDeclaration(statement)) return statement.importClause && statement.moduleSpecifier;
  if (typescript.isExportDeclaration(statement)) return statement.moduleSpecifier;
  if (!typescript.isImportEqualsDeclaration(statement)) return undefined;
  const { moduleReference } = statement;
  return typescript.isExternalModuleReference(moduleReference) ? moduleReference.expression : undefined;
}
