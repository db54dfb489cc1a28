import type { Family } from '../contract.ts';
import { atOnce, built, documented, inPackage, made, probed, promised, read } from './naming.ts';

const betterSqlite = inPackage('better-sqlite3');
const libsql = inPackage('@libsql/client');
const level = inPackage('classic-level');
const abstractLevel = inPackage('abstract-level');
const lmdb = inPackage('lmdb');

export const embeddedDatabases: Family = {
  contracts: [
    {
      type: betterSqlite('Database'),
      kind: 'connection',
      acquire: [{ by: 'new', begins: 'eager', fallible: true }],
      release: [atOnce('close')],
      deadAfterRelease: ['prepare', 'exec', 'pragma', 'backup'],
      evidence: [read('better-sqlite3 12.11')],
    },
    {
      type: inPackage('@libsql/core')('Client'),
      alsoFrom: ['@libsql/client'],
      kind: 'client',
      acquire: [made(libsql('createClient'), 'eager')],
      release: [atOnce('close')],
      evidence: [read('@libsql/client 0.18')],
    },
    {
      type: level('ClassicLevel'),
      alsoFrom: ['level'],
      kind: 'connection',
      acquire: [built('eager')],
      start: [{ method: 'open', completion: 'promise', queues: true, restartable: true }],
      release: [promised('close')],
      dispose: { async: 'exact' },
      notes: ['The constructor opens it in the next turn; operations are queued until then.'],
      evidence: [probed('classic-level 3.0'), read('classic-level 3.0'), documented('abstract-level 3', 'https://github.com/Level/abstract-level#dbclose')],
    },
    {
      type: abstractLevel('AbstractIterator'),
      kind: 'handle',
      acquire: [],
      release: [promised('close')],
      dispose: { async: 'exact' },
      endsBy: { methods: ['all', 'Symbol.asyncIterator'] },
      notes: ['An iterator that is read to its end closes itself.'],
      evidence: [read('abstract-level 3'), documented('abstract-level 3', 'https://github.com/Level/abstract-level#iterator')],
    },
    {
      type: lmdb('RootDatabase'),
      kind: 'connection',
      acquire: [made(lmdb('open'), 'eager')],
      release: [promised('close')],
      evidence: [read('lmdb 3.5'), documented('lmdb 3', 'https://github.com/kriszyp/lmdb-js#dbclose-promise')],
    },
  ],
};
