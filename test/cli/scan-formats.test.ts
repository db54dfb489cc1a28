import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import type { Question } from '../../rules/question.ts';
import { droppedInterval } from './questions.ts';
import { scanIn } from './scan-in.ts';
import { temporaryProject, tsconfig } from './temporary-project.ts';

const files = { 'tsconfig.json': tsconfig(), 'src/poll me.ts': 'export function poll(): void {\n  setInterval(() => {}, 1000);\n}\n' };
const fingerprint = '48f110a76f0dd42a:1';

test('json: everything a program needs, paths relative to the working folder', async () => {
  const { out } = await scanIn(temporaryProject(files), { format: 'json' });
  expect(JSON.parse(out)).toEqual({
    version: 1,
    findings: [{
      file: 'src/poll me.ts', line: 2, column: 3, endLine: 2, endColumn: 14,
      ruleId: 'lifecycle/dropped-interval', severity: 'error', grade: 'certain',
      message: "the handle of 'setInterval' is dropped",
      fingerprint,
      path: [
        { file: 'src/poll me.ts', line: 2, column: 3, endLine: 2, endColumn: 30, note: 'armed here', code: '  setInterval(() => {}, 1000);' },
        { file: 'src/poll me.ts', line: 3, column: 1, endLine: 3, endColumn: 2, note: 'still armed', code: '}' },
      ],
      owner: 'nobody', release: 'clearInterval(handle)', migration: 'finally-to-stack',
    }],
    known: 0,
    problems: [],
    warnings: [],
    files: ['src/poll me.ts'],
  });
});

test('json: problems are in the report as well', async () => {
  const { code, out } = await scanIn(temporaryProject({ ...files, 'b.ts': 'let = ;\n' }), { format: 'json', paths: ['.', 'gone'] });
  expect(code).toBe(2);
  expect((JSON.parse(out) as { problems: unknown }).problems).toEqual([
    { of: 'request', message: "there is no file or folder 'gone'" },
    { of: 'part', file: 'b.ts', line: 1, column: 7, message: 'Expression expected' },
  ]);
});

test('sarif: one run with rule metadata, results with a code flow and a fingerprint', async () => {
  const { code, out } = await scanIn(temporaryProject(files), { format: 'sarif' });
  const { $schema, version, runs } = JSON.parse(out) as Log;
  const [run] = runs;
  expect([code, $schema, version, runs.length]).toEqual([1, 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json', '2.1.0', 1]);
  expect(run!.tool.driver.name).toBe('lifecycle');
  expect(run!.tool.driver.rules!.map(({ id, shortDescription, properties }) => ({ id, shortDescription, properties }))).toEqual([
    { id: 'lifecycle/dropped-interval', shortDescription: { text: 'Disallow intervals whose handle is dropped.' }, properties: { tags: ['lifecycle', 'recommended'] } },
    { id: 'lifecycle/dropped-stop', shortDescription: { text: 'Disallow stops whose promise is dropped.' }, properties: { tags: ['lifecycle'] } },
  ]);
  expect(run!.tool.driver.rules![0]!.helpUri).toMatch(/^https:\/\/.*\/docs\/rules\/dropped-interval\.md$/);
  const artifactLocation = { uri: 'src/poll%20me.ts', uriBaseId: '%SRCROOT%' };
  expect(run!.results).toEqual([{
    ruleId: 'lifecycle/dropped-interval',
    ruleIndex: 0,
    level: 'error',
    message: { text: "the handle of 'setInterval' is dropped" },
    locations: [{ physicalLocation: { artifactLocation, region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 14 } } }],
    partialFingerprints: { 'lifecycle/v1': fingerprint },
    codeFlows: [{
      threadFlows: [{
        locations: [
          { location: { physicalLocation: { artifactLocation, region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 30 } }, message: { text: 'armed here' } } },
          { location: { physicalLocation: { artifactLocation, region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 2 } }, message: { text: 'still armed' } } },
        ],
      }],
    }],
    properties: { grade: 'certain', owner: 'nobody', release: 'clearInterval(handle)', migration: 'finally-to-stack' },
  }]);
  expect(run!.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
});

test('sarif: what could not be done is a notification; a file outside the working folder has an absolute address', async () => {
  const folder = temporaryProject({ ...files, 'b.ts': 'let = ;\n', 'inner/c.ts': 'export {};\n' });
  const { out } = await scanIn(`${folder}/inner`, { format: 'sarif', paths: ['../b.ts', '../src', 'gone'] });
  const [run] = (JSON.parse(out) as Log).runs;
  expect(run!.invocations).toEqual([{
    executionSuccessful: false,
    toolExecutionNotifications: [
      { level: 'error', message: { text: "there is no file or folder 'gone'" } },
      { level: 'error', message: { text: 'Expression expected' }, locations: [{ physicalLocation: { artifactLocation: { uri: `file://${folder}/b.ts` }, region: { startLine: 1, startColumn: 7 } } }] },
    ],
  }]);
  expect(run!.results![0]!.locations![0]!.physicalLocation!.artifactLocation).toEqual({ uri: `file://${folder}/src/poll%20me.ts` });
});

test('github: workflow commands, with the characters that the runner reads escaped', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a,b:c.ts': '\nsetInterval(() => {}, 1);\n' });
  const loud: Question = { ...droppedInterval, messages: { dropped: '100% of\r\n{{ name }}: dropped' } };
  expect(await scanIn(folder, { format: 'github', questions: [loud] })).toEqual({
    code: 1,
    err: '',
    out: '::error file=a%2Cb%3Ac.ts,line=2,endLine=2,col=1,endColumn=12,title=lifecycle/dropped-interval::100%25 of%0D%0AsetInterval: dropped%0A2: armed here%0A2: still armed%0Arelease: clearInterval(handle)\n',
  });
});

test('text: steps on one line share it, steps of other files carry their name, long and tabbed lines are cut', async () => {
  const folder = temporaryProject({
    'tsconfig.json': tsconfig(),
    'a.ts': `import { start } from './lib/start.js';\n\tstart(); ${'x'.repeat(80)};\n`,
    'lib/start.ts': 'export function start(): void {\n  helper();\n}\nfunction helper(): void {}\n',
  });
  const chain: Question = {
    ...droppedInterval,
    trigger: /start\(\); x/,
    ask: ({ view: { program }, sourceFile }) => {
      const start = sourceFile.text.indexOf('start();');
      const other = program.getSourceFiles().find((file) => file.fileName.endsWith('lib/start.ts'))!;
      const inner = other.text.indexOf('helper();');
      const path = [
        { start, end: start + 7, note: 'calls start()' },
        { start: inner, end: inner + 8, note: 'begins here', file: other },
        { start: start + 2, end: start + 7, note: 'and nobody stops it' },
      ];
      return [{ messageId: 'dropped', data: { name: 'start' }, start, end: start + 5, grade: 'certain', path }];
    },
  };
  const { out } = await scanIn(folder, { questions: [chain] });
  expect(out).toBe(`a.ts
  2:2  error  the handle of 'start' is dropped  lifecycle/dropped-interval
                     2 │ start(); xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…   ← calls start(); and nobody stops it
        lib/start.ts:2 │ helper();                                                                  ← begins here

1 finding (1 error, 0 warnings), 2 files scanned.
`);
});
