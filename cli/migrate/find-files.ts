import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { extensions } from '../../codemods/text/parse-file.ts';
import type { Problem } from './outcome.ts';

export interface FoundFiles {
  /** Relative to the working folder, with forward slashes, sorted, each once. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

const ignored = ['**/node_modules/**', '**/.git/**', '**/*.d.{ts,mts,cts}', '**/*.min.{js,mjs,cjs}'];

/** The source files below the given paths: named files as they are, folders without dependencies, declarations and what git ignores. */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const found = await Promise.all(paths.map(filesAt));
  return {
    files: [...new Set(found.flatMap(({ files }) => files))].sort(),
    problems: found.flatMap(({ problems }) => problems),
  };
}

async function filesAt(given: string): Promise<FoundFiles> {
  const relative = portable(path.relative('.', given)) || '.';
  const stats = statSync(given, { throwIfNoEntry: false });
  if (!stats) return { files: [], problems: [{ outcome: 'problem', file: given, sentence: `There is no file or folder '${given}'.`, kind: 'no-such-path' }] };
  if (stats.isFile()) return { files: [relative], problems: [] };
  const pattern = `**/*{${extensions.join(',')}}`;
  const inside = await glob(pattern, { cwd: given, ignore: ignored, followSymbolicLinks: false });
  return { files: withoutIgnored(inside.map((file) => portable(path.join(relative, file)))), problems: [] };
}

/** Leaves out what git ignores; outside a git repository nothing is. */
function withoutIgnored(files: readonly string[]): string[] {
  if (files.length === 0) return [];
  const ignoredByGit = new Set(gitIgnored(files));
  return files.filter((file) => !ignoredByGit.has(file));
}

function gitIgnored(files: readonly string[]): string[] {
  try {
    return execFileSync('git', ['check-ignore', '-z', '--stdin'], { input: files.join('\0'), encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'ignore'] }).split('\0');
  } catch {
    return [];
  }
}

function portable(file: string): string {
  return file.split(path.sep).join('/');
}
