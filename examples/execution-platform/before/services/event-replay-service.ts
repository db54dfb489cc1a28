import { delay } from '../../platform/delay.ts';
import type { EventStore } from '../../platform/event-store.ts';
import type { ExecutionRepository } from '../../platform/execution-repository.ts';
import { logError } from '../../platform/log.ts';
import type { ProcessBus } from '../../platform/process-bus.ts';
import type { KafkaProducer } from './kafka-producer.ts';

const cleanupIntervalMs = 6 * 60 * 60_000;

export class EventReplayService { // BUG B22: lifecycle/require-dispose-method
  private readonly executions: ExecutionRepository;
  private readonly producer: KafkaProducer;
  private readonly eventStore: EventStore;
  private readonly requested = new Set<string>();
  private readonly ending = new AbortController();
  private cleanup: Promise<void> | undefined;

  constructor(executions: ExecutionRepository, producer: KafkaProducer, eventStore: EventStore, bus: ProcessBus) {
    this.executions = executions;
    this.producer = producer;
    this.eventStore = eventStore;
    bus.on('replay', (executionId) => this.requested.add(executionId)); // BUG B3: lifecycle/no-start-in-constructor, lifecycle/require-owned-disposal
  }

  async start(): Promise<void> {
    this.cleanup ??= this.cleanupLoop();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.cleanup;
  }

  async replay(executionId: string): Promise<number> {
    if (!(await this.executions.find(executionId))) return 0;
    const events = await this.eventStore.eventsOf(executionId);
    for (const event of events) this.producer.publish(event);
    return events.length;
  }

  private async cleanupLoop(): Promise<void> {
    while (!this.ending.signal.aborted) {
      await delay(cleanupIntervalMs, this.ending.signal);
      if (!this.ending.signal.aborted) await this.replayRequested();
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
