import { describe, expect, test } from 'vitest';
import { storiesOf } from './harness.ts';
import { leaksOf, ownersOf } from './in-words.ts';

const head = `import { watch, type FSWatcher } from 'node:fs'; import { createServer, type Server } from 'node:http'; declare const yes: boolean;
`;
const owners = (code: string) => ownersOf(storiesOf(head + code));
const leaks = (code: string) => leaksOf(storiesOf(head + code));

describe('aliases', () => {
  test('one resource through names, assertions, parentheses and fluent calls', () => {
    expect(leaks('export function f() {\n  const a = watch(".");\n  const b = (a as FSWatcher)!;\n  b.close();\n}')).toEqual([]);
    expect(leaks('export function f() {\n  const a = createServer().on("error", console.error).listen(0);\n  const b = a;\n  if (yes) return;\n  b.close();\n}')).toEqual([
      "return certain: 'a' is started 3, returns with 'a' live 5",
    ]);
  });

  test('an assignment to an outer variable hands it over', () => {
    expect(owners('let outer: FSWatcher | undefined;\nexport function f() {\n  const a = watch(".");\n  outer = a;\n}\nexport const current = () => outer;')).toEqual(["a unknown: on some path it is handed to the outer variable 'outer'"]);
  });

  test('the binding of the function owns what nobody else is given', () => {
    expect(owners('export function f() {\n  const a = watch(".");\n  console.log(a);\n}')).toEqual(["a binding: the variable 'a' of f() is the only one that holds it"]);
  });
});

describe('arguments', () => {
  test('a function of the program that only looks borrows', () => {
    expect(leaks('function look(one: FSWatcher) {\n  return one.eventNames().length;\n}\nexport function f() {\n  const a = watch(".");\n  look(a);\n}')).toEqual(["normal certain: 'a' is acquired 6, leaves with 'a' live 8"]);
  });

  test('one that releases releases, also as a property of an object', () => {
    expect(leaks('function end(one: FSWatcher) {\n  one.close();\n}\nexport function f() {\n  const a = watch(".");\n  end(a);\n}')).toEqual([]);
    expect(leaks('function end({ one }: { one: FSWatcher }) {\n  one.close();\n}\nexport function f() {\n  const a = watch(".");\n  end({ one: a });\n}')).toEqual([]);
  });

  test('one that starts begins the obligation of its caller', () => {
    expect(leaks('function begin(one: Server) {\n  one.listen(0);\n}\nexport function f() {\n  const a = createServer();\n  begin(a);\n}')).toEqual(["normal certain: 'a' is created 6, 'a' is started 7, leaves with 'a' live 8"]);
  });

  test('one that keeps it takes it', () => {
    expect(owners('const kept: FSWatcher[] = [];\nfunction keep(one: FSWatcher) {\n  kept.push(one);\n}\nexport function f() {\n  const a = watch(".");\n  keep(a);\n}')).toEqual(["a unknown: on some path it is handed to 'keep', which keeps it"]);
  });

  test('one outside the program may keep it', () => {
    expect(owners('declare function use(one: FSWatcher): void;\nexport function f() {\n  const a = watch(".");\n  use(a);\n}')).toEqual(["a unknown: on some path it is handed to 'use', which is not part of the program and may keep it"]);
  });

  test('a function that takes a list and is named after a release releases all of it', () => {
    expect(leaks('function closeAll(...all: FSWatcher[]) {\n  for (const one of all) one.close();\n}\nexport function f() {\n  const a = watch(".");\n  closeAll(a);\n}')).toEqual([]);
  });
});

