import type { KafkaMessage, ProducerRecord } from 'kafkajs';

export type OutgoingRecord = Pick<ProducerRecord, 'topic' | 'messages'>;

export interface IncomingMessage {
  topic: string;
  message: Pick<KafkaMessage, 'key' | 'value'>;
}

export type MessageHandler = (incoming: IncomingMessage) => Promise<void>;

/** The part of a Kafka producer that the services use. */
export interface ProducerClient extends AsyncDisposable {
  connect(): Promise<void>;
  send(record: OutgoingRecord): Promise<void>;
  flush(deadlineMs: number): Promise<void>;
  disconnect(): Promise<void>;
}

/** A group member: its start joins the group and runs the handler, its stop leaves the group after the message in hand. */
export interface MessageConsumer extends AsyncDisposable {
  start(topics: readonly string[], handler: MessageHandler): Promise<void>;
  stop(): Promise<void>;
}

export interface Kafka {
  readonly Producer: new () => ProducerClient;
  readonly Consumer: new (groupId: string) => MessageConsumer;
}
