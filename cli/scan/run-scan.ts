import { existsSync } from 'node:fs';
import path from 'node:path';
import { migrations } from '../../codemods/index.ts';
import type { Question } from '../../rules/question.ts';
import { BadInput } from '../failure.ts';
import { ruleChoice, ruleId } from './asked-rules.ts';
import { type Baseline, isKnown, readBaseline, staleEntries, writeBaseline } from './baseline.ts';
import { relativeTo } from './paths.ts';
import { count } from './plural.ts';
import { sentencesOf } from './problem-sentences.ts';
import type { Progress } from './progress.ts';
import { formats, type Report } from './report/report.ts';
import { statsReport } from './report/stats.ts';
import type { Style } from './report/style.ts';
import type { ScanResult } from './result.ts';
import { scan } from './scan.ts';

/** The options of `lifecycle scan`, as typed. */
export interface ScanOptions {
  readonly format: string;
  readonly config?: string | false;
  readonly preset?: string;
  readonly rule?: readonly string[];
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly stats?: boolean;
}

/** Where a scan runs and what it prints to. */
export interface Surroundings {
  readonly cwd: string;
  out(text: string): void;
  err(text: string): void;
  readonly style: Style;
  readonly progress: Progress;
}

/** `lifecycle scan`: 0 without error findings, 1 with some or when a file could not be done, 2 when the request was bad. */
export async function runScan(paths: readonly string[], options: ScanOptions, questions: readonly Question[], here: Surroundings): Promise<number> {
  const format = formatOf(options.format);
  const choice = ruleChoice(questions, options.preset, options.rule ?? []);
  const asked = questions.filter((question) => choice.only.size === 0 || choice.only.has(question.name));
  const baseline = baselineOf(options, here.cwd);
  const config = typeof options.config === 'string' ? existing(here.cwd, options.config) : options.config;
  const result = await scan({ cwd: here.cwd, paths, choice, config, progress: here.progress }, questions).finally(() => here.progress.clear());
  for (const sentence of [...sentencesOf(result.problems, here.cwd), ...result.warnings]) here.err(`lifecycle: ${sentence}\n`);
  const updates = baseline && options.updateBaseline;
  const remaining = updates ? update(baseline, result, asked, here) : print(result, { format, asked, baseline, stats: options.stats === true }, here);
  if (options.stats && options.format !== 'json') here.err(statsReport(result.stats));
  return exitCode(remaining);
}

function formatOf(name: string): (report: Report) => string {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (!format) throw new BadInput(`there is no format '${name}' (${Object.keys(formats).join(', ')})`);
  return format;
}

function baselineOf(options: ScanOptions, cwd: string): Baseline | undefined {
  if (options.baseline !== undefined) return readBaseline(path.resolve(cwd, options.baseline), options.baseline, options.updateBaseline === true);
  if (options.updateBaseline) throw new BadInput('--update-baseline needs --baseline <file>');
  return undefined;
}

function existing(cwd: string, file: string): string {
  const absolute = path.resolve(cwd, file);
  if (!existsSync(absolute)) throw new BadInput(`there is no file '${file}'`);
  return absolute;
}

/** What is left to fail for. */
type Remaining = Pick<ScanResult, 'problems' | 'findings'>;

function update(baseline: Baseline, result: ScanResult, asked: readonly Question[], here: Surroundings): Remaining {
  writeBaseline(baseline, result, new Set(asked.map(ruleId)));
  here.out(`${relativeTo(here.cwd, baseline.file)} now holds ${count(result.findings.length, 'finding')} of this scan.\n`);
  return { problems: result.problems, findings: [] };
}

const migrationNames: ReadonlySet<string> = new Set(migrations.map((migration) => migration.name));

interface Printing {
  readonly format: (report: Report) => string;
  readonly asked: readonly Question[];
  readonly baseline: Baseline | undefined;
  readonly stats: boolean;
}

function print(result: ScanResult, { format, asked, baseline, stats }: Printing, here: Surroundings): Remaining {
  const findings = result.findings.filter((finding) => !(baseline && isKnown(baseline, finding)));
  const known = result.findings.length - findings.length;
  here.out(format({ result: { ...result, findings }, questions: asked, cwd: here.cwd, style: here.style, known, migrations: migrationNames, stats }));
  const stale = baseline ? staleEntries(baseline, result, new Set(asked.map(ruleId))) : 0;
  if (stale > 0) here.err(`lifecycle: ${count(stale, 'finding')} of the baseline no longer found; --update-baseline forgets what is mended\n`);
  return { problems: result.problems, findings };
}

function exitCode({ problems, findings }: Remaining): number {
  if (problems.some((problem) => problem.of === 'request')) return 2;
  return problems.length > 0 || findings.some((finding) => finding.severity === 'error') ? 1 : 0;
}
