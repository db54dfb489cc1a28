import type { Topic } from '../../platform/domain.ts';
import type { EventStore } from '../../platform/event-store.ts';
import type { Platform } from '../../platform/platform.ts';
import type { IncomingMessage, MessageConsumer } from '../../platform/ports/kafka.ts';
import { eventOf } from '../../platform/schema-registry.ts';
import { EventBatch } from './event-batch.ts';
import type { KafkaProducer } from './kafka-producer.ts';

export class EventStoreConsumer { // BUG B22: lifecycle/require-dispose-method
  private readonly topics: readonly Topic[];
  private readonly producer: KafkaProducer | undefined;
  private readonly batch: EventBatch;
  private readonly consumer: MessageConsumer;

  constructor(platform: Platform, eventStore: EventStore, topics: readonly Topic[], producer?: KafkaProducer) {
    this.topics = topics;
    this.producer = producer;
    this.batch = new EventBatch(eventStore, platform.settings.batchSize);
    this.consumer = new platform.kafka.Consumer('event-store');
  }

  async start(): Promise<void> {
    await this.batch.start(); // FINDING: lifecycle/no-leak-on-failed-start
    await this.consumer.start(this.topics, (incoming) => this.handle(incoming));
  }

  async stop(): Promise<void> {
    await this.batch.stop(); // BUG B7: lifecycle/require-reverse-stop-order
    await this.consumer.stop(); // FINDING: lifecycle/require-isolated-stops
  }

  private async handle(incoming: IncomingMessage): Promise<void> {
    try {
      await this.batch.add(eventOf(incoming));
    } catch (error) {
      this.producer?.publish({ type: 'dead-letter', executionId: '', topic: incoming.topic as Topic, reason: String(error), original: '' });
    }
  }
}
