import { setTimeout as sleep } from 'node:timers/promises';
import { memoryPlatformFor, platformFromEnvironment, type Environment } from '../platform/from-environment.ts';
import type { HttpServer } from '../platform/ports/http.ts';
import { instrument } from '../platform/trace/instrument.ts';
import { Probe } from '../platform/trace/probe.ts';
import type { TraceEvent } from '../platform/trace/recorder.ts';
import { TimerWatch } from '../platform/trace/timers.ts';
import { checkServers } from './check-servers.ts';
import type { Variant } from './variant.ts';
import { Visitor } from './visitor.ts';

export interface Session {
  events: readonly TraceEvent[];
  failures: readonly unknown[];
}

const scripts = { one: 'print(1)', two: 'print(2)', three: 'fail()', four: 'print(4)' };

/** All entry points of a variant in this process: started, put to work, and stopped by a signal that this process sends itself. */
export async function runSession(variant: Variant, environment: Environment, say: (line: string) => void): Promise<Session> {
  const probe = new Probe();
  using _classes = instrument(probe, variant.classes);
  using timers = new TimerWatch(probe);
  timers.start();
  const memory = memoryPlatformFor(environment, probe);
  const platform = await platformFromEnvironment(environment, memory);
  await checkServers(platform, environment);
  const running = Object.entries(variant.entryPoints).map(([name, entry]) => probe.entry(name, () => entry(platform)));
  await Promise.race([useIt(probe, memory.servers, say), Promise.allSettled([Promise.race(running)])]);
  if (process.listenerCount('SIGTERM') > 0) {
    say('sending SIGTERM to this process');
    process.kill(process.pid, 'SIGTERM');
  }
  return { events: probe.trace.events, failures: (await Promise.allSettled(running)).flatMap(failureOf) };
}

/** An entry point of `after/` answers with its exit code and has said what went wrong; one of `before/` rejects. */
function failureOf(ended: PromiseSettledResult<unknown>): unknown[] {
  if (ended.status === 'rejected') return [ended.reason];
  return ended.value === undefined || ended.value === 0 ? [] : [`exit code ${String(ended.value)}`];
}

async function useIt(probe: Probe, servers: readonly HttpServer[], say: (line: string) => void): Promise<void> {
  await until(() => probe.trace.events.some(({ who, phase }) => who === 'http' && phase === 'started'));
  const visitor = new Visitor(servers[0]!);
  const following = await visitor.follow('one');
  for (const [id, script] of Object.entries(scripts)) await visitor.submit(id, script);
  await visitor.changeSetting('theme', 'dark');
  say(`one, over SSE: ${(await following()).join(' → ')}`);
  for (const id of Object.keys(scripts)) say(`${id}: ${await finished(visitor, id)}`);
}

async function finished(visitor: Visitor, id: string): Promise<string> {
  let execution = await visitor.execution(id);
  await until(async () => {
    execution = await visitor.execution(id);
    return execution.status === 'completed' || execution.status === 'failed';
  });
  return `${execution.status}, ${execution.output}`;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(5);
}
