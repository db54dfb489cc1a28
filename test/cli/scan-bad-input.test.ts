import { expect, test } from 'vitest';
import { broken, droppedInterval } from './questions.ts';
import { scanIn } from './scan-in.ts';
import { temporaryProject, tsconfig } from './temporary-project.ts';

const dropped = 'setInterval(() => {}, 1000);\nexport {};\n';
const finding = (file: string) => `${file}
  1:1  error  the handle of 'setInterval' is dropped  lifecycle/dropped-interval
        1 │ setInterval(() => {}, 1000);   ← armed here
        2 │ export {};                     ← still armed
        owner: nobody   release: clearInterval(handle)   migrate: lifecycle migrate finally-to-stack ${file}

1 finding (1 error, 0 warnings), 1 file scanned.
`;

test('a syntax error is one sentence with file and line; the other files are scanned', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': dropped, 'b.ts': 'const a = 1;\nconst b = ;\n' });
  expect(await scanIn(folder)).toEqual({ code: 1, err: 'lifecycle: b.ts:2:11: Expression expected\n', out: finding('a.ts') });
});

test('a syntax error alone makes exit code 1: the file could not be done', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': 'export const a = 1;\n', 'b.ts': 'let let = ;\n' });
  const { code, out } = await scanIn(folder);
  expect([code, out]).toEqual([1, 'No findings, 1 file scanned.\n']);
});

test('a path that does not exist: exit code 2, the others are scanned', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': dropped });
  expect(await scanIn(folder, { paths: ['a.ts', 'gone', '*.tsx'] })).toEqual({
    code: 2,
    err: "lifecycle: there is no file or folder 'gone'\nlifecycle: there is no file or folder '*.tsx'\n",
    out: finding('a.ts'),
  });
});

test('no tsconfig', async () => {
  const folder = temporaryProject({ 'src/a.ts': dropped });
  expect(await scanIn(folder, { paths: ['src'] })).toEqual({ code: 2, err: 'lifecycle: src: there is no tsconfig.json here or above\n', out: 'No findings, 0 files scanned.\n' });
});

test('a broken tsconfig: exit code 2 when it is the one asked for, 1 when it lies below', async () => {
  const folder = temporaryProject({
    'tsconfig.json': tsconfig({ include: ['*.ts'] }),
    'a.ts': dropped,
    'sub/tsconfig.json': '{\n  "compilerOptions": { "strict" true }\n}\n',
    'sub/b.ts': dropped,
  });
  expect(await scanIn(folder)).toEqual({ code: 1, err: "lifecycle: sub/tsconfig.json:2:33: ':' expected\n", out: finding('a.ts') });
  expect(await scanIn(folder, { paths: ['sub'] })).toEqual({ code: 2, err: "lifecycle: sub/tsconfig.json:2:33: ':' expected\n", out: 'No findings, 0 files scanned.\n' });
});

test('a tsconfig above is read only when the nearest one does not include the file', async () => {
  const folder = temporaryProject({ 'tsconfig.json': '{ "include" ["other"] }', 'sub/tsconfig.json': tsconfig(), 'sub/a.ts': dropped });
  expect(await scanIn(folder, { paths: ['sub/a.ts'] })).toEqual({ code: 1, err: '', out: finding('sub/a.ts') });
});

test('a tsconfig that extends what does not exist is said, its files are scanned', async () => {
  const folder = temporaryProject({ 'tsconfig.json': '{\n  "compilerOptions": {},\n  "extends": "./base.json"\n}\n', 'a.ts': dropped });
  expect(await scanIn(folder)).toEqual({ code: 2, err: "lifecycle: tsconfig.json:3:3: Cannot read file 'base.json'\n", out: finding('a.ts') });
});

test('the same about many files is said once', async () => {
  const packages = ['p1', 'p2', 'p3', 'p4'].map((name) => [`${name}/tsconfig.json`, '{ "extends": "missing/base.json" }']);
  const folder = temporaryProject({ 'tsconfig.json': tsconfig({ files: ['a.ts'] }), 'a.ts': dropped, ...Object.fromEntries(packages), 'p1/b.ts': 'export {};\n' });
  const { code, err } = await scanIn(folder);
  expect([code, err]).toEqual([1, "lifecycle: p1/tsconfig.json:1:14: File 'missing/base.json' not found (and 3 other places)\n"]);
});

test('a file that a tsconfig names and that is not there', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig({ files: ['a.ts', 'gone.ts'] }), 'a.ts': dropped });
  expect(await scanIn(folder)).toEqual({ code: 1, err: 'lifecycle: gone.ts: the file does not exist, although tsconfig.json names it\n', out: finding('a.ts') });
});

test('what a tsconfig names and what cannot be read', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig({ files: ['a.ts', 'folder.ts'] }), 'a.ts': dropped, 'folder.ts/inside': '' });
  expect(await scanIn(folder)).toEqual({ code: 1, err: 'lifecycle: folder.ts: the file cannot be read\n', out: finding('a.ts') });
});

test('a file that no tsconfig includes', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig({ include: ['src'] }), 'src/a.ts': dropped, 'b.ts': dropped, 'c.js': dropped, 'docs/d.md': '' });
  expect(await scanIn(folder, { paths: ['src', 'b.ts', 'c.js', 'docs'] })).toEqual({
    code: 2,
    err: 'lifecycle: b.ts: no tsconfig includes this file\nlifecycle: c.js: no tsconfig includes this file (JavaScript needs "allowJs")\nlifecycle: docs: no tsconfig includes a source file here\n',
    out: finding('src/a.ts'),
  });
});

test('a compiler option that this TypeScript does not know is nobody’s fault', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig({ compilerOptions: { fasterThanLight: true } }), 'a.ts': 'export {};\n' });
  expect(await scanIn(folder)).toEqual({ code: 0, err: '', out: 'No findings, 1 file scanned.\n' });
});

test.each([
  ['an unknown rule', { rule: ['no-such'] }, "there is no rule 'no-such' (lifecycle list shows all)"],
  ['an unknown preset', { preset: 'loose' }, "there is no preset 'loose' (recommended, strict, tests)"],
  ['an unknown format', { format: 'xml' }, "there is no format 'xml' (text, json, sarif, github)"],
  ['a property that every object has, as format', { format: 'toString' }, "there is no format 'toString' (text, json, sarif, github)"],
  ['a baseline that is not there', { baseline: 'known.json' }, 'the baseline known.json cannot be read (--update-baseline makes one)'],
  ['a baseline that is something else', { baseline: 'tsconfig.json' }, 'the baseline tsconfig.json is not one that --update-baseline has written'],
  ['--update-baseline alone', { updateBaseline: true }, '--update-baseline needs --baseline <file>'],
  ['a configuration that is not there', { config: 'gone.config.js' }, "there is no file 'gone.config.js'"],
])('%s', async (_name, options, sentence) => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': dropped });
  expect(await scanIn(folder, options)).toEqual({ code: 2, out: '', err: `lifecycle: ${sentence}\n` });
});

test('a rule that throws costs that rule for that file, not the scan', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': dropped });
  expect(await scanIn(folder, { questions: [broken, droppedInterval] })).toEqual({
    code: 1,
    err: 'lifecycle: a.ts: internal error in lifecycle/broken: no idea (LIFECYCLE_DEBUG=1 shows the stack; please report it)\n',
    out: finding('a.ts'),
  });
});
