import path from 'node:path';
import getParser, { type BabelFile } from 'jscodeshift/src/getParser.js';
import tsOptions from 'jscodeshift/parser/tsOptions.js';
import type { Comment, Node, ParsedFile } from '../../plans/syntax/node.ts';
import { SyntaxProblem } from './syntax-problem.ts';

const typescript = new Set(['.ts', '.mts', '.cts']);

/** The extensions that the untyped migrations read. */
export const extensions: readonly string[] = ['.ts', '.tsx', '.js', '.jsx', '.mts', '.cts', '.mjs', '.cjs'];

type Parse = (text: string) => BabelFile;

const legacyDecorators = 'decorators-legacy';
const standardDecorators = { ...tsOptions, plugins: tsOptions.plugins.map((plugin) => (plugin === legacyDecorators ? 'decorators' : plugin)) };
const standardDecoratorsJsx = { ...standardDecorators, plugins: [...standardDecorators.plugins, 'jsx'] };

/** The parsers of jscodeshift by kind of file; a later one takes what the first rejects: `export @decorator class`, Flow annotations. */
const parsers = {
  ts: [(text) => getParser('ts').parse(text), (text) => getParser('babylon', standardDecorators).parse(text)],
  tsx: [(text) => getParser('tsx').parse(text), (text) => getParser('babylon', standardDecoratorsJsx).parse(text)],
  js: [(text) => getParser('tsx').parse(text), (text) => getParser('babylon', standardDecoratorsJsx).parse(text), (text) => getParser('babylon').parse(text)],
} satisfies Record<string, readonly Parse[]>;

/**
 * Parses a file without recast in between, so that offsets are those of the text. The extension chooses the parser.
 * Throws a `SyntaxProblem` with the first parser's complaint.
 */
export function parseFile(file: string, text: string): ParsedFile {
  const extension = path.extname(file);
  const kind = typescript.has(extension) ? 'ts' : extension === '.tsx' ? 'tsx' : 'js';
  const parsed = firstThatParses(parsers[kind], file, text);
  return {
    text,
    program: parsed.program as unknown as Node,
    comments: (parsed.comments ?? []).map(comment),
    language: kind === 'js' ? 'js' : 'ts',
  };
}

function firstThatParses(candidates: readonly Parse[], file: string, text: string): BabelFile {
  let complaint: unknown;
  for (const parse of candidates) {
    try {
      return parse(asModuleText(text));
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
