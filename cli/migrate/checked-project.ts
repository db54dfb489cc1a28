import type ts from 'typescript';
import { isOfTsconfig } from '../../codemods/typed/of-tsconfig.ts';
import type { Project } from '../scan/project.ts';

/** A project whose files can be given another text, to see what the compiler says then. */
export interface CheckedProject {
  setText(file: string, text: string): void;
  /** Is the file compiled as it is? A tsconfig with references may name files that it takes from elsewhere. */
  compiles(file: string): boolean;
  /** What the compiler says of a file that it compiles, each message as often as it is said. */
  messages(file: string): readonly string[];
}

const stacksLib = 'lib.esnext.disposable.d.ts';

/** A language service over the project, with the types of the stacks whether its `lib` names them or not: the run adds them where they lack. */
export function checkedProject(project: Project): CheckedProject {
  const { ts: compiler, bundled } = project.compiler;
  const options = { ...project.options, lib: withStacks(compiler, project.options) };
  const texts = new Map<string, { text: string; version: number }>();
  const read = (file: string): string | undefined => texts.get(file)?.text ?? bundled?.files.get(file) ?? compiler.sys.readFile(file);
  const host: ts.LanguageServiceHost = {
    ...compiler.sys,
    useCaseSensitiveFileNames: () => compiler.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...project.rootNames],
    getProjectReferences: () => project.references,
    getScriptVersion: (file) => String(texts.get(file)?.version ?? 0),
    getScriptSnapshot: (file) => snapshot(compiler, read(file)),
    getCurrentDirectory: () => project.folder,
    getDefaultLibFileName: (given) => (bundled ? `${bundled.folder}/${compiler.getDefaultLibFileName(given)}` : compiler.getDefaultLibFilePath(given)),
    fileExists: (file) => bundled?.files.has(file) === true || compiler.sys.fileExists(file),
    readFile: read,
  };
  const service = compiler.createLanguageService(host);
  return {
    setText: (file, text) => void texts.set(file, { text, version: (texts.get(file)?.version ?? 0) + 1 }),
    compiles: (file) => service.getProgram()?.getSourceFile(file) !== undefined,
    messages: (file) => service.getSemanticDiagnostics(file).filter((message) => !isOfTsconfig(message)).map(({ code, messageText }) => `TS${code} ${compiler.flattenDiagnosticMessageText(messageText, ' ')}`),
  };
}

function withStacks(compiler: typeof ts, options: ts.CompilerOptions): string[] {
  const libs = options.lib ?? [compiler.getDefaultLibFileName(options)];
  return libs.includes(stacksLib) ? libs : [...libs, stacksLib];
}

function snapshot(compiler: typeof ts, text: string | undefined): ts.IScriptSnapshot | undefined {
  return text === undefined ? undefined : compiler.ScriptSnapshot.fromString(text);
}
