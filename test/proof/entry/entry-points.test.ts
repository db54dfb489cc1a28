import { describe, expect, test } from 'vitest';
import type { Difference } from '../../../plans/finally-to-stack/plan.ts';
import { fixturesOf, migrate, type Fixture } from '../../codemods/fixtures.ts';
import { proveEntry, type EntryProof } from './prove-entry.ts';
import { compileEntry } from './run-entry.ts';

const changed = fixturesOf('entrypoint-to-stack').filter(({ input, output }) => input !== output);

function prove(fixture: Fixture, output = fixture.output): Promise<EntryProof> {
  const { file, input, others } = fixture;
  const permitted = new Set<Difference>(migrate(fixture, input).sites.flatMap((site) => (site.outcome === 'migrated' ? site.differences : [])));
  const original = compileEntry(new Map([[file, input], ...others.map((other) => [other.file, other.input] as const)]));
  return proveEntry(original, compileEntry(new Map([[file, output], ...others.map((other) => [other.file, other.output] as const)])), permitted);
}

describe('entry points behave as they may under injected faults and a signal', () => {
  test.each(changed)('$name', async (fixture) => {
    const proof = await prove(fixture);
    expect(proof.failures).toEqual([]);
    expect(proof.runs).toBeGreaterThan(4);
  });
});
