import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../codemods/index.ts';
import { questions } from '../../rules/index.ts';
import type { Settings } from '../../analysis/settings.ts';
import { lint } from '../lint.ts';
import { type Example, examplesOf } from './examples.ts';

const root = path.join(import.meta.dirname, '../..');

const known: ReadonlySet<string> = new Set([...migrations.map(({ name }) => name), ...questions.map(({ name }) => name)]);

describe.each(globSync('docs/rules/*.md', { cwd: root }).sort())('%s', (file) => {
  const rule = `lifecycle/${path.basename(file, '.md')}`;
  const page = readFileSync(path.join(root, file), 'utf8');
  const examples = examplesOf(page);

  test('shows both what is incorrect and what is correct', () => {
    expect(new Set(examples.map(({ verdict }) => verdict))).toEqual(new Set(['incorrect', 'correct']));
  });

  test('says what every page has to say', () => {
    const headings = page.match(/^## .*$/gm) ?? [];
    for (const heading of ['## Incorrect', '## Correct', '## Options', '## How to migrate', '## When not to use it', '## Related']) expect(headings).toContain(heading);
  });

  test('names only migrations that there are', () => {
    expect([...page.matchAll(/`(?:lifecycle migrate )?([a-z]+(?:-[a-z]+)*-(?:stack|using|use|start|dispose|unstarted|stop))`/g)].map(([, name]) => name!).filter((name) => !known.has(name))).toEqual([]);
  });

  test.each(examples)('line $line is $verdict', (example) => {
    const found = said(rule, example);
    if (example.verdict === 'correct') expect(found).toEqual([]);
    else expect(found).toContainEqual(expect.stringContaining(rule));
  });
});

function said(rule: string, { code, language, notes }: Example): readonly string[] {
  const options = notes['options'] && (JSON.parse(notes['options']) as object);
  return lint(code, {
    filename: notes['filename'] ?? `file.${language}`,
    rules: { [rule]: options ? ['error', options] : 'error' },
    settings: notes['settings'] ? (JSON.parse(notes['settings']) as Settings) : undefined,
    files: notes['given'] ? { 'given.d.ts': notes['given'] } : {},
  });
}

const page = `# A rule

## Rule details

### Incorrect

<!-- options: { "report": "likely" } -->
<!-- given: declare const a: number; -->

\`\`\`ts
a;
b;
\`\`\`

\`\`\`sh
not code
\`\`\`

### Correct

\`\`\`tsx
c;
\`\`\`

## Options

\`\`\`ts
d;
\`\`\`
`;

test('a page is read by its headings, with the comments above each block', () => {
  expect(examplesOf(page)).toEqual([
    { verdict: 'incorrect', line: 11, language: 'ts', code: 'a;\nb;\n', notes: { options: '{ "report": "likely" }', given: 'declare const a: number;' } },
    { verdict: 'correct', line: 22, language: 'tsx', code: 'c;\n', notes: {} },
  ]);
});

test('the names that a comment gives are known to the block', () => {
  const given = (text: string): Example => ({ verdict: 'correct', line: 1, language: 'ts', code: 'poll();', notes: { given: text } });
  expect(said('lifecycle/no-floating-stop', given('declare function poll(): void;'))).toEqual([]);
  expect(said('lifecycle/no-floating-stop', given('declare function other(): void;'))).toEqual([expect.stringContaining("Cannot find name 'poll'")]);
});
