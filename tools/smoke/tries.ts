// What a user does with the package, each as one attempt in a project that has it installed.
import assert from 'node:assert/strict';
import type { Project } from './project.ts';
import { problems, typedConfig, untypedConfig } from './sources.ts';

export type Attempt = (project: Project) => Promise<void>;

const plugin = 'eslint-plugin-lifecycle';

export async function lintsWithTypes(project: Project): Promise<void> {
  project.write('eslint.config.js', typedConfig);
  const { stdout, stderr, status } = await project.bin('eslint', 'eslint', ['--format', 'json', '.']);
  assert.equal(status, 1, `eslint ends with ${status}\n${stdout}${stderr}`);
  assert.equal(stderr, '');
  const reported = (JSON.parse(stdout) as { messages: { ruleId: string }[] }[]).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  assert.deepEqual([...new Set(reported)].sort(), problems.map((rule) => `lifecycle/${rule}`).sort());
}

export async function saysThatTypesAreMissing(project: Project): Promise<void> {
  project.write('eslint.config.js', untypedConfig);
  const { stdout, stderr, status } = await project.bin('eslint', 'eslint', ['src']);
  assert.deepEqual({ status, stdout }, { status: 0, stdout: '' }, stderr);
  assert.match(stderr, /^eslint-plugin-lifecycle: .*need type information.*\n$/);
}

export async function helps(project: Project): Promise<void> {
  const { stdout, status } = await project.bin(plugin, 'lifecycle', ['--help']);
  assert.equal(status, 0);
  for (const command of ['scan', 'migrate', 'explain', 'list']) assert.match(stdout, new RegExp(`^ +${command}\\b`, 'm'));
}

export async function scans(project: Project): Promise<void> {
  const { stdout, stderr, status } = await project.bin(plugin, 'lifecycle', ['scan', 'src']);
  assert.equal(status, 1, `lifecycle scan ends with ${status}\n${stdout}${stderr}`);
  for (const rule of problems) assert.match(stdout, new RegExp(`lifecycle/${rule}\\b`));
}
