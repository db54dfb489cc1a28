import { relativeTo } from '../paths.ts';
import { count } from '../plural.ts';
import type { ScanFinding } from '../result.ts';
import { codeFrame } from './code-frame.ts';
import type { Report } from './report.ts';
import type { Style } from './style.ts';

/** For people: grouped by file, each finding with its proof and the way out. */
export function textReport({ result, cwd, style, known, migrations }: Report): string {
  const blocks = [...byFile(result.findings)].map(([file, findings]) => {
    const lines = findings.flatMap((finding) => [...headOf(finding, findings, style), ...below(finding, cwd, style, migrations).map((line) => `        ${line}`)]);
    return [style('underline', relativeTo(cwd, file)), ...lines, ''].join('\n');
  });
  return [...blocks, `${summary(result.findings, result.files.length, known, style)}\n`].join('\n');
}

function byFile(findings: readonly ScanFinding[]): Map<string, ScanFinding[]> {
  const files = new Map<string, ScanFinding[]>();
  for (const finding of findings) files.set(finding.file, [...(files.get(finding.file) ?? []), finding]);
  return files;
}

function headOf(finding: ScanFinding, neighbours: readonly ScanFinding[], style: Style): string[] {
  const places = Math.max(...neighbours.map((one) => position(one).length));
  const severities = Math.max(...neighbours.map((one) => one.severity.length));
  const severity = style(finding.severity === 'error' ? 'red' : 'yellow', finding.severity.padEnd(severities));
  return [`  ${position(finding).padEnd(places)}  ${severity}  ${finding.message}  ${style('dim', finding.ruleId)}`];
}

function below(finding: ScanFinding, cwd: string, style: Style, migrations: ReadonlySet<string>): string[] {
  return [...codeFrame(finding, cwd, style), ...wayOut(finding, relativeTo(cwd, finding.file), migrations)];
}

function position(finding: ScanFinding): string {
  return `${finding.line}:${finding.column}`;
}

/** A migration is offered when this version has it. */
function wayOut(finding: ScanFinding, file: string, migrations: ReadonlySet<string>): string[] {
  const possible = finding.migration?.split(' or ').filter((name) => migrations.has(name)) ?? [];
  const migrate = possible.map((name) => `lifecycle migrate ${name} ${file}`).join(' or ');
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
