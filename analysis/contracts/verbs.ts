/**
 * Start and stop verbs. Names alone classify only classes and interfaces of the linted program that have one of each.
 */
export interface VerbPair {
  start: string;
  stop: string[];
}

const ends = ['stop', 'close', 'shutdown', 'shutDown', 'dispose', 'destroy', 'teardown', 'tearDown', 'terminate', 'end', 'quit', 'halt', 'stopAll', 'closeAll'];

export const verbPairs: readonly VerbPair[] = [
  { start: 'start', stop: ends },
  { start: 'startup', stop: ends },
  { start: 'startUp', stop: ends },
  { start: 'run', stop: ends },
  { start: 'launch', stop: ends },
  { start: 'boot', stop: ends },
  { start: 'bootstrap', stop: ends },
  { start: 'serve', stop: ends },
  { start: 'init', stop: ends },
  { start: 'initialize', stop: ends },
  { start: 'initialise', stop: ends },
  { start: 'setup', stop: ends },
  { start: 'open', stop: ['close', 'shutdown', 'dispose', 'destroy'] },
  { start: 'listen', stop: ['close', 'stop', 'shutdown', 'dispose', 'destroy'] },
  { start: 'connect', stop: ['disconnect', 'close', 'end', 'quit', 'stop', 'dispose', 'destroy', 'shutdown', 'terminate'] },
  { start: 'subscribe', stop: ['unsubscribe'] },
  { start: 'watch', stop: ['unwatch', 'close', 'stop', 'dispose'] },
  { start: 'activate', stop: ['deactivate'] },
  { start: 'resume', stop: [] },
];

/** Methods that end an object, whoever calls them (docs/clauses.md, rule 9). */
export const teardownVerbs: ReadonlySet<string> = new Set([...ends, 'disconnect', 'cleanup', 'cleanUp', 'unsubscribe']);

/** A function whose name begins with one of these releases for somebody else: `closePool`, `stopAll`. */
export const releaseVerbPrefixes: readonly string[] = [
  'stop', 'close', 'shutdown', 'shutDown', 'dispose', 'destroy', 'teardown', 'tearDown', 'terminate', 'disconnect', 'release', 'cleanup', 'cleanUp', 'end', 'quit', 'kill',
  'clear', 'abort', 'cancel', 'unsubscribe', 'unregister', 'remove', 'detach', 'drain', 'finalize', 'deactivate', 'free', 'revoke', 'unwatch', 'unmount', 'exit', 'gracefulShutdown',
];

/** Teardown hooks that a framework calls, and whether it waits for the promise they return. */
export const frameworkTeardowns: readonly { method: string; framework: string; awaited: boolean }[] = [
  { method: 'onModuleDestroy', framework: 'NestJS', awaited: true },
  { method: 'beforeApplicationShutdown', framework: 'NestJS', awaited: true },
  { method: 'onApplicationShutdown', framework: 'NestJS', awaited: true },
  { method: 'ngOnDestroy', framework: 'Angular', awaited: false },
  { method: 'disconnectedCallback', framework: 'custom elements', awaited: false },
  { method: 'componentWillUnmount', framework: 'React', awaited: false },
];

/** Hooks that a framework calls once before the object is used; the start of an object without a start verb. */
export const frameworkStarts: readonly { method: string; framework: string }[] = [
  { method: 'onModuleInit', framework: 'NestJS' },
  { method: 'onApplicationBootstrap', framework: 'NestJS' },
  { method: 'ngOnInit', framework: 'Angular' },
  { method: 'ngAfterViewInit', framework: 'Angular' },
  { method: 'connectedCallback', framework: 'custom elements' },
  { method: 'componentDidMount', framework: 'React' },
];
