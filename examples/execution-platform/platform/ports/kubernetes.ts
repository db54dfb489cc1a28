import type { V1Pod } from '@kubernetes/client-node';

export interface PodWatch extends AsyncDisposable {
  /** The next pod that changed, or nothing when the signal ended the wait. */
  change(signal: AbortSignal): Promise<V1Pod | undefined>;
  close(): Promise<void>;
}

export interface KubernetesClients extends AsyncDisposable {
  connect(): Promise<void>;
  createPod(pod: V1Pod): Promise<void>;
  listPods(): Promise<readonly V1Pod[]>;
  podOutput(name: string): Promise<string>;
  pullImage(image: string): Promise<void>;
  watchPods(): Promise<PodWatch>;
  close(): Promise<void>;
}
