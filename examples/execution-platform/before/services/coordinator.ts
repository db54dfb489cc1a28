import { topics } from '../../platform/domain.ts';
import type { EventStore } from '../../platform/event-store.ts';
import type { ExecutionRepository } from '../../platform/execution-repository.ts';
import { logError } from '../../platform/log.ts';
import { Mailbox } from '../../platform/mailbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { IncomingMessage, MessageConsumer } from '../../platform/ports/kafka.ts';
import { eventOf } from '../../platform/schema-registry.ts';
import type { IdempotencyStore } from './idempotency-store.ts';
import type { KafkaProducer } from './kafka-producer.ts';
import { QueueManager } from './queue-manager.ts';

export class Coordinator { // BUG B22: lifecycle/require-dispose-method
  private readonly producer: KafkaProducer;
  private readonly eventStore: EventStore;
  private readonly executions: ExecutionRepository;
  private readonly idempotency: IdempotencyStore;
  private readonly queue = new QueueManager();
  private readonly consumer: MessageConsumer;
  private readonly freeSlots = new Mailbox<'slot'>();
  private readonly ending = new AbortController();
  private loop: Promise<void> | undefined;
  private running = false;

  constructor(platform: Platform, producer: KafkaProducer, eventStore: EventStore, executions: ExecutionRepository, idempotency: IdempotencyStore) {
    this.producer = producer;
    this.eventStore = eventStore;
    this.executions = executions;
    this.idempotency = idempotency;
    this.consumer = new platform.kafka.Consumer('coordinator');
    for (let slot = 0; slot < platform.settings.maxRunning; slot += 1) this.freeSlots.put('slot');
  }

  async start(): Promise<void> {
    if (this.running) return;
    await this.queue.start(); // BUG B4: lifecycle/no-leak-on-failed-start
    await this.idempotency.start(); // BUG B4: lifecycle/no-leak-on-failed-start
    await this.consumer.start([topics.requests, topics.results], (incoming) => this.handle(incoming));
    this.loop ??= this.scheduleLoop(); // FINDING: lifecycle/no-start-after-stop
    this.running = true;
  }

  async stop(): Promise<void> {
    if (!this.running) return;
    this.running = false;
    await this.queue.stop(); // BUG B15: lifecycle/require-reverse-stop-order
    await this.idempotency.stop(); // BUG B15: lifecycle/require-reverse-stop-order // FINDING: lifecycle/require-isolated-stops
    await this.consumer.stop();
    this.ending.abort();
    await this.loop;
  }

  private async handle(incoming: IncomingMessage): Promise<void> {
    const event = eventOf(incoming);
    if (event.type === 'execution-finished') this.freeSlots.put('slot');
    if (event.type !== 'execution-requested') return;
    if (await this.idempotency.isFirst(`request:${event.executionId}`)) this.queue.add(event);
  }

  private async scheduleLoop(): Promise<void> {
    while (!this.ending.signal.aborted) {
      await this.freeSlots.take(this.ending.signal);
      const request = await this.queue.waiting.take(this.ending.signal);
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
