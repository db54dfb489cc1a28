import type { PlatformEvent } from '../../platform/domain.ts';
import { logError } from '../../platform/log.ts';
import { Mailbox } from '../../platform/mailbox.ts';
import type { Kafka, ProducerClient } from '../../platform/ports/kafka.ts';
import type { SchemaRegistry } from '../../platform/schema-registry.ts';
import type { Settings } from '../../platform/settings.ts';
import { BackgroundTask } from '../runtime/background-task.ts';
import { StoppedError } from '../runtime/stopped-error.ts';

export class KafkaProducer implements AsyncDisposable {
  private readonly kafka: Kafka;
  private readonly registry: SchemaRegistry;
  private readonly settings: Settings;
  private readonly outbox = new Mailbox<PlatformEvent>();
  private client: ProducerClient | undefined;
  private resources: AsyncDisposableStack | undefined;
  private stopped = false;

  constructor(kafka: Kafka, registry: SchemaRegistry, settings: Settings) {
    this.kafka = kafka;
    this.registry = registry;
    this.settings = settings;
  }

  async start(): Promise<void> {
    if (this.resources) return;
    await using starting = new AsyncDisposableStack();
    const client = new this.kafka.Producer();
    await client.connect();
    starting.use(client);
    await this.registry.register();
    starting.defer(() => this.flush());
    if (this.stopped) throw new StoppedError('KafkaProducer');
    const polling = new BackgroundTask('KafkaProducer', (signal) => this.pollLoop(client, signal));
    await polling.start();
    starting.use(polling);
    this.client = client;
    this.resources = starting.move();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.resources?.disposeAsync();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  publish(event: PlatformEvent): void {
    this.outbox.put(event);
  }

  async flush(): Promise<void> {
    if (!this.client) return;
    for (const event of this.outbox.drain()) await this.send(this.client, event);
    await this.client.flush(this.settings.flushDeadlineMs);
  }

  private async pollLoop(client: ProducerClient, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const event = await this.outbox.take(signal);
      if (event) await this.send(client, event);
    }
  }

  private async send(client: ProducerClient, event: PlatformEvent): Promise<void> {
    const messages = [{ key: event.executionId, value: this.registry.encode(event) }];
    try {
      await client.send({ topic: this.registry.topicOf(event), messages });
    } catch (error) {
      logError('KafkaProducer', error);
    }
  }
}
