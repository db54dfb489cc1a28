import { spawn } from 'node:child_process';
import dgram from 'node:dgram';
import fs from 'node:fs';
import { mkdtemp, open, opendir, readFile } from 'node:fs/promises';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import { createHook } from 'node:async_hooks';
import readline from 'node:readline';
import { PassThrough } from 'node:stream';
import tls from 'node:tls';
import { createTracing } from 'node:trace_events';
import { GCProfiler } from 'node:v8';
import { BroadcastChannel, Worker } from 'node:worker_threads';
import { calledBack } from './observe.mjs';

const folder = await mkdtemp(path.join(tmpdir(), 'probe-'));
const listening = (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));

const servers = [
  ['node:net#Server', () => net.createServer()],
  ['node:tls#Server', () => tls.createServer({})],
  ['node:http#Server', () => http.createServer()],
  ['node:https#Server', () => https.createServer({})],
  ['node:http2#Http2Server', () => http2.createServer()],
].map(([subject, create]) => ({
  subject,
  release: 'close',
  fresh: create,
  make: () => listening(create()),
  stop: (server) => calledBack((done) => server.close(done)),
  closed: (server) => !server.listening,
}));

async function lostByDisposal() {
  const file = path.join(folder, 'written');
  const stream = fs.createWriteStream(file);
  stream.on('error', () => {});
  for (let i = 0; i < 64; i++) stream.write(Buffer.alloc(65_536));
  stream.end();
  await stream[Symbol.asyncDispose]().catch(() => {});
  return (await readFile(file).catch(() => Buffer.alloc(0))).length < 64 * 65_536;
}

export const probes = [
  ...servers,
  {
    subject: 'node:dgram#Socket',
    release: 'close',
    make: () => {
      const socket = dgram.createSocket('udp4');
      return new Promise((resolve) => socket.bind(0, '127.0.0.1', () => resolve(socket)));
    },
    fresh: () => dgram.createSocket('udp4'),
    closed: (socket) => {
      try {
        socket.address();
        return false;
      } catch {
        return true;
      }
    },
  },
  { subject: 'node:http#Agent', release: 'destroy', make: () => new http.Agent({ keepAlive: true }) },
  { subject: 'node:fs/promises#FileHandle', release: 'close', make: () => open(path.join(folder, 'file'), 'w'), closed: (handle) => handle.fd === -1 },
  { subject: 'node:fs#FileDescriptor', release: 'closeSync', make: () => fs.openSync(path.join(folder, 'file'), 'w'), stop: (fd) => fs.closeSync(fd) },
  { subject: 'node:fs#Dir', release: 'close', make: () => opendir(folder) },
  { subject: 'node:fs#Dir', release: 'closeSync', make: () => fs.opendirSync(folder), stop: (dir) => dir.closeSync() },
  { subject: 'node:fs#FSWatcher', release: 'close', make: () => fs.watch(folder) },
  { subject: 'node:fs#WriteStream', release: 'destroy', make: () => fs.createWriteStream(path.join(folder, 'w')), loses: lostByDisposal },
  { subject: 'node:child_process#ChildProcess', release: 'kill', make: () => spawn(process.execPath, ['-e', 'setTimeout(() => {}, 5000)']), closed: (child) => child.exitCode !== null || child.signalCode !== null },
  { subject: 'node:worker_threads#Worker', release: 'terminate', make: () => new Worker('setTimeout(() => {}, 5000)', { eval: true }) },
  { subject: 'node:worker_threads#BroadcastChannel', release: 'close', make: () => new BroadcastChannel('probe') },
  { subject: 'node:readline#Interface', release: 'close', make: () => readline.createInterface({ input: new PassThrough() }) },
  { subject: 'node:perf_hooks#PerformanceObserver', release: 'disconnect', fresh: () => new PerformanceObserver(() => {}) },
  { subject: 'node:perf_hooks#ELDHistogram', release: 'disable', fresh: () => monitorEventLoopDelay() },
  { subject: 'node:async_hooks#AsyncHook', release: 'disable', fresh: () => createHook({}) },
  { subject: 'node:v8#GCProfiler', release: 'stop', fresh: () => new GCProfiler() },
  { subject: 'node:trace_events#Tracing', release: 'disable', fresh: () => createTracing({ categories: ['node.perf'] }) },
  { subject: 'node:inspector#Session', release: 'disconnect', fresh: () => new inspector.Session() },
  { subject: 'lib#Timeout', release: 'close', make: () => setTimeout(() => {}, 5000), closed: (timer) => timer._destroyed },
  { subject: 'node:events#AbortListener', release: 'Symbol.dispose', make: async () => (await import('node:events')).addAbortListener(new AbortController().signal, () => {}), stop: (listener) => listener[Symbol.dispose]() },
];
