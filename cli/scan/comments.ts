import type ts from 'typescript';
import type { TypeScript } from '../../analysis/view.ts';

export interface Comment {
  readonly kind: 'line' | 'block';
  /** Without the delimiters. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The comments of a file that begin like a directive of ESLint. Text in strings, templates and JSX is none. */
export function eslintComments(typescript: TypeScript, sourceFile: ts.SourceFile): Comment[] {
  const found: Comment[] = [];
  for (const { index } of sourceFile.text.matchAll(/\/[/*]\s*eslint[\s-]/g)) {
    const range = commentAt(typescript, sourceFile, index);
    if (range) found.push(commentOf(typescript, sourceFile, range));
  }
  return found;
}

function commentAt(typescript: TypeScript, sourceFile: ts.SourceFile, at: number): ts.CommentRange | undefined {
  const token = tokenAround(typescript, sourceFile, at);
  if (!token || token.kind === typescript.SyntaxKind.JsxText) return undefined;
  const { text } = sourceFile;
  const ranges = [typescript.getTrailingCommentRanges(text, token.pos), typescript.getLeadingCommentRanges(text, token.pos)];
  return ranges.flatMap((some) => some ?? []).find((range) => range.pos === at);
}

/** The token whose text, or whose blank space before it, holds an offset. */
function tokenAround(typescript: TypeScript, sourceFile: ts.SourceFile, at: number): ts.Node | undefined {
  let node: ts.Node = sourceFile;
  for (;;) {
    const children: readonly ts.Node[] = node.getChildren(sourceFile);
    if (children.length === 0) return node;
    const next = children.find((child) => child.pos <= at && at < child.end && child.kind !== typescript.SyntaxKind.JSDoc);
    if (!next) return undefined;
    node = next;
  }
}

function commentOf(typescript: TypeScript, sourceFile: ts.SourceFile, range: ts.CommentRange): Comment {
  const isLine = range.kind === typescript.SyntaxKind.SingleLineCommentTrivia;
  const text = sourceFile.text.slice(range.pos + 2, isLine ? range.end : range.end - 2);
  return { kind: isLine ? 'line' : 'block', text, start: range.pos, end: range.end };
}
