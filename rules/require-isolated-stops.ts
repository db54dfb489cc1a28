import type { FileStories } from '../analysis/index.ts';
import type { SkippableRelease } from '../analysis/faults.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';

/** Several awaited releases of which the first failure skips the rest (docs/clauses.md, rule 22). */
export const requireIsolatedStops: Question = {
  name: 'require-isolated-stops',
  description: 'require that one failing release does not skip the next ones',
  recommended: false,
  hasSuggestions: false,
  messages: {
    skipped: "When the release of '{{after}}' at {{line}} fails, '{{subject}}' and what follows are never released; put each on a stack, which runs them all (migrate: finally-to-stack).",
    loop: "When one turn of this loop fails, the remaining ones are never released; put each on a stack, which runs them all (migrate: fields-to-stack).",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\bawait\b/,
  ask: (stories) => stories.skippableReleases.filter((one) => !isBorrowed(stories, one)).map((one) => findingOf(stories, one)),
};

/** Releasing what is not owned is the cause; another rule names it. */
function isBorrowed(stories: FileStories, { at }: SkippableRelease): boolean {
  return stories.borrowedReleases.some((borrowed) => borrowed.at === at);
}

function findingOf({ sourceFile }: FileStories, { at, subject, after, afterAt }: SkippableRelease): Finding {
  const start = at.getStart();
  const line = String(sourceFile.getLineAndCharacterOfPosition(afterAt.getStart()).line + 1);
  const inLoop = at === afterAt;
  return {
    messageId: inLoop ? 'loop' : 'skipped',
    data: { subject, after, line },
    start,
    end: at.end,
    grade: 'certain',
    path: [
      { start: afterAt.getStart(), end: afterAt.end, note: `the release of '${after}' may reject` },
      { start, end: at.end, note: `the release of '${subject}' is skipped` },
    ],
    owner: `this function releases '${subject}' and everything after it`,
    migration: inLoop ? 'fields-to-stack' : 'finally-to-stack',
  };
}
