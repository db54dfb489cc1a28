import { Redis } from 'ioredis';
import type { RedisClient } from '../ports/redis.ts';
import { reach, type ServerAddress } from './reach.ts';

/** One connection for commands and, once somebody subscribes, a second one, because a subscriber may send no commands. */
export class RealRedisClient implements RedisClient {
  readonly #redis: Redis;
  readonly #at: ServerAddress;
  #subscriber: Redis | undefined;

  constructor(url: string) {
    this.#at = { server: 'Redis', address: new URL(url).host, variable: 'REDIS_URL' };
    this.#redis = new Redis(url, { lazyConnect: true, connectTimeout: 3_000, maxRetriesPerRequest: 1, retryStrategy: () => null });
    this.#redis.on('error', () => {});
  }

  connect(): Promise<void> {
    return reach(this.#at, () => this.#redis.connect());
  }

  get(key: string): Promise<string | null> {
    return this.#redis.get(key);
  }

  async setIfAbsent(key: string, value: string): Promise<boolean> {
    return (await this.#redis.set(key, value, 'NX')) === 'OK';
  }

  async publish(channel: string, message: string): Promise<void> {
    await this.#redis.publish(channel, message);
  }

  async subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>> {
    const subscriber = (this.#subscriber ??= this.#redis.duplicate());
    const forward = (from: string, message: string): void => {
      if (from === channel) listener(message);
    };
    subscriber.on('message', forward);
    await subscriber.subscribe(channel);
    return async () => void subscriber.off('message', forward);
  }

  async close(): Promise<void> {
    this.#subscriber?.disconnect();
    if (this.#redis.status === 'ready') await this.#redis.quit();
    else this.#redis.disconnect();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
