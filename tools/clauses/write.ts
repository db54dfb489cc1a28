import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCases } from './load.ts';
import { clausesPage, openClauses } from './table.ts';

const sets = await loadCases();
writeFileSync(path.join(import.meta.dirname, '../../docs/clauses.md'), clausesPage(sets));

for (const { set, cases } of sets) {
  const open = openClauses(set, cases);
  console.log(`${set.rule}: ${Object.keys(set.clauses).length - open.length} of ${Object.keys(set.clauses).length} clauses have both cases${open.length > 0 ? `; not ${open.join(', ')}` : ''}`);
}
