/** `npm run contracts:check`: the catalogue against the real typings and the probes. Prints a table and exits 1 on drift. */
import { families } from '../../analysis/contracts/catalogue/index.ts';
import { checkFamilies } from './check-typings.ts';
import { packagesOf } from './packages.ts';
import { table } from './table.ts';
import { typingsOf } from './typings-program.ts';

const typings = typingsOf([...packagesOf(families)]);
const { drifts, claims } = checkFamilies(typings, families);
if (typings.missing.size > 0) console.log(`Not installed or without typings: ${[...typings.missing].join(', ')}`);
if (drifts.length > 0) console.log(table(['family', 'subject', 'stated', 'found'], drifts.map((drift) => [drift.family, drift.subject, drift.claim, drift.found])));
console.log(`${claims} claims checked against typings, ${drifts.length} drifted`);
process.exitCode = drifts.length > 0 ? 1 : 0;
