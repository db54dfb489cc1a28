import path from 'node:path';
import type { FileStories } from '../../analysis/index.ts';
import { awaitStop } from '../../codemods/await-stop/await-stop.ts';
import { constructorToStart } from '../../codemods/constructor-to-start/constructor-to-start.ts';
import { deferToUse } from '../../codemods/defer-to-use/defer-to-use.ts';
import { entrypointToStack } from '../../codemods/entrypoint-to-stack/entrypoint-to-stack.ts';
import { fieldsToStack } from '../../codemods/fields-to-stack/fields-to-stack.ts';
import { finallyToStackTyped } from '../../codemods/finally-to-stack/typed.ts';
import { implementDispose } from '../../codemods/implement-dispose/implement-dispose.ts';
import type { FileMigration, TypedMigration } from '../../codemods/migration.ts';
import { migrateInProject } from '../../codemods/typed/file-changes.ts';
import { openTypedProject, type TypedProject } from '../../codemods/typed/typed-project.ts';
import { providerToUnstarted } from '../../codemods/provider-to-unstarted/provider-to-unstarted.ts';
import { trailingStopToUsing } from '../../codemods/trailing-stop-to-using/trailing-stop-to-using.ts';
import type { Fixture, FixtureMigration } from './fixtures.ts';

/** The typed migrations that have golden directories. */
export const typedMigrations: Readonly<Record<string, TypedMigration>> = {
  'implement-dispose': implementDispose, 'fields-to-stack': fieldsToStack, 'constructor-to-start': constructorToStart, 'provider-to-unstarted': providerToUnstarted, 'finally-to-stack-typed': finallyToStackTyped, 'entrypoint-to-stack': entrypointToStack, 'trailing-stop-to-using': trailingStopToUsing, 'defer-to-use': deferToUse, 'await-stop': awaitStop,
};

let project: TypedProject | undefined;

/** One program holds every golden directory, opened once. */
function fixtureProject(): TypedProject {
  return (project ??= openTypedProject(path.join(import.meta.dirname, '../fixtures/tsconfig.typed.json')));
}

/** What the migration makes of a text in place of the main input, the others left out. */
export function migrateTyped(migration: TypedMigration, fixture: Fixture, text: string): FileMigration {
  return migrateTypedFiles(migration, { ...fixture, others: [] }, new Map([[fixture.file, text]]));
}

/** What the migration makes of texts in place of the inputs, all files of the directory together; afterwards the inputs are back. */
export function migrateTypedFiles(migration: TypedMigration, fixture: Fixture, texts: ReadonlyMap<string, string>): FixtureMigration {
  try {
    const done = migrateInProject(migration, fixtureProject(), new Map([...texts].map(([file, text]) => [pathOf(fixture, file), text])), fixture.options);
    return { ...done.get(pathOf(fixture))!, others: new Map(fixture.others.map(({ file }) => [file, done.get(pathOf(fixture, file))!])) };
  } finally {
    restore(fixture);
  }
}

/** What the analysis says of a text in place of the input. */
export function askOf<Answer>(fixture: Fixture, text: string, question: (stories: FileStories) => Answer): Answer {
  setText(pathOf(fixture), text);
  const answer = question(fixtureProject().stories(pathOf(fixture)));
  setText(pathOf(fixture), fixture.input);
  return answer;
}

/** What the analysis says of every file of the directory, with texts in place of the inputs. */
export function askOfFiles<Answer>(fixture: Fixture, texts: ReadonlyMap<string, string>, question: (stories: FileStories) => readonly Answer[]): readonly Answer[] {
  for (const [file, text] of texts) setText(pathOf(fixture, file), text);
  const answers = [fixture.file, ...fixture.others.map(({ file }) => file)].flatMap((file) => question(fixtureProject().stories(pathOf(fixture, file))));
  restore(fixture);
  return answers;
}

/** What the compiler says of a text in place of the input. */
export function messagesFor(fixture: Fixture, text: string): readonly string[] {
  return messagesForFiles(fixture, new Map([[fixture.file, text]]));
}

/** What the compiler says of all files of the directory, with texts in place of the inputs. */
export function messagesForFiles(fixture: Fixture, texts: ReadonlyMap<string, string>): readonly string[] {
  for (const [file, text] of texts) setText(pathOf(fixture, file), text);
  const messages = [fixture.file, ...fixture.others.map(({ file }) => file)].flatMap((file) => fixtureProject().messages(pathOf(fixture, file)));
  restore(fixture);
  return messages;
}

function pathOf({ folder, file }: Fixture, other = file): string {
  return path.join(folder, other);
}

function setText(file: string, text: string): void {
  fixtureProject().setText(file, text.replace(/^\uFEFF/, ''));
}

function restore(fixture: Fixture): void {
  for (const { file, input } of [fixture, ...fixture.others]) setText(pathOf(fixture, file), input);
}
