import { describe, expect, test } from 'vitest';
import { storiesOf } from './harness.ts';
import { leaksOf } from './in-words.ts';

/** `a` is acquired on line 4, unless told; `work` and `more` may reject, `ask` may throw for all that is known. */
const head = `import { Redis } from 'ioredis'; declare function work(): Promise<void>; declare function more(): Promise<void>;
declare const yes: boolean; declare const other: boolean; declare function ask(): boolean; declare const names: string[];
`;
const leaks = (body: string) => leaksOf(storiesOf(head + body));

describe('the end and the returns of a function', () => {
  test('an end without a release', () => {
    expect(leaks('export function f() {\n  const a = new Redis();\n}')).toEqual(["normal certain: 'a' is acquired 4, leaves with 'a' live 5"]);
  });

  test('a return before the release, and one after it', () => {
    expect(leaks('export function f() {\n  const a = new Redis();\n  if (yes) return;\n  a.disconnect();\n  if (other) return;\n}')).toEqual([
      "return certain: 'a' is acquired 4, returns with 'a' live 5",
    ]);
  });

  test('a concise body leaves by its value', () => {
    expect(leaks('export const f = () => {\n  const a = new Redis();\n  return a.status;\n};')).toEqual(["return certain: 'a' is acquired 4, returns with 'a' live 5"]);
  });

  test('the end of the process is no leak', () => {
    expect(leaks('export function f() {\n  const a = new Redis();\n  process.exit(1);\n}')).toEqual([]);
  });

  test('nor is a helper that ends it', () => {
    expect(leaks('function die() {\n  process.exit(1);\n}\nexport function f() {\n  const a = new Redis();\n  die();\n}')).toEqual([]);
  });
});

describe('loops', () => {
  test('a while loop may not run at all', () => {
    expect(leaks('export function f() {\n  const a = new Redis();\n  while (ask()) {\n    a.disconnect();\n  }\n}')).toEqual([
      "normal certain: 'a' is acquired 4, leaves with 'a' live 8",
      "implicit throw likely: 'a' is acquired 4, 'ask()' may throw 5, leaves with 'a' live 8",
    ]);
  });

  test('a do loop runs once', () => {
    expect(leaks('export function f() {\n  const a = new Redis();\n  do {\n    a.disconnect();\n  } while (yes);\n}')).toEqual([]);
  });

  test('an endless loop ends by its break only', () => {
    expect(leaks('export function f() {\n  const a = new Redis();\n  while (true) {\n    if (yes) {\n      a.disconnect();\n      break;\n    }\n  }\n}')).toEqual([]);
  });

  test('a for loop without a condition is endless too', () => {
    expect(leaks('export function f() {\n  const a = new Redis();\n  for (;;) {\n    if (yes) break;\n  }\n}')).toEqual(["normal certain: 'a' is acquired 4, leaves with 'a' live 8"]);
  });

  test('a continue skips the release of its turn, and the next turn acquires anew', () => {
    expect(leaks('export function f() {\n  for (const name of names) {\n    const a = new Redis(name);\n    if (yes) continue;\n    a.disconnect();\n  }\n}')).toEqual([
      "normal certain: 'a' is acquired 5, leaves with 'a' live 9",
      "jump certain: 'a' is acquired 5, acquired again while the first is live 5, leaves with 'a' live 9",
    ]);
  });

  test('a labelled continue leaves the inner loop', () => {
    expect(leaks('export function f() {\n  outer: for (const name of names) {\n    const a = new Redis(name);\n    for (const letter of name) {\n      if (letter) continue outer;\n    }\n    a.disconnect();\n  }\n}')).toEqual([
      "normal certain: 'a' is acquired 5, leaves with 'a' live 11",
      "jump certain: 'a' is acquired 5, acquired again while the first is live 5, leaves with 'a' live 11",
    ]);
  });

  test('a labelled block is left by its break', () => {
    expect(leaks('export function f() {\n  const a = new Redis();\n  block: {\n    if (yes) break block;\n    a.disconnect();\n  }\n}')).toEqual(["normal certain: 'a' is acquired 4, leaves with 'a' live 9"]);
  });

  test('each turn of for await may reject', () => {
    expect(leaks('export async function f(rows: AsyncIterable<string>) {\n  const a = new Redis();\n  for await (const row of rows) console.log(row);\n  a.disconnect();\n}')).toEqual([
      "implicit throw certain: 'a' is acquired 4, 'rows' may reject 5, leaves with 'a' live 7",
    ]);
  });
});

describe('try, catch and finally', () => {
  test('a finally runs on every way out', () => {
    expect(leaks('export async function f() {\n  const a = new Redis();\n  try {\n    if (yes) return;\n    await work();\n  } finally {\n    a.disconnect();\n  }\n}')).toEqual([]);
  });

  test('what stands between the acquisition and the try is not covered', () => {
    expect(leaks('export async function f() {\n  const a = new Redis();\n  await more();\n  try {\n    await work();\n  } finally {\n    a.disconnect();\n  }\n}')).toEqual([
      "implicit throw certain: 'a' is acquired 4, 'more()' may reject 5, leaves with 'a' live 11",
    ]);
  });

  test('a finally that may fail before it releases', () => {
    expect(leaks('export async function f() {\n  const a = new Redis();\n  try {\n    console.log(1);\n  } finally {\n    await more();\n    a.disconnect();\n  }\n}')).toEqual([
      "implicit throw certain: 'a' is acquired 4, 'more()' may reject 8, leaves with 'a' live 11",
    ]);
  });

  test('a release in a nested finally covers the outer failure', () => {
    expect(leaks('export async function f() {\n  const a = new Redis();\n  try {\n    await work();\n  } finally {\n    try {\n      await more();\n    } finally {\n      a.disconnect();\n    }\n  }\n}')).toEqual([]);
  });

  test('a catch that swallows goes on, one that throws on leaves', () => {
    expect(leaks('export async function f() {\n  const a = new Redis();\n  try {\n    await work();\n  } catch {}\n  a.disconnect();\n}')).toEqual([]);
    expect(leaks('export async function f() {\n  const a = new Redis();\n  try {\n    await work();\n  } catch (error) {\n    throw error;\n  }\n  a.disconnect();\n}')).toEqual([
      "throw certain: 'a' is acquired 4, 'work()' may reject 6, throws 8, leaves with 'a' live 11",
    ]);
  });

  test('a start that fails has started nothing', () => {
    expect(leaks('declare class Bot { start(): Promise<void>; stop(): Promise<void> }\nexport async function f() {\n  const a = new Bot();\n  await a.start();\n  await a.stop();\n}')).toEqual([]);
  });
});

