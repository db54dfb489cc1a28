import { migrateFile } from './migrate-file.ts';
import type { FileOutcome } from './outcome.ts';
import type { MigrationSettings, SiteSelection } from './request.ts';

/** A share of the files, as a thread receives it. */
export interface Batch {
  readonly files: readonly string[];
  readonly settings: MigrationSettings;
  readonly only: readonly SiteSelection[] | undefined;
}

/** Runs in a worker thread: the outcome of every file of the batch, in order. */
export default async function runBatch({ files, settings, only }: Batch): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  for (const file of files) outcomes.push(await migrateFile(file, settings, only?.filter((site) => site.file === file)));
  return outcomes;
}
