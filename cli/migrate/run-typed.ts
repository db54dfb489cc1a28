import type { FileStories } from '../../analysis/index.ts';
import { migrations } from '../../codemods/index.ts';
import type { TypedMigration } from '../../codemods/migration.ts';
import { fileChanges } from '../../codemods/typed/file-changes.ts';
import type { TypedProject } from '../../codemods/typed/typed-project.ts';
import type { MigrationSettings } from './request.ts';
import type { FileState } from './file-state.ts';
import { settingsOf } from './settings-of.ts';
import { planOptions, problemOf, type Step, type Task } from './step.ts';
import { absolute, type TypedProjects } from './typed-projects.ts';

export interface TypedRun {
  readonly migration: TypedMigration;
  readonly tasks: readonly Task[];
  readonly states: readonly FileState[];
  readonly settings: MigrationSettings;
  readonly projects: TypedProjects;
  readonly onProgress: (done: number) => void;
}

/** A step that can be taken again without some sites, on the program as it was. */
export interface TypedStep extends Step {
  readonly again: (task: Task) => Step['result'];
}

/** Asks a typed migration about files of tsconfigs, all as they were before it, and gives the results in the order of the tasks. */
export async function runTyped({ migration, tasks, states, settings, projects, onProgress }: TypedRun): Promise<TypedStep[]> {
  const steps = new Map<Task, TypedStep>();
  for (const config of projects.configs) {
    const own = tasks.filter(({ state }) => projects.ownerOf(state.file) === config);
    if (own.length === 0) continue;
    const project = await projects.open(config, states);
    for (const task of own) {
      steps.set(task, await stepOf(migration, project, task, settings));
      onProgress(steps.size);
    }
  }
  return tasks.flatMap((task) => steps.get(task) ?? []);
}

async function stepOf(migration: TypedMigration, project: TypedProject, task: Task, settings: MigrationSettings): Promise<TypedStep> {
  const { file } = task.state;
  const known = await settingsOf(absolute(file));
  try {
    const stories = project.stories(absolute(file), known, file);
    const again = (asked: Task): Step['result'] => changesOf(migration, stories, asked, settings);
    return { task, result: again(task), again };
  } catch (error) {
    const result = problemOf(file, error);
    return { task, result, again: () => result };
  }
}

function changesOf(migration: TypedMigration, stories: FileStories, task: Task, settings: MigrationSettings): Step['result'] {
  const { file, text } = task.state;
  try {
    return fileChanges(migration, stories, text, planOptions(settings, task));
  } catch (error) {
    return problemOf(file, error);
  }
}

const loaded = new Map<string, Promise<TypedMigration>>();

export function loadTyped(name: string): Promise<TypedMigration> {
  const known = loaded.get(name) ?? migrations.find((migration) => migration.name === name)?.typed?.load();
  if (!known) throw new Error(`no typed migration '${name}' is registered`);
  loaded.set(name, known);
  return known;
}
