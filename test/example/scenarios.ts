import '../../examples/execution-platform/platform/polyfill.ts';
import * as afterEntries from '../../examples/execution-platform/after/entry-points.ts';
import * as afterServices from '../../examples/execution-platform/after/services/index.ts';
import * as beforeEntries from '../../examples/execution-platform/before/entry-points.ts';
import * as beforeServices from '../../examples/execution-platform/before/services/index.ts';
import { topics, type PlatformEvent, type Topic } from '../../examples/execution-platform/platform/domain.ts';
import type { MemoryPlatform } from '../../examples/execution-platform/platform/memory/platform.ts';
import { podFor } from '../../examples/execution-platform/platform/pod.ts';
import { runTraced, type Scenario, type TracedRun } from '../../examples/execution-platform/platform/trace/run.ts';

export type EntryName = keyof typeof afterEntries.entryPoints;

export const entryNames = Object.keys(afterEntries.entryPoints) as EntryName[];

type Changes = Partial<Omit<Scenario, 'name'>>;

/** The entry points of a system, and its services, whose starts and stops are recorded. */
export interface System {
  readonly entries: Readonly<Record<EntryName, Scenario['entry']>>;
  readonly services: Readonly<Record<string, Scenario['classes'][number]>>;
}

export const before: System = { entries: beforeEntries.entryPoints, services: beforeServices };

export function runAfter(name: EntryName, changes: Changes = {}): Promise<TracedRun> {
  return runSystem({ entries: afterEntries.entryPoints, services: afterServices }, name, changes);
}

export function runBefore(name: EntryName, changes: Changes = {}): Promise<TracedRun> {
  return runSystem(before, name, changes);
}

export function runSystem({ entries, services }: System, name: EntryName, changes: Changes = {}): Promise<TracedRun> {
  return runTraced({ name, entry: entries[name], classes: Object.values(services), work: works[name], ...changes });
}

export function send(platform: MemoryPlatform, topic: Topic, event: PlatformEvent): void {
  platform.kafka.append({ topic, messages: [{ key: event.executionId, value: JSON.stringify(event) }] });
}

/** What each entry point is given to do, so that its handlers and loops have their turn. */
const works: Record<EntryName, (platform: MemoryPlatform) => Promise<void> | void> = {
  server: useServer,
  coordinator: (platform) => send(platform, topics.requests, { type: 'execution-requested', executionId: 'one', script: 'print(1)' }),
  'k8s-worker': (platform) => send(platform, topics.commands, { type: 'create-pod', executionId: 'one', script: 'print(1)' }),
  'pod-monitor': (platform) => platform.cluster.run(podFor({ type: 'create-pod', executionId: 'one', script: 'print(1)' })),
  'event-replay': (platform) => void platform.bus.emit('replay', 'one'),
  'result-processor': reportPods,
  'dlq-processor': (platform) =>
    send(platform, topics.deadLetters, { type: 'dead-letter', executionId: 'one', topic: topics.results, reason: 'unknown', original: '' }),
};

/** A client submits, changes a setting, and leaves its event stream open. */
async function useServer(platform: MemoryPlatform): Promise<void> {
  const app = platform.servers[0]!.app;
  await app.inject({ method: 'POST', url: '/executions', payload: { id: 'one', script: 'print(1)' } });
  await app.inject({ method: 'PUT', url: '/settings/theme', payload: { value: 'dark' } });
  await app.inject({ url: '/executions/one/events', payloadAsStream: true }).catch(() => {});
}

function reportPods(platform: MemoryPlatform): void {
  platform.documents.set('executions', new Map([['one', { id: 'one', script: '', status: 'running', output: '' }]]));
  send(platform, topics.podEvents, { type: 'pod-reported', executionId: 'one', phase: 'Succeeded', output: '1' });
  send(platform, topics.podEvents, { type: 'pod-reported', executionId: 'lost', phase: 'Succeeded', output: '' });
}
