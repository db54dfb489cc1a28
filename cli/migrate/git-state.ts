import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/** Are there uncommitted changes to tracked files in the repository that holds the path? Outside a git repository there are none. */
export function isDirty(given: string): boolean {
  const folder = statSync(given, { throwIfNoEntry: false })?.isDirectory() ? given : path.dirname(given);
  try {
    return execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() !== '';
  } catch {
    return false;
  }
}
