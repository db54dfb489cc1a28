import { delay } from '../../platform/delay.ts';
import type { RedisClient } from '../../platform/ports/redis.ts';
import type { Settings } from '../../platform/settings.ts';

const statisticsIntervalMs = 60_000;

export class IdempotencyStore { // BUG B22: lifecycle/require-dispose-method
  private readonly redis: RedisClient;
  private readonly settings: Settings;
  private readonly ending = new AbortController();
  private loop: Promise<void> | undefined;
  private seen = 0;
  repeatedPerMinute = 0;

  constructor(redis: RedisClient, settings: Settings) {
    this.redis = redis;
    this.settings = settings;
  }

  async start(): Promise<void> {
    if (this.settings.collectStatistics) this.loop ??= this.statisticsLoop();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.loop;
  }

  async isFirst(key: string): Promise<boolean> {
    const first = await this.redis.setIfAbsent(`seen:${key}`, '1');
    if (!first) this.seen += 1;
    return first;
  }

  private async statisticsLoop(): Promise<void> {
    while (!this.ending.signal.aborted) {
      await delay(statisticsIntervalMs, this.ending.signal);
      this.repeatedPerMinute = this.seen;
      this.seen = 0;
    }
  }
}
