import type { SiteEdit } from '../edit.ts';
import type { Reason } from '../reasons.ts';
import type { Range } from '../syntax/node.ts';

/** A container with a provider that starts what it provides. `start` is where the first of these starts is. */
export type ProviderSite = { readonly start: number } & ({ readonly doubt: Reason } | ContainerFacts);

/** All that the container knows how to make, and every scope of the program that makes such a container. Edits name their files. */
export interface ContainerFacts {
  readonly doubt?: undefined;
  readonly providers: ReadonlyMap<string, ProviderFacts>;
  readonly scopes: readonly ScopeFacts[];
}

export interface ProviderFacts {
  readonly key: string;
  /** What it asks the container for, in that order; why that is not known. */
  readonly needs: readonly NeedFacts[] | Reason;
  /** The container makes one, and keeps it. */
  readonly isSingleton: boolean;
  /** The value that it makes is a promise. */
  readonly isPromise: boolean;
  /** Nothing but what it needs and what it starts is awaited, and it returns no promise: it can hand out the value itself. */
  readonly mayBeSync: boolean;
  /** What makes it hand out the value itself, its declared types included. */
  readonly unwrapped: readonly SiteEdit[];
  readonly starts: readonly StartFacts[];
  /** What the container releases its value by. */
  readonly disposer: DisposerFacts | undefined;
}

/** One name that a provider asks for. */
export interface NeedFacts {
  readonly key: string;
  /** Where the provider asks for it. */
  readonly at: number;
  /** What takes the awaits of it away; nothing where its promise is used as one. */
  readonly unawaited: readonly SiteEdit[] | undefined;
}

/** A start in a provider. */
export interface StartFacts {
  readonly doubt: Reason | undefined;
  readonly at: number;
  /** What is started is what the provider hands out. */
  readonly isOwn: boolean;
  /** Under which name the container is asked for what is started. */
  readonly key: string;
  /** The comments above the start, and the one behind it. */
  readonly above: readonly string[];
  readonly beside: string;
  /** What stands behind the name: `.connect()` */
  readonly call: string;
  readonly awaited: boolean;
  /** What takes it out of the provider, and makes it one of its own where it is not what the provider hands out. */
  readonly leaves: readonly SiteEdit[];
  /** The end by contract: the dispose of the value is exactly that, or it is called; nothing when there is none that a callback can call. */
  readonly release: ReleaseFacts | undefined;
  /** What becomes of it in the hands of those that the container gives it to. */
  readonly fate: Fate;
}

/** `borrowed`: nobody else releases it; `released`: another one does; `outlives`: it is kept where it lasts longer than the scope; `unknown`: somebody may do either. */
export type Fate = 'borrowed' | 'released' | 'outlives' | 'unknown';

export type ReleaseFacts = { readonly by: 'use' } | { readonly by: 'defer'; readonly call: string };

export interface DisposerFacts {
  /** The release that it consists of; nothing when it does more. */
  readonly release: ReleaseFacts | undefined;
  /** What takes it out of the registration. */
  readonly leaves: readonly SiteEdit[];
}

/** A function that makes a container, and ends it. */
export interface ScopeFacts {
  readonly doubt: Reason | undefined;
  readonly file: string;
  readonly text: string;
  /** The name of the container there, and the statement that declares it; `from`: with its comments. */
  readonly container: string;
  readonly statement: Range;
  readonly from: number;
  /** The stack that the scope has already. */
  readonly stack: string | undefined;
  /** Something else of the scope ends when the scope does. */
  readonly hasScoped: boolean;
  /** The names that mean something in the scope. */
  readonly names: ReadonlySet<string>;
  /** What it asks the container for, in the order of the text. */
  readonly resolves: readonly ResolveFacts[];
}

export interface ResolveFacts {
  readonly key: string;
  /** A statement of the list that all of them are in, with nothing that runs before the container is asked. */
  readonly isStep: boolean;
  /** The list of statements that it is in. */
  readonly list: number;
  /** The statement, and where it begins with its comments. */
  readonly statement: Range;
  readonly from: number;
  /** `container.resolve('x')` */
  readonly call: Range;
  /** It stands in the block of a try statement that catches. */
  readonly isCaught: boolean;
  /** What takes the await away, where there is one to take; nothing where nobody waits for the promise. */
  readonly unawaited: readonly SiteEdit[] | undefined;
  /** `const x = await container.resolve('x');` and no more. */
  readonly name: string | undefined;
  /** What becomes of the value in the scope. */
  readonly fate: Fate;
}
