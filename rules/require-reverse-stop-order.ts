import type { FileStories } from '../analysis/index.ts';
import type { OrderFault } from '../analysis/faults.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';
import { pathInWords } from './words.ts';

/** Releases in an order that is not the reverse of the starts (docs/clauses.md, rule 13). */
export const requireReverseStopOrder: Question = {
  name: 'require-reverse-stop-order',
  description: 'require that resources are released in the reverse order of their starts',
  recommended: true,
  hasSuggestions: false,
  messages: {
    early: "'{{early}}' is released before '{{late}}', which was started later and may still need it ({{path}}); release '{{late}}' first: a stack does (migrate: finally-to-stack --fix-order).",
    concurrent: "'{{early}}' is released together with '{{late}}', which was started later and may still need it ({{path}}); release '{{late}}' first and wait for its end (migrate: finally-to-stack --fix-order).",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\b(?:stop|close|end|quit|shut|[dD]ispose|destroy|disconnect|terminate|release|teardown|drain|flush|clear)\w*\b/,
  ask: (stories, options) => stories.orderFaults.filter((fault) => reported(fault.grade, options)).map((fault) => findingOf(stories, fault)),
};

function findingOf(stories: FileStories, { at, early, late, grade, concurrent, path }: OrderFault): Finding {
  return {
    messageId: concurrent ? 'concurrent' : 'early',
    data: { early, late, path: pathInWords(stories, path) },
    start: at.getStart(),
    end: at.end,
    grade,
    path,
    owner: grade === 'certain' ? `this function owns both; '${late}' was given '${early}' and needs it until it has been released` : `this function owns '${early}' and '${late}'`,
    migration: 'finally-to-stack',
  };
}
