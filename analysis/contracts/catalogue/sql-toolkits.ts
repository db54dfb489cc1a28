import type { Family } from '../contract.ts';
import { atOnce, built, documented, inPackage, made, probed, promised, read } from './naming.ts';

const prisma = inPackage('@prisma/client');
const knexPackage = inPackage('knex');
const sequelize = inPackage('sequelize');
const typeorm = inPackage('typeorm');
const kysely = inPackage('kysely');
const porsager = inPackage('postgres');

export const sqlToolkits: Family = {
  contracts: [
    {
      type: prisma('PrismaClient'),
      alsoFrom: ['.prisma'],
      kind: 'client',
      acquire: [built('lazy')],
      start: [{ method: '$connect', completion: 'promise', queues: true, restartable: true }],
      release: [promised('$disconnect')],
      revives: true,
      notes: ['Connects on the first query, also after a disconnect; the class is generated into the project.'],
      evidence: [read('@prisma/client 7.10'), documented('@prisma/client 7', 'https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/connection-management')],
    },
    {
      type: knexPackage('Knex'),
      kind: 'pool',
      acquire: [made(knexPackage('knex'), 'lazy')],
      release: [promised('destroy')],
      notes: ['A knex instance is itself a function that makes queries.'],
      evidence: [probed('knex 3.3'), read('knex 3.3')],
    },
    {
      type: sequelize('Sequelize'),
      kind: 'pool',
      acquire: [built('lazy')],
      release: [promised('close')],
      evidence: [probed('sequelize 6.37'), read('sequelize 6.37')],
    },
    {
      type: typeorm('DataSource'),
      kind: 'pool',
      acquire: [built('start')],
      start: [{ method: 'initialize', completion: 'promise', restartable: true }],
      release: [promised('destroy', { again: 'rejects', beforeStart: 'rejects' })],
      fluent: ['initialize'],
      notes: ['destroy() of a data source that is not connected rejects with CannotExecuteNotConnectedError.'],
      evidence: [probed('typeorm 1.1'), read('typeorm 1.1')],
    },
    {
      type: typeorm('QueryRunner'),
      kind: 'connection',
      acquire: [made(typeorm('DataSource', 'createQueryRunner'), 'lazy')],
      release: [promised('release')],
      dispose: { async: 'guarded' },
      notes: ['Its disposal commits an open transaction before it releases.'],
      evidence: [read('typeorm 1.1')],
    },
    {
      type: kysely('Kysely'),
      kind: 'pool',
      acquire: [built('lazy')],
      release: [promised('destroy')],
      dispose: { async: 'exact' },
      evidence: [probed('kysely 0.28'), read('kysely 0.28')],
    },
    {
      type: porsager('Sql'),
      kind: 'pool',
      acquire: [made(porsager('postgres'), 'lazy')],
      release: [promised('end')],
      notes: ['end({ timeout }) has a deadline of its own.'],
      evidence: [probed('postgres 3.4'), read('postgres 3.4')],
    },
    {
      type: porsager('ReservedSql'),
      kind: 'connection',
      acquire: [made(porsager('Sql', 'reserve'), 'eager')],
      release: [atOnce('release')],
      evidence: [read('postgres 3.4')],
    },
  ],
  nonResources: [
    { type: sequelize('Model'), because: 'destroy() deletes a row' },
    { type: typeorm('EntityManager'), because: 'belongs to its data source or query runner' },
    { type: typeorm('Repository'), because: 'belongs to its data source' },
    { type: typeorm('SelectQueryBuilder'), because: 'a description of a query' },
    { type: kysely('Transaction'), because: 'ends with the callback it is handed to' },
  ],
};
