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

/** Which of some files no commit holds, though git would take them: what is written over them cannot be got back. Outside a git repository there are none. */
export function uncommittedAmong(files: readonly string[]): string[] {
  if (files.length === 0) return [];
  try {
    const output = execFileSync('git', ['ls-files', '--others', '--exclude-standard', '-z'], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
    const untracked = new Set(output.split('\0'));
    return files.filter((file) => untracked.has(file));
  } catch {
    return [];
  }
}
