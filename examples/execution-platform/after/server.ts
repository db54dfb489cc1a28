import type { Platform } from '../platform/platform.ts';
import { createProviders } from './providers.ts';
import { registerRoutes } from './routes.ts';
import type { Shutdown } from './runtime/shutdown.ts';
import { SseStreams } from './sse-streams.ts';

export async function runServer(platform: Platform, shutdown: Shutdown): Promise<void> {
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

  const sseBridge = providers.resolve('sseBridge');
  await sseBridge.start();
  stack.use(sseBridge);

  const eventStoreConsumer = providers.resolve('eventStoreConsumer');
  await eventStoreConsumer.start();
  stack.use(eventStoreConsumer);

  const eventBuses = stack.use(providers.resolve('eventBuses'));
  const streams = stack.use(new SseStreams(redis));
  const http = providers.resolve('http');
  registerRoutes(http.app, { executions: providers.resolve('executions'), producer, eventBuses, streams });
  await http.listen();
  stack.use(http);

  await shutdown.requested;
}
