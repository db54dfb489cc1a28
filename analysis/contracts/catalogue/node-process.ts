import type { Family } from '../contract.ts';
import { documented, inPackage, measured, onNode } from './naming.ts';

const childProcess = inPackage('node:child_process');
const threads = inPackage('node:worker_threads');
const cluster = inPackage('node:cluster');

export const nodeProcess: Family = {
  contracts: [
    {
      type: childProcess('ChildProcess'),
      alsoNamed: ['ChildProcessWithoutNullStreams', 'ChildProcessByStdio'],
      kind: 'process',
      acquire: [
        { by: 'call', of: childProcess('spawn'), begins: 'eager' },
        { by: 'call', of: childProcess('fork'), begins: 'eager' },
      ],
      release: [
        { method: 'kill', completion: 'event', event: 'exit' },
        { method: 'disconnect', completion: 'event', event: 'disconnect' },
      ],
      dispose: { sync: 'fire-and-forget' },
      endsBy: { events: ['exit', 'close'] },
      fluent: ['on', 'once', 'addListener'],
      notes: ['Disposal sends a signal and does not wait; a child that traps it survives.', 'exec and execFile end by themselves and are no acquisitions.'],
      evidence: [measured(onNode)],
    },
    {
      type: threads('Worker'),
      kind: 'worker',
      acquire: [{ by: 'new', begins: 'eager', fallible: true }],
      release: [{ method: 'terminate', completion: 'promise' }],
      deadAfterRelease: ['postMessage'],
      dispose: { async: 'exact' },
      endsBy: { events: ['exit'] },
      fluent: ['on', 'once', 'addListener'],
      notes: ['Disposable from Node 22 on.'],
      evidence: [measured('Node 22, 24, 26')],
    },
    {
      type: threads('BroadcastChannel'),
      kind: 'handle',
      acquire: [{ by: 'new', begins: 'eager' }],
      release: [{ method: 'close', completion: 'sync' }],
      deadAfterRelease: ['postMessage'],
      evidence: [measured(onNode)],
    },
    {
      type: cluster('Worker'),
      kind: 'process',
      acquire: [],
      release: [
        { method: 'disconnect', completion: 'event', event: 'disconnect' },
        { method: 'kill', completion: 'event', event: 'exit' },
        { method: 'destroy', completion: 'event', event: 'exit' },
      ],
      endsBy: { events: ['exit', 'disconnect'] },
      notes: ['The workers of a cluster live as long as the primary: forking is no obligation.'],
      evidence: [documented('Node 20', 'https://nodejs.org/docs/latest-v20.x/api/cluster.html')],
    },
  ],
};
