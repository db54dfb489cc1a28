import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Random } from '../proof/random.ts';
import { lifecycle, sources } from './migrate-command.ts';
import { temporaryProject } from './temporary-project.ts';

const count = 60;
const names = Array.from({ length: count }, (_, index) => `file-${String(index).padStart(2, '0')}.js`);
/** Long enough for a write to take a while. */
const filler = `// ${'x'.repeat(100)}\n`.repeat(4000);
const before = `export async function run(server) {\n  try {\n    await server.work();\n  } finally {\n    await server.stop();\n  }\n}\n${filler}`;
const after = `export async function run(server) {\n  await using stack = new AsyncDisposableStack();\n  stack.defer(async () => {\n    await server.stop();\n  });\n  await server.work();\n}\n${filler}`;

const random = new Random(7);
const moments = Array.from({ length: 4 }, () => ({ file: random.below(20), milliseconds: random.below(4) }));
let interrupted = 0;

test.each(moments)('killed $milliseconds ms after file $file was written, every file is old or new, and the next run does the rest', async ({ file, milliseconds }) => {
  const folder = temporaryProject({ 'package.json': '{ "type": "module", "engines": { "node": ">=24" } }', ...Object.fromEntries(names.map((name) => [name, before])) });
  const child = spawn(process.execPath, [...sources, 'migrate', 'finally-to-stack', '--write', '--jobs', '1'], { cwd: folder, stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (child.exitCode === null && isOld(path.join(folder, names[file]!))) await setTimeout(1);
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  await ended;
  const texts = names.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  expect(texts.filter((text) => text !== before && text !== after)).toEqual([]);
  expect(texts[file]).toBe(after);
  if (texts.includes(before)) interrupted++;
  expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--write').code).toBe(0);
  expect(names.filter((name) => readFileSync(path.join(folder, name), 'utf8') !== after)).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.js')).sort()).toEqual(names);
});

test('some of these runs were in the middle of writing', () => {
  expect(interrupted).toBeGreaterThan(0);
});

function isOld(file: string): boolean {
  return statSync(file).size === Buffer.byteLength(before);
}
