import { accessSync, constants } from 'node:fs';
import type { FileStories } from '../../analysis/index.ts';
import { migrations } from '../../codemods/index.ts';
import type { TypedMigration } from '../../codemods/migration.ts';
import { EditBoard, filesEdited } from '../../codemods/typed/edit-board.ts';
import { fileChanges } from '../../codemods/typed/file-changes.ts';
import type { TypedProject } from '../../codemods/typed/typed-project.ts';
import { agreed } from './agreed.ts';
import type { MigrationSettings } from './request.ts';
import type { FileState } from './file-state.ts';
import { settingsOf } from './settings-of.ts';
import { isDone, planOptions, problemOf, type Step, type Task } from './step.ts';
import { absolute, type TypedProjects } from './typed-projects.ts';

export interface TypedRun {
  readonly migration: TypedMigration;
  readonly tasks: readonly Task[];
  readonly states: readonly FileState[];
  readonly settings: MigrationSettings;
  readonly projects: TypedProjects;
  readonly onProgress: (done: number) => void;
}

/** A step that can be taken again without some sites, on the files as they were; one that edits nothing need not keep them. */
export interface TypedStep extends Step {
  readonly again: (task: Task) => Step['result'];
}

/** What a migration makes of the files of a run in one pass. */
export interface TypedPass {
  readonly steps: readonly TypedStep[];
  /** The edits of all steps. */
  readonly board: EditBoard;
}

/** Asks a typed migration about files of tsconfigs, all as they were before it, and gives the results in the order of the tasks. */
export async function runTyped(run: TypedRun): Promise<TypedPass> {
  const { tasks, states, projects, onProgress } = run;
  projects.begin();
  const steps = new Map<Task, TypedStep>();
  const opened = new Opened();
  const board = new EditBoard(new Map(states.map(({ file, text }) => [absolute(file), text])), (file) => opened.parses(file) && isWritable(file));
  for (const config of projects.configs) {
    const own = tasks.filter(({ state }) => projects.ownerOf(state.file) === config);
    if (own.length === 0) continue;
    const project = opened.use(await projects.open(config, states));
    for (const task of own) {
      steps.set(task, await stepOf(run, project, task, board));
      onProgress(steps.size);
    }
  }
  if (run.migration.affects === 'dependents') await inOtherPrograms(run, steps, opened, board);
  return { steps: withoutClosed(tasks.flatMap((task) => steps.get(task) ?? []), board), board };
}

/** The program that is being asked. What it says of the syntax of a file is remembered: the check of the edits comes later. */
class Opened {
  #project: TypedProject | undefined;
  readonly #parses = new Map<string, boolean>();

  use(project: TypedProject): TypedProject {
    return (this.#project = project);
  }

  parses(file: string): boolean {
    const known = this.#parses.get(file) ?? (this.#project?.has(file) ? this.#project.parses(file) : undefined);
    if (known !== undefined) this.#parses.set(file, known);
    return known ?? false;
  }
}

/** Asks the other programs of the run that hold a file whose sites are migrated, such as that of its tests. */
async function inOtherPrograms(run: TypedRun, steps: Map<Task, TypedStep>, opened: Opened, board: EditBoard): Promise<void> {
  for (const config of run.projects.configs) {
    const foreign = [...steps.values()].filter((step) => editsAnything(step.result) && run.projects.ownerOf(step.task.state.file) !== config);
    if (foreign.length === 0) continue;
    const project = opened.use(await run.projects.open(config, run.states));
    for (const step of foreign.filter(({ task }) => project.has(absolute(task.state.file)))) {
      const other = await stepOf(run, project, step.task, board);
      const again = (asked: Task): Step['result'] => agreed(asked, [step.again, other.again]);
      steps.set(step.task, placed({ ...step, result: again(step.task), again }, board));
    }
  }
}

async function stepOf({ migration, settings }: TypedRun, project: TypedProject, task: Task, board: EditBoard): Promise<TypedStep> {
  const { file } = task.state;
  const known = await settingsOf(absolute(file));
  try {
    const old = project.snapshot();
    const storiesOf = (): FileStories => old.stories(absolute(file), known, file);
    const again = (asked: Task): Step['result'] => changesOf(migration, storiesOf(), asked, settings, board);
    const result = again(task);
    return placed({ task, result, again: editsAnything(result) ? again : () => result }, board);
  } catch (error) {
    const result = problemOf(file, error);
    return { task, result, again: () => result };
  }
}

function editsAnything(result: Step['result']): boolean {
  return isDone(result) && filesEdited('', result).length > 0;
}

function changesOf(migration: TypedMigration, stories: FileStories, task: Task, settings: MigrationSettings, board: EditBoard): Step['result'] {
  const { file } = task.state;
  try {
    return fileChanges(migration, stories, board, planOptions(settings, task));
  } catch (error) {
    return problemOf(file, error);
  }
}

/** Puts what a step edits on the board. */
function placed(step: TypedStep, board: EditBoard): TypedStep {
  board.set(absolute(step.task.state.file), isDone(step.result) ? step.result : { edits: [], sites: [] });
  return step;
}

/** Takes back what sites wanted to edit in files that turned out to have a problem. */
function withoutClosed(steps: readonly TypedStep[], board: EditBoard): readonly TypedStep[] {
  const problems = steps.filter(({ result }) => !isDone(result)).map(({ task }) => absolute(task.state.file));
  for (const file of problems) board.close(file);
  return steps.map((step) => {
    const meets = isDone(step.result) && (step.result.elsewhere ?? []).some(({ file }) => problems.includes(file));
    return meets ? placed({ ...step, result: step.again(step.task) }, board) : step;
  });
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const loaded = new Map<string, Promise<TypedMigration>>();

export function loadTyped(name: string): Promise<TypedMigration> {
  const known = loaded.get(name) ?? migrations.find((migration) => migration.name === name)?.typed?.load();
  if (!known) throw new Error(`no typed migration '${name}' is registered`);
  loaded.set(name, known);
  return known;
}
