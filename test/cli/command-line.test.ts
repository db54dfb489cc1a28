import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryProject, tsconfig } from './temporary-project.ts';

const main = path.resolve(import.meta.dirname, '../../cli/main.ts');
const tsx = import.meta.resolve('tsx');

function lifecycle(cwd: string, ...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', tsx, main, ...args], { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  return { code: status, out: stdout, err: stderr };
}

test('scan from the command line: text on standard output, sentences on standard error, the exit code', () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': 'export const a = 1;\n', 'b.ts': 'let = ;\n' });
  expect(lifecycle(folder, 'scan', 'a.ts')).toEqual({ code: 0, out: 'No findings, 1 file scanned.\n', err: '' });
  expect(lifecycle(folder, 'scan')).toEqual({ code: 1, out: 'No findings, 1 file scanned.\n', err: 'lifecycle: b.ts:1:7: Expression expected\n' });
  expect(lifecycle(folder, 'scan', '--rule', 'no-such', '--rule', 'other')).toEqual({ code: 2, out: '', err: "lifecycle: there is no rule 'no-such' (lifecycle list shows all)\n" });
});

test('a reader that closes the pipe early is no error', () => {
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`src/a-file-with-a-long-name-so-that-the-report-outgrows-a-pipe-${index}-${'x'.repeat(120)}.ts`, 'export {};\n']));
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), ...many });
  const scan = `"${process.execPath}" --import "${tsx}" "${main}" scan --format json`;
  const { stdout, stderr } = spawnSync('sh', ['-c', `${scan} | head -n 1`], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  expect([stdout, stderr]).toEqual(['{\n', '']);
});

test('an option that does not exist is a bad request', () => {
  const { code, err } = lifecycle(temporaryProject({}), 'scan', '--loud');
  expect([code, err.split('\n')[0]]).toEqual([2, "error: unknown option '--loud'"]);
});

test('list names every migration', () => {
  const { code, out, err } = lifecycle(temporaryProject({}), 'list');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^Rules\n/);
  expect(out).toMatch(/^ {2}finally-to-stack {2}/m);
});
