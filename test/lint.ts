import { Linter } from 'eslint';
import plugin from '../index.ts';
import type { Settings } from '../analysis/settings.ts';
import { fixtureFolder, fixturePath } from './program.ts';
import { caseParser, type CaseOptions } from './rules/parser.ts';

interface Given extends CaseOptions {
  filename?: string;
  rules: Linter.Config['rules'];
  settings?: Settings;
}

/** What ESLint says about a piece of code, with types, in words that a failing test can show. */
export function lint(code: string, { filename = 'file.ts', rules, settings, files, unresolved }: Given): readonly string[] {
  const config: Linter.Config = {
    files: ['**'],
    plugins: { lifecycle: plugin },
    rules,
    settings: settings ? { lifecycle: settings } : {},
    languageOptions: { parser: caseParser as Linter.Parser, parserOptions: { files, unresolved } },
  };
  const messages = new Linter({ cwd: fixtureFolder }).verify(code, [config], fixturePath(filename));
  return messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId ?? 'fatal'} ${message}`);
}
