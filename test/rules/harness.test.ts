import { expect, test } from 'vitest';
import type { Question } from '../../rules/question.ts';
import { fixturePath } from '../program.ts';
import type { ClauseCase } from './clause-case.ts';
import { testRule } from './harness.ts';
import { caseParser } from './parser.ts';

/** Reports names of imported clients: it needs types, other files, options, settings and suggestions. */
const question: Question = {
  name: 'self-test',
  description: 'report what the harness hands over',
  recommended: true,
  hasSuggestions: true,
  messages: { found: '{{name}} is a {{type}}.', rename: 'Rename it to {{name}}.' },
  defaultOptions: { report: 'certain' },
  trigger: /client/,
  ask({ view, sourceFile }, options) {
    const declared = sourceFile.statements.find(view.ts.isVariableStatement)?.declarationList.declarations[0]?.name;
    if (!declared) return [];
    const type = view.types.print(view.types.typeOf(declared));
    if (options.report === 'certain' && type === 'any') return [];
    if (view.settings.ignore?.some((name) => name.name === type)) return [];
    const [start, end] = [declared.getStart(sourceFile), declared.getEnd()];
    const rename = { messageId: 'rename', data: { name: 'redis' }, edits: [{ start, end, text: 'redis' }] };
    return [{ messageId: 'found', data: { name: declared.getText(sourceFile), type }, start, end, grade: 'certain', path: [], suggestions: type === 'Redis' ? [rename] : [] }];
  },
};

const cases: readonly ClauseCase<'0.types' | '0.files' | '0.options' | '0.settings'>[] = [
  {
    clause: '0.types',
    invalid: {
      code: `import { Redis } from 'ioredis';\nconst client = new Redis();`,
      errors: [
        {
          messageId: 'found',
          data: { name: 'client', type: 'Redis' },
          line: 2,
          column: 7,
          endColumn: 13,
          suggestions: [{ messageId: 'rename', data: { name: 'redis' }, output: `import { Redis } from 'ioredis';\nconst redis = new Redis();` }],
        },
      ],
    },
    valid: `import { Redis } from 'ioredis';\nexport function connect(): Redis { return new Redis(); }`,
  },
  {
    clause: ['0.types', '0.files'],
    invalid: {
      code: `import { client } from './client.ts';\nconst held = client;`,
      filename: 'src/main.ts',
      files: { 'src/client.ts': 'export const client: Promise<number> = Promise.resolve(1);' },
      errors: [{ messageId: 'found', data: { name: 'held', type: 'Promise<number>' }, line: 2, column: 7, endColumn: 11 }],
    },
  },
  {
    clause: '0.options',
    invalid: {
      code: 'declare const client: any;',
      options: { report: 'likely' },
      errors: [{ messageId: 'found', data: { name: 'client', type: 'any' }, line: 1, column: 15, endColumn: 21 }],
    },
    valid: 'declare const client: any;',
  },
  {
    clause: '0.types',
    valid: { code: `import { client } from './missing.ts';\nexport const held = client;`, unresolved: true },
  },
  {
    clause: '0.settings',
    valid: { code: `import { Redis } from 'ioredis';\nconst client = new Redis();`, settings: { ignore: [{ from: 'package', package: 'ioredis', name: 'Redis' }] } },
  },
];

testRule(question, cases);

test('a case whose names do not resolve is refused', () => {
  expect(() => caseParser.parseForESLint('export const held = client;', { filePath: fixturePath('file.ts') })).toThrow("Line 1 of the case: Cannot find name 'client'.");
});
