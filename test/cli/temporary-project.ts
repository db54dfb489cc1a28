import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Writes files into a new folder that lasts as long as the test. */
export function temporaryProject(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'lifecycle-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Makes packages of this repository available to a temporary project. */
export function install(folder: string, ...packages: readonly string[]): void {
  for (const name of packages) {
    const link = path.join(folder, 'node_modules', name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(root, 'node_modules', name), link, 'dir');
  }
}

interface Tsconfig {
  compilerOptions?: object;
  [property: string]: unknown;
}

/** A strict tsconfig without the types of browsers, which take most of the time to read. */
export function tsconfig({ compilerOptions, ...more }: Tsconfig = {}): string {
  return JSON.stringify({ compilerOptions: { strict: true, target: 'es2022', lib: ['es2022'], module: 'nodenext', ...compilerOptions }, ...more });
}
