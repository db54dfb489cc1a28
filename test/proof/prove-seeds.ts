// `npm run prove:nightly` or `npm run prove:seeds -- <count> [first]`: proves generated programs.
import { engine } from './program.ts';
import { proveSeed } from './prove-seed.ts';

const count = Number(process.argv[2] ?? 500);
const first = Number(process.argv[3] ?? 0);
const totals = { migrated: 0, skipped: 0, runs: 0, wrapped: 0, isolated: 0, failures: 0 };

console.log(`${engine}; seeds ${first} to ${first + count - 1}`);
for (let seed = first; seed < first + count; seed++) {
  const result = await proveSeed(seed);
  totals.migrated += result.migrated;
  totals.skipped += result.skipped;
  totals.runs += result.runs;
  totals.wrapped += result.wrapped;
  totals.isolated += result.isolated;
  totals.failures += result.failures.length;
  for (const failure of result.failures.slice(0, 2)) console.log(failure);
}
console.log(`${count} programs, ${totals.migrated} sites migrated, ${totals.skipped} skipped, ${totals.runs} pairs of runs, ${totals.failures} failures beyond ${totals.wrapped} SuppressedErrors and ${totals.isolated} isolated stops`);
process.exitCode = totals.failures > 0 ? 1 : 0;
