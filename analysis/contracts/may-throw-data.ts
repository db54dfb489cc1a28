import type { CallName } from './contract.ts';

const members = (name: string, list: string[]): CallName[] => list.map((member) => ({ from: 'lib', name, member }));

/** Host calls that do I/O or parse and so may throw (docs/clauses.md). Node's `*Sync` functions are named by their ending. */
export const fallibleCalls: readonly CallName[] = [
  ...members('JSON', ['parse']),
  { from: 'lib', name: 'decodeURIComponent' },
  { from: 'lib', name: 'decodeURI' },
  { from: 'lib', name: 'structuredClone' },
  { from: 'lib', name: 'atob' },
  { from: 'lib', name: 'BigInt' },
  ...['exec', 'prepare', 'pragma'].map((member): CallName => ({ from: 'package', package: 'better-sqlite3', name: 'Database', member })),
  ...['exec', 'prepare'].map((member): CallName => ({ from: 'package', package: 'node:sqlite', name: 'DatabaseSync', member })),
];

/** Constructors that throw on input they cannot parse. */
export const fallibleConstructors: ReadonlySet<string> = new Set(['URL', 'RegExp']);

/** Types of the standard library none of whose calls count as a way out of a function. */
export const harmlessTypes: ReadonlySet<string> = new Set([
  'Array', 'ReadonlyArray', 'Map', 'Set', 'WeakMap', 'WeakSet', 'ReadonlyMap', 'ReadonlySet', 'Console', 'Math', 'Date', 'DateConstructor', 'String', 'Number', 'Boolean', 'Symbol',
  'ObjectConstructor', 'ArrayConstructor', 'NumberConstructor', 'StringConstructor', 'Promise', 'PromiseConstructor', 'AbortController', 'AbortSignal', 'Function', 'CallableFunction',
  'Performance', 'Uint8Array', 'RegExp', 'Error', 'ErrorConstructor', 'Object', 'Iterator', 'IteratorObject', 'ArrayIterator', 'MapIterator', 'SetIterator', 'SymbolConstructor',
  'AsyncDisposableStack', 'DisposableStack', 'Process', 'Buffer', 'BufferConstructor', 'EventTarget', 'MapConstructor', 'SetConstructor', 'WeakRef', 'TextEncoder', 'Headers', 'URLSearchParams', 'Crypto',
]);

/** Global functions that do not count as a way out of a function. */
export const harmlessCalls: ReadonlySet<string> = new Set([
  'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame',
  'String', 'Number', 'Boolean', 'Symbol', 'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'encodeURIComponent', 'encodeURI', 'Date', 'Error', 'Object', 'Array', 'require',
]);

/** Methods that attach, detach or configure and do not count as a way out of a function, whatever their receiver. */
export const harmlessMethods: ReadonlySet<string> = new Set([
  'on', 'once', 'off', 'addListener', 'removeListener', 'removeAllListeners', 'prependListener', 'addEventListener', 'removeEventListener', 'setMaxListeners', 'ref', 'unref', 'hasRef',
  'bind', 'toString', 'valueOf', 'log', 'info', 'warn', 'error', 'debug', 'trace', 'verbose', 'fatal',
]);

/** Packages and functions whose promise does not reject in practice: pure waiting. */
export const neverRejecting: readonly CallName[] = [
  ...members('PromiseConstructor', ['allSettled']),
  { from: 'package', package: 'node:timers/promises', name: 'setTimeout' },
  { from: 'package', package: 'node:timers/promises', name: 'setImmediate' },
  { from: 'package', package: 'async-mutex', name: 'Mutex', member: 'acquire' },
];
