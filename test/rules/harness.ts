import { RuleTester } from '@typescript-eslint/rule-tester';
import * as vitest from 'vitest';
import type { Question } from '../../rules/question.ts';
import { toRule } from '../../rules/to-rule.ts';
import { fixtureFolder, fixturePath } from '../program.ts';
import { type Case, type ClauseCase, clausesOf, invalidCases, validCases } from './clause-case.ts';
import { caseParser } from './parser.ts';

RuleTester.afterAll = vitest.afterAll;
RuleTester.describe = vitest.describe;
RuleTester.it = vitest.it;

type Rule = Parameters<RuleTester['run']>[1];
type Run = NonNullable<Parameters<RuleTester['run']>[2]>;

/** Runs the cases of a rule in ESLint, with types. */
export function testRule(question: Question, cases: readonly ClauseCase[]): void {
  const tester = new RuleTester({ languageOptions: { parser: caseParser as never, parserOptions: { tsconfigRootDir: fixtureFolder } } });
  const valid = cases.flatMap((entry) => validCases(entry).map((one) => forTester(entry, one)));
  const invalid = cases.flatMap((entry) => invalidCases(entry).map((one) => ({ ...forTester(entry, one), errors: one.errors.map((error) => ({ ...error })) })));
  tester.run(question.name, toRule(question) as unknown as Rule, { valid, invalid } as unknown as Run);
}

function forTester(entry: ClauseCase, { code, filename = 'file.ts', files, unresolved, options, settings }: Case) {
  return {
    name: `[${clausesOf(entry).join(', ')}] ${code}`,
    code,
    filename: fixturePath(filename),
    ...(options && { options: [options] }),
    ...(settings && { settings: { lifecycle: settings } }),
    languageOptions: { parserOptions: { files, unresolved } },
  };
}
