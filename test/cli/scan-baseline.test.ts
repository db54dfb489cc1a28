import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingsIn, scanIn } from './scan-in.ts';
import { temporaryProject, tsconfig, write } from './temporary-project.ts';

const old = 'export function poll(): void {\n  setInterval(() => {}, 1000);\n}\n';
const project = () => temporaryProject({ 'tsconfig.json': tsconfig(), 'src/old.ts': old, 'src/other.ts': old });
const baseline = 'lifecycle-baseline.json';
const adopt = (folder: string) => scanIn(folder, { baseline, updateBaseline: true });
const withBaseline = (folder: string) => findingsIn(folder, { baseline });

test('--update-baseline writes the findings by file and succeeds; then only new ones are reported', async () => {
  const folder = project();
  expect(await adopt(folder)).toEqual({ code: 0, err: '', out: 'lifecycle-baseline.json now holds 2 findings of this scan.\n' });
  const entry = { rule: 'lifecycle/dropped-interval', fingerprint: '48f110a76f0dd42a:1' };
  expect(JSON.parse(readFileSync(`${folder}/${baseline}`, 'utf8'))).toEqual({ version: 1, findings: { 'src/old.ts': [entry], 'src/other.ts': [entry] } });
  expect(await scanIn(folder, { baseline })).toEqual({ code: 0, err: '', out: 'No findings, 2 files scanned, 2 known from the baseline.\n' });
  write(folder, { 'src/new.ts': 'setInterval(() => {}, 5);\n' });
  expect((await scanIn(folder, { baseline })).code).toBe(1);
  expect(await withBaseline(folder)).toEqual(['src/new.ts:1:1 dropped-interval']);
});

test('known findings stay known when the code around them changes', async () => {
  const folder = project();
  await adopt(folder);
  write(folder, { 'src/old.ts': `import 'node:fs';\n\n// Polls.\nexport function before(): void {}\n${old.replace('  setInterval(() =>', '    setInterval(\n      () =>')}` });
  expect(await withBaseline(folder)).toEqual([]);
});

test('a second finding of the same code, the same code elsewhere, and a renamed function are new', async () => {
  const folder = project();
  await adopt(folder);
  write(folder, {
    'src/old.ts': old.replace('1000);\n', '1000);\n  setInterval(() => {}, 1000);\n'),
    'src/other.ts': old.replace('poll', 'ask'),
  });
  expect(await withBaseline(folder)).toEqual(['src/old.ts:3:3 dropped-interval', 'src/other.ts:2:3 dropped-interval']);
});

test('mended findings are counted, and leave with the next update', async () => {
  const folder = project();
  await adopt(folder);
  write(folder, { 'src/other.ts': 'export {};\n' });
  expect((await scanIn(folder, { baseline })).err).toBe('lifecycle: 1 finding of the baseline no longer found; --update-baseline forgets what is mended\n');
  await adopt(folder);
  expect(await scanIn(folder, { baseline })).toEqual({ code: 0, err: '', out: 'No findings, 2 files scanned, 1 known from the baseline.\n' });
});

test('an update of a part keeps the rest', async () => {
  const folder = project();
  await adopt(folder);
  write(folder, { 'src/other.ts': `${old}setInterval(() => {}, 5);\n` });
  await scanIn(folder, { paths: ['src/other.ts'], baseline, updateBaseline: true });
  await scanIn(folder, { rule: ['dropped-stop'], baseline, updateBaseline: true });
  expect(await withBaseline(folder)).toEqual([]);
});

test('paths are those of the baseline’s folder, wherever the scan is started', async () => {
  const folder = project();
  await adopt(folder);
  expect(await findingsIn(`${folder}/src`, { baseline: `../${baseline}` })).toEqual([]);
});

test('a disabled finding does not renumber its neighbours', async () => {
  const two = 'setInterval(() => {}, 1);\nsetInterval(() => {}, 1);\n';
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': two });
  await adopt(folder);
  write(folder, { 'a.ts': `// eslint-disable-next-line\n${two}` });
  expect(await withBaseline(folder)).toEqual([]);
});

test('a baseline that cannot be written is one sentence', async () => {
  const { code, err } = await scanIn(project(), { baseline: 'no/such/folder.json', updateBaseline: true });
  expect(code).toBe(2);
  expect(err).toMatch(/^lifecycle: the baseline cannot be written: ENOENT[^\n]*\n$/);
});

test('an update does not hide what could not be done', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': 'let = ;\n' });
  expect(await adopt(folder)).toEqual({ code: 1, err: 'lifecycle: a.ts:1:7: Expression expected\n', out: 'lifecycle-baseline.json now holds 0 findings of this scan.\n' });
});
