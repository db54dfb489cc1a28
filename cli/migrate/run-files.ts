import { pathToFileURL } from 'node:url';
import path from 'node:path';
import runBatch, { type Batch } from './worker.ts';
import type { MigrationSettings } from './request.ts';
import type { Step, Task } from './step.ts';

const batchSize = 32;

export interface Run {
  readonly migration: string;
  readonly tasks: readonly Task[];
  readonly settings: MigrationSettings;
  readonly jobs: number;
  readonly onProgress: (done: number) => void;
}

/** Runs a file-local migration over texts, in worker threads when there is more than one job and enough to do, and gives the results in the order of the tasks. */
export async function runFiles({ migration, tasks, settings, jobs, onProgress }: Run): Promise<Step[]> {
  const batches = inBatches(tasks).map((batch): Batch => ({ migration, tasks: batch, settings }));
  let done = 0;
  const counted = async (run: Promise<Step['result'][]>): Promise<Step['result'][]> => {
    const results = await run;
    done += results.length;
    onProgress(done);
    return results;
  };
  if (jobs === 1 || batches.length < 2 || !isCompiled) return together(tasks, await inTurn(batches, (batch) => counted(runBatch(batch))));
  await using pool = await threadPool(Math.min(jobs, batches.length));
  return together(tasks, (await Promise.all(batches.map((batch) => counted(pool.run(batch))))).flat());
}

function together(tasks: readonly Task[], results: readonly Step['result'][]): Step[] {
  return results.map((result, index) => ({ task: tasks[index]!, result }));
}

/** Worker threads that end with the scope that owns them. */
async function threadPool(threads: number) {
  const { default: Tinypool } = await import('tinypool');
  const pool = new Tinypool({ filename: workerUrl(), minThreads: 1, maxThreads: threads });
  return { run: (batch: Batch) => pool.run(batch) as Promise<Step['result'][]>, [Symbol.asyncDispose]: () => pool.destroy() };
}

async function inTurn(batches: readonly Batch[], run: (batch: Batch) => Promise<Step['result'][]>): Promise<Step['result'][]> {
  const results: Step['result'][] = [];
  for (const batch of batches) results.push(...(await run(batch)));
  return results;
}

function inBatches(tasks: readonly Task[]): Task[][] {
  return Array.from({ length: Math.ceil(tasks.length / batchSize) }, (_, index) => tasks.slice(index * batchSize, (index + 1) * batchSize));
}

/** Threads load the published JavaScript; they cannot load the sources on every supported Node. */
const isCompiled = path.extname(import.meta.filename) === '.js';

function workerUrl(): string {
  return pathToFileURL(path.join(import.meta.dirname, 'worker.js')).href;
}
