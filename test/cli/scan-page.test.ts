import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { registerScan } from '../../cli/commands/scan.ts';
import { questions } from '../../rules/index.ts';
import { scanIn } from './scan-in.ts';
import { install, temporaryProject, tsconfig } from './temporary-project.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/scan.md'), 'utf8');

/** The first code block of a language after a heading. */
function block(heading: string, language: string): string {
  const section = page.slice(page.indexOf(`## ${heading}`));
  return new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(section)![1]!;
}

test('the example of the page prints what the page says', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'src/read-stable.ts': block('What a report looks like', 'ts') });
  install(folder, '@types/node');
  const { code, out, err } = await scanIn(folder, { questions });
  expect([code, err]).toEqual([1, '']);
  expect(out).toBe(block('What a report looks like', 'text'));
});

test('the page has every option of the command, in its words', () => {
  const command = new Command();
  registerScan(command);
  const documented = [...page.matchAll(/^\| `(--.*?)` \|/gm)].map(([, flags]) => flags);
  expect(documented).toEqual(command.commands[0]!.options.map((option) => option.flags));
});
