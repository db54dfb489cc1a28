import { delay } from '../../platform/delay.ts';
import { topics, type CreatePod } from '../../platform/domain.ts';
import type { EventStore } from '../../platform/event-store.ts';
import { logError } from '../../platform/log.ts';
import type { Platform } from '../../platform/platform.ts';
import { podFor } from '../../platform/pod.ts';
import type { IncomingMessage, MessageConsumer } from '../../platform/ports/kafka.ts';
import type { KubernetesClients } from '../../platform/ports/kubernetes.ts';
import type { RedisClient } from '../../platform/ports/redis.ts';
import { eventOf } from '../../platform/schema-registry.ts';
import { IdempotencyStore } from './idempotency-store.ts';
import type { KafkaProducer } from './kafka-producer.ts';

export class KubernetesWorker { // BUG B22: lifecycle/require-dispose-method
  private readonly platform: Platform;
  private readonly producer: KafkaProducer;
  private readonly eventStore: EventStore;
  private readonly kubernetes: KubernetesClients;
  private readonly consumer: MessageConsumer;
  private readonly creations = new Set<Promise<void>>();
  private redis: RedisClient | undefined;
  private idempotency: IdempotencyStore | undefined;

  constructor(platform: Platform, producer: KafkaProducer, eventStore: EventStore) {
    this.platform = platform;
    this.producer = producer;
    this.eventStore = eventStore;
    this.kubernetes = new platform.Kubernetes();
    this.consumer = new platform.kafka.Consumer('kubernetes-worker');
  }

  async start(): Promise<void> {
    await this.kubernetes.connect(); // FINDING: lifecycle/no-leak-on-failed-start
    this.redis ??= new this.platform.Redis();
    await this.redis.connect(); // BUG B9: lifecycle/require-owned-disposal
    this.idempotency ??= new IdempotencyStore(this.redis, this.platform.settings);
    await this.idempotency.start(); // FINDING: lifecycle/no-leak-on-failed-start
    await this.consumer.start([topics.commands], (incoming) => this.handle(incoming));
    void this.prePullImages(); // BUG B17: lifecycle/require-owned-disposal
  }

  async stop(): Promise<void> {
    await this.activeCreations();
    await this.consumer.stop();
    await this.idempotency?.stop(); // FINDING: lifecycle/require-isolated-stops
    await this.kubernetes.close();
  }

  private async handle(incoming: IncomingMessage): Promise<void> {
    const event = eventOf(incoming);
    if (event.type !== 'create-pod') return;
    if (!(await this.idempotency?.isFirst(`pod:${event.executionId}`))) return;
    const creation = this.create(event).finally(() => this.creations.delete(creation));
    this.creations.add(creation);
  }

  private async create(command: CreatePod): Promise<void> {
    try {
      await this.kubernetes.createPod(podFor(command));
      await this.eventStore.append([command]);
    } catch (error) {
      this.producer.publish({ type: 'pod-reported', executionId: command.executionId, phase: 'Failed', output: String(error) });
    }
  }

  private async activeCreations(): Promise<void> {
    const deadline = new AbortController();
    const settled = Promise.allSettled(this.creations).then(() => deadline.abort());
    await Promise.race([settled, delay(this.platform.settings.creationDeadlineMs, deadline.signal)]);
  }

  private async prePullImages(): Promise<void> {
    try {
      for (const image of this.platform.settings.prePullImages) await this.kubernetes.pullImage(image);
    } catch (error) {
      logError('KubernetesWorker', error);
    }
  }
}
