import type { TypedMigration } from '../migration.ts';
import { fileTypes } from './file-types.ts';
import { migrateText, trigger } from './migrate-file.ts';

/** `try … finally` that releases things → a scope that owns each of them, as far as the program proves it. */
export const finallyToStackTyped: TypedMigration = {
  engine: 'typed',
  trigger,
  affects: 'file',
  migrateFile: (stories, options) => migrateText(stories.sourceFile.fileName, stories.sourceFile.text, options, fileTypes(stories)),
};
