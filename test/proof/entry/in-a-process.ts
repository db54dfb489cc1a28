import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { lowered } from './run-entry.ts';

/** What a process showed from its start to its end. */
interface ProcessRun {
  readonly events: readonly string[];
  readonly errors: string;
  readonly code: number | null;
  readonly signal: string | null;
}

interface ProcessPlan {
  /** Sent when the program has come to rest. */
  readonly signal: NodeJS.Signals;
  /** Sent once a stop has begun. */
  readonly second?: NodeJS.Signals;
  /** The stop that never ends. */
  readonly hangs?: string;
  /** The start that fails. */
  readonly fails?: string;
}

/** Runs the text of an entry point in a process of its own, and sends it signals. */
export async function inAProcess(file: string, text: string, { signal, second, hangs = '', fails = '' }: ProcessPlan): Promise<ProcessRun> {
  const polyfill = pathToFileURL(createRequire(import.meta.url).resolve('disposablestack/auto')).href;
  const child = spawn(process.execPath, ['--import', polyfill, '--eval', script(lowered(file, text))], { env: { ...process.env, HANGS: hangs, FAILS: fails }, stdio: ['ignore', 'pipe', 'pipe'] });
  const told = { events: [] as string[], errors: '' };
  child.stderr.setEncoding('utf8').on('data', (data: string) => (told.errors += data));
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    for (const event of data.split('\n').filter(Boolean)) {
      if (event === 'at rest') child.kill(signal);
      else told.events.push(event);
      if (second && event.startsWith('stop:') && !event.endsWith('done')) child.kill(second);
    }
  });
  return new Promise((resolve) => child.once('close', (code, by) => resolve({ ...told, code, signal: by })));
}

/** The program, and what the harness gives it: resources that write down what happens to them. */
function script(code: string): string {
  return `
    const AsyncFunction = (async () => {}).constructor;
    const tell = (event) => process.stdout.write(event + '\\n');
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const forEver = () => new Promise((resolve) => setTimeout(resolve, 60_000));
    const env = {
      async open(name) {
        tell('open:' + name);
        await turn();
        if (process.env.FAILS === name) throw new Error(name + ' does not start');
        return { async stop() {
          tell('stop:' + name);
          await (process.env.HANGS === name ? forEver() : turn());
          tell('stop:' + name + ' done');
        } };
      },
      work: turn, choose: () => true, log: tell, caught: (error) => tell('caught ' + error.message),
    };
    setTimeout(() => tell('at rest'), 300).unref();
    const alive = setInterval(() => {}, 1000);
    const exported = {};
    const fail = (error) => {
      console.error(error.message);
      process.exitCode = 1;
    };
    new AsyncFunction('exports', 'env', ${JSON.stringify(code)})(exported, env).then(() => exported.run?.(env)).catch(fail).finally(() => clearInterval(alive));
  `;
}
