import { expect, test } from 'vitest';
import type { Question } from '../../rules/question.ts';
import { droppedInterval } from './questions.ts';
import { findingsIn, scanIn } from './scan-in.ts';
import { install, temporaryProject, tsconfig } from './temporary-project.ts';

const code = 'declare const service: { stop(): Promise<void> };\nservice.stop();\nsetTimeout(() => {}, 5);\nsetInterval(() => {}, 5);\nexport {};\n';

/** A plugin with the rules of these tests, as a configuration sees it. */
const plugin = `const rule = { meta: { schema: [{ type: 'object' }] }, create: () => ({}) };
const lifecycle = { rules: { 'dropped-interval': rule, 'dropped-stop': rule } };
`;

function configured(config: string, files: Readonly<Record<string, string>> = { 'src/a.ts': code }): string {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'eslint.config.mjs': `${plugin}export default ${config};\n`, ...files });
  install(folder, 'eslint');
  return folder;
}

test('severities and options come from the ESLint configuration', async () => {
  const folder = configured(`[
    { plugins: { lifecycle }, rules: { 'lifecycle/dropped-interval': ['warn', { report: 'likely' }], 'lifecycle/dropped-stop': 'off' } },
    { files: ['**/*.test.ts'], rules: { 'lifecycle/dropped-interval': 'off', 'lifecycle/dropped-stop': 'error' } },
  ]`, { 'src/a.ts': code, 'src/a.test.ts': code });
  const { code: exit, out } = await scanIn(folder);
  expect(exit).toBe(1);
  expect(out.split('\n').filter((line) => /^\S|\d+:\d+ /.test(line))).toEqual([
    'src/a.test.ts',
    "  2:1  error  nobody waits for 'service.stop()'  lifecycle/dropped-stop",
    'src/a.ts',
    "  3:1  warning  the handle of 'setTimeout' is dropped  lifecycle/dropped-interval",
    "  4:1  warning  the handle of 'setInterval' is dropped  lifecycle/dropped-interval",
    '3 findings (1 error, 2 warnings), 2 files scanned.',
  ]);
});

test('the analysis gets settings.lifecycle, the same object for equal settings', async () => {
  const seen: unknown[] = [];
  const spy: Question = { ...droppedInterval, ask: ({ view }) => (seen.push(view.settings), []) };
  const folder = configured(`[
    { settings: { lifecycle: { verbs: [{ start: 'up', stop: 'down' }] } } },
    { files: ['**/*.test.ts'], settings: { other: true } },
  ]`, { 'src/a.ts': code, 'src/a.test.ts': code });
  await scanIn(folder, { questions: [spy] });
  expect(seen).toEqual([{ verbs: [{ start: 'up', stop: 'down' }] }, { verbs: [{ start: 'up', stop: 'down' }] }]);
  expect(seen[0]).toBe(seen[1]);
});

test('warnings alone make exit code 0', async () => {
  const folder = configured(`[{ plugins: { lifecycle }, rules: { 'lifecycle/dropped-interval': 'warn' } }]`);
  expect((await scanIn(folder)).code).toBe(0);
});

test('--preset replaces the configured rules, --rule selects among them', async () => {
  const folder = configured(`[{ plugins: { lifecycle }, rules: { 'lifecycle/dropped-interval': ['warn', { report: 'likely' }] } }]`);
  expect(await findingsIn(folder)).toEqual(['src/a.ts:3:1 dropped-interval', 'src/a.ts:4:1 dropped-interval']);
  expect(await findingsIn(folder, { preset: 'recommended' })).toEqual(['src/a.ts:4:1 dropped-interval']);
  expect(await findingsIn(folder, { rule: ['dropped-stop'] })).toEqual(['src/a.ts:2:1 dropped-stop']);
  expect((await scanIn(folder, { rule: ['dropped-interval'] })).code).toBe(0);
});

