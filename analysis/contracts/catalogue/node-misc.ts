import type { Family } from '../contract.ts';
import { inPackage, lib, measured, onNode } from './naming.ts';

const sqlite = inPackage('node:sqlite');
const performance = inPackage('node:perf_hooks');
const inspector = inPackage('node:inspector');
const hooks = inPackage('node:async_hooks');
const repl = inPackage('node:repl');

export const nodeMisc: Family = {
  contracts: [
    {
      type: sqlite('DatabaseSync'),
      kind: 'connection',
      acquire: [{ by: 'new', begins: 'eager', fallible: true, options: [{ property: 'open', equals: false, begins: 'start' }] }],
      start: [{ method: 'open', completion: 'sync', restartable: true }],
      release: [{ method: 'close', completion: 'sync', again: 'throws', beforeStart: 'throws' }],
      dispose: { sync: 'exact' },
      notes: ['close() twice throws, disposing twice does not.'],
      evidence: [measured('Node 22, 24, 26')],
    },
    {
      type: performance('PerformanceObserver'),
      kind: 'observer',
      acquire: [{ by: 'new', begins: 'start' }],
      start: [{ method: 'observe', completion: 'sync', restartable: true }],
      release: [{ method: 'disconnect', completion: 'sync' }],
      evidence: [measured(onNode)],
    },
    {
      type: performance('ELDHistogram'),
      kind: 'handle',
      acquire: [{ by: 'call', of: performance('monitorEventLoopDelay'), begins: 'start' }],
      start: [{ method: 'enable', completion: 'sync', restartable: true }],
      release: [{ method: 'disable', completion: 'sync' }],
      dispose: { sync: 'exact' },
      notes: ['Disposable from Node 24 on.'],
      evidence: [measured(onNode)],
    },
    {
      type: inspector('Session'),
      alsoFrom: ['node:inspector/promises'],
      kind: 'connection',
      acquire: [{ by: 'new', begins: 'start' }],
      start: [
        { method: 'connect', completion: 'sync', restartable: true },
        { method: 'connectToMainThread', completion: 'sync', restartable: true },
      ],
      release: [{ method: 'disconnect', completion: 'sync' }],
      evidence: [measured(onNode)],
    },
    {
      type: hooks('AsyncHook'),
      kind: 'handle',
      acquire: [{ by: 'call', of: hooks('createHook'), begins: 'start' }],
      start: [{ method: 'enable', completion: 'sync', restartable: true }],
      release: [{ method: 'disable', completion: 'sync' }],
      fluent: ['enable', 'disable'],
      evidence: [measured(onNode)],
    },
    {
      type: repl('REPLServer'),
      kind: 'handle',
      acquire: [{ by: 'call', of: repl('start'), begins: 'eager' }],
      release: [{ method: 'close', completion: 'sync' }],
      dispose: { sync: 'exact' },
      endsBy: { events: ['exit', 'close'] },
      notes: ['Disposable from Node 22 on.'],
      evidence: [measured('Node 22, 24, 26')],
    },
    {
      type: lib('BroadcastChannel'),
      kind: 'handle',
      acquire: [{ by: 'new', begins: 'eager' }],
      release: [{ method: 'close', completion: 'sync' }],
      evidence: [measured(onNode)],
    },
  ],
};
