import { readFileSync } from 'node:fs';
import path from 'node:path';
import semver from 'semver';
import { manifestsAbove, type Manifest } from './manifest.ts';

/** Where a file will run, as far as its package says. */
export interface RuntimeProfile {
  /** `native`: Node 24 or newer only. `below`: older ones are admitted. `unstated`: no usable `engines.node`. */
  readonly node: 'native' | 'below' | 'unstated';
  /** The package.json that says so. */
  readonly manifest: Manifest | undefined;
  /** A tool among the dependencies that lowers `using` for older engines. */
  readonly lowers: string | undefined;
}

/** Tools that lower `using`, as they are named in package.json. */
const loweringTools: readonly string[] = ['typescript', 'esbuild', 'vite', 'vitest', 'tsup', 'tsdown', 'tsx', '@babel/core', '@swc/core', 'parcel', 'rolldown', '@rspack/core', '@rsbuild/core', 'next'];

/** The profile of one source file. */
export function runtimeProfile(file: string): RuntimeProfile {
  const manifests = manifestsAbove(file);
  const manifest = manifests.find(({ enginesNode }) => enginesNode !== undefined);
  const range = manifest?.enginesNode;
  const node = range === undefined || semver.validRange(range) === null ? 'unstated' : semver.subset(range, '>=24.0.0') ? 'native' : 'below';
  return { node, manifest, lowers: loweringTools.find((tool) => manifests.some(({ dependencies }) => tool in dependencies)) };
}

const plainScript = new Set(['.js', '.mjs', '.cjs']);

/** The sentence that stops a migration which needs a stack, or undefined when the file's runtime has one or will get one. */
export function whyNoStack(file: string, migration: string, polyfilled: boolean): string | undefined {
  const { node, manifest, lowers } = runtimeProfile(file);
  if (node !== 'below') return undefined;
  const admits = `${manifest?.file} admits Node "${manifest?.enginesNode}"`;
  if (!polyfilled) {
    return `${migration} needs DisposableStack and AsyncDisposableStack, which Node has from version 24 on, but ${admits}: choose --polyfill core-js, disposablestack or whatwg, or raise "engines". Nothing was changed.`;
  }
  if (plainScript.has(path.extname(file)) && !lowers) {
    return `${migration} writes "using" into ${file}, which is a syntax error before Node 24, but ${admits} and no build tool that lowers it is among the dependencies. Nothing was changed.`;
  }
  return undefined;
}

const miscompiling = '>=1.16.0 <=1.16.22';

/** Warnings about build tools that miscompile or pass through what the migration writes. */
export function toolWarnings(files: readonly string[]): string[] {
  const folders = new Set(files.map((file) => path.dirname(path.resolve(file))));
  const versions = new Set([...folders].flatMap((folder) => swcVersion(folder) ?? []));
  return [...versions]
    .filter((version) => semver.satisfies(version, miscompiling))
    .map((version) => `@swc/core ${version} miscompiles "await using" when both the body and the release throw, unless externalHelpers is on: set it, or use another version.`);
}

/** The version of @swc/core that is installed for the folder; undefined when it is absent or helpers are external. */
function swcVersion(start: string): string | undefined {
  let external = false;
  for (let folder = start; ; folder = path.dirname(folder)) {
    external ||= /"externalHelpers"\s*:\s*true/.test(readOr(path.join(folder, '.swcrc')));
    const manifest = readOr(path.join(folder, 'node_modules/@swc/core/package.json'));
    if (manifest) return external ? undefined : (JSON.parse(manifest) as { version?: string }).version;
    if (path.dirname(folder) === folder) return undefined;
  }
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
