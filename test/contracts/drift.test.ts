import { expect, test } from 'vitest';
import type { Contract } from '../../analysis/contracts/contract.ts';
import { checkFamilies } from '../../tools/contracts/check-typings.ts';
import { table } from '../../tools/contracts/table.ts';
import { typingsOf } from '../../tools/contracts/typings-program.ts';

const server: Contract = {
  type: { from: 'package', package: 'node:net', name: 'Server' },
  kind: 'server',
  acquire: [{ by: 'call', of: { from: 'package', package: 'node:net', name: 'createServer' }, begins: 'start' }],
  start: [{ method: 'listen', completion: 'callback' }],
  release: [{ method: 'close', completion: 'callback' }],
  dispose: { async: 'exact' },
  fluent: ['listen'],
  evidence: [],
};
const typings = typingsOf(['node:net']);

const driftsOf = (change: Partial<Contract>): string[] => checkFamilies(typings, { net: { contracts: [{ ...server, ...change }] } }).drifts.map(({ claim, found }) => `${claim}: ${found}`);

test('a contract that states what the typings say has no drift', () => {
  expect(driftsOf({})).toEqual([]);
});

test.each<[string, Partial<Contract>, string]>([
  ['a type that is gone', { type: { ...server.type, name: 'Servr' }, acquire: [] }, 'the type exists: no such type'],
  ['a factory that makes something else', { acquire: [{ by: 'call', of: { from: 'package', package: 'node:net', name: 'connect' }, begins: 'eager' }] }, 'node:net connect returns the type: Socket'],
  ['a release that is gone', { release: [{ method: 'shut', completion: 'sync' }] }, 'has shut: no such member'],
  ['a release that returns no promise', { release: [{ method: 'unref', completion: 'promise' }] }, 'unref() returns a promise: Server'],
  ['a release without a callback', { release: [{ method: 'unref', completion: 'callback' }] }, 'unref() takes a callback: no callback parameter'],
  ['a dispose symbol nobody stated', { dispose: {} }, 'has no Symbol.asyncDispose: has one'],
  ['a dispose symbol that is not there', { dispose: { sync: 'exact', async: 'exact' } }, 'has Symbol.dispose: has none'],
  ['an option that is gone', { acquire: [{ by: 'new', begins: 'eager', options: [{ property: 'lazyListen', equals: true, begins: 'start' }] }] }, 'has an option lazyListen: no such option'],
  ['a method that returns something else', { fluent: ['address'] }, 'address() returns the resource: string | AddressInfo | null'],
])('%s is a drift', (_, change, drift) => {
  expect(driftsOf(change).join('\n')).toContain(drift);
});

test('drifts print as a table', () => {
  expect(table(['family', 'stated'], [['net', 'has shut'], ['messaging', 'the type exists']])).toBe('family     stated\n---------  ---------------\nnet        has shut\nmessaging  the type exists');
});
