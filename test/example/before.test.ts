import { PassThrough } from 'node:stream';
import { beforeEach, expect, test, vi, type MockInstance } from 'vitest';
import { runEntryPoint } from '../../examples/execution-platform/after/runtime/run-entry-point.ts';
import * as afterServices from '../../examples/execution-platform/after/services/index.ts';
import { sendEvents } from '../../examples/execution-platform/before/routes.ts';
import * as services from '../../examples/execution-platform/before/services/index.ts';
import { runCoordinator as runMutant } from '../../examples/execution-platform/mutants/late-callbacks.ts';
import { topics } from '../../examples/execution-platform/platform/domain.ts';
import { EventStore } from '../../examples/execution-platform/platform/event-store.ts';
import { ExecutionRepository } from '../../examples/execution-platform/platform/execution-repository.ts';
import { Mailbox } from '../../examples/execution-platform/platform/mailbox.ts';
import type { MemoryPlatform } from '../../examples/execution-platform/platform/memory/platform.ts';
import { SchemaRegistry } from '../../examples/execution-platform/platform/schema-registry.ts';
import { nextSignal } from '../../examples/execution-platform/platform/signals.ts';
import { liveAtEnd, notAwaited, outOfOrder, stoppedTwice } from '../../examples/execution-platform/platform/trace/checks.ts';
import type { FaultKind, FaultPoint } from '../../examples/execution-platform/platform/trace/faults.ts';
import { runTraced, type Scenario, type TracedRun } from '../../examples/execution-platform/platform/trace/run.ts';
import { entryNames, runAfter, runBefore, type EntryName } from './scenarios.ts';

let errors: MockInstance;

beforeEach(() => {
  vi.restoreAllMocks();
  errors = vi.spyOn(console, 'error').mockImplementation(() => {});
});

test('B1: who constructs the manager of the event bus has started it', async () => {
  const run = await runAlone(async (platform) => {
    new services.EventBusManager(platform);
    await nextSignal();
  });

  expect(liveAtEnd(run.events)).toEqual(['kafka-producer', 'consumer(event-bus)', 'EventBus', 'EventBusManager']);
});

test('B2: who constructs a queue manager has an interval', async () => {
  const run = await runAlone(async () => void new services.QueueManager());

  expect(liveAtEnd(run.events)).toEqual(['interval']);
});

test('B3: the listener on the bus outlives the service', async () => {
  const before = await runBefore('event-replay');
  const after = await runAfter('event-replay');

  expect(before.platform.bus.listenerCount('replay')).toBe(1);
  expect(after.platform.bus.listenerCount('replay')).toBe(0);
});

test('B4: a coordinator that failed half-way through its start keeps what it had started, and its stop does nothing', async () => {
  const body = async (platform: MemoryPlatform): Promise<void> => {
    const database = new platform.Database();
    const redis = new platform.Redis();
    const producer = new services.KafkaProducer(platform.kafka, new SchemaRegistry(database), platform.settings);
    const idempotency = new services.IdempotencyStore(redis, platform.settings);
    const coordinator = new services.Coordinator(platform, producer, new EventStore(database), new ExecutionRepository(database), idempotency);
    await coordinator.start().catch(() => coordinator.stop());
  };
  const run = await runAlone(body, await faultOf(runAlone(body), 'start', 'consumer(coordinator)'));

  expect(liveAtEnd(run.events)).toEqual(['interval', 'QueueManager', 'IdempotencyStore']);
  expect(run.pendingTimers).toBe(1);
});

test('B5: a producer whose start failed keeps its client, and starting it again does nothing', async () => {
  const body = async (platform: MemoryPlatform): Promise<void> => {
    const database = new platform.Database();
    await database.connect();
    const producer = new services.KafkaProducer(platform.kafka, new SchemaRegistry(database), platform.settings);
    await producer.start().catch(() => {});
    await producer.start();
    producer.publish({ type: 'execution-requested', executionId: 'one', script: '' });
    await producer.stop();
    await database.close();
  };
  const run = await runAlone(body, await faultOf(runAlone(body), 'await', 'database.put'));

  expect(liveAtEnd(run.events)).toEqual(['kafka-producer']);
  expect(run.platform.kafka.messages(topics.requests)).toEqual([]);
});

test('B6: when the third consumer fails to start, the first two run for ever', async () => {
  const body = async (platform: MemoryPlatform): Promise<void> => {
    const bridge = new services.SseBridge(platform, new SchemaRegistry(new platform.Database()), new platform.Redis());
    await bridge.start();
    await bridge.stop();
  };
  const run = await runAlone(body, await faultOf(runAlone(body), 'start', 'consumer(sse-bridge)', 3));

  expect(liveAtEnd(run.events)).toEqual(['consumer(sse-bridge)', 'consumer(sse-bridge)-2']);
  expect(run.outcome).toBe('failed');
});

test('B7: the last flush comes before the consumer stops', async () => {
  const run = await runBefore('server');

  expect(outOfOrder(run.events)).toContain('EventBatch stopped before consumer(event-store)');
});

test('B8: the result processor stops the producer it was given', async () => {
  const before = await runBefore('result-processor');
  const after = await runAfter('result-processor');

  expect(stopsOf(before, 'KafkaProducer')).toEqual(['ResultProcessor']);
  expect(stopsOf(after, 'KafkaProducer')).toEqual(['result-processor']);
});

test('B9: the Redis client made in the start of the worker is never closed', async () => {
  expect(liveAtEnd((await runBefore('k8s-worker')).events)).toEqual(['redis']);
});

