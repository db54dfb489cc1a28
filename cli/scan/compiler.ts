import { createRequire } from 'node:module';
import path from 'node:path';
import semver from 'semver';
import type { TypeScript } from '../../analysis/view.ts';

/** The TypeScript a project is read with. */
export interface Compiler {
  readonly ts: TypeScript;
  /** Set when the project's own cannot serve (missing, too old, or without an API) and ours reads it. */
  readonly bundled?: BundledLibrary | undefined;
}

/** The standard library of our TypeScript, which lies in no folder. */
export interface BundledLibrary {
  readonly folder: string;
  /** Texts by path. */
  readonly files: ReadonlyMap<string, string>;
}

const served = '>=5.2.0 <6.1.0-0';

/** The project's own TypeScript when it is 5.2–6.0, else the one that ts-morph brings, loaded only then. */
export async function compilerFor(folder: string): Promise<Compiler> {
  const own = ownTypeScript(folder);
  return own ? { ts: own } : bundledCompiler();
}

/** The TypeScript that ts-morph brings. */
export function bundledCompiler(): Promise<Compiler> {
  return (bundled ??= loadBundled());
}

let bundled: Promise<Compiler> | undefined;

async function loadBundled(): Promise<Compiler> {
  const { ts, getLibFiles, libFolderInMemoryPath: libFolder } = await import('@ts-morph/common');
  const files = new Map(getLibFiles().map(({ fileName, text }) => [`${libFolder}/${fileName}`, text]));
  return { ts: ts as unknown as TypeScript, bundled: { folder: libFolder, files } };
}

function ownTypeScript(folder: string): TypeScript | undefined {
  const candidate = optional(createRequire(path.join(folder, 'package.json')));
  const usable = typeof candidate?.createProgram === 'function' && semver.satisfies(candidate.version, served, { includePrerelease: true });
  return usable ? candidate : undefined;
}

function optional(require: NodeJS.Require): TypeScript | undefined {
  try {
    return require('typescript') as TypeScript;
  } catch {
    return undefined;
  }
}
