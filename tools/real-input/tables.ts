import { migrations } from '../../codemods/index.ts';
import type { Counts, Row } from './data.ts';

const begin = '<!-- tables: written by npm run real-input -->';
const end = '<!-- end of tables -->';

/** The page with its tables computed anew. */
export function withTables(page: string, rows: readonly Row[]): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/codemods/real-input.md has no '${begin}' … '${end}'`);
  return `${page.slice(0, from + begin.length)}\n\n${tables(rows)}\n\n${page.slice(to)}`;
}

/** A table for each migration, a line for each part of a repository in which it has a site. */
export function tables(rows: readonly Row[]): string {
  return migrations.map(({ name }) => tableOf(name, rows.filter(({ migration }) => migration === name))).join('\n\n');
}

function tableOf(migration: string, rows: readonly Row[]): string {
  const [speaking, silent] = [rows.filter(hasSite), rows.filter((row) => !hasSite(row))];
  const lines = speaking.map(({ repository, part, files, edited, migrated, limits, skipped }) => `| ${repository} \`${part}\` | ${files} | ${edited} | ${list(migrated)} | ${list(limits)} | ${list(skipped)} |`);
  const files = silent.reduce((sum, row) => sum + row.files, 0);
  const rest = silent.length > 0 ? [`| ${silent.length} more | ${files} | 0 | | | |`] : [];
  return [`| \`${migration}\` | files | files edited | migrated | why not higher | skipped |`, '|---|--:|--:|---|---|---|', ...lines, ...rest, totalOf(rows)].join('\n');
}

function hasSite({ migrated, skipped }: Row): boolean {
  return Object.keys({ ...migrated, ...skipped }).length > 0;
}

function totalOf(rows: readonly Row[]): string {
  const sum = (number: (row: Row) => number): number => rows.reduce((total, row) => total + number(row), 0);
  const merged = (counts: (row: Row) => Counts): string => list(addUp(rows.map(counts)));
  return `| **all** | ${sum(({ files }) => files)} | ${sum(({ edited }) => edited)} | ${merged(({ migrated }) => migrated)} | ${merged(({ limits }) => limits)} | ${merged(({ skipped }) => skipped)} |`;
}

function addUp(all: readonly Counts[]): Counts {
  const total = new Map<string, number>();
  for (const [key, count] of all.flatMap((counts) => Object.entries(counts))) total.set(key, (total.get(key) ?? 0) + count);
  return Object.fromEntries([...total].sort(([a, one], [b, other]) => other - one || a.localeCompare(b)));
}

function list(counts: Counts): string {
  return Object.entries(counts).map(([key, count]) => `${count} \`${key}\``).join(', ');
}
