import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { isBelow, withSlashes } from './paths.ts';
import type { Problem } from './problem.ts';

/** A path of the request that exists; absolute, with slashes. */
export interface Target {
  readonly path: string;
  readonly kind: 'folder' | 'file' | 'tsconfig';
}

/** What the request points at, and the paths that point at nothing. */
export function targetsOf(cwd: string, paths: readonly string[]): { targets: Target[]; problems: Problem[] } {
  const targets: Target[] = [];
  const problems: Problem[] = [];
  for (const given of paths.length > 0 ? paths : ['.']) {
    const found = existing(path.resolve(cwd, given)) ?? matching(cwd, given);
    targets.push(...found);
    if (found.length === 0) problems.push({ of: 'request', message: `there is no file or folder '${given}'` });
  }
  return { targets, problems };
}

/**
 * Whether the request covers a source file. A tsconfig that is named covers what it scans, and what those it refers to do.
 * @param leadsHere the tsconfigs from which references lead to the project that scans the file
 */
export function isAskedFor(targets: readonly Target[], file: string, leadsHere: ReadonlySet<string>): boolean {
  const covers: Readonly<Record<Target['kind'], (path: string) => boolean>> = {
    file: (path) => path === file,
    folder: (path) => isBelow(path, file),
    tsconfig: (path) => leadsHere.has(path),
  };
  return targets.some((target) => covers[target.kind](target.path));
}

function existing(absolute: string): Target[] | undefined {
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (!stats) return undefined;
  const real = withSlashes(realpathSync(absolute));
  return [{ path: real, kind: stats.isDirectory() ? 'folder' : kindOfFile(real) }];
}

function kindOfFile(file: string): Target['kind'] {
  return /\.jsonc?$/.test(file) ? 'tsconfig' : 'file';
}

function matching(cwd: string, pattern: string): Target[] {
  if (!isDynamicPattern(pattern)) return [];
  const files = globSync(pattern, { cwd, absolute: true, ignore: ['**/node_modules/**'] });
  return files.sort().map((file) => ({ path: withSlashes(file), kind: kindOfFile(file) }));
}
