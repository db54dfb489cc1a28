import type { FileStories } from '../analysis/index.ts';
import { knowsDisposables } from '../analysis/knows-disposables.ts';
import type { ClassStory, Verb } from '../analysis/story.ts';
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
  if (owner.disposable || owner.abstract || owner.inheritsLifecycle) return [];
  const { service } = owner;
  const stop = service ? (service.declaresStop ? preferred(service.stops) : undefined) : owner.teardown;
  if (!stop) return [];
  const symbol = stop.async ? 'Symbol.asyncDispose' : 'Symbol.dispose';
  const { start, end } = owner.head;
  return [
    {
      messageId: service ? 'service' : 'teardown',
      data: { class: owner.name, start: service?.starts[0] ?? '', stop: stop.name, symbol },
      start,
      end,
      grade: 'certain',
      path: [{ start, end, note: `'${owner.name}' has no [${symbol}]()` }],
      owner: owner.name,
      release: `${stop.name}()`,
      migration: 'implement-dispose',
      suggestions: suggestionOf(stories, owner, stop, symbol),
    },
  ];
}

/** An async stop is the whole release; of several, the first that can be called without arguments. */
function preferred(stops: readonly Verb[]): Verb | undefined {
  return stops.find((stop) => stop.async && stop.callable) ?? stops.find((stop) => stop.callable) ?? stops[0];
}

/** Nothing where the stop needs arguments, or where the program's library does not know the symbol. */
function suggestionOf({ view, sourceFile }: FileStories, owner: ClassStory, stop: Verb, symbol: string): Suggestion[] {
  if (!stop.callable || !knowsDisposables(view)) return [];
  return [{ messageId: 'addMethod', data: { stop: stop.name, symbol }, edits: disposeMethodEdits(view.ts, sourceFile, owner, stop) }];
}
