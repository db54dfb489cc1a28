import { beforeAll, describe, expect, test } from 'vitest';
import { questions } from '../../rules/index.ts';
import { findingsIn } from './findings.ts';
import { markersIn } from './markers.ts';

const known = new Set(questions.map((question) => `lifecycle/${question.name}`));

describe.each(['before', 'mutants', 'after'] as const)('every rule over %s', (folder) => {
  const marked = markersIn(new URL(`../../examples/execution-platform/${folder}/`, import.meta.url)).flatMap(({ file, line, rules }) =>
    rules.map((rule) => ({ place: `${file}:${line}`, rule })),
  );
  let reported: { place: string; rule: string }[] = [];

  beforeAll(() => {
    reported = findingsIn(folder).map(({ file, line, rule }) => ({ place: `${file}:${line}`, rule }));
  }, 120_000);

  test('reports what is marked', () => {
    const expected = marked.filter(({ rule }) => known.has(rule));

    expect(expected.filter((marker) => !reported.some((finding) => isSame(finding, marker)))).toEqual([]);
  });

  test('reports nothing else', () => {
    // Until the more specific rule of a marked line exists, a general one may speak there.
    const awaiting = new Set(marked.filter(({ rule }) => !known.has(rule)).map(({ place }) => place));
    const unmarked = reported.filter((finding) => !marked.some((marker) => isSame(finding, marker)));

    expect(unmarked.filter(({ place }) => !awaiting.has(place))).toEqual([]);
  });
});

function isSame(a: { place: string; rule: string }, b: { place: string; rule: string }): boolean {
  return a.place === b.place && a.rule === b.rule;
}
