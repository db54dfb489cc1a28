import { relativeTo } from '../paths.ts';
import type { PathStep, ScanFinding } from '../result.ts';
import type { Style } from './style.ts';

interface Row {
  readonly label: string;
  readonly code: string;
  readonly notes: readonly string[];
}

const widest = 72;

/** The proving path of a finding: the lines it runs through, each with what happens there. */
export function codeFrame(finding: ScanFinding, cwd: string, style: Style): string[] {
  const rows = rowsOf(finding, cwd);
  const labels = Math.max(0, ...rows.map((row) => row.label.length));
  const codes = Math.min(widest, Math.max(0, ...rows.map((row) => row.code.length)));
  return rows.map(({ label, code, notes }) => {
    const note = notes.length > 0 ? style('yellow', `   ← ${notes.join('; ')}`) : '';
    return `${style('dim', `${label.padStart(labels)} │`)} ${note ? code.padEnd(codes) : code}${note}`;
  });
}

/** Steps on the same line of a file make one row. */
function rowsOf(finding: ScanFinding, cwd: string): Row[] {
  const steps = new Map<string, PathStep[]>();
  for (const step of finding.path) {
    const label = step.file === finding.file ? `${step.line}` : `${relativeTo(cwd, step.file)}:${step.line}`;
    steps.set(label, [...(steps.get(label) ?? []), step]);
  }
  return [...steps].map(([label, onLine]) => ({
    label,
    code: onLine.slice(0, 1).map((step) => shortened(step.code.slice(commonIndent(finding, step.file)))).join(''),
    notes: onLine.flatMap((step) => step.note || []),
  }));
}

/** The indentation that all shown lines of a file share. */
function commonIndent(finding: ScanFinding, file: string): number {
  return Math.min(...finding.path.filter((step) => step.file === file).map((step) => indentOf(step.code)));
}

function indentOf(code: string): number {
  return code.length - code.trimStart().length;
}

function shortened(code: string): string {
  const text = code.trimEnd().replaceAll('\t', '  ');
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
}
