#!/usr/bin/env node
// A command that does its work and ends.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

async function checksum(file: string): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(file));
  return hash.digest('hex');
}

async function main([folder = '.', output = 'checksums.txt']: readonly string[]): Promise<void> {
  const { stdout: revision } = await execute('git', ['rev-parse', 'HEAD'], { cwd: folder });
  const lines = [`# ${revision.trim()}`];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isFile()) lines.push(`${await checksum(path.join(folder, entry.name))}  ${entry.name}`);
  }
  await writeFile(output, `${lines.join('\n')}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
