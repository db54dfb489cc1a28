import type { FileStories } from '../../analysis/index.ts';
import type { FileConfigs } from './file-configs.ts';
import type { Problem } from './problem.ts';
import type { ProgramMaker } from './programs.ts';
import type { Project } from './project.ts';
import type { Progress } from './progress.ts';
import type { ScanFinding } from './result.ts';
import type { Stats } from './stats.ts';
import type { Target } from './targets.ts';

/** What one scan works with and what it collects. */
export interface Run {
  readonly targets: readonly Target[];
  /** Who scans a file that a tsconfig includes. */
  readonly owners: ReadonlyMap<string, Project>;
  readonly configs: FileConfigs;
  readonly programOf: ProgramMaker;
  readonly progress: Progress;
  readonly visit: ((stories: FileStories) => void) | undefined;
  /** Included files that are asked for and not ignored. */
  readonly due: ReadonlySet<string>;
  /** Every file that was looked at, with whatever result, and the project that did. */
  readonly seen: Map<string, Project>;
  ignored: number;
  /** The files that were read without a problem. */
  readonly files: string[];
  readonly findings: ScanFinding[];
  readonly problems: Problem[];
  readonly stats: Stats;
}
