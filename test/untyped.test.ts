import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const code = 'setInterval(poll, 1000); new Worker(url).stop();';

const said: string[] = [];

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
  said.length = 0;
});

/** With a plugin of its own: what is said once is said once in each. */
async function lintAll(filenames: readonly string[], languageOptions: Linter.LanguageOptions): Promise<readonly Linter.LintMessage[]> {
  const { default: plugin } = await import('../index.ts');
  return filenames.flatMap((filename) => new Linter().verify(code, [{ ...plugin.configs.strict, files: ['**'], languageOptions }], filename));
}

const sentence = 'eslint-plugin-lifecycle: lifecycle rules need type information; this file was linted without it (see "Typed linting" in the README).\n';

test('TypeScript linted without types: no findings, and one sentence for all files and rules', async () => {
  expect(await lintAll(['a.ts', 'b.ts'], { parser })).toEqual([]);
  expect(said).toEqual([sentence]);
});

test('JavaScript that was meant to have types: the same', async () => {
  expect(await lintAll(['a.js'], { parser })).toEqual([]);
  expect(said).toEqual([sentence]);
});

test('plain JavaScript, such as a configuration file, is passed over', async () => {
  expect(await lintAll(['eslint.config.js', 'a.cjs'], {})).toEqual([]);
  expect(said).toEqual([]);
});

test('a parser of another language that hands over no types: one sentence', async () => {
  const plain = { parse: () => ({ type: 'Program', body: [], sourceType: 'module', range: [0, code.length], loc: { start: { line: 1, column: 0 }, end: { line: 1, column: code.length } }, tokens: [], comments: [] }) };
  expect(await lintAll(['a.vue'], { parser: plain as unknown as Linter.Parser })).toEqual([]);
  expect(said).toEqual([sentence]);
});
