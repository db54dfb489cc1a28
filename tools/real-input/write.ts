// `npm run real-input -- [<repository> <folder> <path…>]`: counts what `lifecycle migrate all` makes of paths of a checked-out repository (reads only) and writes the tables of
// docs/codemods/real-input.md. With `--details <folder>` it also writes what would change, and every site.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isProblem } from '../../cli/migrate/outcome.ts';
import { printDiff } from '../../cli/migrate/print-diff.ts';
import { countPaths, sitesOf } from './count.ts';
import { pageFile, readRows, storeRows } from './data.ts';
import { withTables } from './tables.ts';

/** File systems take 255 characters, the extension among them. */
const longestName = 200;

const { values, positionals: [repository, folder, ...paths] } = parseArgs({ allowPositionals: true, options: { details: { type: 'string' } } });
const details = values.details && path.resolve(values.details);
if (repository && folder) await count(repository, folder, paths.length > 0 ? paths : ['.']);
writeFileSync(pageFile, withTables(readFileSync(pageFile, 'utf8'), readRows()));

async function count(name: string, at: string, parts: readonly string[]): Promise<void> {
  process.chdir(at);
  const { rows, outcomes } = await countPaths(name, parts);
  storeRows(rows);
  for (const { sentence } of outcomes.filter(isProblem)) console.error(sentence);
  if (!details) return;
  const file = path.join(details, `${name}--${parts.join('+').replaceAll('/', '-').slice(0, longestName)}`);
  writeFileSync(`${file}.diff`, printDiff(outcomes));
  writeFileSync(`${file}.json`, `${JSON.stringify(sitesOf(outcomes), undefined, 1)}\n`);
}
