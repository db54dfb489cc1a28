import type { CallName, Family, Release } from '../contract.ts';
import { inPackage, measured, onNode } from './naming.ts';

const http = inPackage('node:http');
const https = inPackage('node:https');
const http2 = inPackage('node:http2');

const serverClose: Release = {
  method: 'close',
  completion: 'callback',
  event: 'close',
  promiseForm: 'new Promise((resolve) => $.close(resolve))',
  again: 'rejects',
  beforeStart: 'rejects',
};
/** Functions that hand out a server that is already listening. */
const listening: CallName[] = [
  inPackage('express')('Application', 'listen'),
  inPackage('express-serve-static-core')('Application', 'listen'),
  inPackage('koa')('Application', 'listen'),
  inPackage('@hono/node-server')('serve'),
];

const serverNotes = [
  'Its disposal rejects with ERR_SERVER_NOT_RUNNING when the server never listened or was closed before.',
  'close() ends idle keep-alive connections and waits for active requests; a deadline with closeAllConnections() bounds it.',
];
const serverFluent = ['listen', 'close', 'setTimeout', 'ref', 'unref', 'on', 'once', 'addListener'];

export const nodeHttp: Family = {
  contracts: [
    {
      type: http('Server'),
      kind: 'server',
      acquire: [
        { by: 'call', of: http('createServer'), begins: 'start' },
        { by: 'new', begins: 'start' },
        ...listening.map((of) => ({ by: 'call' as const, of, begins: 'eager' as const })),
      ],
      start: [{ method: 'listen', completion: 'callback', restartable: true }],
      release: [serverClose],
      dispose: { async: 'guarded', again: 'rejects' },
      fluent: serverFluent,
      notes: serverNotes,
      evidence: [measured(onNode)],
    },
    {
      type: https('Server'),
      kind: 'server',
      acquire: [
        { by: 'call', of: https('createServer'), begins: 'start' },
        { by: 'new', begins: 'start' },
      ],
      start: [{ method: 'listen', completion: 'callback', restartable: true }],
      release: [serverClose],
      dispose: { async: 'guarded', again: 'rejects' },
      fluent: serverFluent,
      notes: serverNotes,
      evidence: [measured(onNode)],
    },
    {
      type: http2('Http2Server'),
      alsoNamed: ['Http2SecureServer'],
      kind: 'server',
      acquire: [
        { by: 'call', of: http2('createServer'), begins: 'start' },
        { by: 'call', of: http2('createSecureServer'), begins: 'start' },
      ],
      start: [{ method: 'listen', completion: 'callback', restartable: true }],
      release: [serverClose],
      dispose: { async: 'guarded', again: 'rejects' },
      fluent: serverFluent,
      notes: serverNotes,
      evidence: [measured(onNode)],
    },
    {
      type: http2('ClientHttp2Session'),
      kind: 'connection',
      acquire: [{ by: 'call', of: http2('connect'), begins: 'eager' }],
      release: [
        { method: 'close', completion: 'callback', event: 'close', promiseForm: 'new Promise<void>((resolve) => $.close(resolve))' },
        { method: 'destroy', completion: 'event', event: 'close', abrupt: true },
      ],
      endsBy: { events: ['close'] },
      fluent: ['on', 'once', 'addListener'],
      evidence: [measured(onNode)],
    },
    {
      type: http('Agent'),
      kind: 'pool',
      acquire: [{ by: 'new', begins: 'lazy' }],
      release: [{ method: 'destroy', completion: 'sync' }],
      notes: ['Keep-alive sockets stay open until it is destroyed.'],
      evidence: [measured(onNode)],
    },
    {
      type: https('Agent'),
      kind: 'pool',
      acquire: [{ by: 'new', begins: 'lazy' }],
      release: [{ method: 'destroy', completion: 'sync' }],
      evidence: [measured(onNode)],
    },
  ],
  nonResources: [
    { type: http('ClientRequest'), because: 'ends by itself with the response, an error or a timeout' },
    { type: http('IncomingMessage'), because: 'belongs to its server or request' },
    { type: http('ServerResponse'), because: 'belongs to its server; end() completes the answer' },
    { type: http2('Http2ServerRequest'), because: 'belongs to its server' },
    { type: http2('Http2ServerResponse'), because: 'belongs to its server; end() completes the answer' },
    { type: http2('ClientHttp2Stream'), because: 'ends by itself with its session' },
  ],
};
