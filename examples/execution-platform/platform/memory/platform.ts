import { FastifyServer, type ListenAddress } from '../fastify-server.ts';
import type { Platform } from '../platform.ts';
import type { Database } from '../ports/database.ts';
import type { HttpServer } from '../ports/http.ts';
import type { KubernetesClients } from '../ports/kubernetes.ts';
import type { RedisClient } from '../ports/redis.ts';
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
  readonly cluster = new MemoryCluster();
  readonly documents: MemoryDocuments = new Map();
  readonly servers: HttpServer[] = [];
  readonly #redis = new MemoryRedis();
  readonly #address: ListenAddress | undefined;

  constructor(probe = new Probe(), settings: Partial<Settings> = {}, address?: ListenAddress) {
    this.probe = probe;
    this.settings = { ...defaultSettings, ...settings };
    this.kafka = new MemoryKafka(probe);
    this.#address = address;
  }

  redis(): RedisClient {
    return new MemoryRedisClient(this.#redis, this.probe);
  }

  kubernetes(): KubernetesClients {
    return new MemoryKubernetes(this.cluster, this.probe);
  }

  database(): Database {
    return new MemoryDatabase(this.documents, this.probe);
  }

  http(): HttpServer {
    const server = new TracedServer(this.probe, this.#address);
    this.servers.push(server);
    return server;
  }
}

class TracedServer extends FastifyServer {
  readonly #probe: Probe;
  #closed = false;

  constructor(probe: Probe, address?: ListenAddress) {
    super(address);
    this.#probe = probe;
  }

  override listen(): Promise<void> {
    // What a request starts, it starts in the name of the server.
    this.app.addHook('onRequest', (_request, _reply, done) => this.#probe.trace.within(this.#probe.trace.laneOf(this, 'http'), done));
    return this.#probe.acquire(this, 'http', () => super.listen());
  }

  override async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#probe.release(this, 'http', () => super.close());
  }
}
