import type { Difference } from '../../plans/finally-to-stack/plan.ts';
import type { Fault } from './env.ts';
import { difference } from './difference.ts';
import { withLostRejections } from './lost-rejections.ts';
import { observe, type Observation, type Program } from './program.ts';

/** The result of a proof: how much was run, how often the error arrived wrapped, and the first differences that are not permitted. */
export interface Proof {
  runs: number;
  wrapped: number;
  isolated: number;
  readonly failures: string[];
}

export interface ProofOptions {
  readonly permitted: ReadonlySet<Difference>;
  readonly salts: readonly number[];
  /** Of all pairs of faults, which to run; all when absent. */
  readonly takePair?: () => boolean;
}

/**
 * Runs the original and the migrated program side by side: without a fault, with a fault at every point in turn (at the call and, where it is asynchronous, by
 * a later rejection), and at pairs of points, the second among those that are reached after the first has failed.
 */
export function proveProgram(original: Program, migrated: Program, options: ProofOptions): Promise<Proof> {
  const dropsPromises = options.permitted.has('stop-awaited') || options.permitted.has('start-moved');
  return dropsPromises ? withLostRejections(() => prove(original, migrated, options)) : prove(original, migrated, options);
}

async function prove(original: Program, migrated: Program, options: ProofOptions): Promise<Proof> {
  const proof: Proof = { runs: 0, wrapped: 0, isolated: 0, failures: [] };
  for (const salt of options.salts) {
    const both = (faults: readonly Fault[]): Promise<Observation> => runBoth(original, migrated, faults, salt, options, proof);
    const undisturbed = await both([]);
    for (const first of faultsAt(undisturbed)) {
      const disturbed = await both([first]);
      for (const second of faultsAt(disturbed, first)) if (options.takePair?.() ?? true) await both([first, second]);
    }
  }
  return proof;
}

/** The answer is the run that got farther: a migrated one may release more. */
async function runBoth(original: Program, migrated: Program, faults: readonly Fault[], salt: number, { permitted }: ProofOptions, proof: Proof): Promise<Observation> {
  const before = await observe(original, faults, salt);
  const after = await observe(migrated, faults, salt);
  const differs = difference(before, after, permitted);
  proof.runs++;
  if ('threw' in after.outcome && after.outcome.carries.length > 1) proof.wrapped++;
  if (!differs && before.trace.length !== after.trace.length) proof.isolated++;
  if (differs) proof.failures.push(`${faults.map(({ point, mode }) => `${mode} at ${point}`).join(' and ') || 'no fault'} (salt ${salt}): ${differs}`);
  return after.points.length > before.points.length ? after : before;
}

/** The faults at the points of a run; after a first fault only those at later points. */
function faultsAt({ points }: Observation, after?: Fault): Fault[] {
  const from = after ? points.findIndex(({ point }) => point === after.point) + 1 : 0;
  return points.slice(from).flatMap(({ point, asynchronous }): Fault[] => [{ point, mode: 'throw' }, ...(asynchronous ? [{ point, mode: 'reject' } as const] : [])]);
}
