import { logError } from '../../platform/log.ts';
import type { Platform } from '../../platform/platform.ts';
import { SchemaRegistry } from '../../platform/schema-registry.ts';
import { nextSignal } from '../../platform/signals.ts';
import { DlqManager } from '../services/dlq-manager.ts';
import { KafkaProducer } from '../services/kafka-producer.ts';

export async function runDlqProcessor(platform: Platform): Promise<void> {
  const database = new platform.Database();
  await database.connect(); // FINDING: lifecycle/require-disposal
  const producer = new KafkaProducer(platform.kafka, new SchemaRegistry(database), platform.settings);
  await producer.start(); // FINDING: lifecycle/require-disposal
  const manager = new DlqManager(platform, database, producer);
  try {
    await manager.start();
    await nextSignal();
  } catch (error) {
    logError('dlq-processor', error);
    process.exit(0); // BUG B19: lifecycle/no-exit-before-stop
  } finally { // FINDING: lifecycle/prefer-dispose-stack
    await manager.stop();
    await producer.stop(); // BUG B14: lifecycle/require-isolated-stops
    await database.close();
  }
}
