/** `npm run contracts:check`: the catalogue against the real typings and the probes. Prints a table and exits 1 on drift. */
import { families } from '../../analysis/contracts/catalogue/index.ts';
import { checkFamilies } from './check-typings.ts';
import { entriesOf, unchecked } from './packages.ts';
import { table } from './table.ts';
import { typingsOf } from './typings-program.ts';

const typings = typingsOf(entriesOf(families));
const { drifts, claims } = checkFamilies(typings, families);
if (drifts.length > 0) console.log(table(['family', 'subject', 'stated', 'found'], drifts.map((drift) => [drift.family, drift.subject, drift.claim, drift.found.slice(0, 100)])));
console.log(`Not checked: ${Object.entries(unchecked).map(([name, why]) => `${name} (${why})`).join(', ')}`);
console.log(`${claims} claims checked against typings, ${drifts.length} drifted`);
process.exitCode = drifts.length > 0 ? 1 : 0;
