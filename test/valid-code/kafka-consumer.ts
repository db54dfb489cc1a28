// A service whose start is all or nothing.
import { type Consumer, Kafka, type Producer } from 'kafkajs';

export interface Handler {
  handle(message: string): Promise<string>;
}

export class Relay implements AsyncDisposable {
  readonly #consumer: Consumer;
  readonly #producer: Producer;
  readonly #handler: Handler;
  #running = new AsyncDisposableStack();

  constructor(kafka: Kafka, handler: Handler) {
    this.#consumer = kafka.consumer({ groupId: 'relay' });
    this.#producer = kafka.producer();
    this.#handler = handler;
  }

  async start(): Promise<void> {
    await using starting = new AsyncDisposableStack();
    await this.#producer.connect();
    starting.defer(() => this.#producer.disconnect());
    await this.#consumer.connect();
    starting.defer(() => this.#consumer.disconnect());
    await this.#consumer.subscribe({ topics: ['in'] });
    await this.#consumer.run({
      eachMessage: async ({ message }) => {
        const value = await this.#handler.handle(String(message.value));
        await this.#producer.send({ topic: 'out', messages: [{ value }] });
      },
    });
    this.#running = starting.move();
  }

  async stop(): Promise<void> {
    await this.#running.disposeAsync();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}

export async function relayUntil(kafka: Kafka, handler: Handler, stopped: Promise<void>): Promise<void> {
  await using relay = new Relay(kafka, handler);
  await relay.start();
  await stopped;
}