test('what the configuration ignores is ignored, also by a preset, but not with --no-config', async () => {
  const folder = configured(`[{ ignores: ['generated/'] }]`, { 'src/a.ts': code, 'generated/b.ts': code });
  expect(await findingsIn(folder)).toEqual(['src/a.ts:4:1 dropped-interval']);
  expect(await findingsIn(folder, { config: false })).toEqual(['generated/b.ts:4:1 dropped-interval', 'src/a.ts:4:1 dropped-interval']);
  expect(await scanIn(folder, { paths: ['generated'], preset: 'strict' })).toEqual({
    code: 0,
    err: 'lifecycle: the ESLint configuration ignores every file here (--no-config scans them all the same)\n',
    out: 'No findings, 0 files scanned.\n',
  });
});

test('a broken tsconfig in an ignored folder is no problem of the scan', async () => {
  const template = { 'templates/app/tsconfig.json': '{ "extends": "{{base}}" ', 'templates/app/a.ts': code };
  const fails = configured('[]', { 'src/a.ts': 'export {};\n', ...template });
  expect((await scanIn(fails)).code).toBe(1);
  const ignores = configured(`[{ ignores: ['templates/'] }]`, { 'src/a.ts': 'export {};\n', ...template });
  expect(await scanIn(ignores)).toEqual({ code: 0, err: '', out: 'No findings, 1 file scanned.\n' });
});

test('a configuration that uses the plugin for some files only is kept to these files; one that does not use it leaves the preset', async () => {
  const some = configured(`[{ files: ['src/**'], plugins: { lifecycle }, rules: { 'lifecycle/dropped-interval': 'error' } }]`, { 'src/a.ts': code, 'test/b.ts': code });
  expect(await findingsIn(some)).toEqual(['src/a.ts:4:1 dropped-interval']);
  const none = configured(`[{ files: ['**/*.js'], rules: { 'no-undef': 'error' } }]`);
  expect(await findingsIn(none)).toEqual(['src/a.ts:4:1 dropped-interval']);
});

test('each file is read with the nearest configuration; --config names another one', async () => {
  const folder = configured(`[{ plugins: { lifecycle }, rules: { 'lifecycle/dropped-interval': 'error' } }]`, {
    'src/a.ts': code,
    'packages/p/eslint.config.mjs': `${plugin}export default [{ plugins: { lifecycle }, rules: { 'lifecycle/dropped-stop': 'error' } }];\n`,
    'packages/p/b.ts': code,
    'ci.config.mjs': `${plugin}export default [{ plugins: { lifecycle }, rules: { 'lifecycle/dropped-stop': 'error' } }, { ignores: ['packages/'] }];\n`,
  });
  expect(await findingsIn(folder)).toEqual(['packages/p/b.ts:2:1 dropped-stop', 'src/a.ts:4:1 dropped-interval']);
  expect(await findingsIn(folder, { config: 'ci.config.mjs' })).toEqual(['src/a.ts:2:1 dropped-stop']);
});

test('a configuration that cannot be loaded is one sentence', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'eslint.config.mjs': "throw new Error('needs another TypeScript.\\nSee the manual');\n", 'a.ts': code });
  install(folder, 'eslint');
  expect(await scanIn(folder)).toEqual({
    code: 2,
    out: '',
    err: 'lifecycle: the ESLint configuration eslint.config.mjs cannot be used: needs another TypeScript (--no-config scans without it)\n',
  });
  expect(await findingsIn(folder, { config: false })).toEqual(['a.ts:4:1 dropped-interval']);
});

test('without ESLint a configuration is not read, and that is said; --config says what is missing', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'eslint.config.mjs': 'export default [{ ignores: ["**"] }];\n', 'a.ts': code });
  expect(await findingsIn(folder)).toEqual(['a.ts:4:1 dropped-interval']);
  expect((await scanIn(folder)).err).toBe('lifecycle: eslint.config.mjs is not read, because ESLint 9.15 or newer is not installed\n');
  expect(await scanIn(folder, { config: 'eslint.config.mjs' })).toEqual({ code: 2, out: '', err: 'lifecycle: --config needs ESLint 9.15 or newer, which is not installed here\n' });
});
