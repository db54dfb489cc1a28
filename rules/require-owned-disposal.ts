import type { ClassObligation, ClassStory, SkippedRelease } from '../analysis/class-story.ts';
import { weaker } from '../analysis/grade.ts';
import { releaseText } from '../analysis/index.ts';
import type { Finding } from './finding.ts';
import type { CommonOptions, Question } from './question.ts';
import { reported } from './reported.ts';

/** A class whose teardown does not release what its other methods acquired (docs/clauses.md, rule 9). */
export const requireOwnedDisposal: Question = {
  name: 'require-owned-disposal',
  description: 'require that the teardown of a class releases what its other methods acquired',
  recommended: true,
  hasSuggestions: false,
  messages: {
    field: "'{{name}}' begins here and no teardown of '{{class}}' releases it; release it there with '{{release}}' (migrate: fields-to-stack).",
    discarded: "The handle of '{{name}}' is dropped here, so no teardown of '{{class}}' can release it; keep it in a field and release it (migrate: fields-to-stack).",
    skipped: "'{{name}}' begins here, and '{{teardown}}()' of '{{class}}' leaves at {{line}} before it is released; release it on that way too: '{{release}}' (migrate: fields-to-stack).",
    listener: "The listener that '{{name}}' attaches outlives '{{class}}': its teardown never removes it; keep the function and remove it there.",
    task: "'{{name}}' is left running: nobody keeps its promise, so no teardown of '{{class}}' can wait for its end; keep the promise and await it there.",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\bclass\b/,
  ask: (stories, options) => stories.classes.filter((one) => one.obligations.length > 0 && one.hasTeardown).flatMap((one) => findingsOf(one, options)),
};

const messageIds: Readonly<Record<ClassObligation['kind'], string>> = { field: 'field', discarded: 'discarded', listener: 'listener', 'background task': 'task' };

function findingsOf(owner: ClassStory, options: CommonOptions): Finding[] {
  return owner.obligations.flatMap((one) => {
    const grade = one.skipped ? weaker(one.skipped.grade, one.grade) : one.grade;
    return (one.released && !one.skipped) || !reported(grade, options) ? [] : [{ ...findingOf(owner, one), grade, ...(one.skipped ? ofSkipped(owner, one, one.skipped) : {}) }];
  });
}

/** What a finding says where the teardown releases it on some of its ways only. */
function ofSkipped(owner: ClassStory, { name, at, contract }: ClassObligation, { at: exit, teardown }: SkippedRelease): Pick<Finding, 'messageId' | 'data' | 'path'> {
  const start = exit.getStart();
  const line = exit.getSourceFile().getLineAndCharacterOfPosition(start).line + 1;
  return {
    messageId: 'skipped',
    data: { name, class: owner.name, teardown, line: String(line), release: contract ? releaseText(contract, name) : '' },
    path: [
      { start: at.getStart(), end: at.end, note: `'${name}' begins` },
      { start, end: exit.end, note: `'${teardown}()' leaves without its release`, ...(exit.getSourceFile() === at.getSourceFile() ? {} : { file: exit.getSourceFile() }) },
    ],
  };
}

function findingOf(owner: ClassStory, { kind, name, at, contract, grade }: ClassObligation): Finding {
  const release = contract ? releaseText(contract, name) : '';
  const start = at.getStart();
  return {
    messageId: messageIds[kind],
    data: { name, class: owner.name, release },
    start,
    end: at.end,
    grade,
    path: [
      { start, end: at.end, note: `'${name}' begins` },
      { start: owner.head.start, end: owner.head.end, note: `the teardown of '${owner.name}' ends without its release` },
    ],
    owner: owner.name,
    ...(release === '' ? {} : { release }),
    migration: 'fields-to-stack',
  };
}
