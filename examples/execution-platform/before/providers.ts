import { asFunction, asValue, createContainer, type AwilixContainer } from 'awilix';
import type { Platform } from '../platform/platform.ts';
import type { Database } from '../platform/ports/database.ts';
import { SchemaRegistry } from '../platform/schema-registry.ts';
import { KafkaProducer } from './services/kafka-producer.ts';
import { PodMonitor } from './services/pod-monitor.ts';

export interface Providers {
  platform: Platform;
  database: Promise<Database>;
  registry: Promise<SchemaRegistry>;
  producer: Promise<KafkaProducer>;
  podMonitor: Promise<PodMonitor>;
}

export function createProviders(platform: Platform): AwilixContainer<Providers> {
  return createContainer<Providers>().register({
    platform: asValue(platform),
    database: asFunction(async ({ platform }: Providers) => {
      const database = new platform.Database();
      await database.connect();
      return database;
    })
      .singleton()
      .disposer(async (database) => (await database).close()),
    registry: asFunction(async ({ database }: Providers) => new SchemaRegistry(await database)).singleton(),
    producer: asFunction(async ({ platform, registry }: Providers) => {
      const producer = new KafkaProducer(platform.kafka, await registry, platform.settings);
      await producer.start(); // BUG B21: lifecycle/no-start-in-provider
      return producer;
    }).singleton(),
    podMonitor: asFunction(async ({ platform, producer }: Providers) => {
      const ready = await producer;
      const kubernetes = new platform.Kubernetes();
      await kubernetes.connect(); // BUG B16: lifecycle/no-start-in-provider
      return new PodMonitor(kubernetes, ready, platform.settings);
    }).singleton(),
  });
}
