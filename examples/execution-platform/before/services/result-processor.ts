import { topics, type PodReported } from '../../platform/domain.ts';
import type { ExecutionRepository } from '../../platform/execution-repository.ts';
import type { Platform } from '../../platform/platform.ts';
import type { IncomingMessage, MessageConsumer } from '../../platform/ports/kafka.ts';
import { eventOf } from '../../platform/schema-registry.ts';
import type { IdempotencyStore } from './idempotency-store.ts';
import type { KafkaProducer } from './kafka-producer.ts';

export class ResultProcessor { // BUG B22: lifecycle/require-dispose-method
  private readonly executions: ExecutionRepository;
  private readonly producer: KafkaProducer;
  private readonly idempotency: IdempotencyStore;
  private readonly consumer: MessageConsumer;

  constructor(platform: Platform, executions: ExecutionRepository, producer: KafkaProducer, idempotency: IdempotencyStore) {
    this.executions = executions;
    this.producer = producer;
    this.idempotency = idempotency;
    this.consumer = new platform.kafka.Consumer('result-processor');
  }

  async start(): Promise<void> {
    await this.idempotency.start(); // FINDING: lifecycle/no-leak-on-failed-start
    await this.consumer.start([topics.podEvents], (incoming) => this.handle(incoming));
  }

  async stop(): Promise<void> {
    await this.consumer.stop();
    await this.idempotency.stop(); // FINDING: lifecycle/require-isolated-stops
    await this.producer.stop(); // BUG B8: lifecycle/no-dispose-borrowed
  }

  private async handle(incoming: IncomingMessage): Promise<void> {
    const event = eventOf(incoming);
    if (event.type !== 'pod-reported' || (event.phase !== 'Succeeded' && event.phase !== 'Failed')) return;
    if (await this.idempotency.isFirst(`result:${event.executionId}`)) await this.finish(event);
  }

  private async finish({ executionId, phase, output }: PodReported): Promise<void> {
    const status = phase === 'Succeeded' ? 'completed' : 'failed';
    const known = await this.executions.change(executionId, { status, output });
    if (known) this.producer.publish({ type: 'execution-finished', executionId, status, output });
    else this.producer.publish({ type: 'dead-letter', executionId, topic: topics.podEvents, reason: 'unknown execution', original: output });
  }
}
