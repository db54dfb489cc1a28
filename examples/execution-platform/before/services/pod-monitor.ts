import type { V1Pod } from '@kubernetes/client-node';
import { delay } from '../../platform/delay.ts';
import { logError } from '../../platform/log.ts';
import { isFinished, reportOf } from '../../platform/pod.ts';
import type { KubernetesClients, PodWatch } from '../../platform/ports/kubernetes.ts';
import type { Settings } from '../../platform/settings.ts';
import type { KafkaProducer } from './kafka-producer.ts';

const reconcileIntervalMs = 60_000;

export class PodMonitor { // BUG B22: lifecycle/require-dispose-method
  private readonly kubernetes: KubernetesClients;
  private readonly producer: KafkaProducer;
  private readonly settings: Settings;
  private readonly reported = new Set<string>();
  private readonly ending = new AbortController();
  private watch: PodWatch | undefined;
  private watching: Promise<void> | undefined;
  private reconciling: Promise<void> | undefined;

  constructor(kubernetes: KubernetesClients, producer: KafkaProducer, settings: Settings) {
    this.kubernetes = kubernetes;
    this.producer = producer;
    this.settings = settings;
  }

  async start(): Promise<void> {
    this.watch ??= await this.kubernetes.watchPods();
    this.watching ??= this.watchLoop(this.watch); // FINDING: lifecycle/no-start-after-stop
    if (this.settings.reconcilePods) this.reconciling ??= this.reconcileLoop();
  }

  async stop(): Promise<void> {
    if (!this.watch) return;
    this.ending.abort();
    await this.watching;
    await this.reconciling;
    await this.watch.close();
    await this.kubernetes.close(); // FINDING: lifecycle/require-isolated-stops
  }

  private async watchLoop(watch: PodWatch): Promise<void> {
    while (!this.ending.signal.aborted) {
      const pod = await watch.change(this.ending.signal);
      if (pod) await this.report(pod);
    }
  }

  private async reconcileLoop(): Promise<void> {
    while (!this.ending.signal.aborted) {
      await delay(reconcileIntervalMs, this.ending.signal);
      if (!this.ending.signal.aborted) await this.reconcile();
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
