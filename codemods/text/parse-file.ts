import path from 'node:path';
import getParser, { type BabelFile } from 'jscodeshift/src/getParser.js';
import type { Comment, Node, ParsedFile } from '../../plans/syntax/node.ts';
import { SyntaxProblem } from './syntax-problem.ts';

type ParserName = 'ts' | 'tsx' | 'babel' | 'flow';

const typescript = new Set(['.ts', '.mts', '.cts']);

/** The extensions that the untyped migrations read. */
export const extensions: readonly string[] = ['.ts', '.tsx', '.js', '.jsx', '.mts', '.cts', '.mjs', '.cjs'];

/**
 * Parses a file without recast in between, so that offsets are those of the text. The parser is jscodeshift's, chosen by the
 * extension; the second one takes what the first rejects (Flow annotations in .js, decorators after `export` in .ts).
 * Throws a `SyntaxProblem` with the first parser's complaint.
 */
export function parseFile(file: string, text: string): ParsedFile {
  const extension = path.extname(file);
  const parsers: readonly ParserName[] = typescript.has(extension) ? ['ts', 'babel'] : extension === '.tsx' ? ['tsx', 'babel'] : ['tsx', 'babel', 'flow'];
  const parsed = firstThatParses(parsers, file, text);
  return {
    text,
    program: parsed.program as unknown as Node,
    comments: (parsed.comments ?? []).map(comment),
    language: typescript.has(extension) || extension === '.tsx' ? 'ts' : 'js',
  };
}

function firstThatParses(parsers: readonly ParserName[], file: string, text: string): BabelFile {
  let complaint: unknown;
  for (const name of parsers) {
    try {
      return getParser(name).parse(asModuleText(text));
    } catch (error) {
      complaint ??= error;
    }
  }
  throw new SyntaxProblem(file, complaint);
}

/** Babel knows a shebang only at the very first character; behind a byte order mark it passes as a comment of the same length. */
function asModuleText(text: string): string {
  return text.replace(/^\uFEFF#!/, '\uFEFF//');
}

function comment(node: NonNullable<BabelFile['comments']>[number]): Comment {
  return { kind: node.type === 'CommentLine' ? 'line' : 'block', start: node.start, end: node.end };
}
