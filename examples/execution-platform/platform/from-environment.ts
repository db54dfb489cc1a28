import { MemoryPlatform } from './memory/platform.ts';
import type { Platform } from './platform.ts';
import { RealDatabase } from './real/database.ts';
import { RealKafka } from './real/kafka.ts';
import { RealKubernetes } from './real/kubernetes.ts';
import { RealRedisClient } from './real/redis.ts';
import type { Probe } from './trace/probe.ts';

export interface Environment {
  KAFKA_BROKERS?: string;
  REDIS_URL?: string;
  DATABASE_URL?: string;
  KUBERNETES_NAMESPACE?: string;
  HTTP_PORT?: string;
}

/** Real clients for the servers that the environment names, in-memory ones for the rest. */
export function platformFromEnvironment(environment: Environment, probe?: Probe): Platform {
  const { KAFKA_BROKERS, REDIS_URL, DATABASE_URL, KUBERNETES_NAMESPACE, HTTP_PORT } = environment;
  const memory = new MemoryPlatform(probe, {}, HTTP_PORT ? { host: '127.0.0.1', port: Number(HTTP_PORT) } : undefined);
  return {
    settings: memory.settings,
    kafka: KAFKA_BROKERS ? new RealKafka(KAFKA_BROKERS) : memory.kafka,
    redis: () => (REDIS_URL ? new RealRedisClient(REDIS_URL) : memory.redis()),
    database: () => (DATABASE_URL ? new RealDatabase(DATABASE_URL) : memory.database()),
    kubernetes: () => (KUBERNETES_NAMESPACE ? new RealKubernetes(KUBERNETES_NAMESPACE) : memory.kubernetes()),
    http: () => memory.http(),
  };
}
