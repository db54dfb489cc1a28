import { expect, test } from 'vitest';
import { preferDisposeStack } from '../../rules/prefer-dispose-stack.ts';
import { storiesOf } from '../analysis/harness.ts';
import { type Case, invalidCases } from './clause-case.ts';
import { cases } from './prefer-dispose-stack.cases.ts';
import { testRule } from './harness.ts';

testRule(preferDisposeStack, cases);

const found = (code: string, given: Parameters<typeof storiesOf>[1] = {}) => preferDisposeStack.ask(storiesOf(code, given), { report: 'likely' });

test('what a suggestion writes is silent', () => {
  const written = cases.flatMap(invalidCases).flatMap((one) => one.errors.flatMap(({ suggestions = [] }) => suggestions.map(({ output }): Case => ({ ...one, code: output }))));
  expect(written.length).toBeGreaterThan(10);
  expect(written.flatMap(({ code, ...given }) => found(code, given))).toEqual([]);
});

const guarded = `class Store { async start() {} async stop() {} }
export async function run(store: Store | undefined) {
  try {
    console.log('x');
  } finally {
    await store?.stop();
  }
}
`;

test('silent where the lib declares no disposables', () => {
  expect(found(guarded)).toHaveLength(1);
  expect(found(guarded, { compilerOptions: { lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'], types: [] } })).toEqual([]);
});
