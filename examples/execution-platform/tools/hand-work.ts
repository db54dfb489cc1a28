/**
 * Renews `hand-work.patch`. `npx tsx tools/hand-work.ts <new folder>` writes the migrated system there with the patch on top, as far as it still applies;
 * finish it, then `npx tsx tools/hand-work.ts --write <folder>`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cleanCopy, flags } from '../../../test/example/self-migration.ts';

const patch = path.join(import.meta.dirname, '../hand-work.patch');
const { values: { write = false }, positionals: [folder = ''] } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true });

if (write) writeFileSync(patch, git('diff', '--unified=1', 'before').replaceAll(/^index .*\n/gm, ''));
else await begin();

async function begin(): Promise<void> {
  await using copy = await cleanCopy();
  console.log((await copy.lifecycle('migrate', 'all', ...flags, '--write', 'before')).out);
  cpSync(path.join(copy.folder, 'before'), path.join(folder, 'before'), { recursive: true });
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=nobody', '-c', 'user.email=nobody@localhost', 'commit', '--quiet', '--message', 'migrated');
  if (readFileSync(patch, 'utf8') === '') return;
  try {
    git('apply', '--reject', '--unidiff-zero', patch);
  } catch {
    console.log(`Not everything of the patch applies: look for *.rej in ${folder}.`);
  }
}

function git(...input: string[]): string {
  return execFileSync('git', input, { cwd: folder, encoding: 'utf8' });
}
