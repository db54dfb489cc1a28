import '../../examples/execution-platform/platform/polyfill.ts';
import { beforeEach, expect, test, vi, type MockInstance } from 'vitest';
import { BackgroundTask } from '../../examples/execution-platform/after/runtime/background-task.ts';
import { StoppedError } from '../../examples/execution-platform/after/runtime/stopped-error.ts';
import { EventStoreConsumer } from '../../examples/execution-platform/after/services/event-store-consumer.ts';
import { IdempotencyStore } from '../../examples/execution-platform/after/services/idempotency-store.ts';
import { KafkaProducer } from '../../examples/execution-platform/after/services/kafka-producer.ts';
import { topics, type ExecutionRequested } from '../../examples/execution-platform/platform/domain.ts';
import { EventStore } from '../../examples/execution-platform/platform/event-store.ts';
import { MemoryPlatform } from '../../examples/execution-platform/platform/memory/platform.ts';
import { SchemaRegistry } from '../../examples/execution-platform/platform/schema-registry.ts';
import { send } from './scenarios.ts';

const request: ExecutionRequested = { type: 'execution-requested', executionId: 'one', script: 'print(1)' };

let errors: MockInstance;

beforeEach(() => {
  vi.restoreAllMocks();
  errors = vi.spyOn(console, 'error').mockImplementation(() => {});
});

test('a producer sends what was published before it stops', async () => {
  const platform = new MemoryPlatform();
  {
    await using stack = new AsyncDisposableStack();
    const producer = await startedProducer(stack, platform);
    producer.publish(request);
  }

  expect(platform.kafka.messages(topics.requests).map(({ message }) => String(message.value))).toEqual([JSON.stringify(request)]);
});

test('a producer that was stopped while it started keeps nothing', async () => {
  const platform = new MemoryPlatform();
  await using database = new platform.Database();
  await database.connect();
  const producer = new KafkaProducer(platform.kafka, new SchemaRegistry(database), platform.settings);

  const starting = producer.start();
  await producer.stop();

  await expect(starting).rejects.toThrow(StoppedError);
  expect(platform.probe.trace.events.map(({ who, phase }) => `${who} ${phase}`)).toEqual([
    'database start',
    'database started',
    'kafka-producer start',
    'kafka-producer started',
    'kafka-producer stop',
    'kafka-producer stopped',
  ]);
});

test('events that arrive while the consumer stops are written or stay in the topic', async () => {
  const platform = new MemoryPlatform();
  await using database = new platform.Database();
  await database.connect();
  const eventStore = new EventStore(database);
  {
    await using consumer = new EventStoreConsumer(platform, eventStore, [topics.requests]);
    await consumer.start();
    send(platform, topics.requests, request);
    await new Promise((resolve) => setImmediate(resolve));
    send(platform, topics.requests, request);
  }

  const written = await eventStore.all();
  expect(written.length + uncommitted(platform)).toBe(2);
  expect(written.length).toBeGreaterThan(0);
});

test('an idempotency store knows what it has seen', async () => {
  const platform = new MemoryPlatform();
  await using redis = new platform.Redis();
  await redis.connect();
  await using store = new IdempotencyStore(redis, platform.settings);
  await store.start();

  expect([await store.isFirst('one'), await store.isFirst('one'), await store.isFirst('two')]).toEqual([true, false, true]);
});

test('a task is told to end and waited for, and what it throws is said', async () => {
  const order: string[] = [];
  {
    await using task = new BackgroundTask('work', async (signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      order.push('told');
      throw new Error('broken');
    });
    await task.start();
  }
  order.push('left');

  expect(order).toEqual(['told', 'left']);
  expect(errors.mock.calls).toEqual([['work: broken']]);
});

async function startedProducer(stack: AsyncDisposableStack, platform: MemoryPlatform): Promise<KafkaProducer> {
  const database = new platform.Database();
  await database.connect();
  stack.use(database);
  const producer = new KafkaProducer(platform.kafka, new SchemaRegistry(database), platform.settings);
  await producer.start();
  return stack.use(producer);
}

function uncommitted(platform: MemoryPlatform): number {
  return platform.kafka.waiting('event-store', topics.requests);
}
