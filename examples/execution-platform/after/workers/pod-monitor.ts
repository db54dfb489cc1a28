import type { Platform } from '../../platform/platform.ts';
import { createProviders } from '../providers.ts';
import type { Shutdown } from '../runtime/shutdown.ts';

export async function runPodMonitor(platform: Platform, shutdown: Shutdown): Promise<void> {
  await using stack = new AsyncDisposableStack();
  using _deadline = shutdown.deadlineOnLeave();
  const providers = createProviders(platform);

  const database = providers.resolve('database');
  await database.connect();
  stack.use(database);

  const kubernetes = providers.resolve('kubernetes');
  await kubernetes.connect();
  stack.use(kubernetes);

  const producer = providers.resolve('producer');
  await producer.start();
  stack.use(producer);

  const podMonitor = providers.resolve('podMonitor');
  await podMonitor.start();
  stack.use(podMonitor);

  await shutdown.requested;
}
