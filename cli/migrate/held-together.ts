import { isChanged, isProblem, type Changed, type FileOutcome, type Problem } from './outcome.ts';

/** Files whose changes belong together change all, or none of them: one that is tied to a file that could not be done becomes a problem as well. */
export function heldTogether(outcomes: readonly FileOutcome[]): FileOutcome[] {
  const failed = new Map(outcomes.filter(isProblem).map(({ file }) => [file, file]));
  const changed = outcomes.filter(isChanged);
  for (let before = -1; before !== failed.size; ) {
    before = failed.size;
    for (const { file, together = [] } of changed) {
      const cause = together.find((other) => failed.has(other));
      if (cause !== undefined && !failed.has(file)) failed.set(file, failed.get(cause)!);
    }
  }
  return outcomes.map((outcome) => (isChanged(outcome) && failed.has(outcome.file) ? leftAlone(outcome, failed.get(outcome.file)!) : outcome));
}

function leftAlone({ file }: Changed, cause: string): Problem {
  return { outcome: 'problem', file, sentence: `${file} was left alone: what would change in it belongs to changes in ${cause}, which could not be done.`, kind: 'input' };
}
