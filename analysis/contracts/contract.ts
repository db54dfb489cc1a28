/**
 * The format of a contract: what is known of a resource's type. The catalogue and `settings.lifecycle.contracts` use the same format.
 * Contracts are data: no functions, so that they can be validated, printed and written in a JSON configuration.
 */

/** Names a type or value by where it comes from, as in typescript-eslint's type specifiers. Node's modules are packages called `node:…`. */
export type Name =
  | { from: 'package'; package: string; name: string }
  | { from: 'lib'; name: string }
  | { from: 'file'; name: string; path?: string };

/** Names a function: an exported or global function, or a member of a type (`member`). */
export type CallName = Name & { member?: string };

/** A `process` is a child that may end by itself, so that a finding about it is only likely; a server or client in another process is a `server` or `client`. */
export type Kind =
  | 'server' | 'client' | 'connection' | 'pool' | 'producer' | 'consumer' | 'worker' | 'process' | 'timer' | 'watcher'
  | 'subscription' | 'listener' | 'handle' | 'stream' | 'service' | 'application' | 'container' | 'lock' | 'observer' | 'task';

/**
 * When the obligation begins: `eager` at creation, where work begins too; `lazy` at creation, though no work has begun;
 * `start` when a start verb is called (never, for a contract without start verbs).
 */
export type Begins = 'eager' | 'lazy' | 'start';

/** A property of an argument (by default of the last object literal) whose literal value changes when the obligation begins; `never`: no obligation. */
export interface OptionCondition {
  argument?: number;
  property: string;
  equals: string | number | boolean | null | 'present' | 'absent';
  begins: Begins | 'never';
  /** The finding is only `likely` under this option. */
  likely?: true;
}

/** One way a resource comes into being: `new Type(...)`, or a call of a factory. */
export type Acquisition = {
  begins: Begins;
  options?: OptionCondition[];
  /** Creating it can throw synchronously. */
  fallible?: true;
  /** A finding about it is only `likely`: it ends with the process or with what made it, and little is lost when nobody releases it. */
  likely?: true;
  /** The position of an argument: when that is a resource, this one ends with it, and nothing more is owed. */
  endsWith?: number;
  /** A property of an argument that names what it reads from: it ends with that, and nothing is owed, unless it is `process.stdin`, which ends with the process. */
  readsFrom?: string;
  /** It is a subscription to an observable, which may complete by its type or its operators (observables.ts). */
  observable?: true;
} & ({ by: 'new' } | { by: 'call'; of: CallName });

/** How the end of a call can be observed. `split`: the call returns nothing, the completion is another member's promise. */
export type Completion = 'sync' | 'promise' | 'callback' | 'event' | 'split';

export interface Start {
  method: string;
  completion: Completion;
  /** The promise settles at the end of the work, so it is kept, not awaited. */
  runLoop?: true;
  /** Work is queued until the start has finished, so nobody needs to await it. */
  queues?: true;
  /** Its promise is the answer with which it ends by itself, as that of a dialog: nothing is owed. */
  answers?: true;
  /** May be called again after a release. */
  restartable?: true;
  /** Fails after a release: the resource cannot be started a second time. */
  final?: true;
}

/**
 * `method`: a member of the resource; `call`: a function that takes the resource; `self`: the resource is a function, and calling it is the release.
 * For `callback` completions, `rejects` means that the callback receives an error.
 */
export type Release = {
  completion: Completion;
  /** The event that tells the end, for `event` and `callback` completions. */
  event?: string;
  /** An expression that settles when the release has finished; `$` stands for the resource. */
  promiseForm?: string;
  /** What a second call does. Absent: nothing happens. */
  again?: 'throws' | 'rejects' | 'hangs';
  /** What the call does to a resource that was never started. Absent: nothing happens. */
  beforeStart?: 'throws' | 'rejects' | 'hangs';
  /** It ends the resource at once and may lose work; it still discharges the obligation. */
  abrupt?: true;
  /** It only tells a source that nobody reads any more: nothing waits for its end. */
  quiet?: true;
} & ({ method: string } | { call: CallName; argument: number } | { self: true });

