import { topics, type PlatformEvent, type Topic } from './domain.ts';
import type { IncomingMessage } from './ports/kafka.ts';
import type { Database } from './ports/database.ts';

/** Knows the topics and how events are written. */
export class SchemaRegistry {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async register(): Promise<void> {
    for (const topic of Object.values(topics)) await this.database.put('schemas', topic, { topic, version: 1 });
  }

  encode(event: PlatformEvent): string {
    return JSON.stringify(event);
  }

  topicOf(event: PlatformEvent): Topic {
    return topicOfType[event.type];
  }
}

const topicOfType = {
  'execution-requested': topics.requests,
  'create-pod': topics.commands,
  'pod-reported': topics.podEvents,
  'execution-finished': topics.results,
  'dead-letter': topics.deadLetters,
  'settings-changed': topics.settings,
} satisfies Record<PlatformEvent['type'], Topic>;

export function eventOf({ topic, message }: IncomingMessage): PlatformEvent {
  if (!message.value) throw new TypeError(`a message without a value on ${topic}`);
  return JSON.parse(message.value.toString()) as PlatformEvent;
}
