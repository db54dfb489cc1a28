import { cpSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lifecycle } from '../cli/migrate-command.ts';
import { temporaryProject } from '../cli/temporary-project.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures');

test('a second run of all changes nothing: the programs of every typed migration, in one project', { timeout: 900_000 }, () => {
  const folder = temporaryProject({ 'package.json': JSON.stringify({ type: 'module', engines: { node: '>=24' } }) });
  cpSync(fixtures, folder, { recursive: true, filter: (file) => !/[\\/](?:finally-to-stack|output[^\\/]*|sites\.txt|options\.json)$/.test(file) });
  renameSync(path.join(folder, 'tsconfig.typed.json'), path.join(folder, 'tsconfig.json'));
  const run = (...more: string[]) => lifecycle(folder, 'migrate', 'all', '--fix-order', '--close-gap', ...more);

  const first = run('--write');
  expect(first.out).toContain(' 0 could not be done');

  const second = run('--check');
  expect(second.out.split('\n').filter((line) => line.startsWith('  migrated'))).toEqual([]);
  expect(second.code).toBe(0);
});
