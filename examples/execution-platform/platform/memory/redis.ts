import { EventEmitter } from 'node:events';
import type { RedisClient } from '../ports/redis.ts';
import type { Probe } from '../trace/probe.ts';

/** What all clients of one in-memory Redis share. */
export class MemoryRedis {
  readonly values = new Map<string, string>();
  readonly channels = new EventEmitter().setMaxListeners(0);
}

export class MemoryRedisClient implements RedisClient {
  readonly #server: MemoryRedis;
  readonly #probe: Probe;
  #connected = false;

  constructor(server: MemoryRedis, probe: Probe) {
    this.#server = server;
    this.#probe = probe;
  }

  async connect(): Promise<void> {
    await this.#probe.acquire(this, 'redis');
    this.#connected = true;
  }

  async get(key: string): Promise<string | null> {
    await this.#operation('get');
    return this.#server.values.get(key) ?? null;
  }

  async setIfAbsent(key: string, value: string): Promise<boolean> {
    await this.#operation('set');
    if (this.#server.values.has(key)) return false;
    this.#server.values.set(key, value);
    return true;
  }

  async publish(channel: string, message: string): Promise<void> {
    await this.#operation('publish');
    this.#server.channels.emit(channel, message);
  }

  async subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>> {
    await this.#operation('subscribe');
    this.#server.channels.on(channel, listener);
    return async () => void this.#server.channels.off(channel, listener);
  }

  async close(): Promise<void> {
    if (!this.#connected) return;
    this.#connected = false;
    await this.#probe.release(this, 'redis');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #operation(name: string): Promise<void> {
    await this.#probe.operation(`redis.${name}`);
    if (!this.#connected) throw new Error('the Redis client is not connected');
  }
}
