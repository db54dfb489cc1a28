import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Sets of repositories that nobody looked at before their first scan, in the order in which they were read. */
export const unseenSets = ['unseen', 'unseen-2'] as const;
export type UnseenSet = (typeof unseenSets)[number];

/** One scanned repository, as measure.ts notes it. */
export interface Measured {
  repository: string;
  commit: string;
  set: 'development' | 'noise' | UnseenSet;
  /** What of it was scanned, from its root. */
  paths: readonly string[];
  /** What was changed to read it, when anything was. */
  note?: string;
  productionFiles: number;
  productionLines: number;
  imports: number;
  unresolvedImports: number;
  receivers: number;
  anyReceivers: number;
  /** Reports in production code, rule 11 apart. */
  reports: number;
  /** Reports of rule 11 in production code. */
  advice: number;
}

/** A repository of the two sets that was not scanned, or whose counts do not stand. */
export interface NotMeasured {
  repository: string;
  set: Measured['set'];
  why: string;
}

/** What the first scan of a repository of the noise set gave, before any shape found there was mended. */
export interface FirstReading {
  repository: string;
  reports: number;
  true: number;
}

export interface Repositories {
  measured: readonly Measured[];
  notMeasured: readonly NotMeasured[];
  firstReading: readonly FirstReading[];
}

export type Verdict = 'true' | 'false' | 'unsure';

/** One labelled report. */
export interface Label {
  repository: string;
  commit: string;
  rule: string;
  file: string;
  line: number;
  column: number;
  label: Verdict;
  /** The run in which it leaks, loses or reorders, or why there is none. */
  why: string;
  /** What a second reader said who did not see the first label. */
  second?: Verdict;
}

/**
 * A set that nobody looked at before its first scan. What the first scan gave stays as it was read; `labels` are those of the
 * last scan, after shapes that were found there had been mended, and the first ones as long as it was not scanned again.
 */
export interface Unseen {
  set: UnseenSet;
  measured: readonly Measured[];
  first: readonly Label[];
  labels: readonly Label[];
}

const folder = path.join(import.meta.dirname, '../../docs/precision');

export const repositoriesFile = path.join(folder, 'repositories.json');
const labelsFile = path.join(folder, 'labels.jsonl');
export const pageFile = path.join(folder, '../precision.md');

export function readRepositories(): Repositories {
  return JSON.parse(readFileSync(repositoriesFile, 'utf8')) as Repositories;
}

export function readLabels(): readonly Label[] {
  return labelsIn(labelsFile);
}

export function readUnseen(set: UnseenSet): Unseen {
  const { measured } = JSON.parse(readFileSync(unseenFile(set), 'utf8')) as Pick<Unseen, 'measured'>;
  const first = labelsIn(path.join(folder, `${set}-first.jsonl`));
  const last = path.join(folder, `${set}-labels.jsonl`);
  return { set, measured, first, labels: existsSync(last) ? labelsIn(last) : first };
}

export function unseenFile(set: UnseenSet): string {
  return path.join(folder, `${set}.json`);
}

function labelsIn(file: string): readonly Label[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Label);
}
