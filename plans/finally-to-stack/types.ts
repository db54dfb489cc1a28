import type { ComparedDispose } from '../compared.ts';
import type { Range } from '../syntax/node.ts';

/** What the typed front end can say of a file, asked by the offsets of its text. */
export interface FileTypes {
  /** The compiler rejects a variable that nothing reads. */
  readonly rejectsUnused: boolean;
  /** What is known of a call that releases; undefined when its receiver is no known resource. */
  release(call: Range): ReleaseType | undefined;
  /** Is the value of the expression never null, undefined or any other value that a truth test takes for absent? */
  alwaysThere(expression: Range): boolean;
  /** The type to write behind the name of a variable that has none, such as `Server | undefined`; undefined when it cannot be named there. */
  annotation(name: Range): string | undefined;
}

/** A release seen through its type. */
export interface ReleaseType {
  /** How each dispose symbol of the value compares with this very call. */
  readonly dispose: ComparedDispose;
  /** It gives nothing, or a promise of nothing. */
  readonly givesNothing: boolean;
  /** It gives a promise. */
  readonly thenable: boolean;
}
