import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { examplesOf } from './docs/examples.ts';
import { problemWith, register, scaffold } from '../tools/new-rule/scaffold.ts';

const root = path.join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

test('makes the rule, its clauses, cases, test and page, and registers it', () => {
  expect(Object.keys(scaffold('no-late-start', '24', read))).toEqual([
    'rules/no-late-start.ts',
    'tools/clauses/no-late-start.ts',
    'test/rules/no-late-start.cases.ts',
    'test/rules/no-late-start.test.ts',
    'docs/rules/no-late-start.md',
    'rules/index.ts',
    'tools/clauses/index.ts',
  ]);
});

test('what it makes compiles with the rest of the repository', () => {
  const made = new Map(Object.entries(scaffold('no-late-start', '24', read)).map(([file, text]) => [path.join(root, file), text]));
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root);
  const host = ts.createCompilerHost(options, true);
  const { readFile, fileExists } = host;
  host.readFile = (name) => made.get(name) ?? readFile(name);
  host.fileExists = (name) => made.has(name) || fileExists(name);
  host.getSourceFile = (name, version) => {
    const text = host.readFile(name);
    return text === undefined ? undefined : ts.createSourceFile(name, text, version, true);
  };
  const rootNames = [...made.keys()].filter((file) => file.endsWith('.ts'));
  const program = ts.createProgram(rootNames, options, host);
  const problems = rootNames.flatMap((name) => ts.getPreEmitDiagnostics(program, program.getSourceFile(name)));
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([]);
});

test('its page shows one example of each kind', () => {
  expect(examplesOf(scaffold('no-late-start', '24', read)['docs/rules/no-late-start.md']!).map(({ verdict }) => verdict)).toEqual(['incorrect', 'correct']);
});

test.each([
  ['in the middle', "import { a } from './a.ts';\nimport { z } from './z.ts';\n\nexport const all = [a, z];\n", "import { a } from './a.ts';\nimport { noB } from './no-b.ts';\nimport { z } from './z.ts';\n\nexport const all = [a, z, noB];\n"],
  ['at the end', "import { a } from './a.ts';\n\nexport const all = [a];\n", "import { a } from './a.ts';\nimport { noB } from './no-b.ts';\n\nexport const all = [a, noB];\n"],
  ['as the first', 'export const all = [];\n', "import { noB } from './no-b.ts';\nexport const all = [noB];\n"],
  ['in a long list', "import { a } from './a.ts';\n\nexport const all = [\n  a,\n];\n", "import { a } from './a.ts';\nimport { noB } from './no-b.ts';\n\nexport const all = [\n  a,\n  noB,\n];\n"],
])('registers a rule %s', (_where, before, after) => {
  expect(register(before, 'no-b', 'noB')).toBe(after);
});

test('refuses names and numbers that say nothing', () => {
  expect(problemWith('no-late-start', '24')).toBeUndefined();
  expect(problemWith('lateStart', '24')).toBe('A rule is called no-…, prefer-… or require-…, in lower case, with hyphens; not "lateStart".');
  expect(problemWith('no-late-start', 'x')).toBe('"x" is no number of a rule.');
});
