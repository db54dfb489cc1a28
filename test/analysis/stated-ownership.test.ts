import { describe, expect, test } from 'vitest';
import { storiesOf } from './harness.ts';
import { leaksOf, ownersOf } from './in-words.ts';

const head = `import { watch, type FSWatcher } from 'node:fs';
`;
/** What is proven; a call of a function that nobody sees may always throw. */
const leaks = (code: string, files = {}) => leaksOf(storiesOf(head + code, { files })).filter((leak) => leak.includes(' certain:'));
const owners = (code: string, files = {}) => ownersOf(storiesOf(head + code, { files }));
const borrowed = (code: string, files = {}) => storiesOf(head + code, { files }).borrowedReleases.map(({ name, from }) => `${name} ${from}`);

const live = ["normal certain: 'a' is acquired 4, leaves with 'a' live 4"];
const calls = "export function f() { const a = watch('.'); use(a); }";

describe('a parameter', () => {
  test('that is taken over is handed over, one that is borrowed is not', () => {
    expect(owners(`/** @owns one */\ndeclare function use(one: FSWatcher): void;\n${calls}`)).toEqual(["a unknown: on some path it is handed to 'use', whose JSDoc says that it takes it over"]);
    expect(leaks(`/** @borrows one */\ndeclare function use(one: FSWatcher): void;\n${calls}`)).toEqual(live);
  });

  test('may have a description after its name, and the tag may stand at the parameter itself', () => {
    expect(leaks(`/** Looks. @see use\n * @borrows one - it only looks */ declare function use(one: FSWatcher): void;\n${calls}`)).toEqual(live);
    expect(leaks(`\ndeclare function use(/** @borrows */ one: FSWatcher): void;\n${calls}`)).toEqual(live);
  });

  test("that nothing names is decided as ever; JSDoc's own tag copies a description", () => {
    for (const tag of ['@borrows two', '@borrows one as other', '@borrows', '@borrowsone', 'Never @borrows one']) {
      expect(leaks(`/** ${tag} */\ndeclare function use(one: FSWatcher): void;\n${calls}`)).toEqual([]);
    }
  });

  test('counts against what the body does', () => {
    expect(leaks(`/** @borrows one */\nfunction use(one: FSWatcher) { one.close(); }\n${calls}`)).toEqual(live);
    expect(leaks(`/** @owns one */\nfunction use(one: FSWatcher) { one.eventNames(); }\nexport function f() { const a = watch('.'); use(a); }`)).toEqual(["normal certain: 'one' is handed over 3, leaves with 'one' live 3"]);
  });

  test('of a variable, a property, an overload or a type of functions', () => {
    for (const declared of [
      '/** @borrows one */\nexport const use = (one: FSWatcher) => one.close();',
      'type Use =\n/** @borrows one */ (one: FSWatcher) => void; declare const use: Use;',
      '/** @borrows one */ declare function use(one: FSWatcher): void;\ndeclare function use(one: string): void;',
      '/** @borrows one */\nfunction use(one: FSWatcher): void; function use(one: string): void; function use(one: FSWatcher | string) { if (typeof one !== "string") one.close(); }',
    ]) {
      expect(leaks(`${declared}\n${calls}`)).toEqual(live);
    }
    expect(leaks("declare const tools: {\n/** @borrows one */ use: (one: FSWatcher) => void };\nexport function f() { const a = watch('.'); tools.use(a); }")).toEqual(live);
  });

  test('of an interface counts for the methods that implement it', () => {
    const files = { 'given.d.ts': 'import { type FSWatcher } from "node:fs";\nexport interface Tools { /** @borrows one */ use(one: FSWatcher): void }' };
    const code = "class Mine implements Tools { use(one: FSWatcher) { one.close(); } }\nexport function f() { const a = watch('.'); new Mine().use(a); }";
    expect(leaks(`import { type Tools } from './given';\n${code}`, files)).toEqual(live);
    expect(leaks(`interface Tools { use(one: FSWatcher): void }\n${code}`, files)).toEqual([]);
  });

  test('a property of an object is named with a dot, or has the tag itself', () => {
    const use = "export function f() { const a = watch('.'); use({ one: a }); }";
    expect(leaks(`/** @borrows options.one */\ndeclare function use(options: { one: FSWatcher }): void;\n${use}`)).toEqual(live);
    expect(leaks(`/** @borrows one */\nfunction use({ one }: { one: FSWatcher }) { one.close(); }\n${use}`)).toEqual(live);
    expect(leaks(`interface Options { /** @borrows */ one: FSWatcher }\ndeclare function use(options: Options): void;\n${use}`)).toEqual(live);
    expect(leaks(`/** @borrows options.two */\ndeclare function use(options: { one: FSWatcher }): void;\n${use}`)).toEqual([]);
  });

  test('of a constructor: the class takes it over, whoever makes it', () => {
    const open = 'export const open = (one: FSWatcher) => new Tree(one);';
    const tree = (tag: string) => `${open}\nexport class Tree { constructor(${tag} private readonly one: FSWatcher) {} close() { this.one.close(); } }`;
    expect(borrowed(tree(''))).toEqual(['this.one field']);
    expect(borrowed(tree('/** @owns */'))).toEqual([]);
    expect(borrowed(`${open}\nexport class Tree { /** @owns one */\n constructor(private readonly one: FSWatcher) {} close() { this.one.close(); } }`)).toEqual([]);
    expect(borrowed(`${open}\nexport class Tree { /** @owns */ readonly #one: FSWatcher; constructor(one: FSWatcher) { this.#one = one; } close() { this.#one.close(); } }`)).toEqual([]);
  });

  test('of a constructor: borrowed, even where every site makes one for it', () => {
    const tree = (tag: string) => `export class Tree { constructor(${tag} private readonly one: FSWatcher) {} close() { this.one.close(); } }\nexport const tree = new Tree(watch("."));`;
    expect(borrowed(tree(''))).toEqual([]);
    expect(borrowed(tree('/** @borrows */'))).toEqual(['this.one field']);
  });
});

