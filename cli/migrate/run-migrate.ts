import { migrations } from '../../codemods/index.ts';
import { importPolyfill, type StackModule } from '../../codemods/text/import-polyfill.ts';
import { BadInput } from '../failure.ts';
import { ask } from './ask.ts';
import { findFiles } from './find-files.ts';
import { formatFiles } from './format-files.ts';
import { isDirty } from './git-state.ts';
import { manifestsAbove } from './manifest.ts';
import { isChanged, type FileOutcome } from './outcome.ts';
import { progressBar } from './progress.ts';
import { printDiff } from './print-diff.ts';
import { printReport } from './print-report.ts';
import { exitCodeOf, reportOf } from './report.ts';
import type { MigrateRequest, Polyfill, SiteSelection } from './request.ts';
import { rollBackUntyped, type Checked } from './roll-back.ts';
import { runFiles } from './run-files.ts';
import { runtimeProfile, toolWarnings, whyNoStack } from './runtime-profile.ts';
import { loadPlan, savePlan } from './saved-plan.ts';
import { extendLibs } from './tsconfig-lib.ts';
import { writeFile } from './write-file.ts';

const stackModules: Readonly<Record<Polyfill, StackModule>> = {
  'core-js': { specifier: 'core-js/proposals/explicit-resource-management.js', exportsNames: false },
  disposablestack: { specifier: 'disposablestack/auto', exportsNames: false },
  whatwg: { specifier: '@whatwg-node/disposablestack', exportsNames: true },
};

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
  const { outcomes, unchecked } = await rollBackUntyped(chosen, request.settings);
  const changed = outcomes.filter(isChanged).filter(({ sites }) => sites.some(({ outcome }) => outcome === 'migrated')).map(({ file }) => file);
  stopWithoutStack(changed, request);
  const polyfilled = outcomes.map((outcome) => withPolyfill(outcome, request.polyfill));
  return { outcomes: [...problems, ...polyfilled, ...(needsStack(request) ? extendLibs(changed) : [])], unchecked };
}

async function migrate({ settings, jobs }: MigrateRequest, files: readonly string[], only: readonly SiteSelection[] | undefined): Promise<FileOutcome[]> {
  const bar = progressBar(files.length);
  try {
    return await runFiles({ files, settings, only, jobs, onProgress: bar.update });
  } finally {
    bar.clear();
  }
}

function needsStack({ settings }: MigrateRequest): boolean {
  return migrations.some(({ name, needsStack: needs }) => needs && settings.migrations.includes(name));
}

/** Nothing is changed anywhere when one of the changed files would run where the stacks do not exist. */
function stopWithoutStack(changed: readonly string[], request: MigrateRequest): void {
  const needing = migrations.find(({ name, needsStack: needs }) => needs && request.settings.migrations.includes(name));
  if (!needing) return;
  for (const file of changed) {
    const sentence = whyNoStack(file, needing.name, request.polyfill !== undefined);
    if (sentence) throw new BadInput(sentence);
  }
}

function withPolyfill(outcome: FileOutcome, polyfill: Polyfill | undefined): FileOutcome {
  if (!polyfill || !isChanged(outcome) || runtimeProfile(outcome.file).node === 'native') return outcome;
  return { ...outcome, after: importPolyfill(outcome.file, outcome.after, stackModules[polyfill], manifestsAbove(outcome.file)[0]?.isModule ?? false) };
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
    ...(unchecked.length > 0 ? [`No tsconfig includes ${named(unchecked)}: not type-checked.`] : []),
    ...(unstated && needsStack(request) && !request.polyfill ? ['No "engines.node" was found: the stacks are taken to exist, as in Node 24 and newer.'] : []),
  ];
}

function named([first = '', ...others]: readonly string[]): string {
  return others.length > 0 ? `${first} and ${others.length} more edited files` : first;
}

function changedFiles(outcomes: readonly FileOutcome[]): string[] {
  return outcomes.filter(isChanged).map(({ file }) => file);
}
