import { atLeast, type Level } from '../plans/finally-to-stack/level.ts';
import type { FileLocalMigration, TypedMigration } from './migration.ts';

/** A migration as `lifecycle migrate` lists it; its code is loaded only when it runs. At least one front end. */
export interface RegisteredMigration {
  readonly name: string;
  readonly summary: string;
  /** What the edited code needs of its runtime and of `lib`: the stack classes, or the dispose symbols alone. */
  readonly needs: 'stacks' | 'symbols' | 'nothing';
  /** The front end for files without types: those of no tsconfig, or all when there is no typed one. */
  readonly load?: () => Promise<FileLocalMigration>;
  /** The front end for the files of a tsconfig, from a level on that only it reaches. */
  readonly typed?: { readonly from: Level; readonly load: () => Promise<TypedMigration> };
}

/** Every migration, in the order in which `all` runs them. */
export const migrations: readonly RegisteredMigration[] = [
  {
    name: 'implement-dispose',
    summary: 'a class that can be stopped gains the dispose method that delegates to its stop',
    needs: 'symbols',
    typed: { from: 'structural', load: async () => (await import('./implement-dispose/implement-dispose.ts')).implementDispose },
  },
  {
    name: 'constructor-to-start',
    summary: 'work that begins in a constructor moves to an async start(), which is awaited behind every construction',
    needs: 'nothing',
    typed: { from: 'structural', load: async () => (await import('./constructor-to-start/constructor-to-start.ts')).constructorToStart },
  },
  {
    name: 'provider-to-unstarted',
    summary: 'providers of a container hand out what is not started; the scope that owns the container starts it, on its stack',
    needs: 'stacks',
    typed: { from: 'structural', load: async () => (await import('./provider-to-unstarted/provider-to-unstarted.ts')).providerToUnstarted },
  },
  {
    name: 'fields-to-stack',
    summary: 'fields that a start begins and a stop releases one by one become those of a stack, which a failing start rolls back',
    needs: 'stacks',
    typed: { from: 'structural', load: async () => (await import('./fields-to-stack/fields-to-stack.ts')).fieldsToStack },
  },
  {
    name: 'finally-to-stack',
    summary: 'try … finally that releases things becomes a scope that owns a stack',
    needs: 'stacks',
    load: async () => (await import('./finally-to-stack/migrate-file.ts')).finallyToStack,
    typed: { from: 'scoped', load: async () => (await import('./finally-to-stack/typed.ts')).finallyToStackTyped },
  },
  {
    name: 'entrypoint-to-stack',
    summary: 'a runner with signal handlers and scattered stops owns one stack, which ends when the signal has come',
    needs: 'stacks',
    typed: { from: 'structural', load: async () => (await import('./entrypoint-to-stack/entrypoint-to-stack.ts')).entrypointToStack },
  },
  {
    name: 'trailing-stop-to-using',
    summary: 'a resource that is stopped only where nothing fails becomes one of a scope, which stops it on every exit',
    needs: 'stacks',
    typed: { from: 'structural', load: async () => (await import('./trailing-stop-to-using/trailing-stop-to-using.ts')).trailingStopToUsing },
  },
  {
    name: 'await-stop',
    summary: 'a stop whose promise is dropped is awaited, and so are the functions that become async for it',
    needs: 'nothing',
    typed: { from: 'structural', load: async () => (await import('./await-stop/await-stop.ts')).awaitStop },
  },
  {
    name: 'defer-to-use',
    summary: 'stack.defer(() => x.stop()) becomes stack.use(x) once the dispose of x is exactly that stop',
    needs: 'nothing',
    typed: { from: 'structural', load: async () => (await import('./defer-to-use/defer-to-use.ts')).deferToUse },
  },
];

/** Whether a run at this level asks the typed front end. */
export function asksTypes({ typed }: RegisteredMigration, level: Level): boolean {
  return typed !== undefined && atLeast(level, typed.from);
}
