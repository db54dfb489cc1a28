import type { Contract, Family } from '../contract.ts';
import { atOnce, calledBack, inPackage, made, measured, promised, read } from './naming.ts';

const mysql2 = inPackage('mysql2');
const evidence = [measured('mysql2 3.24'), read('mysql2 3.24')];
const twoApis = 'The promise API and the callback API share the name; the types of the call decide which release applies.';
const callbackDisposal = 'The callback API is only sync-disposable, and its disposal starts end() and does not wait.';
const dispose: Contract['dispose'] = { async: 'exact', sync: 'fire-and-forget' };

export const mysql: Family = {
  contracts: [
    {
      type: mysql2('Connection'),
      kind: 'connection',
      acquire: [made(mysql2('createConnection'), 'eager')],
      release: [promised('end'), calledBack('end'), atOnce('destroy', { abrupt: true })],
      dispose,
      notes: [twoApis, callbackDisposal],
      evidence,
    },
    {
      type: mysql2('Pool'),
      kind: 'pool',
      acquire: [made(mysql2('createPool'), 'lazy')],
      release: [promised('end'), calledBack('end')],
      dispose,
      notes: [twoApis, callbackDisposal],
      evidence,
    },
    {
      type: mysql2('PoolConnection'),
      kind: 'connection',
      acquire: [made(mysql2('Pool', 'getConnection'), 'eager')],
      release: [atOnce('release'), atOnce('destroy', { abrupt: true })],
      dispose,
      notes: ['Its disposal releases it to the pool.'],
      evidence,
    },
    {
      type: mysql2('PoolCluster'),
      kind: 'pool',
      acquire: [made(mysql2('createPoolCluster'), 'lazy')],
      release: [promised('end'), calledBack('end')],
      dispose,
      evidence,
    },
  ],
};
