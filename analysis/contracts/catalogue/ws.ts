import type { Family } from '../contract.ts';
import { inPackage, lib, measured, onNode } from './naming.ts';

const wsPackage = inPackage('ws');

export const ws: Family = {
  contracts: [
    {
      type: wsPackage('WebSocketServer'),
      alsoNamed: ['Server'],
      kind: 'server',
      acquire: [
        {
          by: 'new',
          begins: 'eager',
          options: [
            { property: 'noServer', equals: true, begins: 'lazy', likely: true },
            { property: 'server', equals: 'present', begins: 'eager', likely: true },
          ],
        },
      ],
      release: [
        {
          method: 'close',
          completion: 'callback',
          event: 'close',
          promiseForm: 'new Promise<void>((resolve, reject) => $.close((error) => (error ? reject(error) : resolve())))',
          again: 'rejects',
        },
      ],
      fluent: ['on', 'once', 'addListener'],
      notes: ['close() does not close the clients and waits for them: terminate $.clients first.', 'With { server } the HTTP server stays open and belongs to its maker.'],
      evidence: [measured('ws 8.23')],
    },
    {
      type: wsPackage('WebSocket'),
      alsoNamed: ['default'],
      kind: 'connection',
      acquire: [
        { by: 'new', begins: 'eager' },
      ],
      release: [
        { method: 'close', completion: 'event', event: 'close' },
        { method: 'terminate', completion: 'event', event: 'close', abrupt: true },
      ],
      endsBy: { events: ['close'] },
      deadAfterRelease: ['send', 'ping', 'pong'],
      fluent: ['on', 'once', 'addListener'],
      evidence: [measured('ws 8.23')],
    },
    {
      type: lib('WebSocket'),
      alsoFrom: ['undici', 'undici-types'],
      kind: 'connection',
      acquire: [{ by: 'new', begins: 'eager', fallible: true }],
      release: [{ method: 'close', completion: 'event', event: 'close' }],
      endsBy: { events: ['close'] },
      deadAfterRelease: ['send'],
      evidence: [measured(onNode)],
    },
    {
      type: lib('EventSource'),
      alsoFrom: ['undici', 'undici-types', 'eventsource'],
      kind: 'connection',
      acquire: [{ by: 'new', begins: 'eager', fallible: true }],
      release: [{ method: 'close', completion: 'sync' }],
      evidence: [measured(onNode)],
    },
  ],
};
