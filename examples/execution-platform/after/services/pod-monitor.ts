import type { V1Pod } from '@kubernetes/client-node';
import { delay } from '../../platform/delay.ts';
import { logError } from '../../platform/log.ts';
import { isFinished, reportOf } from '../../platform/pod.ts';
import type { KubernetesClients, PodWatch } from '../../platform/ports/kubernetes.ts';
import type { Settings } from '../../platform/settings.ts';
import { BackgroundTask } from '../runtime/background-task.ts';
import { StoppedError } from '../runtime/stopped-error.ts';
import type { KafkaProducer } from './kafka-producer.ts';

const reconcileIntervalMs = 60_000;

export class PodMonitor implements AsyncDisposable {
  private readonly kubernetes: KubernetesClients;
  private readonly producer: KafkaProducer;
  private readonly settings: Settings;
  private readonly reported = new Set<string>();
  private resources: AsyncDisposableStack | undefined;
  private stopped = false;

  constructor(kubernetes: KubernetesClients, producer: KafkaProducer, settings: Settings) {
    this.kubernetes = kubernetes;
    this.producer = producer;
    this.settings = settings;
  }

  async start(): Promise<void> {
    if (this.resources) return;
    await using starting = new AsyncDisposableStack();
    const watch = starting.use(await this.kubernetes.watchPods());
    if (this.stopped) throw new StoppedError('PodMonitor');
    const watching = new BackgroundTask('PodMonitor', (signal) => this.watchLoop(watch, signal));
    await watching.start();
    starting.use(watching);
    if (this.settings.reconcilePods) {
      const reconciling = new BackgroundTask('PodMonitor', (signal) => this.reconcileLoop(signal));
      await reconciling.start();
      starting.use(reconciling);
    }
    this.resources = starting.move();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.resources?.disposeAsync();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  private async watchLoop(watch: PodWatch, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const pod = await watch.change(signal);
      if (pod) await this.report(pod);
    }
  }

  private async reconcileLoop(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await delay(reconcileIntervalMs, signal);
      if (!signal.aborted) await this.reconcile();
    }
  }

  private async reconcile(): Promise<void> {
    try {
      for (const pod of await this.kubernetes.listPods()) await this.report(pod);
    } catch (error) {
      logError('PodMonitor', error);
    }
  }

  private async report(pod: V1Pod): Promise<void> {
    const key = `${pod.metadata?.name}/${pod.status?.phase}`;
    if (this.reported.has(key)) return;
    this.reported.add(key);
    try {
      const output = isFinished(pod) ? await this.kubernetes.podOutput(pod.metadata?.name ?? '') : '';
      this.producer.publish(reportOf(pod, output));
    } catch (error) {
      this.reported.delete(key);
      logError('PodMonitor', error);
    }
  }
}
