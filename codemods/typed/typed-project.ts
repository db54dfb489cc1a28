import type ts from 'typescript';
import { stories, type FileStories } from '../../analysis/index.ts';
import type { Settings } from '../../analysis/settings.ts';
import { SyntaxProblem } from '../text/syntax-problem.ts';
import { bundledLibrary } from './bundled-typescript.ts';
import { typescript } from './compiler.ts';
import { dependentsOf } from './dependents.ts';
import { EditableProgram } from './editable-program.ts';
import { isOfTsconfig } from './of-tsconfig.ts';
import { shareWith, type Shared } from './shared-host.ts';

/** The program of one tsconfig, whose files can be given another text. Files are named by absolute paths with slashes; texts have no byte order mark. */
export interface TypedProject {
  has(file: string): boolean;
  setText(file: string, text: string): void;
  /** The life stories of a file as it is now. Throws a `SyntaxProblem`, under the name given, for a file that does not parse. */
  stories(file: string, settings?: Settings, name?: string): FileStories;
  /** What the compiler says of a file, each message as often as it is said. */
  messages(file: string): readonly string[];
  /** Answers `messages` for the files as they are now, also once they have got another text. */
  messagesOfNow(): TypedProject['messages'];
  /** Answers for the files as they are now, also once they have got another text: the files themselves and all that use what they declare, directly or not. */
  dependentsOfNow(): (files: readonly string[]) => readonly string[];
  /** Whether a file of the project has no syntax error. */
  parses(file: string): boolean;
}

const stacksLib = 'lib.esnext.disposable.d.ts';

/** What the projects of one run share. */
export function sharedByProjects(): Shared {
  return shareWith(typescript, bundledLibrary);
}

/** Opens the project of a tsconfig. The types of the stacks are there whether its `lib` names them or not, as the run adds them where they lack. */
export function openTypedProject(tsconfig: string, shared = sharedByProjects()): TypedProject {
  const editable = new EditableProgram(shared, readTsconfig(tsconfig));
  const node = (file: string, of = editable.now()): ts.SourceFile => {
    const found = of.getSourceFile(file);
    if (!found) throw new Error(`${file} is no file of ${tsconfig}`);
    return found;
  };
  return {
    has: (file) => editable.now().getSourceFile(file) !== undefined,
    setText: (file, text) => editable.setText(file, text),
    stories: (file, settings, name = file) => {
      assertParses(editable.now(), node(file), name);
      return stories(typescript, editable.now(), node(file), settings);
    },
    messages: (file) => messagesOf(editable.now(), node(file)),
    messagesOfNow: () => {
      const now = editable.now();
      return (file) => messagesOf(now, node(file, now));
    },
    dependentsOfNow: () => {
      const now = editable.now();
      return (files) => dependentsOf(now, files);
    },
    parses: (file) => editable.now().getSyntacticDiagnostics(node(file)).length === 0,
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
