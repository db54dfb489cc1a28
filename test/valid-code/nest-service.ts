// A Nest provider that begins and ends with its module.
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

export interface Metrics {
  gauge(name: string, value: number): void;
}

@Injectable()
export class QueueDepthReporter implements OnModuleInit, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;
  readonly #metrics: Metrics;
  readonly #depth: () => number;

  constructor(metrics: Metrics, depth: () => number) {
    this.#metrics = metrics;
    this.#depth = depth;
  }

  onModuleInit(): void {
    this.#timer = setInterval(() => this.#metrics.gauge('queue.depth', this.#depth()), 5_000);
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
