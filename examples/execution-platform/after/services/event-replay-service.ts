import { delay } from '../../platform/delay.ts';
import type { EventStore } from '../../platform/event-store.ts';
import type { ExecutionRepository } from '../../platform/execution-repository.ts';
import { logError } from '../../platform/log.ts';
import type { ProcessBus } from '../../platform/process-bus.ts';
import { BackgroundTask } from '../runtime/background-task.ts';
import type { KafkaProducer } from './kafka-producer.ts';

const cleanupIntervalMs = 6 * 60 * 60_000;

export class EventReplayService implements AsyncDisposable {
  private readonly executions: ExecutionRepository;
  private readonly producer: KafkaProducer;
  private readonly eventStore: EventStore;
  private readonly bus: ProcessBus;
  private readonly requested = new Set<string>();
  private resources: AsyncDisposableStack | undefined;

  constructor(executions: ExecutionRepository, producer: KafkaProducer, eventStore: EventStore, bus: ProcessBus) {
    this.executions = executions;
    this.producer = producer;
    this.eventStore = eventStore;
    this.bus = bus;
  }

  async start(): Promise<void> {
    if (this.resources) return;
    await using starting = new AsyncDisposableStack();
    this.bus.on('replay', this.onReplay);
    starting.defer(() => void this.bus.off('replay', this.onReplay));
    const cleanup = new BackgroundTask('EventReplayService', (signal) => this.cleanupLoop(signal));
    await cleanup.start();
    starting.use(cleanup);
    this.resources = starting.move();
  }

  async stop(): Promise<void> {
    await this.resources?.disposeAsync();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async replay(executionId: string): Promise<number> {
    if (!(await this.executions.find(executionId))) return 0;
    const events = await this.eventStore.eventsOf(executionId);
    for (const event of events) this.producer.publish(event);
    return events.length;
  }

  private readonly onReplay = (executionId: string): void => {
    this.requested.add(executionId);
  };

  private async cleanupLoop(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await delay(cleanupIntervalMs, signal);
      if (!signal.aborted) await this.replayRequested();
    }
  }

  private async replayRequested(): Promise<void> {
    try {
      for (const executionId of this.requested) await this.replay(executionId);
      this.requested.clear();
    } catch (error) {
      logError('EventReplayService', error);
    }
  }
}
