import { describe, expect, test } from 'vitest';
import { finallyToStack } from '../../codemods/finally-to-stack/migrate-file.ts';
import { finallyToStackTyped } from '../../codemods/finally-to-stack/typed.ts';
import { fixturesOf } from './fixtures.ts';
import { migrateTyped } from './typed-fixtures.ts';

/** Types give a variable without one its type; everything else is decided by the text alone. */
const sameInBoth = fixturesOf('finally-to-stack').filter(({ file, sites }) => file.endsWith('.ts') && !sites.includes('implicit-any-capture'));
const [place] = fixturesOf('finally-to-stack-typed');

describe.each(['structural', 'flat'] as const)('both front ends write the same text at level %s', (level) => {
  test.each(sameInBoth)('$name', ({ file, input, options }) => {
    const capped = { ...options, level };
    const typed = migrateTyped(finallyToStackTyped, { ...place!, options: capped }, input);
    const untyped = finallyToStack.migrateFile(file, input, capped);
    expect(typed.text).toBe(untyped.text);
    expect(typed.sites.map((site) => (site.outcome === 'migrated' ? site.level : site.reason))).toEqual(untyped.sites.map((site) => (site.outcome === 'migrated' ? site.level : site.reason)));
  });
});
