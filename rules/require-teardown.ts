import type { Grade } from '../analysis/grade.ts';
import type { ClassObligation, ClassStory } from '../analysis/class-story.ts';
import type { Finding } from './finding.ts';
import type { CommonOptions, Question } from './question.ts';
import { reported } from './reported.ts';

/** A class that owns obligations and has no teardown at all (docs/clauses.md, rule 10). */
export const requireTeardown: Question = {
  name: 'require-teardown',
  description: 'require a teardown on classes that own something to release',
  recommended: true,
  hasSuggestions: false,
  messages: {
    missing: "'{{class}}' owns {{owned}} and nothing can end it; give it a teardown that releases them (migrate: fields-to-stack).",
  },
  defaultOptions: { report: 'certain' },
  tests: 'off',
  trigger: /\bclass\b/,
  ask: (stories, options) => stories.classes.flatMap((one) => findingOf(one, options)),
};

function findingOf(owner: ClassStory, options: CommonOptions): Finding[] {
  const owed = owner.obligations.filter((one) => !one.released && !one.endedElsewhere && reported(gradeOf(owner, one), options));
  if (owed.length === 0 || owner.abstract || owner.isAbstractClass || owner.hasTeardown || owner.endedBySubclass) return [];
  const { start, end } = owner.head;
  return [
    {
      messageId: 'missing',
      data: { class: owner.name, owned: namesOf(owed.map((one) => one.name)) },
      start,
      end,
      grade: owed.some((one) => gradeOf(owner, one) === 'certain') ? 'certain' : 'likely',
      path: owed.map((one) => ({ start: one.at.getStart(), end: one.at.end, note: `'${one.name}' begins` })),
      owner: owner.name,
      migration: 'fields-to-stack',
    },
  ];
}

/** Without a teardown nobody meant to end it: what is idle by itself, and what lasts as long as the process, is only likely to matter. */
function gradeOf(owner: ClassStory, { grade, lazy, kind }: ClassObligation): Grade {
  return lazy || kind === 'listener' || owner.processLifetime ? 'likely' : grade;
}

/** `'this.timer' and 'this.socket'`; each once. */
function namesOf(names: readonly string[]): string {
  return new Intl.ListFormat('en').format([...new Set(names)].map((name) => `'${name}'`));
}
