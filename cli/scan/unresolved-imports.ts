import type ts from 'typescript';
import type { TypeScript } from '../../analysis/view.ts';

/** How many modules a file names, and how many of them the compiler cannot find. Imports for side effects alone have no types to miss. */
export function importsOf(typescript: TypeScript, program: ts.Program, sourceFile: ts.SourceFile): { all: number; unresolved: number } {
  const checker = program.getTypeChecker();
  const specifiers = sourceFile.statements.flatMap((statement) => specifierOf(typescript, statement) ?? []);
  return { all: specifiers.length, unresolved: specifiers.filter((specifier) => !checker.getSymbolAtLocation(specifier)).length };
}

function specifierOf(typescript: TypeScript, statement: ts.Statement): ts.Expression | undefined {
  if (typescript.isImportDeclaration(statement)) return statement.importClause && statement.moduleSpecifier;
  if (typescript.isExportDeclaration(statement)) return statement.moduleSpecifier;
  if (!typescript.isImportEqualsDeclaration(statement)) return undefined;
  const { moduleReference } = statement;
  return typescript.isExternalModuleReference(moduleReference) ? moduleReference.expression : undefined;
}
