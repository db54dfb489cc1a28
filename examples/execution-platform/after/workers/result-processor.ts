import type { Platform } from '../../platform/platform.ts';
import { createProviders } from '../providers.ts';
import type { Shutdown } from '../runtime/shutdown.ts';

export async function runResultProcessor(platform: Platform, shutdown: Shutdown): Promise<void> {
  await using stack = new AsyncDisposableStack();
  using _deadline = shutdown.deadlineOnLeave();
  const providers = createProviders(platform);

  const database = providers.resolve('database');
  await database.connect();
  stack.use(database);

  const redis = providers.resolve('redis');
  await redis.connect();
  stack.use(redis);

  const producer = providers.resolve('producer');
  await producer.start();
  stack.use(producer);

  const idempotency = providers.resolve('idempotency');
  await idempotency.start();
  stack.use(idempotency);

  const resultProcessor = providers.resolve('resultProcessor');
  await resultProcessor.start();
  stack.use(resultProcessor);

  await shutdown.requested;
}
