import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrations } from '../../codemods/index.ts';
import type { Measured, Task } from './measure.ts';

/** What one typed migration takes beside a type check of the same files. */
export interface TypedRow {
  readonly migration: string;
  readonly migrated: number;
  /** Of the wall clock. */
  readonly wallRatio: number;
  /** Of the time of the processor, which other work on the machine does not change. */
  readonly processorRatio: number;
  readonly peakMegabytes: number;
}

const child = fileURLToPath(new URL('measure.ts', import.meta.url));

/** What a type check and the typed migrations took in one folder. */
interface TypedFigures {
  readonly check: Measured;
  readonly rows: readonly TypedRow[];
}

const typedNames = migrations.filter(({ typed }) => typed).map(({ name }) => name);

/** Prints a table for every folder. */
export function printTyped(folders: readonly string[], runs: number): void {
  for (const folder of folders) {
    const { check, rows } = measureTyped(folder, runs);
    console.log(`\n### ${path.basename(path.resolve(folder))}, ${check.files} files, type check ${Math.round(check.peakMegabytes)} MB\n`);
    console.log('| migration | sites migrated | wall clock / type check | processor / type check | peak memory, MB |\n|---|--:|--:|--:|--:|');
    for (const row of rows) console.log(lineOf(row));
  }
}

/** Each typed migration, run several times by turns with the type check, the fastest run of each. */
export function measureTyped(folder: string, runs: number, names: readonly string[] = typedNames): TypedFigures {
  const measured = Array.from({ length: runs }, () => ['type-check', ...names].map((migration) => [migration, inChild({ folder: path.resolve(folder), migration })] as const)).flat();
  const of = (name: string): Measured[] => measured.filter(([migration]) => migration === name).map(([, result]) => result);
  const check = fastest(of('type-check'));
  return { check, rows: names.map((name) => rowOf(name, fastest(of(name)), check)) };
}

/** The least of each figure of several runs. */
function fastest(runs: readonly Measured[]): Measured {
  const least = (figure: (run: Measured) => number): number => Math.min(...runs.map(figure));
  return { ...runs[0]!, wall: least(({ wall }) => wall), processor: least((run) => run.processor), peakMegabytes: least(({ peakMegabytes }) => peakMegabytes) };
}

function rowOf(migration: string, run: Measured, check: Measured): TypedRow {
  return { migration, migrated: run.migrated, wallRatio: run.wall / check.wall, processorRatio: run.processor / check.processor, peakMegabytes: run.peakMegabytes };
}

function lineOf({ migration, migrated, wallRatio, processorRatio, peakMegabytes }: TypedRow): string {
  return `| \`${migration}\` | ${migrated} | ${wallRatio.toFixed(2)} | ${processorRatio.toFixed(2)} | ${Math.round(peakMegabytes)} |`;
}

function inChild(task: Task): Measured {
  const output = execFileSync(process.execPath, ['--import', import.meta.resolve('tsx'), child, JSON.stringify(task)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e9 });
  return JSON.parse(output.trim().split('\n').at(-1)!) as Measured;
}
