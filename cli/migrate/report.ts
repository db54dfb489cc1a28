import { isChanged, isProblem, type FileOutcome, type MigratedSiteReport } from './outcome.ts';
import type { MigrateRequest } from './request.ts';

/** The whole report, as `--json` prints it. */
export interface Report {
  readonly version: 1;
  readonly migrations: readonly string[];
  readonly written: boolean;
  readonly files: readonly FileReport[];
  readonly totals: Totals;
  readonly warnings: readonly string[];
  readonly milliseconds: number;
}

export interface FileReport {
  readonly file: string;
  readonly outcome: FileOutcome['outcome'];
  readonly problem?: string;
  readonly sites?: readonly MigratedSiteReport[];
}

export interface Totals {
  readonly files: number;
  readonly changed: number;
  readonly problems: number;
  readonly migrated: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
}

/** Files that say nothing (unchanged and without a site) are counted, not listed. */
export function reportOf(outcomes: readonly FileOutcome[], request: MigrateRequest, written: boolean, warnings: readonly string[], milliseconds: number): Report {
  return {
    version: 1, migrations: request.settings.migrations, written,
    files: outcomes.filter(speaks).map(fileReport),
    totals: totalsOf(outcomes), warnings, milliseconds,
  };
}

/** 2 for a missing path or a bug of ours, 1 for a file that could not be done or, with `--check`, one that would change, else 0. */
export function exitCodeOf(outcomes: readonly FileOutcome[], check: boolean): 0 | 1 | 2 {
  const problems = outcomes.filter(isProblem);
  if (problems.some(({ kind }) => kind !== 'input')) return 2;
  return problems.length > 0 || (check && outcomes.some(isChanged)) ? 1 : 0;
}

function speaks(outcome: FileOutcome): boolean {
  return outcome.outcome !== 'unchanged' || outcome.sites.length > 0;
}

function fileReport(outcome: FileOutcome): FileReport {
  const { file } = outcome;
  return isProblem(outcome) ? { file, outcome: 'problem', problem: outcome.sentence } : { file, outcome: outcome.outcome, sites: outcome.sites };
}

function totalsOf(outcomes: readonly FileOutcome[]): Totals {
  const sites = outcomes.flatMap((outcome) => (isProblem(outcome) ? [] : outcome.sites));
  return {
    files: outcomes.length,
    changed: outcomes.filter(isChanged).length,
    problems: outcomes.filter(isProblem).length,
    migrated: countBy(sites.flatMap((site) => (site.outcome === 'migrated' ? [site.level] : []))),
    skipped: countBy(sites.flatMap((site) => (site.outcome === 'skipped' ? [site.reason] : []))),
  };
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => a.localeCompare(b)));
}
