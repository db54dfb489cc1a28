import { relativeTo } from './paths.ts';
import { count } from './plural.ts';
import type { Problem } from './problem.ts';

/** One sentence for each problem; the same words about many files are said once. */
export function sentencesOf(problems: readonly Problem[], cwd: string): string[] {
  const byMessage = new Map<string, Set<string>>();
  for (const problem of problems) {
    const message = problem.message.replaceAll(`${cwd}/`, '');
    byMessage.set(message, (byMessage.get(message) ?? new Set()).add(placeOf(problem, cwd)));
  }
  return [...byMessage].flatMap(([message, places]) => {
    const [first, ...others] = [...places].sort().map((place) => `${place}${message}`);
    return others.length > few ? [`${first} (and ${count(others.length, 'other place')})`] : [first ?? message, ...others];
  });
}

const few = 2;

function placeOf({ file, line, column }: Problem, cwd: string): string {
  const parts = file === undefined ? [] : [relativeTo(cwd, file), line, column].filter((part) => part !== undefined);
  return parts.length > 0 ? `${parts.join(':')}: ` : '';
}
