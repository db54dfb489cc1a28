import { BadInput } from '../failure.ts';
import { ask } from './ask.ts';
import { findFiles } from './find-files.ts';
import { formatFiles } from './format-files.ts';
import { isDirty, uncommittedAmong } from './git-state.ts';
import { named } from './named.ts';
import { isChanged, isProblem, type FileOutcome } from './outcome.ts';
import { progressBar } from './progress.ts';
import { printDiff } from './print-diff.ts';
import { printReport } from './print-report.ts';
import { exitCodeOf, reportOf } from './report.ts';
import type { MigrateRequest, SiteSelection } from './request.ts';
import { runMigrations, type Outcomes } from './run-migrations.ts';
import { runtimeProfile, toolWarnings } from './runtime-profile.ts';
import { loadPlan, savePlan } from './saved-plan.ts';
import { filesThatNeed, stopWithoutStack, withPolyfill } from './stacks.ts';
import { extendLibs } from './tsconfig-lib.ts';
import type { TypedProjects } from './typed-projects.ts';
import { typesFor } from './types-for.ts';
import { writeFiles } from './write-file.ts';

/** Runs a checked request from the search for files to the report; the answer is the exit code. */
export async function runMigrate(request: MigrateRequest): Promise<0 | 1 | 2> {
  const started = performance.now();
  if (request.write && !request.allowDirty && !request.from && request.paths.some(isDirty)) {
    throw new BadInput('The git tree has uncommitted changes: commit or stash them first, or add --allow-dirty.');
  }
  const { outcomes: planned, warnings: doubts } = request.from ? { outcomes: loadPlan(request.from).outcomes, warnings: [] } : await plan(request);
  if (request.plan) await savePlan(request.plan, request.settings.migrations, planned);
  if (request.write && !request.allowDirty && !request.from) assertCommitted(changedFiles(planned));
  const outcomes = request.write ? await writeFiles(planned) : planned;
  const unformatted = request.format && request.write ? formatFiles(changedFiles(outcomes)) : undefined;
  const warnings = [...warningsOf(outcomes, request), ...doubts, ...(unformatted ? [unformatted] : [])];
  const report = reportOf(outcomes, request, request.write, warnings, Math.round(performance.now() - started));
  if (request.diff) process.stdout.write(printDiff(outcomes));
  if (request.json) process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  else (request.diff ? process.stderr : process.stdout).write(printReport(report));
  return exitCodeOf(outcomes, request.check);
}

function assertCommitted(files: readonly string[]): void {
  const [first] = uncommittedAmong(files);
  if (first !== undefined) throw new BadInput(`'${first}' is not in git yet and would be changed: commit it first, or add --allow-dirty.`);
}

/** What would change, and what there is to say about it. */
interface Planned {
  readonly outcomes: readonly FileOutcome[];
  readonly warnings: readonly string[];
}

async function plan(request: MigrateRequest): Promise<Planned> {
  const { files, problems } = await findFiles(request.paths);
  const { projects, unread } = await typesFor(request, files);
  const all = await migrate(request, files, projects, request.only.length > 0 ? request.only : undefined);
  const { outcomes, unchecked } = request.interactive ? await migrate(request, files, projects, await ask(all.outcomes)) : all;
  await stopWithoutStack(outcomes, request, projects);
  const polyfilled = outcomes.map((outcome) => withPolyfill(outcome, request.polyfill));
  return { outcomes: [...problems, ...polyfilled, ...extendLibs(filesThatNeed(['stacks', 'symbols'], outcomes))], warnings: [...notChecked(unchecked), ...unread] };
}

async function migrate({ settings, jobs }: MigrateRequest, files: readonly string[], projects: TypedProjects | undefined, only: readonly SiteSelection[] | undefined): Promise<Outcomes> {
  const bar = progressBar(files.length);
  try {
    return await runMigrations({ files, settings, only, jobs, projects, onProgress: bar.update });
  } finally {
    bar.clear();
  }
}

function warningsOf(outcomes: readonly FileOutcome[], request: MigrateRequest): string[] {
  const unstated = filesThatNeed(['stacks'], outcomes).some((file) => runtimeProfile(file).node === 'unstated');
  return [
    ...siteless(request.only, outcomes),
    ...toolWarnings(changedFiles(outcomes)),
    ...(unstated && !request.polyfill ? ['No "engines.node" was found: the stacks are taken to exist, as in Node 24 and newer.'] : []),
  ];
}

/** What `--only` names without meeting a site. */
function siteless(only: readonly SiteSelection[], outcomes: readonly FileOutcome[]): string[] {
  const sites = outcomes.flatMap((outcome) => (isProblem(outcome) ? [] : outcome.sites.map(({ line }) => `${outcome.file}:${line}`)));
  const missed = only.map(({ file, line }) => `${file}:${line}`).filter((place) => !sites.includes(place));
  return missed.length > 0 ? [`--only names ${missed.join(', ')}, where there is no site.`] : [];
}

function notChecked(unchecked: readonly string[]): string[] {
  return unchecked.length > 0 ? [`No tsconfig compiles ${named(unchecked, 'edited')}: not type-checked.`] : [];
}

function changedFiles(outcomes: readonly FileOutcome[]): string[] {
  return outcomes.filter(isChanged).map(({ file }) => file);
}
