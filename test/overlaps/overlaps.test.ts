import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import plugin from '../../index.ts';
import { overlapsPage } from '../../tools/overlaps.ts';
import { reportsOf } from './reports-of.ts';
import { overlaps } from './rows.ts';

const names = Object.keys(plugin.rules);

test.each(overlaps)('$cause', ({ code, reports, silent }) => {
  expect(reportsOf(code)).toEqual(reports);
  for (const rule of Object.keys(silent)) {
    expect(names).toContain(rule);
    expect(reports.join()).not.toContain(`lifecycle/${rule}`);
  }
});

test('docs/overlaps.md is what npm run docs writes', () => {
  expect(readFileSync(path.join(import.meta.dirname, '../../docs/overlaps.md'), 'utf8')).toBe(overlapsPage(overlaps));
});
