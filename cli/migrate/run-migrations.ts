import { asksTypes, migrations, type RegisteredMigration } from '../../codemods/index.ts';
import type { SiteReport } from '../../codemods/migration.ts';
import { EditBoard, filesEdited } from '../../codemods/typed/edit-board.ts';
import { todoEdits } from '../../codemods/text/insert-todos.ts';
import type { TextEdit } from '../../plans/edit.ts';
import { checkLocal } from './check-local.ts';
import { checkTyped } from './check-typed.ts';
import { edited, isSame, originalPosition, stateOf, type FileState, type Selection } from './file-state.ts';
import { heldTogether } from './held-together.ts';
import type { FileOutcome, MigratedSiteReport, Problem } from './outcome.ts';
import { readText } from './read-text.ts';
import type { MigrationSettings, SiteSelection } from './request.ts';
import { runFiles } from './run-files.ts';
import { loadTyped, runTyped } from './run-typed.ts';
import { isDone, type CheckedStep, type Step, type Task } from './step.ts';
import { absolute, type TypedProjects } from './typed-projects.ts';

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
  /** What each migration saw last: it need not look again. */
  readonly seen: Map<string, string>;
  /** The files that a site changed together with this one. */
  readonly together: Set<string>;
  /** The migrations that edited it, by sites of whatever file. */
  readonly by: Set<string>;
}

type Entries = ReadonlyMap<string, Entry>;

/** Runs the migrations over the files in memory, each over all files before the next, until nothing changes. Nothing is written. */
export async function runMigrations(run: MigrationsRun): Promise<Outcomes> {
  const entries = new Map(run.files.map((file) => [file, entryOf(file)]));
  const unchecked = new Set<string>();
  const chosen = migrations.filter(({ name }) => run.settings.migrations.includes(name));
  const rounds = chosen.length > 1 || chosen.some((migration) => asksTypes(migration, run.settings.level)) ? mostRounds : 1;
  const changes = new Map<string, number>();
  for (let round = 0, before = -1, waits = false; (waits || before !== sum(changes)) && round < rounds; round++) {
    before = sum(changes);
    waits = false;
    for (const migration of chosen) {
      const { name } = migration;
      const byOthers = sum(changes) - (changes.get(name) ?? 0);
      const done = await runOne(migration, run, due(entries, migration, byOthers, run), entries);
      for (const file of done.unchecked) unchecked.add(file);
      const recorded = record(name, done.steps, entries, round === 0);
      waits ||= recorded.waits;
      changes.set(name, (changes.get(name) ?? 0) + recorded.changed);
      if (recorded.isAcross) changes.set(`${name}, across files`, sum(changes));
    }
  }
  if (run.settings.insertTodos) for (const migration of chosen) await writeTodos(migration, run, entries);
  return { outcomes: heldTogether([...entries.values()].map(outcomeOf)), unchecked: [...unchecked] };
}

function entryOf(file: string): Entry {
  const before = readText(file);
  if (typeof before !== 'string') return { state: stateOf(file, ''), sites: [], problem: before, seen: new Map(), together: new Set(), by: new Set() };
  return { state: stateOf(file, before), sites: [], problem: undefined, seen: new Map(), together: new Set(), by: new Set() };
}

function outcomeOf({ state: { file, before, text }, sites, problem, together, by }: Entry): FileOutcome {
  if (problem) return problem;
  return text === before ? { outcome: 'unchanged', file, sites } : { outcome: 'changed', file, sites, before, after: text, together: [...together].sort(), by: [...by] };
}

/** The files that a migration has not seen as they are; one that reads types looks again when others have changed something anywhere. */
function due(entries: Entries, migration: RegisteredMigration, byOthers: number, run: MigrationsRun): Task[] {
  return working(entries).flatMap((entry) => {
    const { name } = migration;
    const now = `${isTyped(migration, run, entry.state) ? byOthers : 0} ${entry.state.text}`;
    if (entry.seen.get(name) === now) return [];
    entry.seen.set(name, now);
    return [{ state: entry.state, selection: selectionOf(name, run, entry) }];
  });
}

function working(entries: Entries): Entry[] {
  return [...entries.values()].filter(({ problem }) => !problem);
}

