import type { Database } from './ports/database.ts';
import type { HttpServer } from './ports/http.ts';
import type { Kafka } from './ports/kafka.ts';
import type { KubernetesClients } from './ports/kubernetes.ts';
import type { RedisClient } from './ports/redis.ts';
import type { ProcessBus } from './process-bus.ts';
import type { Settings } from './settings.ts';

/** The classes of the clients, in memory or real. A new client is not connected yet. */
export interface Platform {
  readonly settings: Settings;
  readonly kafka: Kafka;
  readonly bus: ProcessBus;
  readonly Redis: new () => RedisClient;
  readonly Kubernetes: new () => KubernetesClients;
  readonly Database: new () => Database;
  readonly HttpServer: new () => HttpServer;
}
