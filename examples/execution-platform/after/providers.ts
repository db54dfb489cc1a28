import { asFunction, asValue, createContainer, type AwilixContainer } from 'awilix';
import { topics } from '../platform/domain.ts';
import { EventStore } from '../platform/event-store.ts';
import { ExecutionRepository } from '../platform/execution-repository.ts';
import type { Platform } from '../platform/platform.ts';
import type { Database } from '../platform/ports/database.ts';
import type { HttpServer } from '../platform/ports/http.ts';
import type { KubernetesClients } from '../platform/ports/kubernetes.ts';
import type { RedisClient } from '../platform/ports/redis.ts';
import { SchemaRegistry } from '../platform/schema-registry.ts';
import { Coordinator } from './services/coordinator.ts';
import { DlqManager } from './services/dlq-manager.ts';
import { EventBusManager } from './services/event-bus-manager.ts';
import { EventReplayService } from './services/event-replay-service.ts';
import { EventStoreConsumer } from './services/event-store-consumer.ts';
import { IdempotencyStore } from './services/idempotency-store.ts';
import { KafkaProducer } from './services/kafka-producer.ts';
import { KubernetesWorker } from './services/kubernetes-worker.ts';
import { PodMonitor } from './services/pod-monitor.ts';
import { ResultProcessor } from './services/result-processor.ts';
import { SseBridge } from './services/sse-bridge.ts';

export interface Providers {
  platform: Platform;
  database: Database;
  redis: RedisClient;
  kubernetes: KubernetesClients;
  http: HttpServer;
  registry: SchemaRegistry;
  executions: ExecutionRepository;
  eventStore: EventStore;
  producer: KafkaProducer;
  idempotency: IdempotencyStore;
  coordinator: Coordinator;
  kubernetesWorker: KubernetesWorker;
  podMonitor: PodMonitor;
  sseBridge: SseBridge;
  eventStoreConsumer: EventStoreConsumer;
  resultProcessor: ResultProcessor;
  dlqManager: DlqManager;
  eventBuses: EventBusManager;
  eventReplay: EventReplayService;
}

/** One instance each, and none of them started: that is for the entry point that asks for it. */
export function createProviders(platform: Platform): AwilixContainer<Providers> {
  return createContainer<Providers>().register({
    platform: asValue(platform),
    ...infrastructure(),
    ...services(),
  });
}

function infrastructure() {
  return {
    database: asFunction(({ platform }: Providers) => new platform.Database()).singleton(),
    redis: asFunction(({ platform }: Providers) => new platform.Redis()).singleton(),
    kubernetes: asFunction(({ platform }: Providers) => new platform.Kubernetes()).singleton(),
    http: asFunction(({ platform }: Providers) => new platform.HttpServer()).singleton(),
    registry: asFunction(({ database }: Providers) => new SchemaRegistry(database)).singleton(),
    executions: asFunction(({ database }: Providers) => new ExecutionRepository(database)).singleton(),
    eventStore: asFunction(({ database }: Providers) => new EventStore(database)).singleton(),
  };
}

function services() {
  return {
    producer: asFunction(({ platform, registry }: Providers) => new KafkaProducer(platform.kafka, registry, platform.settings)).singleton(),
    idempotency: asFunction(({ platform, redis }: Providers) => new IdempotencyStore(redis, platform.settings)).singleton(),
    coordinator: asFunction(
      ({ platform, producer, eventStore, executions, idempotency }: Providers) => new Coordinator(platform, producer, eventStore, executions, idempotency),
    ).singleton(),
    kubernetesWorker: asFunction(({ platform, producer, eventStore }: Providers) => new KubernetesWorker(platform, producer, eventStore)).singleton(),
    podMonitor: asFunction(({ platform, kubernetes, producer }: Providers) => new PodMonitor(kubernetes, producer, platform.settings)).singleton(),
    sseBridge: asFunction(({ platform, registry, redis }: Providers) => new SseBridge(platform, registry, redis)).singleton(),
    eventStoreConsumer: asFunction(
      ({ platform, eventStore, producer }: Providers) => new EventStoreConsumer(platform, eventStore, Object.values(topics), producer),
    ).singleton(),
    resultProcessor: asFunction(
      ({ platform, executions, producer, idempotency }: Providers) => new ResultProcessor(platform, executions, producer, idempotency),
    ).singleton(),
    dlqManager: asFunction(({ platform, database, producer }: Providers) => new DlqManager(platform, database, producer)).singleton(),
    eventBuses: asFunction(({ platform }: Providers) => new EventBusManager(platform)).singleton(),
    eventReplay: asFunction(
      ({ platform, executions, producer, eventStore }: Providers) => new EventReplayService(executions, producer, eventStore, platform.bus),
    ).singleton(),
  };
}
