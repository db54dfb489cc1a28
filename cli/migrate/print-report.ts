import { reasons } from '../../plans/reasons.ts';
import { count } from '../scan/plural.ts';
import type { MigratedSiteReport } from './outcome.ts';
import type { FileReport, Report } from './report.ts';

/** The report as lines for people. */
export function printReport(report: Report): string {
  const lines = [...report.files.flatMap((file) => fileLines(file, report.written)), ...summary(report), ...report.warnings.map((warning) => `warning: ${warning}`)];
  return `${lines.join('\n')}\n`;
}

function fileLines({ file, outcome, problem, sites = [] }: FileReport, written: boolean): string[] {
  if (problem) return [`error    ${problem}`];
  const state = outcome === 'unchanged' ? 'unchanged' : written ? 'changed' : 'would change';
  return [`${file}: ${state}`, ...sites.map((site) => `  ${siteLine(file, site)}`)];
}

function siteLine(file: string, site: MigratedSiteReport): string {
  const place = `${file}:${site.line}:${site.column}`;
  if (site.outcome === 'skipped') return `skipped  ${place}  ${reasons[site.reason].short} (${site.reason})`;
  const differences = site.differences.length > 0 ? ` [${site.differences.join(', ')}]` : '';
  const limit = site.limit ? `; not higher: ${reasons[site.limit].short} (${site.limit})` : '';
  const elsewhere = site.elsewhere ? `; also edits ${site.elsewhere.join(', ')}` : '';
  return `migrated ${place}  ${site.level}${limit}${differences}${elsewhere}`;
}

function summary({ totals, written, milliseconds }: Report): string[] {
  const verb = written ? 'changed' : 'would change';
  return [
    '',
    `${count(totals.files, 'file')}: ${totals.changed} ${verb}, ${totals.problems} could not be done; ${(milliseconds / 1000).toFixed(1)} s`,
    `migrated: ${counts(totals.migrated)}`,
    `skipped:  ${counts(totals.skipped)}`,
    ...(totals.changed > 0 && !written ? ['Nothing was written: --diff shows the changes, --write applies them.'] : []),
  ];
}

function counts(by: Readonly<Record<string, number>>): string {
  const entries = Object.entries(by);
  return entries.length > 0 ? entries.map(([name, number]) => `${number} ${name}`).join(', ') : 'none';
}
