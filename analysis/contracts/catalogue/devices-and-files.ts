import type { Family } from '../contract.ts';
import { atOnce, built, calledBack, documented, inPackage, made, probed, promised, read } from './naming.ts';

const tmp = inPackage('tmp');
const tmpPromise = inPackage('tmp-promise');
const execa = inPackage('execa');
const serial = inPackage('serialport');

export const devicesAndFiles: Family = {
  contracts: [
    {
      type: inPackage('yauzl')('ZipFile'),
      kind: 'handle',
      acquire: [],
      release: [atOnce('close')],
      endsBy: { events: ['end', 'close'] },
      notes: ['With autoClose (the default) it closes after the last entry.'],
      evidence: [read('yauzl 3.4', 'typings'), documented('yauzl 3', 'https://github.com/thejoshwolfe/yauzl#close')],
    },
    {
      type: tmp('FileResult'),
      alsoNamed: ['DirResult'],
      kind: 'handle',
      acquire: [{ ...made(tmp('fileSync'), 'eager'), likely: true }, { ...made(tmp('dirSync'), 'eager'), likely: true }],
      release: [atOnce('removeCallback')],
      notes: ['setGracefulCleanup() removes what is left at exit.'],
      evidence: [probed('tmp 0.2'), read('tmp 0.2', 'typings'), documented('tmp 0.2', 'https://github.com/raszi/node-tmp')],
    },
    {
      type: tmpPromise('FileResult'),
      alsoNamed: ['DirectoryResult'],
      kind: 'handle',
      acquire: [made(tmpPromise('file'), 'eager'), made(tmpPromise('dir'), 'eager')],
      release: [promised('cleanup', { again: 'hangs' })],
      evidence: [probed('tmp-promise 3.0'), read('tmp-promise 3.0', 'typings'), documented('tmp-promise 3', 'https://github.com/benjamingr/tmp-promise')],
    },
    {
      type: inPackage('node-pty')('IPty'),
      kind: 'process',
      acquire: [made(inPackage('node-pty')('spawn'), 'eager')],
      release: [atOnce('kill')],
      endsBy: { methods: ['onExit'] },
      evidence: [read('node-pty 1.1', 'typings'), documented('node-pty 1', 'https://github.com/microsoft/node-pty')],
    },
    {
      type: execa('ResultPromise'),
      kind: 'process',
      acquire: [],
      release: [{ method: 'kill', completion: 'event', event: 'exit' }],
      endsBy: { events: ['exit', 'close'], methods: ['then'] },
      notes: ['Awaiting it waits for the natural end.', 'Children are killed when the parent exits (cleanup: true).'],
      evidence: [read('execa 9.6', 'typings'), documented('execa 9', 'https://github.com/sindresorhus/execa/blob/main/docs/termination.md')],
    },
    {
      type: serial('SerialPort'),
      kind: 'connection',
      acquire: [built('eager', [{ property: 'autoOpen', equals: false, begins: 'start' }])],
      start: [{ method: 'open', completion: 'callback', restartable: true }],
      release: [calledBack('close'), { method: 'destroy', completion: 'event', event: 'close', abrupt: true }],
      dispose: { async: 'lossy' },
      evidence: [read('serialport 13.0', 'typings'), documented('serialport 13', 'https://serialport.io/docs/api-stream#close')],
    },
    {
      type: inPackage('bonjour-service')('Bonjour'),
      alsoNamed: ['default'],
      kind: 'service',
      acquire: [built('eager')],
      release: [atOnce('destroy')],
      evidence: [probed('bonjour-service 1.4'), read('bonjour-service 1.4', 'typings'), documented('bonjour-service 1', 'https://github.com/onlxltd/bonjour-service')],
    },
    {
      type: inPackage('bonjour-service')('Browser'),
      kind: 'subscription',
      acquire: [made(inPackage('bonjour-service')('Bonjour', 'find'), 'eager')],
      start: [{ method: 'start', completion: 'sync', restartable: true }],
      release: [atOnce('stop')],
      evidence: [read('bonjour-service 1.4', 'typings'), documented('bonjour-service 1', 'https://github.com/onlxltd/bonjour-service')],
    },
    {
      type: inPackage('zigbee-herdsman')('Controller'),
      kind: 'service',
      acquire: [built('start')],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [promised('stop', { beforeStart: 'rejects' })],
      evidence: [probed('zigbee-herdsman 4.5'), read('zigbee-herdsman 4.5', 'typings'), documented('zigbee-herdsman 4', 'https://github.com/Koenkk/zigbee-herdsman')],
    },
  ],
};
