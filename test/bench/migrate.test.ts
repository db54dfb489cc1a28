import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { measureTyped } from '../../bench/migrate/typed.ts';
import { temporaryProject, tsconfig } from '../cli/temporary-project.ts';

const service = 'export class Service {\n  async start(): Promise<void> {}\n\n  async stop(): Promise<void> {}\n}\n';

function bench(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const script = path.join(import.meta.dirname, '../../bench/migrate-corpus.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), script, ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

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
])('bad input is one sentence: %j', (args, err) => {
  expect(bench(...args)).toEqual({ code: 2, out: '', err });
});
