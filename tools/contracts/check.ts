/** `npm run contracts:check`: the catalogue against the real typings and the probes. Prints a table and exits 1 on drift. */
import { families } from '../../analysis/contracts/catalogue/index.ts';
import { checkProbes } from './check-probes.ts';
import { checkPrograms } from './check-programs.ts';
import { checkFamilies } from './check-typings.ts';
import { entriesOf, unchecked } from './packages.ts';
import { table } from './table.ts';
import { typingsOf } from './typings-program.ts';

const typings = checkFamilies(typingsOf(entriesOf(families)), families);
const probes = checkProbes(families);
const programs = checkPrograms();
const drifts = [...typings.drifts, ...probes.drifts, ...programs.drifts];
const rows = drifts.map((drift) => [drift.family, drift.subject, drift.claim, drift.found.slice(0, 100)]);
if (drifts.length > 0) console.log(`${table(['family', 'subject', 'stated', 'found'], rows)}\n`);
console.log(`Not checked: ${Object.entries(unchecked).map(([name, why]) => `${name} (${why})`).join(', ')}`);
console.log(`${typings.claims} claims checked against typings, ${typings.drifts.length} drifted`);
console.log(`${probes.claims} claims checked by probes, ${probes.drifts.length} drifted`);
console.log(`${programs.claims} programs read with real typings, ${programs.drifts.length} drifted`);
process.exitCode = drifts.length > 0 ? 1 : 0;
