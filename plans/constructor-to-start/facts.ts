import type { TextEdit } from '../edit.ts';
import type { Reason } from '../reasons.ts';
import type { Range } from '../syntax/node.ts';

/** A class that begins work while it is constructed. Offsets refer to the text of the file. */
export type StartSite = { readonly start: number } & ({ readonly doubt: Reason } | StartFacts);

export interface StartFacts {
  readonly doubt?: undefined;
  readonly text: string;
  /** The inside of the constructor's braces; nothing when only fields begin work. */
  readonly body: Range | undefined;
  /** What leaves the construction, in its order. */
  readonly moves: readonly Move[];
  readonly host: StartHost;
  /** Everything that constructs the class. */
  readonly places: readonly ConstructionPlace[];
}

export type Move = MovedStatement | MovedInitializer | DroppedStart;

/** A statement of the constructor, with the comments above and beside it. */
export interface MovedStatement {
  readonly kind: 'statement';
  readonly whole: Range;
  /** What is written differently in its new place: `await ` for `void `, `this.poll` for a parameter property. */
  readonly rewrites: readonly TextEdit[];
  /** It began a promise that nobody waited for, which start() awaits. */
  readonly awaited: boolean;
  readonly field: FieldFacts | undefined;
}

/** The initial value of a field. */
export interface MovedInitializer {
  readonly kind: 'initializer';
  /** From behind the name, or its type, to the end of the value. */
  readonly removed: Range;
  readonly value: Range;
  /** `this.timer` */
  readonly target: string;
  readonly semicolon: boolean;
  readonly field: FieldFacts;
}

/** The call of the class's own start, which goes. */
export interface DroppedStart {
  readonly kind: 'start';
  readonly whole: Range;
}

/** A field that gets its value in start() from now on; the edits say so in its declaration. */
export interface FieldFacts {
  readonly edits: readonly TextEdit[];
}

/** The start that takes the work: the one that the class has, or where a new one is put in. */
export type StartHost =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'existing'; readonly body: Range }
  | { readonly kind: 'created'; readonly after: number; readonly isFirst: boolean; readonly indent: string; readonly typed: boolean };

/** A statement that constructs the class and keeps the instance under a name. */
export interface ConstructionPlace extends Range {
  /** `service`, `this.#service` */
  readonly name: string;
  /** The next statement starts it already. */
  readonly started: boolean;
}
