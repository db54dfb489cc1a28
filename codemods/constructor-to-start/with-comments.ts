import type ts from 'typescript';
import type { View } from '../../analysis/view.ts';
import type { Range } from '../../plans/syntax/node.ts';

/** A statement or member with the comments that stand on the lines right above it, and the one behind it on its line. */
export function withComments({ ts: typescript }: View, node: ts.Node): Range {
  const { text } = node.getSourceFile();
  let start = node.getStart();
  for (const comment of [...(typescript.getLeadingCommentRanges(text, node.pos) ?? [])].reverse()) {
    const isOnTop = /^(?:[ \t]*|\r?\n[ \t]*)$/.test(text.slice(comment.end, start));
    const isOwnLine = text.slice(text.lastIndexOf('\n', comment.pos - 1) + 1, comment.pos).trim() === '';
    if (!isOnTop || !isOwnLine) break;
    start = comment.pos;
  }
  return { start, end: typescript.getTrailingCommentRanges(text, node.end)?.at(-1)?.end ?? node.end };
}
