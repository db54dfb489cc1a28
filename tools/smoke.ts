// Uses the packed package as its users will: the oldest and the newest of what it supports, the command without ESLint, and an editor.
import { answersAnEditor } from './smoke/answers-an-editor.ts';
import { helps, lintsWithTypes, saysThatTypesAreMissing, scans } from './smoke/tries.ts';
import { runTrials } from './smoke/trials.ts';

const onLinux = process.platform === 'linux' && process.arch === 'x64';
const parser = '@typescript-eslint/parser@8';

await runTrials([
  { name: 'the oldest: ESLint 9.15, TypeScript 5.2', install: ['eslint@9.15.0', parser, 'typescript@5.2'], tries: [lintsWithTypes, scans] },
  { name: 'latest ESLint 9, TypeScript 5.9', install: ['eslint@9', parser, 'typescript@5.9'], tries: [lintsWithTypes] },
  { name: 'the newest: ESLint 10, TypeScript 6', install: ['eslint@10', parser, 'typescript@6'], ...(onLinux && { nodes: ['24'] }), tries: [lintsWithTypes, saysThatTypesAreMissing, helps, scans] },
  { name: 'TypeScript 7 alone', install: ['typescript@7'], tries: [helps, scans] },
  { name: 'an editor', install: ['eslint@10', parser, 'typescript@6', 'vscode-langservers-extracted@4.10.0'], tries: [answersAnEditor] },
]);
