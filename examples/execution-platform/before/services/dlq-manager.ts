import { delay } from '../../platform/delay.ts';
import { topics, type DeadLetter } from '../../platform/domain.ts';
import { logError } from '../../platform/log.ts';
import { Mailbox } from '../../platform/mailbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Database } from '../../platform/ports/database.ts';
import type { IncomingMessage, MessageConsumer } from '../../platform/ports/kafka.ts';
import { eventOf } from '../../platform/schema-registry.ts';
import type { KafkaProducer } from './kafka-producer.ts';

const monitorIntervalMs = 30_000;

export class DlqManager { // BUG B22: lifecycle/require-dispose-method
  private readonly database: Database;
  private readonly producer: KafkaProducer;
  private readonly consumer: MessageConsumer;
  private readonly letters = new Mailbox<DeadLetter>();
  private readonly ending = new AbortController();
  private processing: Promise<void> | undefined;
  private monitoring: Promise<void> | undefined;
  backlog = 0;

  constructor(platform: Platform, database: Database, producer: KafkaProducer) {
    this.database = database;
    this.producer = producer;
    this.consumer = new platform.kafka.Consumer('dlq');
  }

  async start(): Promise<void> {
    await this.consumer.start([topics.deadLetters], (incoming) => this.handle(incoming));
    this.processing ??= this.processLoop(); // FINDING: lifecycle/no-start-after-stop
    this.monitoring ??= this.monitorLoop();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.processing;
    await this.monitoring;
    await this.consumer.stop();
    await this.producer.flush();
  }

  private async handle(incoming: IncomingMessage): Promise<void> {
    const event = eventOf(incoming);
    if (event.type === 'dead-letter') this.letters.put(event);
  }

  private async processLoop(): Promise<void> {
    while (!this.ending.signal.aborted) {
      const letter = await this.letters.take(this.ending.signal);
      if (letter) await this.keep(letter);
    }
  }

  private async keep(letter: DeadLetter): Promise<void> {
    try {
      await this.database.put('dead-letters', letter.executionId, letter);
    } catch (error) {
      logError('DlqManager', error);
    }
  }

  private async monitorLoop(): Promise<void> {
    while (!this.ending.signal.aborted) {
      await delay(monitorIntervalMs, this.ending.signal);
      this.backlog = this.letters.size;
    }
  }
}
