import type { V1Pod } from '@kubernetes/client-node';
import type { CreatePod, PodReported } from './domain.ts';

const prefix = 'execution-';

export function podFor({ executionId, script }: CreatePod): V1Pod {
  return {
    metadata: { name: `${prefix}${executionId}`, labels: { execution: executionId } },
    spec: { restartPolicy: 'Never', containers: [{ name: 'runner', image: 'runner-python', command: ['python', '-c', script] }] },
  };
}

export function reportOf(pod: V1Pod, output: string): PodReported {
  const phase = (pod.status?.phase ?? 'Pending') as PodReported['phase'];
  return { type: 'pod-reported', executionId: pod.metadata?.labels?.execution ?? '', phase, output };
}

export function isFinished(pod: V1Pod): boolean {
  return pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
}
