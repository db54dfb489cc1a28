import type { Label, Repositories, Unseen, UnseenSet } from './data.ts';
import { nameOf, tables, unseenTables } from './tables.ts';

const main = { begin: '<!-- tables: written by npm run precision:tables -->', end: '<!-- end of tables -->' };
const ofUnseen = (set: UnseenSet) => ({ begin: `<!-- tables of the ${nameOf[set]}: written by npm run precision:tables -->`, end: `<!-- end of the tables of the ${nameOf[set]} -->` });

/** The page with its tables computed anew. */
export function withTables(page: string, repositories: Repositories, labels: readonly Label[], unseen: readonly Unseen[]): string {
  return unseen.reduce((text, one) => between(text, ofUnseen(one.set), unseenTables(one)), between(page, main, tables(repositories, labels)));
}

function between(page: string, { begin, end }: typeof main, text: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/precision.md has no '${begin}' … '${end}'`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}
