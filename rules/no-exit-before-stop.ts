import type { FileStories } from '../analysis/index.ts';
import type { SkippingExit } from '../analysis/faults.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';
import { pathInWords } from './words.ts';

/** The process ends while the function still holds something (docs/clauses.md, rule 7). */
export const noExitBeforeStop: Question = {
  name: 'no-exit-before-stop',
  description: 'disallow ending the process while something still has to be released',
  recommended: true,
  hasSuggestions: false,
  messages: {
    losesData: "The process ends here while {{held}} is live ({{path}}), and what it holds is lost; release it first, or set process.exitCode and return.",
    exit: "The process ends here while {{held}} is live ({{path}}), and the release that this function plans never runs; set process.exitCode and return instead.",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\bprocess\b/,
  ask: (stories, options) => stories.skippingExits.filter((exit) => reported(exit.grade, options)).map((exit) => findingOf(stories, exit)),
};

function findingOf(stories: FileStories, { at, held, planned, grade, path }: SkippingExit): Finding {
  const names = new Intl.ListFormat('en').format(held.map((name) => `'${name}'`));
  return { messageId: planned ? 'exit' : 'losesData', data: { held: names, path: pathInWords(stories, path) }, start: at.getStart(), end: at.end, grade, path, owner: `this function holds ${names} until it has been released` };
}
