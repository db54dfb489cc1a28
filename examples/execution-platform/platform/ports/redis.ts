import type { RedisKey } from 'ioredis';

export interface RedisClient extends AsyncDisposable {
  connect(): Promise<void>;
  get(key: RedisKey): Promise<string | null>;
  setIfAbsent(key: RedisKey, value: string): Promise<boolean>;
  publish(channel: string, message: string): Promise<void>;
  /** Answers with the function that ends the subscription. */
  subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
