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

/** Work that begins while an instance is constructed. */
export interface ConstructionWork {
  /** The expression in the constructor or initializer that leads to it: where a report sits. */
  at: ts.Expression;
  /** What begins, in words: `setInterval()`, `'this.server.listen()'`. */
  what: string;
  kind: 'start' | 'timer' | 'promise' | 'eager client' | 'process' | 'listener' | 'microtask';
  /** The start itself: the same expression, or one in a function it calls. */
  inner: ts.Node;
  /** The calls from the constructor to the inner start, outermost first. */
  chain: readonly Step[];
  grade: Grade;
}

/** Work that begins when a module is evaluated that is no entry point. */
export interface ImportWork extends Omit<ConstructionWork, 'at'> {
  /** The start itself; what leads to it, where the start is in another file. */
  at: ts.Node;
}

/** A resource that is live when a later step of a constructor, factory or start method fails, with nothing that rolls it back. */
export interface FailedStart {
  at: ts.Expression;
  name: string;
  role: 'constructor' | 'factory' | 'start';
  grade: Grade;
  path: readonly Step[];
}

/** A start inside a provider whose container does not get the release. */
export interface ProvidedStart {
  at: ts.Expression;
  name: string;
  grade: Grade;
}

/** A start whose promise nobody awaits. */
export interface FloatingStart {
  at: ts.CallExpression;
  name: string;
  how: Exclude<CompletionFate['kind'], 'awaited'>;
  /** Its promise settles at the end of the work. */
  runLoop: boolean;
  /** An `await` in front of the call mends it. */
  awaitable: boolean;
  grade: Grade;
}

/** A release in a destructor-like place. */
export interface FinalizerRelease {
  at: ts.CallExpression;
  name: string;
  place: 'FinalizationRegistry' | "process.on('exit')" | 'unload';
  grade: Grade;
}

/** Cleanup by hand: a `finally` that releases, or an array of cleanups. */
export interface AdHocCleanup {
  /** The `finally` keyword, or the array's name. */
  at: { start: number; end: number };
  kind: 'guarded' | 'several' | 'nested' | 'array' | 'single';
  names: readonly string[];
  /** No declaration of a scope alone can take its place. */
  needsStack: boolean;
  grade: Grade;
  path: readonly Step[];
}

/** An exit of the process that skips releases which the function had planned. */
export interface SkippingExit {
  at: ts.Expression;
  held: readonly string[];
  /** Whether the function plans a release that the exit skips; otherwise what is held loses its data. */
  planned: boolean;
  grade: Grade;
  path: readonly Step[];
}

/** A release of something that belongs to somebody else. */
export interface BorrowedRelease {
  at: ts.CallExpression;
  name: string;
  from: 'parameter' | 'field' | 'function';
  grade: Grade;
}

/** An awaited release that does not run when the one before it fails; itself in a loop. */
export interface SkippableRelease {
  at: ts.Expression;
  subject: string;
  after: string;
  afterAt: ts.Expression;
}

/** Something that can begin after its object was stopped. */
export interface LateStart {
  at: ts.Expression;
  /** How the program calls it: `this.timer`, `bus.on('x')`, `setTimeout()`. */
  name: string;
  /** A start begins it, or a timer that arms itself again: after it has waited, or without an end in any case. */
  how: 'started' | 'rearmed' | 'endless';
  /** The `await`, or the call of `then()`, that it follows. */
  since: ts.Node | undefined;
  grade: Grade;
}

/** An assignment over a resource that is live. */
export interface Overwrite {
  /** The target of the assignment. */
  at: ts.Expression;
  name: string;
  /** When the former one is lost, to follow "assigned over". */
  when: string;
  release: string;
  grade: Grade;
  /** How it became live, when that is in the same run. */
  path: readonly Step[];
}

/** A field that is sometimes created and sometimes handed in, and released always or never. */
export interface MixedOwnership {
  /** The target of the assignment that creates it. */
  at: ts.Node;
  name: string;
  made: ts.Expression;
  given: ts.Expression;
  /** The release that ends it whoever made it; nothing when none ends it. */
  releasedAt: ts.Node | undefined;
  release: string;
  grade: Grade;
}

/** A teardown that replaces an inherited one which does something. */
export interface DroppedTeardown {
  /** The name of the overriding member. */
  at: ts.PropertyName;
  name: string;
  /** The class that declares the inherited one. */
  base: string;
  /** What the inherited one does, to follow "which". */
  does: string;
  /** The inherited one, where it is in the program. */
  inherited: { node: ts.Node; name: ts.Node } | undefined;
  /** Whether the inherited one returns a promise. */
  async: boolean;
  grade: Grade;
}

