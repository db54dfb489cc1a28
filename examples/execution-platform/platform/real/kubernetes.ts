import { CoreV1Api, KubeConfig, Watch, type V1Pod } from '@kubernetes/client-node';
import { Mailbox } from '../mailbox.ts';
import type { KubernetesClients, PodWatch } from '../ports/kubernetes.ts';
import { reach, type ServerAddress } from './reach.ts';

export class RealKubernetes implements KubernetesClients {
  readonly #namespace: string;
  readonly #config = new KubeConfig();
  readonly #api: CoreV1Api;
  readonly #at: ServerAddress;

  constructor(namespace: string) {
    this.#namespace = namespace;
    this.#config.loadFromDefault();
    this.#api = this.#config.makeApiClient(CoreV1Api);
    this.#at = { server: 'Kubernetes', address: this.#config.getCurrentCluster()?.server ?? 'no cluster', variable: 'KUBERNETES_NAMESPACE' };
  }

  connect(): Promise<void> {
    return reach(this.#at, () => this.#api.listNamespacedPod({ namespace: this.#namespace, limit: 1 }));
  }

  async createPod(pod: V1Pod): Promise<void> {
    await this.#api.createNamespacedPod({ namespace: this.#namespace, body: pod });
  }

  async listPods(): Promise<readonly V1Pod[]> {
    return (await this.#api.listNamespacedPod({ namespace: this.#namespace })).items;
  }

  podOutput(name: string): Promise<string> {
    return this.#api.readNamespacedPodLog({ namespace: this.#namespace, name });
  }

  /** A pod that does nothing makes the node fetch the image. */
  async pullImage(image: string): Promise<void> {
    await this.createPod({
      metadata: { generateName: 'pre-pull-' },
      spec: { restartPolicy: 'Never', containers: [{ name: 'pull', image, command: ['true'] }] },
    });
  }

  async watchPods(): Promise<PodWatch> {
    const changes = new Mailbox<V1Pod>();
    const path = `/api/v1/namespaces/${this.#namespace}/pods`;
    const request = await new Watch(this.#config).watch(path, {}, (_type, pod: V1Pod) => changes.put(pod), () => {});
    return new RealPodWatch(changes, request);
  }

  async close(): Promise<void> {}

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

class RealPodWatch implements PodWatch {
  readonly #changes: Mailbox<V1Pod>;
  readonly #request: AbortController;

  constructor(changes: Mailbox<V1Pod>, request: AbortController) {
    this.#changes = changes;
    this.#request = request;
  }

  change(signal: AbortSignal): Promise<V1Pod | undefined> {
    return this.#changes.take(signal);
  }

  async close(): Promise<void> {
    this.#request.abort();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
