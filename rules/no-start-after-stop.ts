import type { FileStories } from '../analysis/index.ts';
import type { LateStart } from '../analysis/faults.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';

/** A timer, listener, watcher or loop that can begin after its object was stopped (docs/clauses.md, rule 23). */
export const noStartAfterStop: Question = {
  name: 'no-start-after-stop',
  description: 'disallow timers, listeners and loops that can begin after their object was stopped',
  recommended: false,
  hasSuggestions: false,
  messages: {
    started: "'{{name}}' begins after the wait at {{line}}, also when a stop came during that wait and found nothing to end; ask in between whether the object was stopped (a field that the stop sets, or its signal).",
    rearmed: "'{{name}}' arms itself again after the wait at {{line}}, also when a stop came during that wait and cleared only the timer that had fired already; ask in between whether the object was stopped.",
    endless: "'{{name}}' arms itself again at each turn, keeps no handle that a stop could clear and never asks whether the object was stopped; keep the handle in a field and clear it in the stop.",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\bclass\b/,
  ask: (stories, options) => stories.lateStarts.filter((one) => reported(one.grade, options)).map((one) => findingOf(stories, one)),
};

function findingOf({ sourceFile }: FileStories, { at, name, how, since, grade }: LateStart): Finding {
  const begun = { start: at.getStart(), end: at.end, note: `'${name}' begins` };
  const waited = since && { start: since.getStart(), end: since.end, note: 'the object may be stopped' };
  const line = since ? String(sourceFile.getLineAndCharacterOfPosition(since.getStart()).line + 1) : '';
  return {
    messageId: how,
    data: { name, line },
    start: begun.start,
    end: begun.end,
    grade,
    path: waited ? [waited, begun] : [begun],
    owner: `the instance owns '${name}', and its stop may lie behind it`,
  };
}
