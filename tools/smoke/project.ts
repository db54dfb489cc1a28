import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Ended, run } from './run.ts';
import { files } from './sources.ts';

/** A project that has the packed plugin installed. */
export interface Project {
  readonly folder: string;
  write(name: string, text: string): void;
  copy(from: string, name: string): void;
  /** The script behind a command of an installed package. */
  script(packageName: string, command: string): string;
  /** Runs a command of an installed package with the Node of the trial. */
  bin(packageName: string, command: string, args: readonly string[]): Promise<Ended>;
}

/**
 * A new project with the sample sources, and with the given packages installed.
 * @param node the executable that runs the project's commands
 */
export async function createProject(folder: string, packages: readonly string[], node: string): Promise<Project> {
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const { status, stderr } = await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], folder);
  if (status !== 0) throw new Error(`npm install ${packages.join(' ')} ends with ${status}\n${stderr}`);
  const script = (packageName: string, command: string) => {
    const home = path.join(folder, 'node_modules', packageName);
    const { bin } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { bin: Record<string, string> };
    return path.join(home, bin[command]!);
  };
  return {
    folder,
    write,
    copy: (from, name) => cpSync(from, path.join(folder, name), { recursive: true, filter: (source) => path.basename(source) !== 'node_modules' }),
    script,
    bin: (packageName, command, args) => run(node, [script(packageName, command), ...args], folder),
  };
}
