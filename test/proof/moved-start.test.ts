import { expect, test } from 'vitest';
import { fixturesOf } from '../codemods/fixtures.ts';
import { compile } from './program.ts';
import { proveProgram } from './prove-program.ts';

const { file, input, output } = fixturesOf('constructor-to-start').find(({ name }) => name === 'void-start')!;
const start = '  await service.start();\n';
const failuresOf = async (migrated: string): Promise<readonly string[]> => {
  const { failures } = await proveProgram(compile(file, input), compile(file, migrated), { permitted: new Set(['start-moved', 'start-awaited']), salts: [0] });
  return failures;
};

test('a start behind the construction is what is permitted', async () => {
  expect(output).toContain(start);
  expect(await failuresOf(output)).toEqual([]);
});

test.each([
  { fault: 'left out', text: output.replace(start, '') },
  { fault: 'called twice', text: output.replace(start, start + start) },
  { fault: 'not waited for', text: output.replace(start, start.replace('await', 'void')) },
  { fault: 'of its error robbed', text: output.replace(start, start.replace(';', '.catch(() => undefined);')) },
])('a start that is $fault is found', async ({ text }) => {
  expect(text).not.toBe(output);
  expect(await failuresOf(text)).not.toEqual([]);
});
