import type { BorrowedRelease } from '../analysis/faults.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';

/** Releasing what the code does not own (docs/clauses.md, rule 15). */
export const noDisposeBorrowed: Question = {
  name: 'no-dispose-borrowed',
  description: 'disallow releasing what the code does not own',
  recommended: false,
  hasSuggestions: false,
  messages: {
    parameter: "'{{name}}' is a parameter: its owner is the caller, who may still use it or release it again; leave the release to the owner, or name this function after it.",
    field: "'{{name}}' was injected: its owner is whoever made it, and others may still use it; leave the release to the owner.",
    function: "'{{name}}' is on loan: the JSDoc of the function that hands it out says so (`@borrows`); leave the release to its owner.",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\b(?:stop|close|end|quit|shut|[dD]ispose|destroy|disconnect|terminate|release|teardown|drain|clear|unsubscribe)\w*\b/,
  ask: (stories, options) => stories.borrowedReleases.filter((one) => reported(one.grade, options)).map(findingOf),
};

const owners: Readonly<Record<BorrowedRelease['from'], string>> = { parameter: 'the caller', field: 'whoever injected it', function: 'whoever handed it out' };

function findingOf({ at, name, from, grade }: BorrowedRelease): Finding {
  const start = at.getStart();
  return { messageId: from, data: { name }, start, end: at.end, grade, path: [{ start, end: at.end, note: `'${name}' is released by code that does not own it` }], owner: owners[from] };
}
