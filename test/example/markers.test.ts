import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bugs } from '../../examples/execution-platform/tools/bugs.ts';
import { readmeWithTable } from '../../examples/execution-platform/tools/bug-table.ts';
import { markersIn, markersOf } from './markers.ts';

const example = new URL('../../examples/execution-platform/', import.meta.url);

describe('the form of a marker', () => {
  test('a bug with its rules, at the end of the reported line', () => {
    expect(markersOf('let a;\nb(); // BUG B3: lifecycle/no-start-in-constructor, lifecycle/require-owned-disposal', 'a.ts')).toEqual([
      { file: 'a.ts', line: 2, bug: 'B3', rules: ['lifecycle/no-start-in-constructor', 'lifecycle/require-owned-disposal'] },
    ]);
  });

  test('a finding that was not planted, beside a bug', () => {
    expect(markersOf('a(); // BUG B15: lifecycle/require-reverse-stop-order // FINDING: lifecycle/require-isolated-stops', 'a.ts')).toEqual([
      { file: 'a.ts', line: 1, bug: 'B15', rules: ['lifecycle/require-reverse-stop-order'] },
      { file: 'a.ts', line: 1, bug: undefined, rules: ['lifecycle/require-isolated-stops'] },
    ]);
  });

  test.each(['// BUG B3 lifecycle/require-disposal', '// BUG: lifecycle/require-disposal', '// FINDING: require-disposal', '// FINDING: lifecycle/require-disposal, too'])(
    'what only looks like a marker is an error: %s',
    (comment) => {
      expect(() => markersOf(`a(); ${comment}`, 'a.ts')).toThrow(`a.ts:1: not a marker: a(); ${comment}`);
    },
  );
});

test('every planted bug has a marker: B20 in a mutant, the others in before', () => {
  const planted = new Set(markersIn(new URL('before/', example)).map((marker) => marker.bug));
  const mutants = new Set(markersIn(new URL('mutants/', example)).map((marker) => marker.bug));

  expect(Object.keys(bugs).filter((bug) => !planted.has(bug))).toEqual(['B20']);
  expect(mutants).toContain('B20');
});

test('after has no markers', () => {
  expect(markersIn(new URL('after/', example))).toEqual([]);
});

test('the table in the README says what the markers say', () => {
  expect(readFileSync(new URL('README.md', example), 'utf8')).toBe(readmeWithTable());
});
