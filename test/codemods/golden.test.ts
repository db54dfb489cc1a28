import { describe, expect, test } from 'vitest';
import { reasons } from '../../plans/reasons.ts';
import { fixturesOf, migrate, migrationsWithFixtures, siteLines } from './fixtures.ts';

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

test('the golden directories of all migrations show every reason that a single file can show', () => {
  const all = migrationsWithFixtures().flatMap((migration) => fixturesOf(migration));
  const shown = new Set(all.flatMap(({ sites }) => [...sites.matchAll(/\((.+)\)/g)].map(([, reason]) => reason)));
  const notInOneFile = ['does-not-reparse', 'edits-elsewhere-refused', 'file-changed', 'adds-diagnostic', 'not-selected'];
  expect(Object.keys(reasons).filter((reason) => !shown.has(reason)).sort()).toEqual(notInOneFile.sort());
});
