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

/** Steps on the same line of a file make one row; the indentation that all rows share is left out. */
function rowsOf(finding: ScanFinding, cwd: string): Row[] {
  const steps = new Map<string, PathStep[]>();
  for (const step of finding.path) {
    const label = step.file === finding.file ? `${step.line}` : `${relativeTo(cwd, step.file)}:${step.line}`;
    steps.set(label, [...(steps.get(label) ?? []), step]);
  }
  const indent = Math.min(...finding.path.map((step) => indentOf(step.code)));
  return [...steps].map(([label, [first, ...rest]]) => ({
    label,
    code: shortened((first?.code ?? '').slice(indent)),
    notes: [first, ...rest].flatMap((step) => step?.note || []),
  }));
}

function indentOf(code: string): number {
  return code.length - code.trimStart().length;
}

function shortened(code: string): string {
  const text = code.trimEnd().replaceAll('\t', '  ');
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
}