describe('a returned value', () => {
  const files = {
    'given.d.ts': `import { type FSWatcher } from "node:fs";
/** @owns */
export function getWatcher(): FSWatcher;
/** @borrows - the rest of the program uses it */
export function shared(): FSWatcher;
export interface Source {
  /** @owns */
  current(): Promise<FSWatcher>;
  /** @borrows */
  readonly lent: () => FSWatcher;
}
`,
  };
  const given = "import { getWatcher as get, shared, type Source } from './given';\n";

  test('that the caller owns has to be released, also under another name and from a look-up', () => {
    expect(leaks(`${given}export function f() { const a = get(); }`, files)).toEqual(["normal certain: 'a' is acquired 3, leaves with 'a' live 3"]);
    expect(leaks(`${given}export async function f(s: Source) { const a = await s.current(); }`, files)).toEqual(["normal certain: 'a' is acquired 3, leaves with 'a' live 3"]);
    expect(leaks(`${given}export function f() { const a = get(); a.close(); }`, files)).toEqual([]);
  });

  test('that stays where it is has to be left alone', () => {
    expect(borrowed(`${given}export function f() { const a = shared(); a.close(); }`, files)).toEqual(['a function']);
    expect(borrowed(`${given}export function f(s: Source) { s.lent().close(); }`, files)).toEqual(['s.lent() function']);
    expect(borrowed(`${given}export function f() { const a = get(); a.close(); }`, files)).toEqual([]);
  });

  test('that a body makes stays there when it says so', () => {
    const f = 'export function f() { const a = make(); }';
    expect(leaks(`\nfunction make() { return watch("."); }\n${f}`)).toEqual(live);
    expect(leaks(`/** @borrows */\nfunction make() { return watch("."); }\n${f}`)).toEqual([]);
  });
});
