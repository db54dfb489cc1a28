import { readFileSync, writeFileSync } from 'node:fs';
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
export function staleEntries(baseline: Baseline, result: ScanResult, isAsked: (rule: string) => boolean): number {
  const found = new Set(result.findings.map((finding) => key(nameIn(baseline, finding.file), entryOf(finding))));
  const scanned = new Set(result.files.map((file) => nameIn(baseline, file)));
  const all = Object.entries(baseline.known).flatMap(([file, entries]) => entries.map((entry) => ({ file, entry })));
  return all.filter(({ file, entry }) => scanned.has(file) && isAsked(entry.rule) && !found.has(key(file, entry))).length;
}

/** Writes what was found; entries of files and rules that were not asked stay. */
export function writeBaseline(baseline: Baseline, result: ScanResult, isAsked: (rule: string) => boolean): void {
  const scanned = new Set(result.files.map((file) => nameIn(baseline, file)));
  const findings = new Map<string, Entry[]>();
  const add = (file: string, entry: Entry) => findings.set(file, [...(findings.get(file) ?? []), entry]);
  for (const [file, entries] of Object.entries(baseline.known)) {
    for (const entry of entries) if (textOf(path.resolve(path.dirname(baseline.file), file)) !== undefined && !(scanned.has(file) && isAsked(entry.rule))) add(file, entry);
  }
  for (const finding of result.findings) add(nameIn(baseline, finding.file), entryOf(finding));
  const sorted = [...findings].sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(baseline.file, `${JSON.stringify({ version: 1, findings: Object.fromEntries(sorted) }, null, 2)}\n`);
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
