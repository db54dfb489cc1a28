import type { Family } from '../contract.ts';
import { documented, inPackage, lib, made, measured, onNode, read } from './naming.ts';

const sqlite = inPackage('node:sqlite');
const performance = inPackage('node:perf_hooks');
const inspector = inPackage('node:inspector');
const hooks = inPackage('node:async_hooks');
const repl = inPackage('node:repl');
const fs = inPackage('node:fs');
const fsPromises = inPackage('node:fs/promises');
const v8 = inPackage('node:v8');
const tracing = inPackage('node:trace_events');
const moduleHooks = inPackage('node:module');

export const nodeMisc: Family = {
  contracts: [
    {
      type: sqlite('DatabaseSync'),
      kind: 'connection',
      acquire: [{ by: 'new', begins: 'eager', fallible: true, options: [{ property: 'open', equals: false, begins: 'start' }] }],
      start: [{ method: 'open', completion: 'sync', restartable: true }],
      release: [{ method: 'close', completion: 'sync', again: 'throws', beforeStart: 'throws' }],
      deadAfterRelease: ['prepare', 'exec', 'function', 'createSession', 'applyChangeset'],
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
      deadAfterRelease: ['postMessage'],
      evidence: [measured(onNode)],
    },
    {
      type: sqlite('Session'),
      kind: 'handle',
      acquire: [made(sqlite('DatabaseSync', 'createSession'), 'eager')],
      release: [{ method: 'close', completion: 'sync' }],
      dispose: { sync: 'exact' },
      notes: ['Disposable from Node 24 on; it ends with its database.'],
      evidence: [measured('Node 24, 26')],
    },
    {
      type: fs('DisposableTempDir'),
      alsoFrom: ['node:fs/promises'],
      kind: 'handle',
      acquire: [made(fs('mkdtempDisposableSync'), 'eager'), made(fsPromises('mkdtempDisposable'), 'eager')],
      release: [
        { method: 'remove', completion: 'sync' },
        { method: 'remove', completion: 'promise' },
      ],
      dispose: { sync: 'exact', async: 'exact' },
      notes: ['Node 24 and later; the folder is removed with all that is in it.'],
      evidence: [measured('Node 24, 26')],
    },
    {
      type: fs('Utf8Stream'),
      kind: 'stream',
      acquire: [{ by: 'new', begins: 'eager', fallible: true }],
      release: [
        { method: 'end', completion: 'event', event: 'finish' },
        { method: 'destroy', completion: 'sync', abrupt: true },
      ],
      dispose: { sync: 'lossy' },
      flush: ['flushSync'],
      losesDataOnExit: true,
      notes: ['Node 24 and later.'],
      evidence: [measured('Node 24, 26'), read('Node 24', 'typings')],
    },
    {
      type: v8('GCProfiler'),
      kind: 'handle',
      acquire: [{ by: 'new', begins: 'start' }],
      start: [{ method: 'start', completion: 'sync', restartable: true }],
      release: [{ method: 'stop', completion: 'sync' }],
      dispose: { sync: 'exact' },
      notes: ['Disposable from Node 24 on.'],
      evidence: [measured(onNode)],
    },
    {
      type: tracing('Tracing'),
      kind: 'handle',
      acquire: [made(tracing('createTracing'), 'start')],
      start: [{ method: 'enable', completion: 'sync', restartable: true }],
      release: [{ method: 'disable', completion: 'sync' }],
      evidence: [measured(onNode)],
    },
    {
      type: moduleHooks('ModuleHooks'),
      opaque: true,
      kind: 'handle',
      acquire: [made(moduleHooks('registerHooks'), 'eager')],
      release: [{ method: 'deregister', completion: 'sync' }],
      notes: ['Hooks usually live as long as the process.'],
      evidence: [read('Node 24', 'typings')],
    },
  ],
  listeners: [{ type: inPackage('node:diagnostics_channel')('Channel'), add: ['subscribe'], remove: ['unsubscribe'], evidence: [documented('Node 20', 'https://nodejs.org/docs/latest-v20.x/api/diagnostics_channel.html')] }],
};
