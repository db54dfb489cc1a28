/** Writes the tables of docs/precision.md from docs/precision/: `npm run precision:tables`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pageFile, readLabels, readRepositories, readUnseen, unseenSets } from './data.ts';
import { withTables } from './page.ts';

writeFileSync(pageFile, withTables(readFileSync(pageFile, 'utf8'), readRepositories(), readLabels(), unseenSets.map(readUnseen)));
