// A pool of threads that stops all of them, also when one cannot be started.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

export class WorkerPool implements AsyncDisposable {
  readonly #script: URL;
  #workers = new AsyncDisposableStack();
  #idle: Worker[] = [];

  constructor(script: URL) {
    this.#script = script;
  }

  async start(size = availableParallelism()): Promise<void> {
    await using starting = new AsyncDisposableStack();
    const idle: Worker[] = [];
    for (let index = 0; index < size; index++) {
      const worker = starting.adopt(new Worker(this.#script), async (started) => {
        await started.terminate();
      });
      await once(worker, 'online');
      idle.push(worker);
    }
    this.#idle = idle;
    this.#workers = starting.move();
  }

  async run(task: unknown): Promise<unknown> {
    const worker = this.#idle.pop();
    if (!worker) throw new Error('every worker is busy');
    worker.postMessage(task);
    const [result] = await once(worker, 'message');
    this.#idle.push(worker);
    return result;
  }

  async stop(): Promise<void> {
    await this.#workers.disposeAsync();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
