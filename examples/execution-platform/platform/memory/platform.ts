import { EventEmitter } from 'node:events';
import { boundClass } from '../bound-class.ts';
import { FastifyServer, type ListenAddress } from '../fastify-server.ts';
import type { Platform } from '../platform.ts';
import type { Database } from '../ports/database.ts';
import type { HttpServer } from '../ports/http.ts';
import type { KubernetesClients } from '../ports/kubernetes.ts';
import type { RedisClient } from '../ports/redis.ts';
import type { ProcessBus } from '../process-bus.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import { Probe } from '../trace/probe.ts';
import { MemoryDatabase, type MemoryDocuments } from './database.ts';
import { MemoryKafka } from './kafka.ts';
import { MemoryCluster, MemoryKubernetes } from './kubernetes.ts';
import { MemoryRedis, MemoryRedisClient } from './redis.ts';

/** All servers in this process; whoever gets a client from here talks to the same ones. */
export class MemoryPlatform implements Platform {
  readonly settings: Settings;
  readonly probe: Probe;
  readonly kafka: MemoryKafka;
  readonly bus: ProcessBus = new EventEmitter();
  readonly cluster = new MemoryCluster();
  readonly documents: MemoryDocuments = new Map();
  readonly servers: HttpServer[] = [];
  readonly Redis: new () => RedisClient;
  readonly Kubernetes: new () => KubernetesClients;
  readonly Database: new () => Database;
  readonly HttpServer: new () => HttpServer;

  constructor(probe = new Probe(), settings: Partial<Settings> = {}, address?: ListenAddress) {
    this.probe = probe;
    this.settings = { ...defaultSettings, ...settings };
    this.kafka = new MemoryKafka(probe);
    this.Redis = boundClass(MemoryRedisClient, new MemoryRedis(), probe);
    this.Kubernetes = boundClass(MemoryKubernetes, this.cluster, probe);
    this.Database = boundClass(MemoryDatabase, this.documents, probe);
    this.HttpServer = boundClass(TracedServer, probe, this.servers, address);
  }
}

class TracedServer extends FastifyServer {
  readonly #probe: Probe;
  #closed = false;

  constructor(probe: Probe, servers: HttpServer[], address: ListenAddress | undefined) {
    super(address);
    this.#probe = probe;
    servers.push(this);
  }

  override listen(): Promise<void> {
    const { trace } = this.#probe;
    const { entry, who } = trace.laneOf(this, 'http');
    // Requests come in any order, so what one of them starts is no sibling of what another starts.
    this.app.addHook('onRequest', ({ id }, _reply, done) => trace.within({ entry, who: `request ${id}`, owner: who }, done));
    return this.#probe.acquire(this, 'http', () => super.listen());
  }

  override async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#probe.release(this, 'http', () => super.close());
  }
}
