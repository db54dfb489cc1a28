import { delay } from '../../platform/delay.ts';
import type { RedisClient } from '../../platform/ports/redis.ts';
import type { Settings } from '../../platform/settings.ts';
import { BackgroundTask } from '../runtime/background-task.ts';

const statisticsIntervalMs = 60_000;

export class IdempotencyStore implements AsyncDisposable {
  private readonly redis: RedisClient;
  private readonly settings: Settings;
  private readonly statistics = new BackgroundTask('IdempotencyStore', (signal) => this.statisticsLoop(signal));
  private seen = 0;
  repeatedPerMinute = 0;

  constructor(redis: RedisClient, settings: Settings) {
    this.redis = redis;
    this.settings = settings;
  }

  async start(): Promise<void> {
    if (this.settings.collectStatistics) await this.statistics.start();
  }

  async stop(): Promise<void> {
    await this.statistics.stop();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async isFirst(key: string): Promise<boolean> {
    const first = await this.redis.setIfAbsent(`seen:${key}`, '1');
    if (!first) this.seen += 1;
    return first;
  }

  private async statisticsLoop(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await delay(statisticsIntervalMs, signal);
      this.repeatedPerMinute = this.seen;
      this.seen = 0;
    }
  }
}
