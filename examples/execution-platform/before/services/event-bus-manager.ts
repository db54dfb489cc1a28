import { logError } from '../../platform/log.ts';
import type { Platform } from '../../platform/platform.ts';
import { EventBus } from './event-bus.ts';

/** Hands out the one event bus of the process. */
export class EventBusManager { // FINDING: lifecycle/require-dispose-method
  private readonly bus: EventBus;
  private starting: Promise<void> | undefined;

  constructor(platform: Platform) {
    this.bus = new EventBus(platform);
    void this.start(); // BUG B1: lifecycle/no-start-in-constructor
  }

  async start(): Promise<void> {
    this.starting ??= this.bus.start();
    try {
      await this.starting;
    } catch (error) {
      logError('EventBusManager', error);
    }
  }

  async stop(): Promise<void> {
    await this.bus.stop();
  }

  async get(): Promise<EventBus> {
    await this.start();
    return this.bus;
  }
}
