import type ts from 'typescript';
import { type FileStories, stories } from '../../analysis/index.ts';
import type { TypeScript } from '../../analysis/view.ts';
import { isTriggered } from '../../rules/is-triggered.ts';
import type { AskedRule } from './asked-rules.ts';
import { type Directives, directivesOf, noDirectives } from './directives.ts';
import { findingsOf } from './findings-of-file.ts';
import { internalError } from './internal-error.ts';
import { problemOf } from './problem.ts';
import type { Project } from './project.ts';
import type { Run } from './run.ts';
import { timed } from './stats.ts';
import { importsOf } from './unresolved-imports.ts';

/** Asks the rules that are on for a file, unless it is ignored, does not parse, or holds nothing they look for. */
export async function scanFile(run: Run, project: Project, program: ts.Program, sourceFile: ts.SourceFile): Promise<void> {
  const typescript = project.compiler.ts;
  const { fileName, text } = sourceFile;
  run.seen.set(fileName, project);
  run.progress.scanning(run.seen.size, Math.max(run.due.size, run.seen.size), fileName);
  const config = await timed(run.stats, 'eslint', () => run.configs.of(fileName));
  if (config === 'ignored') return void (run.ignored += 1);
  const [syntaxError] = program.getSyntacticDiagnostics(sourceFile);
  if (syntaxError) return void run.problems.push(problemOf(typescript, syntaxError, 'part'));
  run.files.push(fileName);
  countImports(run, typescript, program, sourceFile);
  const directives = config.inlineConfig ? directivesOf(typescript, sourceFile) : noDirectives;
  const rules = config.rules(directives.rules).filter((rule) => isTriggered(rule.question, text, config.settings));
  if (rules.length === 0) return;
  await timed(run.stats, 'rules', () => ask(run, fileName, () => stories(typescript, program, sourceFile, config.settings), rules, directives));
}

/** A failure of the analysis is a problem of this file; the next one is scanned all the same. */
function ask(run: Run, file: string, storiesOf: () => FileStories, rules: readonly AskedRule[], directives: Directives): void {
  run.stats.asked += 1;
  try {
    const ofFile = storiesOf();
    const answers = findingsOf(ofFile, rules, directives);
    run.findings.push(...answers.findings);
    run.problems.push(...answers.problems);
    count(run, ofFile);
    run.visit?.(ofFile);
  } catch (error) {
    run.problems.push(internalError(file, 'the analysis', error));
  }
}

function count({ stats }: Run, ofFile: FileStories): void {
  stats.resources += ofFile.resources.length;
  stats.releases += ofFile.releases.length;
  for (const { reason } of ofFile.bailOuts) stats.bailOuts[reason] = (stats.bailOuts[reason] ?? 0) + 1;
}

function countImports({ stats }: Run, typescript: TypeScript, program: ts.Program, sourceFile: ts.SourceFile): void {
  const { all, unresolved } = importsOf(typescript, program, sourceFile);
  stats.imports += all;
  for (const name of unresolved) stats.unresolved[name] = (stats.unresolved[name] ?? 0) + 1;
}
