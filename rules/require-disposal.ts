import type ts from 'typescript';
import type { Contract } from '../analysis/contracts/contract.ts';
import { memberNames } from '../analysis/contracts/of-type.ts';
import type { FileStories } from '../analysis/index.ts';
import type { LeakingExit, LifeStory } from '../analysis/story.ts';
import { nameOf } from '../analysis/syntax.ts';
import type { View } from '../analysis/view.ts';
import type { Finding, Suggestion } from './finding.ts';
import type { CommonOptions, Question } from './question.ts';
import { reported } from './reported.ts';
import { pathInWords } from './words.ts';

interface Options extends CommonOptions {
  checkExceptionPaths: boolean;
}

/** A local obligation that is not discharged on every exit (docs/clauses.md, rule 8). */
export const requireDisposal: Question<Options> = {
  name: 'require-disposal',
  description: 'require that what a function acquires is released on every exit',
  recommended: true,
  hasSuggestions: true,
  messages: {
    never: "'{{resource}}' is {{born}} here and never released ({{path}}); release it with '{{release}}', or let a scope own it (migrate: {{migration}}).",
    notOnEveryPath: "'{{resource}}' is {{born}} here and still live when {{scope}} leaves ({{path}}); release it on every exit: a scope does (migrate: {{migration}}).",
    onException: "'{{resource}}' is {{born}} here and still live when {{scope}} leaves by an exception ({{path}}); let a scope own it (migrate: {{migration}}).",
    discarded: "The {{kind}} that {{what}} makes is dropped, so nothing can release it; keep it and release it.",
    useScope: "Declare it with '{{keyword}}', so that the scope releases it.",
  },
  optionSchemas: { checkExceptionPaths: { type: 'boolean', description: 'Whether a throw between acquisition and release counts as an exit.' } },
  defaultOptions: { report: 'certain', checkExceptionPaths: true },
  tests: { checkExceptionPaths: false },
  trigger: /\bnew\b|\(/,
  ask: (stories, options) => oncePerStart(stories.resources.flatMap((story) => findingOf(stories, story, options))),
};

/** `const server = watching ? makeOne() : makeOther(); await server.start();`: whichever it is, it is started once. */
function oncePerStart(findings: readonly Finding[]): Finding[] {
  return findings.filter((one, index) => findings.findIndex((other) => other.start === one.start && other.end === one.end) === index);
}

const exceptional: ReadonlySet<LeakingExit['kind']> = new Set(['throw', 'implicit throw']);

function findingOf(stories: FileStories, story: LifeStory, options: Options): Finding[] {
  const leaks = story.leaks.filter((leak) => !exceptional.has(leak.kind) || (options.checkExceptionPaths && !story.outlives));
  const [leak] = [...leaks].sort(byProof);
  if (!leak) return [];
  const grade = leak.grade === 'likely' ? 'likely' : story.grade;
  if (!reported(grade, options)) return [];
  const { node } = story.birth;
  const start = node.getStart();
  return [
    {
      messageId: messageOf(story, leak),
      data: wordsOf(stories, story, leak),
      start,
      end: node.end,
      grade,
      path: leak.path,
      owner: story.owner.reason,
      release: story.resource.releaseText,
      migration: migrationOf(story),
      suggestions: suggestionsOf(stories, story),
    },
  ];
}

/** What is proven first; then the exits that every run takes before those that only a failing run takes. */
function byProof(a: LeakingExit, b: LeakingExit): number {
  if (a.grade !== b.grade) return a.grade === 'certain' ? -1 : 1;
  return Number(exceptional.has(a.kind)) - Number(exceptional.has(b.kind));
}

function messageOf(story: LifeStory, leak: LeakingExit): string {
  if (story.owner.kind === 'nobody') return 'discarded';
  if (!story.released && !story.escapes) return 'never';
  return exceptional.has(leak.kind) ? 'onException' : 'notOnEveryPath';
}

function wordsOf(stories: FileStories, story: LifeStory, leak: LeakingExit): Record<string, string> {
  const { resource, birth } = story;
  return {
    resource: resource.name,
    born: birth.how === 'constructed' || birth.how === 'produced' ? 'acquired' : birth.how,
    release: resource.releaseText,
    scope: story.scopeName,
    path: pathInWords(stories, leak.path),
    kind: resource.contract.kind,
    what: whatMakes(stories.view, birth.node),
    migration: migrationOf(story),
  };
}

function whatMakes({ ts }: View, node: ts.Expression): string {
  if (ts.isNewExpression(node)) return `'new ${nameOf(node.expression)}()'`;
  return `'${nameOf(ts.isCallExpression(node) ? node.expression : node)}()'`;
}

function migrationOf(story: LifeStory): string {
  return story.released ? 'finally-to-stack or trailing-stop-to-using' : 'trailing-stop-to-using';
}

/** `await using`, where the dispose symbol is exactly the release, the value stays in the scope and nothing else releases it. */
function suggestionsOf({ view }: FileStories, story: LifeStory): Suggestion[] {
  const { ts } = view;
  const { declaration, resource } = story;
  if (!declaration || story.released || story.escapes || story.birth.how === 'started' || resource.contract.kind === 'timer') return [];
  const keyword = keywordOf(view, declaration, resource.contract);
  const list = declaration.parent;
  if (!keyword || !ts.isVariableDeclarationList(list) || list.declarations.length !== 1 || (list.flags & ts.NodeFlags.Const) === 0) return [];
  if (keyword === 'await using' && !story.inAsync) return [];
  if (!ts.isVariableStatement(list.parent) || ts.isCaseOrDefaultClause(list.parent.parent)) return [];
  const start = list.getStart();
  return [{ messageId: 'useScope', data: { keyword }, edits: [{ start, end: start + 'const'.length, text: keyword }] }];
}

/** How a scope can own the value: by the dispose symbol that is exactly the release, when the value's type has it. */
function keywordOf(view: View, declaration: ts.VariableDeclaration, { dispose }: Contract): 'using' | 'await using' | undefined {
  const members = memberNames(view, view.types.valueTypeOf(declaration));
  if (dispose?.async === 'exact') return members.has('Symbol.asyncDispose') ? 'await using' : undefined;
  return dispose?.sync === 'exact' && !dispose.async && members.has('Symbol.dispose') ? 'using' : undefined;
}
