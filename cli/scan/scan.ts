import { existsSync } from 'node:fs';
import type ts from 'typescript';
import type { Question } from '../../rules/question.ts';
import { stories } from '../../analysis/index.ts';
import type { RuleChoice } from './asked-rules.ts';
import { directivesOf, noDirectives } from './directives.ts';
import { doubts } from './doubts.ts';
import { type FileConfigs, fileConfigs } from './file-configs.ts';
import { isOwnSource, ownersOf } from './file-owners.ts';
import { findingsOf } from './findings-of-file.ts';
import { type Problem, problemOf } from './problem.ts';
import { type ProgramMaker, programMaker } from './programs.ts';
import type { Project } from './project.ts';
import { projectsOf } from './projects.ts';
import type { ScanFinding, ScanResult } from './result.ts';
import { noStats, type Stats, timed } from './stats.ts';
import { isAskedFor, type Target, targetsOf } from './targets.ts';
import { importsOf } from './unresolved-imports.ts';

export interface ScanRequest {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly choice: RuleChoice;
  /** The file of `--config`, absolute. */
  readonly configFile?: string | undefined;
  /** Told before each file: how many are done, how many there are, and which is next. */
  readonly onProgress?: (done: number, all: number, file: string) => void;
}

/** All that one run collects. */
interface Run {
  readonly request: ScanRequest;
  readonly questions: readonly Question[];
  readonly targets: readonly Target[];
  readonly owners: ReadonlyMap<string, Project>;
  readonly configs: FileConfigs;
  readonly programOf: ProgramMaker;
  readonly expected: number;
  readonly scanned: Set<string>;
  readonly files: string[];
  readonly findings: ScanFinding[];
  readonly problems: Problem[];
  readonly stats: Stats;
}

/** Asks questions about every source file that the request covers. */
export async function scan(request: ScanRequest, questions: readonly Question[]): Promise<ScanResult> {
  const stats = noStats();
  const { targets, problems } = targetsOf(request.cwd, request.paths);
  const projects = await timed(stats, 'tsconfigs', () => projectsOf(targets));
  const owners = ownersOf(projects);
  const asked = [...owners.keys()].filter((file) => isAskedFor(targets, file));
  const run: Run = {
    request, questions, targets, owners, stats, problems,
    configs: await timed(stats, 'eslint', () => fileConfigs(request, questions, asked)),
    programOf: programMaker(),
    expected: asked.length,
    scanned: new Set(), files: [], findings: [],
  };
  problems.push(...projects.flatMap((project) => project.problems));
  for (const project of projects) if (isConcerned(run, project)) await scanProject(run, project);
  problems.push(...missed(run, projects));
  return { findings: inOrder(run.findings), problems, warnings: doubts(stats), files: run.files.sort(), stats };
}

/** A project is read when the request leads to it, or when it owns a file that is asked for. */
function isConcerned(run: Run, project: Project): boolean {
  if (project.rootNames.length === 0) return false;
  return project.nearest || project.rootNames.some((file) => run.owners.get(file) === project && isAskedFor(run.targets, file));
}

async function scanProject(run: Run, project: Project): Promise<void> {
  const { ts } = project.compiler;
  const program = await timed(run.stats, 'programs', () => {
    const made = run.programOf(project);
    made.getTypeChecker();
    return made;
  });
  run.stats.projects += 1;
  if (!run.stats.typescript.includes(ts.version)) run.stats.typescript.push(ts.version);
  run.problems.push(...unreadable(run, project, program));
  for (const file of program.getSourceFiles()) {
    if (isOwnSource(program, file) && isHere(run, project, file.fileName)) await scanFile(run, project, program, file);
  }
}

/** Each file once: by its owner, or, when no tsconfig includes it, by the first program that reaches it. */
function isHere(run: Run, project: Project, file: string): boolean {
  return !run.scanned.has(file) && (run.owners.get(file) ?? project) === project && isAskedFor(run.targets, file);
}

async function scanFile(run: Run, project: Project, program: ts.Program, sourceFile: ts.SourceFile): Promise<void> {
  const { ts } = project.compiler;
  const { stats } = run;
  run.scanned.add(sourceFile.fileName);
  run.request.onProgress?.(run.scanned.size, Math.max(run.expected, run.scanned.size), sourceFile.fileName);
  const config = await timed(stats, 'eslint', () => run.configs.of(sourceFile.fileName));
  if (config === 'ignored') return void (stats.ignored += 1);
  const [syntaxError] = program.getSyntacticDiagnostics(sourceFile);
  if (syntaxError) return void run.problems.push(problemOf(ts, syntaxError, 'part'));
  stats.files += 1;
  run.files.push(sourceFile.fileName);
  const imports = importsOf(ts, program, sourceFile);
  stats.imports += imports.all;
  stats.unresolvedImports += imports.unresolved;
  const directives = config.inlineConfig ? directivesOf(ts, sourceFile) : noDirectives;
  const rules = config.rules(directives.rules).filter((rule) => rule.question.trigger.test(sourceFile.text));
  if (rules.length === 0) return;
  await timed(stats, 'rules', () => {
    const ofFile = stories(ts, program, sourceFile, config.settings);
    const answers = findingsOf(ofFile, rules, directives);
    run.findings.push(...answers.findings);
    run.problems.push(...answers.problems);
    stats.asked += 1;
    stats.resources += ofFile.resources.length;
    stats.releases += ofFile.releases.length;
    for (const { reason } of ofFile.bailOuts) stats.bailOuts[reason] = (stats.bailOuts[reason] ?? 0) + 1;
  });
}

function unreadable(run: Run, project: Project, program: ts.Program): Problem[] {
  const gone = project.rootNames.filter((file) => isHere(run, project, file) && !program.getSourceFile(file));
  for (const file of gone) run.scanned.add(file);
  return gone.map((file) => ({ of: 'part', file, message: existsSync(file) ? 'the file cannot be read' : `the file does not exist, although ${project.configFile} names it` }));
}

/** Paths of the request that no project covers. */
function missed(run: Run, projects: readonly Project[]): Problem[] {
  if (projects.length === 0 && run.targets.length > 0) return [{ of: 'request', message: 'there is no tsconfig.json in, above or below the given paths' }];
  const uncovered = run.targets.filter((target) => ![...run.scanned].some((file) => isAskedFor([target], file)));
  if (run.problems.length > 0 || uncovered.length === 0) return [];
  return uncovered.map((target) => ({ of: 'request', file: target.path, message: `no tsconfig includes ${target.kind === 'file' ? 'this file' : 'a source file here'}${hint(target)}` }));
}

function hint(target: Target): string {
  return /\.[cm]?jsx?$/.test(target.path) ? ' (JavaScript needs "allowJs")' : '';
}

function inOrder(findings: readonly ScanFinding[]): ScanFinding[] {
  return [...findings].sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.ruleId, b.ruleId));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
