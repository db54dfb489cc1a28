import { existsSync } from 'node:fs';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { foldersUp, withSlashes } from './paths.ts';
import type { Target } from './targets.ts';

/** A tsconfig that concerns the request, and whether the request leads straight to it. */
export interface FoundConfig {
  readonly path: string;
  /** Named, or the nearest one to a path of the request: when it is broken, the request cannot be served. */
  readonly nearest: boolean;
}

const names = ['tsconfig.json', 'jsconfig.json'];

/**
 * The tsconfigs of a target: itself when it is one; the nearest one above; for a folder also all below; for a file also all
 * above, because the nearest one may not include it.
 */
export async function tsconfigsOf(target: Target): Promise<FoundConfig[]> {
  if (target.kind === 'tsconfig') return [{ path: target.path, nearest: true }];
  const above = configsAbove(target.kind === 'folder' ? target.path : path.posix.dirname(target.path));
  const nearest = above.slice(0, 1).map((config) => ({ path: config, nearest: true }));
  const others = target.kind === 'folder' ? await configsBelow(target.path) : above.slice(1);
  return [...nearest, ...others.filter((config) => config !== above[0]).map((config) => ({ path: config, nearest: false }))];
}

function configsAbove(folder: string): string[] {
  return [...foldersUp(folder)].flatMap((at) => {
    const config = names.map((name) => path.posix.join(withSlashes(at), name)).find((file) => existsSync(file));
    return config === undefined ? [] : [config];
  });
}

async function configsBelow(folder: string): Promise<string[]> {
  const found = await glob(`**/{${names.join(',')}}`, { cwd: folder, absolute: true, ignore: ['**/node_modules/**'], followSymbolicLinks: false });
  const configs = found.map(withSlashes).sort();
  const all = new Set(configs);
  return configs.filter((config) => !config.endsWith('/jsconfig.json') || !all.has(config.replace(/jsconfig\.json$/, 'tsconfig.json')));
}
