import type { SiteReport } from '../../codemods/migration.ts';

/** One site in the report, with the migration that looked at it. */
export type MigratedSiteReport = SiteReport & { readonly migration: string };

/** What became of one file. `before` and `after` are whole texts; nothing is written yet. What changes `together` with other files is written with all of them or not at all; `by` names the migrations that edited it. */
export type FileOutcome =
  | { readonly outcome: 'unchanged'; readonly file: string; readonly sites: readonly MigratedSiteReport[] }
  | { readonly outcome: 'changed'; readonly file: string; readonly sites: readonly MigratedSiteReport[]; readonly before: string; readonly after: string; readonly together?: readonly string[]; readonly by?: readonly string[] }
  | Problem;

/** A file that could not be done, in one sentence. `internal` is a bug of ours. */
export interface Problem {
  readonly outcome: 'problem';
  readonly file: string;
  readonly sentence: string;
  readonly kind: 'input' | 'no-such-path' | 'internal';
}

export type Changed = Extract<FileOutcome, { outcome: 'changed' }>;

export function isChanged(outcome: FileOutcome): outcome is Changed {
  return outcome.outcome === 'changed';
}

export function isProblem(outcome: FileOutcome): outcome is Problem {
  return outcome.outcome === 'problem';
}
