import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { finallyToStack } from '../../codemods/finally-to-stack/migrate-file.ts';
import type { FileMigration } from '../../codemods/migration.ts';
import { migrateTyped, typedMigrations } from './typed-fixtures.ts';
import { defaultPlanOptions, type PlanOptions } from '../../plans/finally-to-stack/options.ts';

/** One golden directory: `input.*`, `output.*` (absent when nothing changes), `sites.txt`, and `options.json` when it needs any. */
export interface Fixture {
  readonly migration: string;
  readonly name: string;
  readonly folder: string;
  /** `input.ts`, `input.js` … */
  readonly file: string;
  readonly input: string;
  readonly output: string;
  readonly sites: string;
  readonly options: PlanOptions;
}

const root = path.join(import.meta.dirname, '../fixtures');

/** The migrations that have golden directories. */
export function migrationsWithFixtures(): string[] {
  return readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** The golden directories of a migration. */
export function fixturesOf(migration: string): Fixture[] {
  return readdirSync(path.join(root, migration)).sort().map((name) => readFixture(migration, name));
}

function readFixture(migration: string, name: string): Fixture {
  const folder = path.join(root, migration, name);
  const file = readdirSync(folder).find((entry) => entry.startsWith('input.')) ?? 'input.ts';
  const input = readFileSync(path.join(folder, file), 'utf8');
  const output = readOr(path.join(folder, file.replace('input', 'output')), input);
  const options = JSON.parse(readOr(path.join(folder, 'options.json'), '{}')) as Partial<PlanOptions>;
  return { migration, name, folder, file, input, output, sites: readOr(path.join(folder, 'sites.txt'), ''), options: { ...defaultPlanOptions, ...options } };
}

function readOr(file: string, otherwise: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : otherwise;
}

export function migrate(fixture: Fixture, text: string): FileMigration {
  const typed = typedMigrations[fixture.migration];
  return typed ? migrateTyped(typed, fixture, text) : finallyToStack.migrateFile(fixture.file, text, fixture.options);
}

/** One line a site: `3:3 flat (needs-types)`, `3:3 use` or `3:3 skipped (jump-in-finally)`. */
export function siteLines({ sites }: FileMigration): string {
  return sites.map((site) => `${site.line}:${site.column} ${site.outcome === 'skipped' ? `skipped (${site.reason})` : site.limit ? `${site.level} (${site.limit})` : site.level}\n`).join('');
}
