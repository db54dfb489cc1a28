import { EventStore } from '../platform/event-store.ts';
import { ExecutionRepository } from '../platform/execution-repository.ts';
import type { Platform } from '../platform/platform.ts';
import { SchemaRegistry } from '../platform/schema-registry.ts';
import type { Shutdown } from '../after/runtime/shutdown.ts';
import { Coordinator } from '../after/services/coordinator.ts';
import { IdempotencyStore } from '../after/services/idempotency-store.ts';
import { KafkaProducer } from '../after/services/kafka-producer.ts';

/** The coordinator on a stack whose infrastructure is entered after the services that need it, so it closes before them. */
export async function runCoordinator(platform: Platform, shutdown: Shutdown): Promise<void> {
  await using stack = new AsyncDisposableStack();
  using _deadline = shutdown.deadlineOnLeave();

  const database = new platform.Database();
  await database.connect(); // FINDING: lifecycle/require-disposal
  const redis = new platform.Redis();
  await redis.connect(); // FINDING: lifecycle/require-disposal

  const producer = new KafkaProducer(platform.kafka, new SchemaRegistry(database), platform.settings);
  await producer.start();
  stack.use(producer);

  const idempotency = new IdempotencyStore(redis, platform.settings);
  await idempotency.start();
  stack.use(idempotency);

  const coordinator = new Coordinator(platform, producer, new EventStore(database), new ExecutionRepository(database), idempotency);
  await coordinator.start();
  stack.use(coordinator);

  stack.defer(() => redis.close()); // BUG B20: lifecycle/require-reverse-stop-order
  stack.defer(() => database.close()); // BUG B20: lifecycle/require-reverse-stop-order

  await shutdown.requested;
}
