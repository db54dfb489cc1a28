import ts from 'typescript';
import { pointsOf, World, type Fault } from '../env.ts';
import { Host, ProcessEnded } from './host.ts';

/** What a run of an entry point shows, up to the end of its process. */
export interface EntryRun {
  readonly trace: readonly string[];
  readonly points: World['points'];
  /** All that the errors carry which the program has caught. */
  readonly caught: readonly string[];
  readonly end: { readonly kind: 'returned' | 'waiting' | 'exited' } | { readonly kind: 'threw'; readonly carries: readonly string[] };
  readonly exitCode: number;
  /** Listeners and timers that it has left behind. */
  readonly left: number;
}

/** The text of a module and those it imports, each compiled for the engine that the proofs run on. */
export type EntryProgram = ReadonlyMap<string, string>;

const hasStacks = process.versions.node.localeCompare('24', undefined, { numeric: true }) >= 0;
if (!hasStacks) await import('disposablestack/auto');

/** @param files the main file first */
export function compileEntry(files: ReadonlyMap<string, string>): EntryProgram {
  return new Map([...files].map(([file, text]) => [file, lowered(file, text)]));
}

export function lowered(file: string, text: string): string {
  const target = hasStacks ? ts.ScriptTarget.ESNext : ts.ScriptTarget.ES2022;
  return ts.transpileModule(text, { fileName: file, compilerOptions: { target, module: ts.ModuleKind.CommonJS } }).outputText;
}

const AsyncFunction = (async () => {}).constructor as new (...input: string[]) => (...input: unknown[]) => Promise<unknown>;

/** Runs an entry point: when nothing moves any more it gets one SIGTERM, as it does when it does not come to rest. An error that comes out has ended the process. */
export async function runEntry(program: EntryProgram, faults: readonly Fault[]): Promise<EntryRun> {
  const world = new World(faults);
  let ended = Infinity;
  const host = new Host(() => (ended = world.trace.length));
  let end = { kind: 'waiting' } as EntryRun['end'];
  void evaluate(program, world.env, host.globals).then(
    () => (end = host.exited === undefined ? { kind: 'returned' } : { kind: 'exited' }),
    (error: unknown) => (end = error instanceof ProcessEnded ? { kind: 'exited' } : { kind: 'threw', carries: pointsOf(error) }),
  );
  await rest(world, host);
  if (host.listens && host.exited === undefined && end.kind !== 'threw') host.signal('SIGTERM');
  await rest(world, host, mostTurns);
  const exitCode = end.kind === 'threw' ? 1 : host.exitCode;
  return { trace: world.trace.slice(0, ended), points: world.points, caught: world.caught.flat(), end: host.exited === undefined ? end : { kind: 'exited' }, exitCode, left: host.left };
}

const mostTurns = 400;
const turnsOfRest = 8;

/** Until nothing has happened for some turns of the event loop; a program that never comes to rest is left at work. */
async function rest(world: World, host: Host, most = 60): Promise<void> {
  for (let still = 0, turns = 0, before = -1; still < turnsOfRest && turns < most && host.exited === undefined; turns++) {
    await new Promise((resolve) => setImmediate(resolve));
    still = world.trace.length === before ? still + 1 : 0;
    before = world.trace.length;
  }
}

async function evaluate(program: EntryProgram, env: World['env'], globals: Readonly<Record<string, unknown>>): Promise<unknown> {
  const [[file, code] = ['', '']] = program;
  const names = ['exports', 'require', 'env', ...Object.keys(globals)];
  const load = (specifier: string): object => {
    const exported = {};
    const found = [...program].find(([name]) => name.replace(/\.[jt]s$/, '') === specifier.replace(/^\.\//, '').replace(/\.[jt]s$/, ''));
    new Function(...names, found?.[1] ?? '')(exported, load, env, ...Object.values(globals));
    return exported;
  };
  const exported: { run?: (given: World['env']) => unknown } = {};
  await new AsyncFunction(...names, code)(exported, load, env, ...Object.values(globals));
  return file === '' ? undefined : exported.run?.(env);
}

