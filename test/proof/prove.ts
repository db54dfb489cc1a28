// `npm run prove -- finally-to-stack [fixture…]`, or `all`: proves the golden directories of a migration by execution under injected faults.
import { fixturesOf, migrationsWithFixtures, type Fixture } from '../codemods/fixtures.ts';
import { proveEntryFixture } from './entry/prove-entry-fixture.ts';
import { engine } from './program.ts';
import { proveFixture } from './prove-fixture.ts';
import type { Proof } from './prove-program.ts';

const [migration, ...names] = process.argv.slice(2);
if (!migration) throw new Error('Name a migration: npm run prove -- finally-to-stack [fixture…], or all');

console.log(engine);
const totals = { fixtures: 0, runs: 0, wrapped: 0, isolated: 0, failures: 0 };
for (const fixture of (migration === 'all' ? migrationsWithFixtures() : [migration]).flatMap(fixturesOf).filter(({ name }) => names.length === 0 || names.includes(name))) {
  const proof = await proofOf(fixture);
  if (!proof) continue;
  totals.fixtures++;
  totals.runs += proof.runs;
  totals.wrapped += proof.wrapped;
  totals.isolated += proof.isolated;
  totals.failures += proof.failures.length;
  console.log(`${fixture.migration}/${fixture.name}: ${proof.runs} runs, ${proof.failures.length} differences (${proof.wrapped} with SuppressedError, ${proof.isolated} with isolated stops)`);
  for (const failure of proof.failures.slice(0, 5)) console.log(`  ${failure}`);
}
console.log(`${totals.fixtures} fixtures, ${totals.runs} pairs of runs, ${totals.failures} differences beyond ${totals.wrapped} SuppressedErrors and ${totals.isolated} isolated stops`);
process.exitCode = totals.failures > 0 ? 1 : 0;

/** An entry point waits for a signal, which the proof has to send. */
async function proofOf(fixture: Fixture): Promise<Omit<Proof, 'failures'> & { readonly failures: readonly string[] } | undefined> {
  if (fixture.migration !== 'entrypoint-to-stack') return proveFixture(fixture);
  return fixture.input === fixture.output ? undefined : { wrapped: 0, isolated: 0, ...(await proveEntryFixture(fixture)) };
}
