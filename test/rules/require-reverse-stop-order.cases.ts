import type { ClauseCase } from './clause-case.ts';
import type { requireReverseStopOrder } from '../../tools/clauses/require-reverse-stop-order.ts';

export const cases: readonly ClauseCase<keyof typeof requireReverseStopOrder.clauses>[] = [
  {
    clause: '13.built-from',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run() {
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  await feed.start();
  await store.stop();
  await feed.stop();
}
`,
        errors: [
          { messageId: 'early', data: { early: 'store', late: 'feed', path: "'feed' is built from 'store' at 7 → 'feed' begins after 'store' at 8 → 'store' is released at 9 → 'feed' is released at 10" }, line: 9, column: 9, endColumn: 21 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run() {
  const store = new Store();
  await store.start();
  const options = { store, size: 3 };
  const feed = new Feed(options.store);
  await feed.start();
  try {
    await store.save('x');
  } finally {
    await store.stop();
    await feed.stop();
  }
}
`,
        errors: [
          { messageId: 'early', data: { early: 'store', late: 'feed', path: "'feed' is built from 'store' at 8 → 'feed' begins after 'store' at 9 → 'store' is released at 13 → 'feed' is released at 14" }, line: 13, column: 11, endColumn: 23 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private from: { store: Store }) {} async start() { await this.from.store.save('open'); } async stop() { await this.from.store.save('closed'); } }
export async function run() {
  const store = new Store();
  await store.start();
  const feed = new Feed({ store: new Store() });
  await feed.start();
  await store.stop();
  await feed.stop();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run() {
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  await feed.start();
  await feed.stop();
  await store.stop();
}
`,
    ],
  },
  {
    clause: '13.given',
    invalid: [
      {
        code: `import { Client, Pool } from 'pg';
declare function pause(): Promise<void>;
class Worker { #client: Client | undefined; async start(client: Client) { this.#client = client; await client.query('select 1'); } async stop() { await this.#client?.query('select 2'); } }
export async function run() {
  const client = new Client();
  await client.connect();
  const worker = new Worker();
  await worker.start(client);
  await client.end();
  await worker.stop();
}
`,
        errors: [
          { messageId: 'early', data: { early: 'client', late: 'worker', path: "'worker' is given 'client' at 8 → 'worker' begins after 'client' at 8 → 'client' is released at 9 → 'worker' is released at 10" }, line: 9, column: 9, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `import { Client } from 'pg';
declare function pause(): Promise<void>;
class Worker { #client: Client | undefined; async start(client: Client) { this.#client = client; await client.query('select 1'); } async stop() { await this.#client?.query('select 2'); } }
export async function run() {
  const client = new Client();
  await client.connect();
  const worker = new Worker();
  await worker.start(client);
  await worker.stop();
  await client.end();
}
`,
    ],
  },
  {
    clause: ['13.through-callback', '13.class'],
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
import { Kafka } from 'kafkajs';
const kafka = new Kafka({ brokers: [] });
export class Ingest {
  #store = new Store();
  #consumer = kafka.consumer({ groupId: 'ingest' });
  async start() {
    await this.#store.start();
    await this.#consumer.connect();
    await this.#consumer.run({ eachMessage: async ({ message }) => this.#handle(String(message.value)) });
  }
  async stop() {
    await this.#store.stop();
    await this.#consumer.disconnect();
  }
  async #handle(text: string) { await this.#store.save(text); }
}
`,
        errors: [
          { messageId: 'early', data: { early: 'this.#store', late: 'this.#consumer', path: "'this.#consumer' is given 'this.#store' at 12 → 'this.#consumer' begins after 'this.#store' at 11 → 'this.#store' is released at 15 → 'this.#consumer' is released at 16" }, line: 15, column: 11, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
import { Kafka } from 'kafkajs';
const kafka = new Kafka({ brokers: [] });
export class Ingest {
  #store = new Store();
  #consumer = kafka.consumer({ groupId: 'ingest' });
  async start() {
    await this.#store.start();
    await this.#consumer.connect();
    await this.#consumer.run({ eachMessage: async ({ message }) => this.#handle(String(message.value)) });
  }
  async stop() {
    await this.#consumer.disconnect();
    await this.#store.stop();
  }
  async #handle(text: string) { await this.#store.save(text); }
}
`,
    ],
  },
  {
    clause: '13.class',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export class App {
  readonly #store = new Store();
  readonly #feed = new Feed(this.#store);
  async start() {
    await this.#store.start();
    await this.#feed.start();
  }
  async stop() {
    await this.#endAll();
  }
  async #endAll() {
    await this.#store.stop();
    await this.#feed.stop();
  }
}
`,
        errors: [
          { messageId: 'early', data: { early: 'this.#store', late: 'this.#feed', path: "'this.#feed' is built from 'this.#store' at 6 → 'this.#feed' begins after 'this.#store' at 9 → 'this.#store' is released at 15 → 'this.#feed' is released at 16" }, line: 15, column: 11, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export class App {
  readonly #store = new Store();
  readonly #feed = new Feed(this.#store);
  async start() {
    await this.#store.start();
    await this.#feed.start();
  }
  async stop() {
    await this.#feed.stop();
    await this.#endStore();
  }
  async #endStore() {
    await this.#store.stop();
  }
}
`,
    ],
  },
  {
    clause: '13.concurrent',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run() {
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  await feed.start();
  await Promise.all([store.stop(), feed.stop()]);
}
`,
        errors: [
          { messageId: 'concurrent', data: { early: 'store', late: 'feed', path: "'feed' is built from 'store' at 7 → 'feed' begins after 'store' at 8 → 'store' is released at 9 → 'feed' is released at 9" }, line: 9, column: 22, endColumn: 34 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run() {
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  await feed.start();
  await Promise.allSettled([feed.stop(), store.stop()]);
}
`,
        errors: [
          { messageId: 'concurrent', data: { early: 'store', late: 'feed', path: "'feed' is built from 'store' at 7 → 'feed' begins after 'store' at 8 → 'store' is released at 9 → 'feed' is released at 9" }, line: 9, column: 42, endColumn: 54 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run() {
  const store = new Store();
  await store.start();
  const other = new Store();
  await other.start();
  await Promise.all([store.stop(), other.stop()]);
}
`,
    ],
  },
  {
    clause: '13.stack',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run() {
  await using stack = new AsyncDisposableStack();
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  await feed.start();
  stack.defer(() => feed.stop());
  stack.defer(() => store.stop());
}
`,
        errors: [
          { messageId: 'early', data: { early: 'store', late: 'feed', path: "'feed' is built from 'store' at 8 → 'feed' begins after 'store' at 9 → 'store' is released at 11 → 'feed' is released at 10" }, line: 11, column: 21, endColumn: 33 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run() {
  await using stack = new AsyncDisposableStack();
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  await feed.start();
  stack.adopt(feed, (one) => one.stop());
  stack.adopt(store, async (one) => {
    await one.stop();
  });
}
`,
        errors: [
          { messageId: 'early', data: { early: 'store', late: 'feed', path: "'feed' is built from 'store' at 8 → 'feed' begins after 'store' at 9 → 'store' is released at 11 → 'feed' is released at 10" }, line: 11, column: 15, endColumn: 20 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run() {
  await using stack = new AsyncDisposableStack();
  const store = new Store();
  await store.start();
  stack.defer(() => store.stop());
  const feed = new Feed(store);
  await feed.start();
  stack.defer(() => feed.stop());
}
`,
    ],
  },
  {
    clause: '13.likely',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run() {
  const first = new Store();
  await first.start();
  const second = new Store();
  await second.start();
  await first.stop();
  await second.stop();
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'early', data: { early: 'first', late: 'second', path: "'second' begins after 'first' at 8 → 'first' is released at 9 → 'second' is released at 10" }, line: 9, column: 9, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run() {
  const first = new Store();
  await first.start();
  const second = new Store();
  await second.start();
  await first.stop();
  await second.stop();
}
`,
    ],
  },
  {
    clause: '13.passive',
    invalid: [
      {
        code: `import { Subject } from 'rxjs';
declare function pause(): Promise<void>;
class Store { readonly saved = new Subject<string>(); async start() { await pause(); } async stop() { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  const saves = store.saved.subscribe(() => undefined);
  await store.stop();
  saves.unsubscribe();
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'early', data: { early: 'store', late: 'saves', path: "'saves' is built from 'store' at 7 → 'saves' begins after 'store' at 7 → 'store' is released at 8 → 'saves' is released at 9" }, line: 8, column: 9, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `import { Subject } from 'rxjs';
declare function pause(): Promise<void>;
class Store { readonly saved = new Subject<string>(); async start() { await pause(); } async stop() { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  const saves = store.saved.subscribe(() => undefined);
  await store.stop();
  saves.unsubscribe();
}
`,
    ],
  },
  {
    clause: '13.sync',
    invalid: [
      {
        code: `class Bus { start() { this.timer = setInterval(() => undefined, 1000); } stop() { clearInterval(this.timer); } timer: NodeJS.Timeout | undefined; }
class Relay { constructor(private bus: Bus) {} start() { this.timer = setInterval(() => this.bus.stop, 1000); } stop() { clearInterval(this.timer); } timer: NodeJS.Timeout | undefined; }
export function run() {
  const bus = new Bus();
  bus.start();
  const relay = new Relay(bus);
  relay.start();
  bus.stop();
  relay.stop();
}
`,
        errors: [
          { messageId: 'early', data: { early: 'bus', late: 'relay', path: "'relay' is built from 'bus' at 6 → 'relay' begins after 'bus' at 7 → 'bus' is released at 8 → 'relay' is released at 9" }, line: 8, column: 3, endColumn: 13 },
        ],
      },
    ],
    valid: [
      `class Bus { start() { this.timer = setInterval(() => undefined, 1000); } stop() { clearInterval(this.timer); } timer: NodeJS.Timeout | undefined; }
class Relay { constructor(private bus: Bus) {} start() { this.timer = setInterval(() => this.bus.stop, 1000); } stop() { clearInterval(this.timer); } timer: NodeJS.Timeout | undefined; }
export function run() {
  const bus = new Bus();
  bus.start();
  const relay = new Relay(bus);
  relay.start();
  relay.stop();
  bus.stop();
}
`,
    ],
  },
  {
    clause: '13.one-path',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run(early: boolean) {
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  await feed.start();
  if (early) await store.stop();
  await feed.stop();
}
`,
        errors: [
          { messageId: 'early', data: { early: 'store', late: 'feed', path: "'feed' is built from 'store' at 7 → 'feed' begins after 'store' at 8 → 'store' is released at 9 → 'feed' is released at 10" }, line: 9, column: 20, endColumn: 32 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run(early: boolean) {
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  if (early) {
    await store.stop();
    return;
  }
  await feed.start();
  await feed.stop();
  await store.stop();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run() {
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  try {
    await feed.start();
  } catch (error) {
    await store.stop();
    throw error;
  }
  await feed.stop();
  await store.stop();
}
`,
    ],
  },
  {
    clause: '13.flush',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
import { KafkaJS } from '@confluentinc/kafka-javascript';
const kafka = new KafkaJS.Kafka();
class Source { constructor(private producer: KafkaJS.Producer) {} async start() { await this.producer.send('x'); } async stop() { await pause(); } }
export async function run() {
  const producer = kafka.producer();
  await producer.connect();
  const source = new Source(producer);
  await source.start();
  await producer.flush();
  await source.stop();
  await producer.disconnect();
}
`, files: { 'confluent.d.ts': "declare module '@confluentinc/kafka-javascript' { export namespace KafkaJS { class Kafka { producer(): Producer } interface Producer { connect(): Promise<void>; disconnect(): Promise<void>; flush(): Promise<void>; send(text: string): Promise<void> } } }" },
        errors: [
          { messageId: 'early', data: { early: 'producer', late: 'source', path: "'source' is built from 'producer' at 10 → 'source' begins after 'producer' at 11 → 'producer' is released at 12 → 'source' is released at 13" }, line: 12, column: 9, endColumn: 25 },
        ],
      },
    ],
    valid: [
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
import { KafkaJS } from '@confluentinc/kafka-javascript';
const kafka = new KafkaJS.Kafka();
class Source { constructor(private producer: KafkaJS.Producer) {} async start() { await this.producer.send('x'); } async stop() { await pause(); } }
export async function run() {
  const producer = kafka.producer();
  await producer.connect();
  const source = new Source(producer);
  await source.start();
  await source.stop();
  await producer.flush();
  await producer.disconnect();
}
`, files: { 'confluent.d.ts': "declare module '@confluentinc/kafka-javascript' { export namespace KafkaJS { class Kafka { producer(): Producer } interface Producer { connect(): Promise<void>; disconnect(): Promise<void>; flush(): Promise<void>; send(text: string): Promise<void> } } }" } },
    ],
  },
  {
    clause: '13.built-from',
    invalid: [
      {
        code: `import { createServer, type Server } from 'node:http';
import { Pool } from 'pg';
function makeServer(pool: Pool): Server {
  return createServer(async (_request, response) => {
    response.end(String((await pool.query('select 1')).rows.length));
  });
}
export async function run(until: Promise<void>) {
  const pool = new Pool();
  const server = makeServer(pool);
  server.listen(80);
  await until;
  await pool.end();
  await new Promise<void>((done) => server.close(() => done()));
}
`,
        errors: [
          { messageId: 'early', data: { early: 'pool', late: 'server', path: "'server' is built from 'pool' at 10 → 'server' begins after 'pool' at 11 → 'pool' is released at 13 → 'server' is released at 14" }, line: 13, column: 9, endColumn: 19 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run(until: Promise<void>) {
  await using store = new Store();
  await store.start();
  const feed = new Feed(store);
  await feed.start();
  await until;
  await store.stop();
  await feed.stop();
}
`,
        errors: [
          { messageId: 'early', data: { early: 'store', late: 'feed', path: "'feed' is built from 'store' at 7 → 'feed' begins after 'store' at 8 → 'store' is released at 10 → 'feed' is released at 11" }, line: 10, column: 9, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `import { createServer } from 'node:http';
import { Pool } from 'pg';
export async function run(until: Promise<void>) {
  const pool = new Pool();
  const server = createServer(async (_request, response) => {
    response.end(String((await pool.query('select 1')).rows.length));
  });
  server.listen(80);
  await until;
  await new Promise<void>((done) => server.close(() => done()));
  await pool.end();
}
`,
    ],
  },
  {
    clause: '13.given',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
class Router { #stores: Store[] = []; attach(store: Store) { this.#stores.push(store); } async start() { await pause(); } async stop() { await pause(); } }
export async function run(until: Promise<void>) {
  const store = new Store();
  await store.start();
  const router = new Router();
  router.attach(store);
  await router.start();
  await until;
  await store.stop();
  await router.stop();
}
`,
        errors: [
          { messageId: 'early', data: { early: 'store', late: 'router', path: "'router' is given 'store' at 9 → 'router' begins after 'store' at 10 → 'store' is released at 12 → 'router' is released at 13" }, line: 12, column: 9, endColumn: 21 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
class Router { #stores: Store[] = []; attach(store: Store) { this.#stores.push(store); } async start() { await pause(); } async stop() { await pause(); } }
export async function run(until: Promise<void>) {
  const store = new Store();
  await store.start();
  const router = new Router();
  router.attach(store);
  await router.start();
  await until;
  await router.stop();
  await store.stop();
}
`,
    ],
  },
  {
    clause: '13.class',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export class App {
  readonly #store = new Store();
  readonly #feed = new Feed(this.#store);
  async start() {
    await this.#begin();
  }
  async #begin() {
    await this.#store.start();
    await this.#feed.start();
  }
  async stop() {
    await this.#end();
  }
  async #end() {
    await this.#store.stop();
    await this.#feed.stop();
  }
}
`,
        errors: [
          { messageId: 'early', data: { early: 'this.#store', late: 'this.#feed', path: "'this.#feed' is built from 'this.#store' at 6 → 'this.#feed' begins after 'this.#store' at 12 → 'this.#store' is released at 18 → 'this.#feed' is released at 19" }, line: 18, column: 11, endColumn: 29 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export class App {
  #store: Store | undefined;
  #feed: Feed | undefined;
  async start() {
    this.#store = new Store();
    await this.#store.start();
    this.#feed = new Feed(this.#store);
    await this.#feed.start();
  }
  async stop() {
    await this.#store?.stop();
    await this.#feed?.stop();
  }
}
`,
        errors: [
          { messageId: 'early', data: { early: 'this.#store', late: 'this.#feed', path: "'this.#feed' is built from 'this.#store' at 10 → 'this.#feed' begins after 'this.#store' at 11 → 'this.#store' is released at 14 → 'this.#feed' is released at 15" }, line: 14, column: 11, endColumn: 30 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export class App {
  readonly #store = new Store();
  readonly #feed = new Feed(this.#store);
  async start() {
    await this.#store.start();
    await this.#feed.start();
  }
  async stop() {
    await this.#feed.stop();
    await this.#store.stop();
  }
}
`,
    ],
  },
  {
    clause: '13.concurrent',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run(until: Promise<void>) {
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  await feed.start();
  await until;
  await Promise.allSettled([feed.stop(), store.stop()]);
}
`,
        errors: [
          { messageId: 'concurrent', data: { early: 'store', late: 'feed', path: "'feed' is built from 'store' at 7 → 'feed' begins after 'store' at 8 → 'store' is released at 10 → 'feed' is released at 10" }, line: 10, column: 42, endColumn: 54 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run(until: Promise<void>) {
  const first = new Store();
  await first.start();
  const second = new Store();
  await second.start();
  await until;
  await Promise.all([first.stop(), second.stop()]);
}
`,
    ],
  },
  {
    clause: '13.stack',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run(until: Promise<void>) {
  await using stack = new AsyncDisposableStack();
  const store = new Store();
  const feed = new Feed(store);
  await store.start();
  await feed.start();
  stack.defer(() => feed.stop());
  stack.defer(() => store.stop());
  await until;
}
`,
        errors: [
          { messageId: 'early', data: { early: 'store', late: 'feed', path: "'feed' is built from 'store' at 7 → 'feed' begins after 'store' at 9 → 'store' is released at 11 → 'feed' is released at 10" }, line: 11, column: 21, endColumn: 33 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run(until: Promise<void>) {
  await using stack = new AsyncDisposableStack();
  const store = new Store();
  const feed = new Feed(store);
  await store.start();
  stack.defer(() => store.stop());
  await feed.start();
  stack.defer(() => feed.stop());
  await until;
}
`,
    ],
  },
  {
    clause: '13.likely',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export class App {
  readonly #first = new Store();
  readonly #second = new Store();
  async start() {
    await this.#first.start();
    await this.#second.start();
  }
  async stop() {
    await this.#first.stop();
    await this.#second.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'early', data: { early: 'this.#first', late: 'this.#second', path: "'this.#second' begins after 'this.#first' at 9 → 'this.#first' is released at 12 → 'this.#second' is released at 13" }, line: 12, column: 11, endColumn: 29 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export class App {
  readonly #first = new Store();
  readonly #second = new Store();
  async start() {
    await this.#first.start();
    await this.#second.start();
  }
  async stop() {
    await this.#first.stop();
    await this.#second.stop();
  }
}
`,
    ],
  },
  {
    clause: '13.one-path',
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await this.store.save('closed'); } }
export async function run(kind: string, until: Promise<void>) {
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  await feed.start();
  await until;
  if (kind === 'store') {
    await store.stop();
    return;
  }
  await feed.stop();
}
`,
    ],
  },
  {
    clause: '13.asks-nothing',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Wheel { #timer: NodeJS.Timeout | undefined; start() { this.#timer = setInterval(() => console.log('turn'), 1000); } stop() { clearInterval(this.#timer); } cancel(id: string) { console.log(id); } schedule(id: string) { console.log(id); } }
class Gate { on(name: string, hear: () => void) { console.log(name, hear); } async start() { await pause(); } async stop() { await pause(); } }
export class App {
  #wheel = new Wheel();
  #gate = new Gate();
  async start() {
    this.#wheel.start();
    await this.#gate.start();
    this.#gate.on('gone', this.gone.bind(this));
  }
  gone() { this.#wheel.schedule('x'); }
  async stop() {
    this.#wheel.stop();
    await this.#gate.stop();
  }
}
`,
        errors: [{ messageId: 'early', data: { early: 'this.#wheel', late: 'this.#gate', path: "'this.#gate' is given 'this.#wheel' at 10 → 'this.#gate' begins after 'this.#wheel' at 9 → 'this.#wheel' is released at 14 → 'this.#gate' is released at 15" }, line: 14, column: 5, endColumn: 23 }],
      },
      {
        code: `declare function pause(): Promise<void>;
class Client { #stopped = false; async start() { await pause(); } async stop() { this.#stopped = true; await pause(); } async acknowledge() { if (this.#stopped) return false; await pause(); return true; } async save() { await pause(); } }
export class App {
  #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  async start() {
    await this.#client.start();
    this.#timer = setInterval(this.tick.bind(this), 1000);
  }
  async tick() { await this.#client.save(); }
  async stop() {
    await this.#client.stop();
    clearInterval(this.#timer);
  }
}
`,
        errors: [{ messageId: 'early', data: { early: 'this.#client', late: 'this.#timer', path: "'this.#timer' is built from 'this.#client' at 8 → 'this.#timer' begins after 'this.#client' at 8 → 'this.#client' is released at 12 → 'this.#timer' is released at 13" }, line: 12, column: 11, endColumn: 30 }],
      },
      {
        code: `declare function pause(): Promise<void>;
class Client { #stopped = false; async start() { await pause(); } async stop() { this.#stopped = true; await pause(); } async acknowledge() { if (this.#stopped) return false; await pause(); return true; } async save() { await pause(); } }
class Commands { define(client: Client) { client.save(); } keep(client: Client) { this.client = client; } client: Client | undefined; async start() { await pause(); } async stop() { await this.client?.save(); } }
export class App {
  #client = new Client();
  #commands = new Commands();
  async start() {
    await this.#client.start();
    this.#commands.keep(this.#client);
    await this.#commands.start();
  }
  async stop() {
    await this.#client.stop();
    await this.#commands.stop();
  }
}
`,
        errors: [{ messageId: 'early', data: { early: 'this.#client', late: 'this.#commands', path: "'this.#commands' is given 'this.#client' at 9 → 'this.#commands' begins after 'this.#client' at 10 → 'this.#client' is released at 13 → 'this.#commands' is released at 14" }, line: 13, column: 11, endColumn: 30 }],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Wheel { #timer: NodeJS.Timeout | undefined; start() { this.#timer = setInterval(() => console.log('turn'), 1000); } stop() { clearInterval(this.#timer); } cancel(id: string) { console.log(id); } schedule(id: string) { console.log(id); } }
class Gate { on(name: string, hear: () => void) { console.log(name, hear); } async start() { await pause(); } async stop() { await pause(); } }
export class App {
  #wheel = new Wheel();
  #gate = new Gate();
  async start() {
    this.#wheel.start();
    await this.#gate.start();
    this.#gate.on('gone', this.gone.bind(this));
  }
  gone() { this.#wheel.cancel('x'); }
  async stop() {
    this.#wheel.stop();
    await this.#gate.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Wheel { #timer: NodeJS.Timeout | undefined; start() { this.#timer = setInterval(() => console.log('turn'), 1000); } stop() { clearInterval(this.#timer); } cancel(id: string) { console.log(id); } schedule(id: string) { console.log(id); } }
class Gate { on(name: string, hear: () => void) { console.log(name, hear); } async start() { await pause(); } async stop() { await pause(); } }
export class App {
  #wheel = new Wheel();
  #gate = new Gate();
  async start() {
    this.#wheel.start();
    await this.#gate.start();
    this.#gate.on('gone', this.gone.bind(this));
  }
  gone() { if (this.#wheel) console.log('gone'); }
  async stop() {
    this.#wheel.stop();
    await this.#gate.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Client { #stopped = false; async start() { await pause(); } async stop() { this.#stopped = true; await pause(); } async acknowledge() { if (this.#stopped) return false; await pause(); return true; } async save() { await pause(); } }
export class App {
  #client = new Client();
  #timer: NodeJS.Timeout | undefined;
  async start() {
    await this.#client.start();
    this.#timer = setInterval(this.tick.bind(this), 1000);
  }
  async tick() { await this.#client.acknowledge(); }
  async stop() {
    await this.#client.stop();
    clearInterval(this.#timer);
  }
}
`,
      `declare function pause(): Promise<void>;
class Client { #stopped = false; async start() { await pause(); } async stop() { this.#stopped = true; await pause(); } async acknowledge() { if (this.#stopped) return false; await pause(); return true; } async save() { await pause(); } }
class Commands { define(client: Client) { client.save(); } keep(client: Client) { this.client = client; } client: Client | undefined; async start() { await pause(); } async stop() { await this.client?.save(); } }
export class App {
  #client = new Client();
  #commands = new Commands();
  async start() {
    await this.#client.start();
    this.#commands.define(this.#client);
    await this.#commands.start();
  }
  async stop() {
    await this.#client.stop();
    await this.#commands.stop();
  }
}
`,
    ],
  },
  {
    clause: '13.concurrent',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Client { #stopped = false; async start() { await pause(); } async stop() { this.#stopped = true; await pause(); } async acknowledge() { if (this.#stopped) return false; await pause(); return true; } async save() { await pause(); } }
class Beat { constructor(private beat: () => void) {} #timer: NodeJS.Timeout | undefined; async start() { this.#timer = setInterval(this.beat, 1000); await pause(); } async stop() { clearInterval(this.#timer); } }
export class App {
  #client = new Client();
  #beat = new Beat(() => void this.#client.save());
  async start() {
    await this.#client.start();
    await this.#beat.start();
  }
  async stop() {
    await Promise.all([this.#client.stop(), this.#beat.stop()]);
  }
}
`,
        errors: [{ messageId: 'concurrent', data: { early: 'this.#client', late: 'this.#beat', path: "'this.#beat' is built from 'this.#client' at 6 → 'this.#beat' begins after 'this.#client' at 9 → 'this.#client' is released at 12 → 'this.#beat' is released at 12" }, line: 12, column: 24, endColumn: 43 }],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Client { #stopped = false; async start() { await pause(); } async stop() { this.#stopped = true; await pause(); } async acknowledge() { if (this.#stopped) return false; await pause(); return true; } async save() { await pause(); } }
class Beat { constructor(private beat: () => void) {} #timer: NodeJS.Timeout | undefined; async start() { this.#timer = setInterval(this.beat, 1000); await pause(); } async stop() { clearInterval(this.#timer); } }
export class App {
  #client = new Client();
  #beat = new Beat(() => void this.#client.save());
  async start() {
    await this.#client.start();
    await this.#beat.start();
  }
  async stop() {
    await Promise.all([this.#beat.stop(), this.#client.stop()]);
  }
}
`,
    ],
  },
  {
    clause: '13.given',
    invalid: [
      {
        code: `
import { createServer, type Server } from 'node:http';
import { WebSocketServer } from 'ws';
export class Gateway {
  private readonly sockets: WebSocketServer;
  private readonly server: Server;
  constructor() {
    this.sockets = new WebSocketServer({ noServer: true });
    this.server = createServer();
    this.server.on('listening', () => this.sockets.emit('ready'));
  }
  listen(port: number): void {
    this.server.listen(port);
  }
  async shutdown(): Promise<void> {
    this.sockets.close();
    await new Promise((resolve) => setTimeout(resolve, 100));
    this.server.close();
  }
}
`,
        errors: [
          { messageId: 'early', data: { early: 'this.sockets', late: 'this.server', path: "'this.server' is given 'this.sockets' at 10 → 'this.server' begins after 'this.sockets' at 13 → 'this.sockets' is released at 16 → 'this.server' is released at 18" }, line: 16, column: 5, endColumn: 25 },
        ],
      },
    ],
    valid: [
      `
import { createServer, type Server } from 'node:http';
import { WebSocketServer } from 'ws';
export class Gateway {
  private readonly sockets: WebSocketServer;
  private readonly server: Server;
  constructor() {
    this.sockets = new WebSocketServer({ noServer: true });
    this.server = createServer();
    this.server.on('listening', () => this.sockets.emit('ready'));
  }
  listen(port: number): void {
    this.server.listen(port);
  }
  shutdown(): void {
    this.sockets.close();
    this.server.close();
  }
}
`,
    ],
  },
  {
    clause: '13.given',
    invalid: [
      {
        code: `
import { createServer, type Server } from 'node:http';
import { WebSocketServer } from 'ws';
export class Gateway {
  private readonly sockets: WebSocketServer;
  private readonly server: Server;
  constructor() {
    this.sockets = new WebSocketServer({ noServer: true });
    this.server = createServer();
    this.server.on('listening', () => this.sockets.emit('ready'));
  }
  listen(port: number): void {
    this.server.listen(port);
  }
  async shutdown(): Promise<void> {
    await new Promise((resolve) => this.sockets.close(resolve));
    await new Promise((resolve) => this.server.close(resolve));
  }
}
`,
        errors: [
          { messageId: 'early', data: { early: 'this.sockets', late: 'this.server', path: "'this.server' is given 'this.sockets' at 10 → 'this.server' begins after 'this.sockets' at 13 → 'this.sockets' is released at 16 → 'this.server' is released at 17" }, line: 16, column: 36, endColumn: 63 },
        ],
      },
    ],
    valid: [
      `
import { createServer, type Server } from 'node:http';
import { WebSocketServer } from 'ws';
export class Gateway {
  private readonly sockets: WebSocketServer;
  private readonly server: Server;
  constructor() {
    this.sockets = new WebSocketServer({ noServer: true });
    this.server = createServer();
    this.server.on('listening', () => this.sockets.emit('ready'));
  }
  listen(port: number): void {
    this.server.listen(port);
  }
  async shutdown(): Promise<void> {
    this.sockets.close();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
`,
    ],
  },
];
