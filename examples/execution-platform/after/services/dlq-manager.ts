import { delay } from '../../platform/delay.ts';
import { topics, type DeadLetter } from '../../platform/domain.ts';
import { logError } from '../../platform/log.ts';
import { Mailbox } from '../../platform/mailbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Database } from '../../platform/ports/database.ts';
import type { IncomingMessage } from '../../platform/ports/kafka.ts';
import { eventOf } from '../../platform/schema-registry.ts';
import { BackgroundTask } from '../runtime/background-task.ts';
import { StoppedError } from '../runtime/stopped-error.ts';
import type { KafkaProducer } from './kafka-producer.ts';

const monitorIntervalMs = 30_000;

export class DlqManager implements AsyncDisposable {
  private readonly platform: Platform;
  private readonly database: Database;
  private readonly producer: KafkaProducer;
  private readonly letters = new Mailbox<DeadLetter>();
  private resources: AsyncDisposableStack | undefined;
  private stopped = false;
  backlog = 0;

  constructor(platform: Platform, database: Database, producer: KafkaProducer) {
    this.platform = platform;
    this.database = database;
    this.producer = producer;
  }

  async start(): Promise<void> {
    if (this.resources) return;
    await using starting = new AsyncDisposableStack();
    starting.defer(() => this.producer.flush());
    starting.defer(() => this.keepAll());
    const consumer = new this.platform.kafka.Consumer('dlq');
    await consumer.start([topics.deadLetters], (incoming) => this.handle(incoming));
    starting.use(consumer);
    if (this.stopped) throw new StoppedError('DlqManager');
    const processing = new BackgroundTask('DlqManager', (signal) => this.processLoop(signal));
    await processing.start();
    starting.use(processing);
    const monitoring = new BackgroundTask('DlqManager', (signal) => this.monitorLoop(signal));
    await monitoring.start();
    starting.use(monitoring);
    this.resources = starting.move();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.resources?.disposeAsync();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  private async handle(incoming: IncomingMessage): Promise<void> {
    const event = eventOf(incoming);
    if (event.type === 'dead-letter') this.letters.put(event);
  }

  private async processLoop(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const letter = await this.letters.take(signal);
      if (letter) await this.keep(letter);
    }
  }

  /** What the consumer brought after the loop had ended. */
  private async keepAll(): Promise<void> {
    for (const letter of this.letters.drain()) await this.keep(letter);
  }

  private async keep(letter: DeadLetter): Promise<void> {
    try {
      await this.database.put('dead-letters', letter.executionId, letter);
    } catch (error) {
      logError('DlqManager', error);
    }
  }

  private async monitorLoop(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await delay(monitorIntervalMs, signal);
      this.backlog = this.letters.size;
    }
  }
}
