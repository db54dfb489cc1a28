import type { Difference } from '../../../plans/finally-to-stack/plan.ts';
import { migrate, type Fixture } from '../../codemods/fixtures.ts';
import { proveEntry, type EntryProof } from './prove-entry.ts';
import { compileEntry } from './run-entry.ts';

/** Proves a golden directory of entrypoint-to-stack, or a text in place of its output. */
export function proveEntryFixture(fixture: Fixture, output = fixture.output): Promise<EntryProof> {
  const { file, input, others } = fixture;
  const permitted = new Set<Difference>(migrate(fixture, input).sites.flatMap((site) => (site.outcome === 'migrated' ? site.differences : [])));
  const original = compileEntry(new Map([[file, input], ...others.map((other) => [other.file, other.input] as const)]));
  return proveEntry(original, compileEntry(new Map([[file, output], ...others.map((other) => [other.file, other.output] as const)])), permitted);
}
