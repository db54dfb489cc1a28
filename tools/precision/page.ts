import type { Label, Repositories } from './data.ts';
import { tables } from './tables.ts';

const begin = '<!-- tables: written by npm run precision:tables -->';
const end = '<!-- end of tables -->';

/** The page with its tables computed anew. */
export function withTables(page: string, repositories: Repositories, labels: readonly Label[]): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/precision.md has no '${begin}' … '${end}'`);
  return `${page.slice(0, from + begin.length)}\n\n${tables(repositories, labels)}\n\n${page.slice(to)}`;
}
