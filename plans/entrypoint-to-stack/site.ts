import type { FileFacts } from '../finally-to-stack/facts.ts';
import type { ReleaseType } from '../finally-to-stack/types.ts';
import type { Reason } from '../reasons.ts';
import type { Range } from '../syntax/node.ts';

/** A statement, and where the white space and the comments in front of it begin. */
export interface Piece extends Range {
  readonly pos: number;
}

/** A function, or a module, that waits for the signal to end, with the resources that it stops then; or why it has to stay. */
export type EntrySite = { readonly start: number } & ({ readonly reason: Reason } | { readonly entry: Entry });

/** Everything that the planner needs to know of an entry point. Offsets refer to the text of the file. */
export interface Entry {
  readonly facts: FileFacts;
  readonly isModule: boolean;
  /** What stands between the braces of the function, or the whole file. */
  readonly scope: Range;
  readonly signals: readonly string[];
  /** The statement in front of which the stack is made. */
  readonly first: Piece;
  /** A stack that the entry point has already. */
  readonly stack: { readonly name: string; readonly statement: Piece } | undefined;
  /** What is registered on that stack already, in the order of the text. */
  readonly registered: readonly Range[];
  /** The `try` statements and blocks around the wait, outermost first. */
  readonly frames: readonly EntryFrame[];
  /** The statement that waits, or the last one before the releases. */
  readonly pivot: Piece;
  /** What to wait for in another way; `behind` when nothing waits yet, because the listeners do everything. */
  readonly wait: Range | 'behind' | undefined;
  /** In the order in which they run. */
  readonly releases: readonly EntryRelease[];
  /** A listener released something that is released at the end too. */
  readonly repeats: boolean;
  readonly handlers: readonly EntryHandler[];
  readonly exits: readonly EntryExit[];
  /** The exit of the process that follows the releases. */
  readonly end: EntryEnd | undefined;
  /** Statements that nothing needs any more. */
  readonly dropped: readonly Piece[];
  /** The import of what waited, when nothing else uses it. */
  readonly unimported: Range | undefined;
}

export interface EntryFrame {
  readonly statement: Piece;
  /** With its braces. */
  readonly block: Range;
  /** What it catches, with its braces. */
  readonly handler: Range | undefined;
  readonly finalizer: Range | undefined;
  /** Its block has no names that clash with those around it. */
  readonly isOpen: boolean;
}

/** A statement that releases. */
export interface EntryRelease {
  readonly statement: Piece;
  readonly from: 'handler' | 'trailing' | 'finally';
  /** What it releases, as the code calls it. */
  readonly names: readonly string[];
  /** The call, when the statement is nothing but that call, its `await` and its null check. */
  readonly call: Range | undefined;
  readonly awaited: boolean;
  readonly guarded: boolean;
  readonly type: ReleaseType | undefined;
  /** The end of the statement behind which there is something to release; undefined when that is not in sight. */
  readonly live: number | undefined;
  /** The statement whose `finally` it is in: it runs from there on, whatever happens. */
  readonly coveredFrom: number | undefined;
  /** It ran before the end of the stack that there is. */
  readonly endsBeforeStack: boolean;
  /** An empty `let` that becomes a constant where it gets its only value. */
  readonly constant: { readonly declaration: Piece; readonly assignment: Range } | undefined;
}

/** A listener for a signal that goes. */
export interface EntryHandler {
  /** The registration. */
  readonly statement: Piece;
  /** What it does beside releasing, to be done when the signal comes. */
  readonly rest: Range | undefined;
  readonly parameter: string | undefined;
  /** An exit follows its releases. */
  readonly ends: boolean;
}

/** `process.exit(1);` while something is live: it becomes the exit code, and the function is left. */
export interface EntryExit extends Range {
  readonly code: string | undefined;
  /** The function has to be left, because other work follows. */
  readonly leaves: boolean;
  /** It is a branch without braces. */
  readonly isBare: boolean;
}

interface EntryEnd {
  readonly text: string;
  /** Where it stands now, unless it is the end of a listener. */
  readonly statement: Piece | undefined;
}
