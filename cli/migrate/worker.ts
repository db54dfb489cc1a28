import { migrateFile } from './migrate-file.ts';
import type { MigrationSettings } from './request.ts';
import type { Step, Task } from './step.ts';

/** A share of the files, as a thread receives it. */
export interface Batch {
  readonly migration: string;
  readonly tasks: readonly Task[];
  readonly settings: MigrationSettings;
}

/** Runs in a worker thread: what became of every file of the batch, in order. */
export default async function runBatch({ migration, tasks, settings }: Batch): Promise<Step['result'][]> {
  const results: Step['result'][] = [];
  for (const task of tasks) results.push(await migrateFile(migration, task, settings));
  return results;
}
