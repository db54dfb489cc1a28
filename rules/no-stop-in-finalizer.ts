import type { FinalizerRelease } from '../analysis/faults.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';

/** Releasing from a place that cannot wait or may never run (docs/clauses.md, rule 6). */
export const noStopInFinalizer: Question = {
  name: 'no-stop-in-finalizer',
  description: 'disallow releases in places that cannot wait or may never run',
  recommended: true,
  hasSuggestions: false,
  messages: {
    never: "A FinalizationRegistry callback may never run, so '{{call}}' may never happen; give the resource an owner that releases it.",
    cannotWait: "{{place}} cannot wait, so '{{call}}' does not finish; release on a signal, or at the end of the scope that owns the resource.",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\bFinalizationRegistry\b|['"`](?:exit|unload|beforeunload)['"`]|\bon(?:before)?unload\b/,
  ask: (stories, options) => stories.finalizerReleases.filter((one) => reported(one.grade, options)).map(findingOf),
};

function findingOf({ at, name, place, grade }: FinalizerRelease): Finding {
  const start = at.getStart();
  return {
    messageId: place === 'FinalizationRegistry' ? 'never' : 'cannotWait',
    data: { call: name, place: place === 'unload' ? "An 'unload' listener" : `A ${place} listener` },
    start,
    end: at.end,
    grade,
    path: [{ start, end: at.end, note: `'${name}' begins where nothing can wait for it` }],
  };
}
