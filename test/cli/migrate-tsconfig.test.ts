import path from 'node:path';
import { expect, test } from 'vitest';
import { extendLibs } from '../../cli/migrate/tsconfig-lib.ts';
import { temporaryProject } from './temporary-project.ts';

function extended(files: Readonly<Record<string, string>>, ...edited: readonly string[]): unknown[] {
  const folder = temporaryProject(files);
  return extendLibs(edited.map((file) => path.join(folder, file))).map((outcome) => (outcome.outcome === 'changed' ? outcome.after : outcome.outcome));
}

const base = '{ "compilerOptions": { "lib": ["es2021"] } }';
const whole = '"lib": ["es2022","dom","dom.iterable","scripthost","esnext.disposable"]';

test.each([
  ['its own list on one line', '{ "compilerOptions": { "lib": ["es2022", "dom"] } } // end\n', '{ "compilerOptions": { "lib": ["es2022", "dom", "esnext.disposable"] } } // end\n'],
  ['its own list on several', '{\r\n\t"compilerOptions": {\r\n\t\t"lib": [\r\n\t\t\t"es2022", // why\r\n\t\t\t"dom"\r\n\t\t]\r\n\t}\r\n}\r\n', '{\r\n\t"compilerOptions": {\r\n\t\t"lib": [\r\n\t\t\t"es2022", // why\r\n\t\t\t"dom",\r\n\t\t\t"esnext.disposable"\r\n\t\t]\r\n\t}\r\n}\r\n'],
  ['no list, on one line', '{ "compilerOptions": { "target": "es2022" } }\n', `{ "compilerOptions": { "target": "es2022", ${whole} } }\n`],
  ['no list, on several', '{\n\t"compilerOptions": {\n\t\t"target": "ES2022", // why\n\t\t"strict": true\n\t}\n}\n', `{\n\t"compilerOptions": {\n\t\t"target": "ES2022", // why\n\t\t"strict": true,\n\t\t${whole}\n\t}\n}\n`],
  ['an inherited list', '{ "extends": "./base.json", "compilerOptions": { "strict": true } }\n', '{ "extends": "./base.json", "compilerOptions": { "strict": true, "lib": ["es2021","esnext.disposable"] } }\n'],
])('a tsconfig keeps what it has and gains the stacks: %s', (_, before, after) => {
  expect(extended({ 'tsconfig.json': before, 'base.json': base }, 'a.ts')).toEqual([after]);
});

test.each([
  ['lib has it', '{ "compilerOptions": { "lib": ["ES2022", "ESNext.Disposable"] } }'],
  ['lib is everything', '{ "compilerOptions": { "lib": ["esnext"] } }'],
  ['the target brings it', '{ "compilerOptions": { "target": "ESNext" } }'],
])('nothing changes when %s', (_, text) => {
  expect(extended({ 'tsconfig.json': text }, 'a.ts')).toEqual([]);
});

test('one edit for all files below a tsconfig, none for JavaScript', () => {
  expect(extended({ 'tsconfig.json': base }, 'a.ts', 'src/b.mts')).toHaveLength(1);
  expect(extended({ 'tsconfig.json': base }, 'a.js')).toEqual([]);
});
