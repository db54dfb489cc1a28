import type { Family } from '../contract.ts';
import { atOnce, built, documented, inPackage, made, measured, probed, promised, read } from './naming.ts';

const server = inPackage('socket.io');
const client = inPackage('socket.io-client');
const pusher = inPackage('pusher-js');
const ably = inPackage('ably');
const supabase = inPackage('@supabase/realtime-js');
const hocuspocus = inPackage('@hocuspocus/server');
const hocuspocusProvider = inPackage('@hocuspocus/provider');
const livekit = inPackage('livekit-client');
const yjs = inPackage('yjs');

export const realtime: Family = {
  contracts: [
    {
      type: server('Server'),
      kind: 'server',
      acquire: [{ ...built('eager'), endsWith: 0 }],
      release: [promised('close')],
      fluent: ['listen', 'attach', 'use', 'on', 'path', 'adapter'],
      notes: ['close() also closes the HTTP server it was attached to, and the close of that server ends it.', 'Closing twice is safe.'],
      evidence: [measured('socket.io 4.8')],
    },
    {
      type: client('Socket'),
      kind: 'connection',
      acquire: [
        made(client('lookup'), 'eager', [{ property: 'autoConnect', equals: false, begins: 'start' }]),
        made(client('io'), 'eager', [{ property: 'autoConnect', equals: false, begins: 'start' }]),
      ],
      start: [
        { method: 'connect', completion: 'event', restartable: true },
        { method: 'open', completion: 'event', restartable: true },
      ],
      release: [atOnce('disconnect'), atOnce('close')],
      fluent: ['connect', 'disconnect', 'open', 'close', 'on', 'emit', 'timeout', 'compress'],
      evidence: [read('socket.io-client 4.8', 'typings'), documented('socket.io-client 4', 'https://socket.io/docs/v4/client-api/#socketdisconnect')],
    },
    {
      type: pusher('Pusher'),
      alsoNamed: ['default'],
      kind: 'connection',
      acquire: [built('eager')],
      release: [atOnce('disconnect')],
      evidence: [read('pusher-js 8.6', 'typings'), documented('pusher-js 8', 'https://github.com/pusher/pusher-js')],
    },
    {
      type: ably('Realtime'),
      alsoNamed: ['RealtimeClient'],
      kind: 'connection',
      acquire: [built('eager', [{ property: 'autoConnect', equals: false, begins: 'start' }])],
      start: [{ method: 'connect', completion: 'sync', restartable: true }],
      release: [atOnce('close')],
      evidence: [read('ably 2.28', 'typings'), documented('ably 2', 'https://ably.com/docs/api/realtime-sdk#close')],
    },
    {
      type: supabase('RealtimeChannel'),
      kind: 'subscription',
      acquire: [made(inPackage('@supabase/supabase-js')('SupabaseClient', 'channel'), 'start')],
      start: [{ method: 'subscribe', completion: 'callback' }],
      release: [
        promised('unsubscribe'),
        { call: inPackage('@supabase/supabase-js')('SupabaseClient', 'removeChannel'), argument: 0, completion: 'promise' },
      ],
      fluent: ['subscribe', 'on'],
      evidence: [read('@supabase/supabase-js 2.109', 'typings'), documented('@supabase/supabase-js 2', 'https://supabase.com/docs/reference/javascript/removechannel')],
    },
    {
      type: hocuspocus('Server'),
      kind: 'server',
      acquire: [built('start')],
      start: [{ method: 'listen', completion: 'promise' }],
      release: [promised('destroy')],
      evidence: [read('@hocuspocus/server 3.4', 'typings'), documented('@hocuspocus/server 3', 'https://tiptap.dev/docs/hocuspocus/server/methods')],
    },
    {
      type: hocuspocusProvider('HocuspocusProvider'),
      kind: 'connection',
      acquire: [built('eager')],
      release: [atOnce('destroy')],
      evidence: [read('@hocuspocus/provider 4.8', 'typings'), documented('@hocuspocus/provider 3', 'https://tiptap.dev/docs/hocuspocus/provider/methods')],
    },
    {
      type: inPackage('y-websocket')('WebsocketProvider'),
      kind: 'connection',
      acquire: [built('eager', [{ property: 'connect', equals: false, begins: 'start' }])],
      start: [{ method: 'connect', completion: 'sync', restartable: true }],
      release: [atOnce('destroy')],
      evidence: [read('y-websocket 3.1', 'typings'), documented('y-websocket 3', 'https://github.com/yjs/y-websocket')],
    },
    {
      type: yjs('UndoManager'),
      kind: 'listener',
      acquire: [],
      release: [atOnce('destroy')],
      evidence: [probed('yjs 13.6'), read('yjs 13.6', 'typings'), documented('yjs 13', 'https://docs.yjs.dev/api/undo-manager')],
    },
    {
      type: inPackage('simple-peer')('Instance'),
      kind: 'connection',
      acquire: [],
      release: [{ method: 'destroy', completion: 'event', event: 'close' }],
      dispose: { async: 'exact' },
      endsBy: { events: ['close'] },
      evidence: [read('simple-peer 9.11', 'typings'), documented('simple-peer 9', 'https://github.com/feross/simple-peer#peerdestroyerr')],
    },
    {
      type: livekit('Room'),
      kind: 'connection',
      acquire: [built('start')],
      start: [{ method: 'connect', completion: 'promise', restartable: true }],
      release: [promised('disconnect')],
      evidence: [probed('livekit-client 2.23'), read('livekit-client 2.23', 'typings'), documented('livekit-client 2', 'https://docs.livekit.io/client-sdk-js/classes/Room.html')],
    },
  ],
  nonResources: [{ type: yjs('Doc'), because: 'a document in memory; destroy() only detaches listeners' }],
};
