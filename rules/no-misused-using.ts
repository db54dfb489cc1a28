import type { FileStories } from '../analysis/index.ts';
import type { MisusedUsing } from '../analysis/faults.ts';
import { isAsync, enclosingFunction } from '../analysis/syntax.ts';
import type { Finding, Suggestion } from './finding.ts';
import type { CommonOptions, Question } from './question.ts';
import { reported } from './reported.ts';
import { pathInWords } from './words.ts';

interface Options extends CommonOptions {
  checkExceptionPaths: boolean;
}

/** A declaration that does not do what it seems (docs/clauses.md, rule 20). */
export const noMisusedUsing: Question<Options> = {
  name: 'no-misused-using',
  description: 'disallow declarations by `using` that do not do what they seem',
  recommended: true,
  hasSuggestions: true,
  messages: {
    forgets: "The sync disposal of '{{name}}' only begins its end, and nothing waits for it; declare it with 'await using', or hand it to an AsyncDisposableStack.",
    kills: "The disposal of '{{name}}' only begins its end, and the scope leaves while it still runs; wait for its end{{event}} before the scope leaves, or defer a release that does.",
    asyncDispose: "Nobody awaits the promise of {{name}}, not even 'await using'; name the method [Symbol.asyncDispose].",
    lossy: "The disposal of '{{name}}' destroys it, so that what is not flushed is lost ({{path}}); wait for its end before the scope leaves: 'await finished({{name}})' or 'await pipeline(…, {{name}})'.",
    mayNotStart: "The disposal of '{{name}}' rejects when it has not started ({{path}}), which hides why; hand it to the scope once it has started, or defer a release that asks.",
    neverStarted: "'{{name}}' is never started here, and its disposal rejects then; start it, or leave it out of the scope.",
    abandoned: "'{{name}}' is disposed only when the consumer finishes this generator ({{path}}); release it before the yield, or let the consumer own it.",
    useAwait: "Declare it with 'await using'.",
  },
  optionSchemas: { checkExceptionPaths: { type: 'boolean', description: 'Whether a start that may fail counts.' } },
  defaultOptions: { report: 'certain', checkExceptionPaths: true },
  tests: { checkExceptionPaths: false },
  trigger: /\busing\b|\.use\(|\bSymbol\.dispose\b/,
  ask: (stories, options) => stories.misusedUsings.filter((one) => isAsked(one, options)).map((one) => findingOf(stories, one)),
};

function isAsked({ how, grade }: MisusedUsing, options: Options): boolean {
  return reported(grade, options) && (how !== 'start may fail' || options.checkExceptionPaths);
}

const messageIds: Readonly<Record<MisusedUsing['how'], string>> = {
  'fire and forget': 'forgets',
  'kill and forget': 'kills',
  'async dispose': 'asyncDispose',
  lossy: 'lossy',
  'start may fail': 'mayNotStart',
  'never started': 'neverStarted',
  'abandoned generator': 'abandoned',
  generator: 'abandoned',
};

function findingOf(stories: FileStories, one: MisusedUsing): Finding {
  const { how, at, name, grade, path } = one;
  const start = at.getStart();
  return {
    messageId: messageIds[how],
    data: { name, event: eventOf(one), path: pathInWords(stories, path) },
    start,
    end: at.end,
    grade,
    path: [{ start, end: at.end, note: `'${name}' is handed to the scope` }, ...path],
    owner: 'the scope',
    suggestions: how === 'fire and forget' ? suggestionsOf(stories, one) : [],
  };
}

/** The event that tells the end: ` (the event 'exit')`. */
function eventOf({ contract }: MisusedUsing): string {
  const event = contract?.release.find((release) => release.event !== undefined)?.event;
  return event === undefined ? '' : ` (the event '${event}')`;
}

/** `await using`, in a function that is async already. */
function suggestionsOf({ view }: FileStories, { at }: MisusedUsing): Suggestion[] {
  const { ts } = view;
  const scope = enclosingFunction(ts, at);
  if (!ts.isVariableDeclaration(at) || !ts.isVariableDeclarationList(at.parent) || at.parent.declarations.length !== 1 || !(isAsync(ts, scope) || ts.isSourceFile(scope))) return [];
  const start = at.parent.getStart();
  return [{ messageId: 'useAwait', data: {}, edits: [{ start, end: start, text: 'await ' }] }];
}
