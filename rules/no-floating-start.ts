import type { FloatingStart } from '../analysis/faults.ts';
import { nameOf } from '../analysis/syntax.ts';
import type { Finding, Suggestion } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';

/** The promise of a start verb is dropped, so readiness is unknown (docs/clauses.md, rule 4). */
export const noFloatingStart: Question = {
  name: 'no-floating-start',
  description: 'require that somebody waits until a start has finished',
  recommended: true,
  hasSuggestions: true,
  messages: {
    start: "Nobody waits until '{{name}}' has started, so nobody knows when it is ready or that it failed; await '{{call}}' (migrate: await-stop).",
    runLoop: "The promise of '{{call}}' settles when its work ends, and nobody keeps it; keep it and await it after the stop.",
    handled: "A failure of '{{call}}' is caught, but nobody waits until '{{name}}' has started; await it.",
    addAwait: "Await '{{call}}'.",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\b(?:start|run|connect|open|listen|init|launch|boot|serve|setup|login|subscribe|watch|activate|initiali[sz]e)\w*\s*\(/,
  ask: (stories, options) => stories.floatingStarts.filter((one) => reported(one.grade, options)).map(findingOf),
};

function findingOf({ at, name, how, runLoop, awaitable, grade }: FloatingStart): Finding {
  const call = `${nameOf(at.expression)}()`;
  const start = at.getStart();
  return {
    messageId: runLoop ? 'runLoop' : how === 'handled' ? 'handled' : 'start',
    data: { name, call },
    start,
    end: at.end,
    grade,
    path: [{ start, end: at.end, note: `'${call}' begins, and nobody waits for it` }],
    migration: 'await-stop',
    suggestions: awaitable && !runLoop ? addAwait(start, call) : [],
  };
}

function addAwait(start: number, call: string): Suggestion[] {
  return [{ messageId: 'addAwait', data: { call }, edits: [{ start, end: start, text: 'await ' }] }];
}
