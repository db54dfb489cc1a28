import { logError } from '../../platform/log.ts';

/** Work that goes on beside its owner: it is told to end, and waited for. */
export class BackgroundTask implements AsyncDisposable {
  private readonly name: string;
  private readonly body: (signal: AbortSignal) => Promise<void>;
  private readonly ending = new AbortController();
  private running: Promise<void> | undefined;

  constructor(name: string, body: (signal: AbortSignal) => Promise<void>) {
    this.name = name;
    this.body = body;
  }

  async start(): Promise<void> {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  private async run(): Promise<void> {
    try {
      await this.body(this.ending.signal);
    } catch (error) {
      logError(this.name, error);
    }
  }
}
