import type ts from 'typescript';
import { stories, type FileStories } from '../../analysis/index.ts';
import type { Settings } from '../../analysis/settings.ts';
import { SyntaxProblem } from '../text/syntax-problem.ts';
import { AwakePrograms } from './awake-programs.ts';
import { bundledLibrary } from './bundled-typescript.ts';
import { typescript } from './compiler.ts';
import { dependentsOf } from './dependents.ts';
import { EditableProgram } from './editable-program.ts';
import { isOfTsconfig } from './of-tsconfig.ts';
import type { RestingProgram } from './resting-program.ts';
import { shareWith, type Shared } from './shared-host.ts';

/** The files of one tsconfig with the texts that they have at one time. Files are named by absolute paths with slashes; texts have no byte order mark. */
export interface Snapshot {
  has(file: string): boolean;
  /** The life stories of a file. They are not to be kept: they hold the program. Throws a `SyntaxProblem`, under the name given, for a file that does not parse. */
  stories(file: string, settings?: Settings, name?: string): FileStories;
  /** What the compiler says of a file, each message as often as it is said. */
  messages(file: string): readonly string[];
  /** The files themselves and all that use what they declare, directly or not. */
  dependents(files: readonly string[]): readonly string[];
  /** Whether a file of the project has no syntax error. */
  parses(file: string): boolean;
}

/** The files of one tsconfig as they are now; they can be given another text. */
export interface TypedProject extends Snapshot {
  setText(file: string, text: string): void;
  /** Answers for the files as they are now, also once they have got another text. */
  snapshot(): Snapshot;
}

const stacksLib = 'lib.esnext.disposable.d.ts';

/** What the projects of one run share. */
export function sharedByProjects(): Shared {
  return shareWith(typescript, bundledLibrary);
}

/**
 * Opens the project of a tsconfig. The types of the stacks are there whether its `lib` names them or not, as the run adds them where they lack.
 * @param shared what it shares with other projects
 * @param awake the programs of all of them
 */
export function openTypedProject(tsconfig: string, shared = sharedByProjects(), awake = new AwakePrograms()): TypedProject {
  const editable = new EditableProgram(shared, awake, readTsconfig(tsconfig));
  return {
    ...snapshotOf(tsconfig, () => editable.now()),
    setText: (file, text) => editable.setText(file, text),
    snapshot: () => {
      const now = editable.now().kept();
      return snapshotOf(tsconfig, () => now);
    },
  };
}

function snapshotOf(tsconfig: string, program: () => RestingProgram): Snapshot {
  const node = (file: string, of: ts.Program): ts.SourceFile => {
    const found = of.getSourceFile(file);
    if (!found) throw new Error(`${file} is no file of ${tsconfig}`);
    return found;
  };
  return {
    has: (file) => program().files().getSourceFile(file) !== undefined,
    stories: (file, settings, name = file) => {
      const checked = program().checked();
      assertParses(checked, node(file, checked), name);
      return stories(typescript, checked, node(file, checked), settings);
    },
    messages: (file) => {
      const checked = program().checked();
      return messagesOf(checked, node(file, checked));
    },
    dependents: (files) => dependentsOf(program(), files),
    parses: (file) => {
      const files = program().files();
      return files.getSyntacticDiagnostics(node(file, files)).length === 0;
    },
  };
}

function readTsconfig(tsconfig: string): Pick<ts.ParsedCommandLine, 'fileNames' | 'options'> {
  const host = { ...typescript.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const { fileNames, options } = typescript.getParsedCommandLineOfConfigFile(tsconfig, { noEmit: true }, host)!;
  const { types = ['*'], lib = [typescript.getDefaultLibFileName(options)] } = options;
  return { fileNames, options: { ...options, types, lib: lib.includes(stacksLib) ? lib : [...lib, stacksLib] } };
}

function messagesOf(program: ts.Program, file: ts.SourceFile): string[] {
  const all = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return all.filter((message) => !isOfTsconfig(message)).map(({ code, messageText }) => `TS${code} ${typescript.flattenDiagnosticMessageText(messageText, ' ')}`);
}

function assertParses(program: ts.Program, file: ts.SourceFile, name: string): void {
  const [first] = program.getSyntacticDiagnostics(file);
  if (!first) return;
  const line = file.getLineAndCharacterOfPosition(first.start).line + 1;
  throw new SyntaxProblem(name, { message: typescript.flattenDiagnosticMessageText(first.messageText, ' '), loc: { line } });
}
