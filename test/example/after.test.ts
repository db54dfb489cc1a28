import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { FaultPoint } from '../../examples/execution-platform/platform/trace/faults.ts';
import type { TracedRun } from '../../examples/execution-platform/platform/trace/run.ts';
import { entryNames, runAfter } from './scenarios.ts';
import { isSame, nothingWrong, wrongs } from './verdicts.ts';

beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

describe.each(entryNames)('after: %s', (name) => {
  test('stops everything, awaited, in reverse, and exits with 0', async () => {
    const run = await runAfter(name);

    expect(wrongs(run)).toEqual(nothingWrong);
    expect(run).toMatchObject({ outcome: 'returned', result: 0 });
  });

  test('does so too when any one start, stop or await fails', async () => {
    const { points } = await runAfter(name);

    const failures: { fault: string; wrongs: unknown }[] = [];
    for (const fault of points) {
      const run = await runAfter(name, { fault });
      expect(run.points.find((point) => isSame(point, fault)), `fault reached: ${fault.kind} ${fault.ordinal}`).toBeDefined();
      const found = { ...wrongs(run), outcome: run.outcome, told: isTold(fault, run) };
      const right = { ...nothingWrong, outcome: 'returned', told: true };
      if (JSON.stringify(found) !== JSON.stringify(right)) failures.push({ fault: `${fault.kind} ${fault.ordinal} ${fault.label}`, wrongs: found });
    }

    expect(failures).toEqual([]);
    expect(points.length).toBeGreaterThan(15);
  });
});

/**
 * A start or stop that failed shows in the exit code, a failed operation may have been dealt with.
 * What a request starts lazily is answered to whoever asked.
 */
function isTold(fault: FaultPoint, run: TracedRun): boolean {
  if (fault.kind === 'await') return run.result === 0 || run.result === 1;
  const lazy = run.events.findLast((event) => event.phase === 'start-failed')?.owner.startsWith('request') ?? false;
  return run.result === (lazy ? 0 : 1);
}
