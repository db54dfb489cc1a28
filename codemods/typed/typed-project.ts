import { Project, type SourceFile, ts } from 'ts-morph';
import { stories, type FileStories } from '../../analysis/index.ts';
import type { Settings } from '../../analysis/settings.ts';
import type { TypeScript } from '../../analysis/view.ts';
import { SyntaxProblem } from '../text/syntax-problem.ts';
import { dependentsOf } from './dependents.ts';
import { isOfTsconfig } from './of-tsconfig.ts';

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

/** ts-morph's own compiler, under the types that the analysis is written with. */
const typescript = ts as unknown as TypeScript;

/** Opens the project of a tsconfig. The types of the stacks are there whether its `lib` names them or not, as the run adds them where they lack. */
export function openTypedProject(tsConfigFilePath: string): TypedProject {
  const project = new Project({ tsConfigFilePath, skipFileDependencyResolution: true });
  const { types, lib = [ts.getDefaultLibFileName(project.getCompilerOptions())] } = project.getCompilerOptions();
  project.compilerOptions.set({ noEmit: true, types: types ?? ['*'], lib: lib.includes(stacksLib) ? lib : [...lib, stacksLib] });
  const program = (): ts.Program => project.getProgram().compilerObject;
  const get = (file: string): SourceFile | undefined => project.getSourceFile(file);
  const node = (file: string, of = program()): ts.SourceFile => {
    const found = of.getSourceFile(file);
    if (!found) throw new Error(`${file} is no file of ${tsConfigFilePath}`);
    return found;
  };
  return {
    has: (file) => program().getSourceFile(file) !== undefined,
    setText: (file, text) => {
      const source = get(file);
      const before = source?.getFullText();
      if (source && before !== text) source.applyTextChanges([{ span: { start: 0, length: before!.length }, newText: text }]);
    },
    stories: (file, settings, name = file) => {
      assertParses(program(), node(file), name);
      return stories(typescript, program() as unknown as FileStories['view']['program'], node(file) as unknown as FileStories['sourceFile'], settings);
    },
    messages: (file) => messagesOf(program(), node(file)),
    messagesOfNow: () => {
      const now = program();
      return (file) => messagesOf(now, node(file, now));
    },
    dependentsOfNow: () => {
      const now = program();
      return (files) => dependentsOf(now, files);
    },
    parses: (file) => program().getSyntacticDiagnostics(node(file)).length === 0,
  };
}

function messagesOf(program: ts.Program, file: ts.SourceFile): string[] {
  const all = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return all.filter((message) => !isOfTsconfig(message)).map(({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

function assertParses(program: ts.Program, file: ts.SourceFile, name: string): void {
  const [first] = program.getSyntacticDiagnostics(file);
  if (!first) return;
  const line = file.getLineAndCharacterOfPosition(first.start).line + 1;
  throw new SyntaxProblem(name, { message: ts.flattenDiagnosticMessageText(first.messageText, ' '), loc: { line } });
}
