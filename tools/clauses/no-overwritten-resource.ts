import type { ClauseSet } from './clause.ts';

export const noOverwrittenResource = {
  rule: 'no-overwritten-resource',
  finished: true,
  clauses: {
    '19.field': { text: 'Assigning over a live field without releasing it, in a method that may run again.', site: 'https://github.com/replayio/devtools/pull/8107' },
    '19.release-first': { text: 'Released first on every path, directly, by a helper or by the teardown; kept for its release, or forgotten: silent.', site: 'playwright fsWatcher.ts:43' },
    '19.guard': { text: 'A guard on the same field ends the matter; a flag that the same code sets does as well.', site: 'https://github.com/TooTallNate/nx.js/issues/324' },
    '19.other-guard': { text: 'A condition on something else of the instance makes it likely.', site: 'docs/rules/no-overwritten-resource.md' },
    '19.once': { text: 'The constructor and once-only hooks of frameworks run once, and so does what only they call.', site: 'https://angular.dev/guide/components/lifecycle' },
    '19.per-stop': { text: 'A start verb, and what only it calls, counts as once per stop: likely.', site: 'https://github.com/TooTallNate/nx.js/issues/324' },
    '19.same-run': { text: 'Twice in one run: a second assignment, to a local variable too; the next turn of a loop, for a field.', site: 'docs/rules/no-overwritten-resource.md' },
    '19.service': { text: 'A service is live once it was started.', site: 'docs/rules/no-overwritten-resource.md' },
    '19.ends-alone': { text: 'What ends with its data or work, what is unreferenced and one-shot timers are likely; a timer that arms itself again has fired.', site: 'docs/rules/no-overwritten-resource.md' },
    '19.not-this': { text: 'Fields that are not of `this` are out of scope.', site: 'https://react.dev/reference/react/useRef' },
    '19.test-hooks': { text: 'An outer `let` set in `beforeEach` and released in the sibling hook is discharged.', site: 'https://jestjs.io/docs/setup-teardown' },
    '19.outer': { text: 'An outer variable that a named function assigns is likely.', site: 'https://github.com/victorb/ngProgress/issues/43' },
    '19.head': { text: 'Reported at the target of the assignment.', site: 'docs/rules/no-overwritten-resource.md' },
  },
} as const satisfies ClauseSet;
