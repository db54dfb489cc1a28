// Packs the package, installs the tarball into new projects, and uses it there as a user would.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createProject, type Project } from './smoke/project.ts';
import { run } from './smoke/run.ts';
import { problems, typedConfig, untypedConfig } from './smoke/sources.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lifecycle-smoke-'));
const tarball = await pack();

/** What a project installs beside the plugin, and what is tried in it. */
const trials: Record<string, { install: string[]; tries: ((project: Project) => Promise<void>)[] }> = {
  'ESLint 9.15, TypeScript 5.9': { install: ['eslint@9.15.0', '@typescript-eslint/parser@8', 'typescript@5.9'], tries: [lintsWithTypes] },
  'latest ESLint 9': { install: ['eslint@9', '@typescript-eslint/parser@8', 'typescript@6'], tries: [lintsWithTypes] },
  'ESLint 10': { install: ['eslint@10', '@typescript-eslint/parser@8', 'typescript@6'], tries: [lintsWithTypes, saysThatTypesAreMissing, helps, scans] },
  'TypeScript 7 alone': { install: ['typescript@7'], tries: [helps, scans] },
};

const ends = await Promise.allSettled(Object.entries(trials).map(trial));
rmSync(folder, { recursive: true, force: true });
for (const end of ends) {
  if (end.status === 'rejected') console.error(end.reason);
}
process.exitCode = ends.some(({ status }) => status === 'rejected') ? 1 : 0;

async function pack(): Promise<string> {
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder], path.join(import.meta.dirname, '..'));
  return path.join(folder, stdout.trim().split('\n').at(-1)!);
}

async function trial([name, { install, tries }]: [string, (typeof trials)[string]]): Promise<void> {
  const project = await createProject(path.join(folder, name.replaceAll(/\W+/g, '-')), [...install, '@types/node@20', tarball]);
  for (const attempt of tries) {
    await attempt(project).catch((cause: unknown) => {
      throw new Error(`${name}: ${attempt.name}`, { cause });
    });
    console.log(`ok   ${name}: ${attempt.name}`);
  }
}

async function lintsWithTypes(project: Project): Promise<void> {
  project.write('eslint.config.js', typedConfig);
  const { stdout, stderr, status } = await project.bin('eslint', ['--format', 'json', '.']);
  assert.equal(status, 1, `eslint ends with ${status}\n${stdout}${stderr}`);
  assert.equal(stderr, '');
  const reported = (JSON.parse(stdout) as { messages: { ruleId: string }[] }[]).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  assert.deepEqual([...new Set(reported)].sort(), problems.map((rule) => `lifecycle/${rule}`).sort());
}

async function saysThatTypesAreMissing(project: Project): Promise<void> {
  project.write('eslint.config.js', untypedConfig);
  const { stdout, stderr, status } = await project.bin('eslint', ['src']);
  assert.deepEqual({ status, stdout }, { status: 0, stdout: '' }, stderr);
  assert.match(stderr, /^eslint-plugin-lifecycle: .*need type information.*\n$/);
}

async function helps(project: Project): Promise<void> {
  const { stdout, status } = await project.bin('lifecycle', ['--help']);
  assert.equal(status, 0);
  for (const command of ['scan', 'migrate', 'explain', 'list']) assert.match(stdout, new RegExp(`^ +${command}\\b`, 'm'));
}

async function scans(project: Project): Promise<void> {
  const { stdout, stderr, status } = await project.bin('lifecycle', ['scan', 'src']);
  assert.equal(status, 1, `lifecycle scan ends with ${status}\n${stdout}${stderr}`);
  for (const rule of problems) assert.match(stdout, new RegExp(`lifecycle/${rule}\\b`));
}
