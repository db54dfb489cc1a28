import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BadInput } from '../failure.ts';
import { relativeTo } from './paths.ts';
import type { ScanFinding, ScanResult } from './result.ts';

/** Findings that were there when the tool was adopted: for each file, relative to the baseline's folder, rule and fingerprint. */
export interface Baseline {
  readonly file: string;
  readonly known: Readonly<Record<string, readonly Entry[]>>;
}

interface Entry {
  readonly rule: string;
  readonly fingerprint: string;
}

/** Reads a baseline; one that is about to be made need not exist. */
export function readBaseline(file: string, shown: string, mayBeMissing: boolean): Baseline {
  const text = textOf(file);
  if (text === undefined && mayBeMissing) return { file, known: {} };
  if (text === undefined) throw new BadInput(`the baseline ${shown} cannot be read (--update-baseline makes one)`);
  const known = parsed(text);
  if (!known) throw new BadInput(`the baseline ${shown} is not one that --update-baseline has written`);
  return { file, known };
}

export function isKnown(baseline: Baseline, finding: ScanFinding): boolean {
  const entries = baseline.known[nameIn(baseline, finding.file)] ?? [];
  return entries.some((entry) => entry.rule === finding.ruleId && entry.fingerprint === finding.fingerprint);
}

/** Entries whose finding is no longer there, among the files and rules of a scan. */
export function staleEntries(baseline: Baseline, result: ScanResult, rules: ReadonlySet<string>): number {
  const found = new Set(result.findings.map((finding) => key(nameIn(baseline, finding.file), entryOf(finding))));
  const scanned = new Set(result.files.map((file) => nameIn(baseline, file)));
  return entriesOf(baseline).filter(({ file, entry }) => scanned.has(file) && rules.has(entry.rule) && !found.has(key(file, entry))).length;
}

/** Writes what was found. Entries of files and rules that were not asked stay, unless the file is gone. */
export function writeBaseline(baseline: Baseline, result: ScanResult, rules: ReadonlySet<string>): void {
  const scanned = new Set(result.files.map((file) => nameIn(baseline, file)));
  const exists = (file: string) => existsSync(path.resolve(path.dirname(baseline.file), file));
  const kept = entriesOf(baseline).filter(({ file, entry }) => exists(file) && !(scanned.has(file) && rules.has(entry.rule)));
  const found = result.findings.map((finding) => ({ file: nameIn(baseline, finding.file), entry: entryOf(finding) }));
  const findings: Record<string, Entry[]> = {};
  for (const { file, entry } of [...kept, ...found].sort(byFile)) (findings[file] ??= []).push(entry);
  write(baseline.file, `${JSON.stringify({ version: 1, findings }, null, 2)}\n`);
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new BadInput(`the baseline cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

interface Placed {
  readonly file: string;
  readonly entry: Entry;
}

function entriesOf(baseline: Baseline): Placed[] {
  return Object.entries(baseline.known).flatMap(([file, entries]) => entries.map((entry) => ({ file, entry })));
}

function byFile(a: Placed, b: Placed): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}

function nameIn(baseline: Baseline, file: string): string {
  return relativeTo(path.dirname(baseline.file), file);
}

function entryOf(finding: ScanFinding): Entry {
  return { rule: finding.ruleId, fingerprint: finding.fingerprint };
}

function key(file: string, entry: Entry): string {
  return [file, entry.rule, entry.fingerprint].join('\0');
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parsed(text: string): Baseline['known'] | undefined {
  try {
    const { version, findings } = JSON.parse(text) as { version?: number; findings?: Baseline['known'] };
    const lists: unknown[] = Object.values(findings ?? {});
    return version === 1 && typeof findings === 'object' && lists.every(Array.isArray) ? findings : undefined;
  } catch {
    return undefined;
  }
}
