import type { FileStories } from '../analysis/index.ts';
import type { LateUse } from '../analysis/faults.ts';
import { nameOf } from '../analysis/syntax.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';
import { pathInWords } from './words.ts';

/** What was released is used, started or released again (docs/clauses.md, rule 16). */
export const noUseAfterDispose: Question = {
  name: 'no-use-after-dispose',
  description: 'disallow uses and second releases of what was released before',
  recommended: true,
  hasSuggestions: false,
  messages: {
    used: "'{{name}}' is used after its release ({{path}}); release it after its last use{{migrate}}.",
    started: "'{{name}}' is started after its release ({{path}}), and its contract says that it starts only once; make a new one.",
    again: "'{{name}}' is released a second time ({{path}}), which {{failure}} by its contract; release it in one place{{migrate}}.",
    scope: "'{{name}}' is released here although its scope releases it ({{path}}), and the second release {{failure}} by its contract; leave it to the scope.",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\(/,
  ask: (stories, options) => stories.lateUses.filter((use) => reported(use.grade, options)).map((use) => findingOf(stories, use)),
};

const failureWords = { throws: 'throws', rejects: 'fails', hangs: 'never ends' };
const migration = 'trailing-stop-to-using';

function findingOf(stories: FileStories, { at, name, how, failure, released, local, grade, path }: LateUse): Finding {
  const migrates = local && (how === 'used' || how === 'again');
  return {
    messageId: how,
    data: {
      name,
      path: pathInWords(stories, path),
      failure: failure ? failureWords[failure] : '',
      migrate: migrates ? `, best by a scope that owns it (migrate: ${migration})` : '',
    },
    start: at.getStart(),
    end: at.end,
    grade,
    path,
    owner: `'${nameOf(released)}' ended it for everybody who holds '${name}'`,
    ...(migrates ? { migration } : {}),
  };
}
