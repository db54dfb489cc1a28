import type { Family, Release } from '../contract.ts';
import { askedLate, inPackage, measured, onNode } from './naming.ts';

const net = inPackage('node:net');
const tls = inPackage('node:tls');
const dgram = inPackage('node:dgram');

const socketReleases: Release[] = [
  { method: 'end', completion: 'event', event: 'close' },
  { method: 'destroy', completion: 'event', event: 'close', abrupt: true },
  { method: 'destroySoon', completion: 'event', event: 'close' },
  { method: 'resetAndDestroy', completion: 'event', event: 'close', abrupt: true },
];

const serverClose: Release = {
  method: 'close',
  completion: 'callback',
  event: 'close',
  promiseForm: 'new Promise((resolve) => $.close(resolve))',
  again: 'rejects',
  beforeStart: 'rejects',
};

export const nodeNet: Family = {
  contracts: [
    {
      type: net('Server'),
      kind: 'server',
      acquire: [
        { by: 'call', of: net('createServer'), begins: 'start' },
        { by: 'new', begins: 'start' },
      ],
      start: [{ method: 'listen', completion: 'callback', restartable: true }],
      release: [serverClose],
      dispose: { async: 'exact' },
      fluent: ['listen', 'close', 'ref', 'unref', 'on', 'once', 'addListener'],
      notes: ['close() waits for every open socket to end by itself.', 'Its disposal may be called twice and before listen().'],
      evidence: [measured(onNode)],
    },
    {
      type: tls('Server'),
      kind: 'server',
      acquire: [
        { by: 'call', of: tls('createServer'), begins: 'start' },
        { by: 'new', begins: 'start' },
      ],
      start: [{ method: 'listen', completion: 'callback', restartable: true }],
      release: [serverClose],
      dispose: { async: 'exact' },
      fluent: ['listen', 'close', 'ref', 'unref', 'on', 'once', 'addListener'],
      evidence: [measured(onNode)],
    },
    {
      type: net('Socket'),
      kind: 'connection',
      acquire: [
        { by: 'call', of: net('connect'), begins: 'eager' },
        { by: 'call', of: net('createConnection'), begins: 'eager' },
        { by: 'new', begins: 'start' },
      ],
      start: [{ method: 'connect', completion: 'event', restartable: true }],
      release: socketReleases,
      dispose: { async: 'lossy' },
      deadAfterRelease: ['write'],
      fluent: ['connect', 'end', 'destroy', 'setTimeout', 'setNoDelay', 'setKeepAlive', 'setEncoding', 'pause', 'resume', 'ref', 'unref', 'on', 'once', 'addListener'],
      endsBy: { events: ['close'] },
      notes: ['Disposal destroys: what was written and not yet sent is lost.'],
      evidence: [measured(onNode)],
    },
    {
      type: tls('TLSSocket'),
      kind: 'connection',
      acquire: [{ by: 'call', of: tls('connect'), begins: 'eager' }],
      release: socketReleases,
      dispose: { async: 'lossy' },
      deadAfterRelease: ['write'],
      fluent: ['end', 'destroy', 'setTimeout', 'setNoDelay', 'setKeepAlive', 'setEncoding', 'pause', 'resume', 'ref', 'unref', 'on', 'once', 'addListener'],
      endsBy: { events: ['close'] },
      evidence: [measured(onNode)],
    },
    {
      type: dgram('Socket'),
      kind: 'connection',
      acquire: [
        { by: 'call', of: dgram('createSocket'), begins: 'start' },
        { by: 'new', begins: 'start' },
      ],
      start: [
        { method: 'bind', completion: 'callback', final: true },
        { method: 'connect', completion: 'callback', final: true },
        { method: 'send', completion: 'callback', final: true },
      ],
      release: [
        {
          method: 'close',
          completion: 'callback',
          event: 'close',
          promiseForm: 'new Promise<void>((resolve) => $.close(resolve))',
          again: 'throws',
        },
      ],
      dispose: { async: 'exact' },
      deadAfterRelease: ['setBroadcast', 'setTTL', 'setMulticastTTL', 'setMulticastLoopback', 'setMulticastInterface', 'addMembership', 'dropMembership'],
      fluent: ['bind', 'close', 'ref', 'unref', 'on', 'once', 'addListener'],
      endsBy: { events: ['close'] },
      notes: ['A second close(), and what is sent or bound after it, throws ERR_SOCKET_DGRAM_NOT_RUNNING; disposing twice does not.'],
      evidence: [measured(onNode), askedLate],
    },
  ],
  nonResources: [
    { type: net('BlockList'), because: 'an in-memory list of addresses' },
    { type: net('SocketAddress'), because: 'a value' },
  ],
};
