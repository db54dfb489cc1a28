import { describe, expect, test } from 'vitest';
import { generateTrailing } from './generate-trailing.ts';
import type { SeedResult } from './prove-seed.ts';
import { proveTrailing } from './prove-trailing.ts';

describe('trailing-stop-to-using behaves the same on generated programs, but for stops that it adds', () => {
  const shares = Array.from({ length: 5 }, (_, share) => ({ from: share * 100, to: share * 100 + 99 }));

  test.each(shares)('seeds $from to $to', async ({ from }) => {
    const results: SeedResult[] = [];
    for await (const result of proveTrailing(from, 100)) results.push(result);
    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
    expect(results.reduce((sum, { migrated }) => sum + migrated, 0)).toBeGreaterThan(100);
    expect(results.reduce((sum, { skipped }) => sum + skipped, 0)).toBeGreaterThan(50);
  });

  test('the same seed is the same program, another seed another one', () => {
    expect(generateTrailing(7)).toBe(generateTrailing(7));
    expect(generateTrailing(7)).not.toBe(generateTrailing(8));
  });
});
