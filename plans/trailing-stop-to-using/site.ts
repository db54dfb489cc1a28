import type { ReleaseType } from '../finally-to-stack/types.ts';
import type { Reason } from '../reasons.ts';
import type { Range } from '../syntax/node.ts';

/** What the analysis says of a resource that a function releases only where nothing fails. Offsets refer to the text of the file. */
export interface TrailingResource {
  /** The name in its declaration. */
  readonly name: Range;
  /** The expression that begins the obligation: the acquisition, or the call that starts it. */
  readonly birth: Range;
  /** The call that releases it. */
  readonly release: Range;
  readonly type: ReleaseType | undefined;
  /** Nothing goes wrong when it is released although its start failed. */
  readonly safeBeforeStart: boolean;
  /** What only the analysis sees against it. */
  readonly reason: Reason | undefined;
}

/** The same in the syntax of its block. */
export interface TrailingSite {
  readonly resource: TrailingResource;
  readonly variable: string;
  readonly block: Range;
  /** The statement that declares it, and its `const` or `let` when it declares nothing else. */
  readonly declaration: Range;
  readonly keyword: Range | undefined;
  /** The statement that begins the obligation; the declaration itself when nothing has to be started. */
  readonly begun: Range;
  /** The statement that releases it. */
  readonly release: Range;
  /** The release is nothing but the call, awaited or not. */
  readonly plain: boolean;
  readonly awaited: boolean;
}
