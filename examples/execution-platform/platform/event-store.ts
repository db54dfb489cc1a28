import { randomUUID } from 'node:crypto';
import type { PlatformEvent } from './domain.ts';
import type { Database } from './ports/database.ts';

export class EventStore {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async append(events: readonly PlatformEvent[]): Promise<void> {
    for (const event of events) await this.database.put('events', randomUUID(), event);
  }

  async eventsOf(executionId: string): Promise<readonly PlatformEvent[]> {
    return (await this.all()).filter((event) => event.executionId === executionId);
  }

  async all(): Promise<readonly PlatformEvent[]> {
    return (await this.database.list('events')) as PlatformEvent[];
  }
}
