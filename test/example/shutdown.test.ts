import { beforeEach, expect, test, vi, type MockInstance } from 'vitest';
import { runEntryPoint, type EntryPoint } from '../../examples/execution-platform/after/runtime/run-entry-point.ts';
import { liveAtEnd } from '../../examples/execution-platform/platform/trace/checks.ts';
import { runTraced, type Scenario, type TracedRun } from '../../examples/execution-platform/platform/trace/run.ts';
import { runAfter } from './scenarios.ts';

let errors: MockInstance;

beforeEach(() => {
  vi.restoreAllMocks();
  errors = vi.spyOn(console, 'error').mockImplementation(() => {});
});

test('a first SIGINT leaves as SIGTERM does', async () => {
  const run = await runAfter('coordinator', { leave: async ({ signal }) => signal('SIGINT') });

  expect(run).toMatchObject({ outcome: 'returned', result: 0 });
  expect(liveAtEnd(run.events)).toEqual([]);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a second signal, %s, exits at once with %i', async (second, code) => {
  const run = await runAfter('coordinator', {
    leave: async ({ signal }) => {
      signal('SIGTERM');
      signal(second);
    },
  });

  expect(run).toMatchObject({ outcome: 'exited', exitCode: code });
});

test('a stop that does not end is left at the deadline, with 1', async () => {
  const hanging = await runOne(stopsNever);
  expect(hanging.outcome).toBe('waiting');

  const run = await runOne(stopsNever, {
    leave: async ({ signal, quiet, fire }) => {
      signal('SIGTERM');
      await quiet();
      fire(10_000);
    },
  });
  expect(run).toMatchObject({ outcome: 'exited', exitCode: 1 });
  expect(errors).toHaveBeenCalledWith('The stop took longer than 10000 ms; leaving without it.');
});

test('the deadline also holds for the stop after a start that failed', async () => {
  const run = await runOne(async (_platform, shutdown) => {
    await using stack = new AsyncDisposableStack();
    using _deadline = shutdown.deadlineOnLeave();
    stack.defer(() => new Promise(() => {}));
    throw new Error('no start');
  });

  expect(run).toMatchObject({ outcome: 'waiting', pendingTimers: 1 });
});

test('the exit code is 1, and both errors are said, when the work and the stop failed', async () => {
  const run = await runOne(async () => {
    await using stack = new AsyncDisposableStack();
    stack.defer(() => Promise.reject(new Error('no stop')));
    throw new Error('no start');
  });

  expect(run).toMatchObject({ outcome: 'returned', result: 1 });
  expect(errors.mock.calls).toEqual([['no start'], ['no stop']]);
});

test('leaving takes the signal listeners and the deadline along', async () => {
  const run = await runAfter('dlq-processor');

  expect(run.pendingTimers).toBe(0);
  expect(run.listenersLeft).toBe(0);
});

const stopsNever: EntryPoint = async (_platform, shutdown) => {
  await using stack = new AsyncDisposableStack();
  using _deadline = shutdown.deadlineOnLeave();
  stack.defer(() => new Promise(() => {}));
  await shutdown.requested;
};

function runOne(entryPoint: EntryPoint, changes: Partial<Scenario> = {}): Promise<TracedRun> {
  return runTraced({ name: 'one', entry: (platform) => runEntryPoint(entryPoint, platform), classes: [], ...changes });
}
