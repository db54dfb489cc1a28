import type { Family } from '../contract.ts';
import { built, calledBack, documented, inPackage, made, measured, probed, promised, read } from './naming.ts';

const hapi = inPackage('@hapi/hapi');
const common = inPackage('@nestjs/common');
const core = inPackage('@nestjs/core');
const microservices = inPackage('@nestjs/microservices');
const apollo = inPackage('@apollo/server');

const nest = [measured('@nestjs/core 12.5')];
const appNotes = [
  'A second close() runs every shutdown hook again; a shutdown in flight is shared.',
  'A failed init leaves the earlier modules live.',
  'enableShutdownHooks() is a registered teardown.',
];

export const httpServers: Family = {
  contracts: [
    {
      type: hapi('Server'),
      kind: 'application',
      acquire: [made(hapi('server'), 'start'), built('start')],
      start: [
        { method: 'start', completion: 'promise', restartable: true },
        { method: 'initialize', completion: 'promise', restartable: true },
      ],
      release: [promised('stop')],
      evidence: [probed('@hapi/hapi 21.4'), read('@hapi/hapi 21.4', 'typings'), documented('@hapi/hapi 21', 'https://hapi.dev/api/#-await-serverstopoptions')],
    },
    {
      type: common('INestApplication'),
      alsoNamed: ['INestApplicationContext', 'INestMicroservice', 'NestApplication', 'NestApplicationContext'],
      alsoFrom: ['@nestjs/core'],
      kind: 'application',
      acquire: [
        made(core('NestFactoryStatic', 'create'), 'start'),
        made(core('NestFactoryStatic', 'createApplicationContext'), 'eager'),
        made(core('NestFactoryStatic', 'createMicroservice'), 'start'),
      ],
      start: [
        { method: 'listen', completion: 'promise' },
        { method: 'init', completion: 'promise' },
      ],
      release: [promised('close'), { method: 'enableShutdownHooks', completion: 'sync' }],
      fluent: ['init', 'enableShutdownHooks'],
      notes: appNotes,
      evidence: nest,
    },
    {
      type: microservices('ClientProxy'),
      alsoNamed: ['ClientKafka', 'ClientRedis', 'ClientNats', 'ClientMqtt', 'ClientRMQ', 'ClientTCP'],
      kind: 'client',
      acquire: [made(microservices('ClientProxyFactory', 'create'), 'lazy')],
      start: [{ method: 'connect', completion: 'promise' }],
      release: [promised('close')],
      evidence: [read('@nestjs/microservices 12.1', 'typings'), documented('@nestjs/microservices 11', 'https://docs.nestjs.com/microservices/basics#client')],
    },
    {
      type: apollo('ApolloServer'),
      kind: 'service',
      acquire: [built('start')],
      start: [{ method: 'start', completion: 'promise', final: true }],
      release: [promised('stop', { beforeStart: 'rejects' })],
      notes: ['It cannot be started again; stopping twice is safe.'],
      evidence: [measured('@apollo/server 5.5')],
    },
    {
      type: inPackage('http-proxy')('Server'),
      alsoNamed: ['default'],
      kind: 'server',
      acquire: [made(inPackage('http-proxy')('Server', 'createProxyServer'), 'start'), made(inPackage('http-proxy')('Server', 'createServer'), 'start')],
      start: [{ method: 'listen', completion: 'sync' }],
      release: [calledBack('close')],
      fluent: ['listen'],
      evidence: [read('http-proxy 1.18', 'typings'), documented('http-proxy 1', 'https://github.com/http-party/node-http-proxy#shutdown')],
    },
  ],
  nonResources: [
    { type: inPackage('koa')('Application'), because: 'an application that listens to nothing; the server of listen() is the resource' },
    { type: inPackage('express')('Express'), because: 'an application that listens to nothing; the server of listen() is the resource' },
    { type: inPackage('hono')('Hono'), because: 'an application that listens to nothing' },
  ],
};
