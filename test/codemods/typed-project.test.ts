import path from 'node:path';
import { expect, test } from 'vitest';
import { openTypedProject, sharedByProjects } from '../../codemods/typed/typed-project.ts';
import { temporaryProject } from '../cli/temporary-project.ts';

const tsconfig = JSON.stringify({ compilerOptions: { strict: true, target: 'es2022', module: 'nodenext', types: [] }, include: ['src'] });

function project() {
  const folder = temporaryProject({
    'tsconfig.json': tsconfig,
    'package.json': '{ "type": "module" }',
    'src/a.ts': 'export const a: number = 1;\n',
    'src/b.ts': "import { a } from './a.js';\nimport { c } from '../c.js';\nexport const b: number = a + c;\n",
    'c.ts': 'export const c: number = 1;\n',
  }).replaceAll(path.sep, '/');
  return { folder, a: `${folder}/src/a.ts`, b: `${folder}/src/b.ts`, c: `${folder}/c.ts` };
}

test('new texts of several files are compiled together, and the answers for the old ones stay', () => {
  const { folder, a, b } = project();
  const opened = openTypedProject(`${folder}/tsconfig.json`);
  expect([...opened.messages(a), ...opened.messages(b)]).toEqual([]);
  const before = opened.messagesOfNow();
  opened.setText(a, "export const a: string = '';\n");
  opened.setText(b, "import { a } from './a.js';\nexport const b: number = a;\n");
  expect(opened.messages(b)).toEqual(["TS2322 Type 'string' is not assignable to type 'number'."]);
  opened.setText(b, "import { a } from './a.js';\nexport const b: string = a;\n");
  opened.setText(a, 'export const a: number = 1;\n');
  opened.setText(a, "export const a: string = '2';\n");
  expect([...opened.messages(a), ...opened.messages(b)]).toEqual([]);
  expect([...before(a), ...before(b)]).toEqual([]);
});

test('a text that is given before the program reads the file is the one that it reads', () => {
  const { folder, b, c } = project();
  const opened = openTypedProject(`${folder}/tsconfig.json`);
  opened.setText(c, "export const c: string = '';\n");
  expect(opened.messages(b)).toEqual(["TS2322 Type 'string' is not assignable to type 'number'."]);
  expect(opened.has(`${folder}/none.ts`)).toBe(false);
});

test('a new text may import what no file did', () => {
  const { folder, a, b } = project();
  const opened = openTypedProject(`${folder}/tsconfig.json`);
  expect(opened.dependentsOfNow()([b])).toEqual([b]);
  opened.setText(a, "import './b.js';\nexport const a: number = 1;\n");
  expect(opened.dependentsOfNow()([b])).toEqual([b, a]);
});

test('projects that share leave each other as they are', () => {
  const [one, other] = [project(), project()];
  const shared = sharedByProjects();
  const [first, second] = [openTypedProject(`${one.folder}/tsconfig.json`, shared), openTypedProject(`${other.folder}/tsconfig.json`, shared)];
  first.setText(one.a, 'export const a: number = Symbol.asyncDispose;\n');
  expect(first.messages(one.a)).toEqual(["TS2322 Type 'typeof Symbol.asyncDispose' is not assignable to type 'number'."]);
  expect(second.messages(other.a)).toEqual([]);
});
