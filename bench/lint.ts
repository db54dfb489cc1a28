// `npm run bench:lint -- [<folder or tsconfig.json>…] [--json <file>] [--scales 1,2,4,8] [--relint <files>] [--runs <count>]`: what the rules cost beside no-floating-promises (bench/README.md).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { questions } from '../rules/index.ts';
import { reference } from './lint/clocked-rules.ts';
import { generateProgram, unitsPerScale } from './lint/generate.ts';
import type { Measured, Task } from './lint/measure.ts';
import { type Comparison, printComparison, printGrowth, printRelint, printRules, ratiosOf, relintOf, total } from './lint/report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, scales: { type: 'string', default: '1,2,4,8' }, relint: { type: 'string', default: '60' }, runs: { type: 'string', default: '1' } },
});

const ours = questions.map((question) => question.name);
const child = fileURLToPath(new URL('lint/measure.ts', import.meta.url));
const results = positionals.length > 0 ? positionals.map(ofRepository) : ofGenerated(values.scales.split(',').map(Number));
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`);

function ofRepository(given: string): object {
  const tsconfig = path.resolve(statSync(given).isDirectory() ? path.join(given, 'tsconfig.json') : given);
  if (path.basename(tsconfig) !== 'tsconfig.json') throw new Error('the file has to be called tsconfig.json: so is what the project service of the parser finds');
  const name = path.basename(path.dirname(tsconfig));
  const comparison = compare(name, tsconfig);
  printComparison(comparison);
  printRules(comparison);
  return { ...comparison, ratios: ratiosOf(comparison), relint: relinted(name, tsconfig) };
}

function ofGenerated(scales: readonly number[]): object[] {
  const runs = scales.map((scale) => inTemporaryProgram(scale, (tsconfig) => ({ scale, comparison: compare(`generated, ${scale}×`, tsconfig) })));
  for (const { comparison } of runs) printComparison(comparison);
  printRules(runs.at(-1)!.comparison);
  printGrowth(runs);
  const relint = inTemporaryProgram(scales[0]!, (tsconfig) => relinted('generated', tsconfig));
  return [...runs.map(({ scale, comparison }) => ({ scale, ...comparison, ratios: ratiosOf(comparison) })), { relint }];
}

function inTemporaryProgram<Result>(scale: number, use: (tsconfig: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'lifecycle-bench-'));
  try {
    return use(generateProgram(folder, scale * unitsPerScale, fileURLToPath(new URL('../node_modules', import.meta.url))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(name: string, tsconfig: string): Comparison {
  return {
    name,
    reference: leastOf({ tsconfig, rules: [reference] }),
    ours: leastOf({ tsconfig, rules: ours }),
    both: leastOf({ tsconfig, rules: [reference, ...ours] }),
  };
}

/** The run whose rules took least: what else the machine does only ever adds. */
function leastOf(task: Task): Measured {
  const runs = Array.from({ length: Number(values.runs) }, () => inChild(task));
  return runs.reduce((least, run) => (total(run) < total(least) ? run : least));
}

function relinted(name: string, tsconfig: string): object {
  const measured = inChild({ tsconfig, rules: ours, relint: Number(values.relint) });
  printRelint(name, measured);
  return relintOf(measured);
}

function inChild(task: Task): Measured {
  const output = execFileSync(process.execPath, [...process.execArgv, '--max-old-space-size=8192', child, JSON.stringify(task)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e9 });
  return JSON.parse(output.trim().split('\n').at(-1)!) as Measured;
}
