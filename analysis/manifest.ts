import type ts from 'typescript';
import { perView } from './per-view.ts';
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
  for (let folder = parent(fileName); folder !== ''; folder = parent(folder)) {
    const manifest = manifestIn(view, folder);
    if (manifest && counts(manifest)) return { folder, manifest };
  }
  return undefined;
}

/** A package.json is read once for a program: all its files ask for the same few. */
function manifestIn(view: View, folder: string): Manifest | undefined {
  const { sys } = view.ts as { sys?: ts.System };
  const known = manifests(view);
  if (sys && !known.has(folder)) known.set(folder, sys.fileExists(`${folder}/package.json`) ? parsed(sys.readFile(`${folder}/package.json`)) : undefined);
  return known.get(folder);
}

const manifests = perView(() => new Map<string, Manifest | undefined>());

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
