import type ts from 'typescript';
import type { Contract } from './contracts/contract.ts';
import type { Grade } from './grade.ts';

/** One line of a proof: a place, and what happens there. Offsets count from the start of that file's text. */
export interface Step {
  start: number;
  end: number;
  note: string;
  /** The file, where it is another one than the finding's. */
  file?: ts.SourceFile;
}

/** What is known of one resource: where it comes from and how it is released. */
export interface Resource {
  /** How the program calls it, such as `producer` or `this.timer`; the type's name when it has no name of its own. */
  name: string;
  contract: Contract;
  /** A release to name in a message, such as `await producer.stop()`. */
  releaseText: string;
}

/** Where an obligation begins. */
export interface Birth {
  /** The expression that begins it: the `new`, the factory call or the start call. */
  node: ts.Expression;
  how: 'constructed' | 'produced' | 'started' | 'subscribed' | 'handed over';
  /** The calls that lead to the inner acquisition, outermost first. */
  chain: readonly Step[];
}

/** Who has to release. */
export interface Owner {
  kind: 'binding' | 'scope' | 'field' | 'stack' | 'caller' | 'module' | 'borrowed' | 'callee' | 'nobody' | 'unknown';
  /** The decision in words. */
  reason: string;
}

export type ExitKind = 'normal' | 'return' | 'throw' | 'implicit throw' | 'jump' | 'process exit';

/** One way control leaves the scope while the obligation is live. */
export interface LeakingExit {
  kind: ExitKind;
  grade: Grade;
  /** From the acquisition to the exit. */
  path: readonly Step[];
}

/** A place where the process ends while a resource is live. */
export interface ProcessExit {
  at: ts.Expression;
  grade: Grade;
  path: readonly Step[];
}

/** One resource from its acquisition to its exits. */
export interface LifeStory {
  resource: Resource;
  birth: Birth;
  owner: Owner;
  multiplicity: 'one' | 'many';
  /** The function that acquires it. */
  scope: ts.Node;
  /** True when the story lasts as long as the process: acquired by an entry point's main. */
  processLifetime: boolean;
  /** The function in words, such as `run()`. */
  scopeName: string;
  /** Whether that function can await. */
  inAsync: boolean;
  /** The declaration of the variable that holds it. */
  declaration: ts.VariableDeclaration | undefined;
  /** Whether some path releases it at all. */
  released: boolean;
  /** True when the resource is handed to somebody else on no path. */
  escapes: boolean;
  /** Whether it is meant to outlive the function, which hands it to its caller or keeps it in the instance: a failing start is then the cause of a leak. */
  outlives: boolean;
  /** Exits that leave the obligation undischarged, the shortest proof of each kind. */
  leaks: readonly LeakingExit[];
  processExits: readonly ProcessExit[];
  /** The calls that release it, in the order of the text. */
  releases: readonly ts.Node[];
  grade: Grade;
}

/** What becomes of the completion of a release. */
export interface ReleaseStory {
  resource: Resource;
  node: ts.CallExpression;
  /** The kind of completion that this call has. */
  completion: 'promise' | 'callback' | 'event';
  /** An expression that settles when a release with a callback has finished, to stand in for the call. */
  promiseForm: string | undefined;
  fate: CompletionFate;
  /** Nothing waits for its end: it only tells a source that nobody reads any more, or it is the last act of a script. */
  quiet?: true;
  /** Where the call stands, as far as it decides how sure a finding is. */
  surroundings: Surroundings;
}

/**
 * `awaited`: somebody waits for it, or may; `dropped`: nobody can; `handled`: nobody waits, but a rejection is caught; `continued`: only a `then()` or
 * `finally()`, or the callback that it was given, comes after it; `void`: dropped on purpose; `ignored`: returned to a caller that does not look at it.
 */
export type CompletionFate =
  | { kind: 'awaited' }
  | { kind: 'dropped'; how: 'statement' | 'variable' | 'forEach' | 'map' | 'callback without completion'; at: ts.Node }
  | { kind: 'handled' | 'continued' | 'called back' | 'void'; at: ts.Node }
  | { kind: 'ignored'; by: string; at: ts.Node; proven: boolean };

export interface Surroundings {
  /** How the function around it could wait: `by await` when it is async, `by its promise` when it returns one. */
  waits: 'by await' | 'by its promise' | 'at top level' | 'not at all';
  inFinally: boolean;
  /** The function's work is releasing: a teardown, or a function named after a release verb. */
  inTeardown: boolean;
  inSyncDispose: boolean;
  /** What the path reaches right after it without waiting. */
  before: 'process exit' | 'possible process exit' | 'throw' | 'return' | 'replacement' | undefined;
  /** The object stops itself from a callback of one of its own events. */
  ownEvent: boolean;
  /** The object stops itself to start again, and `void` says that nobody waits. */
  restarts: boolean;
  /** What is released handles every failure itself, and `void` says that nobody waits. */
  catchesInside: boolean;
  /** The file listens for the event that tells the end of such a resource. */
  endWatched: boolean;
  /** The host declares the slot void and cannot wait: React clean-up, `ngOnDestroy`, a void `dispose()` of a base outside the class. */
  voidSlot: boolean;
}

/** One acquisition, start, flush or release inside a function. */
export interface ScopeEvent {
  kind: 'acquire' | 'start' | 'flush' | 'release';
  /** How the function calls the resource: `producer`, `this.consumer`. */
  subject: string;
  at: ts.Expression;
  contract: Contract;
  /** Whether the obligation is live after it; a service that still has to be started is not. */
  live: boolean;
  awaited: boolean;
  inFinally: boolean;
  /** The `Promise.all` it is an element of. */
  concurrent: ts.Node | undefined;
  /** The stack whose disposal runs it, last registered first. */
  deferredTo: string | undefined;
}

/** What one function acquires, starts, flushes and releases, in the order of the text. */
export interface ScopeStory {
  node: ts.Node;
  events: readonly ScopeEvent[];
}
