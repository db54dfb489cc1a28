import { describe, expect, test } from 'vitest';
import { questions } from '../rules/index.ts';
import { withDefaults } from '../rules/options.ts';
import { loadCases } from '../tools/clauses/load.ts';
import { lint } from './lint.ts';
import { invalidCases } from './rules/clause-case.ts';

const sets = await loadCases();

describe.each(questions)('$name', (question) => {
  const rule = `lifecycle/${question.name}`;
  const found = sets.find(({ set }) => set.rule === question.name)?.cases.flatMap(invalidCases).find(({ options }) => options === undefined);
  const said = (entry: 'error' | ['error', object]) => lint(found!.code, { ...found, rules: { [rule]: entry } });

  test("an empty option object says what 'error' alone says", () => {
    expect(withDefaults(question, {})).toEqual(question.defaultOptions);
    expect(said(['error', {}])).toEqual(said('error'));
    expect(said('error')).not.toEqual([]);
  });

  test('an option or a value that does not exist is an error', () => {
    expect(() => said(['error', { reprot: 'likely' }])).toThrow(/"reprot".*"report"/s);
    expect(() => said(['error', { report: 'probable' }])).toThrow(/"probable"/);
  });
});
