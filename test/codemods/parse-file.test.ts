import { expect, test } from 'vitest';
import { parseFile } from '../../codemods/text/parse-file.ts';
import { SyntaxProblem } from '../../codemods/text/syntax-problem.ts';

test.each([
  ['a.ts', 'const x = <number>y;'],
  ['a.mts', 'export const x: number = 1;'],
  ['a.cts', 'import x = require("x");'],
  ['a.tsx', 'const x: Y = <b />;'],
  ['a.js', 'const x = <b />;'],
  ['a.jsx', 'const x = <b />;'],
  ['a.mjs', 'export const x = await y;'],
  ['a.cjs', 'return module.exports;'],
  ['a.js', '// @flow\nexport type T = {| +a: ?string |};\n{ using x = y; }'],
  ['a.js', 'export @dec class A {}'],
  ['a.ts', 'export @dec class A { x: number = 1 }'],
  ['a.tsx', 'export @dec class A { x: Y = <b /> }'],
  ['a.ts', 'await using x = y; { using z = y; }'],
  ['a.js', '\uFEFF#!/usr/bin/env node\nx;'],
])('%s: %s', (file, text) => {
  expect(parseFile(file, text).program.type).toBe('Program');
});

test('offsets are those of the text, with tabs, CRLF and a byte order mark in it', () => {
  const text = '\uFEFF\tone;\r\n\ttwo;';
  const [, second] = parseFile('a.js', text).program['body'] as { start: number; end: number }[];
  expect(text.slice(second?.start, second?.end)).toBe('two;');
});

test('a file that does not parse is one sentence with the file and the line', () => {
  expect(() => parseFile('src/a.ts', 'ok;\nlet = ;\n')).toThrow(SyntaxProblem);
  expect(() => parseFile('src/a.ts', 'ok;\nlet = ;\n')).toThrow(/^src\/a\.ts:2 does not parse: [^\n]+$/);
});
