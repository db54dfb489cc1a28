import typescriptEslint from '@typescript-eslint/eslint-plugin';
import { Linter } from 'eslint';
import plugin from '../../index.ts';
import { fixtureFolder, fixturePath } from '../program.ts';
import { caseParser } from '../rules/parser.ts';
import { peers } from './rows.ts';

/** What every rule of `strict` and the peers of typescript-eslint say about a piece of code, as `line rule`. */
export function reportsOf(code: string): readonly string[] {
  const config = {
    files: ['**'],
    plugins: { lifecycle: plugin, '@typescript-eslint': typescriptEslint },
    rules: { ...plugin.configs.strict.rules, ...Object.fromEntries(peers.map((name) => [`@typescript-eslint/${name}`, 'error'])) },
    languageOptions: { parser: caseParser },
  } as unknown as Linter.Config;
  return new Linter({ cwd: fixtureFolder }).verify(code, [config], fixturePath('file.ts')).map(({ line, ruleId, message }) => `${line} ${ruleId?.replace('@typescript-eslint/', '') ?? message}`);
}
