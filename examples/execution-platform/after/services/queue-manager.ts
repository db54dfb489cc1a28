import type { ExecutionRequested } from '../../platform/domain.ts';
import { Mailbox } from '../../platform/mailbox.ts';

const cleanupIntervalMs = 300_000;

export class QueueManager implements AsyncDisposable {
  readonly waiting = new Mailbox<ExecutionRequested>();
  private readonly recent = new Set<string>();
  private cleanup: NodeJS.Timeout | undefined;

  async start(): Promise<void> {
    this.cleanup ??= setInterval(() => this.recent.clear(), cleanupIntervalMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.cleanup);
    this.cleanup = undefined;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  add(request: ExecutionRequested): boolean {
    if (!this.cleanup || this.recent.has(request.executionId)) return false;
    this.recent.add(request.executionId);
    this.waiting.put(request);
    return true;
  }
}
