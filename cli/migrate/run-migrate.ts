import { BadInput } from '../failure.ts';
import { ask } from './ask.ts';
import { findFiles } from './find-files.ts';
import { formatFiles } from './format-files.ts';
import { isDirty } from './git-state.ts';
import { isChanged, type FileOutcome } from './outcome.ts';
import { progressBar } from './progress.ts';
import { printDiff } from './print-diff.ts';
import { printReport } from './print-report.ts';
import { exitCodeOf, reportOf } from './report.ts';
import type { MigrateRequest, SiteSelection } from './request.ts';
import { rollBackUntyped, type Checked } from './roll-back.ts';
import { runFiles } from './run-files.ts';
import { runtimeProfile, toolWarnings } from './runtime-profile.ts';
import { loadPlan, savePlan } from './saved-plan.ts';
import { needsStack, stopWithoutStack, withPolyfill } from './stacks.ts';
import { extendLibs } from './tsconfig-lib.ts';
import { writeFile } from './write-file.ts';

/** Runs a checked request from the search for files to the report; the answer is the exit code. */
export async function runMigrate(request: MigrateRequest): Promise<0 | 1 | 2> {
  const started = performance.now();
  if (request.write && !request.allowDirty && !request.from && request.paths.some(isDirty)) {
    throw new BadInput('The git tree has uncommitted changes: commit or stash them first, or add --allow-dirty.');
  }
  const { outcomes: planned, unchecked } = request.from ? { outcomes: loadPlan(request.from).outcomes, unchecked: [] } : await plan(request);
  if (request.plan) await savePlan(request.plan, request.settings.migrations, planned);
  const outcomes = request.write ? await writeAll(planned) : planned;
  const unformatted = request.format && request.write ? formatFiles(changedFiles(outcomes)) : undefined;
  const warnings = [...warningsOf(outcomes, request, unchecked), ...(unformatted ? [unformatted] : [])];
  const report = reportOf(outcomes, request, request.write, warnings, Math.round(performance.now() - started));
  if (request.diff) process.stdout.write(printDiff(outcomes));
  if (request.json) process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  else (request.diff ? process.stderr : process.stdout).write(printReport(report));
  return exitCodeOf(outcomes, request.check);
}

async function plan(request: MigrateRequest): Promise<Checked> {
  const { files, problems } = await findFiles(request.paths);
  const all = await migrate(request, files, request.only.length > 0 ? request.only : undefined);
  const chosen = request.interactive ? await migrate(request, files, await ask(all)) : all;
  stopWithoutStack(filesWithSites(chosen), request);
  const { outcomes, unchecked } = await rollBackUntyped(chosen, request.settings);
  const polyfilled = outcomes.map((outcome) => withPolyfill(outcome, request.polyfill));
  const libs = needsStack(request.settings) ? extendLibs(filesWithSites(outcomes)) : [];
  return { outcomes: [...problems, ...polyfilled, ...libs], unchecked };
}

function filesWithSites(outcomes: readonly FileOutcome[]): string[] {
  return outcomes.filter(isChanged).filter(({ sites }) => sites.some(({ outcome }) => outcome === 'migrated')).map(({ file }) => file);
}

async function migrate({ settings, jobs }: MigrateRequest, files: readonly string[], only: readonly SiteSelection[] | undefined): Promise<FileOutcome[]> {
  const bar = progressBar(files.length);
  try {
    return await runFiles({ files, settings, only, jobs, onProgress: bar.update });
  } finally {
    bar.clear();
  }
}

async function writeAll(planned: readonly FileOutcome[]): Promise<FileOutcome[]> {
  const written: FileOutcome[] = [];
  for (const outcome of planned) written.push(isChanged(outcome) ? await writeFile(outcome) : outcome);
  return written;
}

function warningsOf(outcomes: readonly FileOutcome[], request: MigrateRequest, unchecked: readonly string[]): string[] {
  const changed = changedFiles(outcomes);
  const unstated = changed.some((file) => runtimeProfile(file).node === 'unstated');
  return [
    ...toolWarnings(changed),
    ...(unchecked.length > 0 ? [`No tsconfig compiles ${named(unchecked)}: not type-checked.`] : []),
    ...(unstated && needsStack(request.settings) && !request.polyfill ? ['No "engines.node" was found: the stacks are taken to exist, as in Node 24 and newer.'] : []),
  ];
}

function named([first = '', ...others]: readonly string[]): string {
  return others.length > 0 ? `${first} and ${others.length} more edited files` : first;
}

function changedFiles(outcomes: readonly FileOutcome[]): string[] {
  return outcomes.filter(isChanged).map(({ file }) => file);
}
