import { Kafka as KafkaJs, logLevel, type Consumer, type Producer } from 'kafkajs';
import { boundClass } from '../bound-class.ts';
import type { Kafka, MessageConsumer, MessageHandler, OutgoingRecord, ProducerClient } from '../ports/kafka.ts';
import { reach, type ServerAddress } from './reach.ts';

export class RealKafka implements Kafka {
  readonly Producer: new () => ProducerClient;
  readonly Consumer: new (groupId: string) => MessageConsumer;

  constructor(brokers: string) {
    const at = { server: 'Kafka', address: brokers, variable: 'KAFKA_BROKERS' };
    const client = new KafkaJs({
      clientId: 'execution-platform',
      brokers: brokers.split(','),
      connectionTimeout: 3_000,
      logLevel: logLevel.NOTHING,
      retry: { retries: 1 },
    });
    this.Producer = boundClass(RealProducer, client, at);
    this.Consumer = boundClass(RealConsumer, client, at);
  }
}

class RealProducer implements ProducerClient {
  readonly #producer: Producer;
  readonly #at: ServerAddress;
  readonly #underway = new Set<Promise<unknown>>();

  constructor(client: KafkaJs, at: ServerAddress) {
    this.#producer = client.producer({ allowAutoTopicCreation: true });
    this.#at = at;
  }

  connect(): Promise<void> {
    return reach(this.#at, () => this.#producer.connect());
  }

  async send(record: OutgoingRecord): Promise<void> {
    const sending = this.#producer.send(record);
    this.#underway.add(sending);
    try {
      await sending;
    } finally {
      this.#underway.delete(sending);
    }
  }

  async flush(deadlineMs: number): Promise<void> {
    const deadline = new AbortController();
    const late = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, deadlineMs);
      deadline.signal.addEventListener('abort', () => clearTimeout(timer));
    });
    await Promise.race([Promise.allSettled(this.#underway), late]);
    deadline.abort();
  }

  disconnect(): Promise<void> {
    return this.#producer.disconnect();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.disconnect();
  }
}

class RealConsumer implements MessageConsumer {
  readonly #consumer: Consumer;
  readonly #at: ServerAddress;
  #connection: AsyncDisposableStack | undefined;

  constructor(client: KafkaJs, at: ServerAddress, groupId: string) {
    this.#consumer = client.consumer({ groupId, allowAutoTopicCreation: true });
    this.#at = at;
  }

  async start(topics: readonly string[], handler: MessageHandler): Promise<void> {
    if (this.#connection) return;
    await using starting = new AsyncDisposableStack();
    await reach(this.#at, () => this.#consumer.connect());
    starting.defer(() => this.#consumer.disconnect());
    await this.#consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await this.#consumer.run({ eachMessage: ({ topic, message }) => handler({ topic, message }) });
    this.#connection = starting.move();
  }

  async stop(): Promise<void> {
    await this.#connection?.disposeAsync();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}
