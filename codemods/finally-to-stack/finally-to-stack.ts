import type { API, FileInfo, Options } from 'jscodeshift';
import { isLevel } from '../../plans/finally-to-stack/level.ts';
import { defaultPlanOptions } from '../../plans/finally-to-stack/options.ts';
import { finallyToStack } from './migrate-file.ts';

/**
 * The jscodeshift transform: `npx jscodeshift -t …/finally-to-stack.js --extensions=ts,tsx,js,jsx,mts,cts,mjs,cjs src`.
 * Takes the file, gives the new text, or undefined when nothing changes. Options: `--level=structural|flat`, `--closeGap`, `--awaitReturns`.
 */
export default function transform(file: FileInfo, api: API, options: Options): string | undefined {
  if (!finallyToStack.trigger.test(file.source)) return undefined;
  const level = String(options['level'] ?? defaultPlanOptions.level);
  if (!isLevel(level)) throw new Error(`unknown level '${level}'`);
  const result = finallyToStack.migrateFile(file.path, file.source, {
    ...defaultPlanOptions, level, closeGap: options['closeGap'] === true, awaitReturns: options['awaitReturns'] === true,
  });
  for (const site of result.sites) api.stats(site.outcome === 'migrated' ? `migrated: ${site.level}` : `skipped: ${site.reason}`);
  return result.edits.length > 0 ? result.text : undefined;
}
