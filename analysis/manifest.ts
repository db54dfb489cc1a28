import type ts from 'typescript';
import type { View } from './view.ts';

/** What the analysis reads of a package.json. */
export interface Manifest {
  bin?: unknown;
  main?: unknown;
  module?: unknown;
  types?: unknown;
  typings?: unknown;
  exports?: unknown;
  scripts?: Record<string, unknown>;
  engines?: { node?: unknown };
}

/** The nearest package.json above a file, of those that `counts` accepts. Nothing where the host has no file system, or where it cannot be parsed. */
export function nearestManifest(view: View, fileName: string, counts: (manifest: Manifest) => boolean = () => true): { folder: string; manifest: Manifest } | undefined {
  const { sys } = view.ts as { sys?: ts.System };
  if (!sys) return undefined;
  for (let folder = parent(fileName); folder !== ''; folder = parent(folder)) {
    const manifest = sys.fileExists(`${folder}/package.json`) ? parsed(sys.readFile(`${folder}/package.json`)) : undefined;
    if (manifest && counts(manifest)) return { folder, manifest };
  }
  return undefined;
}

function parsed(text: string | undefined): Manifest | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Manifest);
  } catch {
    return undefined;
  }
}

function parent(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
