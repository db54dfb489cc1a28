import { boundClass } from './bound-class.ts';
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

export function memoryPlatformFor({ HTTP_PORT }: Environment, probe?: Probe): MemoryPlatform {
  return new MemoryPlatform(probe, {}, HTTP_PORT ? { host: '127.0.0.1', port: Number(HTTP_PORT) } : undefined);
}

/** Real clients for the servers that the environment names, in-memory ones for the rest. */
export function platformFromEnvironment(environment: Environment, memory = memoryPlatformFor(environment)): Platform {
  const { KAFKA_BROKERS, REDIS_URL, DATABASE_URL, KUBERNETES_NAMESPACE } = environment;
  return {
    settings: memory.settings,
    bus: memory.bus,
    kafka: KAFKA_BROKERS ? new RealKafka(KAFKA_BROKERS) : memory.kafka,
    Redis: REDIS_URL ? boundClass(RealRedisClient, REDIS_URL) : memory.Redis,
    Database: DATABASE_URL ? boundClass(RealDatabase, DATABASE_URL) : memory.Database,
    Kubernetes: KUBERNETES_NAMESPACE ? boundClass(RealKubernetes, KUBERNETES_NAMESPACE) : memory.Kubernetes,
    HttpServer: memory.HttpServer,
  };
}
