import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { finallyToStack } from '../../codemods/finally-to-stack/migrate-file.ts';
import { migrations } from '../../codemods/index.ts';
import type { FileMigration } from '../../codemods/migration.ts';
import { defaultPlanOptions } from '../../plans/finally-to-stack/options.ts';
import { fixturesOf } from './fixtures.ts';
import { withReasons } from './reasons-table.ts';
import { messagesFor, migrateTyped, typedMigrations } from './typed-fixtures.ts';

const folder = path.join(import.meta.dirname, '../../docs/codemods');
const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');

interface Examples {
  readonly befores: readonly string[];
  readonly afters: readonly string[];
  readonly unchanged: readonly { readonly text: string; readonly reason: string }[];
}

function examplesOf(migration: string): Examples {
  const page = readFileSync(path.join(folder, `${migration}.md`), 'utf8');
  const found = [...page.matchAll(/```ts\n\/\/ (before|after|unchanged: ([\w-]+))\n([^]*?)```/g)].map(([, kind = '', reason = '', text = '']) => ({ kind, reason, text }));
  const textsOf = (kind: string): string[] => found.filter((example) => example.kind === kind).map(({ text }) => text);
  return { befores: textsOf('before'), afters: textsOf('after'), unchanged: found.filter(({ reason }) => reason !== '') };
}

test('the tables of reasons are those of the enum', () => {
  expect(readme).toBe(withReasons(readme));
});

test('every migration has a page, and every page belongs to the list', () => {
  const pages = readdirSync(folder).filter((name) => !['README.md', 'real-input.md', 'hand-made.md'].includes(name));
  expect(pages.sort()).toEqual(migrations.map(({ name }) => `${name}.md`).sort());
  for (const { name } of migrations) expect(readme).toContain(`](${name}.md)`);
});

const pages = [
  { migration: 'finally-to-stack', counts: [4, 3] },
  { migration: 'implement-dispose', counts: [2, 2] },
  { migration: 'constructor-to-start', counts: [3, 2] },
  { migration: 'provider-to-unstarted', counts: [2, 2] },
  { migration: 'fields-to-stack', counts: [3, 2] },
  { migration: 'entrypoint-to-stack', counts: [2, 2] },
  { migration: 'trailing-stop-to-using', counts: [2, 2] },
  { migration: 'await-stop', counts: [2, 2] },
  { migration: 'defer-to-use', counts: [1, 2] },
];

describe.each(pages)('the examples of $migration', ({ migration, counts }) => {
  const { befores, afters, unchanged } = examplesOf(migration);
  const [place] = fixturesOf(migration);
  const typed = typedMigrations[migration];
  const migrate = (text: string): FileMigration => (typed ? migrateTyped(typed, place!, text) : finallyToStack.migrateFile('example.ts', text, defaultPlanOptions));

  test('come in pairs', () => {
    expect([befores.length, afters.length, unchanged.length]).toEqual([counts[0], ...counts]);
  });

  test.each(befores.map((text, index) => ({ text, after: afters[index] })))('give what the page shows: $text', ({ text, after }) => {
    expect(migrate(text).text).toBe(after);
  });

  test.each(unchanged)('are left alone for the reason that the page names: $reason', ({ text, reason }) => {
    expect(migrate(text).sites).toEqual([expect.objectContaining({ outcome: 'skipped', reason })]);
  });

  test.each(typed ? [...befores, ...afters, ...unchanged.map(({ text }) => text)] : [])('type-check: %s', (text) => {
    expect(messagesFor(place!, text)).toEqual([]);
  });
});

test('the example with types gives what the page shows, and type-checks', () => {
  const page = readFileSync(path.join(folder, 'finally-to-stack.md'), 'utf8');
  const [, before = '', after] = /```ts\n\/\/ typed before\n([^]*?)```\n\n```ts\n\/\/ typed after\n([^]*?)```/.exec(page) ?? [];
  const [place] = fixturesOf('finally-to-stack-typed');
  expect(migrateTyped(typedMigrations['finally-to-stack-typed']!, place!, before).text).toBe(after);
  expect([...messagesFor(place!, before), ...messagesFor(place!, after ?? '')]).toEqual([]);
});
