import { delay } from '../../platform/delay.ts';
import { topics, type CreatePod } from '../../platform/domain.ts';
import type { EventStore } from '../../platform/event-store.ts';
import type { Platform } from '../../platform/platform.ts';
import { podFor } from '../../platform/pod.ts';
import type { IncomingMessage } from '../../platform/ports/kafka.ts';
import type { KubernetesClients } from '../../platform/ports/kubernetes.ts';
import { eventOf } from '../../platform/schema-registry.ts';
import { BackgroundTask } from '../runtime/background-task.ts';
import { StoppedError } from '../runtime/stopped-error.ts';
import { IdempotencyStore } from './idempotency-store.ts';
import type { KafkaProducer } from './kafka-producer.ts';

export class KubernetesWorker implements AsyncDisposable {
  private readonly platform: Platform;
  private readonly producer: KafkaProducer;
  private readonly eventStore: EventStore;
  private readonly creations = new Set<Promise<void>>();
  private resources: AsyncDisposableStack | undefined;
  private stopped = false;

  constructor(platform: Platform, producer: KafkaProducer, eventStore: EventStore) {
    this.platform = platform;
    this.producer = producer;
    this.eventStore = eventStore;
  }

  async start(): Promise<void> {
    if (this.resources) return;
    await using starting = new AsyncDisposableStack();
    const kubernetes = new this.platform.Kubernetes();
    await kubernetes.connect();
    starting.use(kubernetes);
    const redis = new this.platform.Redis();
    await redis.connect();
    starting.use(redis);
    const idempotency = new IdempotencyStore(redis, this.platform.settings);
    await idempotency.start();
    starting.use(idempotency);
    const consumer = new this.platform.kafka.Consumer('kubernetes-worker');
    await consumer.start([topics.commands], (incoming) => this.handle(incoming, kubernetes, idempotency));
    starting.use(consumer);
    if (this.stopped) throw new StoppedError('KubernetesWorker');
    const pulling = new BackgroundTask('KubernetesWorker', (signal) => this.prePullImages(kubernetes, signal));
    await pulling.start();
    starting.use(pulling);
    starting.defer(() => this.activeCreations());
    this.resources = starting.move();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.resources?.disposeAsync();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  private async handle(incoming: IncomingMessage, kubernetes: KubernetesClients, idempotency: IdempotencyStore): Promise<void> {
    const event = eventOf(incoming);
    if (event.type !== 'create-pod') return;
    if (!(await idempotency.isFirst(`pod:${event.executionId}`))) return;
    const creation = this.create(event, kubernetes).finally(() => this.creations.delete(creation));
    this.creations.add(creation);
  }

  private async create(command: CreatePod, kubernetes: KubernetesClients): Promise<void> {
    try {
      await kubernetes.createPod(podFor(command));
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

  private async prePullImages(kubernetes: KubernetesClients, signal: AbortSignal): Promise<void> {
    for (const image of this.platform.settings.prePullImages) {
      if (!signal.aborted) await kubernetes.pullImage(image);
    }
  }
}
