import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What the command reads of a package.json. */
export interface Manifest {
  /** Relative to the working folder. */
  readonly file: string;
  readonly enginesNode: string | undefined;
  readonly isModule: boolean;
  readonly dependencies: Readonly<Record<string, string>>;
}

interface ManifestText {
  type?: string;
  engines?: { node?: string };
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** The package.json files above a file, nearest first. */
export function manifestsAbove(file: string): Manifest[] {
  const found: Manifest[] = [];
  for (let folder = path.dirname(path.resolve(file)); ; folder = path.dirname(folder)) {
    const manifest = readManifest(path.join(folder, 'package.json'));
    if (manifest) found.push(manifest);
    if (path.dirname(folder) === folder) return found;
  }
}

const read = new Map<string, Manifest | undefined>();

function readManifest(file: string): Manifest | undefined {
  if (!read.has(file)) read.set(file, parse(file));
  return read.get(file);
}

function parse(file: string): Manifest | undefined {
  try {
    const { type, engines, dependencies, devDependencies, peerDependencies } = JSON.parse(readFileSync(file, 'utf8')) as ManifestText;
    return { file: path.relative('.', file), enginesNode: engines?.node, isModule: type === 'module', dependencies: { ...peerDependencies, ...devDependencies, ...dependencies } };
  } catch {
    return undefined;
  }
}
