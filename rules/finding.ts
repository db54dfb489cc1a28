import type { TextEdit } from '../plans/edit.ts';
import type { Grade } from '../analysis/grade.ts';
import type { Step } from '../analysis/story.ts';

/** What a rule says about one place. Offsets count UTF-16 units from the start of the source text, a byte order mark left out. */
export interface Finding {
  messageId: string;
  /** Fills the placeholders of the message. */
  data: Readonly<Record<string, string>>;
  start: number;
  end: number;
  grade: Grade;
  /** The lines that prove the finding, in the order of the run. */
  path: readonly Step[];
  /** Who has to release, in words. */
  owner?: string;
  /** The call that would release. */
  release?: string;
  /** The migration that mends it. */
  migration?: string;
  suggestions?: readonly Suggestion[];
}

/** One local edit that is proven safe. */
export interface Suggestion {
  messageId: string;
  data: Readonly<Record<string, string>>;
  edits: readonly TextEdit[];
}
