import path from 'node:path';
import ts from 'typescript';

/** The project that the files of a case belong to. */
export const fixtureFolder = path.join(import.meta.dirname, 'fixture');
const configuration = ts.parseJsonConfigFileContent(ts.readConfigFile(path.join(fixtureFolder, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, fixtureFolder);

/** Library and stub files, parsed and bound once for all programs of a test file. */
const onDisk = new Map<string, ts.SourceFile | undefined>();
let latest: ts.Program | undefined;

/** Files of a case by their name relative to the project: `{ 'src/main.ts': '…' }`. */
export type Files = Readonly<Record<string, string>>;

/** Where a file of a case stands for the compiler. */
export function fixturePath(name: string): string {
  return path.join(fixtureFolder, name);
}

/** A program of the fixture project and the given files, which exist in memory only. */
export function programOf(files: Files, options: ts.CompilerOptions = {}): ts.Program {
  const virtual = new Map(Object.entries(files).map(([name, text]) => [fixturePath(name), text]));
  const compilerOptions = { ...configuration.options, ...options };
  const rootNames = [...configuration.fileNames, ...[...virtual.keys()].filter((name) => /\.[cm]?tsx?$/.test(name))];
  latest = ts.createProgram({ rootNames, options: compilerOptions, host: hostOf(virtual, compilerOptions), oldProgram: latest });
  return latest;
}

function hostOf(virtual: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  const folders = new Set([...virtual.keys()].flatMap(foldersAbove));
  const { getSourceFile, fileExists, readFile, directoryExists } = host;
  host.getSourceFile = (name, version, onError) => {
    const text = virtual.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, version, true);
    if (!onDisk.has(name)) onDisk.set(name, getSourceFile(name, version, onError));
    return onDisk.get(name);
  };
  host.fileExists = (name) => virtual.has(name) || fileExists(name);
  host.readFile = (name) => virtual.get(name) ?? readFile(name);
  host.directoryExists = (name) => folders.has(name) || directoryExists!(name);
  return host;
}

function foldersAbove(name: string): string[] {
  const folder = path.dirname(name);
  return folder === fixtureFolder || folder === path.dirname(folder) ? [folder] : [folder, ...foldersAbove(folder)];
}
