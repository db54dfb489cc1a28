import '../../examples/execution-platform/platform/polyfill.ts';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { memoryPlatformFor, platformFromEnvironment, type Environment } from '../../examples/execution-platform/platform/from-environment.ts';
import type { Platform } from '../../examples/execution-platform/platform/platform.ts';
import { ServerMissingError } from '../../examples/execution-platform/platform/real/reach.ts';

// Nothing listens on the discard port of this machine.
test.each<[string, Environment, (platform: Platform) => Promise<void>, string]>([
  ['Kafka', { KAFKA_BROKERS: '127.0.0.1:9' }, ({ kafka }) => new kafka.Producer().connect(), '127.0.0.1:9 (KAFKA_BROKERS); start it, or unset KAFKA_BROKERS'],
  ['Redis', { REDIS_URL: 'redis://127.0.0.1:9' }, ({ Redis }) => new Redis().connect(), '127.0.0.1:9 (REDIS_URL); start it, or unset REDIS_URL'],
  ['PostgreSQL', { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }, ({ Database }) => new Database().connect(), '127.0.0.1:9 (DATABASE_URL); start it, or unset DATABASE_URL'],
  ['Kubernetes', { KUBERNETES_NAMESPACE: 'default' }, ({ Kubernetes }) => new Kubernetes().connect(), 'http://127.0.0.1:9 (KUBERNETES_NAMESPACE); start it, or unset KUBERNETES_NAMESPACE'],
])('%s says in one sentence that it is missing', async (server, environment, connect, rest) => {
  vi.stubEnv('KUBECONFIG', fileURLToPath(new URL('kubeconfig.yaml', import.meta.url)));

  const connecting = connect(await platformFromEnvironment(environment));

  await expect(connecting).rejects.toThrow(ServerMissingError);
  await expect(connecting).rejects.toThrow(`${server} does not answer at ${rest} to use the in-memory one.`);
});

test('what the environment does not name is in memory', async () => {
  const memory = memoryPlatformFor({});
  const platform = await platformFromEnvironment({ REDIS_URL: 'redis://127.0.0.1:9' }, memory);

  expect(platform.Database).toBe(memory.Database);
  expect(platform.kafka).toBe(memory.kafka);
  expect(platform.Redis).not.toBe(memory.Redis);
});
