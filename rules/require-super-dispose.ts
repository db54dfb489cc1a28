import type { FileStories } from '../analysis/index.ts';
import type { DroppedTeardown } from '../analysis/faults.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';

/** An overriding teardown that does not call the inherited one, when that one does something (docs/clauses.md, rule 18). */
export const requireSuperDispose: Question = {
  name: 'require-super-dispose',
  description: 'require that an overriding teardown calls the inherited one',
  recommended: true,
  hasSuggestions: false,
  messages: {
    dropped: "'{{name}}()' replaces that of '{{base}}', which {{does}}, and never calls it; end with '{{call}}', after what this class releases itself.",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\bextends\b/,
  ask: (stories, options) => stories.droppedTeardowns.filter((one) => reported(one.grade, options)).map((one) => findingOf(stories, one)),
};

function findingOf({ sourceFile }: FileStories, { at, name, base, does, inherited, async, grade }: DroppedTeardown): Finding {
  const file = inherited?.node.getSourceFile();
  const own = { start: at.getStart(), end: at.end, note: `'${name}()' ends without it` };
  const before = inherited && { start: inherited.name.getStart(), end: inherited.name.end, note: `'${name}()' of '${base}' ${does}`, ...(file !== sourceFile && file ? { file } : {}) };
  const call = `${async ? 'await ' : ''}super${name.startsWith('Symbol.') ? `[${name}]` : `.${name}`}()`;
  return {
    messageId: 'dropped',
    data: { name: name.startsWith('Symbol.') ? `[${name}]` : name, base, does, call },
    start: own.start,
    end: own.end,
    grade,
    path: before ? [before, own] : [own],
    owner: base,
    release: call,
  };
}
