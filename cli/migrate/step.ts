import type { FileChanges } from '../../codemods/migration.ts';
import { SyntaxProblem } from '../../codemods/text/syntax-problem.ts';
import { defaultPlanOptions, type PlanOptions } from '../../plans/finally-to-stack/options.ts';
import { isSame, selecting, type FileState, type Selection } from './file-state.ts';
import type { Problem } from './outcome.ts';
import type { MigrationSettings } from './request.ts';
import type { Concessions } from './roll-back.ts';

/** One file that a migration is to look at. */
export interface Task {
  readonly state: FileState;
  readonly selection: Selection;
}

/** What a migration made of one file. */
export interface Step {
  readonly task: Task;
  readonly result: FileChanges | Problem;
}

/** A step that worked, after the compiler was asked. */
export interface CheckedStep {
  readonly steps: readonly Step[];
  /** Edited TypeScript files that no tsconfig compiles. */
  readonly unchecked: readonly string[];
}

export function isDone(result: Step['result']): result is FileChanges {
  return 'edits' in result;
}

export function planOptions(settings: MigrationSettings, { state, selection }: Task): PlanOptions {
  const { level, closeGap, fixOrder, awaitReturns, stopTimeout } = settings;
  const { lower = [] } = selection;
  return {
    ...defaultPlanOptions, level, closeGap, fixOrder, awaitReturns, stopTimeout, select: selecting(state, selection),
    levelOf: (place) => (lower.some((other) => isSame(other, place)) ? 'flat' : undefined),
  };
}

export function conceding({ state, selection }: Task, concessions: Concessions): Task {
  return { state, selection: { ...selection, ...concessions } };
}

/** What stops one file; the others are still done. */
export function problemOf(file: string, error: unknown): Problem {
  if (error instanceof SyntaxProblem) return { outcome: 'problem', file, sentence: `${error.message}.`.replace(/\.\.$/, '.'), kind: 'input' };
  const message = error instanceof Error ? error.message : String(error);
  return { outcome: 'problem', file, sentence: `${file}: internal error: ${message}; please report it.`, kind: 'internal' };
}
