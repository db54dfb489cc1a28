import type { Problem } from './problem.ts';
import type { Project } from './project.ts';
import { isAskedFor, type Target } from './targets.ts';

/**
 * Paths of the request without any file to scan.
 * @param files all that some project covers, with that project
 */
export function uncovered(targets: readonly Target[], projects: readonly Project[], files: readonly (readonly [string, Project])[]): Problem[] {
  if (projects.some((project) => project.problems.length > 0)) return [];
  const empty = targets.filter((target) => !files.some(([file, project]) => isAskedFor([target], file, project.reachedFrom)));
  return empty.map((target) => ({ of: 'request', file: target.path, message: projects.length > 0 ? notIncluded(target) : 'there is no tsconfig.json here or above' }));
}

function notIncluded(target: Target): string {
  const hint = /\.[cm]?jsx?$/.test(target.path) ? ' (JavaScript needs "allowJs")' : '';
  return target.kind === 'file' ? `no tsconfig includes this file${hint}` : 'no tsconfig includes a source file here';
}
