import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of this package, read from the nearest package.json above this file (source tree and `dist` alike). */
export function packageVersion(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const manifest = readManifest(path.join(folder, 'package.json'));
    if (manifest?.name === 'eslint-plugin-lifecycle') return manifest.version;
    if (path.dirname(folder) === folder) return '0.0.0';
  }
}

function readManifest(file: string): { name: string; version: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { name: string; version: string };
  } catch {
    return undefined;
  }
}
