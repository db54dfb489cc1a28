import type { FileStories } from '../../analysis/index.ts';
import type { Question } from '../../rules/question.ts';
import type { RuleChoice } from './asked-rules.ts';
import { doubts } from './doubts.ts';
import { type FileConfigs, fileConfigs } from './file-configs.ts';
import { ownersOf } from './file-owners.ts';
import { programMaker } from './programs.ts';
import type { Progress } from './progress.ts';
import type { Project } from './project.ts';
import { projectsOf } from './projects.ts';
import type { ScanFinding, ScanResult } from './result.ts';
import type { Run } from './run.ts';
import { scanProject } from './scan-project.ts';
import { noStats, timed } from './stats.ts';
import { isAskedFor, type Target, targetsOf } from './targets.ts';
import { uncovered } from './uncovered.ts';

export interface ScanRequest {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly choice: RuleChoice;
  /** The file of `--config`, absolute; `false` for `--no-config`. */
  readonly config?: string | false | undefined;
  readonly progress: Progress;
  /** Is shown the stories of each file that has any, while its program lives. */
  readonly visit?: (stories: FileStories) => void;
}

/** Asks questions about every source file that the request covers. */
export async function scan(request: ScanRequest, questions: readonly Question[]): Promise<ScanResult> {
  const stats = noStats();
  const { targets, problems } = targetsOf(request.cwd, request.paths);
  const projects = await timed(stats, 'tsconfigs', () => projectsOf(targets));
  const owners = ownersOf(projects);
  const asked = [...owners].filter(([file, project]) => isAskedFor(targets, file, project.reachedFrom)).map(([file]) => file);
  const configs = await timed(stats, 'eslint', () => fileConfigs(request, questions, asked));
  const due: string[] = [];
  for (const file of asked) if ((await timed(stats, 'eslint', () => configs.of(file))) !== 'ignored') due.push(file);
  const run: Run = {
    targets, owners, configs, stats, problems,
    progress: request.progress,
    visit: request.visit,
    programOf: programMaker(),
    due: new Set(due),
    seen: new Map(), ignored: asked.length - due.length, files: [], findings: [],
  };
  for (const project of projects) if (await mattersToRequest(configs, project)) problems.push(...project.problems);
  for (const project of projects) if (isConcerned(run, targets, project)) await scanProject(run, project);
  problems.push(...uncovered(targets, projects, [...owners, ...run.seen]));
  stats.files = run.files.length;
  stats.ignored = run.ignored;
  return { findings: inOrder(run.findings), problems, warnings: [...unread(configs), ...doubts(stats)], files: run.files.sort(), stats };
}

/** A broken tsconfig in a folder that the ESLint configuration ignores, such as a template, is nobody's concern. */
async function mattersToRequest(configs: FileConfigs, project: Project): Promise<boolean> {
  return project.nearest || (project.problems.length > 0 && (await configs.of(`${project.folder}/any.ts`)) !== 'ignored');
}

function unread(configs: FileConfigs): string[] {
  return configs.unread().map((config) => `${config} is not read, because ESLint 9.15 or newer is not installed`);
}

/** A project is read when it owns a file that is due; the nearest one also when only its imports can lead to what is asked for. */
function isConcerned(run: Run, targets: readonly Target[], project: Project): boolean {
  if (project.rootNames.some((file) => run.owners.get(file) === project && run.due.has(file))) return true;
  return project.nearest && project.rootNames.length > 0 && !project.rootNames.some((file) => isAskedFor(targets, file, project.reachedFrom));
}

function inOrder(findings: readonly ScanFinding[]): ScanFinding[] {
  return [...findings].sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.ruleId, b.ruleId));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
