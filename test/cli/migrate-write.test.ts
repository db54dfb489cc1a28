import { readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesThatNeed } from '../../cli/migrate/stacks.ts';
import { readText } from '../../cli/migrate/read-text.ts';
import { writeFiles } from '../../cli/migrate/write-file.ts';
import { temporaryProject } from './temporary-project.ts';

test('a file that changed since it was read stays as it is', async () => {
  const folder = temporaryProject({ 'a.js': 'old' });
  const file = path.join(folder, 'a.js');
  writeFileSync(file, 'edited meanwhile');
  expect(await writeFiles([{ outcome: 'changed', file, before: 'old', after: 'new', sites: [] }])).toEqual([{
    outcome: 'problem', file, kind: 'input', sentence: `${file} changed while it was being migrated and was left alone: run the migration on it again.`,
  }]);
  expect(readFileSync(file, 'utf8')).toBe('edited meanwhile');
});

test('a file that is gone by then is a problem, and is not made again', async () => {
  const folder = temporaryProject({});
  const file = path.join(folder, 'a.js');
  expect(await writeFiles([{ outcome: 'changed', file, before: 'old', after: 'new', sites: [] }])).toMatchObject([{ sentence: `${file} cannot be read: no such file.` }]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a link stays a link; what it leads to is written', async () => {
  const folder = temporaryProject({ 'real.js': 'old' });
  const file = path.join(folder, 'link.js');
  symlinkSync('real.js', file);
  expect(await writeFiles([{ outcome: 'changed', file, before: 'old', after: 'new', sites: [] }])).toMatchObject([{ outcome: 'changed' }]);
  expect([readFileSync(path.join(folder, 'real.js'), 'utf8'), readdirSync(folder).sort()]).toEqual(['new', ['link.js', 'real.js']]);
});

test('what cannot be read is said in one sentence', () => {
  const folder = temporaryProject({ 'latin.js': '' });
  writeFileSync(path.join(folder, 'latin.js'), Buffer.from([0xe9]));
  expect(readText(folder)).toMatchObject({ sentence: `${folder} cannot be read: it is a folder.` });
  expect(readText(path.join(folder, 'latin.js'))).toMatchObject({ sentence: `${path.join(folder, 'latin.js')} is not valid UTF-8 text.` });
});

test('files that change together are written all, or none of them', async () => {
  const folder = temporaryProject({ 'a.js': 'old', 'b.js': 'edited meanwhile', 'c.js': 'old', 'd.js': 'old' });
  const [a, b, c, d] = ['a.js', 'b.js', 'c.js', 'd.js'].map((name) => path.join(folder, name)) as [string, string, string, string];
  const changed = (file: string, together: readonly string[] = []) => ({ outcome: 'changed', file, before: 'old', after: 'new', sites: [], together }) as const;
  expect(await writeFiles([changed(a, [b]), changed(b, [a]), changed(c, [a]), changed(d)])).toMatchObject([
    { outcome: 'problem', sentence: `${a} was left alone: what would change in it belongs to changes in ${b}, which could not be done.` },
    { outcome: 'problem', sentence: `${b} changed while it was being migrated and was left alone: run the migration on it again.` },
    { outcome: 'problem', sentence: `${c} was left alone: what would change in it belongs to changes in ${b}, which could not be done.` },
    { outcome: 'changed' },
  ]);
  expect([a, b, c, d].map((file) => readFileSync(file, 'utf8'))).toEqual(['old', 'edited meanwhile', 'old', 'new']);
});

test('a stack is needed in the file that gets one, whichever file the site is in', () => {
  const site = { migration: 'provider-to-unstarted', line: 1, column: 1, outcome: 'migrated', level: 'unstarted', differences: [], elsewhere: ['scope.ts'] } as const;
  const provider = { outcome: 'changed', file: 'provider.ts', before: '', after: 'export const make = () => new Service();', sites: [site], by: ['provider-to-unstarted'] } as const;
  const scope = { outcome: 'changed', file: 'scope.ts', before: '', after: 'await using stack = new AsyncDisposableStack();', sites: [], by: ['provider-to-unstarted'] } as const;
  const importer = { outcome: 'changed', file: 'importer.ts', before: '', after: 'await stack.use();', sites: [], by: ['constructor-to-start'] } as const;
  expect(filesThatNeed(['stacks'], [provider, scope, importer])).toEqual(['scope.ts']);
  expect(filesThatNeed(['stacks'], [{ ...provider, sites: [{ ...site, elsewhere: undefined }] }])).toEqual(['provider.ts']);
});
