export function ruleFile(name: string, variable: string): string {
  return `import type { FileStories } from '../analysis/index.ts';
import type { Finding } from './finding.ts';
import type { CommonOptions, Question } from './question.ts';

export const ${variable}: Question = {
  name: '${name}',
  description: '${name.replaceAll('-', ' ')}',
  recommended: false,
  hasSuggestions: false,
  messages: {
    found: "'{{name}}' is …",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\\(/,
  ask,
};

function ask(_stories: FileStories, _options: CommonOptions): readonly Finding[] {
  return [];
}
`;
}

export function clausesFile(name: string, variable: string, number: string): string {
  return `import type { ClauseSet } from './clause.ts';

export const ${variable} = {
  rule: '${name}',
  finished: false,
  clauses: {
    '${number}.example': { text: 'What is reported.', site: 'repository path:line, or the address of an issue' },
  },
} as const satisfies ClauseSet;
`;
}

export function casesFile(name: string, variable: string, number: string): string {
  return `import type { ${variable} } from '../../tools/clauses/${name}.ts';
import type { ClauseCase } from './clause-case.ts';

export const cases: readonly ClauseCase<keyof typeof ${variable}.clauses>[] = [
  {
    clause: '${number}.example',
    invalid: {
      code: \`
setInterval(() => {}, 1000);
\`,
      errors: [{ messageId: 'found', data: { name: 'setInterval' }, line: 2, column: 1, endColumn: 28 }],
    },
    valid: 'setTimeout(() => {}, 1000);',
  },
];
`;
}

export function testFile(name: string, variable: string): string {
  return `import { ${variable} } from '../../rules/${name}.ts';
import { testRule } from './harness.ts';
import { cases } from './${name}.cases.ts';

testRule(${variable}, cases);
`;
}

export function page(name: string): string {
  return `# lifecycle/${name}

<!-- end auto-generated rule header -->

What goes wrong, and why it matters.

## Incorrect

\`\`\`ts
setInterval(() => {}, 1000);
\`\`\`

## Correct

\`\`\`ts
setTimeout(() => {}, 1000);
\`\`\`

## Options

- \`report\`: \`'certain'\` (default) reports what is proven, \`'likely'\` also what is probable.

## When not to use it

## Related
`;
}
