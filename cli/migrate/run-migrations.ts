import { asksTypes, migrations, type RegisteredMigration } from '../../codemods/index.ts';
import { todoEdits } from '../../codemods/text/insert-todos.ts';
import { checkLocal } from './check-local.ts';
import { checkTyped } from './check-typed.ts';
import { edited, isSame, originalPosition, stateOf, type FileState, type Selection } from './file-state.ts';
import type { FileOutcome, MigratedSiteReport, Problem } from './outcome.ts';
import { readText } from './read-text.ts';
import type { MigrationSettings, SiteSelection } from './request.ts';
import { runFiles } from './run-files.ts';
import { loadTyped, runTyped } from './run-typed.ts';
import { isDone, type CheckedStep, type Step, type Task } from './step.ts';
import type { TypedProjects } from './typed-projects.ts';

/** Migrations make work for each other, and a site may wait for another one; after so many rounds they are taken to chase each other. */
const mostRounds = 10;

export interface MigrationsRun {
  readonly files: readonly string[];
  readonly settings: MigrationSettings;
  readonly only: readonly SiteSelection[] | undefined;
  readonly jobs: number;
  /** Undefined when no migration of the run asks for types. */
  readonly projects: TypedProjects | undefined;
  readonly onProgress: (done: number) => void;
}

/** What became of the files, and the edited TypeScript files that no tsconfig compiles. */
export interface Outcomes {
  readonly outcomes: readonly FileOutcome[];
  readonly unchecked: readonly string[];
}

/** One file of the run: its text as it is now, and what was reported of it. */
interface Entry {
  state: FileState;
  sites: MigratedSiteReport[];
  problem: Problem | undefined;
}

type Entries = ReadonlyMap<string, Entry>;

/** Runs the migrations over the files in memory, each over all files before the next, until nothing changes. Nothing is written. */
export async function runMigrations(run: MigrationsRun): Promise<Outcomes> {
  const entries = new Map(run.files.map((file) => [file, entryOf(file)]));
  const unchecked = new Set<string>();
  const chosen = migrations.filter(({ name }) => run.settings.migrations.includes(name));
  const rounds = chosen.length > 1 || chosen.some((migration) => asksTypes(migration, run.settings.level)) ? mostRounds : 1;
  for (let round = 0, changed = true; changed && round < rounds; round++) {
    changed = false;
    for (const migration of chosen) {
      const done = await runOne(migration, run, entries);
      for (const file of done.unchecked) unchecked.add(file);
      for (const step of done.steps) changed = record(migration.name, step, entries, round === 0) || changed;
    }
  }
  if (run.settings.insertTodos) for (const migration of chosen) await writeTodos(migration, run, entries);
  return { outcomes: [...entries.values()].map(outcomeOf), unchecked: [...unchecked] };
}

function entryOf(file: string): Entry {
  const before = readText(file);
  if (typeof before !== 'string') return { state: stateOf(file, ''), sites: [], problem: before };
  return { state: stateOf(file, before), sites: [], problem: undefined };
}

function outcomeOf({ state: { file, before, text }, sites, problem }: Entry): FileOutcome {
  if (problem) return problem;
  return text === before ? { outcome: 'unchanged', file, sites } : { outcome: 'changed', file, sites, before, after: text };
}

/** One migration over all files: those of a tsconfig through its typed front end, where it has one, the others through the file-local one. */
async function runOne(migration: RegisteredMigration, run: MigrationsRun, entries: Entries, select: Selecting = selectionOf): Promise<CheckedStep> {
  const open = [...entries.values()].filter(({ problem }) => !problem);
  const states = open.map(({ state }) => state);
  const tasks = open.map((entry): Task => ({ state: entry.state, selection: select(migration.name, run, entry) }));
  const isTyped = ({ state }: Task): boolean => asksTypes(migration, run.settings.level) && run.projects?.ownerOf(state.file) !== undefined;
  const typed = await typedSteps(migration.name, run, tasks.filter(isTyped), states);
  const local = migration.load ? await localSteps(migration.name, run, tasks.filter((task) => !isTyped(task)), states) : { steps: [], unchecked: [] };
  return { steps: [...typed, ...local.steps], unchecked: local.unchecked };
}

async function typedSteps(name: string, { settings, projects, onProgress }: MigrationsRun, tasks: readonly Task[], states: readonly FileState[]): Promise<readonly Step[]> {
  if (!projects || tasks.length === 0) return [];
  const migration = await loadTyped(name);
  const run = { migration, settings, projects, states, onProgress, tasks: tasks.filter(({ state }) => migration.trigger.test(state.text)) };
  return checkTyped(run, await runTyped(run));
}

async function localSteps(migration: string, { settings, jobs, onProgress }: MigrationsRun, tasks: readonly Task[], states: readonly FileState[]): Promise<CheckedStep> {
  return checkLocal(migration, await runFiles({ migration, tasks, settings, jobs, onProgress }), states, settings);
}

type Selecting = (migration: string, run: MigrationsRun, entry: Entry) => Selection;

function selectionOf(migration: string, { only }: MigrationsRun, { state, sites }: Entry): Selection {
  return {
    lines: only?.filter(({ file }) => file === state.file).map(({ line }) => line),
    refused: sites.filter((site) => site.migration === migration && site.outcome === 'skipped' && site.reason === 'adds-diagnostic'),
  };
}

/** Takes over what a step made of its file; the answer is whether the text changed. Later rounds report only what they migrate. */
function record(migration: string, { task, result }: Step, entries: Entries, isFirst: boolean): boolean {
  const entry = entries.get(task.state.file)!;
  if (!isDone(result)) {
    entry.problem = result;
    return false;
  }
  for (const site of result.sites) report(entry, { ...site, ...originalPosition(task.state, site), migration }, isFirst);
  entry.state = edited(task.state, result.edits);
  return result.edits.length > 0;
}

/** A site that an earlier round left alone may be migrated in a later one. */
function report(entry: Entry, site: MigratedSiteReport, isFirst: boolean): void {
  const isOther = (other: MigratedSiteReport): boolean => other.outcome === 'migrated' || other.migration !== site.migration || !isSame(other, site);
  if (site.outcome === 'migrated') entry.sites = [...entry.sites.filter(isOther), site];
  else if (isFirst || site.reason === 'adds-diagnostic') entry.sites = [...entry.sites.filter(isOther), site];
}

/** Writes the reason at every site that is still there and that no migration changed. */
async function writeTodos(migration: RegisteredMigration, run: MigrationsRun, entries: Entries): Promise<void> {
  const { steps } = await runOne(migration, run, entries, () => ({ lines: [], refused: [] }));
  for (const { task, result } of steps) {
    const entry = entries.get(task.state.file)!;
    if (isDone(result)) entry.state = edited(task.state, todoEdits(task.state.text, migration.name, result.sites));
  }
}
