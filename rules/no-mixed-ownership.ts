import type { FileStories } from '../analysis/index.ts';
import type { MixedOwnership } from '../analysis/faults.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';

/** A field that is sometimes created and sometimes injected, and released always or never (docs/clauses.md, rule 21). */
export const noMixedOwnership: Question = {
  name: 'no-mixed-ownership',
  description: 'disallow fields that are sometimes created and sometimes injected, and released always or never',
  recommended: false,
  hasSuggestions: false,
  messages: {
    always: "'{{name}}' is made here or handed in as '{{given}}', and the release at {{line}} ends it either way, so its owner loses the one that was handed in; remember which it is, and release only what was made ('{{release}}').",
    never: "'{{name}}' is made here unless it is handed in as '{{given}}', and nothing releases the one that was made; remember which it is, and release that ('{{release}}').",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\bclass\b/,
  ask: (stories, options) => stories.mixedOwnerships.filter((one) => reported(one.grade, options)).map((one) => findingOf(stories, one)),
};

function findingOf({ sourceFile }: FileStories, { at, name, made, given, releasedAt, release, grade }: MixedOwnership): Finding {
  const start = at.getStart();
  const step = (node: { getStart(): number; end: number }, note: string) => ({ start: node.getStart(), end: node.end, note });
  const file = releasedAt?.getSourceFile();
  const line = releasedAt && file ? String(file.getLineAndCharacterOfPosition(releasedAt.getStart()).line + 1) : '';
  const end = releasedAt && { ...step(releasedAt, 'released, whoever made it'), ...(file && file !== sourceFile ? { file } : {}) };
  return {
    messageId: releasedAt ? 'always' : 'never',
    data: { name, given: given.getText(), release, line },
    start,
    end: at.end,
    grade,
    path: [step(given, `'${name}' is handed in`), step(made, `'${name}' is made`), ...(end ? [end] : [])],
    owner: 'this class, or whoever handed it in',
    release,
  };
}
