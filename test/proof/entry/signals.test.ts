import { expect, test } from 'vitest';
import { fixturesOf, migrate } from '../../codemods/fixtures.ts';
import { inAProcess } from './in-a-process.ts';

const fixture = (name: string) => fixturesOf('entrypoint-to-stack').find((one) => one.name === name)!;
const { file, input, output } = fixture('dropped-stop-and-trailing-stops');
const inOrder = ['open:database', 'open:producer', 'open:coordinator', 'stop:coordinator', 'stop:coordinator done', 'stop:producer', 'stop:producer done', 'stop:database', 'stop:database done'];

test.concurrent.each(['SIGTERM', 'SIGINT'] as const)('%s: all stops run in order, each awaited, and nothing keeps the process', async (signal) => {
  expect(await inAProcess(file, output, { signal })).toEqual({ events: inOrder, errors: '', code: 0, signal: null });
});

test.concurrent('which the original did not do', async () => {
  const { events } = await inAProcess(file, input, { signal: 'SIGINT' });
  expect(events).not.toContain('stop:coordinator');
});

test.concurrent.each([
  { second: 'SIGTERM', code: 143 },
  { second: 'SIGINT', code: 130 },
] as const)('a second signal, $second, ends the process at once', async ({ second, code }) => {
  const run = await inAProcess(file, output, { signal: 'SIGTERM', second, hangs: 'producer' });
  expect(run).toMatchObject({ code, signal: null, errors: '' });
  expect(run.events).not.toContain('stop:database');
});

test.concurrent('a stop that hangs is given up after its deadline, with one sentence', async () => {
  const one = fixture('several-in-a-finally');
  const { text } = migrate({ ...one, options: { ...one.options, stopTimeout: 0.2 } }, one.input);
  expect(await inAProcess(one.file, text, { signal: 'SIGTERM', hangs: 'worker' })).toEqual({
    events: ['open:database', 'open:worker', 'stop:worker'], errors: 'The stop took longer than 0.2 seconds.\n', code: 1, signal: null,
  });
});

test.concurrent('so it is when the program leaves because of an error', async () => {
  const one = fixture('several-in-a-finally');
  const { text } = migrate({ ...one, options: { ...one.options, closeGap: true, stopTimeout: 0.2 } }, one.input);
  const run = await inAProcess(one.file, text, { signal: 'SIGTERM', hangs: 'database', fails: 'worker' });
  expect(run).toMatchObject({ events: ['open:database', 'open:worker', 'stop:database'], errors: 'The stop took longer than 0.2 seconds.\n', code: 1 });
});

test.concurrent('the exit code of the program is kept, and the stops run', async () => {
  const one = fixture('exit-in-a-catch');
  const plan = { signal: 'SIGTERM', fails: 'manager' } as const;
  expect(await inAProcess(one.file, one.input, plan)).toMatchObject({ events: ['open:database', 'open:manager', 'caught manager does not start'], code: 3 });
  expect(await inAProcess(one.file, one.output, plan)).toMatchObject({ events: ['open:database', 'open:manager', 'caught manager does not start', 'stop:database', 'stop:database done'], code: 3 });
});

test.concurrent('without a deadline a stop takes as long as it takes', async () => {
  const one = fixture('no-deadline');
  expect(one.output).not.toContain('setTimeout');
  expect(await inAProcess(one.file, one.output, { signal: 'SIGTERM', second: 'SIGTERM', hangs: 'server' })).toMatchObject({ events: ['open:server', 'stop:server'], code: 143 });
});
