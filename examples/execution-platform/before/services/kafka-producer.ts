import type { PlatformEvent } from '../../platform/domain.ts';
import { logError } from '../../platform/log.ts';
import { Mailbox } from '../../platform/mailbox.ts';
import type { Kafka, ProducerClient } from '../../platform/ports/kafka.ts';
import type { SchemaRegistry } from '../../platform/schema-registry.ts';
import type { Settings } from '../../platform/settings.ts';

export class KafkaProducer { // BUG B22: lifecycle/require-dispose-method
  private readonly kafka: Kafka;
  private readonly registry: SchemaRegistry;
  private readonly settings: Settings;
  private readonly outbox = new Mailbox<PlatformEvent>();
  private readonly ending = new AbortController();
  private client: ProducerClient | undefined;
  private loop: Promise<void> | undefined;
  private running = false;

  constructor(kafka: Kafka, registry: SchemaRegistry, settings: Settings) {
    this.kafka = kafka;
    this.registry = registry;
    this.settings = settings;
  }

  async start(): Promise<void> {
    if (this.running || this.client) return;
    this.running = true;
    const client = new this.kafka.Producer();
    await client.connect(); // BUG B5: lifecycle/no-leak-on-failed-start
    await this.registry.register();
    this.client = client;
    this.loop ??= this.pollLoop(client); // FINDING: lifecycle/no-start-after-stop
  }

  async stop(): Promise<void> {
    if (!this.running) return;
    this.running = false;
    this.ending.abort();
    await this.loop;
    await this.flush();
    await this.client?.disconnect();
  }

  publish(event: PlatformEvent): void {
    this.outbox.put(event);
  }

  async flush(): Promise<void> {
    if (!this.client) return;
    for (const event of this.outbox.drain()) await this.send(this.client, event);
    await this.client.flush(this.settings.flushDeadlineMs);
  }

  private async pollLoop(client: ProducerClient): Promise<void> {
    while (!this.ending.signal.aborted) {
      const event = await this.outbox.take(this.ending.signal);
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
