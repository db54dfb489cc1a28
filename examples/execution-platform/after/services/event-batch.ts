import { delay } from '../../platform/delay.ts';
import type { PlatformEvent } from '../../platform/domain.ts';
import type { EventStore } from '../../platform/event-store.ts';
import { logError } from '../../platform/log.ts';
import { BackgroundTask } from '../runtime/background-task.ts';

const flushIntervalMs = 5_000;

/** Collects events and writes them in batches; its stop writes what is left. */
export class EventBatch implements AsyncDisposable {
  private readonly eventStore: EventStore;
  private readonly size: number;
  private readonly flushing = new BackgroundTask('EventBatch', (signal) => this.flushLoop(signal));
  private events: PlatformEvent[] = [];

  constructor(eventStore: EventStore, size: number) {
    this.eventStore = eventStore;
    this.size = size;
  }

  async start(): Promise<void> {
    await this.flushing.start();
  }

  async stop(): Promise<void> {
    await using ending = new AsyncDisposableStack();
    ending.defer(() => this.flush());
    ending.use(this.flushing);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
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

  private async flushLoop(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await delay(flushIntervalMs, signal);
      if (!signal.aborted) await this.flush().catch((error: unknown) => logError('EventBatch', error));
    }
  }
}
