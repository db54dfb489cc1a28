// Composition by hand: what is built here is released here, in reverse order.
import { Kafka, type Producer } from 'kafkajs';
import { Pool } from 'pg';

export interface Settings {
  brokers: string[];
  databaseUrl: string;
}

export class Outbox {
  readonly #pool: Pool;
  readonly #producer: Producer;

  constructor(pool: Pool, producer: Producer) {
    this.#pool = pool;
    this.#producer = producer;
  }

  async publish(topic: string): Promise<number> {
    const { rows } = await this.#pool.query('select payload from outbox where topic = $1', [topic]);
    await this.#producer.send({ topic, messages: rows.map((row) => ({ value: JSON.stringify(row) })) });
    return rows.length;
  }
}

export class Container implements AsyncDisposable {
  readonly outbox: Outbox;
  readonly #stack: AsyncDisposableStack;

  private constructor(outbox: Outbox, stack: AsyncDisposableStack) {
    this.outbox = outbox;
    this.#stack = stack;
  }

  static async create({ brokers, databaseUrl }: Settings): Promise<Container> {
    await using stack = new AsyncDisposableStack();
    const pool = stack.adopt(new Pool({ connectionString: databaseUrl }), (owned) => owned.end());
    const producer = new Kafka({ brokers }).producer();
    await producer.connect();
    stack.defer(() => producer.disconnect());
    return new Container(new Outbox(pool, producer), stack.move());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync();
  }
}

export async function publishAll(settings: Settings, topics: readonly string[]): Promise<void> {
  await using container = await Container.create(settings);
  for (const topic of topics) await container.outbox.publish(topic);
}
