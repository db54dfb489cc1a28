import type { Acquisition, Contract, Family } from '../contract.ts';
import { atOnce, built, documented, lib, made, measured, onNode, promised } from './naming.ts';

const mdn = (page: string) => [documented('MDN', `https://developer.mozilla.org/docs/Web/API/${page}`)];

const observer = (name: string): Contract => ({
  type: lib(name),
  kind: 'observer',
  acquire: [built('start')],
  start: [{ method: 'observe', completion: 'sync', restartable: true }],
  release: [atOnce('disconnect')],
  evidence: mdn(`${name}/disconnect`),
});

const handle = (name: string, kind: Contract['kind'], acquire: Acquisition[], release: Contract['release'], page = name): Contract => ({
  type: lib(name),
  kind,
  acquire,
  release,
  evidence: mdn(page),
});

export const dom: Family = {
  contracts: [
    observer('MutationObserver'),
    observer('ResizeObserver'),
    observer('IntersectionObserver'),
    observer('ReportingObserver'),
    handle('Worker', 'worker', [built('eager')], [atOnce('terminate')], 'Worker/terminate'),
    handle('AudioContext', 'handle', [built('eager')], [promised('close', { again: 'rejects' })], 'AudioContext/close'),
    {
      ...handle('MediaRecorder', 'handle', [built('start')], [{ method: 'stop', completion: 'event', event: 'stop', beforeStart: 'throws' }], 'MediaRecorder/stop'),
      start: [{ method: 'start', completion: 'event', restartable: true }],
    },
    handle('MediaStreamTrack', 'handle', [], [atOnce('stop')], 'MediaStreamTrack/stop'),
    handle('RTCPeerConnection', 'connection', [built('eager')], [atOnce('close')], 'RTCPeerConnection/close'),
    handle('RTCDataChannel', 'connection', [], [atOnce('close')], 'RTCDataChannel/close'),
    handle('IDBDatabase', 'connection', [], [atOnce('close')], 'IDBDatabase/close'),
    handle('WakeLockSentinel', 'lock', [made(lib('WakeLock', 'request'), 'eager')], [promised('release')], 'WakeLockSentinel/release'),
    handle('VideoFrame', 'handle', [built('eager')], [atOnce('close')], 'VideoFrame/close'),
    handle('FileSystemWritableFileStream', 'stream', [made(lib('FileSystemFileHandle', 'createWritable'), 'eager')], [promised('close'), promised('abort', { abrupt: true })]),
    {
      type: lib('ObjectURL'),
      opaque: true,
      kind: 'handle',
      acquire: [made(lib('URL', 'createObjectURL'), 'eager')],
      release: [{ call: lib('URL', 'revokeObjectURL'), argument: 0, completion: 'sync' }],
      evidence: mdn('URL/revokeObjectURL_static'),
    },
    {
      type: lib('GeolocationWatch'),
      opaque: true,
      kind: 'watcher',
      acquire: [made(lib('Geolocation', 'watchPosition'), 'eager')],
      release: [{ call: lib('Geolocation', 'clearWatch'), argument: 0, completion: 'sync' }],
      evidence: mdn('Geolocation/clearWatch'),
    },
    {
      type: lib('MessagePort'),
      alsoFrom: ['node:worker_threads'],
      kind: 'handle',
      acquire: [],
      release: [atOnce('close')],
      notes: ['The pair of a MessageChannel keeps the process alive while one side listens.'],
      evidence: [measured(onNode)],
    },
    {
      type: lib('ReadableStreamDefaultReader'),
      kind: 'lock',
      acquire: [],
      release: [atOnce('releaseLock'), promised('cancel', { quiet: true })],
      endsBy: { methods: ['closed'] },
      notes: ['The lock matters only when somebody else wants to read; reading to the end is enough.'],
      evidence: mdn('ReadableStreamDefaultReader/releaseLock'),
    },
    {
      type: lib('WritableStreamDefaultWriter'),
      kind: 'lock',
      acquire: [],
      release: [promised('close'), atOnce('releaseLock'), promised('abort', { abrupt: true })],
      evidence: mdn('WritableStreamDefaultWriter/close'),
    },
  ],
  nonResources: [
    { type: lib('Notification'), because: 'the platform takes it away' },
    { type: lib('ImageBitmap'), because: 'memory that the collector frees; close() only frees it sooner' },
  ],
  sinks: [{ call: lib('ReadableStream', 'pipeTo'), takes: 0, evidence: mdn('ReadableStream/pipeTo') }],
};
