import '../../examples/execution-platform/platform/polyfill.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { cleanCopy, flags, type Copy, type Ended } from './self-migration.ts';
import { before, entryNames, runSystem, type System } from './scenarios.ts';
import { isSame, namedFaults, nothingWrong, worseThan, wrongs } from './verdicts.ts';

let copy: Copy;
let ran: Ended;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  copy = await cleanCopy();
  ran = await copy.lifecycle('migrate', 'all', ...flags, '--write', 'before');
}, 240_000);

afterAll(() => copy[Symbol.asyncDispose]());

describe('before/, migrated by one command', () => {
  let migrated: System;

  beforeAll(async () => {
    migrated = await copy.system();
  });

  test('is written without an error', () => {
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(' 0 could not be done');
  });

  test('type-checks', async () => {
    expect(await copy.typecheck()).toBe('');
  });

  test('processes work end to end', async () => {
    expect((await copy.node('--import', 'tsx', 'demo/main.ts', '--before')).out.split('\n').slice(0, 6)).toEqual(work);
  });

  test.each(entryNames)('%s: no run is worse than before, whichever start, stop or await fails', async (name) => {
    const plain = await runSystem(before, name);
    const faults = new Map(namedFaults(plain.points).map((fault) => [fault.name, fault]));
    const run = await runSystem(migrated, name);
    const worse: Record<string, string[]> = { 'no fault': worseThan(run, plain) };
    for (const fault of namedFaults(run.points)) {
      const same = faults.get(fault.name);
      worse[fault.name] = worseThan(await runSystem(migrated, name, { fault }), same ? await runSystem(before, name, { fault: same }) : plain);
    }

    expect(Object.entries(worse).filter(([, who]) => who.length > 0)).toEqual([]);
    expect(run.points.length).toBeGreaterThan(10);
  });

  test('a second run changes nothing', async () => {
    const again = await copy.lifecycle('migrate', 'all', ...flags, '--check', 'before');
    expect(again.out).not.toMatch(/^ {2}migrated/m);
    expect(again.code).toBe(0);
  });
});

describe('with the work by hand on top', () => {
  let patched: Copy;
  let finished: System;

  beforeAll(async () => {
    patched = await cleanCopy(copy.folder);
    expect(await patched.patch()).toEqual({ code: 0, out: '', err: '' });
    finished = await patched.system();
  });

  afterAll(() => patched[Symbol.asyncDispose]());

  test('it type-checks', async () => {
    expect(await patched.typecheck()).toBe('');
  });

  test('the preset recommended finds nothing', async () => {
    expect(await patched.lifecycle('scan', '--no-config', 'before')).toMatchObject({ code: 0, out: expect.stringContaining('No findings') as string });
  });

  test('it processes work end to end, and its stops are right', async () => {
    const { out } = await patched.node('--import', 'tsx', 'demo/main.ts', '--before');

    expect(out.split('\n').slice(0, 6)).toEqual(work);
    expect(out.trim().split('\n').slice(-4)).toEqual([
      'Still live when their entry point left: none',
      'Stops that nobody awaited: none',
      'Stopped in the wrong order: none',
      'Told to stop more than once: none',
    ]);
  });

  test.each(entryNames)('%s: everything stops in reverse order, each once and awaited, whichever start, stop or await fails', async (name) => {
    const run = await runSystem(finished, name);
    expect(wrongs(run)).toEqual(nothingWrong);
    expect(run.outcome).toBe('returned');

    const failures: Record<string, unknown> = {};
    for (const fault of namedFaults(run.points)) {
      const faulty = await runSystem(finished, name, { fault });
      expect(faulty.points.some((point) => isSame(point, fault)), `fault reached: ${fault.name}`).toBe(true);
      if (JSON.stringify(wrongs(faulty)) !== JSON.stringify(nothingWrong) || faulty.outcome === 'waiting') failures[fault.name] = { ...wrongs(faulty), outcome: faulty.outcome };
    }

    expect(failures).toEqual({});
    expect(run.points.length).toBeGreaterThan(10);
  });
});

const work = [
  'one, over SSE: pod-reported Pending → pod-reported Running → pod-reported Succeeded → execution-finished completed',
  'one: completed, output of print(1)',
  'two: completed, output of print(2)',
  'three: failed, output of fail()',
  'four: completed, output of print(4)',
  'sending SIGTERM to this process',
];
