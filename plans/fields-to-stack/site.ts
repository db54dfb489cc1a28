import type { ReleaseType } from '../finally-to-stack/types.ts';
import type { Reason } from '../reasons.ts';
import type { Range } from '../syntax/node.ts';

/** A class whose start begins several fields and whose stop releases them one by one. Offsets refer to the text of the file. */
export interface FieldsSite {
  /** Where the class is named. */
  readonly start: number;
  readonly text: string;
  /** In the order in which start begins them; or why they are no site. */
  readonly fields: readonly OwnedField[] | Reason;
  /** What start begins and stop does not release. */
  readonly unreleased: readonly Unreleased[];
  /** Behind which member the field that holds the stack is declared. */
  readonly declaration: { readonly after: Range; readonly isPrivateName: boolean; readonly isTyped: boolean };
  /** Before which statement of start the local stack is made, and behind which it is moved into the field. */
  readonly starting: { readonly before: Range; readonly after: Range };
  /** The statement of stop that waits for other work, whose failure would skip the releases; undefined where there is none, or where stop does not end with the releases. */
  readonly waitsBefore: Range | undefined;
}

/** What begins in one statement of start and ends in one place of stop. */
export interface OwnedField {
  /** How start calls it: `this.#queue`, or the variable that holds it until the field does. */
  readonly name: string;
  /** The variable cannot be empty, as the field can. */
  readonly isVariable: boolean;
  /** The statement of start behind which it is live. */
  readonly begun: Range;
  readonly release: FieldRelease;
}

/** The statements of stop that release one field: the release, with its null check, and what empties the field behind it. */
export interface FieldRelease extends Range {
  readonly call: Range;
  /** What the call releases. */
  readonly object: Range;
  readonly awaited: boolean;
  /** Under an `if` that looks whether the field holds anything. */
  readonly isGuarded: boolean;
  /** Nothing but the call, its `await` and its null check. */
  readonly isPlain: boolean;
  /** A loop over what a field collects, which releases the last one first, or the first one first. */
  readonly loop: 'last first' | 'first first' | undefined;
  readonly type: ReleaseType | undefined;
}

/** What only start knows: a field that nothing releases, or work that nobody waits for. */
export type Unreleased =
  | { readonly kind: 'field'; readonly begun: Range; readonly call: string; readonly type: Pick<ReleaseType, 'givesNothing' | 'thenable'> }
  | { readonly kind: 'task'; readonly begun: Range; readonly call: Range; readonly givesNothing: boolean };
