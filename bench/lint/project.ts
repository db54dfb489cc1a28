import { readFileSync } from 'node:fs';
import path from 'node:path';
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import ts from 'typescript';
import { clockedRules, type Clock, type Spent } from './clocked-rules.ts';

/** The source files that a tsconfig.json compiles. */
export function sourceFiles(tsconfig: string): string[] {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic({ messageText }) {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  };
  const { fileNames } = ts.getParsedCommandLineOfConfigFile(tsconfig, {}, host)!;
  return fileNames.filter((file) => /(?<!\.d)\.[cm]?tsx?$/.test(file) && !file.includes('/node_modules/'));
}

/** ESLint over one project with the named rules, all files in one warm program. */
export class ProjectLinter {
  readonly #linter: Linter;
  readonly #config: Linter.Config[];
  readonly #spent: Spent;

  constructor(folder: string, rules: readonly string[], spent: Spent, clock: Clock) {
    this.#linter = new Linter({ cwd: folder, configType: 'flat' });
    this.#spent = spent;
    this.#config = [
      {
        files: ['**/*.{ts,mts,cts,tsx}'],
        languageOptions: { parser: parser as Linter.Parser, parserOptions: { projectService: true, tsconfigRootDir: folder } },
        linterOptions: { noInlineConfig: true },
        ...clockedRules(rules, spent, clock),
      },
    ];
  }

  /** Lints a file's text, or what is on disk, and returns how many findings there are; the time is added to what was spent. */
  lint(file: string, text: string = readFileSync(file, 'utf8')): number {
    const messages = this.#linter.verify(text, this.#config, { filename: path.resolve(file) });
    const fatal = messages.find((message) => message.fatal);
    if (fatal) process.stderr.write(`${file}: ${fatal.message}\n`);
    return messages.length;
  }

  get spent(): ReadonlyMap<string, number> {
    return this.#spent;
  }
}
