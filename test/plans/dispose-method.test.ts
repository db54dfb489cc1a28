import { describe, expect, test } from 'vitest';
import { orderEdits } from '../../plans/edit.ts';
import { disposeEdits, type DisposeMethod } from '../../plans/implement-dispose/dispose-method.ts';

const asynchronous: DisposeMethod = { stop: 'stop', async: true, implements: false };
const synchronous: DisposeMethod = { ...asynchronous, async: false };

/** The text of a file whose only class begins at `class` and whose last member ends at `▾`, with the method added. */
function added(marked: string, method: DisposeMethod, isField = false, language: 'ts' | 'js' = 'ts'): string {
  const head = language === 'ts' ? { end: 0, interfaces: [] } : undefined;
  const end = marked.indexOf('▾');
  const text = marked.replace('▾', '');
  const body = { start: text.indexOf('{', text.indexOf('class')) + 1, end: text.lastIndexOf('}') };
  const edits = disposeEdits(text, { start: text.indexOf('class'), body, lastMember: end < 0 ? undefined : { end, isField }, head }, method);
  return orderEdits(edits).reduceRight((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

describe('the place', () => {
  test('an empty class', () => {
    expect(added('class A {}', asynchronous)).toBe('class A {\n  async [Symbol.asyncDispose](): Promise<void> {\n    await this.stop();\n  }\n}');
  });

  test('a class on one line stays on it', () => {
    expect(added('class A { stop() {}▾ }\n', synchronous)).toBe('class A { stop() {} [Symbol.dispose](): void { this.stop(); } }\n');
  });

  test('behind the comments that follow the last member', () => {
    expect(added('class A {\n  stop() {}▾ // done\n  /* end */\n}', synchronous)).toBe('class A {\n  stop() {} // done\n  /* end */\n\n  [Symbol.dispose](): void {\n    this.stop();\n  }\n}');
  });

  test('a nested class is indented as its members are', () => {
    expect(added('const a = [\n    class {\n        stop() {}▾\n    },\n];', synchronous)).toBe('const a = [\n    class {\n        stop() {}\n\n        [Symbol.dispose](): void {\n            this.stop();\n        }\n    },\n];');
  });
});

describe('the style', () => {
  test('tabs and carriage returns', () => {
    expect(added('class A {\r\n\tstop() {\r\n\t\tend();\r\n\t}▾\r\n}\r\n', synchronous)).toBe('class A {\r\n\tstop() {\r\n\t\tend();\r\n\t}\r\n\r\n\t[Symbol.dispose](): void {\r\n\t\tthis.stop();\r\n\t}\r\n}\r\n');
  });

  test('JavaScript has no types', () => {
    expect(added('class A {\n  stop() {}▾\n}', asynchronous, false, 'js')).toContain('async [Symbol.asyncDispose]() {');
  });

  test('statements without semicolons', () => {
    expect(added('class A {\n  stop() {\n    end()\n  }▾\n}', synchronous)).toContain('    this.stop()\n');
  });
});

describe('a field without a semicolon', () => {
  test('gets one in front of a bracket, which would go on with its value', () => {
    expect(added('class A {\n  last = 1▾\n}', synchronous, true)).toContain('  last = 1;\n\n  [Symbol.dispose]');
  });

  test('stays as it is in front of `async`', () => {
    expect(added('class A {\n  last = 1▾\n}', asynchronous, true)).toContain('  last = 1\n\n  async [Symbol.asyncDispose]');
  });

  test('gets one on a line of its own class', () => {
    expect(added('class A { last = 1▾ }', asynchronous, true)).toContain('{ last = 1; async [Symbol.asyncDispose]');
  });

  test('with a semicolon needs no other', () => {
    expect(added('class A {\n  last = 1;▾\n}', synchronous, true)).toContain('  last = 1;\n\n  [Symbol.dispose]');
  });
});

/** The head of a class without members that implements the marked interfaces. */
function headed(head: string, ...interfaces: readonly string[]): string {
  const text = `${head} {\n}\n`;
  const ranges = interfaces.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length }));
  const site = { start: 0, body: { start: text.indexOf('{') + 1, end: text.indexOf('}') }, lastMember: undefined, head: { end: head.length, interfaces: ranges } };
  const [edit] = disposeEdits(text, site, { ...asynchronous, implements: true });
  return `${text.slice(0, edit?.start)}${edit?.text}${text.slice(edit?.end, text.indexOf(' {'))}`;
}

describe('the interface', () => {
  test('becomes a clause behind the head', () => {
    expect(headed('class A<T> extends B<T>')).toBe('class A<T> extends B<T> implements AsyncDisposable');
  });

  test('joins the others, separated as they are', () => {
    expect(headed('class A implements B', 'B')).toBe('class A implements B, AsyncDisposable');
    expect(headed('class A\n  implements Bee,\n    Cee', 'Bee', 'Cee')).toBe('class A\n  implements Bee,\n    Cee,\n    AsyncDisposable');
  });

  test('leaves a comment between the others alone', () => {
    expect(headed('class A implements Bee, /* why */ Cee', 'Bee', 'Cee')).toBe('class A implements Bee, /* why */ Cee, AsyncDisposable');
  });
});
