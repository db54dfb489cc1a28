import { relativeTo } from '../paths.ts';
import type { Report } from './report.ts';

/** For programs. Paths are relative to the working folder, with slashes; lines and columns count from 1. */
export function jsonReport({ result, cwd, known, stats }: Report): string {
  const relative = <Placed extends { readonly file: string }>(placed: Placed): Placed => ({ ...placed, file: relativeTo(cwd, placed.file) });
  const report = {
    version: 1,
    findings: result.findings.map((finding) => ({ ...relative(finding), path: finding.path.map(relative) })),
    known,
    problems: result.problems.map((problem) => (problem.file === undefined ? problem : relative({ ...problem, file: problem.file }))),
    warnings: result.warnings,
    files: result.files.map((file) => relativeTo(cwd, file)),
    ...(stats ? { stats: result.stats } : {}),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
