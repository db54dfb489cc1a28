import { pathToFileURL } from 'node:url';
import path from 'node:path';
import runBatch, { type Batch } from './worker.ts';
import type { FileOutcome } from './outcome.ts';
import type { MigrationSettings, SiteSelection } from './request.ts';

const batchSize = 32;

export interface Run {
  readonly files: readonly string[];
  readonly settings: MigrationSettings;
  readonly only: readonly SiteSelection[] | undefined;
  readonly jobs: number;
  readonly onProgress: (done: number) => void;
}

/** Migrates the files in memory, in worker threads when there is more than one job and enough to do, and gives the outcomes in the order of the files. */
export async function runFiles({ files, settings, only, jobs, onProgress }: Run): Promise<FileOutcome[]> {
  const batches = inBatches(files).map((batch): Batch => ({ files: batch, settings, only }));
  let done = 0;
  const counted = async (run: Promise<FileOutcome[]>): Promise<FileOutcome[]> => {
    const outcomes = await run;
    done += outcomes.length;
    onProgress(done);
    return outcomes;
  };
  if (jobs === 1 || batches.length < 2 || !isCompiled) return inTurn(batches, (batch) => counted(runBatch(batch)));
  await using pool = await threadPool(Math.min(jobs, batches.length));
  return (await Promise.all(batches.map((batch) => counted(pool.run(batch))))).flat();
}

/** Worker threads that end with the scope that owns them. */
async function threadPool(threads: number) {
  const { default: Tinypool } = await import('tinypool');
  const pool = new Tinypool({ filename: workerUrl(), minThreads: 1, maxThreads: threads });
  return { run: (batch: Batch) => pool.run(batch) as Promise<FileOutcome[]>, [Symbol.asyncDispose]: () => pool.destroy() };
}

async function inTurn(batches: readonly Batch[], run: (batch: Batch) => Promise<FileOutcome[]>): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  for (const batch of batches) outcomes.push(...(await run(batch)));
  return outcomes;
}

function inBatches(files: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(files.length / batchSize) }, (_, index) => files.slice(index * batchSize, (index + 1) * batchSize));
}

/** Threads load the published JavaScript; they cannot load the sources on every supported Node. */
const isCompiled = path.extname(import.meta.filename) === '.js';

function workerUrl(): string {
  return pathToFileURL(path.join(import.meta.dirname, 'worker.js')).href;
}
