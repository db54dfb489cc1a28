import { boundClass } from './bound-class.ts';
import { MemoryPlatform } from './memory/platform.ts';
import type { Platform } from './platform.ts';
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

/** Real clients for the servers that the environment names, in-memory ones for the rest. A client library is loaded only when it is needed. */
export async function platformFromEnvironment(environment: Environment, memory = memoryPlatformFor(environment)): Promise<Platform> {
  const { KAFKA_BROKERS, REDIS_URL, DATABASE_URL, KUBERNETES_NAMESPACE } = environment;
  return {
    settings: memory.settings,
    bus: memory.bus,
    kafka: KAFKA_BROKERS ? new (await import('./real/kafka.ts')).RealKafka(KAFKA_BROKERS) : memory.kafka,
    Redis: REDIS_URL ? boundClass((await import('./real/redis.ts')).RealRedisClient, REDIS_URL) : memory.Redis,
    Database: DATABASE_URL ? boundClass((await import('./real/database.ts')).RealDatabase, DATABASE_URL) : memory.Database,
    Kubernetes: KUBERNETES_NAMESPACE ? boundClass((await import('./real/kubernetes.ts')).RealKubernetes, KUBERNETES_NAMESPACE) : memory.Kubernetes,
    HttpServer: memory.HttpServer,
  };
}
