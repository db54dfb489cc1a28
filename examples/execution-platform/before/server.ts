import { topics } from '../platform/domain.ts';
import { EventStore } from '../platform/event-store.ts';
import { ExecutionRepository } from '../platform/execution-repository.ts';
import type { Platform } from '../platform/platform.ts';
import { nextSignal } from '../platform/signals.ts';
import { createProviders } from './providers.ts';
import { registerRoutes } from './routes.ts';
import { EventBusManager } from './services/event-bus-manager.ts';
import { EventStoreConsumer } from './services/event-store-consumer.ts';
import { SseBridge } from './services/sse-bridge.ts';

export async function runServer(platform: Platform): Promise<void> {
  const container = createProviders(platform);
  const database = await container.resolve('database');
  const registry = await container.resolve('registry');
  const producer = await container.resolve('producer');
  const redis = new platform.Redis();
  await redis.connect(); // FINDING: lifecycle/require-disposal
  const buses = new EventBusManager(platform);
  const bridge = new SseBridge(platform, registry, redis);
  const events = new EventStoreConsumer(platform, new EventStore(database), Object.values(topics), producer);
  await bridge.start(); // FINDING: lifecycle/require-disposal
  await events.start(); // FINDING: lifecycle/require-disposal
  const server = new platform.HttpServer();
  registerRoutes(server.app, { executions: new ExecutionRepository(database), producer, redis, buses });
  await server.listen();
  await nextSignal();
  await server.close();
  await events.stop(); // FINDING: lifecycle/require-isolated-stops
  await bridge.stop();
  await buses.stop();
  await redis.close();
  await container.dispose();
}
