import { createRequire } from 'node:module';
import path from 'node:path';
import semver from 'semver';
import type { TypeScript } from '../../analysis/view.ts';
import type { BundledLibrary } from '../../codemods/typed/shared-host.ts';

/** The TypeScript a project is read with. */
export interface Compiler {
  readonly ts: TypeScript;
  /** Set when the project's own cannot serve (missing, too old, or without an API) and ours reads it. */
  readonly bundled?: BundledLibrary | undefined;
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
  const { bundledTypeScript: ts, bundledLibrary: bundled } = await import('../../codemods/typed/bundled-typescript.ts');
  return { ts, bundled };
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
