import { createTwoFilesPatch } from 'diff';
import { isChanged, type FileOutcome } from './outcome.ts';

/** A unified diff of everything that changes, as `git apply` takes it. */
export function printDiff(outcomes: readonly FileOutcome[]): string {
  return outcomes.filter(isChanged).map(({ file, before, after }) => diffOf(file, before, after)).join('');
}

export function diffOf(file: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, '', '', { context: 3 }).replace(/^=+\n/, '').replace(/^(---|\+\+\+ ).*\t$/gm, (line) => line.trimEnd());
}
