import type { Difference } from '../../plans/finally-to-stack/plan.ts';
import { migrate, type Fixture } from '../codemods/fixtures.ts';
import { compile } from './program.ts';
import { proveProgram, type Proof } from './prove-program.ts';

/**
 * Proves a golden directory; undefined when the migration leaves it alone, when it awaits a returned promise and so changes the order on purpose, or when the
 * program is about a package, which the harness has none of.
 */
export async function proveFixture(fixture: Fixture): Promise<Proof | undefined> {
  const { file, input, others } = fixture;
  const result = migrate(fixture, input);
  const all = [result, ...result.others.values()];
  const permitted = new Set<Difference>(all.flatMap(({ sites }) => sites).flatMap((site) => (site.outcome === 'migrated' ? site.differences : [])));
  if (all.every(({ edits }) => edits.length === 0) || permitted.has('returns-awaited') || usesPackage(fixture)) return undefined;
  const before = compile(file, input, new Map(others.map((other) => [other.file, other.input])));
  const after = compile(file, result.text, new Map([...result.others].map(([other, { text }]) => [other, text])));
  return proveProgram(before, after, { permitted, salts: [0] });
}

/** Whether a golden program imports something that is neither a file of its directory nor a package that the harness has. */
export function usesPackage({ input, others }: Fixture): boolean {
  return [input, ...others.map((other) => other.input)].some((text) => /^import (?!.*'(?:\.\/input-|awilix'))/m.test(text));
}
