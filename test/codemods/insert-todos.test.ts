import { expect, test } from 'vitest';
import { applyEdits } from '../../codemods/text/apply-edits.ts';
import { todoEdits } from '../../codemods/text/insert-todos.ts';

const words = 'TODO(lifecycle m): the finally block does more than release';

function todos(text: string, line: number, column: number): string {
  return applyEdits(text, todoEdits(text, 'm', [{ line, column, outcome: 'skipped', reason: 'finally-does-more' }]));
}

test('a comment line in the indentation and with the line end of the file', () => {
  expect(todos('{\r\n\ttry {}\r\n}', 2, 2)).toBe(`{\r\n\t// ${words}\r\n\ttry {}\r\n}`);
});

test('a comment in front of a statement that does not begin its line', () => {
  expect(todos('if (x) try {}', 1, 8)).toBe(`if (x) /* ${words} */ try {}`);
});

test.each([
  [`{\n  // ${words}\n  try {}\n}`, 3, 3],
  [`if (x) /* ${words} */ try {}`, 1, 8 + words.length + 7],
])('never twice: %j', (text, line, column) => {
  expect(todos(text, line, column)).toBe(text);
});

test('sites that were migrated or not selected get none', () => {
  expect(todoEdits('try {}', 'm', [{ line: 1, column: 1, outcome: 'skipped', reason: 'not-selected' }])).toEqual([]);
});
