import { reasons } from '../../plans/reasons.ts';

const begin = '<!-- reasons: written by npm run docs:migrations -->';
const end = '<!-- end of reasons -->';

/** The page with the tables of reasons between its markers replaced by what the enum says now. */
export function withReasons(page: string): string {
  const [before, rest] = [page.slice(0, page.indexOf(begin)), page.slice(page.indexOf(end))];
  return `${before}${begin}\n${tables()}${rest}`;
}

function tables(): string {
  return `${table('A site is skipped', 'refusal')}\n${table('A site does not get a higher level', 'limit')}`;
}

function table(title: string, kind: 'refusal' | 'limit'): string {
  const rows = Object.entries(reasons).filter(([, reason]) => reason.kind === kind || reason.kind === 'either');
  return `| ${title} | because | in full |\n|---|---|---|\n${rows.map(([name, { short, long }]) => `| \`${name}\` | ${short} | ${long} |\n`).join('')}`;
}
