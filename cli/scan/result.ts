import type { Grade } from '../../analysis/grade.ts';
import type { Severity } from './asked-rules.ts';
import type { Problem } from './problem.ts';
import type { Stats } from './stats.ts';

/** A place in a file; all numbers count from 1, the end is exclusive. */
export interface Place {
  /** Absolute. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One line of the proof. */
export interface PathStep extends Place {
  readonly note: string;
  /** The line as it stands in the file. */
  readonly code: string;
}

/** A finding as reports print it. */
export interface ScanFinding extends Place {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly grade: Grade;
  readonly message: string;
  readonly fingerprint: string;
  readonly path: readonly PathStep[];
  readonly owner?: string | undefined;
  readonly release?: string | undefined;
  readonly migration?: string | undefined;
}

/** What a scan found out. */
export interface ScanResult {
  /** By file, then by place. */
  readonly findings: readonly ScanFinding[];
  readonly problems: readonly Problem[];
  /** Sentences that put the result into doubt. */
  readonly warnings: readonly string[];
  /** Absolute names of the files that were read without a problem. */
  readonly files: readonly string[];
  readonly stats: Stats;
}
