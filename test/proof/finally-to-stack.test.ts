import { describe, expect, test } from 'vitest';
import { fixturesOf } from '../codemods/fixtures.ts';
import { generateProgram } from './generate-program.ts';
import { proveFixture } from './prove-fixture.ts';
import { proveSeed } from './prove-seed.ts';

const changed = fixturesOf('finally-to-stack').filter(({ name, input, output }) => input !== output && name !== 'await-returns');

describe('finally-to-stack behaves the same under injected faults', () => {
  test.each(changed)('$name', async (fixture) => {
    const proof = await proveFixture(fixture);
    expect(proof?.failures).toEqual([]);
    expect(proof?.runs).toBeGreaterThan(0);
  });
});

describe('finally-to-stack behaves the same on generated programs', () => {
  const seeds = Array.from({ length: 500 }, (_, seed) => seed);
  const shares = Array.from({ length: 10 }, (_, share) => ({ share, from: share * 50, to: share * 50 + 49 }));

  test.each(shares)('seeds $from to $to', async ({ share }) => {
    const results = [];
    for (const seed of seeds.slice(share * 50, (share + 1) * 50)) results.push(await proveSeed(seed));
    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
    expect(results.reduce((sum, result) => sum + result.migrated, 0)).toBeGreaterThan(50);
  });

  test('the same seed is the same program, another seed another one', () => {
    expect(generateProgram(7)).toBe(generateProgram(7));
    expect(generateProgram(7)).not.toBe(generateProgram(8));
  });
});
