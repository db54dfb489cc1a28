import { EventStore } from '../../platform/event-store.ts';
import { ExecutionRepository } from '../../platform/execution-repository.ts';
import type { Platform } from '../../platform/platform.ts';
import { SchemaRegistry } from '../../platform/schema-registry.ts';
import { nextSignal } from '../../platform/signals.ts';
import { EventReplayService } from '../services/event-replay-service.ts';
import { KafkaProducer } from '../services/kafka-producer.ts';

export async function runEventReplay(platform: Platform): Promise<void> {
  const database = new platform.Database();
  await database.connect(); // FINDING: lifecycle/require-disposal
  const producer = new KafkaProducer(platform.kafka, new SchemaRegistry(database), platform.settings);
  await producer.start(); // FINDING: lifecycle/require-disposal
  let replay: EventReplayService | undefined;
  process.once('SIGTERM', async () => {
    await replay?.stop();
  });
  try {
    replay = new EventReplayService(new ExecutionRepository(database), producer, new EventStore(database), platform.bus);
    await replay.start();
    await nextSignal();
  } finally { // BUG B12: lifecycle/prefer-dispose-stack
    if (replay) await replay.stop();
  }
  await producer.stop();
  await database.close(); // FINDING: lifecycle/require-isolated-stops
}
