import { migrations } from '../../codemods/index.ts';
import { importPolyfill, type StackModule } from '../../codemods/text/import-polyfill.ts';
import { BadInput } from '../failure.ts';
import { manifestsAbove } from './manifest.ts';
import { isChanged, type FileOutcome } from './outcome.ts';
import type { MigrateRequest, MigrationSettings, Polyfill } from './request.ts';
import { runtimeProfile, whyNoStack } from './runtime-profile.ts';

const stackModules: Readonly<Record<Polyfill, StackModule>> = {
  'core-js': { specifier: 'core-js/proposals/explicit-resource-management.js', exportsNames: false },
  disposablestack: { specifier: 'disposablestack/auto', exportsNames: false },
  whatwg: { specifier: '@whatwg-node/disposablestack', exportsNames: true },
};

/** Does any of the migrations of a run construct stacks? */
export function needsStack({ migrations: names }: MigrationSettings): boolean {
  return needing(names) !== undefined;
}

/** Stops the run before anything is changed when one of the changed files would run where the stacks do not exist. */
export function stopWithoutStack(changed: readonly string[], { settings, polyfill }: MigrateRequest): void {
  const migration = needing(settings.migrations);
  if (!migration) return;
  for (const file of changed) {
    const sentence = whyNoStack(file, migration, polyfill !== undefined);
    if (sentence) throw new BadInput(sentence);
  }
}

/** The outcome with the polyfill loaded first, where the file needs one. */
export function withPolyfill(outcome: FileOutcome, polyfill: Polyfill | undefined): FileOutcome {
  if (!polyfill || !isChanged(outcome) || runtimeProfile(outcome.file).node === 'native') return outcome;
  return { ...outcome, after: importPolyfill(outcome.file, outcome.after, stackModules[polyfill], manifestsAbove(outcome.file)[0]?.isModule ?? false) };
}

function needing(names: readonly string[]): string | undefined {
  return migrations.find(({ name, needsStack: needs }) => needs && names.includes(name))?.name;
}
