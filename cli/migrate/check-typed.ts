import type { FileChanges, TypedMigration } from '../../codemods/migration.ts';
import type { TypedProject } from '../../codemods/typed/typed-project.ts';
import { withoutMark } from '../../codemods/typed/file-changes.ts';
import { applyEdits } from '../../codemods/text/apply-edits.ts';
import type { TextEdit } from '../../plans/edit.ts';
import { newMessages, rollBack, type Concessions } from './roll-back.ts';
import type { TypedRun, TypedStep } from './run-typed.ts';
import { conceding, isDone, type Step } from './step.ts';
import { absolute } from './typed-projects.ts';

/**
 * Type-checks what a typed migration edited, and what depends on it, in every project of the request, before and after, and takes back every site that adds
 * a message of the compiler.
 */
export async function checkTyped(run: TypedRun, steps: readonly TypedStep[]): Promise<TypedStep[]> {
  let current = [...steps];
  for (const config of run.projects.configs) {
    if (!current.some(isEdited)) break;
    const project = await run.projects.open(config, run.states);
    const edited = current.filter((step) => isEdited(step) && project.has(fileOf(step)));
    if (edited.length > 0) current = await checkIn(project, run.migration, current, edited);
  }
  return current;
}

async function checkIn(project: TypedProject, migration: TypedMigration, steps: readonly TypedStep[], edited: readonly TypedStep[]): Promise<TypedStep[]> {
  const affected = new Map(edited.map((step) => [step, migration.affects === 'file' ? [fileOf(step)] : project.dependents([fileOf(step)])]));
  const all = [...new Set([...affected.values()].flat())];
  const before = onDemand(project.messagesOfNow());
  const added = (file: string): number => addedTo(project.messages(file), () => before(file));
  for (const step of edited) setEdits(project, step, editsOf(step));
  const worse = new Set(all.filter((file) => added(file) > 0));
  const suspects = edited.filter((step) => affected.get(step)!.some((file) => worse.has(file)));
  for (const step of suspects) setEdits(project, step, []);
  const results = new Map<TypedStep, TypedStep>();
  for (const step of suspects) results.set(step, await withoutNewMessages(project, step, () => affected.get(step)!.reduce((sum, file) => sum + added(file), 0)));
  return steps.map((step) => results.get(step) ?? step);
}

/** A file of which the compiler says nothing afterwards need not be checked as it was. */
function addedTo(after: readonly string[], before: () => readonly string[]): number {
  return after.length > 0 ? newMessages(before(), after) : 0;
}

/** Each answer is looked for once, when it is first asked for. */
function onDemand(messages: TypedProject['messages']): TypedProject['messages'] {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const found = known.get(file) ?? messages(file);
    known.set(file, found);
    return found;
  };
}

async function withoutNewMessages(project: TypedProject, step: TypedStep, added: () => number): Promise<TypedStep> {
  const { task, result, again } = step;
  if (!isDone(result)) return step;
  const retry = (concessions: Concessions): Promise<FileChanges> => {
    const fewer = again(conceding(task, concessions));
    return Promise.resolve(isDone(fewer) ? fewer : { edits: [], sites: [] });
  };
  const left = await rollBack(result, retry, ({ edits }) => {
    setEdits(project, step, edits);
    return added();
  });
  setEdits(project, step, left.edits);
  return { task, result: left, again };
}

function setEdits(project: TypedProject, { task }: Step, edits: readonly TextEdit[]): void {
  project.setText(absolute(task.state.file), withoutMark(applyEdits(task.state.text, edits)));
}

function isEdited(step: Step): boolean {
  return editsOf(step).length > 0;
}

function editsOf({ result }: Step): readonly TextEdit[] {
  return isDone(result) ? result.edits : [];
}

function fileOf({ task }: Step): string {
  return absolute(task.state.file);
}
