import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { processor, reference } from '../../bench/lint/clocked-rules.ts';
import { generateProgram } from '../../bench/lint/generate.ts';
import { ProjectLinter, sourceFiles } from '../../bench/lint/project.ts';
import { ratiosOf, relintOf } from '../../bench/lint/report.ts';
import { temporaryProject } from '../cli/temporary-project.ts';
import { runScript } from './run-script.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lifecycle-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('bench:lint', () => {
  const tsconfig = generateProgram(folder, 2, path.join(import.meta.dirname, '../../node_modules'));
  const files = sourceFiles(tsconfig);
  const rules = [reference, 'require-disposal', 'require-dispose-method'];
  const spent = new Map<string, number>();
  const project = new ProjectLinter(folder, rules, spent, processor);

  test('the generated program has eight files a unit', () => {
    expect(files.map((file) => path.relative(folder, file)).sort()).toEqual(
      [0, 1].flatMap((unit) => ['format', 'handlers', 'main', 'model', 'poller', 'repository', 'rules', 'service'].map((name) => path.join('src', `unit${unit}`, `${name}.ts`))),
    );
  });

  test('only what is planted is found: the poller of every fourth unit is left running, no poller is disposable', () => {
    const found = files.map((file) => [path.relative(folder, file), project.lint(file)] as const).filter(([, count]) => count > 0);
    expect(found.sort()).toEqual([[path.join('src', 'unit0', 'poller.ts'), 2], [path.join('src', 'unit1', 'poller.ts'), 2]]);
  });

  test('each rule that runs is timed', () => {
    expect([...spent.keys()].sort()).toEqual([...rules].sort());
  });

  test('an edited file is linted in the same program', () => {
    const poller = files.find((file) => file.endsWith(path.join('unit1', 'poller.ts')))!;
    const text = readFileSync(poller, 'utf8');
    expect(project.lint(poller, text)).toBe(2);
    expect(project.lint(poller, text.replace('poller.stop();', ''))).toBe(2);
    expect(project.lint(poller, `${text}\nvoid 0; Promise.resolve(1);\n`)).toBe(3);
  });
});

describe('ratios', () => {
  const measured = (spent: Record<string, number>, peakMegabytes: number) => ({ files: 1, findings: 0, spent, whole: 250, peakMegabytes, relint: [] });

  test('alone is ours over the reference, on top is what both take more than the reference alone, within is ours over the reference beside it', () => {
    const comparison = { name: 'x', reference: measured({ [reference]: 100 }, 500), ours: measured({ a: 50, b: 30 }, 600), both: measured({ [reference]: 90, a: 10, b: 15 }, 700) };
    expect(ratiosOf(comparison)).toEqual({ alone: 0.8, onTop: 0.15, within: 25 / 90, ofWhole: 0.1, memory: 1.2 });
  });

  test('the 95th percentile is over rules and files, and over the means of files', () => {
    const relint = [{ file: 'a', spent: { x: 1, y: 3 } }, { file: 'b', spent: { x: 5, y: 9 } }];
    expect(relintOf({ ...measured({}, 0), relint })).toEqual({ files: 2, eachP95: 9, eachMedian: 5, meanP95: 7 });
  });
});

describe('bad input is one sentence, before anything is measured', () => {
  const bench = (...args: string[]) => runScript('bench/lint.ts', ...args);

  test.each([
    [['--runs', 'abc'], "--runs takes a number from 1 on, not 'abc'.\n"],
    [['--runs', '0'], "--runs takes a number from 1 on, not '0'.\n"],
    [['--runs'], "Option '--runs <value>' argument missing.\n"],
    [['--runs', '-1'], "Option '--runs' argument is ambiguous.\n"],
    [['--relint', '1.5'], "--relint takes a number from 1 on, not '1.5'.\n"],
    [['--scales', '1,,2'], "--scales takes a number from 1 on, not ''.\n"],
    [['--json', 'gone/figures.json'], "--json takes a file in a folder that there is, not 'gone/figures.json'.\n"],
    [['--fast'], "Unknown option '--fast'.\n"],
    [['gone'], "There is no file or folder 'gone'.\n"],
    [['package.json'], "Name a tsconfig.json or its folder, not 'package.json'.\n"],
  ])('%j', (args, err) => {
    expect(bench(...args)).toEqual({ code: 2, out: '', err });
  });

  test('a folder without a tsconfig', () => {
    const folder = temporaryProject({ 'a.js': 'export {};\n' });
    expect(bench(folder)).toEqual({ code: 2, out: '', err: `There is no tsconfig.json in '${folder}'.\n` });
  });
});
