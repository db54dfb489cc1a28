// Writes the tables of reasons into docs/codemods/README.md: `npm run docs:migrations`.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withReasons } from './reasons-table.ts';

const page = path.join(import.meta.dirname, '../../docs/codemods/README.md');
writeFileSync(page, withReasons(readFileSync(page, 'utf8')));
