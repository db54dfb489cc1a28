import { existsSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import plugin from '../index.ts';
import { migrations } from '../codemods/index.ts';
import type { Question } from '../rules/question.ts';
import { questions } from '../rules/index.ts';
import { clauseSets } from '../tools/clauses/index.ts';

const root = path.join(import.meta.dirname, '..');
const names = questions.map(({ name }) => name);

test('every file of rules/ that exports a question is called as its rule, and registered', async () => {
  const exported = await Promise.all(globSync('rules/*.ts', { cwd: root }).map(questionOf));
  const found = exported.filter((entry) => entry !== undefined);
  expect(found.map(({ file, question }) => [file, question.name])).toEqual(found.map(({ file }) => [file, file]));
  expect(found.map(({ file }) => file).sort()).toEqual([...names].sort());
});

async function questionOf(file: string): Promise<{ file: string; question: Question } | undefined> {
  const exported = Object.values((await import(path.join(root, file))) as Record<string, unknown>);
  const question = exported.find((value): value is Question => typeof (value as Partial<Question> | null)?.ask === 'function');
  return question && { file: path.basename(file, '.ts'), question };
}

test.each([
  ['docs/rules/*.md', '.md'],
  ['test/rules/*.cases.ts', '.cases.ts'],
])('%s: one for every rule, and no other', (pattern, ending) => {
  expect(globSync(pattern, { cwd: root }).map((file) => path.basename(file, ending)).sort()).toEqual([...names].sort());
});

test('every rule has a test file and clauses', () => {
  expect(names.filter((name) => !existsSync(path.join(root, `test/rules/${name}.test.ts`)))).toEqual([]);
  expect(names.filter((name) => !clauseSets.some(({ rule }) => rule === name))).toEqual([]);
});

test('messages name only migrations that there are', () => {
  const named = questions.flatMap(({ messages }) => Object.values(messages)).flatMap((message) => [...message.matchAll(/\(migrate: ([a-z -]+)\)/g)].flatMap(([, text]) => text!.replace(/ --[a-z-]+/, '').split(' or ')));
  expect([...new Set(named)].filter((name) => !migrations.some((migration) => migration.name === name))).toEqual([]);
  expect(named.length).toBeGreaterThan(20);
});

test('the plugin exports every rule, and says who it is', () => {
  expect(Object.keys(plugin.rules)).toEqual(names);
  expect(plugin.meta).toEqual({ name: 'eslint-plugin-lifecycle', version: expect.stringMatching(/^\d+\.\d+\.\d+/), namespace: 'lifecycle' });
});

describe.each(Object.entries(plugin.rules))('%s', (name, { meta }) => {
  test('has a page at the address of this version', () => {
    expect(meta?.docs?.url).toBe(`https://github.com/eslint-plugin-lifecycle/eslint-plugin-lifecycle/blob/v${plugin.meta.version}/docs/rules/${name}.md`);
  });

  test('describes every option, and takes no other', () => {
    const [schema] = meta?.schema as [{ properties: Record<string, { description?: string }>; additionalProperties: boolean }];
    expect(schema.additionalProperties).toBe(false);
    expect(Object.entries(schema.properties).filter(([, { description }]) => !description)).toEqual([]);
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(meta?.defaultOptions?.[0] as object).sort());
  });

  test('reports what is certain unless told otherwise', () => {
    expect(meta?.defaultOptions).toEqual([expect.objectContaining({ report: 'certain' })]);
  });
});
