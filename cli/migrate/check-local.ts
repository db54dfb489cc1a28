import path from 'node:path';
import { applyEdits } from '../../codemods/text/apply-edits.ts';
import type { TextEdit } from '../../plans/edit.ts';
import { ownersOf } from '../scan/file-owners.ts';
import { withSlashes } from '../scan/paths.ts';
import type { Project } from '../scan/project.ts';
import { projectsOf } from '../scan/projects.ts';
import { checkedProject, type CheckedProject } from './checked-project.ts';
import type { FileState } from './file-state.ts';
import { migrateFile } from './migrate-file.ts';
import type { MigrationSettings } from './request.ts';
import { newMessages, rollBack } from './roll-back.ts';
import { conceding, isDone, type CheckedStep, type Step } from './step.ts';

const typescript = /\.[mc]?tsx?$/;

/** Type-checks the TypeScript files that a file-local migration edited, before and after, and takes back every site that adds a message of the compiler. */
export async function checkLocal(migration: string, steps: readonly Step[], states: readonly FileState[], settings: MigrationSettings): Promise<CheckedStep> {
  const results = new Map<Step, Step>();
  const unchecked: string[] = [];
  const byProject = new Map<Project, Step[]>();
  const edited = steps.filter(({ task, result }) => isDone(result) && result.edits.length > 0 && typescript.test(task.state.file));
  const owners = ownersOf(await projectsOf(edited.map(({ task }) => ({ kind: 'file', path: absolute(task.state.file) }))));
  for (const step of edited) {
    const project = owners.get(absolute(step.task.state.file));
    if (project) byProject.set(project, [...(byProject.get(project) ?? []), step]);
    else unchecked.push(step.task.state.file);
  }
  for (const [project, all] of byProject) {
    const checked = checkedProject(project);
    for (const { file, text, history } of states) if (history.length > 0) checked.setText(absolute(file), text);
    for (const step of all) {
      if (checked.compiles(absolute(step.task.state.file))) results.set(step, await withoutNewMessages(migration, step, checked, settings));
      else unchecked.push(step.task.state.file);
    }
  }
  return { steps: steps.map((step) => results.get(step) ?? step), unchecked };
}

async function withoutNewMessages(migration: string, step: Step, project: CheckedProject, settings: MigrationSettings): Promise<Step> {
  const { task, result } = step;
  if (!isDone(result)) return step;
  const file = absolute(task.state.file);
  project.setText(file, task.state.text);
  const before = project.messages(file);
  const set = (edits: readonly TextEdit[]): void => project.setText(file, applyEdits(task.state.text, edits));
  const left = await rollBack(result, async (concessions) => {
    const fewer = await migrateFile(migration, conceding(task, concessions), settings);
    return isDone(fewer) ? fewer : { edits: [], sites: [] };
  }, ({ edits }) => {
    set(edits);
    return newMessages(before, project.messages(file));
  });
  set(left.edits);
  return { task, result: left };
}

function absolute(file: string): string {
  return withSlashes(path.resolve(file));
}
