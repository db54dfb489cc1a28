import type { ExecutionRequested } from '../../platform/domain.ts';
import { Mailbox } from '../../platform/mailbox.ts';

const cleanupIntervalMs = 300_000;

export class QueueManager { // BUG B22: lifecycle/require-dispose-method
  readonly waiting = new Mailbox<ExecutionRequested>();
  private readonly recent = new Set<string>();
  private readonly cleanup: NodeJS.Timeout;
  private accepting = false;

  constructor() {
    this.cleanup = setInterval(() => this.recent.clear(), cleanupIntervalMs); // BUG B2: lifecycle/no-start-in-constructor
  }

  async start(): Promise<void> {
    this.accepting = true;
  }

  async stop(): Promise<void> {
    this.accepting = false;
    clearInterval(this.cleanup);
  }

  add(request: ExecutionRequested): boolean {
    if (!this.accepting || this.recent.has(request.executionId)) return false;
    this.recent.add(request.executionId);
    this.waiting.put(request);
    return true;
  }
}
