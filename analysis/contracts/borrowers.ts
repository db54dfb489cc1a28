import type { CallName } from './contract.ts';

const node = (module: string, names: string[]): CallName[] => names.map((name) => ({ from: 'package', package: `node:${module}`, name }));
const lib = (name: string, members: string[]): CallName[] => members.map((member) => ({ from: 'lib', name, member }));

/** Functions that are handed a resource and only look at it, wait for it or print it. */
export const borrowers: readonly CallName[] = [
  ...node('events', ['once', 'on', 'getEventListeners', 'setMaxListeners']),
  { from: 'package', package: 'node:events', name: 'EventEmitter', member: 'once' },
  ...node('util', ['inspect', 'format', 'isDeepStrictEqual']),
  ...node('assert', ['ok', 'equal', 'strictEqual', 'deepEqual', 'deepStrictEqual', 'notEqual', 'notStrictEqual']),
  ...node('assert/strict', ['ok', 'equal', 'strictEqual', 'deepEqual', 'deepStrictEqual', 'notEqual', 'notStrictEqual']),
  ...lib('Console', ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'assert', 'table']),
  ...lib('ObjectConstructor', ['keys', 'is', 'getPrototypeOf', 'getOwnPropertyNames']),
  ...lib('JSON', ['stringify']),
  ...lib('ArrayConstructor', ['isArray']),
  { from: 'lib', name: 'String' },
  { from: 'lib', name: 'Boolean' },
  { from: 'lib', name: 'Number' },
  { from: 'package', package: 'vitest', name: 'expect' },
  { from: 'package', package: '@vitest/expect', name: 'expect' },
  { from: 'package', package: '@jest/globals', name: 'expect' },
  { from: 'package', package: 'chai', name: 'expect' },
  { from: 'lib', name: 'expect' },
];
