import { FaultInjector } from './faults.ts';
import { TraceRecorder } from './recorder.ts';

type Body = () => unknown;

/** What a traced resource tells: that it starts, that it stops, that it awaits something. */
export class Probe {
  readonly trace: TraceRecorder;
  readonly faults: FaultInjector;

  constructor(trace = new TraceRecorder(), faults = new FaultInjector()) {
    this.trace = trace;
    this.faults = faults;
  }

  async acquire(subject: object, name: string, body: Body = nothing): Promise<void> {
    const lane = this.trace.laneOf(subject, name);
    this.trace.record(lane, 'start');
    try {
      this.faults.hit('start', name);
      await turn();
      await this.trace.within(lane, body);
    } catch (error) {
      this.trace.record(lane, 'start-failed');
      throw error;
    }
    this.trace.record(lane, 'started');
  }

  /** A release that fails has still let go: it does its work, then reports the failure. */
  async release(subject: object, name: string, body: Body = nothing): Promise<void> {
    const lane = this.trace.laneOf(subject, name);
    this.trace.record(lane, 'stop');
    try {
      await this.trace.within(lane, body);
      await turn();
      this.faults.hit('stop', name);
    } catch (error) {
      this.trace.record(lane, 'stop-failed');
      throw error;
    }
    this.trace.record(lane, 'stopped');
  }

  async operation(name: string): Promise<void> {
    await turn();
    this.faults.hit('await', name);
  }

  /** Runs an entry point in its own lane, from entering to leaving. */
  async entry<Result>(name: string, body: () => Promise<Result>): Promise<Result> {
    const lane = this.trace.entryLane(name);
    this.trace.record(lane, 'entered');
    try {
      return await this.trace.within(lane, body);
    } finally {
      this.trace.record(lane, 'left');
    }
  }
}

function nothing(): void {}

/** One turn of the event loop, so that a stop that nobody awaits is seen to overlap with the next. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
