import type { Database } from './ports/database.ts';
import type { HttpServer } from './ports/http.ts';
import type { Kafka } from './ports/kafka.ts';
import type { KubernetesClients } from './ports/kubernetes.ts';
import type { RedisClient } from './ports/redis.ts';
import type { Settings } from './settings.ts';

/** Where the clients come from; nothing here is connected yet. */
export interface Platform {
  readonly settings: Settings;
  readonly kafka: Kafka;
  redis(): RedisClient;
  kubernetes(): KubernetesClients;
  database(): Database;
  http(): HttpServer;
}
