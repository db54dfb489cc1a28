import type { Environment } from '../platform/from-environment.ts';
import type { Platform } from '../platform/platform.ts';

/** Asks each server that the environment names once, so that a missing one is said once. */
export async function checkServers(platform: Platform, { KAFKA_BROKERS, REDIS_URL, DATABASE_URL, KUBERNETES_NAMESPACE }: Environment): Promise<void> {
  if (KAFKA_BROKERS) await reach(new platform.kafka.Producer());
  if (REDIS_URL) await reach(new platform.Redis());
  if (DATABASE_URL) await reach(new platform.Database());
  if (KUBERNETES_NAMESPACE) await reach(new platform.Kubernetes());
}

async function reach(client: AsyncDisposable & { connect(): Promise<void> }): Promise<void> {
  await using connected = client;
  await connected.connect();
}
