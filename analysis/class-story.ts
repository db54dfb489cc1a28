import type ts from 'typescript';
import type { Contract } from './contracts/contract.ts';
import type { Grade } from './grade.ts';
import type { Step } from './story.ts';

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
