import type ts from 'typescript';
import type { ConstructionWork } from './class-story.ts';
import type { Contract } from './contracts/contract.ts';
import type { Grade } from './grade.ts';
import type { CompletionFate, Step } from './story.ts';

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
