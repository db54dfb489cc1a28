import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import ts from 'typescript';
import { type Files, fixtureFolder, programOf } from '../program.ts';

export interface CaseOptions {
  /** More files of the case's program. */
  files?: Files;
  /** True for a case about code whose names or modules do not resolve. */
  unresolved?: boolean;
}

/**
 * typescript-eslint's parser over a program made for the case: about 40 ms, where the project service takes twice that and
 * allows for one file only.
 */
export const caseParser = {
  meta: { name: 'case-parser' },
  parseForESLint(code: string, { files, unresolved, ...options }: CaseOptions & parser.ParserOptions & { filePath: string }) {
    const program = programOf({ ...files, [path.relative(fixtureFolder, options.filePath)]: code });
    if (!unresolved) refuseUnresolved(program, program.getSourceFile(options.filePath)!);
    return parser.parseForESLint(code, { ...options, programs: [program] });
  },
};

/** Unknown modules, exports, names and members: what has one of them is `any`, and a rule silent on it is silent for the wrong reason. */
const unresolvedCodes = new Set([2304, 2305, 2307, 2339, 2503, 2551, 2552, 2580, 2614, 2724]);

function refuseUnresolved(program: ts.Program, sourceFile: ts.SourceFile): void {
  const found = program.getSemanticDiagnostics(sourceFile).find(({ code }) => unresolvedCodes.has(code));
  if (!found) return;
  const { line } = sourceFile.getLineAndCharacterOfPosition(found.start ?? 0);
  throw new Error(`Line ${line + 1} of the case: ${ts.flattenDiagnosticMessageText(found.messageText, ' ')} Declare it, or set unresolved: true.`);
}
