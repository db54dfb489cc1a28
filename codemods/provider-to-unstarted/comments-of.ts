import type ts from 'typescript';
import type { View } from '../../analysis/view.ts';
import type { Range } from '../../plans/syntax/node.ts';
import { withComments } from '../constructor-to-start/with-comments.ts';

/** The comments that leave with a statement: the lines above it, and what is behind it on its line, with the blank in front. */
export function commentsOf(view: View, node: ts.Statement): { readonly above: readonly string[]; readonly beside: string } {
  const { text } = node.getSourceFile();
  const { start, end }: Range = withComments(view, node);
  return { above: text.slice(start, node.getStart()).split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== ''), beside: text.slice(node.end, end) };
}
