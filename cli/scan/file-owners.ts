import type ts from 'typescript';
import type { Project } from './project.ts';

/** Source files of the program itself; never declarations, dependencies or JSON. */
export function isOwnSource(program: ts.Program, file: ts.SourceFile): boolean {
  return !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file) && isSourceName(file.fileName);
}

function isSourceName(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file) && !/\.d\.[cm]?ts$/.test(file) && !file.includes('/node_modules/');
}

/**
 * Which project scans a file that a tsconfig includes: the most specific one, so that each file is scanned once.
 * @param projects the most specific first
 */
export function ownersOf(projects: readonly Project[]): ReadonlyMap<string, Project> {
  const owners = new Map<string, Project>();
  for (const project of projects) {
    for (const file of project.rootNames) {
      if (isSourceName(file) && !owners.has(file)) owners.set(file, project);
    }
  }
  return owners;
}