function isTyped(migration: RegisteredMigration, { settings, projects }: MigrationsRun, { file }: FileState): boolean {
  return asksTypes(migration, settings.level) && projects?.ownerOf(file) !== undefined;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** One migration over some files: those of a tsconfig through its typed front end, where it has one, the others through the file-local one. */
async function runOne(migration: RegisteredMigration, run: MigrationsRun, tasks: readonly Task[], entries: Entries): Promise<CheckedStep> {
  const states = working(entries).map(({ state }) => state);
  const typed = await typedSteps(migration.name, run, tasks.filter(({ state }) => isTyped(migration, run, state)), states);
  const local = migration.load ? await localSteps(migration.name, run, tasks.filter(({ state }) => !isTyped(migration, run, state)), states) : { steps: [], unchecked: [] };
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

function selectionOf(migration: string, { only }: MigrationsRun, { state, sites }: Entry): Selection {
  return {
    lines: only?.filter(({ file }) => file === state.file).map(({ line }) => line),
    refused: sites.filter((site) => site.migration === migration && site.outcome === 'skipped' && site.reason === 'adds-diagnostic'),
  };
}

/** What a pass of a migration came to. */
interface Recorded {
  /** So many files have another text. */
  readonly changed: number;
  /** A site of one file changed another one. */
  readonly isAcross: boolean;
  /** A site waits for the next pass. */
  readonly waits: boolean;
}

/** Takes over what the steps made of their files and of others. Later rounds report only what they migrate. */
function record(migration: string, steps: readonly Step[], entries: Entries, isFirst: boolean): Recorded {
  const names = new Map([...entries.keys()].map((file) => [absolute(file), file]));
  const done = steps.flatMap(({ task, result }) => (isDone(result) ? [{ entry: entries.get(task.state.file)!, task, result }] : []));
  for (const { task, result } of steps) if (!isDone(result)) entries.get(task.state.file)!.problem = result;
  for (const { entry, task, result } of done) {
    for (const site of result.sites) report(entry, { ...withNames(site, names), ...originalPosition(task.state, site), migration }, isFirst);
    if (result.waits) entry.seen.delete(migration);
  }
  const board = new EditBoard(new Map());
  for (const { task, result } of done) board.set(absolute(task.state.file), result);
  const changed = [...names].filter(([file]) => board.editsOf(file).length > 0);
  for (const [file, name] of changed) change(entries.get(name)!, migration, board.editsOf(file));
  const across = done.filter(({ result }) => result.elsewhere);
  for (const { task, result } of across) tie(filesEdited(absolute(task.state.file), result).flatMap((file) => entries.get(names.get(file) ?? '') ?? []));
  return { changed: changed.length, isAcross: across.length > 0, waits: done.some(({ result }) => result.waits) };
}

function change(entry: Entry, migration: string, edits: readonly TextEdit[]): void {
  entry.by.add(migration);
  entry.state = edited(entry.state, edits);
}

/** Files that change together or not at all. */
function tie(all: readonly Entry[]): void {
  for (const entry of all) for (const other of all) if (other !== entry) entry.together.add(other.state.file);
}

/** The report of a site names files as the run does. */
function withNames(site: SiteReport, names: ReadonlyMap<string, string>): SiteReport {
  return site.outcome === 'migrated' && site.elsewhere ? { ...site, elsewhere: site.elsewhere.map((file) => names.get(file) ?? file) } : site;
}

/** A site that an earlier round left alone may be migrated in a later one. */
function report(entry: Entry, site: MigratedSiteReport, isFirst: boolean): void {
  const isOther = (other: MigratedSiteReport): boolean => other.outcome === 'migrated' || other.migration !== site.migration || !isSame(other, site);
  if (site.outcome === 'migrated') entry.sites = [...entry.sites.filter(isOther), site];
  else if (isFirst || site.reason === 'adds-diagnostic') entry.sites = [...entry.sites.filter(isOther), site];
}

/** Writes the reason at every site that is still there and that no migration changed. */
async function writeTodos(migration: RegisteredMigration, run: MigrationsRun, entries: Entries): Promise<void> {
  const { steps } = await runOne(migration, run, working(entries).map(({ state }) => ({ state, selection: { lines: [], refused: [] } })), entries);
  for (const { task, result } of steps) {
    const entry = entries.get(task.state.file)!;
    if (isDone(result)) entry.state = edited(task.state, todoEdits(task.state.text, migration.name, result.sites));
  }
}
