import type { FileStories } from '../analysis/index.ts';
import type { ReleaseStory } from '../analysis/story.ts';
import { nameOf } from '../analysis/syntax.ts';
import { whereToAwait } from '../analysis/where-to-await.ts';
import { unfinishedAs, whyVoidIsProven, type Unfinished } from '../analysis/unfinished.ts';
import { awaitEdit } from '../plans/await-stop/await-edit.ts';
import type { Finding, Suggestion } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';

/** A release whose completion nobody waits for (docs/clauses.md, rule 5). */
export const noFloatingStop: Question = {
  name: 'no-floating-stop',
  description: 'require that somebody waits until a release has finished',
  recommended: true,
  hasSuggestions: true,
  messages: {
    dropped: "Nobody waits until '{{call}}' has finished: its promise is dropped, so what comes next runs while '{{resource}}' is still live; {{wayOut}}",
    void: "'void {{call}}' says that nobody waits, but {{reason}}; {{wayOut}}",
    continued: "What then() or finally() adds comes after '{{call}}', but nobody waits for it, nor sees its failure; {{wayOut}}",
    handled: "A failure of '{{call}}' is caught, but nobody waits until it has finished; {{wayOut}}",
    variable: "The promise of '{{call}}' is kept in a variable that is never awaited or returned; await it where its end matters (migrate: await-stop).",
    forEach: "forEach() drops the promises of '{{call}}'; await them in a loop or with Promise.all (migrate: await-stop).",
    map: "Nobody awaits the promises that map() makes of '{{call}}'; await them with Promise.all (migrate: await-stop).",
    callback: "'{{call}}' tells its end by a callback, and nobody waits for it; {{wayOut}}",
    ignored: "'{{by}}' ignores the promise of '{{call}}', so nobody waits until it has finished; {{wayOut}}",
    syncDispose: "A sync [Symbol.dispose]() cannot wait for '{{call}}'; implement [Symbol.asyncDispose]() (migrate: implement-dispose).",
    exit: "The process exits before '{{call}}' has finished; {{wayOut}}",
    addAwait: "Await '{{call}}'.",
    usePromise: "Await a promise that settles when '{{call}}' has finished.",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\b(?:stop|close|end|quit|shut|dispose|Dispose|destroy|disconnect|terminate|release|teardown|tearDown|halt|drain|unsubscribe|kill|cancel|exit|leave|abort|deactivate)\w*\b/,
  ask: (stories, options) =>
    onePerCause(stories.releases.filter((release) => !isInFinalizer(stories, release))).flatMap((release) => {
      const unfinished = unfinishedAs(release);
      return unfinished && reported(unfinished.grade, options) ? [findingOf(stories, release, unfinished)] : [];
    }),
};

/** Several releases in one callback of `forEach`, or in one `Promise.all` that nobody awaits, have one cause. */
function onePerCause(releases: readonly ReleaseStory[]): readonly ReleaseStory[] {
  const causes = releases.map(({ fate }) => (fate.kind === 'awaited' ? undefined : fate.at));
  return releases.filter((_, index) => causes[index] === undefined || causes.indexOf(causes[index]) === index);
}

/** The place is the cause; another rule names it. */
function isInFinalizer(stories: FileStories, { node }: ReleaseStory): boolean {
  return stories.finalizerReleases.some((release) => release.at === node);
}

function findingOf(stories: FileStories, release: ReleaseStory, { grade, how }: Unfinished): Finding {
  const { node, resource, fate } = release;
  const call = nameOf(node);
  const start = node.getStart();
  return {
    messageId: how,
    data: { call, resource: resource.name, wayOut: wayOut(release), reason: whyVoidIsProven(release.surroundings) ?? 'what follows may rely on its end', by: fate.kind === 'ignored' ? fate.by : '' },
    start,
    end: node.end,
    grade,
    path: [{ start, end: node.end, note: `'${call}' begins, and nobody waits for its end` }],
    owner: `whoever calls '${call}' is the only one who can wait for it`,
    release: resource.releaseText,
    migration: 'await-stop',
    suggestions: suggestionsOf(stories, release, call),
  };
}

function wayOut({ completion, resource, surroundings }: ReleaseStory): string {
  if (completion !== 'promise') return `wait for it: ${resource.releaseText} (migrate: await-stop).`;
  const wait = surroundings.waits === 'by await' || surroundings.waits === 'at top level' ? 'await it' : surroundings.waits === 'by its promise' ? 'return a promise that waits for it' : 'make the function async and await it';
  return `${wait} (migrate: await-stop).`;
}

/** In a function that is async already: `await` before a promise, the contract's promise form instead of a callback-style call. */
function suggestionsOf({ view: { ts } }: FileStories, release: ReleaseStory, call: string): Suggestion[] {
  const { surroundings } = release;
  if (surroundings.waits !== 'by await' || surroundings.ownEvent) return [];
  const place = whereToAwait(ts, release);
  return place ? [{ messageId: place.promiseForm === undefined ? 'addAwait' : 'usePromise', data: { call }, edits: [awaitEdit(place)] }] : [];
}
