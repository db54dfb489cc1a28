import type ts from 'typescript';
import { typescript } from './compiler.ts';
import type { RestingProgram } from './resting-program.ts';

const graphs = new WeakMap<RestingProgram, ReadonlyMap<string, readonly string[]>>();

/** The files themselves and all that use what they declare, directly or not. A file without imports and exports declares for everybody. */
export function dependentsOf(program: RestingProgram, files: readonly string[]): string[] {
  if (files.some((file) => isScript(program.files().getSourceFile(file)))) return ownFiles(program.files()).map(({ fileName }) => fileName);
  let graph = graphs.get(program);
  if (!graph) graphs.set(program, (graph = usersByFile(program.checked())));
  const found = new Set(files);
  for (const file of found) for (const user of graph.get(file) ?? []) found.add(user);
  return [...found];
}

function isScript(file: ts.SourceFile | undefined): boolean {
  return file !== undefined && !typescript.isExternalModule(file);
}

function ownFiles(program: ts.Program): ts.SourceFile[] {
  return program.getSourceFiles().filter((file) => !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file));
}

/** For every file those that import it, directly. */
function usersByFile(program: ts.Program): Map<string, string[]> {
  const checker = program.getTypeChecker();
  const users = new Map<string, string[]>();
  for (const file of ownFiles(program)) {
    for (const specifier of specifiersOf(file)) {
      const imported = checker.getSymbolAtLocation(specifier)?.declarations?.find(typescript.isSourceFile)?.fileName;
      if (imported !== undefined) users.set(imported, [...(users.get(imported) ?? []), file.fileName]);
    }
  }
  return users;
}

/** Every module specifier of a file, those of `import()` and of types among them; the compiler keeps them without declaring it. */
function specifiersOf(file: ts.SourceFile): readonly ts.StringLiteralLike[] {
  return (file as ts.SourceFile & { readonly imports?: readonly ts.StringLiteralLike[] }).imports ?? [];
}
