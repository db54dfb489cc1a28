import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { typedConfig } from '../../tools/smoke/sources.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const { scripts, engines } = JSON.parse(read('package.json')) as { scripts: Record<string, string>; engines: { node: string } };

test('the configuration of the README is the one that the smoke test installs and uses', () => {
  expect(read('README.md')).toContain(`\`\`\`js\n// eslint.config.js\n${typedConfig}\`\`\``);
});

test('the README states the versions of Node that package.json does', () => {
  expect(read('README.md')).toContain(`\`${engines.node}\``);
});

test.each(['README.md', 'CONTRIBUTING.md'])('every script that %s names exists', (file) => {
  const named = [...read(file).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name!);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test.each(['README.md', 'CONTRIBUTING.md'])('every relative link of %s leads somewhere', (file) => {
  const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link!);
  expect(links.filter((link) => !exists(link))).toEqual([]);
});

function exists(file: string): boolean {
  try {
    return read(file) !== '';
  } catch {
    return false;
  }
}
