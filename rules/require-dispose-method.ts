import type { FileStories } from '../analysis/index.ts';
import { knowsDisposables } from '../analysis/knows-disposables.ts';
import { type MissingDispose, missingDispose } from '../analysis/missing-dispose.ts';
import type { ClassStory } from '../analysis/class-story.ts';
import type { Finding, Suggestion } from './finding.ts';
import type { Question } from './question.ts';
import { disposeMethodEdits } from './dispose-method-edit.ts';

/** A class that can be started and stopped, and that no scope can own (docs/clauses.md, rule 11). */
export const requireDisposeMethod: Question = {
  name: 'require-dispose-method',
  description: 'require a dispose symbol on classes that are started and stopped',
  recommended: true,
  hasSuggestions: true,
  messages: {
    service: "'{{class}}' has {{start}}() and {{stop}}() but no [{{symbol}}](), so no scope can own it; add one that delegates to {{stop}}() (migrate: implement-dispose).",
    teardown: "'{{class}}' owns what {{stop}}() releases but has no [{{symbol}}](), so no scope can own it; add one that delegates to {{stop}}() (migrate: implement-dispose).",
    addMethod: 'Add [{{symbol}}]() that delegates to {{stop}}().',
  },
  defaultOptions: { report: 'certain' },
  tests: 'off',
  trigger: /\bclass\b/,
  ask: (stories) => stories.classes.flatMap((one) => findingOf(stories, one)),
};

function findingOf(stories: FileStories, owner: ClassStory): Finding[] {
  const missing = missingDispose(stories.view, owner);
  if (!missing) return [];
  const { by, stop } = missing;
  const symbol = stop.async ? 'Symbol.asyncDispose' : 'Symbol.dispose';
  const { start, end } = owner.head;
  return [
    {
      messageId: by,
      data: { class: owner.name, start: owner.service?.starts[0] ?? '', stop: stop.name, symbol },
      start,
      end,
      grade: 'certain',
      path: [{ start, end, note: `'${owner.name}' has no [${symbol}]()` }],
      owner: owner.name,
      release: `${stop.name}()`,
      migration: 'implement-dispose',
      suggestions: suggestionOf(stories, missing, symbol),
    },
  ];
}

/** Nothing where the stop needs arguments, or where the program's library does not know the symbol. */
function suggestionOf({ view, sourceFile }: FileStories, missing: MissingDispose, symbol: string): Suggestion[] {
  const { stop } = missing;
  if (!stop.callable || !knowsDisposables(view)) return [];
  return [{ messageId: 'addMethod', data: { stop: stop.name, symbol }, edits: disposeMethodEdits(view, sourceFile.text, missing) }];
}
