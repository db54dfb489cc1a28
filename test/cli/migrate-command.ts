import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(import.meta.dirname, '../..');

/** Node's arguments that run the command from its sources. */
export const sources: readonly string[] = ['--import', import.meta.resolve('tsx'), path.join(root, 'cli/main.ts')];

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in a folder and waits for it. */
export function lifecycle(cwd: string, ...args: string[]): Ran {
  return run(sources, cwd, args);
}

/** The command as it is published, compiled into a folder: worker threads cannot load the sources. */
export function compiledLifecycle(into: string): (cwd: string, ...args: string[]) => Ran {
  const compiler = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'));
  execFileSync(process.execPath, [compiler, '-p', path.join(root, 'tsconfig.build.json'), '--outDir', into, '--noCheck', '--declaration', 'false']);
  copyFileSync(path.join(root, 'package.json'), path.join(into, 'package.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(into, 'node_modules'), 'dir');
  return (cwd, ...args) => run([path.join(into, 'cli/main.js')], cwd, args);
}

function run(command: readonly string[], cwd: string, args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  return { code: status, out: stdout, err: stderr };
}
