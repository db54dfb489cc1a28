import type { FileStories } from '../analysis/index.ts';
import type { Grade } from '../analysis/grade.ts';
import type { CompletionFate, ReleaseStory } from '../analysis/story.ts';
import { nameOf } from '../analysis/syntax.ts';
import type { TypeScript } from '../analysis/view.ts';
import type { TextEdit } from '../plans/edit.ts';
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
      const verdict = verdictOf(release);
      return verdict && reported(verdict.grade, options) ? [findingOf(stories, release, verdict)] : [];
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

interface Verdict {
  grade: Grade;
  messageId: string;
}

const exits: ReadonlySet<string | undefined> = new Set(['process exit', 'possible process exit']);

function verdictOf(release: ReleaseStory): Verdict | undefined {
  const { fate, surroundings } = release;
  if (fate.kind === 'awaited') return undefined;
  if (fate.kind === 'called back') return surroundings.before === 'process exit' ? { grade: 'certain', messageId: 'exit' } : undefined;
  if (surroundings.inSyncDispose && release.completion === 'promise') return { grade: 'certain', messageId: 'syncDispose' };
  if (exits.has(surroundings.before)) return { grade: 'certain', messageId: 'exit' };
  switch (fate.kind) {
    case 'dropped':
      return ofDropped(release, fate);
    case 'handled':
    case 'continued':
      return surroundings.voidSlot ? undefined : { grade: 'likely', messageId: fate.kind };
    case 'void':
      return ofVoid(release);
    case 'ignored':
      return { grade: fate.proven ? 'certain' : 'likely', messageId: 'ignored' };
  }
}

const droppedMessages = { statement: 'dropped', variable: 'variable', forEach: 'forEach', map: 'map', 'callback without completion': 'callback' } as const;

function ofDropped({ surroundings }: ReleaseStory, { how }: CompletionFate & { kind: 'dropped' }): Verdict | undefined {
  if (how === 'callback without completion' && surroundings.waits !== 'by await' && surroundings.waits !== 'by its promise') return undefined;
  return { grade: surroundings.voidSlot || surroundings.ownEvent || surroundings.endWatched ? 'likely' : 'certain', messageId: droppedMessages[how] };
}

function ofVoid({ surroundings }: ReleaseStory): Verdict | undefined {
  if (surroundings.voidSlot) return undefined;
  return { grade: whyVoidIsProven(surroundings) && !surroundings.ownEvent && !surroundings.endWatched ? 'certain' : 'likely', messageId: 'void' };
}

function whyVoidIsProven({ inFinally, inTeardown, before }: ReleaseStory['surroundings']): string | undefined {
  if (inFinally) return 'it stands in a finally';
  if (inTeardown) return 'the work of this function is releasing';
  if (before === 'replacement') return 'its replacement is acquired next';
  return before === undefined ? undefined : `a ${before} follows`;
}

function findingOf(stories: FileStories, release: ReleaseStory, { grade, messageId }: Verdict): Finding {
  const { node, resource, fate } = release;
  const call = nameOf(node);
  const start = node.getStart();
  return {
    messageId,
    data: { call, resource: resource.name, wayOut: wayOut(release), reason: whyVoidIsProven(release.surroundings) ?? 'what follows may rely on its end', by: fate.kind === 'ignored' ? fate.by : '' },
    start,
    end: node.end,
    grade,
    path: [{ start, end: node.end, note: `'${call}' begins, and nobody waits for its end` }],
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
  const { fate, surroundings, node, promiseForm } = release;
  if (surroundings.waits !== 'by await' || surroundings.ownEvent) return [];
  if (release.completion === 'promise') return awaitEdits(ts, release).map((edit) => ({ messageId: 'addAwait', data: { call }, edits: [edit] }));
  const replaceable = fate.kind === 'dropped' && promiseForm !== undefined && ts.isExpressionStatement(node.parent) && !ts.isOptionalChain(node);
  return replaceable ? [{ messageId: 'usePromise', data: { call }, edits: [{ start: node.getStart(), end: node.end, text: `await ${promiseForm}` }] }] : [];
}

/** `await` instead of `void`, before a dropped call, or before the call in a branch of a dropped expression. */
function awaitEdits(typescript: TypeScript, { fate, node }: ReleaseStory): TextEdit[] {
  if (fate.kind === 'void' && typescript.isVoidExpression(fate.at)) return [{ start: fate.at.getStart(), end: fate.at.expression.getStart(), text: 'await ' }];
  if (fate.kind !== 'dropped' || fate.how !== 'statement') return [];
  if (typescript.isCallExpression(fate.at)) return [{ start: fate.at.getStart(), end: fate.at.getStart(), text: 'await ' }];
  const branch = typescript.isBinaryExpression(node.parent) || typescript.isConditionalExpression(node.parent);
  return branch ? [{ start: node.getStart(), end: node.getStart(), text: 'await ' }] : [];
}
