import { EventStore } from '../../platform/event-store.ts';
import type { Platform } from '../../platform/platform.ts';
import { SchemaRegistry } from '../../platform/schema-registry.ts';
import { nextSignal } from '../../platform/signals.ts';
import { KafkaProducer } from '../services/kafka-producer.ts';
import { KubernetesWorker } from '../services/kubernetes-worker.ts';

export async function runKubernetesWorker(platform: Platform): Promise<void> {
  const database = new platform.Database();
  await database.connect(); // FINDING: lifecycle/require-disposal
  const producer = new KafkaProducer(platform.kafka, new SchemaRegistry(database), platform.settings);
  await producer.start(); // BUG B10: lifecycle/require-disposal
  const worker = new KubernetesWorker(platform, producer, new EventStore(database));
  await worker.start();
  try {
    await nextSignal();
  } finally { // FINDING: lifecycle/prefer-dispose-stack
    await worker.stop();
    await producer.stop(); // FINDING: lifecycle/require-isolated-stops
    await database.close();
  }
}
