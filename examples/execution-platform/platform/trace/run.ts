import { MemoryPlatform } from '../memory/platform.ts';
import type { Settings } from '../settings.ts';
import { FaultInjector, type FaultPoint } from './faults.ts';
import { instrument } from './instrument.ts';
import { Probe } from './probe.ts';
import { ProcessEnded, ProcessTrap } from './process-trap.ts';
import type { TraceEvent } from './recorder.ts';
import { TimerWatch } from './timers.ts';

export interface Scenario {
  name: string;
  entry(platform: MemoryPlatform): Promise<unknown>;
  /** The classes whose starts and stops are recorded. */
  classes: Parameters<typeof instrument>[1];
  settings?: Partial<Settings>;
  fault?: Pick<FaultPoint, 'kind' | 'ordinal'>;
  /** What happens between the start and the signal. */
  work?(platform: MemoryPlatform): Promise<void> | void;
  /** Instead of one SIGTERM. */
  leave?(controls: Controls): Promise<void>;
}

export interface Controls {
  signal(name: 'SIGTERM' | 'SIGINT'): void;
  /** Makes the one-shot timers of this length fire. */
  fire(milliseconds: number): void;
  /** Until nothing moves any more. */
  quiet(): Promise<void>;
}

export interface TracedRun {
  events: readonly TraceEvent[];
  /** The places at which the run could have been made to fail. */
  points: readonly FaultPoint[];
  outcome: 'returned' | 'failed' | 'exited' | 'waiting';
  result: unknown;
  error: unknown;
  exitCode: number | undefined;
  /** One-shot timers that were neither fired nor cleared when the entry point had left. */
  pendingTimers: number;
  /** Signal listeners that were still there. */
  listenersLeft: number;
  platform: MemoryPlatform;
}

const quietTurns = 40;

/** Runs an entry point against in-memory servers in logical time: start, work, signal, leave. */
export async function runTraced(scenario: Scenario): Promise<TracedRun> {
  const probe = new Probe(undefined, new FaultInjector(scenario.fault));
  const lane = probe.trace.entryLane(scenario.name);
  const ending = new Ending();
  using _classes = instrument(probe, scenario.classes);
  using timers = new TimerWatch(probe, { frozen: true });
  timers.start();
  using trap = new ProcessTrap((code) => {
    ending.settle({ outcome: 'exited', exitCode: code });
    probe.trace.record(lane, 'exit');
  });
  trap.start();
  const platform = new MemoryPlatform(probe, scenario.settings);
  ending.follow(probe.entry(scenario.name, () => scenario.entry(platform)));
  await act(scenario, platform, ending, {
    signal: (name) => untilEnded(() => probe.trace.within(lane, () => trap.signal(name))),
    fire: (milliseconds) => untilEnded(() => timers.fire(milliseconds)),
    quiet: () => quiet(probe),
  });
  const events = [...probe.trace.events];
  return { ...ending.told, events, points: probe.faults.points, pendingTimers: timers.pending.size, listenersLeft: trap.listeners, platform };
}

type Told = Pick<TracedRun, 'outcome' | 'result' | 'error' | 'exitCode'>;

/** How a run ended: the first word counts. */
class Ending {
  told: Told = { outcome: 'waiting', result: undefined, error: undefined, exitCode: undefined };

  settle(told: Partial<Told>): void {
    if (this.told.outcome === 'waiting') this.told = { ...this.told, ...told };
  }

  follow(running: Promise<unknown>): void {
    running.then(
      (result) => this.settle({ outcome: 'returned', result }),
      (error: unknown) => this.settle({ outcome: 'failed', error }),
    );
  }
}

async function act({ work, leave = onSigterm }: Scenario, platform: MemoryPlatform, ending: Ending, controls: Controls): Promise<void> {
  await controls.quiet();
  if (ending.told.outcome === 'waiting') await work?.(platform);
  await controls.quiet();
  if (ending.told.outcome === 'waiting') await leave(controls);
  await controls.quiet();
}

function untilEnded(body: () => void): void {
  try {
    body();
  } catch (error) {
    if (!(error instanceof ProcessEnded)) throw error;
  }
}

async function onSigterm({ signal }: Controls): Promise<void> {
  signal('SIGTERM');
}

/** Nothing in memory takes longer than a few turns of the event loop, so many turns without an event mean rest. */
async function quiet(probe: Probe): Promise<void> {
  const moved = (): number => probe.trace.events.length + probe.faults.points.length;
  for (let still = 0, before = moved(); still < quietTurns; ) {
    await new Promise((resolve) => setImmediate(resolve));
    still = moved() === before ? still + 1 : 0;
    before = moved();
  }
}
