import type { FileStories } from '../analysis/index.ts';
import type { ClassStory, ConstructionWork } from '../analysis/class-story.ts';
import type { Step } from '../analysis/story.ts';
import type { Finding } from './finding.ts';
import type { CommonOptions, Question } from './question.ts';
import { reported } from './reported.ts';
import { pathInWords } from './words.ts';

/** Work begun while an instance is constructed (docs/clauses.md, rule 1). */
export const noStartInConstructor: Question = {
  name: 'no-start-in-constructor',
  description: 'disallow work that begins while an instance is constructed',
  recommended: true,
  hasSuggestions: false,
  messages: {
    start: "{{what}} starts while '{{class}}' is constructed{{chain}}, so nobody can await it, catch its failure or stop it; begin it in an async start() (migrate: constructor-to-start).",
    timer: "{{what}} arms a timer while '{{class}}' is constructed{{chain}}; arm it in start() and clear it in stop() (migrate: constructor-to-start).",
    microtask: "{{what}} schedules work while '{{class}}' is constructed{{chain}}; begin it in start() (migrate: constructor-to-start).",
    promise: "The promise of {{what}} begins while '{{class}}' is constructed{{chain}} and nobody awaits it; begin it in an async start() that its callers await (migrate: constructor-to-start).",
    eager: "{{what}} connects or spawns while '{{class}}' is constructed{{chain}}; create it in start(), or make it lazy (migrate: constructor-to-start).",
    listener: "{{what}} listens to something that '{{class}}' did not create, while it is constructed{{chain}}; attach it in start() and detach it in stop() (migrate: constructor-to-start).",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\bclass\b/,
  ask: (stories, options) => stories.classes.flatMap((one) => findingsOf(stories, one, options)),
};

const messageIds: Readonly<Record<ConstructionWork['kind'], string>> = {
  start: 'start',
  timer: 'timer',
  microtask: 'microtask',
  promise: 'promise',
  'eager client': 'eager',
  process: 'eager',
  listener: 'listener',
};

function findingsOf(stories: FileStories, owner: ClassStory, options: CommonOptions): Finding[] {
  return owner.construction.filter((work) => reported(work.grade, options)).map((work) => {
    const chain = work.chain.length === 0 ? '' : ` (${pathInWords(stories, work.chain)})`;
    const start = work.at.getStart();
    return {
      messageId: messageIds[work.kind],
      data: { what: `'${work.what}'`, class: owner.name, chain },
      start,
      end: work.at.end,
      grade: work.grade,
      path: [...work.chain, beginOf(stories, work)],
      owner: owner.name,
      migration: 'constructor-to-start',
    };
  });
}

function beginOf({ sourceFile }: FileStories, { inner, what }: ConstructionWork): Step {
  const file = inner.getSourceFile();
  return { start: inner.getStart(), end: inner.end, note: `'${what}' begins`, ...(file === sourceFile ? {} : { file }) };
}
