import type { Family } from '../contract.ts';
import { atOnce, built, calledBack, documented, inPackage, made, probed, promised, read } from './naming.ts';

const grpc = inPackage('@grpc/grpc-js');
const temporal = inPackage('@temporalio/worker');
const temporalClient = inPackage('@temporalio/client');
const mcp = inPackage('@modelcontextprotocol/sdk');
const moleculer = inPackage('moleculer');
const jsonrpc = inPackage('vscode-jsonrpc');
const graphqlWs = inPackage('graphql-ws');

const mcpPeer = (name: string, kind: 'client' | 'server') => ({
  type: mcp(name),
  kind,
  acquire: [built('start')],
  start: [{ method: 'connect', completion: 'promise' as const }],
  release: [promised('close')],
  notes: ['close() also closes the transport it was connected to.'],
  evidence: [probed('@modelcontextprotocol/sdk 1.32'), read('@modelcontextprotocol/sdk 1.32')],
});

export const rpc: Family = {
  contracts: [
    {
      type: grpc('Server'),
      kind: 'server',
      acquire: [built('start')],
      start: [{ method: 'bindAsync', completion: 'callback' }],
      release: [
        calledBack('tryShutdown', { promiseForm: 'new Promise<void>((resolve, reject) => $.tryShutdown((error) => (error ? reject(error) : resolve())))' }),
        atOnce('forceShutdown', { abrupt: true }),
      ],
      notes: ['tryShutdown() waits for open calls; bound it with a deadline and forceShutdown().'],
      evidence: [probed('@grpc/grpc-js 1.14'), read('@grpc/grpc-js 1.14')],
    },
    {
      type: grpc('Client'),
      kind: 'client',
      acquire: [built('lazy')],
      release: [atOnce('close')],
      evidence: [probed('@grpc/grpc-js 1.14'), read('@grpc/grpc-js 1.14', 'typings'), documented('@grpc/grpc-js 1', 'https://grpc.github.io/grpc/node/grpc.Client.html')],
    },
    {
      type: temporal('Worker'),
      kind: 'worker',
      acquire: [made(temporal('Worker', 'create'), 'start')],
      start: [{ method: 'run', completion: 'promise', runLoop: true, final: true }],
      release: [{ method: 'shutdown', completion: 'split', again: 'throws', beforeStart: 'throws' }],
      notes: ['shutdown() returns nothing; the promise of run() settles when the worker has drained.'],
      evidence: [read('@temporalio/worker 1.24')],
    },
    {
      type: temporal('NativeConnection'),
      kind: 'connection',
      acquire: [made(temporal('NativeConnection', 'connect'), 'eager')],
      release: [promised('close')],
      notes: ['close() rejects while a worker still uses it.'],
      evidence: [read('@temporalio/worker 1.24', 'typings'), documented('@temporalio/worker 1', 'https://typescript.temporal.io/api/classes/worker.NativeConnection')],
    },
    {
      type: temporalClient('Connection'),
      kind: 'connection',
      acquire: [made(temporalClient('Connection', 'connect'), 'eager'), made(temporalClient('Connection', 'lazy'), 'lazy')],
      release: [promised('close')],
      evidence: [read('@temporalio/client 1.24', 'typings'), documented('@temporalio/client 1', 'https://typescript.temporal.io/api/classes/client.Connection')],
    },
    mcpPeer('Client', 'client'),
    mcpPeer('McpServer', 'server'),
    mcpPeer('Server', 'server'),
    {
      type: moleculer('ServiceBroker'),
      kind: 'service',
      acquire: [built('start')],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [promised('stop')],
      evidence: [probed('moleculer 0.14'), read('moleculer 0.14', 'typings'), documented('moleculer 0.14', 'https://moleculer.services/docs/0.14/broker')],
    },
    {
      type: jsonrpc('MessageConnection'),
      kind: 'connection',
      acquire: [made(jsonrpc('createMessageConnection'), 'start')],
      start: [{ method: 'listen', completion: 'sync' }],
      release: [atOnce('dispose'), atOnce('end')],
      evidence: [probed('vscode-jsonrpc 10.0'), read('vscode-jsonrpc 10.0', 'typings'), documented('vscode-jsonrpc 8', 'https://github.com/microsoft/vscode-languageserver-node/tree/main/jsonrpc')],
    },
    {
      type: graphqlWs('Client'),
      kind: 'client',
      acquire: [made(graphqlWs('createClient'), 'lazy', [{ property: 'lazy', equals: false, begins: 'eager' }])],
      release: [promised('dispose'), atOnce('terminate', { abrupt: true })],
      evidence: [probed('graphql-ws 6.4'), read('graphql-ws 6.4', 'typings'), documented('graphql-ws 6', 'https://the-guild.dev/graphql/ws/docs/client/interfaces/Client')],
    },
    {
      type: graphqlWs('Unsubscribe'),
      opaque: true,
      kind: 'subscription',
      acquire: [made(graphqlWs('Client', 'subscribe'), 'eager')],
      release: [{ self: true, completion: 'sync' }],
      evidence: [read('graphql-ws 6.4', 'typings'), documented('graphql-ws 6', 'https://the-guild.dev/graphql/ws/docs/client/interfaces/Client')],
    },
  ],
};
