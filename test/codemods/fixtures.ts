import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { finallyToStack } from '../../codemods/finally-to-stack/migrate-file.ts';
import type { FileMigration } from '../../codemods/migration.ts';
import { migrateTypedFiles, typedMigrations } from './typed-fixtures.ts';
import { defaultPlanOptions, type PlanOptions } from '../../plans/finally-to-stack/options.ts';

/**
 * One golden directory: `input.*`, `output.*` (absent when nothing changes), `sites.txt`, and `options.json` when it needs any. A program of several files has
 * `input-<name>.*` and `output-<name>.*` beside them, which import each other as they are called there; their sites are told with the name of their file.
 */
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
  /** The other files of a program. */
  readonly others: readonly OtherFile[];
}

export interface OtherFile {
  readonly file: string;
  readonly input: string;
  readonly output: string;
}

/** What a migration makes of a golden directory: of its main file and of the others. */
export interface FixtureMigration extends FileMigration {
  readonly others: ReadonlyMap<string, FileMigration>;
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
  const { input, output } = readPair(folder, file);
  const others = readdirSync(folder).filter((entry) => entry.startsWith('input-')).map((other) => ({ file: other, ...readPair(folder, other) }));
  const options = JSON.parse(readOr(path.join(folder, 'options.json'), '{}')) as Partial<PlanOptions>;
  return { migration, name, folder, file, input, output, sites: readOr(path.join(folder, 'sites.txt'), ''), options: { ...defaultPlanOptions, ...options }, others };
}

function readPair(folder: string, file: string): { readonly input: string; readonly output: string } {
  const input = readFileSync(path.join(folder, file), 'utf8');
  return { input, output: readOr(path.join(folder, file.replace('input', 'output')), input) };
}

function readOr(file: string, otherwise: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : otherwise;
}

/** What the migration makes of a text in place of the input. */
export function migrate(fixture: Fixture, text: string): FixtureMigration {
  return migrateFiles(fixture, new Map([[fixture.file, text], ...fixture.others.map(({ file, input }): [string, string] => [file, input])]));
}

/** What the migration makes of texts in place of the inputs of all files. */
export function migrateFiles(fixture: Fixture, texts: ReadonlyMap<string, string>): FixtureMigration {
  const typed = typedMigrations[fixture.migration];
  return typed ? migrateTypedFiles(typed, fixture, texts) : { ...finallyToStack.migrateFile(fixture.file, texts.get(fixture.file)!, fixture.options), others: new Map() };
}

/** One line a site: `3:3 flat (needs-types)`, `3:3 use` or `3:3 skipped (jump-in-finally)`; behind the name of its file where that is not the main one. */
export function siteLines({ sites, others }: FixtureMigration): string {
  return [linesOf('', sites), ...[...others].map(([file, other]) => linesOf(`${file}:`, other.sites))].join('');
}

function linesOf(prefix: string, sites: FileMigration['sites']): string {
  return sites.map((site) => `${prefix}${site.line}:${site.column} ${site.outcome === 'skipped' ? `skipped (${site.reason})` : site.limit ? `${site.level} (${site.limit})` : site.level}\n`).join('');
}
