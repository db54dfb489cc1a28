import type { FileStories } from '../analysis/index.ts';
import type { ImportWork } from '../analysis/faults.ts';
import { isNamedBy } from './entry-points.ts';
import type { Finding } from './finding.ts';
import type { CommonOptions, Question } from './question.ts';
import { reported } from './reported.ts';
import { pathInWords } from './words.ts';

interface Options extends CommonOptions {
  entryPoints: readonly string[];
}

/** Work that begins when a module is evaluated that is no entry point (docs/clauses.md, rule 3). */
export const noStartOnImport: Question<Options> = {
  name: 'no-start-on-import',
  description: 'disallow work that begins when a module is imported',
  recommended: false,
  hasSuggestions: false,
  messages: {
    start: "{{what}} starts when this module is imported{{chain}}; start it in a function that the entry point calls and stops.",
    timer: "{{what}} begins when this module is imported{{chain}}, and no importer can stop it; begin it in a function that hands out the release.",
    promise: "Nobody awaits the promise of {{what}}, which begins when this module is imported{{chain}}; begin it in a function that the entry point awaits.",
    eager: "{{what}} begins its work when this module is imported{{chain}}; create it in a function that the entry point calls, or make it lazy.",
    listener: "{{what}} subscribes when this module is imported{{chain}}, and no importer can unsubscribe; subscribe in a function that hands out the release.",
  },
  optionSchemas: {
    entryPoints: {
      type: 'array',
      items: { type: 'string' },
      description: 'More entry points, by the end of their path: `src/main.ts`, `scripts/*.ts`, `src/**/worker.ts`.',
    },
  },
  defaultOptions: { report: 'certain', entryPoints: [] },
  trigger: /\bnew\b|\(/,
  ask: (stories, options) => (isNamedBy(options.entryPoints, stories.sourceFile.fileName) ? [] : findingsOf(stories, options)),
};

const messageIds: Readonly<Record<ImportWork['kind'], string>> = {
  start: 'start',
  timer: 'timer',
  microtask: 'timer',
  promise: 'promise',
  'eager client': 'eager',
  process: 'eager',
  listener: 'listener',
};

function findingsOf(stories: FileStories, options: Options): Finding[] {
  return stories.importWork.filter((work) => reported(work.grade, options)).map(({ at, inner, what, kind, chain, grade }) => {
    const start = at.getStart();
    const file = inner.getSourceFile();
    const begin = { start: inner.getStart(), end: inner.end, note: `'${what}' begins`, ...(file === stories.sourceFile ? {} : { file }) };
    return {
      messageId: messageIds[kind],
      data: { what: `'${what}'`, chain: chain.length === 0 ? '' : ` (${pathInWords(stories, chain)})` },
      start,
      end: at.end,
      grade,
      path: [...chain, begin],
      owner: 'the module',
    };
  });
}
