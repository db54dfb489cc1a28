import { canUseStacks } from '../../analysis/index.ts';
import { migrations, type RegisteredMigration } from '../../codemods/index.ts';
import { importPolyfill, type StackModule } from '../../codemods/text/import-polyfill.ts';
import { BadInput } from '../failure.ts';
import { manifestsAbove } from './manifest.ts';
import { isChanged, type Changed, type FileOutcome } from './outcome.ts';
import type { MigrateRequest, Polyfill } from './request.ts';
import { runtimeProfile, whyNoStack } from './runtime-profile.ts';
import { absolute, type TypedProjects } from './typed-projects.ts';

const stackModules: Readonly<Record<Polyfill, StackModule>> = {
  'core-js': { specifier: 'core-js/proposals/explicit-resource-management.js', exportsNames: false },
  disposablestack: { specifier: 'disposablestack/auto', exportsNames: false },
  whatwg: { specifier: '@whatwg-node/disposablestack', exportsNames: true },
};

type Needs = RegisteredMigration['needs'];

/** The changed files in which a site was migrated that needs one of these. */
export function filesThatNeed(needs: readonly Needs[], outcomes: readonly FileOutcome[]): string[] {
  return outcomes.filter(isChanged).filter((change) => migrationThatNeeds(needs, change)).map(({ file }) => file);
}

/** Stops the run before anything is changed when one of the changed files would run where the stacks do not exist. */
export async function stopWithoutStack(outcomes: readonly FileOutcome[], { polyfill }: MigrateRequest, projects: TypedProjects | undefined): Promise<void> {
  for (const change of outcomes.filter(isChanged)) {
    const migration = migrationThatNeeds(['stacks'], change);
    const sentence = migration && (await whyStopped(change, migration, polyfill, projects));
    if (sentence) throw new BadInput(sentence);
  }
}

/** Types are asked only where the text and the manifest do not answer. */
async function whyStopped(change: Changed, migration: string, polyfill: Polyfill | undefined, projects: TypedProjects | undefined): Promise<string | undefined> {
  const sentence = whyNoStack(change.file, migration, polyfill !== undefined);
  return sentence && !polyfill && (await loadsStacks(projects, change)) ? whyNoStack(change.file, migration, true) : sentence;
}

/** Whether another module of the program, which is no test, loads a polyfill already. */
async function loadsStacks(projects: TypedProjects | undefined, { file }: Changed): Promise<boolean> {
  const config = projects?.ownerOf(file);
  if (!projects || !config) return false;
  const { view, sourceFile } = (await projects.open(config, [])).stories(absolute(file));
  return canUseStacks(view, sourceFile);
}

/** The outcome with the polyfill loaded first, where the file needs one. */
export function withPolyfill(outcome: FileOutcome, polyfill: Polyfill | undefined): FileOutcome {
  if (!polyfill || !isChanged(outcome) || !migrationThatNeeds(['stacks'], outcome) || runtimeProfile(outcome.file).node === 'native') return outcome;
  return { ...outcome, after: importPolyfill(outcome.file, outcome.after, stackModules[polyfill], manifestsAbove(outcome.file)[0]?.isModule ?? false) };
}

/** A site that edits other files as well may need it in one of them only. */
function migrationThatNeeds(needs: readonly Needs[], { sites, by = [], after }: Changed): string | undefined {
  const names = new Set(migrations.filter((migration) => needs.includes(migration.needs)).map(({ name }) => name));
  const own = sites.find((site) => site.outcome === 'migrated' && names.has(site.migration) && (!site.elsewhere || usesDisposal.test(after)))?.migration;
  return own ?? (usesDisposal.test(after) ? by.find((name) => names.has(name)) : undefined);
}

const usesDisposal = /\b(?:Async)?DisposableStack\b|\busing\b|\bSymbol\.(?:asyncD|d)ispose\b/;
