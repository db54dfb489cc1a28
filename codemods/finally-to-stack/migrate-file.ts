import { findSites } from '../../plans/finally-to-stack/find-sites.ts';
import { planFile, type FilePlan, type SitePlan } from '../../plans/finally-to-stack/plan.ts';
import type { PlanOptions } from '../../plans/finally-to-stack/options.ts';
import type { FileTypes } from '../../plans/finally-to-stack/types.ts';
import type { FileLocalMigration, FileMigration, SiteReport } from '../migration.ts';
import { applyEdits } from '../text/apply-edits.ts';
import { parseFile } from '../text/parse-file.ts';

/** A text without this has no `finally`. */
export const trigger = /\bfinally\b(?!\s*\()/;

/** `try … finally` that releases things → a scope that owns a stack. */
export const finallyToStack: FileLocalMigration = { engine: 'file', trigger, migrateFile: (file, text, options) => migrateText(file, text, options) };

/** Both front ends: without types no site goes beyond `flat`. */
export function migrateText(file: string, text: string, options: PlanOptions, types?: FileTypes): FileMigration {
  const plan = planFile(findSites(parseFile(file, text)), options, types);
  const migrated = applyEdits(text, plan.edits);
  if (plan.edits.length > 0 && !parses(file, migrated)) return { text, edits: [], sites: plan.sites.map((site) => refused(site)) };
  return { text: migrated, edits: plan.edits, sites: plan.sites.map(report) };
}

function parses(file: string, text: string): boolean {
  try {
    parseFile(file, text);
    return true;
  } catch {
    return false;
  }
}

function refused(plan: SitePlan): SiteReport {
  const { line, column } = plan;
  return plan.outcome === 'migrated' ? { line, column, outcome: 'skipped', reason: 'does-not-reparse' } : report(plan);
}

function report({ site: _site, ...rest }: FilePlan['sites'][number]): SiteReport {
  return rest;
}
