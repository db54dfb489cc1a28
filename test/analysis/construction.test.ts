import { describe, expect, test } from 'vitest';
import type { ConstructionWork } from '../../analysis/class-story.ts';
import { storiesOf } from './harness.ts';

/** What the last class of a piece of code begins, one line a start: `kind what (grade) at line`. */
function begun(code: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  return works(code, files).map(({ kind, what, grade, at }) => `${kind} ${what} (${grade}) at ${lineOf(at)}`);
}

function works(code: string, files: Readonly<Record<string, string>> = {}): readonly ConstructionWork[] {
  return storiesOf(code, { files }).classes.at(-1)!.construction;
}

function lineOf(node: ConstructionWork['at']): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

describe('what runs during construction', () => {
  test('field initializers, default values of parameters, the body: in the order of the members', () => {
    const code = `class A {
      constructor(timer = setInterval(() => {}, 1)) {
        setInterval(() => {}, 2);
      }
      field = setInterval(() => {}, 3);
    }`;
    expect(begun(code)).toEqual(['timer setInterval() (certain) at 2', 'timer setInterval() (certain) at 3', 'timer setInterval() (certain) at 5']);
  });

  test('not: static members, static blocks, functions that are only kept, getters', () => {
    const code = `class A {
      static timer = setInterval(() => {}, 1);
      static {
        setInterval(() => {}, 2);
      }
      arm = () => setInterval(() => {}, 3);
      get timer() {
        return setInterval(() => {}, 4);
      }
    }`;
    expect(begun(code)).toEqual([]);
  });

  test('a cycle of calls ends, and its start is found once', () => {
    const code = `class A {
      constructor() {
        this.ping();
      }
      ping(): void {
        this.pong();
      }
      pong(): void {
        this.ping();
        setInterval(() => {}, 1);
      }
    }`;
    expect(begun(code)).toEqual(['timer setInterval() (certain) at 3']);
  });

  test('the start stands in its own file, and the chain leads to it', () => {
    const [work] = works(
      `import { poll } from './poll.ts';
       class A {
         timer = poll();
       }`,
      { 'poll.ts': 'export function poll() {\n  return setInterval(() => {}, 1);\n}' },
    );
    expect(work!.inner.getSourceFile().fileName).toMatch(/poll\.ts$/);
    expect(work!.chain.map(({ note }) => note)).toEqual(['poll() is called']);
  });
});

describe('methods that subclasses fill in', () => {
  const base = 'export class Source {\n  constructor() {\n    this.open();\n  }\n  protected open(): void {}\n}';

  test('through a generic base, an alias of the import and a class between', () => {
    const files = {
      'between.ts': `import { Source as Root } from './file.ts';\nexport class Between<T> extends Root { value?: T; }`,
      'leaf.ts': `import * as between from './between.ts';\nclass Leaf extends between.Between<string> { protected override open(): void { setInterval(() => {}, 1); } }`,
    };
    expect(works(base, files).map(({ chain }) => chain.map(({ note }) => note))).toEqual([['this.open() is called', "'Leaf' fills it in"]]);
  });

  test('a class of the same name that extends something else fills in nothing', () => {
    const files = { 'other.ts': `class Source {}\nclass Leaf extends Source { open(): void { setInterval(() => {}, 1); } }` };
    expect(begun(base, files)).toEqual([]);
  });

  test('a private method cannot be filled in', () => {
    const code = `class Source {
      constructor() {
        this.#open();
      }
      #open(): void {}
    }`;
    expect(begun(code, { 'leaf.ts': `class Leaf { open(): void { setInterval(() => {}, 1); } }` })).toEqual([]);
  });
});

describe('whose an emitter is', () => {
  const listening = (of: string, around = '') => `import { EventEmitter } from 'node:events';
${around}
class A {
  ${of}
}`;

  test.each([
    ['its own, destructured', "bus = new EventEmitter(); constructor() { const { bus } = this; bus.on('x', () => {}); }", []],
    ['a local one', "constructor() { const bus = new EventEmitter(); bus.on('x', () => {}); }", []],
    ['one that a factory makes', "constructor(deps: { createBus(): EventEmitter }) { const bus = deps.createBus(); bus.on('x', () => {}); }", []],
    ['of an injected object', "constructor(private deps: { bus: EventEmitter }) { this.deps.bus.on('x', () => {}); } dispose() {}", ['listener this.deps.bus.on() (certain) at 4']],
    ['of an injected object, in a class that nobody ends', "constructor(private deps: { bus: EventEmitter }) { this.deps.bus.on('x', () => {}); }", ['listener this.deps.bus.on() (likely) at 4']],
    ['sometimes its own', "bus; constructor(bus?: EventEmitter) { this.bus = bus ?? new EventEmitter(); this.bus.on('x', () => {}); } dispose() {}", ['listener this.bus.on() (certain) at 4']],
  ])('%s', (_, of, expected) => {
    expect(begun(listening(of))).toEqual(expected);
  });

  test('of the module', () => {
    expect(begun(listening("constructor() { bus.on('x', () => {}); }", 'const bus = new EventEmitter();'))).toEqual(['listener bus.on() (certain) at 4']);
  });

  test('an object of another class listens to what it made itself', () => {
    const helper = "class Feed { bus = new EventEmitter(); attach() { this.bus.on('x', () => {}); } }";
    expect(begun(listening('constructor(feed: Feed) { feed.attach(); }', helper))).toEqual([]);
  });
});

describe('promises', () => {
  test.each([
    ['dropped', 'constructor() { this.load(); }', 'certain'],
    ['dropped behind a condition', 'constructor(now: boolean) { now && this.load(); }', 'certain'],
    ['handled', 'constructor() { this.load().catch(() => {}); }', 'likely'],
    ['handled, though it goes on for ever', 'constructor() { this.poll().catch(() => {}); } async poll() { while (true) await this.load(); }', 'certain'],
    ['kept and used by nobody', '#loaded = this.load();', 'certain'],
    ['kept and handed out', 'loaded = this.load();', 'likely'],
    ['kept through Promise.all, awaited by a method', '#loaded = Promise.all([this.load()]); async get() { await this.#loaded; }', 'likely'],
  ])('%s', (_, member, grade) => {
    const code = `class A {
      ${member}
      async load(): Promise<void> {
        await fetch('https://example.com');
      }
    }`;
    expect(works(code).map((work) => work.grade)).toEqual([grade]);
  });

  test.each([
    ['returns at once', 'async load() {}'],
    ['awaits a value', 'async load() { await 1; }'],
    ['awaits a settled promise', 'async load() { await Promise.resolve(); }'],
    ['awaits itself', 'async load(): Promise<void> { await this.load(); }'],
    ['waits until somebody calls', '#go = () => {}; load() { return new Promise<void>((resolve) => { this.#go = resolve; }); }'],
  ])('of a function that %s are no work', (_, load) => {
    expect(begun(`class A { constructor() { void this.load(); } ${load} }`)).toEqual([]);
  });

  test.each([
    ['pauses', 'likely', 'async load() { await new Promise((resolve) => setTimeout(resolve, 100)); }'],
    ['reads by callback', 'likely', "load() { return new Promise((resolve) => readFile('a', resolve)); }"],
    ['begins without waiting', 'certain', "async load() { fetch('https://example.com'); }"],
  ])('of a function that %s are %s', (_, grade, load) => {
    expect(begun(`import { readFile } from 'node:fs';\nclass A { constructor() { void this.load(); } ${load} }`)).toEqual([`promise this.load() (${grade}) at 2`]);
  });
});
