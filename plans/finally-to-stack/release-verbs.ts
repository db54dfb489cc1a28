/**
 * What counts as a release in a `finally` when nothing is known of types. The release is kept verbatim, so a name that is too
 * much changes nothing at run time; the lists stay short all the same, because a scope should own only what is a resource.
 */

/** Methods and functions with exactly this name. */
const releaseVerbs: ReadonlySet<string> = new Set([
  'stop', 'close', 'dispose', 'destroy', 'shutdown', 'shutDown', 'disconnect', 'end', 'terminate', 'release', 'unsubscribe', 'teardown', 'tearDown', 'cleanup', 'cleanUp',
  'quit', 'kill', 'unlock', 'unwatch', 'unregister', 'deactivate', 'halt', 'free',
]);

/** Names that begin with one of these words, then a capital: `stopServer`, `closeAll`, `closeSync`. */
const releasePrefixes: readonly string[] = [
  'stop', 'close', 'dispose', 'destroy', 'shutdown', 'disconnect', 'terminate', 'release', 'unsubscribe', 'teardown', 'cleanup',
];

/** Functions of the platform that release what their argument names. */
const releaseFunctions: ReadonlySet<string> = new Set(['clearInterval', 'clearTimeout', 'clearImmediate', 'cancelAnimationFrame', 'cancelIdleCallback']);

/** `Symbol.<name>` methods that are a release by definition. */
export const disposeSymbols: ReadonlySet<string> = new Set(['dispose', 'asyncDispose']);

/** Does a method or function of this name release something, as far as a name can say? */
export function isReleaseName(name: string): boolean {
  return releaseVerbs.has(name) || releaseFunctions.has(name) || releasePrefixes.some((prefix) => name.startsWith(prefix) && /^[A-Z]/.test(name.slice(prefix.length)));
}
