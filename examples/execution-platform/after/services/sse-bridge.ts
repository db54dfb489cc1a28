import { topics } from '../../platform/domain.ts';
import type { Platform } from '../../platform/platform.ts';
import type { IncomingMessage } from '../../platform/ports/kafka.ts';
import type { RedisClient } from '../../platform/ports/redis.ts';
import { eventOf, type SchemaRegistry } from '../../platform/schema-registry.ts';

export class SseBridge implements AsyncDisposable {
  private readonly platform: Platform;
  private readonly registry: SchemaRegistry;
  private readonly redis: RedisClient;
  private resources: AsyncDisposableStack | undefined;

  constructor(platform: Platform, registry: SchemaRegistry, redis: RedisClient) {
    this.platform = platform;
    this.registry = registry;
    this.redis = redis;
  }

  async start(): Promise<void> {
    if (this.resources) return;
    await using starting = new AsyncDisposableStack();
    for (let index = 0; index < this.platform.settings.sseConsumers; index += 1) {
      const consumer = new this.platform.kafka.Consumer('sse-bridge');
      await consumer.start([topics.podEvents, topics.results], (incoming) => this.forward(incoming));
      starting.use(consumer);
    }
    this.resources = starting.move();
  }

  async stop(): Promise<void> {
    await this.resources?.disposeAsync();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  private async forward(incoming: IncomingMessage): Promise<void> {
    const event = eventOf(incoming);
    await this.redis.publish(`sse:${event.executionId}`, this.registry.encode(event));
  }
}
