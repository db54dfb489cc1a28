import { expect, test, vi } from 'vitest';
import { ask } from '../../cli/migrate/ask.ts';
import type { FileOutcome, MigratedSiteReport } from '../../cli/migrate/outcome.ts';

const replies: unknown[] = [];
const notes: string[] = [];
const cancelled = Symbol('cancelled');

vi.mock('@clack/prompts', () => ({
  note: (text: string) => void notes.push(text),
  select: () => Promise.resolve(replies.shift()),
  multiselect: () => Promise.resolve(replies.shift()),
  isCancel: (answer: unknown) => answer === cancelled,
}));

function site(line: number): MigratedSiteReport {
  return { migration: 'finally-to-stack', line, column: 1, outcome: 'migrated', level: 'flat', limit: 'needs-types', differences: [] };
}

const outcomes: readonly FileOutcome[] = [
  { outcome: 'changed', file: 'a.js', before: 'a', after: 'A', sites: [site(1), site(5)] },
  { outcome: 'unchanged', file: 'u.js', sites: [] },
  { outcome: 'changed', file: 'b.js', before: 'b', after: 'B', sites: [site(2)] },
  { outcome: 'changed', file: 'c.js', before: 'c', after: 'C', sites: [site(3)] },
];

async function sitesAfter(...answers: readonly unknown[]): Promise<string[]> {
  replies.push(...answers);
  const sites = await ask(outcomes);
  expect(replies).toEqual([]);
  return sites.map(({ file, line }) => `${file}:${line}`);
}

test('apply and skip answer for one file', async () => {
  expect(await sitesAfter('apply', 'skip', 'apply')).toEqual(['a.js:1', 'a.js:5', 'c.js:3']);
});

test('sites can be chosen', async () => {
  expect(await sitesAfter('choose', [5], 'skip', 'skip')).toEqual(['a.js:5']);
});

test('the rest is applied without another question', async () => {
  expect(await sitesAfter('skip', 'rest')).toEqual(['b.js:2', 'c.js:3']);
});

test('stopping, or leaving the prompt, keeps what was chosen so far', async () => {
  expect(await sitesAfter('apply', 'stop')).toEqual(['a.js:1', 'a.js:5']);
  expect(await sitesAfter('apply', cancelled)).toEqual(['a.js:1', 'a.js:5']);
  expect(await sitesAfter('choose', cancelled)).toEqual([]);
});

test('what the sites of a file change in others is shown with it, and nobody is asked about it', async () => {
  replies.push('apply');
  notes.length = 0;
  const chosen = await ask([
    { outcome: 'changed', file: 'a.js', before: 'a', after: 'A', sites: [site(1)], together: ['d.js'] },
    { outcome: 'changed', file: 'd.js', before: 'd', after: 'D', sites: [], together: ['a.js'] },
  ]);
  expect(chosen).toEqual([{ file: 'a.js', line: 1 }]);
  expect(notes).toEqual([expect.stringMatching(/\+A\n[^]*b\/d\.js\n[^]*\+D\n/)]);
});
