import { ExecutionRepository } from '../../platform/execution-repository.ts';
import type { Platform } from '../../platform/platform.ts';
import { SchemaRegistry } from '../../platform/schema-registry.ts';
import { nextSignal } from '../../platform/signals.ts';
import { IdempotencyStore } from '../services/idempotency-store.ts';
import { KafkaProducer } from '../services/kafka-producer.ts';
import { ResultProcessor } from '../services/result-processor.ts';

export async function runResultProcessor(platform: Platform): Promise<void> {
  const database = new platform.Database();
  await database.connect(); // FINDING: lifecycle/require-disposal
  const redis = new platform.Redis();
  await redis.connect(); // FINDING: lifecycle/require-disposal
  let producer: KafkaProducer | undefined;
  let processor: ResultProcessor | undefined;
  try {
    producer = new KafkaProducer(platform.kafka, new SchemaRegistry(database), platform.settings);
    await producer.start();
    const idempotency = new IdempotencyStore(redis, platform.settings);
    processor = new ResultProcessor(platform, new ExecutionRepository(database), producer, idempotency);
    await processor.start();
    await nextSignal();
  } finally { // BUG B13: lifecycle/prefer-dispose-stack
    if (processor) await processor.stop();
    if (producer && !processor) await producer.stop();
  }
  await redis.close();
  await database.close(); // FINDING: lifecycle/require-isolated-stops
}
