import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What one migration makes of one part of a repository, dry. */
export interface Row {
  readonly repository: string;
  /** The paths that were given, from the root of the repository. */
  readonly part: string;
  readonly migration: string;
  readonly files: number;
  readonly edited: number;
  /** Files that could not be done. */
  readonly problems: number;
  /** Edited TypeScript files that no tsconfig compiles. */
  readonly unchecked: number;
  /** Sites by level, why they go no higher, and by the reason they were left alone for. */
  readonly migrated: Counts;
  readonly limits: Counts;
  readonly skipped: Counts;
}

export type Counts = Readonly<Record<string, number>>;

const dataFile = path.join(import.meta.dirname, 'counts.json');
export const pageFile = path.join(import.meta.dirname, '../../docs/codemods/real-input.md');

export function readRows(): Row[] {
  return JSON.parse(readFileSync(dataFile, 'utf8')) as Row[];
}

/** Takes rows over, in place of older ones of the same migration and part. */
export function storeRows(rows: readonly Row[]): void {
  const isOf = (one: Row) => (other: Row): boolean => one.repository === other.repository && one.part === other.part && one.migration === other.migration;
  const kept = readRows().filter((row) => !rows.some(isOf(row)));
  const all = [...kept, ...rows].sort((a, b) => a.repository.localeCompare(b.repository) || a.part.localeCompare(b.part));
  writeFileSync(dataFile, `[\n${all.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`);
}
