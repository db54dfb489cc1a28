import path from 'node:path';
import type ts from 'typescript';
import { type Compiler, compilerFor } from './compiler.ts';
import { withSlashes } from './paths.ts';
import { type Project, readProject } from './project.ts';
import type { Target } from './targets.ts';
import { tsconfigsAbove, tsconfigsBelow } from './tsconfigs.ts';

type ChooseCompiler = (folder: string) => Promise<Compiler>;

/** Every project that concerns the request, references followed, the most specific first. */
export async function projectsOf(targets: readonly Target[], choose: ChooseCompiler = compilerFor): Promise<Project[]> {
  const projects = new Map<string, Project>();
  for (const target of targets) for (const config of tsconfigsAbove(target).slice(0, 1)) await add(projects, choose, config, true);
  for (const target of targets) {
    if (target.kind === 'folder') for (const config of await tsconfigsBelow(target.path)) await add(projects, choose, config, false);
    if (target.kind === 'file') await addUntilIncluded(projects, choose, target);
  }
  for (const project of projects.values()) spread(projects, project);
  return [...projects.values()].sort(bySpecificity);
}

/** The nearest tsconfig may not include a file; then one above may. */
async function addUntilIncluded(projects: Map<string, Project>, choose: ChooseCompiler, { path: file, kind }: Target): Promise<void> {
  for (const config of tsconfigsAbove({ path: file, kind })) {
    await add(projects, choose, config, false);
    if ([...projects.values()].some((project) => project.rootNames.includes(file))) return;
  }
}

async function add(projects: Map<string, Project>, choose: ChooseCompiler, configFile: string, nearest: boolean): Promise<void> {
  if (projects.has(configFile)) return;
  const project = readProject(await choose(path.dirname(configFile)), configFile, nearest);
  projects.set(configFile, project);
  for (const reference of project.references) await add(projects, choose, pathOf(project, reference), false);
}

/** Tells every project that references of this one lead to. */
function spread(projects: ReadonlyMap<string, Project>, from: Project, at = from): void {
  for (const reference of at.references) {
    const next = projects.get(pathOf(at, reference));
    if (!next || next.reachedFrom.has(from.configFile)) continue;
    next.reachedFrom.add(from.configFile);
    spread(projects, from, next);
  }
}

function pathOf(project: Project, reference: ts.ProjectReference): string {
  return withSlashes(path.resolve(project.compiler.ts.resolveProjectReferencePath(reference)));
}

/** Deeper folders first, then the one that includes less, then by name. */
function bySpecificity(a: Project, b: Project): number {
  return depth(b) - depth(a) || a.rootNames.length - b.rootNames.length || (a.configFile < b.configFile ? -1 : 1);
}

function depth(project: Project): number {
  return project.folder.split('/').length;
}
