import type { Platform } from '../../platform/platform.ts';
import { createProviders } from '../providers.ts';
import type { Shutdown } from '../runtime/shutdown.ts';

export async function runDlqProcessor(platform: Platform, shutdown: Shutdown): Promise<void> {
  await using stack = new AsyncDisposableStack();
  using _deadline = shutdown.deadlineOnLeave();
  const providers = createProviders(platform);

  const database = providers.resolve('database');
  await database.connect();
  stack.use(database);

  const producer = providers.resolve('producer');
  await producer.start();
  stack.use(producer);

  const dlqManager = providers.resolve('dlqManager');
  await dlqManager.start();
  stack.use(dlqManager);

  await shutdown.requested;
}
