import type { Acquisition, Contract, Family, OptionCondition } from '../contract.ts';
import { inPackage, measured, read } from './naming.ts';

const ioredis = inPackage('ioredis');
const redisPackage = inPackage('redis');
const client = inPackage('@redis/client');

const lazyConnect: OptionCondition[] = [{ property: 'lazyConnect', equals: true, begins: 'start' }];

const ioredisClient = (name: string): Contract => ({
  type: ioredis(name),
  kind: 'client',
  acquire: [
    { by: 'new', begins: 'eager', options: lazyConnect },
    { by: 'call', of: ioredis(name, 'duplicate'), begins: 'eager', options: lazyConnect },
  ],
  start: [{ method: 'connect', completion: 'promise', queues: true, restartable: true }],
  release: [
    { method: 'quit', completion: 'promise', again: 'rejects' },
    { method: 'disconnect', completion: 'sync' },
  ],
  fluent: ['on', 'once', 'addListener'],
  notes: ['The constructor connects unless lazyConnect is set.', 'quit() after disconnect() rejects.'],
  evidence: [measured('ioredis 6.0')],
});

const nodeRedis = (name: string, factory: string): Acquisition[] => [
  { by: 'call', of: redisPackage(factory), begins: 'start' },
  { by: 'call', of: client(factory), begins: 'start' },
  { by: 'call', of: client(name, 'duplicate'), begins: 'start' },
];

const nodeRedisClient = (name: string, alsoNamed: string[], factory: string): Contract => ({
  type: redisPackage(name),
  alsoNamed,
  alsoFrom: ['@redis/client'],
  kind: 'client',
  acquire: nodeRedis(alsoNamed[0] ?? name, factory),
  start: [{ method: 'connect', completion: 'promise', restartable: true }],
  release: [
    { method: 'close', completion: 'promise', again: 'rejects', beforeStart: 'rejects' },
    { method: 'destroy', completion: 'sync', abrupt: true },
    { method: 'quit', completion: 'promise', again: 'rejects', beforeStart: 'rejects' },
    { method: 'disconnect', completion: 'promise', abrupt: true },
  ],
  fluent: ['connect', 'on', 'once', 'addListener'],
  notes: ['close() before connect() rejects with ClientClosedError.', 'quit() and disconnect() are deprecated.'],
  evidence: [measured('redis 6.3'), read('redis 6.3')],
});

export const redis: Family = {
  contracts: [
    { ...ioredisClient('Redis'), alsoNamed: ['default'] },
    ioredisClient('Cluster'),
    nodeRedisClient('RedisClientType', ['RedisClient'], 'createClient'),
    nodeRedisClient('RedisClusterType', ['RedisCluster'], 'createCluster'),
    {
      ...nodeRedisClient('RedisSentinelType', ['RedisSentinel'], 'createSentinel'),
      release: [
        { method: 'close', completion: 'promise' },
        { method: 'destroy', completion: 'promise', abrupt: true },
      ],
      notes: [],
      evidence: [read('redis 6.3')],
    },
  ],
};
