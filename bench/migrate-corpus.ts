// `npm run bench:migrate -- [--typed [--runs 3]] <folder…>`: what finally-to-stack makes of checked-out repositories by text, or what the typed migrations take (bench/README.md). Reads only.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { BadInput } from '../cli/failure.ts';
import { typedProjects } from '../cli/migrate/typed-projects.ts';
import { finallyToStack } from '../codemods/finally-to-stack/migrate-file.ts';
import { extensions, parseFile } from '../codemods/text/parse-file.ts';
import { defaultPlanOptions } from '../plans/finally-to-stack/options.ts';
import { countOf, readArguments } from './arguments.ts';
import { printTyped } from './migrate/typed.ts';

interface Count {
  files: number;
  edited: number;
  unparsed: string[];
  migrated: Map<string, number>;
  limits: Map<string, number>;
  skipped: Map<string, number>;
  notIdempotent: string[];
  notReparsed: string[];
  scanned: { bytes: number; milliseconds: number };
  triggered: { milliseconds: number };
  /** Parsing every file, and nothing else. */
  parsing: number;
}

const options = { typed: { type: 'boolean' }, runs: { type: 'string', default: '3' } } as const;
const { folders, typed, runs } = await readArguments({ allowPositionals: true, options }, async ({ values, positionals }) => ({
  folders: await checked(positionals, values.typed),
  typed: values.typed,
  runs: countOf('--runs', values.runs),
}));
const repositories: { name: string; count: Count }[] = [];
if (typed) printTyped(folders, runs);
else await printUntyped(folders);

async function checked(folders: readonly string[], typed = false): Promise<readonly string[]> {
  if (folders.length === 0) throw new BadInput('Name a folder: npm run bench:migrate -- <folder…>.');
  for (const folder of folders) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new BadInput(`There is no folder '${folder}'.`);
    if (typed && (await typedProjects([folder])).configs.length === 0) throw new BadInput(`No tsconfig.json covers a file of '${folder}'.`);
  }
  return folders;
}

async function printUntyped(folders: readonly string[]): Promise<void> {
  for (const folder of folders) repositories.push({ name: path.basename(folder), count: await countRepository(folder) });
  print('Sites', ['migrated', 'flat', 'structural', 'skipped', 'files edited', 'files that do not parse'], ({ migrated, skipped, edited, unparsed }) => [
    sum(migrated), migrated.get('flat') ?? 0, migrated.get('structural') ?? 0, sum(skipped), edited, unparsed.length,
  ]);
  printKeys('Why not flat', ({ limits }) => limits);
  printKeys('Why skipped', ({ skipped }) => skipped);
  print('Speed', ['reading and testing files without a trigger, MB/s per core', 'whole run / parsing every file'], ({ scanned, triggered, parsing }) => [
    Math.round(scanned.bytes / 1e3 / scanned.milliseconds), ((scanned.milliseconds + triggered.milliseconds) / parsing).toFixed(2),
  ]);
  for (const { name, count } of repositories) {
    for (const file of count.unparsed) console.log(`${name}: ${file}`);
    for (const file of [...count.notIdempotent, ...count.notReparsed]) console.log(`${name}: BROKEN ${file}`);
    if (count.notIdempotent.length + count.notReparsed.length > 0) process.exitCode = 1;
  }
}

async function countRepository(folder: string): Promise<Count> {
  const count: Count = {
    files: 0, edited: 0, unparsed: [], migrated: new Map(), limits: new Map(), skipped: new Map(), notIdempotent: [], notReparsed: [],
    scanned: { bytes: 0, milliseconds: 0 }, triggered: { milliseconds: 0 }, parsing: 0,
  };
  const files = await glob(`**/*{${extensions.join(',')}}`, { cwd: folder, ignore: ['**/node_modules/**', '**/dist/**', '**/*.d.{ts,mts,cts}'] });
  for (const file of files.sort()) countFile(folder, file, count);
  return count;
}

function countFile(folder: string, file: string, count: Count): void {
  const started = cpu();
  const text = readOr(path.join(folder, file));
  if (text === undefined) return;
  count.files++;
  const triggered = finallyToStack.trigger.test(text);
  const scan = cpu() - started;
  const parsing = timed(() => parses(file, text));
  count.parsing += parsing.milliseconds;
  if (!triggered) {
    count.scanned.milliseconds += scan;
    count.scanned.bytes += text.length;
    return;
  }
  if (parsing.result !== undefined) return void count.unparsed.push(parsing.result);
  const run = timed(() => finallyToStack.migrateFile(file, text, defaultPlanOptions));
  count.triggered.milliseconds += run.milliseconds;
  const { sites, edits, text: after } = run.result;
  for (const site of sites) {
    if (site.outcome === 'skipped') add(count.skipped, site.reason);
    else add(count.migrated, site.level);
    if (site.outcome === 'migrated' && site.level === 'structural' && site.limit) add(count.limits, site.limit);
  }
  if (sites.some((site) => site.outcome === 'skipped' && site.reason === 'does-not-reparse')) count.notReparsed.push(file);
  if (edits.length === 0) return;
  count.edited++;
  if (finallyToStack.migrateFile(file, after, defaultPlanOptions).edits.length > 0) count.notIdempotent.push(file);
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parses(file: string, text: string): string | undefined {
  try {
    parseFile(file, text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function timed<T>(run: () => T): { result: T; milliseconds: number } {
  const started = cpu();
  const result = run();
  return { result, milliseconds: cpu() - started };
}

/** Time of the processor, which other work on the machine does not change. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, number) => total + number, 0);
}

function printKeys(title: string, counts: (count: Count) => ReadonlyMap<string, number>): void {
  const keys = [...new Set(repositories.flatMap(({ count }) => [...counts(count).keys()]))].sort();
  print(title, keys, (count) => keys.map((key) => counts(count).get(key) ?? 0));
}

function print(title: string, columns: readonly string[], row: (count: Count) => readonly (number | string)[]): void {
  console.log(`\n### ${title}\n\n| repository | files | ${columns.join(' | ')} |\n|---|--:|${columns.map(() => '--:').join('|')}|`);
  for (const { name, count } of repositories) console.log(`| ${name} | ${count.files} | ${row(count).join(' | ')} |`);
}
