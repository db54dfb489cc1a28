import type { Topic } from '../../platform/domain.ts';
import type { EventStore } from '../../platform/event-store.ts';
import type { Platform } from '../../platform/platform.ts';
import type { IncomingMessage } from '../../platform/ports/kafka.ts';
import { eventOf } from '../../platform/schema-registry.ts';
import { EventBatch } from './event-batch.ts';
import type { KafkaProducer } from './kafka-producer.ts';

export class EventStoreConsumer implements AsyncDisposable {
  private readonly platform: Platform;
  private readonly eventStore: EventStore;
  private readonly topics: readonly Topic[];
  private readonly producer: KafkaProducer | undefined;
  private resources: AsyncDisposableStack | undefined;

  constructor(platform: Platform, eventStore: EventStore, topics: readonly Topic[], producer?: KafkaProducer) {
    this.platform = platform;
    this.eventStore = eventStore;
    this.topics = topics;
    this.producer = producer;
  }

  /** The batch starts first, so that it stops last and writes what the consumer still brought. */
  async start(): Promise<void> {
    if (this.resources) return;
    await using starting = new AsyncDisposableStack();
    const batch = new EventBatch(this.eventStore, this.platform.settings.batchSize);
    await batch.start();
    starting.use(batch);
    const consumer = new this.platform.kafka.Consumer('event-store');
    await consumer.start(this.topics, (incoming) => this.handle(incoming, batch));
    starting.use(consumer);
    this.resources = starting.move();
  }

  async stop(): Promise<void> {
    await this.resources?.disposeAsync();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  private async handle(incoming: IncomingMessage, batch: EventBatch): Promise<void> {
    try {
      await batch.add(eventOf(incoming));
    } catch (error) {
      this.producer?.publish({ type: 'dead-letter', executionId: '', topic: incoming.topic as Topic, reason: String(error), original: '' });
    }
  }
}
