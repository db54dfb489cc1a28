import { canUseScopes, canUseStacks, type FileStories } from '../analysis/index.ts';
import type { AdHocCleanup } from '../analysis/faults.ts';
import { finallyToStackEdits } from './finally-to-stack-edit.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';

/** Ad-hoc cleanup where a scope would do (docs/clauses.md, rule 14). */
export const preferDisposeStack: Question = {
  name: 'prefer-dispose-stack',
  description: 'prefer a scope or a stack over cleanup by hand',
  recommended: true,
  hasSuggestions: true,
  messages: {
    guarded: "This finally releases {{names}} behind a null check; with 'await using' or a stack the release stands where the resource is acquired (migrate: finally-to-stack).",
    several: 'This finally releases {{names}}, and the first failure skips the rest; a stack runs every release, in reverse order (migrate: finally-to-stack).',
    nested: 'Nested finally blocks release {{names}}; one stack replaces them (migrate: finally-to-stack).',
    array: 'The array {{names}} is a stack kept by hand; an AsyncDisposableStack runs every cleanup, in reverse order (migrate: finally-to-stack).',
    single: "This finally releases {{names}}; with 'await using' the release stands where the resource is acquired (migrate: finally-to-stack).",
    useStack: 'Let a stack release it, as the migration finally-to-stack does.',
  },
  defaultOptions: { report: 'certain' },
  tests: 'off',
  trigger: /\bfinally\b|\bpush\b/,
  ask: (stories, options) => {
    const found = stories.adHocCleanups.filter((one) => reported(one.grade, options) && !isInWrongOrder(stories, one));
    return found.filter((one) => (one.needsStack ? canUseStacks(stories.view, stories.sourceFile) : canUseScopes(stories.view))).map(findingOf);
  },
  suggest: ({ view, sourceFile }, file, finding) => {
    const edits = canUseStacks(view, sourceFile) ? finallyToStackEdits(file, finding) : [];
    return edits.length > 0 ? [{ messageId: 'useStack', data: {}, edits }] : [];
  },
};

/** The wrong order is the cause; another rule names it. */
function isInWrongOrder(stories: FileStories, { path }: AdHocCleanup): boolean {
  return stories.orderFaults.some((fault) => fault.grade === 'certain' && path.some((release) => release.start === fault.at.getStart()));
}

function findingOf({ at, kind, names, grade, path }: AdHocCleanup): Finding {
  const list = new Intl.ListFormat('en').format(names.map((name) => `'${name}'`));
  return { messageId: kind, data: { names: list }, start: at.start, end: at.end, grade, path, owner: `this function releases ${list} by hand`, migration: 'finally-to-stack' };
}
