import type { Family } from '../contract.ts';
import { atOnce, built, documented, inPackage, made, probed, promised, read } from './naming.ts';

const kubernetes = inPackage('@kubernetes/client-node');
const mailer = inPackage('nodemailer');

export const networkClients: Family = {
  contracts: [
    {
      type: mailer('Transporter'),
      alsoNamed: ['Mail'],
      kind: 'pool',
      acquire: [made(mailer('createTransport'), 'start', [{ property: 'pool', equals: true, begins: 'lazy' }])],
      release: [atOnce('close')],
      notes: ['Without { pool: true } every message opens and closes a connection of its own.'],
      evidence: [probed('nodemailer 10.6'), read('nodemailer 10.6', 'typings'), documented('nodemailer 7', 'https://nodemailer.com/smtp/pooled')],
    },
    {
      type: inPackage('imapflow')('ImapFlow'),
      kind: 'connection',
      acquire: [built('start')],
      start: [{ method: 'connect', completion: 'promise' }],
      release: [promised('logout', { beforeStart: 'rejects' }), atOnce('close', { abrupt: true })],
      dispose: { async: 'exact' },
      evidence: [probed('imapflow 2.10'), read('imapflow 2.10', 'typings'), documented('imapflow 1', 'https://imapflow.com/docs/api/imapflow-client')],
    },
    {
      type: inPackage('ssh2')('Client'),
      kind: 'connection',
      acquire: [built('start')],
      start: [{ method: 'connect', completion: 'event', restartable: true }],
      release: [{ method: 'end', completion: 'event', event: 'close' }, { method: 'destroy', completion: 'event', event: 'close', abrupt: true }],
      endsBy: { events: ['close'] },
      fluent: ['connect', 'end', 'destroy', 'on', 'once'],
      evidence: [probed('ssh2 1.17'), read('ssh2 1.17', 'typings'), documented('ssh2 1', 'https://github.com/mscdex/ssh2#client-methods')],
    },
    {
      type: inPackage('basic-ftp')('Client'),
      kind: 'connection',
      acquire: [built('start')],
      start: [
        { method: 'access', completion: 'promise', restartable: true },
        { method: 'connect', completion: 'promise', restartable: true },
      ],
      release: [atOnce('close')],
      evidence: [probed('basic-ftp 6.2'), read('basic-ftp 6.2', 'typings'), documented('basic-ftp 5', 'https://github.com/patrickjuchli/basic-ftp#client-api')],
    },
    {
      type: kubernetes('Watch'),
      kind: 'watcher',
      opaque: true,
      acquire: [made(kubernetes('Watch', 'watch'), 'eager')],
      release: [atOnce('abort')],
      notes: ['watch() resolves to an AbortController that is easily dropped; aborting it is the only release.'],
      evidence: [read('@kubernetes/client-node 2.0')],
    },
    {
      type: kubernetes('Informer'),
      alsoNamed: ['ListWatch'],
      kind: 'watcher',
      acquire: [made(kubernetes('makeInformer'), 'start')],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [promised('stop')],
      notes: ['stop() aborts and does not wait for a list in flight.'],
      evidence: [read('@kubernetes/client-node 2.0')],
    },
    {
      type: inPackage('ethers')('WebSocketProvider'),
      kind: 'connection',
      acquire: [built('eager')],
      release: [promised('destroy')],
      evidence: [read('ethers 6.17', 'typings'), documented('ethers 6', 'https://docs.ethers.org/v6/api/providers/websocket/')],
    },
    {
      type: inPackage('ethers')('JsonRpcProvider'),
      kind: 'client',
      acquire: [],
      release: [atOnce('destroy')],
      notes: ['It polls only while somebody listens.'],
      evidence: [read('ethers 6.17', 'typings'), documented('ethers 6', 'https://docs.ethers.org/v6/api/providers/jsonrpc/')],
    },
    {
      type: inPackage('@libp2p/interface')('Libp2p'),
      alsoFrom: ['libp2p'],
      kind: 'service',
      acquire: [made(inPackage('libp2p')('createLibp2p'), 'eager', [{ property: 'start', equals: false, begins: 'start' }])],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [promised('stop')],
      evidence: [probed('libp2p 3.3'), read('libp2p 3.3', 'typings'), documented('libp2p 2', 'https://libp2p.github.io/js-libp2p/functions/libp2p.createLibp2p.html')],
    },
  ],
};
