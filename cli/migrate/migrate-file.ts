import { migrations } from '../../codemods/index.ts';
import type { FileLocalMigration } from '../../codemods/migration.ts';
import type { MigrationSettings } from './request.ts';
import { planOptions, problemOf, type Step, type Task } from './step.ts';

/** Runs a file-local migration over one text. Never throws and never writes. */
export async function migrateFile(name: string, task: Task, settings: MigrationSettings): Promise<Step['result']> {
  const { file, text } = task.state;
  try {
    const migration = await load(name);
    if (!migration.trigger.test(text)) return { edits: [], sites: [] };
    const { edits, sites } = migration.migrateFile(file, text, planOptions(settings, task));
    return { edits, sites };
  } catch (error) {
    return problemOf(file, error);
  }
}

const loaded = new Map<string, Promise<FileLocalMigration>>();

function load(name: string): Promise<FileLocalMigration> {
  const known = loaded.get(name) ?? migrations.find((migration) => migration.name === name)?.load?.();
  if (!known) throw new Error(`no migration '${name}' is registered that works without types`);
  loaded.set(name, known);
  return known;
}
