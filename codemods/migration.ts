import type { Reason } from '../plans/reasons.ts';
import type { TextEdit } from '../plans/edit.ts';
import type { Difference } from '../plans/finally-to-stack/plan.ts';
import type { PlanOptions } from '../plans/finally-to-stack/options.ts';

/** What became of one site. Lines and columns are those of the original file and count from 1. */
export type SiteReport = { readonly line: number; readonly column: number } & (
  | { readonly outcome: 'migrated'; readonly level: string; readonly limit: Reason; readonly differences: readonly Difference[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason }
);

/** What a migration makes of one file; no edits when nothing changes. */
export interface FileMigration {
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly sites: readonly SiteReport[];
}

/** A migration that reads one file at a time and needs no types. */
export interface FileLocalMigration {
  readonly engine: 'file';
  /** A text that lacks this cannot hold a site. */
  readonly trigger: RegExp;
  /** Throws a `SyntaxProblem` for a file that does not parse. */
  migrateFile(file: string, text: string, options: PlanOptions): FileMigration;
}
