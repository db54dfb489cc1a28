import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { families } from '../../analysis/contracts/catalogue/index.ts';
import { problemsOfSettings } from '../../analysis/contracts/validate.ts';
import { example } from '../../tools/contracts/page-how-to.ts';
import { page } from '../../tools/contracts/page.ts';

test('docs/contracts.md is what the catalogue says (npm run contracts:docs writes it)', () => {
  expect(readFileSync(new URL('../../docs/contracts.md', import.meta.url), 'utf8')).toBe(page(families));
});

test('the example of the page is a valid setting', () => {
  expect(problemsOfSettings(example)).toEqual([]);
});
