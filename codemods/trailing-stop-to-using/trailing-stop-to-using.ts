import { findSites } from '../../plans/finally-to-stack/find-sites.ts';
import { planTrailing } from '../../plans/trailing-stop-to-using/plan.ts';
import type { TypedMigration } from '../migration.ts';
import { parseFile } from '../text/parse-file.ts';
import { trailingResources } from './resources.ts';

/** A resource that is stopped only where nothing fails → a scope that stops it on every exit. */
export const trailingStopToUsing: TypedMigration = {
  engine: 'typed',
  trigger: /\bawait\b|\bclose|\bstop|\bdispose|\bend\b|\brelease/,
  affects: 'file',
  migrateFile(stories, options) {
    const resources = trailingResources(stories);
    if (resources.length === 0) return { edits: [], sites: [] };
    return planTrailing(findSites(parseFile(stories.sourceFile.fileName, stories.sourceFile.text)), resources, options, stories.view.program.getCompilerOptions().noUnusedLocals === true);
  },
};
