import type { Platform } from '../../platform/platform.ts';
import { StoppedError } from '../runtime/stopped-error.ts';
import { EventBus } from './event-bus.ts';

/** Starts the one event bus of the process when it is first asked for. */
export class EventBusManager implements AsyncDisposable {
  private readonly platform: Platform;
  private readonly resources = new AsyncDisposableStack();
  private opening: Promise<EventBus> | undefined;
  private stopped = false;

  constructor(platform: Platform) {
    this.platform = platform;
  }

  async get(): Promise<EventBus> {
    if (this.stopped) throw new StoppedError('EventBusManager');
    this.opening ??= this.open();
    try {
      return await this.opening;
    } catch (error) {
      this.opening = undefined;
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    // Whoever asked for the bus has been told when it could not be opened.
    await this.opening?.catch(() => {});
    await this.resources.disposeAsync();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  private async open(): Promise<EventBus> {
    const bus = new EventBus(this.platform);
    await bus.start();
    return this.resources.use(bus);
  }
}
