import { ConfigCommentParser } from '@eslint/plugin-kit';
import type { Linter } from 'eslint';
import type ts from 'typescript';
import type { TypeScript } from '../../analysis/view.ts';
import { type Comment, eslintComments } from './comments.ts';

/** What the comments of a file say to ESLint, and so to us. */
export interface Directives {
  /** Rules that an `eslint` comment sets for the file. */
  readonly rules: Linter.RulesRecord;
  /** Whether a rule is switched off at a place. */
  isDisabled(ruleId: string, start: number): boolean;
}

/** A stretch of the file in which a rule (or every rule, without one) is switched on or off; a later one wins. */
interface Switch {
  readonly ruleId: string | undefined;
  readonly off: boolean;
  readonly from: number;
  readonly to: number;
}

export const noDirectives: Directives = { rules: {}, isDisabled: () => false };

const parser = new ConfigCommentParser();

export function directivesOf(typescript: TypeScript, sourceFile: ts.SourceFile): Directives {
  if (!sourceFile.text.includes('eslint')) return noDirectives;
  const switches: Switch[] = [];
  const rules: Linter.RulesRecord = {};
  for (const comment of eslintComments(typescript, sourceFile)) {
    const directive = parser.parseDirective(comment.text);
    if (!directive) continue;
    if (directive.label === 'eslint' && comment.kind === 'block') Object.assign(rules, rulesOf(directive.value));
    const stretch = stretchOf[directive.label]?.(sourceFile, comment);
    if (stretch) switches.push(...switched(directive.value, directive.label === 'eslint-enable', stretch));
  }
  return { rules, isDisabled: (ruleId, start) => isOff(switches, ruleId, start) };
}

type Stretch = Pick<Switch, 'from' | 'to'>;

/** Which part of the file a directive speaks about. Only `-line` and `-next-line` may stand in a line comment. */
const stretchOf: Readonly<Record<string, (sourceFile: ts.SourceFile, comment: Comment) => Stretch | undefined>> = {
  'eslint-disable': (_file, comment) => (comment.kind === 'block' ? { from: comment.start, to: Infinity } : undefined),
  'eslint-enable': (_file, comment) => (comment.kind === 'block' ? { from: comment.end, to: Infinity } : undefined),
  'eslint-disable-line': (file, comment) => (lineAt(file, comment.start) === lineAt(file, comment.end) ? line(file, lineAt(file, comment.start)) : undefined),
  'eslint-disable-next-line': (file, comment) => line(file, lineAt(file, comment.end) + 1),
};

function lineAt(sourceFile: ts.SourceFile, offset: number): number {
  return sourceFile.getLineAndCharacterOfPosition(offset).line;
}

function line(sourceFile: ts.SourceFile, index: number): Stretch | undefined {
  const starts = sourceFile.getLineStarts();
  const from = starts[index];
  return from === undefined ? undefined : { from, to: (starts[index + 1] ?? sourceFile.text.length + 1) - 1 };
}

function switched(list: string, enable: boolean, stretch: Stretch): Switch[] {
  const ids = Object.keys(parser.parseListConfig(list));
  return (ids.length > 0 ? ids : [undefined]).map((ruleId) => ({ ruleId, off: !enable, ...stretch }));
}

/** A line directive only ever switches off; of the others the last one before the place decides. */
function isOff(switches: readonly Switch[], ruleId: string, start: number): boolean {
  const concerned = switches.filter((one) => (one.ruleId === undefined || one.ruleId === ruleId) && one.from <= start && start <= one.to);
  if (concerned.some((one) => one.to !== Infinity)) return true;
  return concerned.at(-1)?.off ?? false;
}

function rulesOf(value: string): Linter.RulesRecord {
  const parsed = parser.parseJSONLikeConfig(value);
  return parsed.ok ? (parsed.config as Linter.RulesRecord) : {};
}
