import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import plugin from '../../index.ts';
import { lint } from '../lint.ts';

const root = path.join(import.meta.dirname, '../..');
const pages = ['docs/concepts.md', 'docs/adopting.md'];

describe.each(pages)('%s', (page) => {
  const text = readFileSync(path.join(root, page), 'utf8');
  const blocks = [...text.matchAll(/(?:<!-- reports: (.*) -->\n\n)?```ts\n([^]*?)```/g)].map(([, reports, code]) => ({ reports, code: code! }));

  test.each(blocks)('reports $reports', ({ reports, code }) => {
    const found = lint(code, { rules: plugin.configs.strict.rules }).map((message) => /lifecycle\/([\w-]+)/.exec(message)?.[1] ?? message);
    expect(found.join(', ') || 'nothing').toBe(reports);
  });

  test('every relative link leads to a file', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link!);
    for (const link of links) expect(() => readFileSync(path.join(root, path.dirname(page), link)), link).not.toThrow();
  });
});
