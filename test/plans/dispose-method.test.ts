import { describe, expect, test } from 'vitest';
import { orderEdits } from '../../plans/edit.ts';
import { addDisposeMethod, type DisposeMethod } from '../../plans/implement-dispose/dispose-method.ts';

const asynchronous: DisposeMethod = { stop: 'stop', async: true, typed: true };
const synchronous: DisposeMethod = { ...asynchronous, async: false };

/** The text of a file whose only class begins at `class` and whose last member ends at `▾`, with the method added. */
function added(marked: string, method: DisposeMethod, isField = false): string {
  const end = marked.indexOf('▾');
  const text = marked.replace('▾', '');
  const body = { start: text.indexOf('{', text.indexOf('class')) + 1, end: text.lastIndexOf('}') };
  const edits = addDisposeMethod(text, { start: text.indexOf('class'), body, lastMember: end < 0 ? undefined : { end, isField } }, method);
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
    expect(added('class A {\n  stop() {}▾\n}', { ...asynchronous, typed: false })).toContain('async [Symbol.asyncDispose]() {');
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
