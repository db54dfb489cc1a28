import type { ClauseSet } from './clause.ts';

export const noMixedOwnership = {
  rule: 'no-mixed-ownership',
  finished: true,
  clauses: {
    '21.always': { text: 'A field that is sometimes created and sometimes injected, and is released always.', site: 'https://github.com/ozum/pg-structure/issues/50' },
    '21.never': { text: 'Or never: then the created one leaks.', site: 'https://github.com/osquery/osquery-go/pull/112' },
    '21.shapes': { text: '`??`, `||`, conditions, branches, default values of parameters and of their parts, setters.', site: 'https://github.com/strawgate/py-key-value/pull/241' },
    '21.remembered': { text: 'A release that asks who made it is right: a flag, the option itself, a field of its own for what was made.', site: 'electric-sql/electric agents-server/src/host.ts:113' },
    '21.taken-over': { text: 'A class takes over what it is handed when every construction site makes one for it, or when it is stated.', site: 'docs/settings.md' },
    '21.start': { text: 'A service that is never started is no obligation, whoever made it.', site: 'docs/rules/no-mixed-ownership.md' },
    '21.grades': { text: 'What nobody in the program hands in, and lazy or process-long ones that nobody releases, are likely.', site: 'docs/rules/no-mixed-ownership.md' },
    '21.head': { text: "Reported at the field's assignment, once for each field.", site: 'docs/rules/no-mixed-ownership.md' },
  },
} as const satisfies ClauseSet;
