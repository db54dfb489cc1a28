import { topics, type SettingsChanged } from '../../platform/domain.ts';
import { Mailbox } from '../../platform/mailbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { MessageConsumer, ProducerClient } from '../../platform/ports/kafka.ts';
import { eventOf } from '../../platform/schema-registry.ts';

export class EventBus { // BUG B22: lifecycle/require-dispose-method
  private readonly producer: ProducerClient;
  private readonly consumer: MessageConsumer;
  private readonly inbox = new Mailbox<SettingsChanged>();
  private readonly ending = new AbortController();
  private listener: Promise<void> | undefined;
  readonly values = new Map<string, string>();

  constructor(platform: Platform) {
    this.producer = new platform.kafka.Producer();
    this.consumer = new platform.kafka.Consumer('event-bus');
  }

  async start(): Promise<void> {
    await this.producer.connect(); // FINDING: lifecycle/no-leak-on-failed-start
    await this.consumer.start([topics.settings], async (incoming) => {
      const event = eventOf(incoming);
      if (event.type === 'settings-changed') this.inbox.put(event);
    });
    this.listener ??= this.listen(); // FINDING: lifecycle/no-start-after-stop
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.listener;
    await this.consumer.stop();
    await this.producer.disconnect(); // FINDING: lifecycle/require-isolated-stops
  }

  async publish(change: SettingsChanged): Promise<void> {
    await this.producer.send({ topic: topics.settings, messages: [{ key: change.name, value: JSON.stringify(change) }] });
  }

  private async listen(): Promise<void> {
    while (!this.ending.signal.aborted) {
      const change = await this.inbox.take(this.ending.signal);
      if (change) this.values.set(change.name, change.value);
    }
  }
}
