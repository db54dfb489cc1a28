import type { FileStories } from '../analysis/index.ts';
import type { Escape } from '../analysis/faults.ts';
import { nameOf } from '../analysis/syntax.ts';
import type { Finding, Suggestion } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';
import { pathInWords } from './words.ts';

/** A value leaves the scope that releases it (docs/clauses.md, rule 17). */
export const noEscapingUsing: Question = {
  name: 'no-escaping-using',
  description: 'disallow values that leave the scope which releases them',
  recommended: true,
  hasSuggestions: true,
  messages: {
    returned: "'{{name}}' is returned{{within}}, and its scope releases it before the caller has it ({{path}}); declare it with 'const', so that the caller owns it, or hand its stack on with 'move()'.",
    stored: "'{{name}}' is kept in '{{to}}', and its scope releases it all the same ({{path}}); let the keeper own it, or keep it no longer than the scope.",
    captured: "'{{name}}' is captured by {{to}}, and its scope releases it before that runs ({{path}}); end that in the scope, or let what runs it own '{{name}}'.",
    promise: "'{{to}}' is returned without 'await', and the scope releases '{{name}}' while it works ({{path}}); return what it resolves to: 'return await'.",
    floating: "Nobody in the scope waits for '{{to}}', so '{{name}}' is released while it works ({{path}}); await it.",
    addAwait: "Return what it resolves to: 'return await'.",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\busing\b/,
  ask: (stories, options) => stories.escapes.filter((one) => reported(one.grade, options)).map((one) => findingOf(stories, one)),
};

function findingOf(stories: FileStories, escape: Escape): Finding {
  const { at, kind, name, to, grade, path } = escape;
  const start = at.getStart();
  const end = kind === 'captured' ? headEnd(stories, at) : at.end;
  return {
    messageId: kind,
    data: { name, to, within: at.getText() === name ? '' : ` in '${nameOf(at)}'`, path: pathInWords(stories, path) },
    start,
    end,
    grade,
    path,
    owner: `the scope releases '${name}' at its end, whoever else holds it`,
    suggestions: suggestionsOf(stories, escape),
  };
}

/** A function that is handed on is shown by its first line. */
function headEnd({ sourceFile }: FileStories, at: Escape['at']): number {
  const line = sourceFile.text.indexOf('\n', at.getStart());
  return line < 0 ? at.end : Math.min(at.end, line);
}

/** `return x.query()` becomes `return await x.query()`. */
function suggestionsOf({ view }: FileStories, { at, canAwait }: Escape): Suggestion[] {
  if (!canAwait || !view.ts.isExpression(at)) return [];
  const needsParentheses = view.ts.isConditionalExpression(at) || view.ts.isBinaryExpression(at);
  const before = { start: at.getStart(), end: at.getStart(), text: needsParentheses ? 'await (' : 'await ' };
  return [{ messageId: 'addAwait', data: {}, edits: needsParentheses ? [before, { start: at.end, end: at.end, text: ')' }] : [before] }];
}
