import path from 'node:path';
import type ts from 'typescript';
import type { Compiler } from './compiler.ts';
import { withSlashes } from './paths.ts';
import { type Problem, problemOf } from './problem.ts';

/** What a tsconfig says. */
export interface Project {
  readonly configFile: string;
  readonly folder: string;
  /** Named, or the nearest one to a path of the request: when it is broken, the request cannot be served. */
  readonly nearest: boolean;
  /** Itself, and the tsconfigs from which references lead here. */
  readonly reachedFrom: Set<string>;
  readonly compiler: Compiler;
  readonly options: ts.CompilerOptions;
  /** The files it includes. */
  readonly rootNames: readonly string[];
  readonly references: readonly ts.ProjectReference[];
  readonly problems: readonly Problem[];
}

/** Codes of diagnostics that make a tsconfig broken: unreadable, or what it extends is. Options this TypeScript does not know are none. */
const broken: ReadonlySet<number> = new Set([5012, 5083, 6053, 18000]);
const isSyntaxError = (diagnostic: ts.Diagnostic) => diagnostic.code >= 1000 && diagnostic.code < 2000;

/** Reads a tsconfig with all that it extends. A tsconfig with a syntax error includes nothing. */
export function readProject(compiler: Compiler, configFile: string, nearest: boolean): Project {
  const { ts } = compiler;
  const unrecoverable: ts.Diagnostic[] = [];
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (diagnostic: ts.Diagnostic) => void unrecoverable.push(diagnostic) };
  const parsed = ts.getParsedCommandLineOfConfigFile(configFile, {}, host);
  const said = [...unrecoverable, ...(parsed ? ts.getConfigFileParsingDiagnostics(parsed) : [])];
  const faults = said.filter((diagnostic) => isSyntaxError(diagnostic) || broken.has(diagnostic.code));
  return {
    configFile,
    folder: path.posix.dirname(configFile),
    nearest,
    reachedFrom: new Set([configFile]),
    compiler,
    options: withTypes(compiler, parsed?.options ?? {}),
    rootNames: faults.some(isSyntaxError) ? [] : (parsed?.fileNames ?? []).map(withSlashes),
    references: parsed?.projectReferences ?? [],
    problems: faults.slice(0, 1).map((fault) => problemOf(ts, located(fault, parsed?.options), nearest ? 'request' : 'part', configFile)),
  };
}

/** A base that is missing is reported without a place: it is the `extends` of the tsconfig. */
function located(fault: ts.Diagnostic, options: ts.CompilerOptions | undefined): ts.Diagnostic {
  const file = options?.['configFile'] as ts.TsConfigSourceFile | undefined;
  const start = file?.text.indexOf('"extends"') ?? -1;
  return fault.file || !file || start < 0 ? fault : { ...fault, file, start };
}

/** TypeScript 6 no longer loads every `@types` package by itself; a project written for 5 or 7 would go blind without. */
function withTypes(compiler: Compiler, options: ts.CompilerOptions): ts.CompilerOptions {
  const extra = compiler.bundled !== undefined && options.types === undefined ? { types: ['*'] } : {};
  return { ...options, ...extra, noEmit: true };
}