describe('wrappers', () => {
  test('a class whose teardown releases what it was given takes over', () => {
    expect(leaks('class Tree {\n  constructor(private readonly one: FSWatcher) {}\n  close() {\n    this.one.close();\n  }\n}\nexport function f() {\n  const a = watch(".");\n  return new Tree(a);\n}')).toEqual([]);
  });

  test('a class that only uses it borrows', () => {
    expect(leaks('class Tree {\n  constructor(private readonly one: FSWatcher) {}\n  names() {\n    return this.one.eventNames();\n  }\n}\nexport function f() {\n  const a = watch(".");\n  new Tree(a).names();\n}')).toEqual(["normal certain: 'a' is acquired 9, leaves with 'a' live 11"]);
  });
});

describe('closures', () => {
  test('one that releases discharges where it is called', () => {
    expect(leaks('export function f() {\n  const a = watch(".");\n  const end = () => a.close();\n  if (yes) return;\n  end();\n}')).toEqual(["return certain: 'a' is acquired 3, returns with 'a' live 5"]);
  });

  test('one that releases and is handed on takes it along', () => {
    expect(owners('export function f() {\n  const a = watch(".");\n  process.once("SIGTERM", () => a.close());\n}')).toEqual(["a unknown: on some path it is handed to a callback given to 'process.once'"]);
  });

  test('one that only uses it and is handed on borrows', () => {
    expect(leaks('export function f() {\n  const a = watch(".");\n  process.once("SIGTERM", () => console.log(a));\n}')).toEqual(["normal certain: 'a' is acquired 3, leaves with 'a' live 5"]);
  });

  test('a start in a promise executor is a start', () => {
    expect(leaks('export async function f() {\n  const a = createServer();\n  await new Promise<void>((done) => a.listen(0, done));\n}')).toEqual(["normal certain: 'a' is created 3, 'a' is started 4, leaves with 'a' live 5"]);
  });
});

describe('hand-overs', () => {
  test('return, collections, stacks, using and the release as a value', () => {
    expect(leaks('export function f() {\n  const a = watch(".");\n  return { a };\n}')).toEqual([]);
    expect(leaks('export function f(all: FSWatcher[]) {\n  const a = watch(".");\n  all.push(a);\n}')).toEqual([]);
    expect(leaks('export function f(stack: DisposableStack) {\n  const a = watch(".");\n  stack.defer(() => a.close());\n}')).toEqual([]);
    expect(leaks('declare class Lock { [Symbol.dispose](): void }\nexport function f() {\n  const a = new Lock();\n  using b = a;\n}')).toEqual([]);
    expect(leaks('export function f(hook: (end: () => void) => void) {\n  const a = watch(".");\n  hook(a.close);\n}')).toEqual([]);
  });

  test('a signal at the acquisition, and an end that is awaited', () => {
    expect(storiesOf(`${head}export function f(signal: AbortSignal) {\n  const a = watch(".", { signal });\n}`).resources).toEqual([]);
    expect(leaks('import { once } from "node:events"; import { Worker } from "node:worker_threads";\nexport async function f() {\n  const a = new Worker("w.js");\n  await once(a, "exit");\n}')).toEqual([]);
    expect(leaks('import { once } from "node:events"; import { Worker } from "node:worker_threads";\nexport async function f() {\n  const a = new Worker("w.js");\n  await once(a, "online");\n}')).toEqual(["normal certain: 'a' is acquired 4, leaves with 'a' live 6"]);
  });
});

describe('factories of the program', () => {
  test('what they made is their caller\'s; what they look up is not', () => {
    expect(leaks('function open() {\n  const one = watch(".");\n  return one;\n}\nexport function f() {\n  const a = open();\n}')).toEqual(["normal certain: 'a' is acquired 7, leaves with 'a' live 8"]);
    expect(leaks('function getWatcher() {\n  return watch(".");\n}\nexport function f() {\n  const a = getWatcher();\n}')).toEqual([]);
    expect(leaks('const cache: FSWatcher[] = [];\nfunction open() {\n  const one = watch(".");\n  cache.push(one);\n  return one;\n}\nexport function f() {\n  const a = open();\n}')).toEqual([]);
  });
});
