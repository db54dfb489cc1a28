import path from 'node:path';
import { ownersOf } from '../scan/file-owners.ts';
import { withSlashes } from '../scan/paths.ts';
import type { Project } from '../scan/project.ts';
import { projectsOf } from '../scan/projects.ts';
import { checkedProject, type CheckedProject } from './checked-project.ts';
import { migrateFile } from './migrate-file.ts';
import { isChanged, type Changed, type FileOutcome, type MigratedSiteReport } from './outcome.ts';
import type { MigrationSettings } from './request.ts';

/** The outcomes after the edited TypeScript files were checked, and which of them no tsconfig compiles. */
export interface Checked {
  readonly outcomes: readonly FileOutcome[];
  readonly unchecked: readonly string[];
}

const typescript = /\.[mc]?tsx?$/;

/** Type-checks the edited TypeScript files, before and after, and takes back every site that adds a message of the compiler. Nothing is written. */
export async function rollBackUntyped(outcomes: readonly FileOutcome[], settings: MigrationSettings): Promise<Checked> {
  const results = new Map<string, FileOutcome>();
  const unchecked: string[] = [];
  const byProject = new Map<Project, Changed[]>();
  const edited = outcomes.filter(isChanged).filter(({ file }) => typescript.test(file));
  const owners = ownersOf(await projectsOf(edited.map(({ file }) => ({ kind: 'file', path: absolute(file) }))));
  for (const change of edited) {
    const project = owners.get(absolute(change.file));
    if (project) byProject.set(project, [...(byProject.get(project) ?? []), change]);
    else unchecked.push(change.file);
  }
  for (const [project, changes] of byProject) {
    const checked = checkedProject(project);
    for (const change of changes) {
      if (checked.compiles(absolute(change.file))) results.set(change.file, await withoutAddedMessages(change, checked, settings));
      else unchecked.push(change.file);
    }
  }
  return { outcomes: outcomes.map((outcome) => results.get(outcome.file) ?? outcome), unchecked };
}

/** Takes sites back one by one, keeping those whose removal does not help, until the file says no more than it did. */
async function withoutAddedMessages(change: Changed, project: CheckedProject, settings: MigrationSettings): Promise<FileOutcome> {
  const file = absolute(change.file);
  project.setText(file, change.before);
  const before = project.messages(file);
  const addedBy = (text: string): number => {
    project.setText(file, text);
    return added(before, project.messages(file));
  };
  let current: FileOutcome = change;
  let worst = addedBy(change.after);
  const taken: number[] = [];
  for (const line of worst > 0 ? linesOf(change.sites) : []) {
    if (worst === 0 || !isChanged(current)) break;
    const without = await migrateFile(change.file, settings, linesOf(current.sites).filter((kept) => kept !== line).map((kept) => ({ file: change.file, line: kept })));
    const now = isChanged(without) ? addedBy(without.after) : 0;
    if (now >= worst) continue;
    [current, worst] = [without, now];
    taken.push(line);
  }
  if (worst > 0) return { outcome: 'unchanged', file: change.file, sites: rolledBack(change.sites, linesOf(change.sites)) };
  return current === change ? change : { ...current, ...('sites' in current ? { sites: rolledBack(change.sites, taken) } : {}) };
}

function linesOf(sites: readonly MigratedSiteReport[]): number[] {
  return [...new Set(sites.filter(({ outcome }) => outcome === 'migrated').map(({ line }) => line))];
}

function rolledBack(sites: readonly MigratedSiteReport[], lines: readonly number[]): MigratedSiteReport[] {
  return sites.map((site) => {
    const { migration, line, column, outcome } = site;
    return outcome === 'migrated' && lines.includes(line) ? { migration, line, column, outcome: 'skipped', reason: 'adds-diagnostic' } : site;
  });
}

/** How many messages are new, counting repeated ones. */
function added(before: readonly string[], after: readonly string[]): number {
  const left = [...before];
  return after.filter((message) => {
    const at = left.indexOf(message);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  }).length;
}

function absolute(file: string): string {
  return withSlashes(path.resolve(file));
}
