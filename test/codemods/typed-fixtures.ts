import path from 'node:path';
import { deferToUse } from '../../codemods/defer-to-use/defer-to-use.ts';
import { implementDispose } from '../../codemods/implement-dispose/implement-dispose.ts';
import type { FileMigration, TypedMigration } from '../../codemods/migration.ts';
import { migrateInProject } from '../../codemods/typed/file-changes.ts';
import { openTypedProject, type TypedProject } from '../../codemods/typed/typed-project.ts';
import type { Fixture } from './fixtures.ts';

/** The typed migrations that have golden directories. */
export const typedMigrations: Readonly<Record<string, TypedMigration>> = { 'implement-dispose': implementDispose, 'defer-to-use': deferToUse };

let project: TypedProject | undefined;

/** One program holds every golden directory, opened once. */
export function fixtureProject(): TypedProject {
  return (project ??= openTypedProject(path.join(import.meta.dirname, '../fixtures/tsconfig.typed.json')));
}

/** What the migration makes of a text in place of the input; afterwards the input is back. */
export function migrateTyped(migration: TypedMigration, fixture: Fixture, text: string): FileMigration {
  const file = pathOf(fixture);
  try {
    return migrateInProject(migration, fixtureProject(), file, text, fixture.options);
  } finally {
    setText(file, fixture.input);
  }
}

/** What the compiler says of a text in place of the input. */
export function messagesFor(fixture: Fixture, text: string): readonly string[] {
  setText(pathOf(fixture), text);
  const messages = fixtureProject().messages(pathOf(fixture));
  setText(pathOf(fixture), fixture.input);
  return messages;
}

export function pathOf({ folder, file }: Fixture): string {
  return path.join(folder, file);
}

function setText(file: string, text: string): void {
  fixtureProject().setText(file, text.replace(/^\uFEFF/, ''));
}
