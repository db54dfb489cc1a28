import type { Label, Repositories, Unseen } from './data.ts';
import { tables, unseenTables } from './tables.ts';

const main = { begin: '<!-- tables: written by npm run precision:tables -->', end: '<!-- end of tables -->' };
const third = { begin: '<!-- tables of the unseen set: written by npm run precision:tables -->', end: '<!-- end of the tables of the unseen set -->' };

/** The page with its tables computed anew. */
export function withTables(page: string, repositories: Repositories, labels: readonly Label[], unseen: Unseen): string {
  return between(between(page, main, tables(repositories, labels)), third, unseenTables(unseen));
}

function between(page: string, { begin, end }: typeof main, text: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/precision.md has no '${begin}' … '${end}'`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}
