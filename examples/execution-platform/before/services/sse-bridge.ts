import { topics } from '../../platform/domain.ts';
import type { Platform } from '../../platform/platform.ts';
import type { IncomingMessage, MessageConsumer } from '../../platform/ports/kafka.ts';
import type { RedisClient } from '../../platform/ports/redis.ts';
import { eventOf, type SchemaRegistry } from '../../platform/schema-registry.ts';

export class SseBridge { // BUG B22: lifecycle/require-dispose-method
  private readonly platform: Platform;
  private readonly registry: SchemaRegistry;
  private readonly redis: RedisClient;
  private readonly consumers: MessageConsumer[] = [];

  constructor(platform: Platform, registry: SchemaRegistry, redis: RedisClient) {
    this.platform = platform;
    this.registry = registry;
    this.redis = redis;
  }

  async start(): Promise<void> {
    for (let index = 0; index < this.platform.settings.sseConsumers; index += 1) {
      const consumer = new this.platform.kafka.Consumer('sse-bridge');
      await consumer.start([topics.podEvents, topics.results], (incoming) => this.forward(incoming)); // BUG B6: lifecycle/no-leak-on-failed-start
      this.consumers.push(consumer);
    }
  }

  async stop(): Promise<void> {
    for (const consumer of this.consumers.toReversed()) await consumer.stop(); // FINDING: lifecycle/require-isolated-stops
    this.consumers.length = 0;
  }

  private async forward(incoming: IncomingMessage): Promise<void> {
    const event = eventOf(incoming);
    await this.redis.publish(`sse:${event.executionId}`, this.registry.encode(event));
  }
}
