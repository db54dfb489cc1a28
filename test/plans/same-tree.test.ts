import { parseForESLint } from '@typescript-eslint/parser';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../codemods/text/apply-edits.ts';
import { parseFile } from '../../codemods/text/parse-file.ts';
import { findSites } from '../../plans/finally-to-stack/find-sites.ts';
import { planFile } from '../../plans/finally-to-stack/plan.ts';
import type { Node, ParsedFile } from '../../plans/syntax/node.ts';
import { fixturesOf } from '../codemods/fixtures.ts';

/** What a linter hands to a rule's suggestion. */
function parsedByLinter(text: string, jsx: boolean): ParsedFile {
  const program = parseForESLint(text, { ecmaFeatures: { jsx } }).ast;
  const comments = program.comments?.map(({ type, range: [start, end] }) => ({ kind: type === 'Line' ? ('line' as const) : ('block' as const), start, end })) ?? [];
  return { text, program: program as unknown as Node, comments, language: 'ts' };
}

/** A linter keeps the byte order mark out of its text, and reads no JavaScript as TypeScript. */
const fixtures = fixturesOf('finally-to-stack').filter(({ file, input }) => /\.[cm]?tsx?$/.test(file) && !input.startsWith('\uFEFF'));

describe('the plan is the same on the tree of the transform and on the tree of a linter', () => {
  test.each(fixtures)('$name', ({ file, input, options }) => {
    const transformed = planFile(findSites(parseFile(file, input)), options);
    const suggested = planFile(findSites(parsedByLinter(input, file.endsWith('x'))), options);
    expect(applyEdits(input, suggested.edits)).toBe(applyEdits(input, transformed.edits));
    expect(suggested.sites.map(({ site: _site, ...verdict }) => verdict)).toEqual(transformed.sites.map(({ site: _site, ...verdict }) => verdict));
  });
});
