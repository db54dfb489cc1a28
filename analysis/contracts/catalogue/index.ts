import type { Family } from '../contract.ts';
import { bots } from './bots.ts';
import { browserUi } from './browser-ui.ts';
import { browsers } from './browsers.ts';
import { buildTools } from './build-tools.ts';
import { bullmq } from './bullmq.ts';
import { databases } from './databases.ts';
import { devicesAndFiles } from './devices-and-files.ts';
import { disposableStacks } from './disposable-stacks.ts';
import { dom } from './dom.ts';
import { editors } from './editors.ts';
import { embeddedDatabases } from './embedded-databases.ts';
import { emitters } from './emitters.ts';
import { fastify } from './fastify.ts';
import { httpClients } from './http-clients.ts';
import { httpServers } from './http-servers.ts';
import { kafka } from './kafka.ts';
import { lifecycles } from './lifecycles.ts';
import { messaging } from './messaging.ts';
import { mongo } from './mongo.ts';
import { mysql } from './mysql.ts';
import { networkClients } from './network-clients.ts';
import { nodeFs } from './node-fs.ts';
import { nodeHttp } from './node-http.ts';
import { nodeMisc } from './node-misc.ts';
import { nodeNet } from './node-net.ts';
import { nodeProcess } from './node-process.ts';
import { nodeStreams } from './node-streams.ts';
import { nonResources } from './non-resources.ts';
import { pg } from './pg.ts';
import { queues } from './queues.ts';
import { reactive } from './reactive.ts';
import { realtime } from './realtime.ts';
import { redis } from './redis.ts';
import { rpc } from './rpc.ts';
import { sqlToolkits } from './sql-toolkits.ts';
import { telemetry } from './telemetry.ts';
import { testRunners } from './test-runners.ts';
import { testServers } from './test-servers.ts';
import { timers } from './timers.ts';
import { workerPools } from './worker-pools.ts';
import { ws } from './ws.ts';

/** The built-in catalogue: one family a file. */
export const families: Readonly<Record<string, Family>> = {
  timers,
  'node-net': nodeNet,
  'node-http': nodeHttp,
  'node-process': nodeProcess,
  'node-fs': nodeFs,
  'node-streams': nodeStreams,
  'node-misc': nodeMisc,
  emitters,
  'disposable-stacks': disposableStacks,
  dom,
  kafka,
  redis,
  pg,
  mysql,
  mongo,
  'sql-toolkits': sqlToolkits,
  'embedded-databases': embeddedDatabases,
  databases,
  bullmq,
  queues,
  messaging,
  rpc,
  ws,
  realtime,
  'http-clients': httpClients,
  'http-servers': httpServers,
  fastify,
  'build-tools': buildTools,
  'worker-pools': workerPools,
  browsers,
  'test-servers': testServers,
  'test-runners': testRunners,
  telemetry,
  bots,
  reactive,
  'devices-and-files': devicesAndFiles,
  'network-clients': networkClients,
  editors,
  'browser-ui': browserUi,
  lifecycles,
  'non-resources': nonResources,
};
