import { existsSync } from 'node:fs';
import path from 'node:path';
import type ts from 'typescript';
import { isOwnSource } from './file-owners.ts';
import type { Problem } from './problem.ts';
import type { Project } from './project.ts';
import type { Run } from './run.ts';
import { scanFile } from './scan-file.ts';
import { timed } from './stats.ts';
import { isAskedFor } from './targets.ts';

/** Scans the files of a project that are its own to scan. The program is gone when the next one is made. */
export async function scanProject(run: Run, project: Project): Promise<void> {
  const { ts } = project.compiler;
  run.progress.reading(project.configFile);
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
  const owner = run.owners.get(file);
  const isMine = owner ? owner === project && run.due.has(file) : isAskedFor(run.targets, file, project.reachedFrom);
  return isMine && !run.seen.has(file);
}

function unreadable(run: Run, project: Project, program: ts.Program): Problem[] {
  const gone = project.rootNames.filter((file) => isHere(run, project, file) && !program.getSourceFile(file));
  for (const file of gone) run.seen.set(file, project);
  const reason = (file: string) => (existsSync(file) ? 'the file cannot be read' : `the file does not exist, although ${path.basename(project.configFile)} names it`);
  return gone.map((file) => ({ of: 'part', file, message: reason(file) }));
}