/**
 * What a dispose symbol does compared with the release: `exact` the same; `guarded` the same but it fails where the release would not;
 * `lossy` it loses data; `fire-and-forget` it starts the release and does not wait for it.
 */
export type Equivalence = 'exact' | 'guarded' | 'lossy' | 'fire-and-forget';

/** Where a claim comes from: `measured` by running it, `read` in the package's source or typings, `documented` by the vendor. */
export interface Evidence {
  grade: 'measured' | 'read' | 'documented';
  /** The package's version, or the Node majors. */
  version: string;
  source?: string;
}

export interface Contract {
  type: Name;
  /** More names of the same type, such as subclasses the package exports. */
  alsoNamed?: string[];
  /** More packages that declare or re-export the same type. */
  alsoFrom?: string[];
  /** The value's type tells nothing (a number, a function, a timer of any sort): the contract is found by its acquisition only. */
  opaque?: true;
  /** It ends by itself after one turn: an obligation only in classes that have a lifecycle. */
  oneShot?: true;
  kind: Kind;
  /** Empty: the type is known, and making one is no obligation. */
  acquire: Acquisition[];
  start?: Start[];
  /** One of these discharges the obligation. */
  release: Release[];
  /** `again`: what a disposal does after a release; absent: nothing happens. */
  dispose?: { sync?: Equivalence; async?: Equivalence; again?: 'throws' | 'rejects' };
  /** The dispose symbols exist at run time and not in the package's typings. */
  untypedDispose?: true;
  /** The resource ends by itself: when one of these events is listened to, or one of these members is called (a promise: awaited; `Symbol.asyncIterator`: iterated), nothing is owed any more. */
  endsBy?: { events?: string[]; methods?: string[] };
  /** Methods that return the resource itself, or a promise of it. */
  fluent?: string[];
  /** Methods that fail or do nothing after a release (rule 16). Absent: every method that returns a promise. */
  deadAfterRelease?: string[];
  /** What is asked of it after a release begins it anew, so that nothing is asked too late (rule 16). */
  revives?: true;
  /** A process exit loses what it holds (rule 7). */
  losesDataOnExit?: true;
  /** Calls that hand out what was buffered; in stop order they count as a release (rule 13). */
  flush?: string[];
  /** An option that leaves a resource it was given to its former owner (`leaveOpen`). */
  borrowsArgumentWhen?: OptionCondition[];
  /** What must be known besides: traps, deadlines, shared connections. One sentence each. */
  notes?: string[];
  /** In settings it may be left out. */
  evidence: Evidence[];
}

/** A pair of calls that attach and detach a listener on an emitter. The obligation exists only for instances, on longer-lived emitters. */
export interface ListenerContract {
  type: Name;
  add: string[];
  remove: string[];
  /** The position of an options argument that can carry an `AbortSignal`. */
  signalArgument?: number;
  /** The position of the object that the listener belongs to: what is cleared for that object takes the listener off. */
  receiverArgument?: number;
  /** The call returns a handle that detaches the listener. */
  returnsHandle?: true;
  evidence: Evidence[];
}

/** A function or method that takes ownership of an argument, or of the release that a callback argument does. */
export interface Sink {
  call: CallName;
  /** Which argument is taken over; `all` for variadic sinks; `callback`: a function that will be called at the end. */
  takes: number | 'all' | 'callback' | 'this';
  evidence: Evidence[];
}

/** A type that looks like a resource and carries no obligation. */
export interface NonResource {
  type: Name;
  because: string;
}

/** One family of the catalogue: a file of data. */
export interface Family {
  contracts?: Contract[];
  listeners?: ListenerContract[];
  sinks?: Sink[];
  nonResources?: NonResource[];
}