describe('switch', () => {
  test('a case without a release, and the way past all cases', () => {
    expect(leaks("export function f(kind: 'x' | 'y' | 'z') {\n  const a = new Redis();\n  switch (kind) {\n    case 'x':\n      a.disconnect();\n      break;\n    case 'y':\n      return;\n  }\n}")).toEqual([
      "normal certain: 'a' is acquired 4, leaves with 'a' live 12",
      "return certain: 'a' is acquired 4, returns with 'a' live 10",
    ]);
  });

  test('a case falls through to the release', () => {
    expect(leaks("export function f(kind: 'x' | 'y') {\n  const a = new Redis();\n  switch (kind) {\n    case 'x':\n      console.log(kind);\n    default:\n      a.disconnect();\n  }\n}")).toEqual([]);
  });
});

describe('conditions', () => {
  test('an optional call releases what is there', () => {
    expect(leaks('export function f() {\n  let a: Redis | undefined;\n  if (yes) a = new Redis();\n  a?.disconnect();\n}')).toEqual([]);
  });

  test('so does a call behind && or a null check', () => {
    expect(leaks('export function f() {\n  let a: Redis | undefined;\n  if (yes) a = new Redis();\n  a && a.disconnect();\n}')).toEqual([]);
    expect(leaks('export function f() {\n  let a: Redis | null = null;\n  if (yes) a = new Redis();\n  if (a !== null) a.disconnect();\n}')).toEqual([]);
    expect(leaks('export function f() {\n  let a: Redis | undefined;\n  if (yes) a = new Redis();\n  if (!a) return;\n  a.disconnect();\n}')).toEqual([]);
  });

  test('?? acquires only when nothing is there', () => {
    expect(leaks('export function f(given: Redis | undefined) {\n  const a = given ?? new Redis();\n}')).toEqual(["normal certain: 'a' is acquired 4, leaves with 'a' live 5"]);
  });

  test('the same condition asked twice has the same answer', () => {
    expect(leaks('export function f() {\n  let a: Redis | undefined;\n  if (yes) a = new Redis();\n  if (yes) a!.disconnect();\n}')).toEqual([]);
    expect(leaks('export function f() {\n  let a: Redis | undefined;\n  if (yes) a = new Redis();\n  if (other) a!.disconnect();\n}')).toEqual(["normal certain: 'a' is acquired 5, leaves with 'a' live 7"]);
  });

  test('a flag follows the start', () => {
    expect(leaks('export async function f() {\n  let begun = false;\n  let a: Redis | undefined;\n  try {\n    a = new Redis();\n    begun = true;\n  } finally {\n    if (begun) a!.disconnect();\n  }\n}')).toEqual([]);
  });

  test('a condition is open again when its variable was assigned', () => {
    expect(leaks('export function f(on: boolean) {\n  let a: Redis | undefined;\n  if (on) a = new Redis();\n  on = ask();\n  if (on) a?.disconnect();\n}')).toEqual([
      "normal certain: 'a' is acquired 5, leaves with 'a' live 8",
      "implicit throw likely: 'a' is acquired 5, 'ask()' may throw 6, leaves with 'a' live 8",
    ]);
  });
});

describe('what may throw', () => {
  test('awaits and throws are certain, unknown calls likely', () => {
    expect(leaks('export async function f() {\n  const a = new Redis();\n  await work();\n  a.disconnect();\n}')).toEqual(["implicit throw certain: 'a' is acquired 4, 'work()' may reject 5, leaves with 'a' live 7"]);
    expect(leaks('export async function f() {\n  const a = new Redis();\n  ask();\n  a.disconnect();\n}')).toEqual(["implicit throw likely: 'a' is acquired 4, 'ask()' may throw 5, leaves with 'a' live 7"]);
    expect(leaks("export async function f() {\n  const a = new Redis();\n  if (yes) throw new Error('no');\n  a.disconnect();\n}")).toEqual(["throw certain: 'a' is acquired 4, throws 5, leaves with 'a' live 7"]);
  });

  test('a pause, a caught promise, listeners and collections do not', () => {
    expect(
      leaks("import { setTimeout as sleep } from 'node:timers/promises';\nexport async function f() {\n  const a = new Redis();\n  await sleep(10);\n  await work().catch(console.error);\n  a.on('end', console.log);\n  names.push('x');\n  a.disconnect();\n}"),
    ).toEqual([]);
  });
});

test('a generator leaks by its end', () => {
  expect(leaks('export function* f() {\n  const a = new Redis();\n  yield a.status;\n}')).toEqual(["normal certain: 'a' is acquired 4, leaves with 'a' live 6"]);
});
