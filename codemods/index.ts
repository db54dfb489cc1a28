import type { FileLocalMigration } from './migration.ts';

/** A migration as `lifecycle migrate` lists it; its code is loaded only when it runs. */
export interface RegisteredMigration {
  readonly name: string;
  readonly summary: string;
  /** The edited code constructs `DisposableStack` or `AsyncDisposableStack`. */
  readonly needsStack: boolean;
  readonly load: () => Promise<FileLocalMigration>;
}

/** Every migration, in the order in which `all` runs them. */
export const migrations: readonly RegisteredMigration[] = [
  {
    name: 'finally-to-stack',
    summary: 'try … finally that releases things becomes a scope that owns a stack',
    needsStack: true,
    load: async () => (await import('./finally-to-stack/migrate-file.ts')).finallyToStack,
  },
];
