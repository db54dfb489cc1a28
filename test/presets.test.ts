import { describe, expect, test } from 'vitest';
import plugin from '../index.ts';
import type { Question } from '../rules/question.ts';
import { questions } from '../rules/index.ts';
import { presetOptions } from '../rules/presets.ts';

describe.each(['recommended', 'strict', 'tests'] as const)('%s', (name) => {
  const config = plugin.configs[name];

  test('is a flat configuration with a name, which brings the plugin', () => {
    expect(config.name).toBe(`lifecycle/${name}`);
    expect(config.plugins).toEqual({ lifecycle: plugin });
  });

  test('sets every rule to error, so that bulk suppression works', () => {
    expect(Object.values(config.rules!).map((entry) => [entry].flat()[0])).toEqual(Object.keys(config.rules!).map(() => 'error'));
  });
});

test('strict has every rule, with what is likely', () => {
  expect(plugin.configs.strict.rules).toEqual(Object.fromEntries(questions.map(({ name }) => [`lifecycle/${name}`, ['error', expect.objectContaining({ report: 'likely' })]])));
});

test('recommended has the recommended rules as they are', () => {
  const recommended = questions.filter((question) => question.recommended);
  expect(plugin.configs.recommended.rules).toEqual(Object.fromEntries(recommended.map(({ name }) => [`lifecycle/${name}`, 'error'])));
});

const question: Question = {
  name: 'sample', description: 'be a sample', recommended: true, hasSuggestions: false, messages: {}, defaultOptions: { report: 'certain' }, trigger: /$^/, ask: () => [],
};

test.each([
  ['as recommended unless told otherwise', question, {}],
  ['with the options set for tests', { ...question, tests: { checkExceptionPaths: false } as object }, { checkExceptionPaths: false }],
  ['not at all when off in tests', { ...question, tests: 'off' as const }, undefined],
  ['not at all when not recommended', { ...question, recommended: false }, undefined],
])('tests has a rule %s', (_title, given, expected) => {
  expect(presetOptions('tests', given)).toEqual(expected);
});

test('tests leaves out advice on how classes and cleanup are built, and what only failing paths leave behind', () => {
  const inTests = plugin.configs.tests.rules!;
  const left = questions.filter(({ name, recommended }) => recommended && !(`lifecycle/${name}` in inTests)).map(({ name }) => name);
  expect(left.sort()).toEqual(['no-leak-on-failed-start', 'prefer-dispose-stack', 'require-dispose-method', 'require-teardown']);
});