/** A use, a start or a second release of something that was released before. */
export interface LateUse {
  at: ts.Node;
  /** How the program calls it: `pool`, `this.#pool`. */
  name: string;
  /** `scope`: released by hand, and again by its scope. */
  how: 'used' | 'started' | 'again' | 'scope';
  /** What the contract says of a second release. */
  failure: 'throws' | 'rejects' | 'hangs' | undefined;
  /** The release that came before. */
  released: ts.Node;
  /** Whether the function itself made it, so that a scope of the function can own it. */
  local: boolean;
  grade: Grade;
  path: readonly Step[];
}

/** A declaration by `using`, a registration on a stack, or a dispose method, that does not do what it seems. */
export interface MisusedUsing {
  /**
   * `fire and forget`: the sync disposal begins an end that the async one waits for; `kill and forget`: no disposal waits for it; `start may fail`: and then
   * the disposal fails; `abandoned generator`: a consumer takes a value and leaves it at that; `generator`: one out of sight may.
   */
  how: 'fire and forget' | 'kill and forget' | 'async dispose' | 'lossy' | 'start may fail' | 'never started' | 'abandoned generator' | 'generator';
  /** The declaration, the call of `use()`, or the name of the method. */
  at: ts.Node;
  name: string;
  grade: Grade;
  contract: Contract | undefined;
  path: readonly Step[];
}

/** A value that leaves the scope which releases it. */
export interface Escape {
  at: ts.Node;
  /** `promise`: work on it is returned without a wait; `floating`: nobody in the scope waits for work on it. */
  kind: 'returned' | 'stored' | 'captured' | 'promise' | 'floating';
  name: string;
  /** Where it goes, or which work. */
  to: string;
  /** Whether an `await` can stand in front of what is returned. */
  canAwait: boolean;
  grade: Grade;
  path: readonly Step[];
}

/** A release that comes before the release of something that was started later. */
export interface OrderFault {
  /** The release that comes too early. */
  at: ts.Expression;
  early: string;
  late: string;
  /** Proven when the later one was built from, or given, the earlier one. */
  grade: Grade;
  /** Both are released at once, by `Promise.all`. */
  concurrent: boolean;
  path: readonly Step[];
}

/** Something that an instance has to release before it is done. */
export interface ClassObligation {
  kind: 'field' | 'discarded' | 'listener' | 'background task';
  /** How the program calls it: `this.timer`, `setInterval()`, `bus.on('x')`. */
  name: string;
  /** Where it begins: the acquisition, the start, the registration. */
  at: ts.Expression;
  contract: Contract | undefined;
  grade: Grade;
  /** Nothing has begun with its creation yet, and what it begins ends by itself when it is idle: a pool, an agent. */
  lazy: boolean;
  /** Whether the teardown releases it. */
  released: boolean;
  /** An early return of the teardown that skips the release. */
  skipped?: SkippedRelease | undefined;
  /** Whether another method releases it, which somebody may call. */
  endedElsewhere: boolean;
}

/** A way through a teardown that ends before it releases a field. */
export interface SkippedRelease {
  at: ts.ReturnStatement;
  /** The name of the teardown, or of the helper that it calls. */
  teardown: string;
  grade: Grade;
}

/** What a class begins while it is constructed, and how it is started and ended. */
export interface ClassStory {
  node: ts.ClassLikeDeclaration;
  /** Where a report sits: the class name, or the `class` keyword of a nameless one. */
  head: { start: number; end: number };
  name: string;
  construction: readonly ConstructionWork[];
  /** What its instances acquire, start, attach and leave running. */
  obligations: readonly ClassObligation[];
  /** Whether any member ends it, inherited ones included. */
  hasTeardown: boolean;
  /** Whether a subclass of the program can be ended. */
  endedBySubclass: boolean;
  /** Whether every instance lasts as long as the process or the page. */
  processLifetime: boolean;
  /** The start verbs and stop verbs it has, inherited ones of the program included. */
  service: { starts: readonly string[]; stops: readonly Verb[]; declaresStop: boolean } | undefined;
  /** A close-like teardown that releases what the class acquired. */
  teardown: Verb | undefined;
  /** Whether a dispose symbol is declared or inherited. */
  disposable: boolean;
  /** Whether the class is declared `abstract`, so that a subclass may end it. */
  isAbstractClass: boolean;
  /** Whether no start and stop verb has a body: all are abstract, or declared only. */
  abstract: boolean;
  /** Whether a class of the program that it extends has a lifecycle already. */
  inheritsLifecycle: boolean;
}

export interface Verb {
  name: string;
  async: boolean;
  /** It can be called without arguments. */
  callable: boolean;
}
