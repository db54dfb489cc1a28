import type ts from 'typescript';
import type { FileStories } from '../../analysis/index.ts';
import type { Step } from '../../analysis/story.ts';
import type { TypeScript } from '../../analysis/view.ts';
import type { Finding } from '../../rules/finding.ts';
import { type AskedRule, ruleId } from './asked-rules.ts';
import type { Directives } from './directives.ts';
import { fingerprint, numbered } from './fingerprint.ts';
import { internalError } from './internal-error.ts';
import type { Problem } from './problem.ts';
import type { PathStep, Place, ScanFinding } from './result.ts';

export interface Answers {
  readonly findings: readonly ScanFinding[];
  readonly problems: readonly Problem[];
}

/** Asks rules about one file. A rule that fails is a problem of that file; the others are asked all the same. */
export function findingsOf(stories: FileStories, rules: readonly AskedRule[], directives: Directives): Answers {
  const typescript = stories.view.ts;
  const findings: { rule: AskedRule; finding: Finding }[] = [];
  const problems: Problem[] = [];
  for (const rule of rules) {
    try {
      for (const finding of rule.question.ask(stories, rule.options)) findings.push({ rule, finding });
    } catch (error) {
      problems.push(internalError(stories.sourceFile.fileName, ruleId(rule.question), error));
    }
  }
  findings.sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end);
  const number = numbered();
  const all = findings.map(({ rule, finding }) => ({ start: finding.start, reported: scanFinding(typescript, stories.sourceFile, rule, finding, number) }));
  return { findings: all.filter(({ start, reported }) => !directives.isDisabled(reported.ruleId, start)).map(({ reported }) => reported), problems };
}

function scanFinding(typescript: TypeScript, sourceFile: ts.SourceFile, rule: AskedRule, finding: Finding, number: (print: string) => string): ScanFinding {
  const id = ruleId(rule.question);
  return {
    ...place(sourceFile, finding),
    ruleId: id,
    severity: rule.severity,
    grade: finding.grade,
    message: filledIn(rule.question.messages[finding.messageId] ?? finding.messageId, finding.data),
    fingerprint: number(fingerprint(typescript, sourceFile, id, finding)),
    path: finding.path.map((step) => pathStep(step.file ?? sourceFile, step)),
    owner: finding.owner,
    release: finding.release,
    migration: finding.migration,
  };
}

/** Placeholders as ESLint fills them. */
function filledIn(message: string, data: Readonly<Record<string, string>>): string {
  return message.replace(/\{\{([^{}]+)\}\}/g, (placeholder, name: string) => data[name.trim()] ?? placeholder);
}

/** A range of a file as reports name it. */
export function place(sourceFile: ts.SourceFile, range: { start: number; end: number }): Place {
  const start = sourceFile.getLineAndCharacterOfPosition(range.start);
  const end = sourceFile.getLineAndCharacterOfPosition(range.end);
  return { file: sourceFile.fileName, line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function pathStep(sourceFile: ts.SourceFile, step: Step): PathStep {
  const at = place(sourceFile, step);
  const starts = sourceFile.getLineStarts();
  const code = sourceFile.text.slice(starts[at.line - 1], starts[at.line]).replace(/\r?\n$/, '');
  return { ...at, note: step.note, code };
}
