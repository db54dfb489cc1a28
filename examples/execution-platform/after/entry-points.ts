import '../platform/polyfill.ts';
import type { Platform } from '../platform/platform.ts';
import { runEntryPoint, type EntryPoint } from './runtime/run-entry-point.ts';
import { runServer } from './server.ts';
import { runCoordinator } from './workers/coordinator.ts';
import { runDlqProcessor } from './workers/dlq-processor.ts';
import { runEventReplay } from './workers/event-replay.ts';
import { runKubernetesWorker } from './workers/k8s-worker.ts';
import { runPodMonitor } from './workers/pod-monitor.ts';
import { runResultProcessor } from './workers/result-processor.ts';

/** Each answers with its exit code. */
export const entryPoints = {
  server: running(runServer),
  coordinator: running(runCoordinator),
  'k8s-worker': running(runKubernetesWorker),
  'pod-monitor': running(runPodMonitor),
  'event-replay': running(runEventReplay),
  'result-processor': running(runResultProcessor),
  'dlq-processor': running(runDlqProcessor),
};

function running(entryPoint: EntryPoint): (platform: Platform) => Promise<number> {
  return (platform) => runEntryPoint(entryPoint, platform);
}
