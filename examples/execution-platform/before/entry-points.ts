import '../platform/polyfill.ts';
import type { Platform } from '../platform/platform.ts';
import { runServer } from './server.ts';
import { runCoordinator } from './workers/coordinator.ts';
import { runDlqProcessor } from './workers/dlq-processor.ts';
import { runEventReplay } from './workers/event-replay.ts';
import { runKubernetesWorker } from './workers/k8s-worker.ts';
import { runPodMonitor } from './workers/pod-monitor.ts';
import { runResultProcessor } from './workers/result-processor.ts';

export const entryPoints = {
  server: runServer,
  coordinator: runCoordinator,
  'k8s-worker': runKubernetesWorker,
  'pod-monitor': runPodMonitor,
  'event-replay': runEventReplay,
  'result-processor': runResultProcessor,
  'dlq-processor': runDlqProcessor,
} satisfies Record<string, (platform: Platform) => Promise<void>>;
