import { boundClass } from '../bound-class.ts';
import type { IncomingMessage, Kafka, MessageConsumer, MessageHandler, OutgoingRecord, ProducerClient } from '../ports/kafka.ts';
import type { Probe } from '../trace/probe.ts';

const partitionCount = 3;

/** Topics of three partitions, groups that share them, and the offsets that the groups have come to. */
export class MemoryKafka implements Kafka {
  readonly Producer: new () => ProducerClient;
  readonly Consumer: new (groupId: string) => MessageConsumer;
  readonly #partitions = new Map<string, IncomingMessage[]>();
  readonly #offsets = new Map<string, number>();
  readonly #members = new Map<string, MemoryConsumer[]>();
  #offered = 0;

  constructor(probe: Probe) {
    this.Producer = boundClass(MemoryProducer, this, probe);
    this.Consumer = boundClass(MemoryConsumer, this, probe);
  }

  append({ topic, messages }: OutgoingRecord): void {
    for (const { key, value } of messages) {
      const partition = key ? hash(key.toString()) % partitionCount : this.#offered++ % partitionCount;
      const message = { key: key ? Buffer.from(key) : null, value: value === null ? null : Buffer.from(value) };
      this.#partition(topic, partition).push({ topic, message });
    }
    this.#wakeAll();
  }

  join(member: MemoryConsumer): void {
    this.#members.set(member.groupId, [...this.#membersOf(member.groupId), member]);
    this.#wakeAll();
  }

  leave(member: MemoryConsumer): void {
    this.#members.set(member.groupId, this.#membersOf(member.groupId).filter((other) => other !== member));
    this.#wakeAll();
  }

  /** The next message of the partitions that fall to this member, with the way to commit it. */
  next(member: MemoryConsumer): { incoming: IncomingMessage; commit: () => void } | undefined {
    for (const [topic, partition] of this.#assigned(member)) {
      const key = `${member.groupId}/${topic}/${partition}`;
      const offset = this.#offsets.get(key) ?? 0;
      const incoming = this.#partition(topic, partition)[offset];
      if (incoming) return { incoming, commit: () => void this.#offsets.set(key, offset + 1) };
    }
    return undefined;
  }

  /** All that was ever sent to a topic. */
  messages(topic: string): readonly IncomingMessage[] {
    return range(partitionCount).flatMap((partition) => this.#partition(topic, partition));
  }

  /** How many messages of a topic a group has not come to. */
  waiting(groupId: string, topic: string): number {
    const counts = range(partitionCount).map((partition) => this.#partition(topic, partition).length - (this.#offsets.get(`${groupId}/${topic}/${partition}`) ?? 0));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  #assigned(member: MemoryConsumer): [topic: string, partition: number][] {
    return member.topics.flatMap((topic) => {
      const sharing = this.#membersOf(member.groupId).filter((other) => other.topics.includes(topic));
      const turn = sharing.indexOf(member);
      return range(partitionCount)
        .filter((partition) => partition % sharing.length === turn)
        .map((partition): [string, number] => [topic, partition]);
    });
  }

  #membersOf(groupId: string): MemoryConsumer[] {
    return this.#members.get(groupId) ?? [];
  }

  #partition(topic: string, partition: number): IncomingMessage[] {
    const key = `${topic}/${partition}`;
    const known = this.#partitions.get(key);
    if (known) return known;
    const created: IncomingMessage[] = [];
    this.#partitions.set(key, created);
    return created;
  }

  #wakeAll(): void {
    for (const members of this.#members.values()) for (const member of members) member.wake();
  }
}

class MemoryProducer implements ProducerClient {
  readonly #kafka: MemoryKafka;
  readonly #probe: Probe;
  #connected = false;

  constructor(kafka: MemoryKafka, probe: Probe) {
    this.#kafka = kafka;
    this.#probe = probe;
  }

  async connect(): Promise<void> {
    await this.#probe.acquire(this, 'kafka-producer');
    this.#connected = true;
  }

  async send(record: OutgoingRecord): Promise<void> {
    await this.#probe.operation('kafka-producer.send');
    if (!this.#connected) throw new Error('the Kafka producer is not connected');
    this.#kafka.append(record);
  }

  async flush(): Promise<void> {
    await this.#probe.operation('kafka-producer.flush');
  }

  async disconnect(): Promise<void> {
    if (!this.#connected) return;
    this.#connected = false;
    await this.#probe.release(this, 'kafka-producer');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.disconnect();
  }
}

class MemoryConsumer implements MessageConsumer {
  readonly groupId: string;
  readonly #kafka: MemoryKafka;
  readonly #probe: Probe;
  topics: readonly string[] = [];
  #wake: (() => void) | undefined;
  #running = false;
  #loop: Promise<void> | undefined;

  constructor(kafka: MemoryKafka, probe: Probe, groupId: string) {
    this.#kafka = kafka;
    this.#probe = probe;
    this.groupId = groupId;
  }

  async start(topics: readonly string[], handler: MessageHandler): Promise<void> {
    await this.#probe.acquire(this, `consumer(${this.groupId})`);
    this.topics = topics;
    this.#running = true;
    this.#kafka.join(this);
    this.#loop = this.#run(handler);
  }

  async stop(): Promise<void> {
    if (!this.#running) return;
    this.#running = false;
    await this.#probe.release(this, `consumer(${this.groupId})`, async () => {
      this.#kafka.leave(this);
      this.wake();
      await this.#loop;
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  wake(): void {
    this.#wake?.();
  }

  async #run(handler: MessageHandler): Promise<void> {
    while (this.#running) {
      const next = this.#kafka.next(this);
      if (!next) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
        continue;
      }
      await deliver(handler, next.incoming);
      next.commit();
    }
  }
}

/** A handler that fails is asked once more; then the message is given up. */
async function deliver(handler: MessageHandler, incoming: IncomingMessage): Promise<void> {
  try {
    await handler(incoming);
  } catch {
    await handler(incoming).catch(() => {});
  }
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
}
