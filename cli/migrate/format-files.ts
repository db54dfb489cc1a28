import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

interface Formatter {
  readonly bin: string;
  readonly args: readonly string[];
}

/** Formatters by the name of their executable, in the order in which they are looked for. */
const formatters: readonly Formatter[] = [
  { bin: 'biome', args: ['format', '--write'] },
  { bin: 'dprint', args: ['fmt'] },
  { bin: 'oxfmt', args: [] },
  { bin: 'prettier', args: ['--write', '--log-level', 'warn'] },
];

/** Runs the project's own formatter over the files; the answer is a warning when there is none or when it failed. */
export function formatFiles(files: readonly string[]): string | undefined {
  if (files.length === 0) return undefined;
  const found = formatters.map((formatter) => ({ formatter, bin: installed(formatter.bin) })).find(({ bin }) => bin);
  if (!found?.bin) return `--format found no formatter (${formatters.map(({ bin }) => bin).join(', ')}) in node_modules; the files are as the migration wrote them.`;
  try {
    execFileSync(found.bin, [...found.formatter.args, ...files], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', shell: process.platform === 'win32' });
    return undefined;
  } catch (error) {
    return `${found.formatter.bin} failed; the files are as the migration wrote them: ${(error as Error).message.split('\n')[0]}`;
  }
}

function installed(name: string): string | undefined {
  for (let folder = process.cwd(); ; folder = path.dirname(folder)) {
    const bin = path.join(folder, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
    if (existsSync(bin)) return bin;
    if (path.dirname(folder) === folder) return undefined;
  }
}
