import { describe, expect, test } from 'vitest';
import { reasons } from '../../plans/reasons.ts';
import { fixturesOf, migrate, siteLines } from './fixtures.ts';

const fixtures = fixturesOf('finally-to-stack');

describe.each(fixtures)('finally-to-stack: $name', (fixture) => {
  const result = migrate(fixture, fixture.input);

  test('gives the golden output', () => {
    expect(result.text).toBe(fixture.output);
  });

  test('says of every site what became of it', () => {
    expect(siteLines(result)).toBe(fixture.sites);
  });

  test('changes nothing when it runs again', () => {
    expect(migrate(fixture, result.text).edits).toEqual([]);
  });

  test('keeps every comment', () => {
    for (const comment of fixture.input.match(/\/\/[^\n\r]*|\/\*[^]*?\*\//g) ?? []) expect(result.text).toContain(comment.trim());
  });
});

test('the golden directories show every reason that a single file can show', () => {
  const shown = new Set(fixtures.flatMap(({ sites }) => [...sites.matchAll(/\((.+)\)/g)].map(([, reason]) => reason)));
  const notInOneFile = ['does-not-reparse', 'file-changed', 'adds-diagnostic', 'not-selected'];
  const withTypes = ['not-a-plain-release', 'acquired-elsewhere', 'variable-may-be-empty', 'order-not-reverse', 'dispose-differs', 'dispose-guarded', 'dispose-lossy'];
  expect(Object.keys(reasons).filter((reason) => !shown.has(reason)).sort()).toEqual([...notInOneFile, ...withTypes].sort());
});
