import type { Difference } from '../../../plans/finally-to-stack/plan.ts';
import type { Fault } from '../env.ts';
import { withLostRejections } from '../lost-rejections.ts';
import { entryDifference, runsAtOnce } from './difference.ts';
import { runEntry, type EntryProgram, type EntryRun } from './run-entry.ts';

export interface EntryProof {
  readonly runs: number;
  readonly failures: readonly string[];
}

/** Runs an entry point and what became of it side by side: without a fault, with one at every point in turn, at the call and later, and with pairs of them. Every run gets a SIGTERM when it waits. */
export function proveEntry(original: EntryProgram, migrated: EntryProgram, permitted: ReadonlySet<Difference>): Promise<EntryProof> {
  return withLostRejections(async () => {
    const failures: string[] = [];
    let runs = 0;
    const isConcurrent = !permitted.has('stop-awaited') && runsAtOnce(await runEntry(original, []));
    const both = async (faults: readonly Fault[]): Promise<EntryRun> => {
      const [before, after] = [await runEntry(original, faults), await runEntry(migrated, faults)];
      const differs = entryDifference(before, after, permitted, isConcurrent);
      runs++;
      if (differs) failures.push(`${faults.map(({ point, mode }) => `${mode} at ${point}`).join(' and ') || 'no fault'}: ${differs}`);
      return after.points.length > before.points.length ? after : before;
    };
    for (const first of faultsAt(await both([]))) {
      for (const second of faultsAt(await both([first]), first)) await both([first, second]);
    }
    return { runs, failures };
  });
}

/** The faults at the points of a run, the first few of what goes round in a loop; after a first fault only those at later points. */
function faultsAt({ points }: EntryRun, after?: Fault): Fault[] {
  const from = after ? points.findIndex(({ point }) => point === after.point) + 1 : 0;
  return points.slice(from).filter(({ point }) => !/\/[2-9]$|\/\d\d/.test(point)).flatMap(({ point, asynchronous }): Fault[] => [{ point, mode: 'throw' }, ...(asynchronous ? [{ point, mode: 'reject' } as const] : [])]);
}
