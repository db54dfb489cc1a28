import { topics } from '../../platform/domain.ts';
import type { EventStore } from '../../platform/event-store.ts';
import type { ExecutionRepository } from '../../platform/execution-repository.ts';
import { logError } from '../../platform/log.ts';
import { Mailbox } from '../../platform/mailbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { IncomingMessage } from '../../platform/ports/kafka.ts';
import { eventOf } from '../../platform/schema-registry.ts';
import { BackgroundTask } from '../runtime/background-task.ts';
import { StoppedError } from '../runtime/stopped-error.ts';
import type { IdempotencyStore } from './idempotency-store.ts';
import type { KafkaProducer } from './kafka-producer.ts';
import { QueueManager } from './queue-manager.ts';

export class Coordinator implements AsyncDisposable {
  private readonly platform: Platform;
  private readonly producer: KafkaProducer;
  private readonly eventStore: EventStore;
  private readonly executions: ExecutionRepository;
  private readonly idempotency: IdempotencyStore;
  private readonly freeSlots = new Mailbox<'slot'>();
  private resources: AsyncDisposableStack | undefined;
  private stopped = false;

  constructor(platform: Platform, producer: KafkaProducer, eventStore: EventStore, executions: ExecutionRepository, idempotency: IdempotencyStore) {
    this.platform = platform;
    this.producer = producer;
    this.eventStore = eventStore;
    this.executions = executions;
    this.idempotency = idempotency;
    for (let slot = 0; slot < platform.settings.maxRunning; slot += 1) this.freeSlots.put('slot');
  }

  async start(): Promise<void> {
    if (this.resources) return;
    await using starting = new AsyncDisposableStack();
    const queue = new QueueManager();
    await queue.start();
    starting.use(queue);
    const consumer = new this.platform.kafka.Consumer('coordinator');
    await consumer.start([topics.requests, topics.results], (incoming) => this.handle(incoming, queue));
    starting.use(consumer);
    if (this.stopped) throw new StoppedError('Coordinator');
    const scheduling = new BackgroundTask('Coordinator', (signal) => this.scheduleLoop(queue, signal));
    await scheduling.start();
    starting.use(scheduling);
    this.resources = starting.move();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.resources?.disposeAsync();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  private async handle(incoming: IncomingMessage, queue: QueueManager): Promise<void> {
    const event = eventOf(incoming);
    if (event.type === 'execution-finished') this.freeSlots.put('slot');
    if (event.type !== 'execution-requested') return;
    if (await this.idempotency.isFirst(`request:${event.executionId}`)) queue.add(event);
  }

  private async scheduleLoop(queue: QueueManager, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.freeSlots.take(signal);
      const request = await queue.waiting.take(signal);
      if (request) await this.schedule(request.executionId, request.script);
    }
  }

  private async schedule(executionId: string, script: string): Promise<void> {
    try {
      await this.executions.change(executionId, { status: 'running' });
      await this.eventStore.append([{ type: 'create-pod', executionId, script }]);
      this.producer.publish({ type: 'create-pod', executionId, script });
    } catch (error) {
      logError('Coordinator', error);
    }
  }
}
