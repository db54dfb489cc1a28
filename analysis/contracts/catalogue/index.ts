import type { Family } from '../contract.ts';
import { bullmq } from './bullmq.ts';
import { disposableStacks } from './disposable-stacks.ts';
import { emitters } from './emitters.ts';
import { fastify } from './fastify.ts';
import { kafka } from './kafka.ts';
import { nodeFs } from './node-fs.ts';
import { nodeHttp } from './node-http.ts';
import { nodeMisc } from './node-misc.ts';
import { nodeNet } from './node-net.ts';
import { nodeProcess } from './node-process.ts';
import { nodeStreams } from './node-streams.ts';
import { nonResources } from './non-resources.ts';
import { pg } from './pg.ts';
import { redis } from './redis.ts';
import { testRunners } from './test-runners.ts';
import { timersFamily } from './timers.ts';
import { ws } from './ws.ts';

/** The built-in catalogue: one family a file. */
export const families: Readonly<Record<string, Family>> = {
  timers: timersFamily,
  'node-net': nodeNet,
  'node-http': nodeHttp,
  'node-process': nodeProcess,
  'node-fs': nodeFs,
  'node-streams': nodeStreams,
  'node-misc': nodeMisc,
  emitters,
  'disposable-stacks': disposableStacks,
  kafka,
  redis,
  pg,
  bullmq,
  ws,
  fastify,
  'test-runners': testRunners,
  'non-resources': nonResources,
};
