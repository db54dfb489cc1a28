import type ts from 'typescript';
import type { TypeScript } from '../../analysis/view.ts';

/** The standard library of a TypeScript that lies in no folder. */
export interface BundledLibrary {
  readonly folder: string;
  /** Texts by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** References lead to sources, whether their outputs are built or not; the compiler knows this option without declaring it. */
export type Host = ts.CompilerHost & { useSourceOfProjectReferenceRedirect?(): boolean };

/** What the programs of one TypeScript share: parsed declaration files and the answers of the file system. */
export interface Shared {
  readonly typescript: TypeScript;
  readonly bundled: BundledLibrary | undefined;
  /** Declaration files by name and module format: nothing else of the options changes how they are read. The bundled library is read in one way only. */
  readonly declarations: Map<string, ts.SourceFile>;
  /** Other files as they were read last, by name and all that changes how they are read. */
  readonly sources: Map<string, ts.SourceFile>;
  readonly keyOf: (options: ts.CompilerOptions) => string;
  readonly files: Pick<ts.CompilerHost, 'fileExists' | 'readFile' | 'directoryExists' | 'realpath' | 'getDirectories'>;
  packageJsons: ts.PackageJsonInfoCache | undefined;
}

export function shareWith(typescript: TypeScript, bundled?: BundledLibrary): Shared {
  const { sys } = typescript;
  return {
    typescript,
    bundled,
    declarations: new Map(),
    sources: new Map(),
    keyOf: (options) => typescript.createDocumentRegistry().getKeyForCompilationSettings(options),
    files: {
      fileExists: remembered((file) => bundled?.files.has(file) || sys.fileExists(file)),
      readFile: (file) => bundled?.files.get(file) ?? sys.readFile(file),
      directoryExists: remembered(sys.directoryExists),
      realpath: remembered((file) => sys.realpath?.(file) ?? file),
      getDirectories: remembered(sys.getDirectories),
    },
    packageJsons: undefined,
  };
}

/** A host for one program. */
export function sharedHost(shared: Shared, options: ts.CompilerOptions): Host {
  const { typescript, bundled } = shared;
  const host: Host = { ...typescript.createCompilerHost(options), ...shared.files, ...(bundled ? libraryOf(typescript, bundled) : {}) };
  const resolutions = typescript.createModuleResolutionCache(host.getCurrentDirectory(), host.getCanonicalFileName, options, shared.packageJsons);
  shared.packageJsons = resolutions.getPackageJsonInfoCache();
  const parse = host.getSourceFile;
  return {
    ...host,
    getModuleResolutionCache: () => resolutions,
    useSourceOfProjectReferenceRedirect: () => true,
    getSourceFile(fileName, languageVersion, onError, shouldCreate) {
      if (!isDeclaration(fileName)) return parse(fileName, languageVersion, onError, shouldCreate);
      const isLibrary = bundled?.files.has(fileName);
      const how = isLibrary ? library(typescript) : ofAnyTarget(typescript, languageVersion);
      const key = isLibrary ? fileName : JSON.stringify([fileName, how]);
      const file = shared.declarations.get(key) ?? declaration(typescript, host, fileName, how);
      if (file) shared.declarations.set(key, file);
      return file;
    },
  };
}

/** Reads files that may have got another text for programs with some options. Programs that read a file alike have the same one. */
export function sourceReader({ typescript, sources, keyOf }: Shared, options: ts.CompilerOptions): (fileName: string, text: string, how: ts.ScriptTarget | ts.CreateSourceFileOptions) => ts.SourceFile {
  const readAs = keyOf(options);
  return (fileName, text, how) => {
    const key = JSON.stringify([fileName, how, readAs]);
    const known = sources.get(key);
    const file = known?.text === text ? known : typescript.createSourceFile(fileName, text, how);
    sources.set(key, file);
    return file;
  };
}

/** Whether a file is shared: the host gives the same one to every program. */
export function isDeclaration(fileName: string): boolean {
  return /\.d\.[cm]?ts$/.test(fileName);
}

function declaration(typescript: TypeScript, host: Host, fileName: string, how: ts.CreateSourceFileOptions): ts.SourceFile | undefined {
  const text = host.readFile(fileName);
  return text === undefined ? undefined : typescript.createSourceFile(fileName, text, how);
}

/** A declaration is read alike for every target: it has no statements. */
function ofAnyTarget({ ScriptTarget }: TypeScript, version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.CreateSourceFileOptions {
  return { ...(typeof version === 'object' ? version : {}), languageVersion: ScriptTarget.Latest };
}

/** Global scripts without a word to read in their comments. */
function library({ JSDocParsingMode, ScriptTarget }: TypeScript): ts.CreateSourceFileOptions {
  return { languageVersion: ScriptTarget.Latest, jsDocParsingMode: JSDocParsingMode.ParseNone };
}

function libraryOf(typescript: TypeScript, { folder }: BundledLibrary): Pick<Host, 'getDefaultLibLocation' | 'getDefaultLibFileName'> {
  return {
    getDefaultLibLocation: () => folder,
    getDefaultLibFileName: (options) => `${folder}/${typescript.getDefaultLibFileName(options)}`,
  };
}

function remembered<Answer>(ask: (path: string) => Answer): (path: string) => Answer {
  const answers = new Map<string, Answer>();
  return (path) => {
    if (!answers.has(path)) answers.set(path, ask(path));
    return answers.get(path) as Answer;
  };
}
