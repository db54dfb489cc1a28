import ts from 'typescript';
import { pointOf, pointsOf, World, type Fault } from './env.ts';

/** What a run of a program shows to the world. */
export interface Observation {
  readonly trace: readonly string[];
  readonly points: World['points'];
  readonly caught: World['caught'];
  readonly outcome: { readonly returned: string } | { readonly threw: string; readonly carries: readonly string[] };
}

export type Program = (env: World['env']) => unknown;

const hasStacks = process.versions.node.localeCompare('24', undefined, { numeric: true }) >= 0;
if (!hasStacks) await import('disposablestack/auto');

/** Where the programs run: natively, or lowered by TypeScript with a polyfill of the stacks. */
export const engine = hasStacks ? `Node ${process.versions.node}, native` : `Node ${process.versions.node}, lowered by TypeScript ${ts.version}, polyfill`;

/** Compiles the text of a module that exports `run`. */
export function compile(file: string, text: string): Program {
  const exported: { run?: Program } = {};
  const timers = new Timers();
  evaluate(file, text, exported, timers);
  const { run } = exported;
  if (!run) throw new Error(`${file} exports no function 'run'`);
  return (env) => {
    timers.env = env;
    return run(env);
  };
}

/** Intervals of a program: armed and cleared in the trace, and never run. One run at a time. */
class Timers {
  env: World['env'] | undefined;
  readonly set = () => this.env?.openSync('timer');
  readonly clear = (timer: { close(): unknown } | undefined) => void timer?.close();
}

function evaluate(file: string, text: string, exported: object, timers: Timers): void {
  if (!hasStacks) return lowered(file, text, ts.ScriptTarget.ES2022)(exported, timers.set, timers.clear);
  let native;
  try {
    native = lowered(file, text, ts.ScriptTarget.ESNext);
  } catch {
    native = lowered(file, text, ts.ScriptTarget.ES2022);
  }
  native(exported, timers.set, timers.clear);
}

/** Throws a SyntaxError when this engine does not know the syntax (decorators, on every Node so far). */
function lowered(file: string, text: string, target: ts.ScriptTarget): (exported: object, set: Timers['set'], clear: Timers['clear']) => void {
  const { outputText } = ts.transpileModule(text.replace(/^\uFEFF?#!.*/, ''), { fileName: file.replace(/\.[cm]js$/, '.js'), compilerOptions: { target, module: ts.ModuleKind.CommonJS, jsx: ts.JsxEmit.React } });
  return new Function('exports', 'setInterval', 'clearInterval', outputText) as ReturnType<typeof lowered>;
}

/** Runs a program once and writes down everything that can be observed. */
export async function observe(program: Program, faults: readonly Fault[], salt = 0): Promise<Observation> {
  const world = new World(faults, salt);
  const outcome = await outcomeOf(program, world);
  await world.settle();
  return { trace: world.trace, points: world.points, caught: world.caught, outcome };
}

async function outcomeOf(program: Program, { env }: World): Promise<Observation['outcome']> {
  try {
    return { returned: JSON.stringify(await program(env)) ?? 'undefined' };
  } catch (error) {
    return { threw: pointOf(error), carries: pointsOf(error) };
  }
}
