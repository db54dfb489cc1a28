import type { FileChanges, TypedMigration } from '../../codemods/migration.ts';
import type { TypedProject } from '../../codemods/typed/typed-project.ts';
import { withoutMark } from '../../codemods/typed/file-changes.ts';
import { filesEdited, type EditBoard } from '../../codemods/typed/edit-board.ts';
import { newMessages, rollBack, type Concessions } from './roll-back.ts';
import type { TypedPass, TypedRun, TypedStep } from './run-typed.ts';
import { conceding, isDone, type Step } from './step.ts';
import { absolute } from './typed-projects.ts';

/**
 * Type-checks what a typed migration edited, in every project of the request that compiles it, and what depends on it, each file in its own project, before and
 * after, and takes back every site that adds a message of the compiler, in all of the files that it edits.
 */
export async function checkTyped(run: TypedRun, { steps, board }: TypedPass): Promise<readonly TypedStep[]> {
  let current = steps;
  for (const config of run.projects.configs) {
    if (!current.some((step) => filesOf(step).length > 0)) break;
    const project = await run.projects.open(config, run.states);
    const edited = current.filter((step) => filesOf(step).some(project.has));
    if (edited.length > 0) current = await checkIn({ project, board, migration: run.migration, isOthers: isOthersOf(run, config) }, current, edited);
  }
  return current;
}

interface Check {
  readonly project: TypedProject;
  readonly board: EditBoard;
  readonly migration: TypedMigration;
  /** Another project of the run checks the file. */
  readonly isOthers: (file: string) => boolean;
}

function isOthersOf({ projects }: TypedRun, config: string): Check['isOthers'] {
  return (file) => (projects.ownerOf(file) ?? config) !== config;
}

async function checkIn({ project, board, migration, isOthers }: Check, steps: readonly TypedStep[], edited: readonly TypedStep[]): Promise<readonly TypedStep[]> {
  const old = project.snapshot();
  const affected = (step: TypedStep): readonly string[] => {
    const files = filesOf(step).filter(project.has);
    return migration.affects === 'file' ? files : old.dependents(files).filter((file) => files.includes(file) || !isOthers(file));
  };
  const before = onDemand(old.messages);
  const show = (step: TypedStep, changes: FileChanges): void => {
    for (const file of board.set(fileOf(step), changes)) project.setText(file, withoutMark(board.textOf(file)));
  };
  for (const step of edited) show(step, changesOf(step));
  const worse = new Set(worseOf(project, before, edited.flatMap(affected)).map(({ file }) => file));
  const suspects = edited.filter((step) => affected(step).some((file) => worse.has(file)));
  for (const step of suspects) show(step, nothing);
  const results = new Map<TypedStep, TypedStep>();
  for (const step of suspects) {
    const shown = (changes: FileChanges): number => {
      show(step, changes);
      const files = affected({ ...step, result: changes });
      return addedIn(project, before, files.filter((file) => worse.has(file))) || addedIn(project, before, files.filter((file) => !worse.has(file)));
    };
    const left = await withoutNewMessages(step, shown);
    show(step, changesOf(left));
    results.set(step, left);
  }
  return steps.map((step) => results.get(step) ?? step);
}

/** How many messages files have that they did not have before. */
function addedIn(project: TypedProject, before: TypedProject['messages'], files: readonly string[]): number {
  return worseOf(project, before, files).reduce((sum, { added }) => sum + added, 0);
}

/**
 * The files that have messages which they did not have before. One of which the compiler says nothing now need not be checked as it was. All are checked as they
 * are, then some as they were: the two programs need not be awake at one time.
 */
function worseOf(project: TypedProject, before: TypedProject['messages'], files: readonly string[]): readonly { readonly file: string; readonly added: number }[] {
  const blamed = [...new Set(files)].map((file) => ({ file, messages: project.messages(file) })).filter(({ messages }) => messages.length > 0);
  return blamed.map(({ file, messages }) => ({ file, added: newMessages(before(file), messages) })).filter(({ added }) => added > 0);
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

/** @param shown puts changes in place of those of the step, and says how many messages they add */
async function withoutNewMessages(step: TypedStep, shown: (changes: FileChanges) => number): Promise<TypedStep> {
  const { task, result, again } = step;
  if (!isDone(result)) return step;
  const retry = (concessions: Concessions): Promise<FileChanges> => {
    const fewer = again(conceding(task, concessions));
    return Promise.resolve(isDone(fewer) ? fewer : nothing);
  };
  const left = await rollBack(result, retry, shown);
  return { task, result: left, again };
}

const nothing: FileChanges = { edits: [], sites: [] };

function changesOf({ result }: Step): FileChanges {
  return isDone(result) ? result : nothing;
}

/** The files that a step edits. */
function filesOf(step: Step): readonly string[] {
  return filesEdited(fileOf(step), changesOf(step));
}

function fileOf({ task }: Step): string {
  return absolute(task.state.file);
}
