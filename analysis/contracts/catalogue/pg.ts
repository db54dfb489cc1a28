import type { Family } from '../contract.ts';
import { inPackage, measured, read } from './naming.ts';

const pgPackage = inPackage('pg');

export const pg: Family = {
  contracts: [
    {
      type: pgPackage('Client'),
      kind: 'client',
      acquire: [{ by: 'new', begins: 'start' }],
      start: [{ method: 'connect', completion: 'promise', final: true }],
      release: [{ method: 'end', completion: 'promise' }],
      fluent: ['on', 'once', 'addListener'],
      notes: ['A client cannot be connected again after end().', 'end() on a client that never connected is safe.'],
      evidence: [measured('pg 8.23')],
    },
    {
      type: pgPackage('Pool'),
      alsoFrom: ['pg-pool'],
      kind: 'pool',
      acquire: [{ by: 'new', begins: 'lazy' }],
      release: [{ method: 'end', completion: 'promise', again: 'rejects' }],
      fluent: ['on', 'once', 'addListener'],
      notes: ['A second end() rejects with "Called end on pool more than once".'],
      evidence: [measured('pg 8.23')],
    },
    {
      type: pgPackage('PoolClient'),
      kind: 'connection',
      acquire: [{ by: 'call', of: pgPackage('Pool', 'connect'), begins: 'eager', fallible: true }],
      release: [{ method: 'release', completion: 'sync', again: 'throws' }],
      notes: ['It must be released to its pool, not ended.'],
      evidence: [read('pg 8.23')],
    },
  ],
};
