import { topics, type SettingsChanged } from '../../platform/domain.ts';
import { Mailbox } from '../../platform/mailbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ProducerClient } from '../../platform/ports/kafka.ts';
import { eventOf } from '../../platform/schema-registry.ts';
import { BackgroundTask } from '../runtime/background-task.ts';
import { StoppedError } from '../runtime/stopped-error.ts';

export class EventBus implements AsyncDisposable {
  private readonly platform: Platform;
  private readonly inbox = new Mailbox<SettingsChanged>();
  private producer: ProducerClient | undefined;
  private resources: AsyncDisposableStack | undefined;
  private stopped = false;
  readonly values = new Map<string, string>();

  constructor(platform: Platform) {
    this.platform = platform;
  }

  async start(): Promise<void> {
    if (this.resources) return;
    await using starting = new AsyncDisposableStack();
    const producer = new this.platform.kafka.Producer();
    await producer.connect();
    starting.use(producer);
    const consumer = new this.platform.kafka.Consumer('event-bus');
    await consumer.start([topics.settings], async (incoming) => {
      const event = eventOf(incoming);
      if (event.type === 'settings-changed') this.inbox.put(event);
    });
    starting.use(consumer);
    if (this.stopped) throw new StoppedError('EventBus');
    const listener = new BackgroundTask('EventBus', (signal) => this.listen(signal));
    await listener.start();
    starting.use(listener);
    this.producer = producer;
    this.resources = starting.move();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.resources?.disposeAsync();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async publish(change: SettingsChanged): Promise<void> {
    await this.producer?.send({ topic: topics.settings, messages: [{ key: change.name, value: JSON.stringify(change) }] });
  }

  private async listen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const change = await this.inbox.take(signal);
      if (change) this.values.set(change.name, change.value);
    }
  }
}
