import { relativeTo } from '../paths.ts';
import { count } from '../plural.ts';
import type { ScanFinding } from '../result.ts';
import { codeFrame } from './code-frame.ts';
import type { Report } from './report.ts';
import type { Style } from './style.ts';

/** For people: grouped by file, each finding with its proof and the way out. */
export function textReport({ result, cwd, style, known }: Report): string {
  const blocks = [...byFile(result.findings)].map(([file, findings]) => {
    const lines = findings.flatMap((finding) => linesOf(finding, findings, cwd, style));
    return [style('underline', relativeTo(cwd, file)), ...lines, ''].join('\n');
  });
  return [...blocks, `${summary(result.findings, result.files.length, known, style)}\n`].join('\n');
}

function byFile(findings: readonly ScanFinding[]): Map<string, ScanFinding[]> {
  const files = new Map<string, ScanFinding[]>();
  for (const finding of findings) files.set(finding.file, [...(files.get(finding.file) ?? []), finding]);
  return files;
}

function linesOf(finding: ScanFinding, neighbours: readonly ScanFinding[], cwd: string, style: Style): string[] {
  const places = Math.max(...neighbours.map((one) => position(one).length));
  const severities = Math.max(...neighbours.map((one) => one.severity.length));
  const severity = style(finding.severity === 'error' ? 'red' : 'yellow', finding.severity.padEnd(severities));
  const head = `  ${position(finding).padEnd(places)}  ${severity}  ${finding.message}  ${style('dim', finding.ruleId)}`;
  const below = [...codeFrame(finding, cwd, style), ...wayOut(finding, cwd)];
  return [head, ...below.map((line) => `        ${line}`)];
}

function position(finding: ScanFinding): string {
  return `${finding.line}:${finding.column}`;
}

function wayOut(finding: ScanFinding, cwd: string): string[] {
  const migrate = finding.migration && `lifecycle migrate ${finding.migration} ${relativeTo(cwd, finding.file)}`;
  const parts = Object.entries({ owner: finding.owner, release: finding.release, migrate });
  const said = parts.flatMap(([name, text]) => (text ? [`${name}: ${text}`] : []));
  return said.length > 0 ? [said.join('   ')] : [];
}

function summary(findings: readonly ScanFinding[], files: number, known: number, style: Style): string {
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const warnings = findings.length - errors;
  const baseline = known > 0 ? `, ${known} known from the baseline` : '';
  const scanned = `${count(files, 'file')} scanned${baseline}`;
  if (findings.length === 0) return style('green', `No findings, ${scanned}.`);
  return style(errors > 0 ? 'red' : 'yellow', `${count(findings.length, 'finding')} (${count(errors, 'error')}, ${count(warnings, 'warning')}), ${scanned}.`);
}
