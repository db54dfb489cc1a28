import { PassThrough } from 'node:stream';
import { Mailbox } from '../platform/mailbox.ts';
import type { RedisClient } from '../platform/ports/redis.ts';

const keepAliveMs = 15_000;

/** The event streams that are being written, until each execution has finished or the server leaves. */
export class SseStreams implements AsyncDisposable {
  private readonly redis: RedisClient;
  private readonly ending = new AbortController();
  private readonly writing = new Set<Promise<void>>();

  constructor(redis: RedisClient) {
    this.redis = redis;
  }

  open(executionId: string): PassThrough {
    const stream = new PassThrough();
    const gone = new AbortController();
    stream.once('close', () => gone.abort());
    const written = this.write(stream, executionId, AbortSignal.any([gone.signal, this.ending.signal]))
      .catch((error: Error) => void stream.destroy(error))
      .finally(() => this.writing.delete(written));
    this.writing.add(written);
    return stream;
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await Promise.allSettled(this.writing);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  private async write(stream: PassThrough, executionId: string, gone: AbortSignal): Promise<void> {
    await using stack = new AsyncDisposableStack();
    stack.adopt(setInterval(() => stream.write(': keep-alive\n\n'), keepAliveMs), clearInterval);
    const events = new Mailbox<string>();
    stack.defer(await this.redis.subscribe(`sse:${executionId}`, (event) => events.put(event)));
    stream.write(': connected\n\n');
    for (let finished = false; !finished && !gone.aborted; ) {
      const event = await events.take(gone);
      if (event) stream.write(`data: ${event}\n\n`);
      finished = event !== undefined && isLast(event);
    }
    stream.end();
  }
}

function isLast(event: string): boolean {
  return (JSON.parse(event) as { type: string }).type === 'execution-finished';
}
