import { migrations } from '../../codemods/index.ts';
import type { FileLocalMigration } from '../../codemods/migration.ts';
import { insertTodos } from '../../codemods/text/insert-todos.ts';
import { SyntaxProblem } from '../../codemods/text/syntax-problem.ts';
import type { PlanOptions } from '../../plans/finally-to-stack/options.ts';
import type { FileOutcome, MigratedSiteReport, Problem } from './outcome.ts';
import { readText } from './read-text.ts';
import type { MigrationSettings, SiteSelection } from './request.ts';

/** Several migrations make work for each other; after so many rounds they are taken to chase each other. */
const mostRounds = 10;

/** Reads one file and runs the migrations over it, in order, until nothing changes. Never throws and never writes. */
export async function migrateFile(file: string, settings: MigrationSettings, only: readonly SiteSelection[] | undefined): Promise<FileOutcome> {
  const before = readText(file);
  if (typeof before !== 'string') return before;
  try {
    return await migrateText(file, before, settings, only);
  } catch (error) {
    return problemOf(file, error);
  }
}

async function migrateText(file: string, before: string, settings: MigrationSettings, only: readonly SiteSelection[] | undefined): Promise<FileOutcome> {
  const sites: MigratedSiteReport[] = [];
  const rounds = settings.migrations.length > 1 ? mostRounds : 1;
  let text = before;
  for (let round = 0, changed = true; changed && round < rounds; round++) {
    changed = false;
    for (const name of settings.migrations) {
      const migration = await load(name);
      if (!migration.trigger.test(text)) continue;
      const result = migration.migrateFile(file, text, optionsFor(settings, round === 0 ? only : only && []));
      sites.push(...result.sites.filter(({ outcome }) => round === 0 || outcome === 'migrated').map((site) => ({ ...site, migration: name })));
      changed ||= result.text !== text;
      text = result.text;
    }
  }
  const after = settings.insertTodos ? await withTodos(file, text, settings) : text;
  return after === before ? { outcome: 'unchanged', file, sites } : { outcome: 'changed', file, sites, before, after };
}

async function withTodos(file: string, text: string, settings: MigrationSettings): Promise<string> {
  let now = text;
  for (const name of settings.migrations) {
    const migration = await load(name);
    if (!migration.trigger.test(now)) continue;
    const { sites } = migration.migrateFile(file, now, { ...optionsFor(settings, undefined), select: () => false });
    now = insertTodos(now, name, sites);
  }
  return now;
}

function optionsFor(settings: MigrationSettings, only: readonly SiteSelection[] | undefined): PlanOptions {
  const { level, closeGap, awaitReturns } = settings;
  return { level, closeGap, awaitReturns, select: ({ line }) => !only || only.some((site) => site.line === line) };
}

const loaded = new Map<string, Promise<FileLocalMigration>>();

function load(name: string): Promise<FileLocalMigration> {
  const registered = migrations.find((migration) => migration.name === name);
  if (!registered) throw new Error(`no migration '${name}' is registered`);
  const known = loaded.get(name) ?? registered.load();
  loaded.set(name, known);
  return known;
}

function problemOf(file: string, error: unknown): Problem {
  if (error instanceof SyntaxProblem) return { outcome: 'problem', file, sentence: `${error.message}.`.replace(/\.\.$/, '.'), kind: 'input' };
  const message = error instanceof Error ? error.message : String(error);
  return { outcome: 'problem', file, sentence: `${file}: internal error: ${message}; please report it.`, kind: 'internal' };
}
