import type { Difference } from '../../plans/finally-to-stack/plan.ts';
import { migrate, type Fixture } from '../codemods/fixtures.ts';
import { compile } from './program.ts';
import { proveProgram, type Proof } from './prove-program.ts';

/**
 * Proves a golden directory; undefined when the migration leaves it alone, when it awaits a returned promise and so changes the order on purpose, or when the
 * program is about a package, which the harness has none of.
 */
export async function proveFixture(fixture: Fixture): Promise<Proof | undefined> {
  const { text, edits, sites } = migrate(fixture, fixture.input);
  const permitted = new Set<Difference>(sites.flatMap((site) => (site.outcome === 'migrated' ? site.differences : [])));
  if (edits.length === 0 || permitted.has('returns-awaited') || /^import /m.test(fixture.input)) return undefined;
  return proveProgram(compile(fixture.file, fixture.input), compile(fixture.file, text), { permitted, salts: [0] });
}
