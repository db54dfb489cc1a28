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
  how: 'constructed' | 'produced' | 'started' | 'subscribed';
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
  /** Whether some path releases it at all. */
  released: boolean;
  /** True when the resource is handed to somebody else on no path. */
  escapes: boolean;
  /** Exits that leave the obligation undischarged, the shortest proof of each kind. */
  leaks: readonly LeakingExit[];
  grade: Grade;
}

/** What becomes of the completion of a release. */
export interface ReleaseStory {
  resource: Resource;
  node: ts.CallExpression;
}

/** The ordered starts and releases of one function. */
export interface ScopeStory {
  node: ts.Node;
}

/** What a class begins while it is constructed, what it starts, owns and ends. */
export interface ClassStory {
  node: ts.ClassLikeDeclaration;
  /** Where a report sits: the class name, or the `class` keyword of a nameless one. */
  head: ts.Node;
  name: string;
}
