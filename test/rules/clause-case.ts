import type { Settings } from '../../analysis/settings.ts';
import type { CaseOptions } from './parser.ts';

/** One program, and how the rule is set. */
export interface Case extends CaseOptions {
  code: string;
  /** `file.ts` unless told, relative to the project's root. */
  filename?: string;
  /** The rule's option object. */
  options?: object;
  /** `settings.lifecycle`. */
  settings?: Settings;
}

export interface InvalidCase extends Case {
  errors: readonly [ExpectedError, ...ExpectedError[]];
}

/** Lines and columns count from 1, as ESLint's do. */
export interface ExpectedError {
  messageId: string;
  /** What fills the placeholders of the message. */
  data: Readonly<Record<string, string>>;
  line: number;
  column: number;
  endLine?: number;
  endColumn: number;
  suggestions?: readonly { messageId: string; data?: Readonly<Record<string, string>>; output: string }[];
}

/** What must be reported, and its nearest neighbours that must not be. */
export interface ClauseCase<Clause extends string = string> {
  /** The clauses of the specification that the case proves (tools/clauses). */
  clause: Clause | readonly Clause[];
  invalid?: InvalidCase | readonly InvalidCase[];
  valid?: string | Case | readonly (string | Case)[];
}

export function clausesOf({ clause }: ClauseCase): readonly string[] {
  return typeof clause === 'string' ? [clause] : clause;
}

export function invalidCases({ invalid = [] }: ClauseCase): readonly InvalidCase[] {
  return [invalid].flat();
}

export function validCases({ valid = [] }: ClauseCase): readonly Case[] {
  return [valid].flat().map((one) => (typeof one === 'string' ? { code: one } : one));
}
