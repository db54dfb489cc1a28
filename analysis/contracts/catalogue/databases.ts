import type { Family } from '../contract.ts';
import { atOnce, built, calledBack, documented, inPackage, made, probed, promised, read } from './naming.ts';

const neo4j = inPackage('neo4j-driver');
const neo4jCore = inPackage('neo4j-driver-core');
const clickhouse = inPackage('@clickhouse/client');
const tedious = inPackage('tedious');
const mssql = inPackage('mssql');
const cassandra = inPackage('cassandra-driver');
const elastic = inPackage('@elastic/elasticsearch');
const opensearch = inPackage('@opensearch-project/opensearch');
const memjs = inPackage('memjs');
const firestore = inPackage('@google-cloud/firestore');

const neo4jSource = [read('neo4j-driver 6.3', 'typings'), documented('neo4j-driver 6', 'https://neo4j.com/docs/javascript-manual/current/connect/')];

export const databases: Family = {
  contracts: [
    {
      type: neo4jCore('Driver'),
      alsoFrom: ['neo4j-driver'],
      kind: 'pool',
      acquire: [made(neo4j('driver'), 'lazy')],
      release: [promised('close')],
      dispose: { async: 'exact' },
      evidence: [probed('neo4j-driver 6.3'), ...neo4jSource],
    },
    {
      type: neo4jCore('Session'),
      alsoFrom: ['neo4j-driver'],
      kind: 'connection',
      acquire: [made(neo4jCore('Driver', 'session'), 'lazy'), made(neo4j('Driver', 'session'), 'lazy')],
      release: [promised('close')],
      dispose: { async: 'exact' },
      evidence: neo4jSource,
    },
    {
      type: clickhouse('ClickHouseClient'),
      alsoNamed: ['NodeClickHouseClient'],
      kind: 'client',
      acquire: [made(clickhouse('createClient'), 'lazy')],
      release: [promised('close')],
      dispose: { async: 'exact' },
      evidence: [probed('@clickhouse/client 1.23'), read('@clickhouse/client 1.23', 'typings'), documented('@clickhouse/client 1', 'https://clickhouse.com/docs/integrations/javascript')],
    },
    {
      type: tedious('Connection'),
      kind: 'connection',
      acquire: [built('start')],
      start: [{ method: 'connect', completion: 'callback' }],
      release: [{ method: 'close', completion: 'event', event: 'end' }],
      evidence: [read('tedious 19.2', 'typings'), documented('tedious 19', 'https://tediousjs.github.io/tedious/api-connection.html')],
    },
    {
      type: mssql('ConnectionPool'),
      kind: 'pool',
      acquire: [built('start'), made(mssql('connect'), 'eager')],
      start: [{ method: 'connect', completion: 'promise', restartable: true }],
      release: [promised('close'), calledBack('close')],
      fluent: ['connect'],
      evidence: [probed('mssql 12.7'), read('mssql 12.7', 'typings'), documented('mssql 12', 'https://www.npmjs.com/package/mssql#connections')],
    },
    {
      type: cassandra('Client'),
      kind: 'client',
      acquire: [built('lazy')],
      start: [{ method: 'connect', completion: 'promise', queues: true }],
      release: [promised('shutdown'), calledBack('shutdown')],
      evidence: [probed('cassandra-driver 4.10'), read('cassandra-driver 4.10')],
    },
    {
      type: elastic('Client'),
      kind: 'client',
      acquire: [built('lazy')],
      release: [promised('close')],
      evidence: [probed('@elastic/elasticsearch 9.4'), read('@elastic/elasticsearch 9.4')],
    },
    {
      type: opensearch('Client'),
      kind: 'client',
      acquire: [built('lazy')],
      release: [promised('close', { again: 'hangs' }), calledBack('close', { again: 'hangs' })],
      notes: ['A second close() never calls back: there is no connection left to close.'],
      evidence: [probed('@opensearch-project/opensearch 3.9'), read('@opensearch-project/opensearch 3.9', 'typings'), documented('opensearch 3', 'https://docs.opensearch.org/latest/clients/javascript/index/')],
    },
    {
      type: memjs('Client'),
      kind: 'client',
      acquire: [made(memjs('Client', 'create'), 'lazy')],
      release: [atOnce('close', { abrupt: true }), atOnce('quit')],
      evidence: [read('memjs 1.3', 'typings'), documented('memjs 1', 'https://github.com/memcachier/memjs')],
    },
    {
      type: firestore('Firestore'),
      kind: 'client',
      acquire: [built('lazy')],
      release: [promised('terminate')],
      evidence: [read('@google-cloud/firestore 8.7', 'typings'), documented('@google-cloud/firestore 8', 'https://cloud.google.com/nodejs/docs/reference/firestore/latest/firestore/firestore')],
    },
    {
      type: firestore('Unsubscribe'),
      opaque: true,
      kind: 'subscription',
      acquire: [
        made(firestore('DocumentReference', 'onSnapshot'), 'eager'),
        made(firestore('Query', 'onSnapshot'), 'eager'),
      ],
      release: [{ self: true, completion: 'sync' }],
      evidence: [read('@google-cloud/firestore 8.7', 'typings'), documented('@google-cloud/firestore 8', 'https://firebase.google.com/docs/firestore/query-data/listen')],
    },
  ],
};
