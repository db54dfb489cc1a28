import path from 'node:path';
import type { TypedProject } from '../../codemods/typed/typed-project.ts';
import { withoutMark } from '../../codemods/typed/file-changes.ts';
import { BadInput } from '../failure.ts';
import { bundledCompiler } from '../scan/compiler.ts';
import { ownersOf } from '../scan/file-owners.ts';
import { withSlashes } from '../scan/paths.ts';
import { sentencesOf } from '../scan/problem-sentences.ts';
import type { Project } from '../scan/project.ts';
import { projectsOf } from '../scan/projects.ts';
import { targetsOf } from '../scan/targets.ts';
import type { FileState } from './file-state.ts';

/** The projects that the typed front end reads, with the texts of the run in place of those on disk. */
export interface TypedProjects {
  /** The tsconfig that a file belongs to. */
  ownerOf(file: string): string | undefined;
  /** Every tsconfig of the request. */
  readonly configs: readonly string[];
  open(config: string, states: Iterable<FileState>): Promise<TypedProject>;
}

/** So many programs are kept: more than most repositories have, fewer than memory holds. */
const mostOpen = 4;

/** The tsconfigs that cover the paths; none when there is none. A broken one is bad input. */
export async function typedProjects(paths: readonly string[]): Promise<TypedProjects> {
  const { targets } = targetsOf(process.cwd(), paths);
  const projects = (await projectsOf(targets, bundledCompiler)).filter(({ rootNames, problems }) => rootNames.length > 0 || problems.length > 0);
  const [broken] = sentencesOf(projects.flatMap(({ problems }) => problems), process.cwd());
  if (broken) throw new BadInput(`${broken}.`);
  const owners = ownersOf(projects);
  const opened = new Map<string, TypedProject>();
  return {
    ownerOf: (file) => owners.get(absolute(file))?.configFile,
    configs: projects.map(({ configFile }: Project) => configFile),
    async open(config, states) {
      const project = opened.get(config) ?? (await import('../../codemods/typed/typed-project.ts')).openTypedProject(config);
      opened.delete(config);
      opened.set(config, project);
      for (const oldest of [...opened.keys()].slice(0, -mostOpen)) opened.delete(oldest);
      for (const { file, text } of states) project.setText(absolute(file), withoutMark(text));
      return project;
    },
  };
}

export function absolute(file: string): string {
  return withSlashes(path.resolve(file));
}
