import { readFileSync, writeFileSync } from 'node:fs';
import { findingsIn, type ReportedLine } from '../../../test/example/findings.ts';
import { markersIn } from '../../../test/example/markers.ts';
import { cleanCopy, flags, migrated, type Copy, type Report } from '../../../test/example/self-migration.ts';
import { bugs } from './bugs.ts';
import { byHand } from './by-hand.ts';

const readme = new URL('../README.md', import.meta.url);
const generated = /(<!-- mended -->\n)[\s\S]*?(<!-- \/mended -->)/;

/** The reference system after one command. */
export interface Migrated {
  readonly copy: Copy;
  readonly report: Report;
}

/** Bug × mended by which migrations, with which flag, and what is left for the hand: what the rules of the markers still report after the command without flags, and with them. */
export function mendedTable(plain: Migrated, flagged: Migrated): string {
  const markers = markersIn(new URL('../before/', import.meta.url));
  const reported = { before: findingsIn('before'), plain: findingsIn('before', plain.copy.folder), flagged: findingsIn('before', flagged.copy.folder) };
  const rows = Object.entries(bugs).map(([bug, sentence]) => {
    const own = markers.filter((marker) => marker.bug === bug);
    const findings = reported.before.filter((finding) => own.some(({ file, line, rules }) => file === finding.file && line === finding.line && rules.includes(finding.rule)));
    if (findings.length === 0) return `| ${bug} | ${sentence} | is in a mutant of \`after/\` | |`;
    const isLeft = (now: readonly ReportedLine[]): boolean => findings.some((finding) => now.some((other) => isSame(finding, other)));
    const by = isLeft(reported.flagged) ? '' : migrationsOf(flagged.report, bug, own.map(({ file }) => file));
    const flag = by && isLeft(reported.plain) ? ` ${flagsOf(flagged.report, own.map(({ file }) => file)).join(' ')}` : '';
    return `| ${bug} | ${sentence} | ${by}${flag} | ${byHand[bug]?.what ?? ''} |`;
  });
  return ['| bug | what is wrong | mended by the command | by hand |', '|---|---|---|---|', ...rows, ''].join('\n');
}

/** Of the same rule, about the same thing, and as sure. */
function isSame(a: ReportedLine, b: ReportedLine): boolean {
  return a.file === b.file && a.rule === b.rule && a.subject === b.subject && (a.grade !== 'certain' || b.grade === 'certain');
}

/** The migrations that did something in the files of a bug; a missing dispose method is the matter of one of them, which does nothing else. */
function migrationsOf(report: Report, bug: string, files: readonly string[]): string {
  const done = sitesIn(report, files).map(({ migration }) => migration);
  const isOfDispose = (migration: string): boolean => (migration === 'implement-dispose') === (bug === 'B22');
  return [...new Set(done.filter(isOfDispose))].map((migration) => `\`${migration}\``).join(', ');
}

function flagsOf(report: Report, files: readonly string[]): string[] {
  const differences = new Set(sitesIn(report, files).flatMap((site) => site.differences));
  return [...(differences.has('order-fixed') ? ['`--fix-order`'] : []), ...(differences.has('gap-closed') ? ['`--close-gap`'] : [])];
}

function sitesIn({ files: all }: Report, files: readonly string[]): { migration: string; differences: readonly string[] }[] {
  return all.filter(({ file }) => files.includes(file.replace('before/', ''))).flatMap(({ sites = [] }) => sites.flatMap((site) => (site.outcome === 'migrated' ? [site] : [])));
}

export function readmeWithMended(table: string): string {
  return readFileSync(readme, 'utf8').replace(generated, (_all, begin: string, end: string) => `${begin}${table}${end}`);
}

if (process.argv.includes('--write')) {
  await using plain = await cleanCopy();
  await using flagged = await cleanCopy();
  const [a, b] = [await migrated(plain, []), await migrated(flagged, flags)];
  writeFileSync(readme, readmeWithMended(mendedTable({ copy: plain, report: a }, { copy: flagged, report: b })));
}
