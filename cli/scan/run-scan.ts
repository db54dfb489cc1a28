import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Question } from '../../rules/question.ts';
import { BadInput } from '../failure.ts';
import { ruleChoice, ruleId } from './asked-rules.ts';
import { type Baseline, isKnown, readBaseline, staleEntries, writeBaseline } from './baseline.ts';
import { relativeTo } from './paths.ts';
import type { Problem } from './problem.ts';
import { type Progress } from './progress.ts';
import { formats } from './report/report.ts';
import { statsReport } from './report/stats.ts';
import type { Style } from './report/style.ts';
import type { ScanResult } from './result.ts';
import { scan } from './scan.ts';

/** The options of `lifecycle scan`, as typed. */
export interface ScanOptions {
  readonly format: string;
  readonly config?: string | false;
  readonly preset?: string;
  readonly rule: readonly string[];
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
  const format = Object.hasOwn(formats, options.format) ? formats[options.format] : undefined;
  if (!format) throw new BadInput(`there is no format '${options.format}' (${Object.keys(formats).join(', ')})`);
  const choice = ruleChoice(questions, options.preset, options.rule);
  const baseline = baselineOf(options, here.cwd);
  const config = typeof options.config === 'string' ? existing(here.cwd, options.config) : options.config;
  const all = await scan({ cwd: here.cwd, paths, choice, config, onProgress: (done, of, file) => here.progress.show(done, of, relativeTo(here.cwd, file)) }, questions);
  here.progress.clear();
  const result = baseline ? { ...all, findings: all.findings.filter((finding) => !isKnown(baseline, finding)) } : all;
  for (const sentence of [...all.problems.map((problem) => sentenceOf(problem, here.cwd)), ...all.warnings]) here.err(`lifecycle: ${sentence}\n`);
  const isAsked = (rule: string) => choice.only.size === 0 || choice.only.has(rule.replace('lifecycle/', ''));
  if (baseline && options.updateBaseline) return updated(baseline, all, isAsked, here);
  here.out(format({ result, questions: questions.filter((question) => isAsked(ruleId(question))), cwd: here.cwd, style: here.style, known: all.findings.length - result.findings.length, stats: options.stats === true }));
  if (baseline) sayStale(staleEntries(baseline, all, isAsked), here);
  if (options.stats && options.format !== 'json') here.err(statsReport(all.stats));
  return exitCode(result);
}

function existing(cwd: string, file: string): string {
  const absolute = path.resolve(cwd, file);
  if (!existsSync(absolute)) throw new BadInput(`there is no file '${file}'`);
  return absolute;
}

function baselineOf(options: ScanOptions, cwd: string): Baseline | undefined {
  if (options.baseline !== undefined) return readBaseline(path.resolve(cwd, options.baseline), options.baseline, options.updateBaseline === true);
  if (options.updateBaseline) throw new BadInput('--update-baseline needs --baseline <file>');
  return undefined;
}

function updated(baseline: Baseline, result: ScanResult, isAsked: (rule: string) => boolean, here: Surroundings): number {
  writeBaseline(baseline, result, isAsked);
  here.out(`${relativeTo(here.cwd, baseline.file)} now holds the ${result.findings.length} findings of this scan.\n`);
  return exitCode({ ...result, findings: [] });
}

function sayStale(count: number, here: Surroundings): void {
  if (count > 0) here.err(`lifecycle: ${count} findings of the baseline are gone; --update-baseline takes them out\n`);
}

function exitCode({ problems, findings }: Pick<ScanResult, 'problems' | 'findings'>): number {
  if (problems.some((problem) => problem.of === 'request')) return 2;
  return problems.length > 0 || findings.some((finding) => finding.severity === 'error') ? 1 : 0;
}

function sentenceOf({ file, line, column, message }: Problem, cwd: string): string {
  const place = file === undefined ? [] : [[relativeTo(cwd, file), line, column].filter((part) => part !== undefined).join(':')];
  return [...place, message.replaceAll(`${cwd}/`, '')].join(': ');
}
