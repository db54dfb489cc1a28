import { createRequire } from 'node:module';
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

/** Compiles the text of a module that exports `run`, with the modules that it imports, by the names of their files. */
export function compile(file: string, text: string, others: ReadonlyMap<string, string> = new Map()): Program {
  const timers = new Timers();
  const modules = new Modules(new Map([...others, [file, text]]), timers);
  const { run } = modules.exportsOf(file) as { run?: Program };
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

/** The packages that a program may import. */
const packages: Readonly<Record<string, object>> = { awilix: createRequire(import.meta.url)('awilix') as object };

/** The modules of a program, each evaluated when it is first asked for. */
class Modules {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #timers: Timers;
  readonly #evaluated = new Map<string, object>();

  constructor(texts: ReadonlyMap<string, string>, timers: Timers) {
    this.#texts = texts;
    this.#timers = timers;
  }

  exportsOf(file: string): object {
    const known = this.#evaluated.get(file);
    if (known) return known;
    const exported = {};
    this.#evaluated.set(file, exported);
    evaluatorOf(file, this.#texts.get(file)!)(exported, (specifier) => packages[specifier] ?? this.exportsOf(this.#fileOf(specifier)), this.#timers.set, this.#timers.clear);
    return exported;
  }

  #fileOf(specifier: string): string {
    const name = specifier.replace(/^\.\//, '');
    const file = [...this.#texts.keys()].find((one) => one === name || one.replace(/\.[cm]?[jt]sx?$/, '') === name.replace(/\.[cm]?js$/, ''));
    if (!file) throw new Error(`the program has no module '${specifier}'`);
    return file;
  }
}

type Evaluator = (exported: object, require: (specifier: string) => object, set: Timers['set'], clear: Timers['clear']) => void;

function evaluatorOf(file: string, text: string): Evaluator {
  if (!hasStacks) return lowered(file, text, ts.ScriptTarget.ES2022);
  try {
    return lowered(file, text, ts.ScriptTarget.ESNext);
  } catch {
    return lowered(file, text, ts.ScriptTarget.ES2022);
  }
}

/** Throws a SyntaxError when this engine does not know the syntax (decorators, on every Node so far). */
function lowered(file: string, text: string, target: ts.ScriptTarget): Evaluator {
  const { outputText } = ts.transpileModule(text.replace(/^\uFEFF?#!.*/, ''), { fileName: file.replace(/\.[cm]js$/, '.js'), compilerOptions: { target, module: ts.ModuleKind.CommonJS, jsx: ts.JsxEmit.React } });
  return new Function('exports', 'require', 'setInterval', 'clearInterval', outputText) as Evaluator;
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
