import { existsSync } from 'node:fs';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { foldersUp, withSlashes } from './paths.ts';
import type { Target } from './targets.ts';

const names = ['tsconfig.json', 'jsconfig.json'];

/** The tsconfigs of a folder and of every folder above it, nearest first; for a tsconfig that is named, that one alone. */
export function tsconfigsAbove(target: Target): string[] {
  if (target.kind === 'tsconfig') return [target.path];
  const folders = [...foldersUp(target.kind === 'folder' ? target.path : path.posix.dirname(target.path))];
  return folders.flatMap((folder) => names.map((name) => path.posix.join(withSlashes(folder), name)).find((file) => existsSync(file)) ?? []);
}

/** The tsconfigs of a folder and of every folder below it. */
export async function tsconfigsBelow(folder: string): Promise<string[]> {
  const found = await glob(`**/{${names.join(',')}}`, { cwd: folder, absolute: true, ignore: ['**/node_modules/**'], followSymbolicLinks: false });
  const configs = found.map(withSlashes).sort();
  const all = new Set(configs);
  return configs.filter((config) => !config.endsWith('/jsconfig.json') || !all.has(config.replace(/jsconfig\.json$/, 'tsconfig.json')));
}
