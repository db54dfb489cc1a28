import type { Family } from '../contract.ts';
import { askedLate, documented, inPackage, measured } from './naming.ts';

const stream = inPackage('node:stream');
const promises = inPackage('node:stream/promises');
const readline = inPackage('node:readline');
const readlinePromises = inPackage('node:readline/promises');
const streamDocs = documented('Node 20', 'https://nodejs.org/docs/latest-v20.x/api/stream.html');

export const nodeStreams: Family = {
  contracts: [
    {
      type: readline('Interface'),
      kind: 'handle',
      acquire: [
        { by: 'call', of: readline('createInterface'), begins: 'eager', readsFrom: 'input' },
        { by: 'call', of: readlinePromises('createInterface'), begins: 'eager', readsFrom: 'input' },
      ],
      alsoFrom: ['node:readline/promises'],
      release: [{ method: 'close', completion: 'sync' }],
      dispose: { sync: 'exact' },
      deadAfterRelease: ['question'],
      endsBy: { events: ['close'], methods: ['Symbol.asyncIterator'] },
      fluent: ['on', 'once', 'addListener'],
      notes: ['Disposable from Node 22 on.'],
      evidence: [measured('Node 22, 24, 26'), askedLate],
    },
  ],
  sinks: [
    { call: stream('pipeline'), takes: 'all', evidence: [streamDocs] },
    { call: promises('pipeline'), takes: 'all', evidence: [streamDocs] },
    { call: stream('Readable', 'pipe'), takes: 0, evidence: [streamDocs] },
    { call: stream('Stream', 'compose'), takes: 'all', evidence: [streamDocs] },
    { call: stream('addAbortSignal'), takes: 1, evidence: [streamDocs] },
  ],
  nonResources: [
    { type: stream('PassThrough'), because: 'an in-memory stream' },
    { type: stream('Transform'), because: 'an in-memory stream' },
    { type: stream('Readable'), because: 'an in-memory stream unless a contract names the subclass' },
    { type: stream('Writable'), because: 'an in-memory stream unless a contract names the subclass' },
    { type: stream('Duplex'), because: 'an in-memory stream unless a contract names the subclass' },
  ],
};
