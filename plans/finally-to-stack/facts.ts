import type { Comment, ParsedFile, Range } from '../syntax/node.ts';
import type { NameUse } from '../syntax/names.ts';
import type { Acquisition } from './acquisition.ts';
import type { CleanupList } from './cleanup-list.ts';
import type { ReleaseStep } from './release-steps.ts';
import type { FinalizerFacts } from './what-finalizer-does.ts';

/** Where a statement runs: what `await using` and `using` are allowed there. */
export type Place = 'async' | 'sync' | 'module' | 'script' | 'static-block';

/** What the planner knows of one `try … finally`. Offsets refer to the original text; braces belong to the blocks. */
export interface FinallySite {
  readonly statement: Range;
  readonly block: Range;
  readonly handler: Range | undefined;
  readonly finalizer: Range;
  readonly place: Place;
  readonly does: FinalizerFacts;
  /** The try block hands out values of a generator. */
  readonly yieldsInTry: boolean;
  /** Names declared in the try block's own scope. */
  readonly declared: readonly string[];
  /** Names that the finally block mentions. */
  readonly mentioned: ReadonlySet<string>;
  /** The declared names of mentioned variables whose types TypeScript infers from their assignments. */
  readonly evolving: readonly NameUse[];
  /** The releases of the finally block one by one, undefined when it holds anything else. */
  readonly steps: readonly ReleaseStep[] | undefined;
  /** Where the variables of the steps get their values, as far as that is proven. */
  readonly acquisitions: readonly Acquisition[];
  /** Where the first statement of the try block begins. */
  readonly firstStatement: number | undefined;
  /** Values that the site's own code returns without awaiting them, where an `await` could stand in front. */
  readonly returned: readonly Range[];
  /** The `finally` runs a hand-kept array of cleanups that a stack replaces. */
  readonly list: CleanupList | undefined;
  /** The block that the statement stands in, undefined when it stands in a label, a case or a braceless branch. */
  readonly around: Surroundings | undefined;
}

export interface Surroundings {
  /** The block, together with the parameters or the caught error that share its names. */
  readonly scope: Range;
  readonly kind: 'block' | 'file';
  readonly last: boolean;
  /** Statements before the site in the same block, with the names they declare. */
  readonly before: readonly { readonly range: Range; readonly constants: readonly string[] }[];
}

/** Everything the planner reads of a file. */
export interface FileFacts extends ParsedFile {
  readonly comments: readonly Comment[];
  readonly names: readonly NameUse[];
  /** Text whose line breaks mean something (template and string literals over several lines): never re-indented. */
  readonly fixedText: readonly Range[];
  readonly semicolons: boolean;
  readonly sites: readonly FinallySite[];
}
