import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Node's arguments that run the command from its sources. */
export const sources: readonly string[] = ['--import', import.meta.resolve('tsx'), path.resolve(import.meta.dirname, '../../cli/main.ts')];

/** The same through tsx's own command, which serves worker threads too. */
const sourcesWithThreads: readonly string[] = [fileURLToPath(import.meta.resolve('tsx/cli')), path.resolve(import.meta.dirname, '../../cli/main.ts')];

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in a folder and waits for it. */
export function lifecycle(cwd: string, ...args: string[]): Ran {
  return run(sources, cwd, args);
}

export function lifecycleWithThreads(cwd: string, ...args: string[]): Ran {
  return run(sourcesWithThreads, cwd, args);
}

function run(command: readonly string[], cwd: string, args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  return { code: status, out: stdout, err: stderr };
}
