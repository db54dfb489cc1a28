import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Ended, run } from './run.ts';
import { files } from './sources.ts';

export interface Project {
  write(name: string, text: string): void;
  bin(name: string, args: readonly string[]): Promise<Ended>;
}

/** A new project with the sample sources, and with the given packages installed. */
export async function createProject(folder: string, packages: readonly string[]): Promise<Project> {
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const { status, stderr } = await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], folder);
  if (status !== 0) throw new Error(`npm install ${packages.join(' ')} ends with ${status}\n${stderr}`);
  return { write, bin: (name, args) => run(path.join(folder, 'node_modules', '.bin', name), args, folder) };
}
