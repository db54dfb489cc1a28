import { expect, test } from 'vitest';
import { droppedInterval } from './questions.ts';
import { findingsIn, scanIn } from './scan-in.ts';
import { temporaryProject, tsconfig } from './temporary-project.ts';

test('prints each file with its findings, the proving path and the way out; error findings make exit code 1', async () => {
  const folder = temporaryProject({
    'tsconfig.json': tsconfig(),
    'src/poll.ts': 'export function poll(): void {\n  setInterval(() => {}, 1000);\n}\n',
    'src/quiet.ts': 'export const handle = setInterval(() => {}, 1000);\n',
  });
  expect(await scanIn(folder)).toEqual({
    code: 1,
    err: '',
    out: `src/poll.ts
  2:3  error  the handle of 'setInterval' is dropped  lifecycle/dropped-interval
        2 │   setInterval(() => {}, 1000);   ← armed here
        3 │ }                                ← still armed
        owner: nobody   release: clearInterval(handle)   migrate: lifecycle migrate finally-to-stack src/poll.ts

1 finding (1 error, 0 warnings), 2 files scanned.
`,
  });
});

test('only a migration that exists is offered', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': 'setInterval(() => {}, 1000);\n' });
  const either = { ...droppedInterval, ask: (...asked: Parameters<typeof droppedInterval.ask>) => droppedInterval.ask(...asked).map((finding) => ({ ...finding, path: [], migration: 'wish-it-away or finally-to-stack' })) };
  expect(await scanIn(folder, { questions: [either] })).toMatchObject({
    out: `a.ts
  1:1  error  the handle of 'setInterval' is dropped  lifecycle/dropped-interval
        owner: nobody   release: clearInterval(handle)   migrate: lifecycle migrate finally-to-stack a.ts

1 finding (1 error, 0 warnings), 1 file scanned.
`,
  });
});

test('says so when there is nothing to report', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': 'export const a = 1;\n' });
  expect(await scanIn(folder)).toEqual({ code: 0, err: '', out: 'No findings, 1 file scanned.\n' });
});

test('without an ESLint configuration the preset recommended decides; --preset and --rule override', async () => {
  const folder = temporaryProject({
    'tsconfig.json': tsconfig(),
    'a.ts': 'declare const service: { stop(): Promise<void> };\nservice.stop();\nsetTimeout(() => {}, 5);\nsetInterval(() => {}, 5);\nexport {};\n',
  });
  expect(await findingsIn(folder)).toEqual(['a.ts:4:1 dropped-interval']);
  expect(await findingsIn(folder, { preset: 'strict' })).toEqual(['a.ts:2:1 dropped-stop', 'a.ts:3:1 dropped-interval', 'a.ts:4:1 dropped-interval']);
  expect(await findingsIn(folder, { rule: ['dropped-stop'] })).toEqual(['a.ts:2:1 dropped-stop']);
  expect(await findingsIn(folder, { rule: ['lifecycle/dropped-interval', 'dropped-stop'] })).toEqual(['a.ts:2:1 dropped-stop', 'a.ts:4:1 dropped-interval']);
});
