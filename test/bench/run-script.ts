import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** Runs a TypeScript program of the repository in a process of its own. */
export function runScript(script: string, ...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), path.join(root, script), ...args], { cwd: root, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}
