import type ts from 'typescript';
import type { TypeScript } from '../../analysis/view.ts';

/** Something that could not be done, in one sentence. */
export interface Problem {
  /** `request`: what was asked for is bad; `part`: a file or a nested project could not be done, the rest was. */
  readonly of: 'request' | 'part';
  readonly message: string;
  /** Absolute. */
  readonly file?: string;
  /** Both count from 1. */
  readonly line?: number;
  readonly column?: number;
}

/** What the compiler says about a file, as a problem. */
export function problemOf(typescript: TypeScript, diagnostic: ts.Diagnostic, of: Problem['of'], file?: string): Problem {
  const message = typescript.flattenDiagnosticMessageText(diagnostic.messageText, ' ').replace(/\s+/g, ' ').replace(/\.$/, '');
  if (!diagnostic.file) return { of, message, ...(file === undefined ? {} : { file }) };
  const { line, character } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
  return { of, message, file: diagnostic.file.fileName, line: line + 1, column: character + 1 };
}
