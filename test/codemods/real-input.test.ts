import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pageFile, readRows, type Row } from '../../tools/real-input/data.ts';
import { tables, withTables } from '../../tools/real-input/tables.ts';

test('the tables of the page are those of its data', () => {
  const page = readFileSync(pageFile, 'utf8');
  expect(withTables(page, readRows())).toBe(page);
});

test('a part without a site is counted, not listed, and totals are those of all parts', () => {
  const row: Row = { repository: 'a', part: 'src', migration: 'await-stop', files: 3, edited: 1, problems: 0, unchecked: 0, migrated: { awaited: 2 }, limits: {}, skipped: { escapes: 1 } };
  expect(tables([row, { ...row, part: 'test', edited: 0, migrated: {}, skipped: {} }])).toContain(
    '| a `src` | 3 | 1 | 2 `awaited` |  | 1 `escapes` |\n| 1 more | 3 | 0 | | | |\n| **all** | 6 | 1 | 2 `awaited` |  | 1 `escapes` |',
  );
});
