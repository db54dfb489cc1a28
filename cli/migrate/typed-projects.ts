import path from 'node:path';
import { getHeapStatistics } from 'node:v8';
import type { TypedProject } from '../../codemods/typed/typed-project.ts';
import type { Shared } from '../../codemods/typed/shared-host.ts';
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

/** Programs, and what they share, are kept until they fill so much of the memory that Node.js may take; the next one begins anew without them. */
const kept = 0.5;

/** The tsconfigs that cover the paths; none when there is none. A broken one is bad input. */
export async function typedProjects(paths: readonly string[]): Promise<TypedProjects> {
  const { targets } = targetsOf(process.cwd(), paths);
  const projects = (await projectsOf(targets, bundledCompiler)).filter(({ rootNames, problems }) => rootNames.length > 0 || problems.length > 0);
  const [broken] = sentencesOf(projects.flatMap(({ problems }) => problems), process.cwd());
  if (broken) throw new BadInput(`${broken}.`);
  const owners = ownersOf(projects);
  const opened = new Map<string, TypedProject>();
  let shared: Shared | undefined;
  return {
    ownerOf: (file) => owners.get(absolute(file))?.configFile,
    configs: projects.map(({ configFile }: Project) => configFile),
    async open(config, states) {
      const { openTypedProject, sharedByProjects } = await import('../../codemods/typed/typed-project.ts');
      const known = opened.get(config);
      if (!known && isFull()) {
        opened.clear();
        shared = undefined;
      }
      const project = known ?? openTypedProject(config, (shared ??= sharedByProjects()));
      opened.set(config, project);
      for (const { file, text } of states) project.setText(absolute(file), withoutMark(text));
      return project;
    },
  };
}

function isFull(): boolean {
  return process.memoryUsage().heapUsed > kept * getHeapStatistics().heap_size_limit;
}

export function absolute(file: string): string {
  return withSlashes(path.resolve(file));
}
