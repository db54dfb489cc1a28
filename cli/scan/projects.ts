import path from 'node:path';
import type ts from 'typescript';
import { compilerFor } from './compiler.ts';
import { withSlashes } from './paths.ts';
import { type Project, readProject } from './project.ts';
import type { Target } from './targets.ts';
import { type FoundConfig, tsconfigsOf } from './tsconfigs.ts';

/** Every project that concerns the request, references followed, the most specific first. */
export async function projectsOf(targets: readonly Target[]): Promise<Project[]> {
  const projects = new Map<string, Project>();
  const found = (await Promise.all(targets.map(tsconfigsOf))).flat();
  for (const config of [...found.filter((one) => one.nearest), ...found.filter((one) => !one.nearest)]) await add(projects, config);
  for (const project of projects.values()) spread(projects, project);
  return [...projects.values()].sort(bySpecificity);
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

async function add(projects: Map<string, Project>, config: FoundConfig): Promise<void> {
  if (projects.has(config.path)) return;
  const project = readProject(await compilerFor(path.dirname(config.path)), config);
  projects.set(config.path, project);
  for (const reference of project.references) await add(projects, { path: pathOf(project, reference), nearest: false });
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
