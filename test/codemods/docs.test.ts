import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { finallyToStack } from '../../codemods/finally-to-stack/migrate-file.ts';
import { migrations } from '../../codemods/index.ts';
import { defaultPlanOptions } from '../../plans/finally-to-stack/options.ts';
import { withReasons } from './reasons-table.ts';

const folder = path.join(import.meta.dirname, '../../docs/codemods');
const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
const page = readFileSync(path.join(folder, 'finally-to-stack.md'), 'utf8');
const examples = [...page.matchAll(/```ts\n\/\/ (before|after|unchanged: ([\w-]+))\n([^]*?)```/g)].map(([, kind = '', reason, text = '']) => ({ kind, reason, text }));

function migrate(text: string): ReturnType<typeof finallyToStack.migrateFile> {
  return finallyToStack.migrateFile('example.ts', text, defaultPlanOptions);
}

test('the tables of reasons are those of the enum', () => {
  expect(readme).toBe(withReasons(readme));
});

test('every migration has a page, and every page belongs to the list', () => {
  const pages = readdirSync(folder).filter((name) => name !== 'README.md' && name !== 'real-input.md');
  expect(pages.sort()).toEqual(migrations.map(({ name }) => `${name}.md`).sort());
  for (const { name } of migrations) expect(readme).toContain(`](${name}.md)`);
});

describe('the examples of finally-to-stack', () => {
  const befores = examples.filter(({ kind }) => kind === 'before');
  const afters = examples.filter(({ kind }) => kind === 'after');
  const unchanged = examples.filter(({ reason }) => reason);

  test('come in pairs', () => {
    expect([befores.length, afters.length, unchanged.length]).toEqual([4, 4, 3]);
  });

  test.each(befores.map(({ text }, index) => ({ text, after: afters[index]?.text })))('give what the page shows: $text', ({ text, after }) => {
    expect(migrate(text).text).toBe(after);
  });

  test.each(unchanged)('are left alone for the reason that the page names: $reason', ({ text, reason }) => {
    expect(migrate(text).sites).toEqual([expect.objectContaining({ outcome: 'skipped', reason })]);
  });
});
