import { relativeTo } from '../paths.ts';
import type { ScanFinding } from '../result.ts';
import type { Report } from './report.ts';

/** Workflow commands of GitHub Actions: an annotation for each finding. */
export function githubReport({ result, cwd }: Report): string {
  return result.findings.map((finding) => `${command(finding, cwd)}\n`).join('');
}

function command(finding: ScanFinding, cwd: string): string {
  const properties = {
    file: relativeTo(cwd, finding.file),
    line: finding.line,
    endLine: finding.endLine,
    col: finding.column,
    endColumn: finding.endColumn,
    title: finding.ruleId,
  };
  const given = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${finding.severity} ${given.join(',')}::${escaped(messageOf(finding, cwd))}`;
}

function messageOf(finding: ScanFinding, cwd: string): string {
  const steps = finding.path.map((step) => `${step.file === finding.file ? '' : `${relativeTo(cwd, step.file)}:`}${step.line}: ${step.note || step.code.trim()}`);
  const release = finding.release === undefined ? [] : [`release: ${finding.release}`];
  return [finding.message, ...steps, ...release].join('\n');
}

/** The runner reads `%`, line ends and, in properties, the separators. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
