import { expect, test } from 'vitest';
import { finallyToStack } from '../../codemods/finally-to-stack/migrate-file.ts';
import { defaultPlanOptions } from '../../plans/finally-to-stack/options.ts';
import { compile } from './program.ts';

const synchronousRelease = `
  export async function run({ log, handle }) {
    try {
      await null;
      log('body');
    } finally {
      handle.close();
    }
    log('after');
  }
`;

const last = synchronousRelease.replace("    log('after');\n", '');

/** What happens at which microtask: a clock of microtasks runs beside the program. */
async function ticksOf(text: string): Promise<string[]> {
  const events: string[] = [];
  let tick = 0;
  const clock = (): void => void (tick++ < 20 && queueMicrotask(clock));
  const log = (event: string): void => void events.push(`${tick} ${event}`);
  queueMicrotask(clock);
  const run = compile('a.js', text) as unknown as (env: object) => Promise<void>;
  await run({ log, handle: { close: () => log('close') } });
  log('returned');
  return events;
}

test.each([['code follows', synchronousRelease], ['last statement', last]])('a synchronous release in an async function costs no microtask: %s', async (_, text) => {
  const migrated = finallyToStack.migrateFile('a.js', text, defaultPlanOptions).text;
  expect(migrated).toContain('using stack = new DisposableStack();');
  expect(await ticksOf(migrated)).toEqual(await ticksOf(text));
});

test('the clock tells a microtask more or less apart', async () => {
  expect(await ticksOf(synchronousRelease.replace('handle.close();', 'await handle.close();'))).not.toEqual(await ticksOf(synchronousRelease));
});
