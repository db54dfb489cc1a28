import '../../examples/execution-platform/platform/polyfill.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { bugs } from '../../examples/execution-platform/tools/bugs.ts';
import { byHand, startAndStopFiles } from '../../examples/execution-platform/tools/by-hand.ts';
import { mendedTable, readmeWithMended, type Migrated } from '../../examples/execution-platform/tools/mended.ts';
import { findingsIn } from './findings.ts';
import { cleanCopy, flags, migrated, type Copy, type Report } from './self-migration.ts';
import { before, entryNames, runSystem, type System } from './scenarios.ts';
import { isSame, namedFaults, nothingWrong, worseThan, wrongs } from './verdicts.ts';

/** Each test starts a compiler, a process, or hundreds of runs. */
vi.setConfig({ testTimeout: 400_000, hookTimeout: 600_000 });

const example = new URL('../../examples/execution-platform/', import.meta.url);

let copy: Copy;
let report: Report;

/** The same without flags. */
let plain: Migrated;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const copies = await Promise.all([cleanCopy(), cleanCopy()]);
  const reports = await Promise.all([migrated(copies[0], flags), migrated(copies[1], [])]);
  [copy, report, plain] = [copies[0], reports[0], { copy: copies[1], report: reports[1] }];
});

afterAll(async () => {
  await copy[Symbol.asyncDispose]();
  await plain.copy[Symbol.asyncDispose]();
});

describe('before/, migrated by one command', () => {
  let system: System;

  beforeAll(async () => {
    system = await copy.system();
  });

  test('is written without a problem or a warning', () => {
    expect(report.totals).toMatchObject({ problems: 0 });
    expect(report.warnings).toEqual([]);
    expect(report.totals.changed).toBeGreaterThan(20);
  });

  test('mends what the table says', () => {
    expect(readFileSync(new URL('README.md', example), 'utf8')).toBe(readmeWithMended(mendedTable(plain, { copy, report })));
  });

  test('is what the README shows', () => {
    const shown = readFileSync(new URL('../../README.md', example), 'utf8');
    const worker = readFileSync(path.join(copy.folder, 'before/workers/coordinator.ts'), 'utf8');
    const body = /^export async function runCoordinator[^]*?^}$/m.exec(worker)?.[0].replaceAll(/\n *\/\/ (?:BUG|FINDING).*| \/\/ (?:BUG|FINDING).*/g, '');

    expect(shown).toContain(`\`\`\`ts\n${body}\n\`\`\``);
    const planted = Object.keys(bugs).filter((bug) => bug !== 'B20');
    expect(shown).toContain(`of the ${planted.length} bugs planted in \`before/\` it mends ${planted.length - Object.keys(byHand).length} by itself`);
  });

  test('type-checks', async () => {
    expect(await copy.typecheck()).toBe('');
  });

  test('processes work end to end', async () => {
    expect((await copy.node('--import', 'tsx', 'demo/main.ts', '--before')).out.split('\n').slice(0, 6)).toEqual(work);
  });

  test.each(entryNames)('%s: no run is worse than before, whichever start, stop or await fails', async (name) => {
    const old = await runSystem(before, name);
    const faults = new Map(namedFaults(old.points).map((fault) => [fault.name, fault]));
    const run = await runSystem(system, name);
    const worse: Record<string, string[]> = { 'no fault': worseThan(run, old) };
    for (const fault of namedFaults(run.points)) {
      const same = faults.get(fault.name);
      worse[fault.name] = worseThan(await runSystem(system, name, { fault }), same ? await runSystem(before, name, { fault: same }) : old);
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

  test('changes starts and stops only where a migration refuses, or where no rule knows one', () => {
    const changed = startAndStopFiles(readFileSync(new URL('hand-work.patch', example), 'utf8'));
    const works = Object.values(byHand).filter(({ refusedBy }) => refusedBy);
    expect(changed.filter((file) => !works.some(({ files }) => files.includes(file)))).toEqual([]);

    const left = findingsIn('before', copy.folder);
    const unsaid = works.filter(({ files, refusedBy }) =>
      refusedBy && 'rule' in refusedBy
        ? !left.some(({ rule, file, isMigrated }) => rule === `lifecycle/${refusedBy.rule}` && files.includes(file) && !isMigrated)
        : !report.files.some(({ file, sites = [] }) => files.includes(file.replace('before/', '')) && sites.some((site) => site.outcome === 'skipped' && site.migration === refusedBy?.migration && site.reason === refusedBy.reason)),
    );
    expect(unsaid).toEqual([]);
  });

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
