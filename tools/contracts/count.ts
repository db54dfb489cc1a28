/** `npm run contracts:count`: how much the catalogue knows, and how surely. */
import { families } from '../../analysis/contracts/catalogue/index.ts';
import { countsOf } from './counts.ts';

const { types, packages, nodeModules, global, byGrade, sinks, listeners, nonResources, disposable } = countsOf(families);
console.log(`${types} resource types: ${packages} packages, ${nodeModules} modules of Node, ${global} types of the platform`);
console.log(`strongest evidence: ${Object.entries(byGrade).map(([grade, count]) => `${count} ${grade}`).join(', ')}`);
console.log(`${sinks} sinks, ${listeners} kinds of listener, ${nonResources} types known to be none`);
console.log(`${disposable} of the ${types} have a dispose symbol`);
