import path from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { AwakePrograms } from '../../codemods/typed/awake-programs.ts';
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
  /** A pass begins: what was opened in those before is not asked any more as it was. */
  begin(): void;
}

/** From so much of the memory that Node.js may take on, one program alone keeps what its checker has learnt. */
const oneAwake = 0.5;

/** From so much on, programs and what they share are not kept: the next one begins anew without them. */
const noneKept = 0.75;

/** The tsconfigs that cover the paths; none when there is none. A broken one is bad input. */
export async function typedProjects(paths: readonly string[]): Promise<TypedProjects> {
  const { targets } = targetsOf(process.cwd(), paths);
  const projects = (await projectsOf(targets, bundledCompiler)).filter(({ rootNames, problems }) => rootNames.length > 0 || problems.length > 0);
  const [broken] = sentencesOf(projects.flatMap(({ problems }) => problems), process.cwd());
  if (broken) throw new BadInput(`${broken}.`);
  const owners = ownersOf(projects);
  const awake = new AwakePrograms(() => isFilled(oneAwake));
  const opened = new Map<string, TypedProject>();
  let shared: Shared | undefined;
  return {
    ownerOf: (file) => owners.get(absolute(file))?.configFile,
    configs: projects.map(({ configFile }: Project) => configFile),
    async open(config, states) {
      const { openTypedProject, sharedByProjects } = await import('../../codemods/typed/typed-project.ts');
      const known = opened.get(config);
      if (!known && isFilled(noneKept)) {
        opened.clear();
        shared = undefined;
      }
      const project = known ?? openTypedProject(config, (shared ??= sharedByProjects()), awake);
      opened.set(config, project);
      for (const { file, text } of states) project.setText(absolute(file), withoutMark(text));
      return project;
    },
    begin: () => awake.keepNewest(),
  };
}

function isFilled(part: number): boolean {
  const { used_heap_size: used, heap_size_limit: most } = getHeapStatistics();
  return used > part * most;
}

export function absolute(file: string): string {
  return withSlashes(path.resolve(file));
}