test('B10: when the worker fails to start, the producer stays', async () => {
  const run = await runFaulty('k8s-worker', 'start', 'KubernetesWorker');

  expect(liveAtEnd(run.events)).toEqual(['database', 'KafkaProducer', 'kafka-producer']);
});

test('B11: nobody waits for the coordinator that the signal stops', async () => {
  expect(notAwaited((await runBefore('coordinator')).events)).toEqual(['Coordinator']);
});

test('B12: the replay service is stopped by the signal and by the finally', async () => {
  expect(stoppedTwice((await runBefore('event-replay')).events)).toEqual(['EventReplayService']);
});

test('B13: when the processor fails to stop, the guards leave the producer', async () => {
  const run = await runFaulty('result-processor', 'stop', 'IdempotencyStore');

  expect(liveAtEnd(run.events)).toEqual(['database', 'redis', 'KafkaProducer', 'kafka-producer']);
});

test('B14: when the manager fails to stop, the other stops of the finally are skipped', async () => {
  const run = await runFaulty('dlq-processor', 'stop', 'DlqManager');

  expect(liveAtEnd(run.events)).toEqual(['database', 'KafkaProducer', 'kafka-producer']);
});

test('B15: the coordinator stops its parts in the order of their start', async () => {
  expect(outOfOrder((await runBefore('coordinator')).events)).toEqual([
    'QueueManager stopped before IdempotencyStore',
    'QueueManager stopped before consumer(coordinator)',
    'IdempotencyStore stopped before consumer(coordinator)',
  ]);
});

test('B16: the clients that a provider connected stay when the monitor does not start', async () => {
  const run = await runFaulty('pod-monitor', 'start', 'PodMonitor');

  expect(liveAtEnd(run.events)).toContain('kubernetes');
});

test('B17: images are still being pulled after the worker has stopped', async () => {
  const body = (Worker: typeof services.KubernetesWorker | typeof afterServices.KubernetesWorker) => async (platform: MemoryPlatform) => {
    const worker = new Worker(platform, undefined as never, new EventStore(new platform.Database()));
    await worker.start();
    await worker.stop();
  };

  const settings = { prePullImages: Array.from({ length: 100 }, (_, index) => `image-${index}`) };

  await runAlone(body(services.KubernetesWorker), undefined, { settings });
  expect(errors).toHaveBeenCalledWith('KubernetesWorker: the Kubernetes clients are not connected');

  errors.mockClear();
  await runAlone(body(afterServices.KubernetesWorker), undefined, { settings });
  expect(errors).not.toHaveBeenCalled();
});

test('B18: the keep-alive interval stays when an event cannot be read', async () => {
  const run = await runAlone(async () => {
    const events = new Mailbox<string>();
    events.put('no JSON');
    await sendEvents(new PassThrough(), events, new AbortController().signal);
  });

  expect(run.error).toBeInstanceOf(SyntaxError);
  expect(liveAtEnd(run.events)).toEqual(['interval']);
});

test('B19: the process exits with 0 after an error, while things are live', async () => {
  const run = await runFaulty('dlq-processor', 'start', 'DlqManager');

  expect(run).toMatchObject({ outcome: 'exited', exitCode: 0 });
  expect(liveAtEnd(run.events)).toEqual(['database', 'KafkaProducer', 'kafka-producer']);
});

test('B20: callbacks registered after the services close the infrastructure before them', async () => {
  const run = await runAlone((platform) => runEntryPoint(runMutant, platform), undefined, { classes: Object.values(afterServices) });

  expect(outOfOrder(run.events)).toEqual([
    'database stopped before redis',
    'database stopped before KafkaProducer',
    'database stopped before IdempotencyStore',
    'database stopped before Coordinator',
    'redis stopped before KafkaProducer',
    'redis stopped before IdempotencyStore',
    'redis stopped before Coordinator',
  ]);
});

test('B21: the producer that a provider started is stopped by nobody', async () => {
  expect(liveAtEnd((await runBefore('server', { work: () => {} })).events)).toEqual(['KafkaProducer', 'kafka-producer']);
});

test('B22: no service can be owned by a scope', () => {
  const disposable = (classes: object): string[] =>
    Object.entries(classes).flatMap(([name, { prototype }]: [string, { prototype: object }]) => (Symbol.asyncDispose in prototype ? [name] : []));

  expect(disposable(services)).toEqual([]);
  expect(disposable(afterServices)).toEqual(expect.arrayContaining(Object.keys(services)));
});

test.each(entryNames)('before, %s: a single failure leaves something live', async (name) => {
  const { points } = await runBefore(name);
  const left: string[] = [];

  for (const fault of points) left.push(...liveAtEnd((await runBefore(name, { fault })).events));

  expect(left).toContain('KafkaProducer');
});

function runAlone(
  entry: (platform: MemoryPlatform) => Promise<unknown>,
  fault?: FaultPoint,
  changes: Partial<Scenario> = {},
): Promise<TracedRun> {
  return runTraced({ name: 'alone', entry, classes: Object.values(services), ...(fault ? { fault } : {}), ...changes });
}

async function runFaulty(name: EntryName, kind: FaultKind, label: string): Promise<TracedRun> {
  return runBefore(name, { fault: await faultOf(runBefore(name), kind, label) });
}

/** The place of the n-th fault of that label in a run without faults. */
async function faultOf(run: Promise<TracedRun>, kind: FaultKind, label: string, nth = 1): Promise<FaultPoint> {
  const point = (await run).points.filter((candidate) => candidate.kind === kind && candidate.label === label)[nth - 1];
  if (!point) throw new Error(`no ${kind} of ${label}`);
  return point;
}

function stopsOf(run: TracedRun, who: string): string[] {
  return run.events.filter((event) => event.phase === 'stop' && event.who === who).map((event) => event.by);
}
