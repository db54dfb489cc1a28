// `npm run prove:nightly` or `npm run prove:seeds -- <count> [first]`: proves generated programs of each migration that has a generator.
import { engine } from './program.ts';
import { proveSeed, type SeedResult } from './prove-seed.ts';
import { proveTrailing } from './prove-trailing.ts';

const count = Number(process.argv[2] ?? 500);
const first = Number(process.argv[3] ?? 0);

console.log(`${engine}; seeds ${first} to ${first + count - 1}`);
await summarize('finally-to-stack', proveFinally());
await summarize('trailing-stop-to-using', proveTrailing(first, count));

async function* proveFinally(): AsyncGenerator<SeedResult> {
  for (let seed = first; seed < first + count; seed++) yield await proveSeed(seed);
}

async function summarize(migration: string, results: AsyncIterable<SeedResult>): Promise<void> {
  const totals = { migrated: 0, reordered: 0, skipped: 0, runs: 0, wrapped: 0, isolated: 0, failures: 0 };
  for await (const { failures, ...counts } of results) {
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) totals[key] += counts[key];
    totals.failures += failures.length;
    for (const failure of failures.slice(0, 2)) console.log(failure);
  }
  const { migrated, reordered, skipped, runs, wrapped, isolated, failures } = totals;
  const fixed = reordered > 0 ? ` (${reordered} with --fix-order)` : '';
  console.log(`${migration}: ${count} programs, ${migrated} sites migrated${fixed}, ${skipped} skipped, ${runs} pairs of runs, ${failures} failures beyond ${wrapped} SuppressedErrors and ${isolated} runs with added or isolated stops`);
  if (failures > 0) process.exitCode = 1;
}
