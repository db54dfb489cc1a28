import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as beforeEntries from '../../examples/execution-platform/before/entry-points.ts';
import type * as beforeServices from '../../examples/execution-platform/before/services/index.ts';
import { sources } from '../cli/migrate-command.ts';
import type { System } from './scenarios.ts';

const root = path.resolve(import.meta.dirname, '../..');
const example = 'examples/execution-platform';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A copy of the reference system, with what it needs to be compiled and run, outside of this repository. */
export interface Copy extends AsyncDisposable {
  readonly folder: string;
  /** Runs Node there. */
  node(...input: string[]): Promise<Ended>;
  /** Runs the command there. */
  lifecycle(...input: string[]): Promise<Ended>;
  /** Puts the work that is left for the hand on top. */
  patch(): Promise<Ended>;
  /** What the compiler says of it. */
  typecheck(): Promise<string>;
  system(): Promise<System>;
}

/** What `--json` prints. */
export interface Report {
  readonly files: readonly { readonly file: string; readonly sites?: readonly ({ readonly migration: string } & ({ readonly outcome: 'migrated'; readonly differences: readonly string[] } | { readonly outcome: 'skipped'; readonly reason: string }))[] }[];
  readonly totals: { readonly changed: number; readonly problems: number };
  readonly warnings: readonly string[];
}

/** Migrates a copy by one command. */
export async function migrated(copy: Copy, options: readonly string[]): Promise<Report> {
  const { code, out, err } = await copy.lifecycle('migrate', 'all', ...options, '--write', '--json', 'before');
  if (code !== 0 || err !== '') throw new Error(`lifecycle migrate ended with ${code}: ${err}`);
  return JSON.parse(out) as Report;
}

/** What the reference system is migrated with. */
export const flags: readonly string[] = ['--fix-order', '--close-gap'];

/** Of the reference system as it is here, or of another copy. */
export async function cleanCopy(from = path.join(root, example)): Promise<Copy> {
  const above = await mkdtemp(path.join(tmpdir(), 'self-migration-'));
  const folder = path.join(above, example);
  await mkdir(folder, { recursive: true });
  for (const part of ['before', 'after', 'platform', 'mutants', 'demo', 'package.json', 'tsconfig.json', 'hand-work.patch']) await cp(path.join(from, part), path.join(folder, part), { recursive: true });
  await cp(path.join(root, 'tsconfig.json'), path.join(above, 'tsconfig.json'));
  for (const modules of ['node_modules', `${example}/node_modules`]) await symlink(path.join(root, modules), path.join(above, modules), 'dir').catch(ifMissing);
  const run = (command: string, input: readonly string[]): Promise<Ended> => runIn(folder, command, input);
  return {
    folder,
    node: (...input) => run(process.execPath, input),
    lifecycle: (...input) => run(process.execPath, [...sources, ...input]),
    patch: () => run('git', ['apply', '--whitespace=nowarn', 'hand-work.patch']),
    typecheck: async () => (await run(process.execPath, [path.join(root, 'node_modules/typescript/lib/tsc.js'), '-p', folder, '--pretty', 'false'])).out,
    system: async () => ({ entries: (await importFrom<typeof beforeEntries>(folder, 'before/entry-points.ts')).entryPoints, services: await importFrom<typeof beforeServices>(folder, 'before/services/index.ts') }),
    [Symbol.asyncDispose]: () => rm(above, { recursive: true }),
  };
}

/** A package manager may have hoisted everything. */
function ifMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

function importFrom<Module>(folder: string, file: string): Promise<Module> {
  return import(pathToFileURL(path.join(folder, file)).href) as Promise<Module>;
}

function runIn(cwd: string, command: string, input: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(command, input, { cwd, maxBuffer: 2 ** 26 }, (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }));
  });
}
