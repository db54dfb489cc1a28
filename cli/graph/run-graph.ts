import type { Question } from '../../rules/question.ts';
import { BadInput } from '../failure.ts';
import { ruleChoice } from '../scan/asked-rules.ts';
import { sentencesOf } from '../scan/problem-sentences.ts';
import type { Surroundings } from '../scan/run-scan.ts';
import { scan } from '../scan/scan.ts';
import { dot } from './formats/dot.ts';
import { html } from './formats/html.ts';
import { json } from './formats/json.ts';
import { mermaid } from './formats/mermaid.ts';
import { svg } from './formats/svg.ts';
import { type Entry, graphOf, type LifecycleGraph } from './graph.ts';
import { type Unit, unitsOf } from './units.ts';

/** The options of `lifecycle graph`, as typed. */
export interface GraphOptions {
  readonly format: string;
  /** False for `--no-config`. */
  readonly config: boolean;
  readonly preset?: string;
  readonly entry?: readonly string[];
}

const formats: Readonly<Record<string, (graph: LifecycleGraph, cwd: string) => string>> = { mermaid, dot, json, svg, html };

/** `lifecycle graph`: prints who owns whom; 0 when it could, 1 when some file could not be read, 2 when the request was bad. */
export async function runGraph(paths: readonly string[], options: GraphOptions, questions: readonly Question[], here: Surroundings): Promise<number> {
  const format = Object.hasOwn(formats, options.format) ? formats[options.format] : undefined;
  if (!format) throw new BadInput(`there is no format '${options.format}' (${Object.keys(formats).join(', ')})`);
  const choice = ruleChoice(questions, options.preset, []);
  const units: Unit[] = [];
  const visit = (stories: Parameters<typeof unitsOf>[0]) => void units.push(...unitsOf(stories));
  const result = await scan({ cwd: here.cwd, paths, choice, config: options.config ? undefined : false, progress: here.progress, visit }, questions).finally(() => here.progress.clear());
  for (const sentence of [...sentencesOf(result.problems, here.cwd), ...result.warnings]) here.err(`lifecycle: ${sentence}\n`);
  if (result.problems.some((problem) => problem.of === 'request')) return 2;
  here.out(format(only(graphOf(units, result.findings), options.entry ?? []), here.cwd));
  return result.problems.length > 0 ? 1 : 0;
}

/** The entries of these names, with or without parentheses; all of them when none is named. */
function only(graph: LifecycleGraph, names: readonly string[]): LifecycleGraph {
  const isNamed = ({ name }: Entry, wanted: string) => name === wanted || name === `${wanted}()`;
  const unknown = names.find((wanted) => !graph.entries.some((entry) => isNamed(entry, wanted)));
  if (unknown !== undefined) throw new BadInput(`there is no entry '${unknown}' (${[...new Set(graph.entries.map(({ name }) => name))].join(', ')})`);
  return names.length === 0 ? graph : { ...graph, entries: graph.entries.filter((entry) => names.some((wanted) => isNamed(entry, wanted))) };
}
