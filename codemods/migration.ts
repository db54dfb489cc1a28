import type { FileStories } from '../analysis/index.ts';
import type { Reason } from '../plans/reasons.ts';
import type { SiteEdit } from '../plans/edit.ts';
import type { Difference } from '../plans/finally-to-stack/plan.ts';
import type { PlanOptions } from '../plans/finally-to-stack/options.ts';

/** What became of one site. Lines and columns are those of the original file and count from 1. `limit` says why a migration with levels stopped at this one; `elsewhere` names the other files that the site edits. */
export type SiteReport = { readonly line: number; readonly column: number } & (
  | { readonly outcome: 'migrated'; readonly level: string; readonly limit?: Reason; readonly differences: readonly Difference[]; readonly elsewhere?: readonly string[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason }
);

/** Edits of a file that the sites of another one ask for. The file has the name that the program has for it. */
export interface FileEdits {
  readonly file: string;
  readonly edits: readonly SiteEdit[];
}

/** What a migration makes of the sites of one file; no edits when nothing changes. */
export interface FileChanges {
  readonly edits: readonly SiteEdit[];
  /** What the sites change in other files. */
  readonly elsewhere?: readonly FileEdits[];
  readonly sites: readonly SiteReport[];
  /** A site waits for the next pass, because a site of another file edits where it would. */
  readonly waits?: boolean;
}

/** The same, with the edited text. */
export interface FileMigration extends FileChanges {
  readonly text: string;
}

/** A migration that reads one file at a time and needs no types. */
export interface FileLocalMigration {
  readonly engine: 'file';
  /** A text that lacks this cannot hold a site. */
  readonly trigger: RegExp;
  /** Throws a `SyntaxProblem` for a file that does not parse. */
  migrateFile(file: string, text: string, options: PlanOptions): FileMigration;
}

/** A migration that asks the analysis of a whole program. */
export interface TypedMigration {
  readonly engine: 'typed';
  readonly trigger: RegExp;
  /** What an edit can change the types of: its own file only, or every file that uses what the file declares. */
  readonly affects: 'file' | 'dependents';
  /** Edits and positions refer to `stories.sourceFile.text`, which has no byte order mark. Sites that cannot be edited in one batch are left for the next pass. */
  migrateFile(stories: FileStories, options: PlanOptions): FileChanges;
}
