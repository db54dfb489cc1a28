import type { TextEdit } from '../edit.ts';
import type { Reason } from '../reasons.ts';
import type { Range } from '../syntax/node.ts';

/** A class that begins work while it is constructed. */
export type StartSite = { readonly start: number } & ({ readonly doubt: Reason } | StartFacts);

export interface StartFacts {
  readonly doubt?: undefined;
  /** The class, and those of its subclasses that something changes in. */
  readonly classes: readonly ClassFacts[];
  /** Everything that constructs one of them. */
  readonly places: readonly ConstructionPlace[];
}

/** A file, as the program has it; all offsets of what stands in it refer to its text. */
export interface InFile {
  readonly file: string;
  readonly text: string;
}

export interface ClassFacts extends InFile {
  /** The inside of the constructor's braces; nothing when only fields begin work. */
  readonly body: Range | undefined;
  /** What leaves the construction, in its order. */
  readonly moves: readonly Move[];
  readonly host: StartHost;
  /** Whether its statements end with semicolons. */
  readonly semicolons: boolean;
  /** How to get one that has started, for constructions that are part of an expression; nothing when there is none. */
  readonly create: CreateMethod | undefined;
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

/** The start that takes the work: the one that the class has, or where a new one is put in; `overrides` when it begins with that of the base class. */
export type StartHost =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'existing'; readonly body: Range }
  | { readonly kind: 'created'; readonly after: number; readonly isFirst: boolean; readonly indent: string; readonly typed: boolean; readonly overrides?: { readonly keyword: boolean } };

/** A static method that constructs and starts: where it goes, and what it is made of. */
export interface CreateMethod {
  readonly at: number;
  readonly indent: string;
  readonly typed: boolean;
  readonly className: string;
  readonly instance: string;
  /** `url: string, ...rest: string[]` */
  readonly parameters: string;
  /** `url, ...rest` */
  readonly passed: string;
}

/** A `new` of the class. */
export type ConstructionPlace = InFile & Range & {
  /** The next statement starts it already. */
  readonly started: boolean;
} & (
  /** A statement that keeps the instance under a name: `service`, `this.#service`. */
  | { readonly kind: 'kept'; readonly name: string }
  /** A statement that keeps it nowhere. */
  | { readonly kind: 'dropped' }
  /** Any other: what `create` takes the place of. */
  | { readonly kind: 'expression'; readonly callee: Range; readonly hasArguments: boolean; readonly inParentheses: boolean }
);
