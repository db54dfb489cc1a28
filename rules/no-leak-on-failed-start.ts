import type { FileStories } from '../analysis/index.ts';
import type { FailedStart } from '../analysis/faults.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';
import { pathInWords } from './words.ts';

/** A constructor, factory or start method that fails half-way and leaves something behind (docs/clauses.md, rule 12). */
export const noLeakOnFailedStart: Question = {
  name: 'no-leak-on-failed-start',
  description: 'require that a failing constructor, factory or start method rolls back what it has acquired',
  recommended: true,
  hasSuggestions: false,
  messages: {
    constructor: "'{{resource}}' is live when the constructor fails later ({{path}}), and nobody has the instance to release it; acquire it in a start() with a local stack and stack.move() at the end (migrate: fields-to-stack).",
    factory: "'{{resource}}' is live when this function fails before it hands it over ({{path}}); keep it on a local stack and stack.move() it at the end (migrate: finally-to-stack).",
    start: "'{{resource}}' is live when a later step of this start fails ({{path}}), and nothing rolls it back; keep it on a local stack and stack.move() it at the end (migrate: fields-to-stack).",
  },
  defaultOptions: { report: 'certain' },
  tests: 'off',
  trigger: /\b(?:class|function|async)\b|=>/,
  ask: (stories, options) => stories.failedStarts.filter((fault) => reported(fault.grade, options)).map((fault) => findingOf(stories, fault)),
};

/** Who has to release what was acquired before the failure. */
const owners: Readonly<Record<FailedStart['role'], (name: string) => string>> = {
  constructor: (name) => `the constructor owns '${name}' until it returns: nobody else has the instance`,
  factory: (name) => `the factory owns '${name}' until its caller has it`,
  start: (name) => `the start owns '${name}' until it has succeeded: nobody stops what did not start`,
};

function findingOf(stories: FileStories, { at, name, role, grade, path }: FailedStart): Finding {
  return {
    messageId: role,
    data: { resource: name, path: pathInWords(stories, path) },
    start: at.getStart(),
    end: at.end,
    grade,
    path,
    owner: owners[role](name),
    migration: role === 'factory' ? 'finally-to-stack' : 'fields-to-stack',
  };
}
