import type { FileStories } from '../analysis/index.ts';
import type { Grade } from '../analysis/grade.ts';
import type { CompletionFate, ReleaseStory } from '../analysis/story.ts';
import type { Finding, Suggestion } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';

/** A release whose completion nobody waits for (rules.md, rule 5). */
export const noFloatingStop: Question = {
  name: 'no-floating-stop',
  description: 'require that somebody waits until a release has finished',
  recommended: true,
  hasSuggestions: true,
  messages: {
    dropped: "Nobody waits until '{{call}}' has finished: its promise is dropped, so what comes next runs while '{{resource}}' is still live; {{wayOut}}",
    void: "'void {{call}}' says that nobody waits, but {{reason}}; {{wayOut}}",
    handled: "A failure of '{{call}}' is caught, but nobody waits until it has finished; {{wayOut}}",
    variable: "The promise of '{{call}}' is kept in a variable that is never awaited or returned; {{wayOut}}",
    forEach: "forEach() drops the promises of '{{call}}'; await them in a loop or with Promise.all (migrate: await-stop).",
    map: "Nobody awaits the promises that map() makes of '{{call}}'; await them with Promise.all (migrate: await-stop).",
    callback: "'{{call}}' tells its end by a callback, and nobody waits for it; {{wayOut}}",
    ignored: "'{{by}}' ignores the promise of '{{call}}', so nobody waits until it has finished; {{wayOut}}",
    syncDispose: "A sync [Symbol.dispose]() cannot wait for '{{call}}'; implement [Symbol.asyncDispose]() (migrate: implement-dispose).",
    exit: "The process exits before '{{call}}' has finished; {{wayOut}}",
    addAwait: "Await '{{call}}'.",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\b(?:stop|close|end|quit|shut|dispose|Dispose|destroy|disconnect|terminate|release|teardown|tearDown|halt|drain|unsubscribe|kill|cancel|exit|leave|abort|deactivate)\w*\b/,
  ask: (stories, options) =>
    stories.releases.flatMap((release) => {
      const verdict = verdictOf(release);
      return verdict && reported(verdict.grade, options) ? [findingOf(stories, release, verdict)] : [];
    }),
};

interface Verdict {
  grade: Grade;
  messageId: string;
}

function verdictOf(release: ReleaseStory): Verdict | undefined {
  const { fate, surroundings } = release;
  if (fate.kind === 'awaited') return undefined;
  if (surroundings.inSyncDispose && release.completion === 'promise') return { grade: 'certain', messageId: 'syncDispose' };
  if (surroundings.before === 'process exit') return { grade: 'certain', messageId: 'exit' };
  switch (fate.kind) {
    case 'dropped':
      return ofDropped(release, fate);
    case 'handled':
      return surroundings.voidSlot ? undefined : { grade: 'likely', messageId: 'handled' };
    case 'void':
      return ofVoid(release);
    case 'ignored':
      return { grade: fate.proven ? 'certain' : 'likely', messageId: 'ignored' };
  }
}

const droppedMessages = { statement: 'dropped', variable: 'variable', forEach: 'forEach', map: 'map', 'callback without completion': 'callback' } as const;

function ofDropped({ surroundings }: ReleaseStory, fate: CompletionFate & { kind: 'dropped' }): Verdict | undefined {
  const messageId = droppedMessages[fate.how];
  if (fate.how === 'callback without completion' && !surroundings.canAwait) return undefined;
  return { grade: surroundings.voidSlot || surroundings.ownEvent ? 'likely' : 'certain', messageId };
}

function ofVoid({ surroundings }: ReleaseStory): Verdict | undefined {
  if (surroundings.voidSlot) return undefined;
  return { grade: whyVoidIsProven(surroundings) && !surroundings.ownEvent ? 'certain' : 'likely', messageId: 'void' };
}

function whyVoidIsProven({ inFinally, inTeardown, before }: ReleaseStory['surroundings']): string | undefined {
  if (inFinally) return 'it stands in a finally';
  if (inTeardown) return 'the work of this function is releasing';
  if (before === 'replacement') return 'its replacement is acquired next';
  return before === undefined ? undefined : `a ${before} follows`;
}

function findingOf({ sourceFile }: FileStories, release: ReleaseStory, { grade, messageId }: Verdict): Finding {
  const { node, resource, fate } = release;
  const call = oneLine(node.getText(sourceFile));
  const start = node.getStart(sourceFile);
  return {
    messageId,
    data: { call, resource: resource.name, wayOut: wayOut(release), reason: whyVoidIsProven(release.surroundings) ?? 'what follows may rely on its end', by: fate.kind === 'ignored' ? fate.by : '' },
    start,
    end: node.end,
    grade,
    path: [{ start, end: node.end, note: `'${call}' begins, and nobody waits for its end` }],
    release: resource.releaseText,
    migration: 'await-stop',
    suggestions: suggestionsOf(release, call, start),
  };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

function wayOut({ completion, resource, surroundings }: ReleaseStory): string {
  if (completion !== 'promise') return `wait for it: ${resource.releaseText} (migrate: await-stop).`;
  return surroundings.canAwait ? 'await it (migrate: await-stop).' : 'make the function async and await it (migrate: await-stop).';
}

/** `await`, where the function is async already and the call is a statement of its own, `void` or not. */
function suggestionsOf({ completion, fate, surroundings, node }: ReleaseStory, call: string, start: number): Suggestion[] {
  if (completion !== 'promise' || !surroundings.canAwait || !surroundings.isStatement) return [];
  if (fate.kind !== 'dropped' && fate.kind !== 'void') return [];
  const from = fate.kind === 'void' ? fate.at.getStart() : start;
  return [{ messageId: 'addAwait', data: { call }, edits: [{ start: from, end: node.getStart(), text: 'await ' }] }];
}
