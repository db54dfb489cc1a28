import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCases } from './load.ts';
import { clausesPage } from './table.ts';

writeFileSync(path.join(import.meta.dirname, '../../docs/clauses.md'), clausesPage(await loadCases()));
