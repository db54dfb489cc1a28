import type { Contract, Family } from '../contract.ts';
import { built, inPackage, made, measured, promised, read } from './naming.ts';

const mongodb = inPackage('mongodb');
const mongoosePackage = inPackage('mongoose');
const driver = [measured('mongodb 7.9'), read('mongodb 7.9')];
const odm = [measured('mongoose 9.12'), read('mongoose 9.12')];

/** Nothing is open on the server before the first batch, and reading to the end closes it: making one is no obligation. */
const cursor = (name: string): Contract => ({
  type: mongodb(name),
  kind: 'handle',
  acquire: [],
  release: [promised('close')],
  dispose: { async: 'exact' },
  endsBy: { methods: ['toArray', 'forEach', 'Symbol.asyncIterator'] },
  evidence: driver,
});

export const mongo: Family = {
  contracts: [
    {
      type: mongodb('MongoClient'),
      kind: 'client',
      acquire: [built('lazy'), made(mongodb('MongoClient', 'connect'), 'eager')],
      start: [{ method: 'connect', completion: 'promise', queues: true, restartable: true }],
      release: [promised('close')],
      dispose: { async: 'exact' },
      fluent: ['connect', 'on', 'once', 'addListener'],
      notes: ['It connects on the first operation, but not after close(): only connect() opens it again.', 'close() may be called twice.'],
      evidence: driver,
    },
    cursor('FindCursor'),
    cursor('AggregationCursor'),
    {
      type: mongodb('ChangeStream'),
      kind: 'subscription',
      acquire: [made(mongodb('Collection', 'watch'), 'eager'), made(mongodb('Db', 'watch'), 'eager'), made(mongodb('MongoClient', 'watch'), 'eager')],
      release: [promised('close')],
      dispose: { async: 'exact' },
      evidence: driver,
    },
    {
      type: mongodb('ClientSession'),
      kind: 'handle',
      acquire: [made(mongodb('MongoClient', 'startSession'), 'eager')],
      release: [promised('endSession')],
      dispose: { async: 'exact' },
      evidence: driver,
    },
    {
      type: mongoosePackage('Connection'),
      kind: 'connection',
      acquire: [made(mongoosePackage('createConnection'), 'eager')],
      release: [promised('close'), promised('destroy')],
      notes: ['Operations are queued until it is connected.'],
      evidence: odm,
    },
    {
      type: mongoosePackage('Mongoose'),
      kind: 'client',
      acquire: [],
      start: [{ method: 'connect', completion: 'promise', queues: true, restartable: true }],
      release: [promised('disconnect')],
      notes: ['mongoose is one object of the module: connect() and disconnect() act on it.'],
      evidence: odm,
    },
    {
      type: mongoosePackage('Cursor'),
      kind: 'handle',
      acquire: [],
      release: [promised('close')],
      dispose: { async: 'exact' },
      endsBy: { methods: ['eachAsync', 'Symbol.asyncIterator'] },
      evidence: odm,
    },
  ],
};
