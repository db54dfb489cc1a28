import type { Overwrite } from '../analysis/faults.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';

/** An assignment over a live resource that nothing releases first (docs/clauses.md, rule 19). */
export const noOverwrittenResource: Question = {
  name: 'no-overwritten-resource',
  description: 'disallow assigning over a live resource without releasing it',
  recommended: true,
  hasSuggestions: false,
  messages: {
    overwritten: "'{{name}}' is assigned over {{when}} while what it holds is still live, and nothing else can release that; release it first ('{{release}}'), or return early when it is set.",
  },
  defaultOptions: { report: 'certain' },
  trigger: /[\w$]\s*=[^=>]/,
  ask: (stories, options) => stories.overwrites.filter((one) => reported(one.grade, options)).map(findingOf),
};

function findingOf({ at, name, when, release, grade, path }: Overwrite): Finding {
  const start = at.getStart();
  return {
    messageId: 'overwritten',
    data: { name, when, release },
    start,
    end: at.end,
    grade,
    path: [...path, { start, end: at.end, note: `'${name}' is assigned over ${when}` }],
    owner: name,
    release,
  };
}
