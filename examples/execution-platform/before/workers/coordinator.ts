import { EventStore } from '../../platform/event-store.ts';
import { ExecutionRepository } from '../../platform/execution-repository.ts';
import type { Platform } from '../../platform/platform.ts';
import { SchemaRegistry } from '../../platform/schema-registry.ts';
import { nextSignal } from '../../platform/signals.ts';
import { Coordinator } from '../services/coordinator.ts';
import { IdempotencyStore } from '../services/idempotency-store.ts';
import { KafkaProducer } from '../services/kafka-producer.ts';

export async function runCoordinator(platform: Platform): Promise<void> {
  const database = new platform.Database();
  await database.connect(); // FINDING: lifecycle/require-disposal
  const redis = new platform.Redis();
  await redis.connect(); // FINDING: lifecycle/require-disposal
  const producer = new KafkaProducer(platform.kafka, new SchemaRegistry(database), platform.settings);
  await producer.start(); // FINDING: lifecycle/require-disposal
  const idempotency = new IdempotencyStore(redis, platform.settings);
  const coordinator = new Coordinator(platform, producer, new EventStore(database), new ExecutionRepository(database), idempotency);
  process.on('SIGTERM', () => {
    coordinator.stop(); // BUG B11: lifecycle/no-floating-stop
  });
  await coordinator.start();
  await nextSignal();
  await producer.stop();
  await redis.close(); // FINDING: lifecycle/require-isolated-stops
  await database.close();
}
