import { expect, test } from 'vitest';
import { fixturesOf } from '../codemods/fixtures.ts';
import { compile } from './program.ts';
import { proveProgram } from './prove-program.ts';

const { file, input, output } = fixturesOf('provider-to-unstarted').find(({ name }) => name === 'disposer')!;
const [start, stop] = ['  await cache.start();\n', '  stack.defer(() => cache.stop());\n'];
const failuresOf = async (migrated: string): Promise<readonly string[]> => {
  const { failures } = await proveProgram(compile(file, input), compile(file, migrated), { permitted: new Set(['start-moved', 'stop-added']), salts: [0] });
  return failures;
};

test('a start in the scope, and a release that was missing, are what is permitted', async () => {
  expect(output).toContain(start + stop);
  expect(await failuresOf(output)).toEqual([]);
});

test.each([
  { fault: 'a start that is left out', text: output.replace(start, '') },
  { fault: 'a start that is called twice', text: output.replace(start, start + start) },
  { fault: 'a start that nobody waits for', text: output.replace(start, start.replace('await', 'void')) },
  { fault: 'a start whose error is lost', text: output.replace(start, start.replace(';', '.catch(() => undefined);')) },
  { fault: 'starts in another order', text: output.replace('  await database.start();\n', '').replace(start, `${start}  await database.start();\n`) },
  { fault: 'a release that is lost', text: output.replace('  stack.defer(() => database.stop());\n', '') },
  { fault: 'a release that runs twice', text: output.replace('stack.defer(() => database.stop());', 'stack.defer(() => database.stop()); stack.defer(() => database.stop());') },
  { fault: 'a release that nobody waits for', text: output.replace('() => cache.stop()', '() => void cache.stop()') },
  { fault: 'a release whose error is lost', text: output.replace('() => cache.stop()', '() => cache.stop().catch(() => undefined)') },
  { fault: 'a release before that of what was opened later', text: output.replace(stop, '').replace('  await database.start();\n', `  stack.defer(() => container.resolve('cache').stop());\n  await database.start();\n`) },
])('$fault is found', async ({ text }) => {
  expect(text).not.toBe(output);
  expect(await failuresOf(text)).not.toEqual([]);
});
