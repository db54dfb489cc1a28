import type ts from 'typescript';
import type { BundledLibrary, Compiler } from './compiler.ts';
import type { Project } from './project.ts';

/** Turns projects into programs that share what they can: parsed declaration files and the answers of the file system. */
export type ProgramMaker = (project: Project) => ts.Program;

/** References lead to sources, whether their outputs are built or not; the compiler knows this option without declaring it. */
type Host = ts.CompilerHost & { useSourceOfProjectReferenceRedirect?(): boolean };

export function programMaker(): ProgramMaker {
  const shared = new Map<Compiler['ts'], Shared>();
  return ({ compiler, rootNames, options, references }) => {
    let sharing = shared.get(compiler.ts);
    if (!sharing) shared.set(compiler.ts, (sharing = shareWith(compiler)));
    const host = sharedHost(compiler, options, sharing);
    return compiler.ts.createProgram({ rootNames, options, projectReferences: references, host });
  };
}

interface Shared {
  /** Declaration files by name, target and module format: nothing else of the options changes how they are read. */
  readonly declarations: Map<string, ts.SourceFile>;
  readonly files: Pick<ts.CompilerHost, 'fileExists' | 'readFile' | 'directoryExists' | 'realpath' | 'getDirectories'>;
  packageJsons: ts.PackageJsonInfoCache | undefined;
}

function shareWith({ ts, bundled }: Compiler): Shared {
  const { sys } = ts;
  return {
    declarations: new Map(),
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

function sharedHost({ ts, bundled }: Compiler, options: ts.CompilerOptions, shared: Shared): Host {
  const host: Host = { ...ts.createCompilerHost(options), ...shared.files, ...(bundled ? libraryOf(ts, bundled) : {}) };
  const resolutions = ts.createModuleResolutionCache(host.getCurrentDirectory(), host.getCanonicalFileName, options, shared.packageJsons);
  shared.packageJsons = resolutions.getPackageJsonInfoCache();
  const parse = host.getSourceFile;
  return {
    ...host,
    getModuleResolutionCache: () => resolutions,
    useSourceOfProjectReferenceRedirect: () => true,
    getSourceFile(fileName, languageVersion, onError, shouldCreate) {
      if (!/\.d\.[cm]?ts$/.test(fileName)) return parse(fileName, languageVersion, onError, shouldCreate);
      const key = JSON.stringify([fileName, languageVersion]);
      const file = shared.declarations.get(key) ?? declaration(ts, host, fileName, languageVersion);
      if (file) shared.declarations.set(key, file);
      return file;
    },
  };
}

function declaration(typescript: Compiler['ts'], host: Host, fileName: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined {
  const text = host.readFile(fileName);
  return text === undefined ? undefined : typescript.createSourceFile(fileName, text, version);
}

function libraryOf(typescript: Compiler['ts'], { folder }: BundledLibrary): Pick<Host, 'getDefaultLibLocation' | 'getDefaultLibFileName'> {
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
