import { delay } from '../../platform/delay.ts';
import type { PlatformEvent } from '../../platform/domain.ts';
import type { EventStore } from '../../platform/event-store.ts';
import { logError } from '../../platform/log.ts';

const flushIntervalMs = 5_000;

/** Collects events and writes them in batches; its stop writes what is left. */
export class EventBatch { // FINDING: lifecycle/require-dispose-method
  private readonly eventStore: EventStore;
  private readonly size: number;
  private readonly ending = new AbortController();
  private events: PlatformEvent[] = [];
  private loop: Promise<void> | undefined;

  constructor(eventStore: EventStore, size: number) {
    this.eventStore = eventStore;
    this.size = size;
  }

  async start(): Promise<void> {
    this.loop ??= this.flushLoop();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.loop;
    await this.flush();
  }

  async add(event: PlatformEvent): Promise<void> {
    this.events.push(event);
    if (this.events.length >= this.size) await this.flush();
  }

  private async flush(): Promise<void> {
    const batch = this.events;
    this.events = [];
    await this.eventStore.append(batch);
  }

  private async flushLoop(): Promise<void> {
    while (!this.ending.signal.aborted) {
      await delay(flushIntervalMs, this.ending.signal);
      if (!this.ending.signal.aborted) await this.flush().catch((error: unknown) => logError('EventBatch', error));
    }
  }
}
