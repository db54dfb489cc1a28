import type { Family } from '../contract.ts';
import { askedLate, inPackage, measured, onNode, read } from './naming.ts';

const fs = inPackage('node:fs');
const promises = inPackage('node:fs/promises');

export const nodeFs: Family = {
  contracts: [
    {
      type: promises('FileHandle'),
      kind: 'handle',
      acquire: [{ by: 'call', of: promises('open'), begins: 'eager', fallible: true }],
      release: [{ method: 'close', completion: 'promise' }],
      dispose: { async: 'exact' },
      notes: ['Closed by garbage collection it is a warning up to Node 24 and ends the process from Node 25 on.'],
      evidence: [measured(onNode)],
    },
    {
      type: fs('FileDescriptor'),
      opaque: true,
      kind: 'handle',
      acquire: [{ by: 'call', of: fs('openSync'), begins: 'eager', fallible: true }],
      release: [
        { call: fs('closeSync'), argument: 0, completion: 'sync', again: 'throws' },
        { call: fs('close'), argument: 0, completion: 'callback', again: 'rejects' },
      ],
      evidence: [measured('Node 20')],
    },
    {
      type: fs('FSWatcher'),
      kind: 'watcher',
      acquire: [{ by: 'call', of: fs('watch'), begins: 'eager', fallible: true }],
      release: [{ method: 'close', completion: 'sync' }],
      fluent: ['ref', 'unref', 'on', 'once', 'addListener'],
      evidence: [measured(onNode)],
    },
    {
      type: fs('StatWatcher'),
      kind: 'watcher',
      acquire: [],
      release: [{ call: fs('unwatchFile'), argument: 0, completion: 'sync' }],
      fluent: ['ref', 'unref'],
      notes: ['The release names the watched file, not the watcher, so watchFile() is not followed.'],
      evidence: [measured(onNode)],
    },
    {
      type: fs('Dir'),
      kind: 'handle',
      acquire: [
        { by: 'call', of: fs('opendirSync'), begins: 'eager', fallible: true },
        { by: 'call', of: promises('opendir'), begins: 'eager', fallible: true },
      ],
      release: [
        { method: 'close', completion: 'promise', again: 'rejects' },
        { method: 'closeSync', completion: 'sync', again: 'throws' },
      ],
      dispose: { sync: 'exact', async: 'exact' },
      deadAfterRelease: ['read', 'readSync'],
      endsBy: { methods: ['Symbol.asyncIterator'] },
      notes: ['Iterating it to the end, or leaving the loop, closes it.', 'Disposable from Node 22 on; disposing after an explicit close is safe, a second close is not.'],
      evidence: [measured(onNode), askedLate],
    },
    {
      type: fs('ReadStream'),
      kind: 'stream',
      acquire: [
        { by: 'call', of: fs('createReadStream'), begins: 'eager' },
        { by: 'call', of: promises('FileHandle', 'createReadStream'), begins: 'eager' },
      ],
      release: [
        { method: 'close', completion: 'callback', event: 'close' },
        { method: 'destroy', completion: 'event', event: 'close' },
      ],
      dispose: { async: 'exact' },
      endsBy: { events: ['end', 'close', 'data'], methods: ['pipe', 'Symbol.asyncIterator', 'toArray', 'forEach'] },
      fluent: ['setEncoding', 'pause', 'resume', 'destroy', 'on', 'once', 'addListener'],
      evidence: [measured(onNode)],
    },
    {
      type: fs('WriteStream'),
      kind: 'stream',
      acquire: [
        { by: 'call', of: fs('createWriteStream'), begins: 'eager' },
        { by: 'call', of: promises('FileHandle', 'createWriteStream'), begins: 'eager' },
      ],
      release: [
        { method: 'end', completion: 'callback', event: 'finish', promiseForm: 'new Promise<void>((resolve, reject) => $.once(\'error\', reject).end(resolve))' },
        { method: 'close', completion: 'callback', event: 'close' },
        { method: 'destroy', completion: 'event', event: 'close', abrupt: true },
      ],
      dispose: { async: 'lossy' },
      endsBy: { events: ['finish', 'close'] },
      fluent: ['end', 'destroy', 'setDefaultEncoding', 'on', 'once', 'addListener'],
      deadAfterRelease: ['write'],
      losesDataOnExit: true,
      notes: ['Disposal destroys: buffered writes are lost, even after end(); wait for finished(stream) or use pipeline().'],
      evidence: [measured(onNode), askedLate],
    },
  ],
  nonResources: [
    { type: fs('Stats'), because: 'a value' },
    { type: fs('Dirent'), because: 'a value' },
    { type: promises('FileChangeInfo'), because: 'a value' },
  ],
  sinks: [{ call: promises('FileHandle', 'createReadStream'), takes: 'this', evidence: [read('Node 20', 'autoClose is true by default: the stream closes the handle')] }],
};
