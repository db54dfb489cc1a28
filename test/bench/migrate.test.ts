import path from 'node:path';
import { expect, test } from 'vitest';
import { measureTyped } from '../../bench/migrate/typed.ts';
import { temporaryProject, tsconfig } from '../cli/temporary-project.ts';
import { runScript } from './run-script.ts';

const service = 'export class Service {\n  async start(): Promise<void> {}\n\n  async stop(): Promise<void> {}\n}\n';

const bench = (...args: string[]) => runScript('bench/migrate-corpus.ts', ...args);

test('a typed migration is measured beside a type check of the same files', () => {
  const folder = temporaryProject({ 'package.json': '{ "type": "module" }', 'tsconfig.json': tsconfig({ compilerOptions: { types: [] } }), 'service.ts': service, 'other.ts': service });
  const { check, rows } = measureTyped(folder, 1, ['implement-dispose']);
  expect(check).toMatchObject({ files: 2, migrated: 0 });
  expect(rows).toEqual([{ migration: 'implement-dispose', migrated: 2, wallRatio: expect.any(Number), processorRatio: expect.any(Number), peakMegabytes: expect.any(Number) }]);
  for (const figure of [rows[0]!.wallRatio, rows[0]!.processorRatio, rows[0]!.peakMegabytes]) expect(figure).toBeGreaterThan(0);
});

test('what finally-to-stack makes of a folder is a row of each table', () => {
  const folder = temporaryProject({ 'a.js': 'export async function run(server) {\n  try {\n    await server.work();\n  } finally {\n    await server.stop();\n  }\n}\n', 'b.js': 'export {};\n' });
  const { code, out } = bench(folder);
  expect(code).toBe(0);
  expect(out).toContain(`| ${path.basename(folder)} | 2 | 1 | 1 | 0 | 0 | 1 | 0 |`);
  expect(out).toMatch(/^### Speed$/m);
});

test.each([
  [[], 'Name a folder: npm run bench:migrate -- <folder…>.\n'],
  [['gone'], "There is no folder 'gone'.\n"],
  [['--typed', '--runs', 'x', '.'], "--runs takes a number from 1 on, not 'x'.\n"],
  [['--runs', '0', '.'], "--runs takes a number from 1 on, not '0'.\n"],
  [['--fast', '.'], "Unknown option '--fast'.\n"],
])('bad input is one sentence: %j', (args, err) => {
  expect(bench(...args)).toEqual({ code: 2, out: '', err });
});

test('only the typed migrations need a tsconfig', () => {
  const folder = temporaryProject({ 'a.js': 'export {};\n' });
  expect(bench('--typed', folder)).toEqual({ code: 2, out: '', err: `No tsconfig.json covers a file of '${folder}'.\n` });
  expect(bench(folder)).toMatchObject({ code: 0, err: '' });
});
