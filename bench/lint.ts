// `npm run bench:lint -- [<folder or tsconfig.json>…] [--json <file>] [--scales 1,2,4,8] [--relint <files>] [--runs <count>]`: what the rules cost beside no-floating-promises (bench/README.md).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BadInput } from '../cli/failure.ts';
import { questions } from '../rules/index.ts';
import { countOf, readArguments } from './arguments.ts';
import { reference } from './lint/clocked-rules.ts';
import { generateProgram, unitsPerScale } from './lint/generate.ts';
import type { Measured, Task } from './lint/measure.ts';
import { type Comparison, printComparison, printGrowth, printRelint, printRules, ratiosOf, relintOf, total } from './lint/report.ts';

const options = { json: { type: 'string' }, scales: { type: 'string', default: '1,2,4,8' }, relint: { type: 'string', default: '60' }, runs: { type: 'string', default: '1' } } as const;
const { json, scales, relint, runs, tsconfigs } = await readArguments({ allowPositionals: true, options }, ({ values, positionals }) => ({
  json: values.json === undefined ? undefined : writable(values.json),
  scales: values.scales.split(',').map((scale) => countOf('--scales', scale)),
  relint: countOf('--relint', values.relint),
  runs: countOf('--runs', values.runs),
  tsconfigs: positionals.map(tsconfigOf),
}));

const ours = questions.map((question) => question.name);
const child = fileURLToPath(new URL('lint/measure.ts', import.meta.url));
const results = tsconfigs.length > 0 ? tsconfigs.map(ofRepository) : ofGenerated(scales);
if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`);

function writable(file: string): string {
  if (!existsSync(path.dirname(file))) throw new BadInput(`--json takes a file in a folder that there is, not '${file}'.`);
  return file;
}

/** The project service of the parser finds no file of another name. */
function tsconfigOf(given: string): string {
  const stat = statSync(given, { throwIfNoEntry: false });
  if (!stat) throw new BadInput(`There is no file or folder '${given}'.`);
  const tsconfig = path.resolve(stat.isDirectory() ? path.join(given, 'tsconfig.json') : given);
  if (path.basename(tsconfig) !== 'tsconfig.json') throw new BadInput(`Name a tsconfig.json or its folder, not '${given}'.`);
  if (!existsSync(tsconfig)) throw new BadInput(`There is no tsconfig.json in '${given}'.`);
  return tsconfig;
}

function ofRepository(tsconfig: string): object {
  const name = path.basename(path.dirname(tsconfig));
  const comparison = compare(name, tsconfig);
  printComparison(comparison);
  printRules(comparison);
  return { ...comparison, ratios: ratiosOf(comparison), relint: relinted(name, tsconfig) };
}

function ofGenerated(scales: readonly number[]): object[] {
  const measured = scales.map((scale) => inTemporaryProgram(scale, (tsconfig) => ({ scale, comparison: compare(`generated, ${scale}×`, tsconfig) })));
  for (const { comparison } of measured) printComparison(comparison);
  printRules(measured.at(-1)!.comparison);
  printGrowth(measured);
  const again = inTemporaryProgram(scales[0]!, (tsconfig) => relinted('generated', tsconfig));
  return [...measured.map(({ scale, comparison }) => ({ scale, ...comparison, ratios: ratiosOf(comparison) })), { relint: again }];
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
  const rounds = Array.from({ length: runs }, () => ({ reference: inChild({ tsconfig, rules: [reference] }), ours: inChild({ tsconfig, rules: ours }), both: inChild({ tsconfig, rules: [reference, ...ours] }) }));
  return { name, reference: leastOf(rounds.map((round) => round.reference)), ours: leastOf(rounds.map((round) => round.ours)), both: leastOf(rounds.map((round) => round.both)) };
}

/** The run whose rules took least: what else the machine does only ever adds. */
function leastOf(measured: readonly Measured[]): Measured {
  return measured.reduce((least, run) => (total(run) < total(least) ? run : least));
}

function relinted(name: string, tsconfig: string): object {
  const measured = inChild({ tsconfig, rules: ours, relint });
  printRelint(name, measured);
  return relintOf(measured);
}

function inChild(task: Task): Measured {
  const output = execFileSync(process.execPath, [...process.execArgv, '--max-old-space-size=8192', child, JSON.stringify(task)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e9 });
  return JSON.parse(output.trim().split('\n').at(-1)!) as Measured;
}
