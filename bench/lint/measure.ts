// One configuration in a process of its own, so that memory and the checker's laziness are its own: prints one line of JSON.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { processor, wall, type Spent } from './clocked-rules.ts';
import { ProjectLinter, sourceFiles } from './project.ts';

/** What a child process is asked to do. */
export interface Task {
  tsconfig: string;
  rules: readonly string[];
  /** How many edited files are linted again, one after the other, in the warm program. */
  relint?: number;
}

/** What it answers. */
export interface Measured {
  files: number;
  findings: number;
  /** Milliseconds of the processor for each rule. */
  spent: Record<string, number>;
  /** The whole run, parsing and program included. */
  whole: number;
  peakMegabytes: number;
  /** Milliseconds of each rule for each file that was linted again. */
  relint: { file: string; spent: Record<string, number> }[];
}

const task = JSON.parse(process.argv[2]!) as Task;
process.stdout.write(`${JSON.stringify(measure(task))}\n`);
process.exit();

function measure({ tsconfig, rules, relint }: Task): Measured {
  const files = sourceFiles(tsconfig);
  const spent: Spent = new Map();
  const clock = relint === undefined ? processor : wall;
  const begun = processor();
  const project = new ProjectLinter(path.dirname(tsconfig), rules, spent, clock);
  const findings = files.reduce((count, file) => count + project.lint(file), 0);
  const once = Object.fromEntries(spent);
  return {
    files: files.length,
    findings,
    spent: once,
    whole: processor() - begun,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    relint: relint === undefined ? [] : lintAgain(project, spent, spread(files, relint)),
  };
}

/** Each file with one statement more: the program is a new one, all its other files are those of before. */
function lintAgain(project: ProjectLinter, spent: Spent, files: readonly string[]): Measured['relint'] {
  return files.map((file) => {
    const text = readFileSync(file, 'utf8');
    spent.clear();
    project.lint(file, `${text}\nconst editedInTheBench = 1;\n`);
    const edited = Object.fromEntries(spent);
    project.lint(file, text);
    return { file, spent: edited };
  });
}

/** So many of a list, evenly spread. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]!);
}
