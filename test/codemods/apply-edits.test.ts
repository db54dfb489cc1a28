import { expect, test } from 'vitest';
import { applyEdits } from '../../codemods/text/apply-edits.ts';

test('edits of one batch refer to the original text', () => {
  expect(applyEdits('one two three', [{ start: 8, end: 13, text: 'drei' }, { start: 0, end: 3, text: 'eins' }, { start: 4, end: 4, text: 'und ' }])).toBe('eins und two drei');
});

test('an insertion goes between an edit that ends and one that begins at the same place', () => {
  expect(applyEdits('abcd', [{ start: 0, end: 2, text: 'X' }, { start: 2, end: 2, text: '-' }, { start: 2, end: 4, text: 'Y' }])).toBe('X-Y');
});

test('edits that overlap are refused', () => {
  expect(() => applyEdits('abcd', [{ start: 0, end: 3, text: '' }, { start: 2, end: 4, text: '' }])).toThrow('edits overlap at offset 2');
});

test('line ends, tabs, a byte order mark and astral characters outside the edits stay', () => {
  expect(applyEdits('\uFEFFa\r\n\t😀\u2028b', [{ start: 1, end: 2, text: 'c' }])).toBe('\uFEFFc\r\n\t😀\u2028b');
});
