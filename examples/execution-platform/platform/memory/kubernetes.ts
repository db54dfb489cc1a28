import type { V1Pod } from '@kubernetes/client-node';
import { Mailbox } from '../mailbox.ts';
import type { KubernetesClients, PodWatch } from '../ports/kubernetes.ts';
import type { Probe } from '../trace/probe.ts';

type PodPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed';

/** A cluster whose pods run their script at once: a script that says `fail` fails. */
export class MemoryCluster {
  readonly pods = new Map<string, V1Pod>();
  readonly watches = new Set<Mailbox<V1Pod>>();

  async run(pod: V1Pod): Promise<void> {
    await this.#report(pod, 'Pending');
    await this.#report(pod, 'Running');
    await this.#report(pod, scriptOf(pod).includes('fail') ? 'Failed' : 'Succeeded');
  }

  async #report(pod: V1Pod, phase: PodPhase): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    const changed = { ...pod, status: { phase } };
    this.pods.set(pod.metadata?.name ?? '', changed);
    for (const watch of this.watches) watch.put(changed);
  }
}

export class MemoryKubernetes implements KubernetesClients {
  readonly #cluster: MemoryCluster;
  readonly #probe: Probe;
  #connected = false;

  constructor(cluster: MemoryCluster, probe: Probe) {
    this.#cluster = cluster;
    this.#probe = probe;
  }

  async connect(): Promise<void> {
    await this.#probe.acquire(this, 'kubernetes');
    this.#connected = true;
  }

  async createPod(pod: V1Pod): Promise<void> {
    await this.#operation('create');
    void this.#cluster.run(pod);
  }

  async listPods(): Promise<readonly V1Pod[]> {
    await this.#operation('list');
    return [...this.#cluster.pods.values()];
  }

  async podOutput(name: string): Promise<string> {
    await this.#operation('logs');
    const pod = this.#cluster.pods.get(name);
    return pod ? `output of ${scriptOf(pod)}` : '';
  }

  async pullImage(_image: string): Promise<void> {
    await this.#operation('pull');
  }

  async watchPods(): Promise<PodWatch> {
    const watch = new MemoryPodWatch(this.#cluster, this.#probe);
    await watch.connect();
    return watch;
  }

  async close(): Promise<void> {
    if (!this.#connected) return;
    this.#connected = false;
    await this.#probe.release(this, 'kubernetes');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #operation(name: string): Promise<void> {
    await this.#probe.operation(`kubernetes.${name}`);
    if (!this.#connected) throw new Error('the Kubernetes clients are not connected');
  }
}

class MemoryPodWatch implements PodWatch {
  readonly #cluster: MemoryCluster;
  readonly #probe: Probe;
  readonly #changes = new Mailbox<V1Pod>();

  constructor(cluster: MemoryCluster, probe: Probe) {
    this.#cluster = cluster;
    this.#probe = probe;
  }

  async connect(): Promise<void> {
    await this.#probe.acquire(this, 'pod-watch');
    this.#cluster.watches.add(this.#changes);
  }

  change(signal: AbortSignal): Promise<V1Pod | undefined> {
    return this.#changes.take(signal);
  }

  async close(): Promise<void> {
    if (!this.#cluster.watches.delete(this.#changes)) return;
    await this.#probe.release(this, 'pod-watch');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function scriptOf(pod: V1Pod): string {
  return pod.spec?.containers[0]?.command?.at(-1) ?? '';
}
