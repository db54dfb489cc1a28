import type { Family } from '../contract.ts';
import { atOnce, built, documented, inPackage, made, promised, read } from './naming.ts';

const containers = inPackage('testcontainers');
const mongo = inPackage('mongodb-memory-server-core');
const redis = inPackage('redis-memory-server');
const msw = inPackage('msw');

const memoryMongo = (name: string) => ({
  type: mongo(name),
  alsoFrom: ['mongodb-memory-server'],
  kind: 'server' as const,
  acquire: [made(mongo(name, 'create'), 'eager'), built('start')],
  start: [{ method: 'start', completion: 'promise' as const, restartable: true as const }],
  release: [promised('stop')],
  dispose: { async: 'exact' as const },
  evidence: [read('mongodb-memory-server 11.3', 'typings'), documented('mongodb-memory-server 10', 'https://typegoose.github.io/mongodb-memory-server/docs/guides/quick-start-guide')],
});

const container = (name: string, acquire: ReturnType<typeof made>[], release: string) => ({
  type: containers(name),
  kind: 'server' as const,
  acquire,
  release: [promised(release)],
  dispose: { async: 'exact' as const },
  evidence: [read('testcontainers 12.0')],
});

export const testServers: Family = {
  contracts: [
    { ...container('StartedTestContainer', [made(containers('GenericContainer', 'start'), 'eager')], 'stop'), alsoNamed: ['StartedGenericContainer', 'AbstractStartedContainer'] },
    container('StartedNetwork', [made(containers('Network', 'start'), 'eager')], 'stop'),
    { ...container('StartedDockerComposeEnvironment', [made(containers('DockerComposeEnvironment', 'up'), 'eager')], 'stop'), release: [promised('down'), promised('stop')] },
    memoryMongo('MongoMemoryServer'),
    memoryMongo('MongoMemoryReplSet'),
    {
      type: redis('RedisMemoryServer'),
      kind: 'server',
      acquire: [made(redis('RedisMemoryServer', 'create'), 'eager'), built('start')],
      start: [{ method: 'start', completion: 'promise' }],
      release: [promised('stop')],
      evidence: [read('redis-memory-server 0.17', 'typings'), documented('redis-memory-server 0.17', 'https://github.com/mhassan1/redis-memory-server')],
    },
    {
      type: msw('SetupServerApi'),
      alsoNamed: ['SetupServer'],
      alsoFrom: ['msw/node'],
      kind: 'server',
      acquire: [made(inPackage('msw')('setupServer'), 'start')],
      start: [{ method: 'listen', completion: 'sync', restartable: true }],
      release: [atOnce('close')],
      evidence: [read('msw 2.15', 'typings'), documented('msw 2', 'https://mswjs.io/docs/api/setup-server/')],
    },
    {
      type: msw('SetupWorkerApi'),
      alsoNamed: ['SetupWorker'],
      alsoFrom: ['msw/browser'],
      kind: 'worker',
      acquire: [made(inPackage('msw')('setupWorker'), 'start')],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [atOnce('stop')],
      evidence: [read('msw 2.15', 'typings'), documented('msw 2', 'https://mswjs.io/docs/api/setup-worker/')],
    },
    {
      type: inPackage('sinon')('SinonFakeTimers'),
      kind: 'handle',
      acquire: [made(inPackage('sinon')('SinonSandbox', 'useFakeTimers'), 'eager')],
      release: [atOnce('restore')],
      evidence: [read('sinon 22.1', 'typings'), documented('sinon 22', 'https://sinonjs.org/releases/latest/fake-timers/')],
    },
  ],
  nonResources: [
    { type: inPackage('sinon')('SinonStub'), because: 'restored by its sandbox' },
    { type: inPackage('sinon')('SinonSpy'), because: 'restored by its sandbox' },
  ],
};
