import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { lifecycle, sources } from './migrate-command.ts';
import { temporaryProject } from './temporary-project.ts';

const native = JSON.stringify({ type: 'module', engines: { node: '>=24' } });

function source(name: string): string {
  return `export async function ${name}(server) {\n  try {\n    await server.work();\n  } finally {\n    await server.stop();\n  }\n}\n`;
}

function migratedSource(name: string): string {
  return `export async function ${name}(server) {\n  await using stack = new AsyncDisposableStack();\n  stack.defer(async () => {\n    await server.stop();\n  });\n  await server.work();\n}\n`;
}

test('a saved plan is applied later; what changed since is skipped with its reason; what is done is left alone', () => {
  const folder = temporaryProject({ 'package.json': native, 'a.js': source('a'), 'b.js': source('b'), 'c.js': source('c') });
  expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--plan', 'plan.json').code).toBe(0);
  writeFileSync(path.join(folder, 'b.js'), `// edited\n${source('b')}`);
  writeFileSync(path.join(folder, 'c.js'), migratedSource('c'));

  const { code, out } = lifecycle(folder, 'migrate', '--from', 'plan.json', '--write');
  expect(code).toBe(1);
  expect(out).toContain('error    b.js was skipped: the file changed since it was read (file-changed).');
  expect(out).toMatch(/^3 files: 1 changed, 1 could not be done/m);
  const texts = ['a.js', 'b.js', 'c.js'].map((name) => readFileSync(path.join(folder, name), 'utf8'));
  expect(texts).toEqual([migratedSource('a'), `// edited\n${source('b')}`, migratedSource('c')]);
});

test('a plan that is none, or is not there, is one sentence', () => {
  const folder = temporaryProject({ 'plan.json': '{}', 'broken.json': '{' });
  expect(lifecycle(folder, 'migrate', '--from', 'plan.json')).toEqual({ code: 2, out: '', err: "lifecycle: 'plan.json' is not a plan of lifecycle migrate.\n" });
  expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--plan', 'none/plan.json').err).toMatch(/^lifecycle: The plan 'none\/plan\.json' cannot be written: ENOENT.+\n$/);
  expect(lifecycle(folder, 'migrate', '--from', 'broken.json').err).toMatch(/^lifecycle: The plan 'broken\.json' cannot be read: .+\n$/);
  expect(lifecycle(folder, 'migrate', '--from', 'absent.json').code).toBe(2);
});

test('killed at any moment, every file is old or new, and the plan finishes the work', async () => {
  const names = Array.from({ length: 150 }, (_, index) => `f${index}`);
  const folder = temporaryProject({ 'package.json': native, ...Object.fromEntries(names.map((name) => [`src/${name}.js`, source(name)])) });
  lifecycle(folder, 'migrate', 'finally-to-stack', 'src', '--plan', 'plan.json', '--jobs', '1');
  const seen: number[] = [];
  for (const wait of [0, 5]) {
    const before = countNew(folder, names);
    const child = spawn(process.execPath, [...sources, 'migrate', '--from', 'plan.json', '--write'], { cwd: folder, stdio: 'ignore' });
    const exited = once(child, 'exit');
    while (countNew(folder, names) === before && child.exitCode === null) await setTimeout(1);
    await setTimeout(wait);
    child.kill('SIGKILL');
    await exited;
    seen.push(countNew(folder, names));
  }
  expect(seen[0]).toBeGreaterThan(0);
  expect(lifecycle(folder, 'migrate', '--from', 'plan.json', '--write').code).toBe(0);
  expect(countNew(folder, names)).toBe(names.length);
});

/** How many files are new; the test fails when one is neither old nor new. */
function countNew(folder: string, names: readonly string[]): number {
  expect(readdirSync(path.join(folder, 'src')).length).toBeGreaterThanOrEqual(names.length);
  return names.filter((name) => {
    const file = path.join(folder, 'src', `${name}.js`);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : 'missing';
    expect([source(name), migratedSource(name)]).toContain(text);
    return text === migratedSource(name);
  }).length;
}
