import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { AwakePrograms } from '../../codemods/typed/awake-programs.ts';
import { openTypedProject, sharedByProjects } from '../../codemods/typed/typed-project.ts';
import { temporaryProject } from '../cli/temporary-project.ts';

const tsconfig = JSON.stringify({ compilerOptions: { strict: true, target: 'es2022', module: 'nodenext', types: [] }, include: ['src'] });

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

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
  const before = opened.snapshot();
  opened.setText(a, "export const a: string = '';\n");
  opened.setText(b, "import { a } from './a.js';\nexport const b: number = a;\n");
  expect(opened.messages(b)).toEqual(["TS2322 Type 'string' is not assignable to type 'number'."]);
  opened.setText(b, "import { a } from './a.js';\nexport const b: string = a;\n");
  opened.setText(a, 'export const a: number = 1;\n');
  opened.setText(a, "export const a: string = '2';\n");
  expect([...opened.messages(a), ...opened.messages(b)]).toEqual([]);
  expect([...before.messages(a), ...before.messages(b)]).toEqual([]);
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
  expect(opened.dependents([b])).toEqual([b]);
  opened.setText(a, "import './b.js';\nexport const a: number = 1;\n");
  expect(opened.dependents([b])).toEqual([b, a]);
});

test('projects that share leave each other as they are', () => {
  const [one, other] = [project(), project()];
  const shared = sharedByProjects();
  const [first, second] = [openTypedProject(`${one.folder}/tsconfig.json`, shared), openTypedProject(`${other.folder}/tsconfig.json`, shared)];
  first.setText(one.a, 'export const a: number = Symbol.asyncDispose;\n');
  expect(first.messages(one.a)).toEqual(["TS2322 Type 'typeof Symbol.asyncDispose' is not assignable to type 'number'."]);
  expect(second.messages(other.a)).toEqual([]);
});

test('projects that share read a file once, each with its own text', () => {
  const { folder, a, b } = project();
  const shared = sharedByProjects();
  const [first, second] = [openTypedProject(`${folder}/tsconfig.json`, shared), openTypedProject(`${folder}/tsconfig.json`, shared)];
  expect(first.stories(b).sourceFile).toBe(second.stories(b).sourceFile);
  first.setText(a, "export const a: string = '';\n");
  expect([first.messages(b), second.messages(b)]).toEqual([["TS2322 Type 'string' is not assignable to type 'number'."], []]);
});

test('where memory is short a program forgets its types when another one is asked, and answers as before', () => {
  const { folder, a, b } = project();
  let isFull = false;
  const opened = openTypedProject(`${folder}/tsconfig.json`, sharedByProjects(), new AwakePrograms(() => isFull));
  const old = opened.snapshot();
  const { program } = old.stories(b).view;
  opened.setText(a, "export const a: string = '';\n");
  const added = ["TS2322 Type 'string' is not assignable to type 'number'."];
  expect([opened.messages(b), old.messages(b)]).toEqual([added, []]);
  expect(old.stories(b).view.program).toBe(program);
  isFull = true;
  expect([opened.messages(b), old.messages(b)]).toEqual([added, []]);
  expect(old.stories(b).view.program).not.toBe(program);
  expect(old.stories(b).view.program.getSourceFile(b)).toBe(program.getSourceFile(b));
});

test('what a checker has learnt is held by nobody once a file has got another text, or once memory is short', async () => {
  const { folder, a, b } = project();
  let isFull = false;
  const opened = openTypedProject(`${folder}/tsconfig.json`, sharedByProjects(), new AwakePrograms(() => isFull));
  const programNow = (): WeakRef<object> => new WeakRef(opened.stories(b).view.program);
  const passed = programNow();
  opened.setText(a, 'export const a: number = 2;\n');
  const [kept, old] = [programNow(), opened.snapshot()];
  opened.setText(a, 'export const a: number = 3;\n');
  isFull = true;
  expect(opened.messages(b)).toEqual([]);
  await expect.poll(() => (collectGarbage(), [passed, kept].filter((program) => program.deref() !== undefined).length), { timeout: 10_000 }).toBe(0);
  expect(old.messages(b)).toEqual([]);
});
