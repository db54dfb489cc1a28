import type { Family } from '../contract.ts';
import { documented, inPackage, lib, measured, onNode } from './naming.ts';

const events = inPackage('node:events');

const add = ['on', 'addListener', 'prependListener'];
const remove = ['off', 'removeListener', 'removeAllListeners'];

export const emitters: Family = {
  listeners: [
    { type: events('EventEmitter'), add, remove, evidence: [documented('Node 20', 'https://nodejs.org/docs/latest-v20.x/api/events.html')] },
    { type: lib('Process'), add, remove, evidence: [documented('Node 20', 'https://nodejs.org/docs/latest-v20.x/api/process.html#process-events')] },
    { type: inPackage('eventemitter3')('EventEmitter'), add: ['on', 'addListener'], remove, evidence: [documented('eventemitter3 5', 'https://github.com/primus/eventemitter3')] },
    { type: lib('EventTarget'), add: ['addEventListener'], remove: ['removeEventListener'], signalArgument: 2, evidence: [measured(onNode)] },
    { type: lib('MediaQueryList'), add: ['addListener'], remove: ['removeListener'], evidence: [documented('CSSOM View', 'https://drafts.csswg.org/cssom-view/#mediaquerylist')] },
  ],
  contracts: [
    {
      type: events('AbortListener'),
      opaque: true,
      kind: 'listener',
      acquire: [{ by: 'call', of: events('addAbortListener'), begins: 'eager' }],
      release: [{ method: 'Symbol.dispose', completion: 'sync' }],
      dispose: { sync: 'exact' },
      evidence: [measured(onNode)],
    },
  ],
  nonResources: [
    { type: lib('AbortController'), because: 'owns nothing by itself; the listeners that take its signal do' },
    { type: lib('AbortSignal'), because: 'a token; its controller decides' },
  ],
};
