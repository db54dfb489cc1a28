import type { Question } from '../../../rules/question.ts';
import type { ScanResult } from '../result.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { sarifReport } from './sarif.ts';
import type { Style } from './style.ts';
import { textReport } from './text.ts';

/** What there is to print. */
export interface Report {
  readonly result: ScanResult;
  readonly questions: readonly Question[];
  readonly cwd: string;
  readonly style: Style;
  /** Findings left out because the baseline has them. */
  readonly known: number;
  /** Names of the migrations that `lifecycle migrate` has. */
  readonly migrations: ReadonlySet<string>;
  /** Whether `--stats` was given. */
  readonly stats: boolean;
}

/** How a scan can be printed; what `--format` takes. */
export const formats: Readonly<Record<string, (report: Report) => string>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
};
