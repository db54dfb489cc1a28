import { BadInput } from '../../cli/failure.ts';
import { noProgress } from '../../cli/scan/progress.ts';
import { plain } from '../../cli/scan/report/style.ts';
import { runScan, type ScanOptions } from '../../cli/scan/run-scan.ts';
import type { Question } from '../../rules/question.ts';
import { droppedInterval, droppedStop } from './questions.ts';

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

interface Request extends Partial<ScanOptions> {
  paths?: readonly string[];
  questions?: readonly Question[];
}

/** Runs `lifecycle scan` in a folder with questions of the test. */
export async function scanIn(cwd: string, { paths = [], questions = [droppedInterval, droppedStop], ...options }: Request = {}): Promise<Outcome> {
  let out = '';
  let err = '';
  const here = { cwd, out: (text: string) => void (out += text), err: (text: string) => void (err += text), style: plain, progress: noProgress };
  try {
    const code = await runScan(paths, { format: 'text', ...options }, questions, here);
    return { code, out, err };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { code: 2, out, err: `${err}lifecycle: ${error.message}\n` };
  }
}

/** The findings as `file:line:column rule`. */
export async function findingsIn(cwd: string, request: Request = {}): Promise<string[]> {
  const { out } = await scanIn(cwd, { ...request, format: 'json' });
  const { findings } = JSON.parse(out) as { findings: { file: string; line: number; column: number; ruleId: string }[] };
  return findings.map(({ file, line, column, ruleId }) => `${file}:${line}:${column} ${ruleId.replace('lifecycle/', '')}`);
}
